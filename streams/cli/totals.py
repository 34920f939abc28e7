"""Totals of the ledger as a table, as CSV fields and as JSON."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console

from streams.cli.questions import printable, table
from streams.cli.text import number
from streams.ledger.queries import Item, Sum

HEADER: Final = (
    "by", "key", "recurrence", "sum_eur", "pledge_id", "slot", "pledger", "beneficiary", "value", "currency",
    "eur", "stage", "counted", "reason", "instead",
)  # fmt: skip


def show(console: Console, sums: Sequence[Sum]) -> None:
    """Print each sum with how many pledges it adds, and why it leaves others out."""
    if not sums:
        console.print("no pledge in the ledger answers this")
        return
    shown = table(sums[0].by, "EUR", "pledges", "left out")
    for each in sums:
        name = each.key.replace("_", " ") + (", each year" if each.recurrence == "annual" else "")
        shown.add_row(printable(name), number(each.eur), str(len(each.added)), _left_out(each.left_out))
    console.print(shown)
    console.print("\n--json and --csv list every pledge that a sum adds, and each that it leaves out")


def as_fields(sums: Iterable[Sum]) -> Iterable[Sequence[object]]:
    """Give a row of fields for each pledge of each sum."""
    for each in sums:
        for item in (*each.added, *each.left_out):
            yield (
                each.by, each.key, each.recurrence, each.eur, item.pledge_id, item.slot, item.pledger,
                item.beneficiary, item.value, item.currency, item.eur, item.stage,
                "yes" if item.reason is None else "no", item.reason, item.instead,
            )  # fmt: skip


def _left_out(items: Sequence[Item]) -> str:
    """Count what was left out by reason."""
    reasons = Counter(item.reason for item in items)
    return "; ".join(f"{count:,} {words}" for words, count in sorted(reasons.items(), key=str))
