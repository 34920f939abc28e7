"""Who had to agree, and what became of it: words around a figure, whatever its verb.

In: a governed figure and its sentence. Out: whether a body has decided it ("the board has
waved it through"), whether it still waits ("subject to parliament's approval"), whether it has
been handed over since ("all of which has been paid").
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.text.keyed import Keyed
from streams.claims.components.text.phrase_sets import PhraseSet
from streams.claims.components.text.words import Words

_BODY: Final = (
    r"(?:(?:lower|upper) (?:house|chamber)"
    r"|board|directors|shareholders|cabinet|council of ministers|parliament|lawmakers|legislators?|congress"
    r"|senate|senators|assembly|house of representatives|MPs|MEPs|deputies|bundestag|riksdag|storting|saeima"
    r"|folketing|eduskunta|riigikogu|knesset|sejm|seimas|rada|finance committee|budget committee"
    r"|general council|city council|county council)"
)
_YES: Final = (
    r"(?:approv(?:ed|es)|clear(?:ed|s)|pass(?:ed|es)|endors(?:ed|es)|adopt(?:ed|s)|green-?lit"
    r"|rubber-stamp(?:ed|s)"
    r"|signed off|signs off|vot(?:ed|es)|wav(?:ed|es)|nodd(?:ed)|okay(?:ed|s)|decid(?:ed|es))"
)
_NOD: Final = r"(?:nod|green light|go-ahead|approval|blessing|sign-off|consent|assent|say-so)"
_DECIDED: Final = re.compile(
    rf"\b{_BODY}\s+(?:(?:of ministers|has|have|had|also|unanimously|finally|on \w+day)\s+){{0,3}}{_YES}\b"
    rf"|\b{_YES}\s+(?:through\s+|\w+ly\s+)?(?:by|at|in|into)\s+(?:a\s+|the\s+|its\s+|their\s+|this\s+"
    rf"|next\s+)?"
    rf"(?:[\w’'-]+\s+){{0,2}}?(?:{_BODY}|budget)\b"
    rf"|\b(?:signed|written|entered)\s+into\s+(?:the\s+|its\s+|this\s+"
    rf"|next\s+)?(?:[\w’'-]+\s+){{0,2}}?budget\b"
    rf"|\b(?:gets?|got|won|wins|has|have|had|given|with|gave)\s+(?:the\s+)?{_BODY}(?:['’]s?)?\s+{_NOD}\b"
    rf"|\b(?:gets?|got|won|wins|had|given|gave|received|with)\s+(?:the\s+|its\s+)?{_NOD}\s+(?:of|from|by)\s+"
    rf"(?:the\s+|its\s+|their\s+)?(?:\w+\s+)?{_BODY}\b",
    re.IGNORECASE,
)
_GIVES_NOD: Final = re.compile(
    rf"\b(?:gives?|gave|given|giving)\s+(?:the\s+|its\s+|their\s+|a\s+)?(?:final\s+)?{_NOD}\s+(?:to|for)\b",
    re.IGNORECASE,
)
_NOT_YET: Final = re.compile(
    r"\b(?:which|that|not|never|yet|may|might|could|should|if|unless|before|until)\b", re.IGNORECASE
)
# "approved raising it to 5 percent", "approved a bill to send 30 tanks"
_TO_DO: Final = re.compile(r"\s+(?:(?:an?|the|its)\s+(?:\w+\s+){1,3}to\s+|(?:to\s+)?)?")
_WAITS: Final = Keyed(
    "subject pending await awaits awaiting wait waits waiting depend depends hinge hinges need needs require "
    "requires if once provided should soon yet still",
    rf"\b(?:subject to|pending|awaits?|awaiting|waits? for|waiting for|depends? on|hinges? on|needs?"
    rf"|requires?)\s+"
    rf"(?:[\w’'-]+\s+){{0,4}}?(?:{_NOD}|ratification|vote|agreement)\b"
    rf"|\b(?:if|once|provided(?: that)?|should|as soon as)\s+(?:its|the|their|his"
    rf"|her)\s+(?:[\w’'-]+\s+)?{_BODY}\s+"
    r"(?:\w+\s+)?(?:agrees?|approves?|consents?|ratif(?:y|ies)|votes?|backs?|gives?|says yes)\b"
    r"|\b(?:has|have)\s+(?:yet|still)\s+to\s+(?:be\s+)?(?:agree|approve|sign|ratif|decide|vote)\w*"
    r"|\bstill\s+(?:has|have|needs?)\s+to\s+(?:be\s+)?(?:agree|approve|sign|ratif|decide|vote)\w*",
    re.IGNORECASE,
)
# "up to €500m, which Paris says it is considering"
_CONSIDERED: Final = re.compile(
    r",\s+which\s+[^,.;$€£\d]{0,40}?[“\"‘'«]?\b(?:considering|mulling|weighing|under (?:consideration"
    r"|discussion|review))\b",
    re.IGNORECASE,
)
# "a $5m grant is still under discussion", "talks on a $5m grant"
_TALKED_OVER: Final = Keyed(
    "discussion consideration review negotiation discussed considered negotiated weighed",
    r"[^.;,$€£\d]{0,70}?\b(?:is|are|remains?)\s+(?:still\s+|now\s+)?"
    r"(?:under (?:discussion|consideration|review|negotiation)|being (?:discussed|considered|negotiated"
    r"|weighed))\b",
    re.IGNORECASE,
)
_TALKS: Final = Keyed(
    "talks negotiations",
    r"\b(?:talks|negotiations)\b[^.;$€£\d]{0,40}?\b(?:on|over|about|for)\s+(?:an?\s+)?$",
    re.IGNORECASE,
)
_SINCE: Final = Keyed(
    "spent paid disbursed delivered transferred handed arrived wired received sent all",
    r"[^.;:$€£\d]{0,60},\s+(?:all\s+)?(?:of\s+)?(?:which|it|them|that)\s+(?:has|have|had|was|were)\s+"
    r"(?:(?:already|now|since|all|fully|been|just|long)\s+){0,4}"
    r"(?:spent|paid(?: out)?|disbursed|delivered|transferred|handed over|arrived|wired|received|sent)\b"
    r"|[^.;:]{0,90},\s+all\s+(?:of (?:it|them)\s+)?(?:are in|is in|have arrived|has arrived"
    r"|have been delivered)\b",
    re.IGNORECASE,
)
# "; the agency has received it since", "has $6m from Peru in its account already", "are already there"
_IS_THERE: Final = Keyed(
    "received already since banked",
    r"[^.:$€£\d]{0,90}[;,]\s+(?:and\s+|but\s+)?(?:it|they|the\s+\w+|[A-Z]\w+)\s+(?:has|have)\s+(?:since\s+)?"
    r"(?:received|got|banked)\s+(?:it|the money|the sum|that|them)\b"
    r"|[^.;:$€£\d]{0,60}?\s(?:is|are)\s+already\s+"
    r"(?:there|here|in\s+place|on\s+(?:site|the\s+(?:ground|spot|scene))|at\s+work"
    r"|in\s+(?:the|its|their|our|[A-Z][\w’'-]*|the\s+[A-Z][\w’']*)(?:\s+\w+)?\s+accounts?)\b",
    re.IGNORECASE,
)
# "The money has since arrived."
_LATER: Final = Keyed(
    "since already",
    r"[^.;:$€£\d]{0,90}[.;]\s+(?:the\s+(?:money|sum|funds|cash|payment|grant|goods)|it|they)\s+(?:has|have)\s+"
    r"(?:since|already)\s+(?:arrived|been\s+(?:paid|received|transferred|disbursed|delivered))\b",
    re.IGNORECASE,
)
_NEAR: Final = 160  # characters on either side


# Without one of these words nobody decides.
_WORDS: Final = PhraseSet(
    [
        *(  # noqa: SIM905  (a list of words reads better unquoted)
            "board directors house chamber shareholders cabinet council parliament lawmakers legislators"
            " congress senate senators assembly representatives mps meps deputies bundestag riksdag storting"
            " saeima folketing eduskunta riigikogu knesset sejm seimas rada committee budget nod approval"
            " blessing consent assent"
        ).split(),
        "green light",
        "go-ahead",
        "sign-off",
        "say-so",
    ]
)


def decided(words: Words, governed: Governed, sentence: Span) -> bool:
    """Tell what a body has said yes to."""
    text = words.text
    cue = governed.cue
    if governed.mention.quantity.kind == "units" and cue is None:
        return False
    for other in governed.all_cues if cue is not None and governed.before else ():
        near = cue is not None and other.span[1] < cue.span[0] and cue.span[0] - other.span[1] <= _REACH
        if near and cue is not None and other.group == "allocate" and other.form in ("past", "third"):
            return bool(_TO_DO.fullmatch(text, other.span[1], cue.span[0]))
    around = _around(governed, sentence)
    if not _WORDS.any(words, *around):
        return False
    found = _DECIDED.search(text, *around) or _GIVES_NOD.search(text, *around)
    return bool(found and not _NOT_YET.search(text, max(sentence[0], found.start() - 24), found.start()))


_REACH: Final = 40  # characters between "approved" and what is to be done


def waits(words: Words, governed: Governed, sentence: Span) -> bool:
    """Tell what its giver has yet to agree to."""
    end = governed.end
    high = min([at for at, _ in governed.sums if at >= end] + [sentence[1], end + _NEAR])
    if _WAITS.search(words, end, high) or _CONSIDERED.search(words.text, end, high):
        return True
    talks = _TALKS.search(words, max(sentence[0], governed.start - _REACH - _REACH), governed.start)
    return bool(talks or _TALKED_OVER.match(words, end, high))


def handed_since(words: Words, governed: Governed, sentence: Span) -> bool:
    """Tell what was promised and has been handed over: "..., all of which has now been spent"."""
    end = governed.end
    here = _SINCE.match(words, end, sentence[1]) or _IS_THERE.match(words, end, sentence[1])
    return bool(here or _LATER.match(words, end, end + _NEAR))


def _around(governed: Governed, sentence: Span) -> Span:
    return max(sentence[0], governed.start - _NEAR), min(sentence[1], governed.start + _NEAR)
