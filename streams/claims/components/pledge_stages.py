"""How far a pledge has come: a cue with its frame in, stage and operation out."""

from typing import Final, NamedTuple

from models.messages.claim import Operation, Polarity, Stage
from streams.claims.components.pledge_cues import Frame, PledgeCue

_TARGETS: Final = frozenset({"reach", "hit", "meet"})
_DECIDED: Final = frozenset(
    {"commit", "decide", "sign", "approve", "ratify", "pass", "adopt", "authorise", "authorize"}
)


class Progress(NamedTuple):
    """Stage, operation and polarity of the contract."""

    stage: Stage
    operation: Operation = "assert"
    polarity: Polarity = "affirmed"


def progress_of(cue: PledgeCue, frame: Frame, *, money: bool, pledging: bool) -> Progress:
    """Judge a cue. ``pledging`` marks an article about promises, where what "came" was promised."""
    polarity: Polarity = "denied" if frame.negated and cue.group != "withdraw" else "affirmed"
    if cue.group == "withdraw":
        return Progress("pledged", "withdraw")
    if cue.group == "reduce":
        return Progress("pledged", "decrease")
    if cue.group == "propose":
        return Progress("proposed", polarity=polarity)
    if frame.wish:
        return Progress("proposed", polarity=polarity)
    return Progress(_stage(cue, frame, money=money, pledging=pledging), polarity=polarity)


def _stage(cue: PledgeCue, frame: Frame, *, money: bool, pledging: bool) -> Stage:
    if cue.group == "pledge":
        return "pledged"
    if cue.group == "commit":
        return "committed" if cue.lemma in _DECIDED else "pledged"
    if cue.group == "allocate":
        return "pledged" if frame.future and not frame.perfect else "allocated"
    if cue.group == "come":
        return "pledged" if frame.future or (money and pledging) else "delivered"
    if frame.future or (cue.form in ("base", "third", "ing") and not frame.perfect):
        return "pledged"
    if cue.group == "receive":
        return "pledged" if money and pledging else "delivered"
    return "delivered"
