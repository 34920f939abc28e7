"""Lists that put the figure first, one gift to a line: "* USD 37 million, Norway", "- 40 trucks (Peru)".

In: an article, a governed quantity and the context. Out: the giver that its line names behind the
figure, or None where the figure does not open its line.
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.components.giving import grammar
from streams.claims.components.giving.article import PledgeArticle
from streams.claims.components.giving.clauses import Governed
from streams.claims.components.giving.context import Context, Giver
from streams.claims.components.giving.leads import LEAD, of_giving

_OPENS: Final = re.compile(rf"[\s•*·►▪–—.)-]*(?:\d{{1,2}}[.)]\s+)?{LEAD}")
# between figure and name: what it is for, then a mark; behind the name the line ends or goes on with an aside
_GAP: Final = re.compile(
    r"(?:\s+(?:in|of|for|worth of)\s+[^\n,;:()$€£\d]{2,40}?)?\s*[,:|(=–—-]\s*(?:the\s+)?"
)
_ENDS: Final = re.compile(r"['’]?[ \t]*(?:[;,.)(]|$|[–—-]\s)", re.MULTILINE)
_NEXT_LINE: Final = re.compile(
    r"^[^\w\n]{0,6}(?:[A-Z]{1,3}|Rs|Tk|kr)?\s?[$€£¥₹]?\s?\d[^\n]{3,90}$", re.MULTILINE
)
_LEAST: Final = 2  # lines
_REACH: Final = 60  # characters


def figure_first(
    article: PledgeArticle,
    governed: Governed,
    sentence: Span,  # noqa: ARG001
    context: Context,
) -> Giver | None:
    """Take the name behind a figure that opens a line of a list."""
    (start, end), text = grammar.quantity_span(governed), article.text
    line = text.rfind("\n", 0, start) + 1
    if line == 0 or start - line > _REACH or not _OPENS.fullmatch(text, line, start):
        return None
    if not of_giving(governed, context):
        return None
    stop = text.find("\n", end)
    stop = min(end + _REACH, stop if stop >= 0 else len(text))
    named = [n for n in article.nominals_in(end, stop) if not n.adjective and not n.person]
    if not named or named[0].actor.name == context.taker_name:
        return None
    first = named[0]
    if not _GAP.fullmatch(text, end, first.span[0]) or not _ENDS.match(text, first.span[1]):
        return None
    around = _NEXT_LINE.findall(text, max(0, line - _AROUND), stop + _AROUND)
    return Giver(first.actor, first.span) if len(around) >= _LEAST else None


_AROUND: Final = 200  # characters in which another line of the list stands
