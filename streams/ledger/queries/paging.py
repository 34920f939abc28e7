"""A part of a long answer: a page's size and number in, the query of its rows out."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select


@dataclass(frozen=True, slots=True)
class Page:
    """Page ``number`` (from 1) of ``size`` rows each; without a size, all rows."""

    size: int | None = None
    number: int = 1

    @property
    def first(self) -> int:
        """Give how many rows stand before the page."""
        return (self.size or 0) * (self.number - 1)

    def of(self, query: Select[Any]) -> Select[Any]:
        """Cut the page out of an ordered query."""
        return query.limit(self.size).offset(self.first) if self.size else query


ALL: Final = Page()
