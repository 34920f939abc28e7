"""Which rates the settings name: settings in, the rates and the files they come from out.

All claims workers must have the same: each says at its start which it has, with their digest.
"""

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from streams.claims.exchange import Rates
    from streams.settings import Settings


class RatesInUse(NamedTuple):
    """Rates, the ECB table and the operator's file that they come from.

    ``digest`` is a hash of both files: equal where workers value money equally.
    """

    rates: "Rates"
    table: Path
    supplied: Path | None
    digest: str

    def as_fields(self) -> dict[str, object]:
        """Say for a log which rates these are."""
        from streams.claims.ecb import extent

        until = extent(self.rates.table).last.isoformat()
        return {"ecb_until": until, "supplied": sorted(self.rates.supplied), "digest": self.digest}


def rates_in_use(settings: "Settings") -> RatesInUse:
    """Read the rates of ``settings``. Raises RatesError for a file that holds none."""
    from models.reference import SEEDS
    from streams.claims.exchange import SHIPPED, Rates, load_table, shipped_rates
    from streams.claims.rates_file import load_supplied

    table = table_in_use(settings)
    lexicon = (settings.seeds_dir or SEEDS) / "lexicon"
    supplied = load_supplied(settings.rates_file, lexicon) if settings.rates_file else None
    ecb = shipped_rates().table if table == SHIPPED else load_table(table)
    return RatesInUse(Rates(ecb, supplied), table, settings.rates_file, _digest(table, settings.rates_file))


def table_in_use(settings: "Settings") -> Path:
    """Give the table that the settings name, else the refreshed one, else the one that ships."""
    from streams.claims.ecb import refreshed
    from streams.claims.exchange import SHIPPED

    if settings.ecb_table is not None:
        return settings.ecb_table
    kept = refreshed(settings.state_dir)
    return kept if kept.exists() else SHIPPED


def _digest(*files: Path | None) -> str:
    parts = (sha256(file.read_bytes()).digest() for file in files if file is not None)
    return sha256(b"".join(parts)).hexdigest()[:12]
