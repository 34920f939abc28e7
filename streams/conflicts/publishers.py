"""Who stands behind a title: a publisher's name, address or credit line in, its house out.

Titles of one house share desks and copy, so that they are one origin; which titles are whose
stands in the reference data. A name that it does not know stands for itself.
"""

import re
from typing import Final
from urllib.parse import urlsplit

from models.reference import Reference

_SEVERAL: Final = re.compile(r"\s*[,;/&+|]\s*|\s+(?:and|with)\s+", re.IGNORECASE)
_BEFORE: Final = re.compile(r"^(?:by|with|from|source|credit|the)\b[:\s]+", re.IGNORECASE)


class Houses:
    """Knows the houses of titles and sites."""

    def __init__(self, reference: Reference) -> None:
        self._titles = {
            _folded(title): house.name for house in reference.house for title in (house.name, *house.titles)
        }
        self._sites = {site: house.name for house in reference.house for site in house.sites}

    def of(self, publisher: str | None, url: str | None) -> str | None:
        """Name the house of an article; without a publisher its site stands for it."""
        known = self._titles.get(_folded(publisher)) if publisher else None
        host = _host(url)
        return known or self._of_site(host) or publisher or host

    def credited(self, credit: str | None) -> str | None:
        """Name the agency that a credit line names, the first of several."""
        if not credit:
            return None
        first = _SEVERAL.split(_BEFORE.sub("", credit.strip()))[0]
        return self._titles.get(_folded(credit)) or self._titles.get(_folded(first)) or first or credit

    def _of_site(self, host: str | None) -> str | None:
        """Find the house of a host or of a domain above it."""
        labels = host.split(".") if host else []
        return next(
            (house for at in range(len(labels)) if (house := self._sites.get(".".join(labels[at:])))), None
        )


def _folded(name: str) -> str:
    return _BEFORE.sub("", " ".join(name.split()).casefold())


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # a bracket that opens no address: nothing can be told from it
        return None
    return host.removeprefix("www.") if host else None
