"""``pledgewire show ID``: the words behind a claim, a pledge or a conflict."""

from typing import TYPE_CHECKING, Annotated

import typer

from streams.cli import questions
from streams.cli.context import CommandError, Context

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from streams.ledger.queries import ClaimRow, Found


def show(
    ctx: typer.Context,
    id_: Annotated[
        str, typer.Argument(metavar="CLAIM|PLEDGE|CONFLICT", help="An id or the first digits of one.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Print a figure with its sentence and article; of a pledge its history, of a conflict both sides."""
    context: Context = ctx.obj
    with questions.reading(context) as connection:
        found = _only(connection, id_.strip().lower())
        if found.kind == "claim":
            _claim(connection, found.id, as_json=as_json)
        elif found.kind == "pledge":
            _pledge(connection, found.id, as_json=as_json)
        else:
            _conflict(connection, found.id, as_json=as_json)


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


def _claim(connection: "Connection", id_: str, *, as_json: bool) -> None:
    from streams.cli import details

    claim = _texts(connection, [id_])[id_]
    if as_json:
        questions.write_json([details.without_text(claim)])
    else:
        details.show_claim(questions.output(), claim)


def _pledge(connection: "Connection", id_: str, *, as_json: bool) -> None:
    from streams.cli import details, histories
    from streams.ledger.queries import history, parts_of, pledges

    entered = history(connection, id_)
    found = pledges(connection, ids=[id_])
    pledge = found[0] if found else None
    named = {entry.claim_id for entry in entered} | set(pledge.state.claim_ids if pledge else ())
    told = histories.Told(pledge, entered, _texts(connection, named), parts_of(connection, id_))
    if as_json:
        claims = {claim: details.without_text(row) for claim, row in sorted(told.claims.items())}
        state = pledge.state if pledge else None
        parts = [part.state.pledge_id for part in told.parts]
        questions.write_json([{"pledge": state, "parts": parts, "history": entered, "claims": claims}])
    else:
        histories.show_pledge(questions.output(), id_, told)


def _conflict(connection: "Connection", id_: str, *, as_json: bool) -> None:
    from streams.cli import conflict_rows as rows
    from streams.cli import details
    from streams.ledger.queries import conflicts

    (conflict,) = conflicts(connection, ids=[id_])
    if as_json:
        questions.write_json([rows.as_json(conflict)])
        return
    claim_ids = [claim for side in conflict.sides for claim in side.claim_ids]
    details.show_conflict(questions.output(), conflict, _texts(connection, claim_ids))


def _texts(connection: "Connection", ids: "Iterable[str]") -> "dict[str, ClaimRow]":
    from streams.ledger.queries import claims_by_id

    return claims_by_id(connection, ids, with_text=True)
