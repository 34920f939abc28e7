"""How far a pledge has come: a cue with its frame in, stage and operation out."""

import re
from typing import Final, NamedTuple

from models.messages import Span
from models.messages.claim import Operation, Polarity, Stage
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.cues import PledgeCue
from streams.claims.components.giving.frames import Frame
from streams.claims.components.giving.stages.turning import turned
from streams.claims.components.text.keyed import Keyed
from streams.claims.components.text.words import Words

_DECIDED: Final = frozenset(
    {
        "commit",
        "decide",
        "exchange",
        "sign",
        "ink",
        "seal",
        "ratify",
        "pass",
        "adopt",
        "authorise",
        "authorize",
    }
)
# What these date lies ahead, whatever the verb form says.
_AHEAD: Final = Keyed(
    "next coming upcoming until by through",
    r"\b(?:next (?:year|month|week|(?:\w+ )?\w+ years)|(?:in|over|for) the (?:coming|next) |coming "
    r"years?|upcoming|until 20\d\d|"
    r"by 20\d\d|through 20\d\d|by the end of)\b",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+\s+){0,2}\w+(?:ed|en|ne|nt)\b[^;]*,\s*$", re.IGNORECASE
)


class Progress(NamedTuple):
    """Stage, operation and polarity of the contract."""

    stage: Stage
    operation: Operation = "assert"
    polarity: Polarity = "affirmed"


def progress_of(words: Words, governed: Governed, *, pledging: bool, promising: bool = True) -> Progress:
    """Judge a governed quantity.

    ``pledging``: in an article about giving what "came" was promised, unless it speaks of gifts alone.
    """
    text, cue, frame = words.text, governed.cue, governed.frame
    assert cue is not None
    polarity: Polarity = "denied" if frame.negated else "affirmed"
    turn = turned(text, governed)
    if turn is not None:
        return Progress("pledged", turn)
    ready = cue.lemma == "prepare" and _ANNOUNCED.search(
        text, max(0, cue.span[0] - _ANNOUNCED_BEFORE), cue.span[0]
    )
    due = cue.group == "come" and _is_due(text, cue)
    if (cue.group == "propose" and not ready) or (frame.wish and not due):
        return Progress("proposed", polarity=polarity)
    if cue.lemma in _RAISING and _PROMISE.search(text, cue.span[1], max(cue.span[1], governed.start)):
        return Progress("pledged", "increase", polarity)  # "raised its contribution to $600 million"
    promised = pledging and governed.mention.quantity.kind != "units"
    if promised and _among_promises(words, governed, promising=promising):
        return Progress("pledged", polarity=polarity)
    stage = _stage(cue, frame, promised=promised and promising)
    if stage == "delivered" and frame.passive and _NOW.search(text, max(0, cue.span[0] - 24), cue.span[0]):
        stage = "pledged"  # "is contributed by Norway"
    if stage == "pledged" and not frame.future and cue.group == "spend" and _paid_out(text, governed):
        stage = "delivered"
    if (
        stage == "pledged"
        and not frame.future
        and cue.lemma in _HANDED
        and _TODAY.search(text, *governed.own)
    ):
        stage = "delivered"
    if stage == "delivered" and (
        _of_whole(words, governed) or _is_ahead(words, governed) or _only_in_part(text, governed)
    ):
        stage = "pledged"
    elif stage == "pledged" and (_trails(text, governed) or _so_far(words, governed)):
        stage = "delivered"
    return Progress(stage, polarity=polarity)


def _is_ahead(words: Words, governed: Governed) -> bool:
    """Tell what the words around it date to come: "handed over by the end of the year"."""
    ahead = not governed.frame.perfect and _AHEAD.search(words, *governed.own)
    return bool(ahead and not _THEN.search(words.text, *governed.clause))


def _among_promises(words: Words, governed: Governed, *, promising: bool) -> bool:
    """Tell a verb that only speaks of promising in an article of promises."""
    text, cue, frame = words.text, governed.cue, governed.frame
    assert cue is not None
    if cue.lemma == "go" and _UP.match(text, cue.span[1]):
        return True  # "Norway went up to 5 billion kroner"
    if cue.lemma in _PUTTING and not frame.perfect:
        return True  # at a pledging conference "Germany put in €600m" is a promise
    gave = cue.form == "past" and (
        (cue.lemma == "give" and promising) or (cue.group == "give" and " " in cue.lemma)
    )
    if gave and not (frame.perfect or frame.passive or frame.begun):  # "gave", "coughed up"
        return not (_SINCE.search(words, *governed.clause) or _THEN.search(text, *governed.clause))
    if cue.lemma in _RAISED and not frame.wish:
        return True  # a fund raised $8bn in pledges, a conference brought them
    up_to = max(governed.own[0], cue.span[0], governed.start if governed.before else 0)
    if cue.lemma in _GROWING and words.stands(_OFFERED, governed.own[0], cue.span[0]):
        return True  # "The money promised has climbed to $2bn"
    taking = cue.group in ("come", "spend", "receive", "give")  # "received promises of $2bn"
    return taking and words.stands(_PROMISES, governed.own[0], up_to)


