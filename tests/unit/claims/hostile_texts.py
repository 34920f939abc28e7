"""Texts that try to make a reader slow: one thing over and over, or ever new ones."""

from collections.abc import Callable, Iterator
from itertools import count

REPEATED = {
    "countries": "Norway ", "sums": "€50bn ", "opening marks": "“", "closing marks": "”", "pairs of marks": "“a” ",
    "straight marks": '"Norway said" ', "apostrophes": "'Norway' ", "speakers": "he said ", "brackets": "( ",
    "empty lines": "\n", "lines of a word": "Norway\n", "full stops": ".", "blanks": " ", "one long word": "a",
    "one long number": "9", "thousands": "1,000,", "half a range": "between 1 and ", "conjunctions": "and ",
    "titles": "Mr. ", "percentages": "5% ", "shares": "5% of GDP ", "a verb": "will give ", "funds": "The Fund of the ",
    "initials": "A. ", "conversions": "2 million euros (3 million dollars) ", "a list": "- Norway gave €5m;\n",
    "posts": "Minister of ", "relative clauses": "Norway, who ", "owners": "Norway’s ", "hyphens": "a-",
    "an enumeration": "Norway and Sweden, ", "years": "by 2027 ", "quotes": "“We will give €5 million to Kenya,” he said. ",
    "no blanks": "Norway gave Kenya €5m.", "one sentence": "Norway will give Kenya 5 million euros and ",
    "sources": "according to ", "nested marks": "“‘„", "fact lines": "Source: ", "half a quote": "Quote: “", "credits": "By ",
    "dates": "on 5 May 2024 ", "words of numbers": "one hundred and ", "hard blanks": "\u00a0", "accents": "e\u0301",
    "signs": "#", "totals": "a total of ", "open ranges": "$5-$10-", "pronouns": "He She ", "former posts": "the former president of ",
    "rows of percentages": "5%\n", "percentages in a list": "5%, ", "percentages in words": "5 per cent ",
    "percentages far apart": "5% " + "of them " * 12, "blanks behind a percentage": "5%" + " " * 400,
    "figures": "5 ", "signs of currency": "$€£", "figures without blanks": "$5", "capitals": "A", "capitalised": "Aa ",
    "said": "said ", "brackets in pairs": "()", "nested quotes": "“‘a’” ", "a quote reopened": "“We pay.\n\n",
    "a quote reopened straight": '"We pay.\n\n', "a quote reopened single": "'We pay.\n\n", "signs without blanks": 'abc5%$"(',
    "portfolios": "Minister for Trade, Ports and ", "places": ", of the campaign group ", "groups": "12 countries ", "verbs of giving": "Norway gave ",
}  # fmt: skip


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def _name(number: int) -> str:
    return f"K{_letters(number * 7919 % 100_003 + 1)} V{_letters(number * 104_729 % 1_000_003 + 1)}o"


EVER_NEW: dict[str, Callable[[int], str]] = {
    "people": lambda n: f"{_name(n)} said so. ",
    "ministers": lambda n: (
        f"Finance Minister {_name(n)} of Norway said “we will pay {n} million euros to Kenya now”. "
    ),
    "roles": lambda n: (
        f"the {_letters(n + 1)} minister {_name(n)} spoke; the {_letters(n + 4)} minister left. "
    ),
    "organisations": lambda n: f"The {_name(n)} Fund pledged ${n} million to the {_name(n + 1)} Foundation. ",
    "abbreviations": lambda n: f"The {_name(n)} Fund (K{_letters(n + 1).upper()}F) pledged ${n} million. ",
    "pledges": lambda n: f"Norway pledged {n} million euros to Kenya. ",
    "pledges in one sentence": lambda n: f"Norway pledged {n} million euros and ",
    "targets": lambda n: f"Norway will spend {n % 9 + 1}.{n % 97} per cent on defence. ",
    "goods": lambda n: f"Norway will send {n} tanks to Kenya by {2025 + n % 9}. ",
    "speakers": lambda n: (
        f"“{_name(n)} is {_letters(n + 1)} and {_letters(n + 2)} here,” {_name(n + 5)} said. "
    ),
    "open quotes": lambda n: f"“{_name(n)} is {_letters(n + 1)} and {_letters(n + 2)} here.\n",
    "lines": lambda n: f"{_name(n)}\n",
    "a table": lambda n: f"Norway\t€{n}m\n",
    "names": lambda n: f"{_name(n)} ",
    "words": lambda n: f"{_letters(n + 1)} ",
    "embedded posts": lambda n: f"{_name(n)} (@{_letters(n + 1)}) May {n % 28 + 1}, 2024\n",
    "photo credits": lambda n: f"Photo: {_name(n)}/AFP\n",
    "parts": lambda n: f"of which {n} million euros, ",
}
KINDS = [*(f"repeated {kind}" for kind in REPEATED), *(f"ever new {kind}" for kind in EVER_NEW)]


def hostile(kind: str, length: int) -> str:
    """Give a text of ``length`` characters of one of KINDS."""
    if kind.startswith("repeated "):
        unit = REPEATED[kind.removeprefix("repeated ")]
        return (unit * (length // len(unit) + 1))[:length]
    return "".join(_up_to(EVER_NEW[kind.removeprefix("ever new ")], length))[:length]


def _up_to(make: Callable[[int], str], length: int) -> Iterator[str]:
    written = 0
    for number in count():
        if written >= length:
            return
        yield (piece := make(number))
        written += len(piece)
