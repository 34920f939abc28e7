"""Lists that somebody tells: where the lines end that words of speech introduce.

In: a text and where an introduction ends in a colon ("The minister said it includes:"). Out: where the
last line of its list ends.
"""

import re
from typing import Final

from streams.claims.capitals import compile_names

# "read out the list", "gave a breakdown": the rest of the paragraph, or the lines below it, are the list.
LIST: Final = re.compile(
    r" (?:out )?(?:the|a|an|her|his|their|its) (?:[\w-]+ )?"
    r"(?:list|names|offers|pledges|figures|sums|breakdown|overview|rundown|tally|details|summary)\b"
)
LIST_MAX: Final = 1500  # characters
_PUBLISHING: Final = (
    "publish publishes published publishing post posts posted posting share shares shared sharing "
    "release releases released releasing present presents presented presenting give gives gave giving "
    "provide provides provided providing issue issues issued issuing read reads reading list lists listed "
    "went circulate circulates circulated circulating"
)
# Verbs that tell what a list says.
LISTING: Final = frozenset(_PUBLISHING.split())
# "– 40 trucks", "Norway – €3 million": a line of a list, none that a label opens.
_LINE: Final = compile_names(
    r"\s*(?!(?:Quote|Background|Details|Previously|Source|Reference|Note|Read|Photo)\b)"
    r"(?:[•*·►▪–—-]|\d{1,2}[.)]|[^\n:–—]{2,50}(?::| [–—-]) )[^\n]*"
)


def lines_end(text: str, at: int) -> int:
    """Give where the list below the colon that ends at ``at`` ends, ``at`` where none follows."""
    if text[at - 1 : at] != ":" or not text.startswith("\n", at):
        return at
    end, stop = at, min(len(text), at + LIST_MAX)
    while (line := _LINE.match(text, end, stop)) and any(letter.isdigit() for letter in line[0]):
        end = line.end()
    return end
