"""Reconciliation of one slot: claims and retractions in; its reading, conflicts and entries out.

A slot is a set. Whatever the order, the repetitions and the batches in which its claims
and retractions come, the same set ends in the same reading and the same open conflicts:

* each claim becomes a digest, kept under its id (state.py, digests.py);
* a retraction marks its digest, or waits for it if it came first; that of a newer reading of
  the article always follows its claim, and ends when the claim is read again;
* a slot that outgrows its bound keeps claims chosen by content (retention.py);
* reading and conflicts are then computed from what is kept, sorted by id, with no memory
  of the past (pledges.py, standing.py, amounts.py, offices.py).

What depends on arrival is outside of that: the entries' operations, remembered with each
digest, and the decision which conflicts to send again.
"""

from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from typing import Final, NamedTuple

import msgspec

from models.identities import content_id
from models.messages import Claim, Conflict, Entry, Pledge, PledgeState, Reading, Retraction
from models.reference import Reference
from streams.conflicts.additions import addition_disputes
from streams.conflicts.amounts import amount_disputes
from streams.conflicts.dates import date_disputes
from streams.conflicts.digests import digest_claim, pledge_of, source_of
from streams.conflicts.disputes import Dispute, resolve, write_conflicts
from streams.conflicts.entries import Act, ended_by, operation_of, write_entries
from streams.conflicts.holders import holder_disputes
from streams.conflicts.moments import Moments
from streams.conflicts.offices import office_disputes
from streams.conflicts.origins import Origins
from streams.conflicts.parts import Parts
from streams.conflicts.pledges import Lanes, identify
from streams.conflicts.posts import Posts
from streams.conflicts.promises import promise_disputes
from streams.conflicts.publishers import Houses
from streams.conflicts.quotes import quote_disputes, wording_disputes
from streams.conflicts.relations.amounts import NEAR
from streams.conflicts.relations.pledges import Report
from streams.conflicts.relations.quotes import Language
from streams.conflicts.retention import distinct, sketch, surplus
from streams.conflicts.standing import Place, States
from streams.conflicts.state import (
    Digest,
    SlotState,
    StateError,
    Terms,
    copy_of,
    decode,
    encode,
    least_reason,
    parties_of,
    terms_of,
)
from streams.conflicts.swaps import swap_disputes
from streams.conflicts.tenures import Tenures
from streams.conflicts.view import Knowledge, Reports, View, report_of
from streams.conflicts.wholes import find_wholes

__all__ = ["Outcome", "Reconciler", "SlotState", "StateError", "decode", "encode"]

LIKE_MAX: Final = 8  # values that a new claim is related to for its entry
REVERSIBLE: Final = "re_extracted"  # a claim that is read again stands again
WAITING_MIN: Final = 1024  # retractions that may wait for their claims


class Outcome(NamedTuple):
    """What a fold yields. ``reading`` is None for slots that hold no pledges."""

    state: SlotState
    reading: Reading | None
    conflicts: tuple[Conflict, ...]
    entries: tuple[Entry, ...]


class Reconciler:
    """Folds messages into slots. Holds reference data and what can be had again from the slots."""

    def __init__(self, reference: Reference, claims_max: int = 256) -> None:
        self._moments = Moments(reference)
        self._posts = Posts(reference)
        self._claims_max = claims_max
        self._known = Knowledge(
            self._moments, Tenures(reference), Language(reference), Origins(), Reports(self._moments)
        )
        self.states, self.lanes = States(), Lanes()
        self.houses, self.parts = Houses(reference), Parts(reference)

    def compares(self, slot: str) -> bool:
        """Say whether claims of the slot can disagree at all: not those of a post that many hold."""
        return not slot.startswith("office:") or self._posts.sole(slot)

    def fold(
        self,
        slot: str,
        state: SlotState | None,
        items: Sequence[tuple[int, Claim | Retraction]],
        recorded_at: str,
    ) -> Outcome:
        """Add ``items`` (offset and message, in arrival order) to the slot.

        ``state`` is left as it is. The reading and the conflicts that these items touch are
        given again when all items were folded in before; so are the entries.
        """
        if not self.compares(slot):
            return Outcome(state or SlotState(), None, (), ())
        fold = _Fold(self, slot, state or SlotState(), recorded_at)
        for offset, message in items:
            fold.add(offset, message)
        return fold.outcome()

    def view(self, slot: str, state: SlotState) -> View:
        """Look at the live claims of a slot."""
        return View(slot, state, self._known)

    def report(self, digest: Digest, state: SlotState) -> Report:
        """Look at one pledge claim."""
        return report_of(digest, state.sources[digest.article_id], self._moments)

    def bound(self, state: SlotState, claim_id: str) -> None:
        """Drop what exceeds the slot's bound after ``claim_id`` came, by content, and count it."""
        if state.sketch:
            sketch(state.sketch, claim_id)
        bound = min(self._claims_max, state.bound or self._claims_max)
        while len(state.digests) > bound:
            state.bound = bound
            if not state.sketch:
                for known in state.digests:
                    sketch(state.sketch, known)
            gone = state.digests.pop(surplus(state.digests))
            if not any(digest.article_id == gone.article_id for digest in state.digests.values()):
                del state.sources[gone.article_id]
        limit = max(WAITING_MIN, 4 * self._claims_max)
        if len(state.waiting) > limit:
            del state.waiting[max(state.waiting)]


