"""Faust opens its gate for the recovery of tables and again after it; nothing may be lost between."""

import asyncio

import faust

from streams.runtime.app import App


async def _left(app: faust.App, *, shut: bool) -> int:
    """Give how much of what passed the open gate is there after the gate is opened once more."""
    queue = app.FlowControlQueue(9, clear_on_resume=True)
    app.flow_control.resume()
    await queue.put("a record")
    if shut:
        app.flow_control.suspend()
    app.flow_control.resume()
    return int(queue.qsize())


def test_a_second_opening_keeps_what_has_passed_the_first() -> None:
    assert asyncio.run(_left(App("ours", broker="kafka://localhost"), shut=False)) == 1


def test_a_gate_that_was_shut_drops_what_another_worker_may_have_by_now() -> None:
    assert asyncio.run(_left(App("shut", broker="kafka://localhost"), shut=True)) == 0


def test_fausts_own_gate_still_drops_records() -> None:
    """Where this fails, Faust has been mended, and our gate can go."""
    assert asyncio.run(_left(faust.App("fausts", broker="kafka://localhost"), shut=False)) == 0
