"""The page: doc.text in, ``doc._.noise`` out: stretches that are layout, not article.

Bylines, image credits, counters, advertisements, "read also" lines, a headline printed
twice, the comment form at the end. The text itself is left alone, so offsets hold.
"""

import re
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Span
from streams.claims.annotations import source_text
from streams.claims.components.text.odd_marks import usual_marks

_LINE: Final = re.compile(r"[^\n]+")
_LABEL: Final = re.compile(
    r"""\s*(?:
        (?:(?:file\ )?photo|featured?\ image|(?:enlarge\ )?image|image\ source|photo\ credit
            |photograph|picture|pic|video|illustration|graphic|credit)s?\s*(?:[:|©/,-]|by\b|source|via|courtesy|$)
      | <\w+[^>\n]{0,200}> | !\[ | https?://\S+\s*$ | ©
      | advertisement\b | advertising\b | sponsored\b | (?:\d{1,2}\.\ )?skip\ to\b | share\ (?:this|on|via)\b
      | sign\ up\b | subscribe\b | listen\ to\b | click\ here\b | follow\ us\b | copyright\b
      | all\ rights\ reserved
      | (?:also\ )?read(?:\ also|\ more|\ next|\ this)?\s*: | also\ read | see\ also\b | related\b
      | more\ (?:on|from|stories)\b | you\ (?:may|might|will)\b[^.\n]{0,40}(?:like|interest)
      | recommended\b | most\ (?:read|popular)\b | trending\b
      | no\ comments\b | post\ a\ comment | leave\ a\ (?:comment|reply) | comments?\s*$
      | tags?\s*: | categor(?:y|ies)\s*:
      | (?:last\ )?updated\s*: | published\s*(?::|on\b) | \d{1,3}\ mins?(?:\ read)?\s*$
      | \d[\d,.]*\s(?:views?|shares?|comments?)\b
      | by\ (?-i:[A-Z])[\w.'’-]+(?:\ (?-i:[A-Z0-9])[\w.'’-]+){0,4}\s*(?:$|[,|]|\d|and\b|in\b)
      | source\s*:\s*\S+(?:\ \S+){0,6}\s*$ | details\s*$ | quote\s*$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
# "Seen an error? Select it and press Ctrl+Enter"
_TYPO: Final = re.compile(r"\s*(?=.{0,160}\bctrl\s?\+).*\b(?:error|mistake|typo)\b", re.IGNORECASE)
_DATE_LINE: Final = re.compile(
    r"\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?\d{0,2}(?:st|nd|rd|th)?,? ?\d{0,4}"
    r"[ ,|-]{0,4}(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?)?(?: ?[A-Z]{2,4})?\s*$",
    re.IGNORECASE,
)
_STRAY: Final = re.compile(r"Â(?=[\s\u00a0”’“‘\"'])")
_LABEL_MAX: Final = 220  # characters: a longer line is a paragraph that only begins like a label
_HEAD_MAX: Final = 300


def noise_spans(text: str) -> tuple[Span, ...]:
    """Give the stretches of ``text`` that state nothing of the article, in order."""
    found: list[Span] = []
    last = ""
    for match in _LINE.finditer(text):
        line, bare = match[0], match[0].strip()
        if len(line) <= _LABEL_MAX and _is_layout(line):
            found.append(match.span())
        elif bare == last and len(line) <= _HEAD_MAX:
            found.append(match.span())  # a headline or caption printed twice
        last = bare or last
    if "Â" in text:
        found = sorted(found + [match.span() for match in _STRAY.finditer(text)])
    return tuple(found)


def _is_layout(line: str) -> bool:
    return bool(_LABEL.match(line) or _DATE_LINE.match(line) or ("+" in line and _TYPO.match(line)))


@Language.component("page", assigns=["doc._.noise"])
def page(doc: Doc) -> Doc:
    """Note the layout noise of the page; the components behind read the usual marks for odd ones.

    A stray "Â" is a blank to them. What is printed stays in ``printed``.
    """
    printed = source_text(doc)
    text = usual_marks(printed)
    doc._.noise = noise_spans(text)
    if "Â" in text:
        text = _STRAY.sub(" ", text)  # as long as before, so that offsets hold
    if text != printed:
        doc._.source, doc._.printed = text, printed
    return doc
