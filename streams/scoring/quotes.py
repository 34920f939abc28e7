"""Quotes of one article: gold and claims in, which agree in words and in who said them out.

Spans are compared by intersection over union, without what stands at their edges: marks
and spaces belong to nobody. Speakers are compared as the people they were resolved to.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from models.messages import Claim, Quote, Span
from streams.scoring.folder import Annotated, GoldQuote
from streams.scoring.likeness import same_person, words
from streams.scoring.tally import Finding, Rates

OVERLAP_MIN: Final = 0.8
WORDS_MIN: Final = 4  # shorter ones are not annotated
_SPOKEN: Final = frozenset(["direct", "mixed"])
_MARK_BEFORE: Final = re.compile(r"[\"'“‘„«]\W*$")


@dataclass(slots=True)
class QuoteTally:
    """All quotes so far; ``named`` are the found ones that a named person says."""

    found: Rates = field(default_factory=Rates)
    named: int = 0
    speaker_right: int = 0
    not_located: int = 0
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Given:
    span: Span
    claim: Claim


def score_quotes(tally: QuoteTally, page: Annotated, claims: Sequence[Claim]) -> None:
    """Add the quotes of one article to ``tally``."""
    text, article = page.article.text, page.gold.id
    left = [_Given(trimmed(text, quote.span), claim) for claim in claims if (quote := _spoken(claim))]
    left = [quote for quote in left if len(words(text[slice(*quote.span)])) >= WORDS_MIN]
    free = [span for gold in page.gold.institution_quotes if (span := locate(text, gold))]
    for gold in page.gold.statements:
        span = locate(text, gold)
        if span is None:
            tally.not_located += 1
        elif gold.optional:
            free.append(span)
        else:
            _score_quote(tally, article, gold, trimmed(text, span), left)
    wrong = [quote for quote in left if not any(overlap(quote.span, span) for span in free)]
    tally.found.given += len(wrong)
    tally.findings += [
        Finding("false quote", (article,), text[slice(*quote.span)], quote.claim.evidence) for quote in wrong
    ]


def _score_quote(tally: QuoteTally, article: str, gold: GoldQuote, span: Span, left: list[_Given]) -> None:
    """Count one gold quote; the claim that it pairs with is taken from ``left``."""
    tally.found.wanted += 1
    best = max(left, key=lambda quote: overlap(span, quote.span), default=None)
    line = f"“{gold.quote_start} … {gold.quote_end}” {gold.speaker or ''}".rstrip()
    if best is None or overlap(span, best.span) < OVERLAP_MIN:
        tally.findings.append(Finding("missed quote", (article,), line))
        return
    left.remove(best)
    tally.found.right += 1
    tally.found.given += 1
    if gold.speaker is None:
        return
    said = best.claim.speaker.name if best.claim.speaker else None
    tally.named += 1
    if same_person(gold.speaker, said):
        tally.speaker_right += 1
    else:
        tally.findings.append(
            Finding("wrong speaker", (article,), f"{line}, not {said}", best.claim.evidence)
        )


def _spoken(claim: Claim) -> Quote | None:
    assert isinstance(claim.quote, Quote)  # the caller sorts claims by kind
    return claim.quote if claim.quote.form in _SPOKEN else None


def locate(text: str, gold: GoldQuote) -> Span | None:
    """Give where the words of a gold quote stand, None where they are not in the text.

    Where its first words stand more than once: behind a quotation mark first, then the shortest.
    """
    if gold.span:
        return gold.span
    if not gold.quote_start or not gold.quote_end:
        return None
    last = _loosely(gold.quote_end)
    spans = [
        (first.start(), tail.end())
        for first in _loosely(gold.quote_start).finditer(text)
        if (tail := last.search(text, first.start()))
    ]
    return min(spans, key=lambda span: (not _opened(text, span), span[1] - span[0]), default=None)


def _loosely(some: str) -> re.Pattern[str]:
    return re.compile(r"[\W_]+".join(re.escape(word) for word in re.findall(r"\w+", some)))


def _opened(text: str, span: Span) -> bool:
    return bool(_MARK_BEFORE.search(text[max(0, span[0] - 3) : span[0]]))


def trimmed(text: str, span: Span) -> Span:
    """Give a span without marks and spaces at its edges."""
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def overlap(one: Span, other: Span) -> float:
    """Give the intersection of two spans over their union, 0 to 1."""
    common = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    union = (one[1] - one[0]) + (other[1] - other[0]) - common
    return common / union if union else 0.0
