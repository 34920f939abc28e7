"""Names and sums told in one order: "Norway and Germany lead, with 3.2 and 0.2 billion respectively".

In: an article and a governed quantity of a sentence that says "respectively". Out: the giver whose place
among the names is that of the figure among the sums, or None.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msgspec.structs import replace

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import Nominal, PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Context, Giver
from streams.claims.components.giving.leads import of_giving

_RESPECTIVELY: Final = re.compile(r"\brespectively\b", re.IGNORECASE)
_NEXT: Final = re.compile(
    r"(?:,\s*(?:and\s+)?|\s+and\s+)(?:the\s+|by\s+|from\s+)*(?:about\s+|some\s+|up to\s+)?"
)


def respectively(
    article: PledgeArticle, governed: Governed, sentence: Span, context: Context
) -> Giver | None:
    """Take who stands where the figure does."""
    here = grammar.quantity_span(governed)
    if len(governed.sums) < _BOTH or not _RESPECTIVELY.search(article.text, here[1], sentence[1]):
        return None
    sums = next((run for run in _runs(article.text, governed.sums) if here in run), [])
    if len(sums) < _BOTH or not of_giving(governed, context):
        return None
    before = _names(article, (sentence[0], sums[0][0]), context)
    for names in (*reversed(before), *_names(article, (sums[-1][1], sentence[1]), context)):
        if len(names) == len(sums):
            return replace(grammar.as_giver(names[sums.index(here)]), span=names[-1].span)
    return None


_BOTH: Final = 2


def _names(article: PledgeArticle, stretch: Span, context: Context) -> list[list[Nominal]]:
    """Give the lists of names in ``stretch`` that may give."""
    named = [
        n for n in article.nominals_in(*stretch) if not n.adjective and n.actor.name != context.taker_name
    ]
    by_span = {n.span: n for n in named}
    return [[by_span[span] for span in run] for run in _runs(article.text, list(by_span))]


def _runs(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Give the lists that ``spans``, in order, stand in."""
    runs = [[span] for span in spans[:1]]
    for one, other in pairwise(spans):
        if _NEXT.fullmatch(text, one[1], other[0]):
            runs[-1].append(other)
        else:
            runs.append([other])
    return runs