class _Fold:
    """One fold: takes the items into the set, then reads the slot once."""

    def __init__(self, reconciler: Reconciler, slot: str, before: SlotState, recorded_at: str) -> None:
        self._reconciler = reconciler
        self._slot = slot
        self._before = before
        self._recorded_at = recorded_at
        self._state = copy_of(before)
        self._touched: set[str] = set()
        self._acts: list[Act] = []

    def add(self, offset: int, message: Claim | Retraction) -> None:
        """Take one message into the slot's set and note what it does."""
        self._state.revision = max(self._state.revision, offset)
        self._touched.add(message.claim_id)
        if isinstance(message, Retraction):
            self._retract(message)
        else:
            self._assert(message)
            self._reconciler.bound(self._state, message.claim_id)

    def outcome(self) -> Outcome:
        """Read the slot as it is now and say what changed."""
        now = self._reconciler.view(self._slot, self._state)
        conflicts = write_conflicts(self._slot, find_disputes(now), self._state.revision, now.origins_of)
        changed = self._changes(conflicts, now)
        self._state.open = {name: _content(conflict) for name, conflict in sorted(conflicts.items())}
        if not self._slot.startswith("pledge:"):
            return Outcome(self._state, None, changed, ())
        used = {digest.parties for digest in self._state.digests.values()}
        self._state.parties = {key: self._state.parties[key] for key in sorted(used)}
        if not self._state.bound and all(digest.home for digest in self._state.digests.values()):
            return Outcome(self._state, None, changed, ())
        pledges = identify(now, self._reconciler.lanes)
        return Outcome(
            self._state,
            self._reading(now, pledges),
            changed,
            write_entries(self._acts, now, pledges, self._recorded_at),
        )

    def _assert(self, claim: Claim) -> None:
        digest = self._keep(claim)
        state = self._state
        if not claim.pledge or digest.home:
            return
        if digest.operation is None:
            digest.operation = operation_of(self._reconciler.report(digest, state), self._like(digest))
        self._acts.append(Act(digest, digest.operation, claim.pledge, claim.article.published_at))
        if digest.retracted:
            self._acts.append(self._taken_back(digest, claim.pledge))

    def _keep(self, claim: Claim) -> Digest:
        """Keep what the claim says now; read again it may say something else under the same id."""
        state = self._state
        digest = digest_claim(claim, self._reconciler.parts)
        if known := state.digests.get(claim.claim_id):
            digest.operation, digest.ended, digest.retracted = known.operation, known.ended, known.retracted
        else:
            digest.retracted = state.waiting.pop(claim.claim_id, None)
        if digest.retracted == REVERSIBLE:
            digest.retracted = None
        if claim.pledge:
            digest.parties = content_id(claim.pledge.pledger, claim.pledge.beneficiary)[:8]
            state.parties[digest.parties] = claim.pledge.pledger, claim.pledge.beneficiary
        state.sources[digest.article_id] = source_of(claim.article, self._reconciler.houses)
        state.digests[claim.claim_id] = digest
        return digest

    def _like(self, digest: Digest) -> Iterator[Report]:
        """Give a report of the claim's own value if there is one, else of those nearest to it."""
        value = terms_of(digest).value or 0.0
        near: dict[str, tuple[float, str]] = {}
        for known in self._state.digests.values():
            other = terms_of(known).value or 0.0
            if known.claim_id != digest.claim_id and known.retracted is None and not known.home:
                if known.group == digest.group:
                    near = {known.group: (0.0, known.claim_id)}
                    break
                if value <= NEAR * other and other <= NEAR * value:
                    near.setdefault(known.group, (abs(value - other), known.claim_id))
        for _, claim_id in nsmallest(LIKE_MAX, near.values()):
            yield self._reconciler.report(self._state.digests[claim_id], self._state)

    def _retract(self, retraction: Retraction) -> None:
        known = self._state.digests.get(retraction.claim_id)
        if known is None and retraction.reason == REVERSIBLE:
            return  # the claim came and was dropped
        if known is None:
            self._state.waiting[retraction.claim_id] = least_reason(
                self._state.waiting.get(retraction.claim_id), retraction.reason
            )
            return
        marked = msgspec.structs.replace(known, retracted=least_reason(known.retracted, retraction.reason))
        self._state.digests[retraction.claim_id] = marked
        if isinstance(marked.content, Terms) and not marked.home:
            pledge = pledge_of(marked.content, *self._state.parties[marked.parties])
            self._acts.append(self._taken_back(marked, pledge))

    def _taken_back(self, digest: Digest, pledge: Pledge) -> Act:
        if digest.ended is None:
            digest.ended = ended_by(digest.retracted or "canceled", replaced=self._replaced(digest))
        source = self._state.sources[digest.article_id]
        return Act(digest, digest.ended, pledge, source.published_at, takes_back=True)

    def _replaced(self, gone: Digest) -> bool:
        """Say whether a newer version of the claim's story still states its value."""
        was, sources = self._state.sources[gone.article_id], self._state.sources
        return any(
            digest.group == gone.group and digest.retracted is None
            and (now := sources[digest.article_id]).story_id == was.story_id and now.version > was.version
            for digest in self._state.digests.values()
        )  # fmt: skip

    def _changes(self, conflicts: dict[str, Conflict], now: View) -> tuple[Conflict, ...]:
        """Give the conflicts to send: new, changed or touched ones, and those that are resolved."""
        sent = [
            conflict
            for name, conflict in sorted(conflicts.items())
            if self._before.open.get(name) != _content(conflict) or self._touches(conflict)
        ]
        if gone := [name for name in self._before.open if name not in conflicts]:
            disputes = find_disputes(self._reconciler.view(self._slot, self._before))
            then = write_conflicts(self._slot, disputes, self._state.revision, now.origins_of)
            sent += [resolve(then[name], self._state) for name in sorted(gone) if name in then]
        return tuple(sent)

    def _touches(self, conflict: Conflict) -> bool:
        return any(claim.claim_id in self._touched for side in conflict.sides for claim in side.claims)

    def _reading(self, now: View, pledges: Mapping[str, tuple[Digest, ...]]) -> Reading:
        state = self._state
        states: tuple[PledgeState, ...] = ()
        if pledges:
            giver, receiver = parties_of(state, now.own)
            wholes, read = find_wholes(now, pledges), self._reconciler.states.of
            places = {name: Place(giver, receiver, wholes.get(name)) for name in pledges}
            states = tuple(read(name, members, now, places[name]) for name, members in pledges.items())
        return Reading(
            slot=self._slot,
            revision=state.revision,
            pledges=states,
            open_conflicts=tuple(state.open),
            kept=len(state.digests) if state.bound else 0,
            dropped=max(0, distinct(state.sketch) - len(state.digests)) if state.sketch else 0,
        )


def find_disputes(now: View) -> Iterator[Dispute]:
    """Find what the claims of a slot disagree on, by the kind of the slot."""
    if now.slot.startswith("pledge:"):
        yield from date_disputes(now)
    if len(now.digests) < 2:
        return
    if now.slot.startswith("pledge:"):
        amounts = list(amount_disputes(now))
        yield from amounts
        yield from promise_disputes(now, amounts)
        yield from addition_disputes(now)
        yield from swap_disputes(now)
    elif now.slot.startswith("office:"):
        yield from office_disputes(now)
    elif now.slot.startswith("holder:"):
        yield from holder_disputes(now)
    elif now.slot.startswith("quote:"):
        yield from quote_disputes(now)
    elif now.slot.startswith("wording:"):
        yield from wording_disputes(now)


def _content(conflict: Conflict) -> str:
    """Hash what a conflict says, without its revision."""
    said = (conflict.severity, conflict.summary, conflict.diff)
    sides = ((side.value, side.claims, side.independent_origins) for side in conflict.sides)
    return content_id(*said, *(part for side in sides for part in side))[:12]
