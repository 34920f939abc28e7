"""Odd quotation marks: a text in, one of the same length with the usual marks out.

Typewriters, TeX, broken encodings and leftovers of HTML print marks that no rule should have
to know ("``", "â€œ", "&quot;", "<em>"). Each becomes the usual mark with blanks for the
rest of its characters, so that offsets hold.
"""

import re
from typing import Final

_SAME: Final = {
    "\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”", "″": '"', "＂": '"', "′": "'", "`": "'", "´": "'",
    "「": "“", "」": "”", "『": "“", "』": "”", "〝": "“", "〞": "”", "❝": "“", "❞": "”", "‹": "«", "›": "»",
    "''": '""', "‘‘": "““", "’’": "””", "``": "““", "´´": '""',
    "‚‚": "„„", ",,": "„„", "<<": "««", ">>": "»»",
}  # fmt: skip
_OPENING: Final = {
    "â€œ": "“", "â€˜": "‘", "&ldquo;": "“", "&lsquo;": "‘", "&laquo;": "«", "&bdquo;": "„",
    "&#8220;": "“", "&#8216;": "‘", "&#171;": "«", "<q>": "“",
}  # fmt: skip
_CLOSING: Final = {
    "â€\x9d": "”", "â€": "”", "â€™": "’", "&rdquo;": "”", "&rsquo;": "’", "&raquo;": "»",
    "&#8221;": "”", "&#8217;": "’", "&#187;": "»", "</q>": "”", "â€“": "–", "â€”": "—", "â€¦": "…",
}  # fmt: skip
_EITHER: Final = {"&quot;": '"', "&#34;": '"', "&apos;": "'", "&#39;": "'", "&#039;": "'"}
_NAMED: Final = "|".join(
    re.escape(sign) for sign in sorted({*_OPENING, *_CLOSING, *_EITHER}, key=len, reverse=True)
)
_PAIRED: Final = "|".join(re.escape(sign) for sign in sorted(_SAME, key=len, reverse=True) if sign != ",,")
# Each of these begins with a sign of its own, so that a text without any is passed over at once.
_ODD: Final = re.compile(
    rf"{_NAMED}|</?(?:em|i|b|u|strong|span|br|p|blockquote|cite|font)(?: [^<>\n]{{0,120}})?/?>"
    rf"|,,(?<!\w,,)(?=\w)|{_PAIRED}"
)


def usual_marks(text: str) -> str:
    """Give ``text`` with the usual marks for odd ones, as long as before."""
    return _ODD.sub(_usual, text)


def _usual(match: re.Match[str]) -> str:
    sign, text = match[0], match.string
    if sign in _SAME:
        return _SAME[sign]
    before = text[match.start() - 1 : match.start()]
    if before.isalnum() and text[match.end() : match.end() + 1].isalnum():
        return sign  # an apostrophe: "donâ€™t"
    if sign in _CLOSING:
        return _CLOSING[sign].ljust(len(sign))
    if sign in _OPENING:
        return _OPENING[sign].rjust(len(sign))
    if sign not in _EITHER:
        return " " * len(sign)  # a tag
    opens = not before or before.isspace() or before in "([:—–"
    return _EITHER[sign].rjust(len(sign)) if opens else _EITHER[sign].ljust(len(sign))
