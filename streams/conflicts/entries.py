"""The history: what each claim did to its slot when it arrived.

In: a claim's digest and the slot before it. Out: the operation of its Entry. An operation
once given is kept with the digest, so that a repeated claim repeats its entry and never
makes another.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from models.identities import content_id
from models.messages import Entry, Pledge
from models.messages.claim import Operation
from models.messages.entry import EntryOperation
from streams.conflicts.digests import stage_class
from streams.conflicts.origins import count_origins
from streams.conflicts.relations.pledges import STAGES, relate_pledges
from streams.conflicts.state import Digest, terms_of
from streams.conflicts.view import View

STATED: Final[dict[Operation, EntryOperation]] = {
    "increase": "increase",
    "decrease": "decrease",
    "withdraw": "withdraw",
    "correct": "correct",
}
RETRACTED: Final[dict[str, EntryOperation]] = {
    "new_version": "correct",
    "canceled": "source_retracted",
    "re_extracted": "supersede",
}
STRONGEST_FIRST: Final[tuple[EntryOperation, ...]] = (
    "restate",
    "correct",
    "increase",
    "decrease",
    "supersede",
)


class Act(NamedTuple):
    """An entry to be written: the claim, what it or its retraction does, and its pledge."""

    digest: Digest
    operation: EntryOperation
    pledge: Pledge
    stated_at: str | None


def operation_of(digest: Digest, before: View) -> EntryOperation:
    """Say what a claim does to the slot as it stood: "assert" if nothing there is like it."""
    terms = terms_of(digest)
    if terms.operation in STATED:
        return STATED[terms.operation]
    found = set()
    for other in {d.group: d for d in before.digests if d.claim_id != digest.claim_id}.values():
        found.add(_effect(digest, other, before))
    return next((effect for effect in STRONGEST_FIRST if effect in found), "assert")


def write_entries(
    acts: list[Act], view: View, pledges: Mapping[str, tuple[Digest, ...]], recorded_at: str
) -> tuple[Entry, ...]:
    """Write the entries of ``acts`` in order, each with the support its pledge has now."""
    homes = {digest.claim_id: name for name, members in pledges.items() for digest in members}
    values = {digest.group: name for name, members in pledges.items() for digest in members}
    return tuple(
        _entry(
            act, homes.get(act.digest.claim_id) or values.get(act.digest.group), view, pledges, recorded_at
        )
        for act in acts
    )


def _entry(
    act: Act, home: str | None, view: View, pledges: Mapping[str, tuple[Digest, ...]], recorded_at: str
) -> Entry:
    members = pledges[home] if home else ()
    return Entry(
        entry_id=content_id("entry", act.digest.claim_id, act.operation),
        pledge_id=home or content_id("pledge", view.slot, act.digest.group),
        slot=view.slot,
        operation=act.operation,
        claim_id=act.digest.claim_id,
        pledge=act.pledge,
        stated_at=act.stated_at,
        recorded_at=recorded_at,
        independent_origins=count_origins(members, view.sources),
        articles=len({digest.article_id for digest in members}),
    )


def _effect(digest: Digest, other: Digest, before: View) -> EntryOperation | None:
    new, old = terms_of(digest), terms_of(other)
    verdict = relate_pledges(before.report(digest), before.report(other))
    if verdict.relation in ("duplicate", "equivalent", "compatible"):
        return "restate"
    if verdict.relation == "correction":
        return "correct"
    if verdict.relation != "update":
        return None
    if stage_class(new.stage) != stage_class(old.stage):
        later = STAGES[stage_class(new.stage)] > STAGES[stage_class(old.stage)]
        return "supersede" if later and new.value == old.value else None
    return _change(digest, other, before)


def _change(digest: Digest, other: Digest, before: View) -> EntryOperation | None:
    new, old = terms_of(digest), terms_of(other)
    later = (before.source(digest).published_at or "") > (before.source(other).published_at or "")
    if not later or new.value is None or old.value is None or new.currency != old.currency:
        return None
    return "increase" if new.value > old.value else "decrease"
