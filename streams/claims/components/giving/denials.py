"""Reports that a sentence calls wrong: a sentence in, whether it disowns what it repeats out.

"Claims that the UK has decided to give £800m are incorrect", "denied reports that it would send
tanks": the pledge stands in the words only to be denied.
"""

import re
from typing import Final

from models.messages import Span
from streams.claims.components.text.keyed import Keyed
from streams.claims.components.text.words import Words

_REPORTS: Final = (
    r"(?:reports?|claims?|rumou?rs?|talk|speculation|suggestions?|allegations?|media\s+reports?|stories)"
)
_FALSE: Final = (
    r"(?:incorrect|false|untrue|wrong|baseless|unfounded|inaccurate|fabricated|fake|not\s+(?:true|correct))"
)
_DISOWNED: Final = Keyed(
    "report reports claim claims rumor rumors rumour rumours talk speculation suggestion suggestions "
    "allegation allegations stories deny denies denied denying",
    rf"\b{_REPORTS}\b[^.;]{{0,40}}\bthat\b[^;]{{0,200}}\b(?:is|are|was|were)\s+(?:\w+ly\s+|all\s+)?{_FALSE}\b"
    rf"|\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|refut(?:es?|ed|ing))"
    rf"\s+(?:as\s+{_FALSE}\s+)?(?:\w+\s+){{0,2}}{_REPORTS}\s+(?:[\w’']+\s+){{0,3}}that\b"
    r"|\bden(?:y|ies|ied|ying)\s+that\b",
    re.IGNORECASE,
)


def disowned(words: Words, sentence: Span) -> bool:
    """Say whether the sentence repeats a report in order to deny it."""
    return bool(_DISOWNED.search(words, *sentence))
