"""The value that a pledge claim states, named by its printed fields alone.

What a full slot keeps is drawn from values, and the audit draws again from the stored
claims: both must name a value alike, on every machine and in every version.
"""

from models.identities import content_id
from models.messages.claim import Pledge


def value_of(pledge: Pledge) -> str:
    """Name what is pledged and how firmly, in 12 hexadecimal digits; not by whom, when or where."""
    q = pledge.quantity
    firm = pledge.stage, pledge.polarity, pledge.period.recurrence
    return content_id("value", q.kind, q.value, q.high, q.qualifier, q.currency, q.unit, *firm)[:12]