_UP: Final = re.compile(r"\s+up\b")


# "paid £101 million of £144 million", "the second tranche of a €5 billion loan", "a slice of its aid package
# of €5 billion": the whole is not paid
_PARTS: Final = (
    r"\b(?:tranche|instal?lment|part|portion|batch|phase|slice|share)\s+of\s+(?:an?|its|the|their)\s+"
)
_WHOLE: Final = (
    r"(?:loan|package|programme|program|grant|facility|pledge|promise|credit|plan|fund|deal|aid|scheme|sum|total"
    r"|commitment|contribution|donation|envelope|order|delivery)"
)
_WHOLE_OF: Final = Keyed(
    "of",
    rf"(?:{_PARTS}(?:(?:[\w-]+\s+){{0,5}}?{_WHOLE}\s+(?:of|worth|totall?ing)\s+)?"
    r"|\d\s?(?:million|billion|mln|bln|bn|m)(?:\s+(?:of\s+)?(?:euros?|dollars|pounds|kroner))?\s+of\s+"
    r"(?:an?\s+|its\s+|the\s+|their\s+)?)"
    r"(?:(?:promised|pledged|planned|agreed)\s+)?$",
    re.IGNORECASE,
)


_WHOLE_NEAR: Final = 100  # characters


def _of_whole(words: Words, governed: Governed) -> bool:
    text, start, cue = words.text, governed.start, governed.cue
    taken = not governed.before and cue is not None and any(cue.span[1] <= at for at, _ in governed.sums)
    if taken and _OUT_OF.search(text, max(governed.clause[0], start - 16), start):
        return True
    return bool(_WHOLE_OF.search(words, max(governed.clause[0], start - _WHOLE_NEAR), start))


def _only_in_part(text: str, governed: Governed) -> bool:
    """Tell a sum of which only a part is there: "has been paid in part", "has only partly been paid"."""
    cue = governed.cue
    if cue is None or governed.before or not governed.frame.passive:
        return False
    low = max(governed.end, cue.span[0] - 40)
    return bool(_IN_PART.match(text, cue.span[1]) or _PARTLY.search(text, low, cue.span[0]))


_IN_PART: Final = re.compile(r"(?:\s+out)?\s+(?:only\s+)?(?:in part|partly|partially|in small part)\b")
_PARTLY: Final = re.compile(r"\b(?:partly|partially|(?:only|just) (?:half|a (?:third|quarter|fraction)))\b")
_OUT_OF: Final = re.compile(
    r"\b(?:from|out of)\s+(?:the|its|a|an)\s+$", re.IGNORECASE
)  # "From the $9m, it paid $2m"


# "with disbursements in 2024 amounting to 190bn yen"
_PAID_OUT: Final = re.compile(r"\b(?:disbursements?|payouts?|deliveries)\b[^.;$€£]{0,70}$", re.IGNORECASE)


def _is_due(text: str, cue: PledgeCue) -> bool:
    """Tell money that is only waited for."""
    before = (max(0, cue.span[0] - 16), cue.span[0])
    dated = _COULD.search(text, *before) and _SOON.match(text, cue.span[1])
    return bool(dated or _SHOULD.search(text, *before))


def _paid_out(text: str, governed: Governed) -> bool:
    return bool(_PAID_OUT.search(text, governed.clause[0], governed.start))


# "the first €5m should come in May", "could come as early as May"
# "Today we deliver €3m", "is paying out $4m today"
_HANDED: Final = frozenset({"deliver", "disburse", "pay", "transfer", "hand", "wire"})
_TODAY: Final = re.compile(r"\b(?:today|this morning)\b", re.IGNORECASE)
_SHOULD: Final = re.compile(r"\bshould\s+(?:\w+ly\s+|then\s+)?$")
_COULD: Final = re.compile(r"\b(?:could|may|might)\s+(?:already\s+|even\s+)?$")
_SOON: Final = re.compile(
    r"\s+(?:through\s+)?(?:as early as|as soon as|already|by|in|within|before|this|next|on|later)\s"
    r"(?!from\b)(?:the\s+)?(?:\w+\s+)?(?:\d|[A-Z][a-z]+|week|month|year|spring|summer|autumn|fall|winter|days)"
)
_NOW: Final = re.compile(r"\b(?:is|are)\s+(?:(?:jointly|mostly|mainly|being|now|currently)\s+){0,2}$")
_THEN: Final = re.compile(
    r"\b(?:in|during)\s+(?:19|20)\d\d\b|\blast\s+(?:time|year|month|week)\b|\bago\b|\bearlier\b"
    r"|\bpreviously\b|\b(?:the|its|his|her|their) (?:previous|last|earlier) (?:period|round|year|term)\b"
    r"|\bthe (?:period|round|year|term) before\b"
    r"|\b(?:on|at) that (?:occasion|time|meeting|conference)\b",
    re.IGNORECASE,
)


