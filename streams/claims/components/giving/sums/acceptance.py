"""Is it a pledge at all: a governed quantity in, whether it may count as one out.

Earnings, seizures, prices and needs are sums, too. A figure counts where a verb of
promising or giving governs it, a noun of promising stands beside it, or a list of givers
holds it, and no word of another trade does.
"""

import re
from typing import Final

from models.messages import Quantity, Span
from streams.claims.capitals import compile_names
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.cues import STRONG, PledgeCue
from streams.claims.components.giving.sums.counted import CountedThings
from streams.claims.components.giving.sums.paying import goes_to, pays_bill
from streams.claims.components.giving.sums.trade import debt_is_let_off, is_of_trade
from streams.claims.components.giving.takers.named import HELPING
from streams.claims.components.text.keyed import Keyed
from streams.claims.components.text.phrase_sets import PhraseSet
from streams.claims.components.text.phrases import any_of
from streams.claims.components.text.words import Words
from streams.claims.pledge_words import Nouns, Objects

_NEAR: Final = 90  # characters on either side in which a noun speaks of the figure
_DEBTS: Final = frozenset({"debt", "debts"})
# "of its own stock", "with a large stock of missiles": no firm's shares
_OWN_STOCK: Final = re.compile(
    r"\b(?:of|from)\s+(?:its|their|our)\s+(?:own\s+)?$|\bwith\s+(?:an?|its|their)\s+(?:[a-z]+\s+)?$"
)
_SMALL: Final = 1000.0  # of any currency: prices and fees, not pledges
_COMPARED: Final = re.compile(
    r"\s+(?:less|more|lower|higher|fewer)\s+than\b|\s+(?:short of|below|above)\b|\s+(?:less|fewer)\s+(?:on"
    r"|for|in)\b",
    re.IGNORECASE,
)
_REFUSING: Final = ("reject", "block", "veto", "voted down", "turned down", "refus")
_REFUSED: Final = re.compile(
    r"\b(?:reject\w*|block\w*|veto\w*|voted down|turned down|refus\w+)\b(?:(?!\b(?:but|will"
    r"|would)\b)[^;,]){0,40}$",
    re.IGNORECASE,
)
_ONCE: Final = Keyed(
    "from",
    r"\b(?:up|down)\s+from\s+(?:\w+\s+)?$|\bto\s[^,;]{0,6}\d[^,;]{0,12},\s+from\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_ONCE_MAX: Final = 40  # characters
_OLD_VALUE: Final = Keyed("from", r"\bfrom\s+$", re.IGNORECASE)
_NEW_VALUE: Final = re.compile(
    r"\s*(?:\([^)]{0,40}\)\s*)?(?:of (?:its |the )?(?:gross )?(?:national |domestic )?\w+ )?"
    r"(?:a year |per year )?to\s",
    re.IGNORECASE,
)
_NEED_BEFORE: Final = Keyed(
    "appeal appeals request requests target goal need needs bill cost costs shortfall gap damage damages "
    "losses budget economy price output",
    r"\b(?:appeals?|requests?|target|goal|needs?|bill|costs?|shortfall|gap|damages?|losses|budget"
    r"|economy|price|output)\s+"
    r"(?:for|of|at|is|was|worth|puts? at|estimated at)?\s*(?:about |some |at least |around |more "
    r"than |over |an? )*$",
    re.IGNORECASE,
)
# "19 jets for Ukraine from Denmark" needs no verb.
_HANDED: Final = Keyed(
    "from",
    compile_names(
        r"\b(?:for|to)\s+[A-Z].*\bfrom\s+(?:the\s+)?[A-Z]|\b[Ff]rom\s+(?:the\s+)?[A-Z].*\b[Ff]or\s"
        r"|\beach\s+from\b"
    ),
)
_PROMISED: Final = r"(?:promised|pledged|earmarked|set aside|committed)"  # "more was promised: €5m"
_COLON_MAX: Final = 120  # characters
_BEHIND_MAX: Final = 200  # characters behind a figure in which its noun begins
_FROM: Final = Keyed("from", compile_names(r"\b[Ff]rom\s+(?:the\s+)?[A-Z]"))
_NOUN_LINK: Final = (
    r"\s+(?:of|worth|totall?ing|amounting to|valued at|for|:)\s+(?:a |an |some |about |up to )*$"
)
_OF_MONEY: Final = frozenset({"release", "vote", "free", "clear"})  # prisoners and mines are freed, too
_SPENDING: Final = frozenset({"spend", "devote", "go", "invest", "stay", "remain"})
_STANDING: Final = frozenset({"meet", "reach", "hit", "exceed", "achieve", "attain"})
_AIMED_AT: Final = frozenset({"achieve", "attain", "fulfil", "fulfill"})  # a share of output, no sum
_BUYING: Final = frozenset({"buy", "purchase", "order", "procure", "produce"})
_FOR_OTHERS: Final = compile_names(r"\bfor\s+(?:the\s+)?[A-Z][a-z]")
_PUTTING: Final = frozenset({"put", "add", "invest", "pay", "make", "support", "raise", "bring"})


class Acceptance:
    """Decides which figures count."""

    def __init__(self, nouns: Nouns, objects: Objects) -> None:
        self._counted = CountedThings(objects)
        self._pledge = PhraseSet(nouns.pledge)
        self._aid = PhraseSet(nouns.aid)
        self._other = PhraseSet(nouns.other)
        self._needed = PhraseSet(nouns.needed, fold=False)  # "Bill" is a name
        promises = [*nouns.pledge, "package", "packages", "grant", "loan"]
        self._nouns, noun = PhraseSet(promises), any_of(promises)
        self._before = re.compile(rf"(?<!\w){noun}{_NOUN_LINK}", re.IGNORECASE)
        self._colon = re.compile(rf"(?<!\w)(?:{noun}|{_PROMISED})(?!\w)[^.;:]{{0,90}}:\s*$", re.IGNORECASE)
        self._behind = re.compile(rf"[\s-]+(?:[\w-]+\s+){{0,3}}?{noun}(?!\w)", re.IGNORECASE)

    def counts(self, words: Words, governed: Governed, sentence: Span, *, pledging: bool) -> bool:
        """Tell whether the figure may be a pledge; ``pledging`` marks an article about promises."""
        quantity, cue, text = governed.mention.quantity, governed.cue, words.text
        span = _span(quantity)
        near = (max(governed.clause[0], span[0] - _NEAR), min(governed.clause[1], span[1] + _NEAR))
        if quantity.kind == "gdp_share":
            return cue is not None
        if cue is None:
            return self._named(words, governed, near) or self._listed(text, sentence, span[0])
        if _gives_nothing(text, governed, cue, sentence):
            return False
        if cue.group in STRONG and not (cue.lemma in _OF_MONEY and quantity.kind == "units"):
            return True
        if self._needed.any(words, *near) and cue.group not in STRONG and not pays_bill(words, governed):
            return False
        return self._in_company(words, governed, cue, near, pledging=pledging)

    def excluded(self, words: Words, governed: Governed, sentence: Span) -> bool:
        """Tell a figure that is none of a gift, whoever stands beside it."""
        text, quantity = words.text, governed.mention.quantity
        start, end = _span(quantity)
        if quantity.kind == "money" and (quantity.value is None or quantity.value < _SMALL):
            return True
        near = _company(words, governed)
        if _is_refused(text, near[0], start) or is_of_trade(words, sentence, quantity):
            return True
        if _is_moved(words, sentence, (start, end)) or _COMPARED.match(text, end):
            return True
        share = quantity.kind == "gdp_share"
        if _describes(words, governed) if share else _is_need(words, sentence, governed):
            return True
        if self._of_other(words, near) or _is_price(words, governed):
            return True
        return quantity.kind == "units" and not self._counted.are_given(words, near[0], governed)

    def _of_other(self, words: Words, near: Span) -> bool:
        """Tell a word of another trade; debts that are let off and what frozen assets yield are none."""
        return any(
            not (phrase in _DEBTS and debt_is_let_off(words.text, at))
            and not (phrase in _YIELDS and words.stands(_FROZEN, *near))
            and not (phrase == "stock" and _OWN_STOCK.search(words.text, max(near[0], at - 24), at))
            for at, phrase in self._other.places(words, *near)
        )

    def _named(self, words: Words, governed: Governed, near: Span) -> bool:
        """Tell a figure that a noun beside it makes a promise, without a verb."""
        text, (start, end) = words.text, _span(governed.mention.quantity)
        if self._nouns.may_stand(words, near[0], start) and self._before.search(text, near[0], start):
            return True
        if self._nouns.may_stand(words, end, end + _BEHIND_MAX) and self._behind.match(text, end):
            return True
        return bool(_HANDED.search(words, *governed.own))

    def _listed(self, text: str, sentence: Span, start: int) -> bool:
        """Tell a figure behind a colon that opens a list of promises."""
        low = max(sentence[0], start - _COLON_MAX)
        return text[low:start].rstrip().endswith(":") and bool(self._colon.search(text, low, start))

    def _in_company(
        self, words: Words, governed: Governed, cue: PledgeCue, near: Span, *, pledging: bool
    ) -> bool:
        """Judge a verb that gives only in the right company: an aid noun, a giver, a promise."""
        in_kind, span = governed.mention.quantity.kind == "units", _span(governed.mention.quantity)
        if cue.lemma in _AIMED_AT:
            return False
        if cue.lemma in _BUYING:
            return in_kind and _buys_for_others(words.text, governed, cue)
        company = self._aid.any(words, *near) or self._pledge.any(words, *near)
        if company:
            return True
        if cue.group == "spend":
            put = pledging and cue.lemma in _PUTTING
            put = put or (cue.lemma in _POURING and bool(_ON_OTHERS.search(words.text, *governed.own)))
            put = put or (cue.lemma == "invest" and cue.form == "third" and _puts_into(words.text, span))
            put = put or goes_to(words.text, governed, cue, pledging=pledging)
            put = put or (pledging and pays_bill(words, governed))
            helped = cue.lemma in HELPING and _WITH.search(words.text, cue.span[1], governed.start)
            sent = in_kind and _is_sent(words, governed)
            return put or bool(helped) or governed.frame.future or sent
        if cue.group == "propose":
            weighed = cue.lemma in _WEIGHING and bool(_TO_OTHERS.search(words.text, *governed.own))
            return pledging or governed.frame.wish or weighed
        kept = cue.group == "withdraw" and (
            _ITS.search(words.text, cue.span[1], governed.start)
            or _TO_OTHERS.search(words.text, *governed.own)
            or _had_offered(governed)
        )
        given = pledging or in_kind or _is_sent(words, governed)
        return bool(kept) or (cue.lemma not in _OF_MONEY and given)


def _gives_nothing(text: str, governed: Governed, cue: PledgeCue, sentence: Span) -> bool:
    """Tell "the budget was cut by $5m", "three million vials do not stop an infection"."""
    passive = governed.frame.passive
    if cue.group == "withdraw":
        return cue.form == "base" and not (governed.before or passive)
    return cue.group == "reduce" and passive and bool(_BUDGET.search(text, sentence[0], cue.span[0]))


def _had_offered(governed: Governed) -> bool:
    """Tell "takes back the $5m that it had offered": a promise is told behind what is taken back."""
    end = _span(governed.mention.quantity)[1]
    return any(
        c.group in ("pledge", "commit") and end < c.span[0] < governed.own[1] for c in governed.all_cues
    )


def _is_refused(text: str, low: int, start: int) -> bool:
    """Tell what the words before it say no to."""
    before = text[low:start].lower()
    return any(stem in before for stem in _REFUSING) and bool(_REFUSED.search(text, low, start))


# "$9 million had been paid for radios": by whom, with whom or to whom is not told
_PAID_FOR: Final = re.compile(
    r"\s+(?:was|were|is|are|had\s+been|has\s+been|have\s+been)\s+(?:\w+ly\s+)?paid\s+for\s+[^.;,]*"
)
_PAYERS: Final = frozenset({"by", "to", "with"})


def _is_price(words: Words, governed: Governed) -> bool:
    """Tell what was paid for something that was bought."""
    cue, end = governed.cue, _span(governed.mention.quantity)[1]
    if cue is None or cue.lemma != "pay" or governed.before:
        return False
    paid = _PAID_FOR.match(words.text, end)
    return paid is not None and not words.stands(_PAYERS, *paid.span())


def _is_moved(words: Words, sentence: Span, span: Span) -> bool:
    """Tell what a figure was before it rose or fell: "up from $5m", "from $5m to $9m"."""
    start, end = span
    if _ONCE.search(words, max(sentence[0], start - _ONCE_MAX), start):
        return True
    return bool(_OLD_VALUE.search(words, max(0, start - 8), start) and _NEW_VALUE.match(words.text, end))


def _is_sent(words: Words, governed: Governed) -> bool:
    return bool(_FROM.search(words, *governed.own))


def _puts_into(text: str, span: Span) -> bool:
    return bool(_IN_PLACE.match(text, span[1]))


_WITH: Final = re.compile(r"\b(?:with|to the tune of)\s+(?:[a-z]+\s+){0,4}$")
_WEIGHING: Final = frozenset({"consider", "mull", "weigh", "eye", "discuss", "prepare", "float"})
_POURING: Final = frozenset({"spend", "pour", "pump", "put", "plough", "plow", "sink"})
_ON_OTHERS: Final = compile_names(r"\b(?:on|into)\s+(?:the\s+)?[A-Z][a-z]")
# "invests $5bn in Chad", "invests €2m in the port of Lobito"
_IN_PLACE: Final = compile_names(
    r"\s+(?:in|into)\s+(?:(?:the|an?|new|its)\s+(?:\w+\s+){0,3}(?:in|of|at|near)\s+)?[A-Z][a-z]"
)
_TO_OTHERS: Final = compile_names(r"\b(?:for|to|with)\s+(?:the\s+)?[A-Z][a-z]")
_ITS: Final = re.compile(r"\s(?:its|their|his|her)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)


def _company(words: Words, governed: Governed) -> Span:
    """Give what tells a figure's trade: from a verb right before it, up to a quotation or next figure."""
    start, end = _span(governed.mention.quantity)
    low, high = max(governed.clause[0], start - _NEAR), min(governed.clause[1], end + _NEAR)
    cue = governed.cue
    if cue is not None and governed.before and cue.group in STRONG and start - cue.span[1] <= _RIGHT_BEFORE:
        low = max(low, cue.span[0])
    decided = cue is not None and governed.before and cue.group in ("pledge", "commit", "allocate")
    if decided:  # "commits $1bn, of which $500m to finance exports": what is said of the next figure
        high = min([high, *(span[0] for span in governed.sums if span[0] > end)])
    behind = words.text[end:high]
    turns = any(mark in behind for mark in _QUOTES) or words.stands(_OTHER_WORDS, end, high)
    other = _OTHER_MATTER.search(words.text, end, high) if turns else None
    return low, other.start() if other else high


# "€1.4bn from the profits of immobilised Russian assets"
_FROZEN: Final = frozenset({"frozen", "immobilised", "immobilized", "blocked"})
_YIELDS: Final = frozenset(
    {"profit", "profits", "revenue", "revenues", "earnings", "earned", "net proceeds", "proceeds will"}
)
_RIGHT_BEFORE: Final = 12  # characters
_QUOTES: Final = '“"«'
_OTHER_WORDS: Final = frozenset(
    "imports owns has holds runs salaries wages rents rent compensation".split()  # noqa: SIM905
)
# a quotation, what money is for, what else the subject does: "for fuel imports", "to pay the wages of
# teachers", ", and owns shares"
_OTHER_MATTER: Final = re.compile(
    r"(?<=\s)[“\"«]|,\s+and\s+(?:also\s+)?(?:owns|has|holds|runs)\s"
    r"|\b(?:for|finance|fund|cover|pay|paying|towards?)\s+(?:[\w-]+\s+){0,3}"
    r"(?:imports|salaries|wages|rents?|compensation)\b"
)


def _is_decided(governed: Governed) -> bool:
    """Tell "approved a budget of $2bn", which the verb makes a pledge, from a budget that is spoken of."""
    cue = governed.cue
    decided = cue is not None and governed.before and cue.group in ("allocate", "commit", "pledge")
    return decided and cue is not None and _span(governed.mention.quantity)[0] - cue.span[1] <= _BUDGET_NEAR


def _buys_for_others(text: str, governed: Governed, cue: PledgeCue) -> bool:
    """Tell "bought ten trucks for Ukraine", "offered to buy two" from what a country buys for itself."""
    if _FOR_OTHERS.search(text, *governed.own):
        return True
    before = [c for c in governed.all_cues if c.span[1] < cue.span[0]]
    if not before or before[-1].group != "pledge":
        return False
    return text[before[-1].span[1] : cue.span[0]].strip() == "to"


_BUDGET_NEAR: Final = 40  # characters


def _is_need(words: Words, sentence: Span, governed: Governed) -> bool:
    """Tell a need or cost that a noun names; a budget that somebody decides is a pledge."""
    start = _span(governed.mention.quantity)[0]
    noun = _NEED_BEFORE.search(words, max(sentence[0], start - 44), start)
    if noun is None:
        return False
    if pays_bill(words, governed):
        return False
    return not (noun[0].lower().startswith("budget") and _is_decided(governed))


# "reaches 2 percent before the year is out", "climbs to 3 percent by 2030"
_DATED: Final = Keyed(
    "by before this next",
    r"\b(?:by\s+(?:20\d\d|the\s+end|(?:next|this)\s)|before\s+(?:20\d\d|(?:the\s+)?(?:year|end)\b|this\s+year)"
    r"|(?:this|next)\s+year)",
    re.IGNORECASE,
)
_GROWING: Final = frozenset({"grow", "rise", "climb", "swell"})
_REACHING: Final = (_GROWING | _STANDING) - {"exceed"}


def _describes(words: Words, governed: Governed) -> bool:
    """Tell what a country spends from what it will spend: "Poland, which spends 4.7 percent"."""
    cue, frame = governed.cue, governed.frame
    if cue is None or frame.future or frame.wish:
        return False
    reaches = cue.lemma in _REACHING and cue.form in ("third", "base")
    if reaches and not frame.perfect and _DATED.search(words, *governed.clause):
        return False
    if cue.lemma in _GROWING and cue.form in ("third", "past"):
        return True
    stands = cue.lemma in _STANDING and not frame.passive  # "only two meet the goal of 2 percent"
    return stands or (cue.lemma in _SPENDING and cue.form in ("third", "past", "ing") and not frame.passive)


_BUDGET: Final = re.compile(r"\b(?:budget|staff|workforce|output|forecast|workload)\b(?:\s+\w+){0,3}\s*$")


def _span(quantity: Quantity) -> Span:
    assert quantity.span is not None
    return quantity.span
