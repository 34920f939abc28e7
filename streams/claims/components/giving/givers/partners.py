"""Two states that sign together: an article in, of each pact who gives and who gets out.

"Oman and Chad signed deals worth $2bn", "Chad signs an agreement with Oman": of the two the one that
is on the list of aided countries gets. What one of them buys of the other is no gift.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from models.messages import Actor, Span
from streams.claims.components.giving.article import Nominal, Pact, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Context, Giver
from streams.claims.components.text.words import Words

_PACTS: Final = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "agreement agreements deal deals accord accords pact pacts memorandum memoranda memorandums mou mous "
        "partnership partnerships package notes letters"
    ).split()
)
# before a pact
_SIGNS: Final = re.compile(
    r"\b(?:sign(?:s|ed|ing)?|ink(?:s|ed)?|seal(?:s|ed)?|conclude[sd]?|clinch(?:es|ed)?|strikes?|struck|exchange[sd]?)\b"
    r"[^.;:\n]{0,60}\Z",
    re.IGNORECASE,
)
_SIGNS_MAX: Final = 72  # characters
# behind one: "a $2bn deal between Oman and Chad"
_BETWEEN: Final = re.compile(r"\s+between\s+(?:the\s+)?", re.IGNORECASE)
_DEAL_WITH: Final = re.compile(r"(\s+with\s+)(?:the\s+)?", re.IGNORECASE)
_TRADE: Final = re.compile(
    r"\b(?:buy|buys|buying|bought|purchas\w+|procur\w+|acquir\w+|sale|sales|sells?|sold|arms|weapons|trade|jets|import\w*"
    r"|export\w*|extradition|peace)\b",
    re.IGNORECASE,
)
_AND: Final = re.compile(
    r"\s*(?:,|&|\band)\s+(?:the\s+)?(?:(?:government|republic|kingdom)\s+of\s+(?:the\s+)?)?", re.IGNORECASE
)
_WITH: Final = re.compile(r"\bwith\s+(?:the\s+)?$")
_SIGNED: Final = frozenset({"sign", "ink", "seal", "conclude", "agree", "exchange"})
_NEAR: Final = 120  # characters on either side of the verb


def pacts(article: PledgeArticle) -> Iterator[Pact]:
    """Give the pacts between a country that mostly gets and another."""
    for told, parties in ((_signed(article.words), _signing), (_told_between(article.words), _between)):
        for span in told:
            at = bisect_right(article.sentences, (span[0], len(article.text))) - 1
            sentence = article.sentences[at] if at >= 0 else (0, 0)
            if not sentence[0] <= span[0] < sentence[1] or _TRADE.search(article.text, *sentence):
                continue
            actors = parties(article, span, sentence)
            needy = [actor for actor in actors if actor.id in article.aided]
            others = [actor for actor in actors if actor.id not in article.aided]
            if len(needy) == 1 and len(others) == 1:
                yield Pact(sentence, others[0], needy[0])


def _signed(words: Words) -> Iterator[Span]:
    """Give where a pact is signed, from the verb to the end of the pact."""
    done = 0
    for at, word in words.among(_PACTS):
        verb = _SIGNS.search(words.text, max(done, at - _SIGNS_MAX), at)
        if verb is not None:
            done = at + len(word)
            yield verb.start(), done


def _told_between(words: Words) -> Iterator[Span]:
    """Give where a pact is between two, from the pact to where they are named."""
    for at, word in words.among(_PACTS):
        found = _BETWEEN.match(words.text, at + len(word))
        if found is not None:
            yield at, found.end()


def giver(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:  # noqa: ARG001
    """Give who of two that sign together gives."""
    cue = governed.cue
    if cue is not None and cue.lemma not in _SIGNED:
        return None
    pact = next((pact for pact in article.pacts if pact.span == sentence), None)
    return Giver(pact.giver, (governed.start, governed.start)) if pact else None


def debtor(article: PledgeArticle, governed: Governed, sentence: Span, context: Context) -> Giver | None:  # noqa: ARG001
    """Give who pays what arrives under the only deal that the page tells of: "the deal with Oman"."""
    cue, taker = governed.cue, context.taker
    if cue is None or taker is None or taker.id not in article.aided:
        return None
    if not (cue.group in ("receive", "come") or governed.frame.passive or cue.lemma in _ARRIVES):
        return None
    others = article.dealing
    return Giver(others[0], (governed.start, governed.start), firm=False) if len(others) == 1 else None


def dealing(article: PledgeArticle) -> list[Actor]:
    """Give the countries, none that mostly gets, with which somebody has a deal."""
    text, deals = article.text, article.words.among(_PACTS)
    found = [with_ for at, word in deals if (with_ := _DEAL_WITH.match(text, at + len(word)))]
    named_at = {end for with_ in found for end in (with_.end(1), with_.end())}
    if not named_at:
        return []
    states = _states(article, 0, len(text))
    return list(
        {
            n.actor.name: n.actor for n in states if n.span[0] in named_at and n.actor.id not in article.aided
        }.values()
    )


_ARRIVES: Final = frozenset({"reach", "transfer"})


def partner(article: PledgeArticle, sentence: Span, gives: Actor) -> Actor | None:
    """Give who gets of two that sign together where the other one gives."""
    found = (p.taker for p in article.pacts if p.span == sentence and p.giver.name == gives.name)
    return next(found, None)


def _signing(article: PledgeArticle, signed: Span, sentence: Span) -> list[Actor]:
    """Give the two before the verb, or the one there and the one behind "with"."""
    before = _states(article, max(sentence[0], signed[0] - _NEAR), signed[0])
    if not before:
        return []
    if len(before) > 1 and _AND.fullmatch(article.text, before[-2].span[1], before[-1].span[0]):
        return [before[-2].actor, before[-1].actor]
    behind = _states(article, signed[1], min(sentence[1], signed[1] + _NEAR))
    other = (n for n in behind if _WITH.search(article.text, max(0, n.span[0] - 12), n.span[0]))
    return [before[-1].actor, *(n.actor for n in other)][:2]


def _between(article: PledgeArticle, pact: Span, sentence: Span) -> list[Actor]:
    behind = _states(article, pact[1], min(sentence[1], pact[1] + _NEAR))[:2]
    joined = len(behind) > 1 and _AND.fullmatch(article.text, behind[0].span[1], behind[1].span[0])
    return [n.actor for n in behind] if joined and behind[0].span[0] == pact[1] else []


def _states(article: PledgeArticle, start: int, end: int) -> Sequence[Nominal]:
    return [n for n in article.takers_in(start, end) if n.actor.level == "country" and not n.adjective]
