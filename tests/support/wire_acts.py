"""What wires do to their stories: new versions, kills and embargoes of given articles."""

import random
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from models.messages import Article

DIGITS = str.maketrans("12345678", "23456789")


def with_wire_acts(articles: Sequence[Article], seed: int = 1) -> list[Article]:
    """Give the articles and, behind them, what became of about half of their stories."""
    rng = random.Random(seed)
    return [*articles, *(act for article in articles for act in _acts(article, rng))]


def _acts(article: Article, rng: random.Random) -> Iterator[Article]:
    act = rng.randrange(8)
    if act == 0:  # told again with other figures, then again as it was
        yield _version(article, 2, article.text.translate(DIGITS))
        yield _version(article, 3, article.text)
    elif act == 1:  # the second half is cut
        yield _version(article, 2, article.text[: len(article.text) // 2])
    elif act == 2:  # mended, then killed
        yield _version(article, 2, article.text.translate(DIGITS))
        yield _version(article, 3, "KILL. Editors: this story is withdrawn.", status="canceled")
    elif act == 3:  # held back under its own version, which is released already
        yield replace(article, status="withheld")
    elif act == 4:  # a silent edit: another text under the same version
        yield _version(article, article.version, article.text + "\n\nThe talks go on.")


def _version(article: Article, number: int, text: str, **changes: object) -> Article:
    fields = {"version": number, "text": text, "id": ""} | changes
    return replace(article, **fields).identified()
