"""The history: what each claim did to its slot when it arrived.

In: a claim's digest and the slot before it. Out: the operation of its Entry. An operation
once given is kept with the digest, so that a repeated claim repeats its entry and never
makes another.
"""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from models.identities import content_id
from models.messages import Entry, Pledge
from models.messages.claim import Operation
from models.messages.entry import EntryOperation
from streams.conflicts.relations.pledges import Report, relate_pledges
from streams.conflicts.state import Digest
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
    "correct",
    "restate",
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
    takes_back: bool = False

    @property
    def entry_id(self) -> str:
        """The id: of claim and operation, and of nothing that depends on arrival."""
        ending = ("taken back",) if self.takes_back else ()
        return content_id("entry", self.digest.claim_id, self.operation, *ending)


def operation_of(new: Report, before: Iterable[Report]) -> EntryOperation:
    """Say what a report does to those before it: "assert" if it is like none of them."""
    if (stated := STATED.get(new.terms.operation)) is not None:
        return stated
    found = {_effect(new, old) for old in before}
    return next((effect for effect in STRONGEST_FIRST if effect in found), "assert")


def ended_by(reason: str, *, replaced: bool) -> EntryOperation:
    """Say what taking a claim back does; one ``replaced`` by the same in a newer version is no correction."""
    return "supersede" if replaced and reason == "new_version" else RETRACTED[reason]


def write_entries(
    acts: list[Act], view: View, pledges: Mapping[str, tuple[Digest, ...]], recorded_at: str
) -> tuple[Entry, ...]:
    """Write the entries of ``acts`` in order, each with the support its pledge has now."""
    homes = {digest.claim_id: name for name, members in pledges.items() for digest in members}
    values = {digest.group: name for name, members in pledges.items() for digest in members}
    entries = []
    for act in acts:
        home = homes.get(act.digest.claim_id) or values.get(act.digest.group)
        members = pledges[home] if home else ()
        entries.append(
            Entry(
                entry_id=act.entry_id,
                pledge_id=home or content_id("pledge", view.slot, act.digest.group),
                slot=view.slot,
                operation=act.operation,
                claim_id=act.digest.claim_id,
                pledge=act.pledge,
                stated_at=act.stated_at,
                recorded_at=recorded_at,
                independent_origins=view.count_origins(members),
                articles=len({digest.article_id for digest in members}),
                takes_back=act.takes_back,
            )
        )
    return tuple(entries)


def _effect(new: Report, old: Report) -> EntryOperation | None:
    verdict = relate_pledges(new, old)
    if verdict.relation in ("duplicate", "equivalent", "compatible"):
        return "restate"
    if verdict.relation == "correction":
        return "correct"
    if verdict.relation != "update":
        return None
    if new.terms.stage != old.terms.stage:
        return "supersede" if new.terms.value == old.terms.value else None
    return _change(new, old)


def _change(new: Report, old: Report) -> EntryOperation | None:
    """Say whether a later report raises or lowers the figure of an earlier one."""
    later = (new.source.published_at or "") > (old.source.published_at or "")
    if not later or new.terms.value is None or old.terms.value is None:
        return None
    if new.terms.currency != old.terms.currency:
        return None
    return "increase" if new.terms.value > old.terms.value else "decrease"
