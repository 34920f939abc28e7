"""``pledgewire show ID``: the words behind a claim, a pledge or a conflict."""

from typing import TYPE_CHECKING, Annotated

import typer

from streams.cli import questions
from streams.cli.context import CommandError, Context

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from streams.ledger.queries import Found


def show(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="CLAIM|PLEDGE|CONFLICT", help="An id or the first digits of one.")
    ],
) -> None:
    """Print a figure, its sentence with the words marked, and the article it stands in."""
    context: Context = ctx.obj
    with questions.reading(context) as connection:
        _show(connection, _only(connection, id_.strip().lower()))


def _only(connection: "Connection", prefix: str) -> "Found":
    from streams.ledger.queries import find

    if not prefix:
        raise CommandError("give an id, or the first digits of one")
    found = find(connection, prefix)
    if not found:
        raise CommandError(f"no claim, pledge or conflict has an id that starts with {prefix}")
    if len(found) > 1:
        listed = "\n  ".join(f"{each.kind:8} {each.id}" for each in found)
        raise CommandError(f"{prefix} may be any of these, give more digits:\n  {listed}")
    return found[0]


def _show(connection: "Connection", found: "Found") -> None:
    from streams.cli import details
    from streams.ledger.queries import claims_by_id, conflicts, history, pledges

    console = questions.output()
    match found.kind:
        case "claim":
            details.show_claim(console, claims_by_id(connection, [found.id], with_text=True)[found.id])
        case "pledge":
            (pledge,) = pledges(connection, ids=[found.id])
            texts = claims_by_id(connection, pledge.state.claim_ids, with_text=True)
            details.show_pledge(console, pledge, texts, history(connection, found.id))
        case "conflict":
            (conflict,) = conflicts(connection, ids=[found.id])
            claim_ids = [claim for side in conflict.sides for claim in side.claim_ids]
            texts = claims_by_id(connection, claim_ids, with_text=True)
            details.show_conflict(console, conflict, texts)