# "announced Warsaw is preparing a package": what is announced is promised
_ANNOUNCED: Final = re.compile(r"\bannounc(?:ed|es|ing)\b[^.;]*$", re.IGNORECASE)
_ANNOUNCED_BEFORE: Final = 90  # characters
_RAISING: Final = frozenset(
    {"ups", "raise", "increase", "double", "triple", "boost", "expand", "lift", "hike"}
)
_RAISED: Final = frozenset({"raise", "bring", "collect", "gather"})
_PUTTING: Final = frozenset({"put", "add", "chip", "match"})
_GROWING: Final = frozenset({"climb", "rise", "grow", "swell", "reach", "amount", "exceed"})
_OFFERED: Final = frozenset({"promised", "pledged", "offered"})
_PROMISES: Final = frozenset({"pledges", "commitments", "promises", "offers"})
_PROMISE: Final = re.compile(
    r"\b(?:pledges?|contributions?|commitments?|aid|assistance|support|donations?|funding|offer)\b",
    re.IGNORECASE,
)


def _stage(cue: PledgeCue, frame: Frame, *, promised: bool) -> Stage:  # noqa: PLR0911  (one return for each rule)
    if cue.group == "pledge" or cue.lemma == "set":  # "has set a goal of 3 percent"
        return "pledged"
    if cue.group == "commit":
        return "committed" if cue.lemma in _DECIDED else "pledged"
    if cue.group == "allocate":
        return "pledged" if frame.future and not frame.perfect else "allocated"
    if cue.group == "come":
        ahead = frame.future or (cue.form in ("base", "third", "ing") and not frame.perfect)
        heard = promised and not frame.perfect and cue.lemma != "arrive"
        return "pledged" if ahead or heard else "delivered"
    if frame.begun:
        return "delivered"
    if frame.future or (cue.form in ("base", "third", "ing") and not frame.perfect):
        return "pledged"
    if cue.group == "receive":
        return "pledged" if promised and not frame.perfect else "delivered"
    return "delivered"


def _so_far(words: Words, governed: Governed) -> bool:
    """Tell a total of what was given: "its support since 2022 rises to $12 billion"."""
    cue = governed.cue
    ahead = governed.frame.future or cue is None or cue.group not in ("give", "spend", "receive", "come")
    since = None if ahead else _SINCE.search(words, governed.clause[0], governed.own[1])
    return since is not None and not _RECORD.search(words.text, governed.clause[0], since.start())


_SINCE: Final = Keyed(
    "since far date",
    r"\bsince\s+(?:(?:\w+\s+)?(?:19|20)\d\d|the (?:start|beginning|outbreak|war|invasion|full-scale))"
    r"|\bso far\b|\bto date\b",
    re.IGNORECASE,
)


# "the largest package so far"
_RECORD: Final = re.compile(
    r"\b(?:[a-z]{2,}est|most|record|first|last|latest)\s(?:[\w’'-]+\s){0,4}$", re.IGNORECASE
)


def stands(text: str, governed: Governed, sentence: Span) -> bool:
    """Tell what was given so far: "Overall its help for Kyiv now exceeds €1.5 billion"."""
    low, high = governed.own[0], governed.start
    so_far = _SO_FAR.search(text, sentence[0], high)
    return bool(so_far and _GIVEN.search(text, low, high) and _REACHES.match(text, high))


_SO_FAR: Final = re.compile(
    r"\b(?:overall|in all|in total|altogether|now|so far|to date|since)\b", re.IGNORECASE
)
_GIVEN: Final = re.compile(r"\b(?:aid|help|support|assistance)\b[^.;$€£]{0,60}$", re.IGNORECASE)
_REACHES: Final = re.compile(r"(?:exceed|top|surpass)(?:s|ed|ing|ped|ping)?\b", re.IGNORECASE)


def _trails(text: str, governed: Governed) -> bool:
    """Tell a participle behind what is done: "have exceeded the target, granting Kyiv €50bn"."""
    cue = governed.cue
    if cue is None or cue.form != "ing" or cue.group != "give" or governed.frame.future:
        return False
    return bool(_DONE.search(text, governed.clause[0], cue.span[0]))
