"""States of crowded slots as they were last written: bytes of the table in, the state that they hold out.

A crowded slot is folded often, and what is known of its claims (their reports, the parts of their
lanes) is known of the very objects. The bytes decide: another worker's writing is decoded.
"""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Final

from streams.conflicts.state import SlotState, decode

BYTES_MIN: Final = 16_384  # smaller states are decoded faster than they are looked for
SLOTS_KEPT: Final = 64


class Remembered:
    """Keeps the states of the slots that were folded last; a fold leaves them as they are."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, tuple[bytes, SlotState]] = OrderedDict()

    def state(self, place: Hashable, data: bytes) -> SlotState:
        """Give what decode() gives. Raises StateError as it does."""
        known = self._known.get(place)
        return known[1] if known is not None and known[0] == data else decode(data)

    def keep(self, place: Hashable, data: bytes, state: SlotState) -> None:
        """Remember that ``state`` was written as ``data``."""
        self._known.pop(place, None)
        if len(data) >= BYTES_MIN:
            self._known[place] = data, state
        if len(self._known) > SLOTS_KEPT:
            self._known.popitem(last=False)
