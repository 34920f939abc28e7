"""What travels on the topics: typed messages and their JSON form.

One module a message; the field meanings are in each class. All text is UTF-8,
times are RFC 3339 in UTC, spans are ``[start, end)`` in code points of the
article's text, money is in whole currency units.
"""

from models.messages.article import Article, Status
from models.messages.claim import (
    Actor,
    ArticleRef,
    Claim,
    Corrected,
    Office,
    Period,
    Person,
    Pledge,
    Quantity,
    Quote,
    Retraction,
    Span,
    Speaker,
)
from models.messages.conflict import Conflict, Side, SideClaim
from models.messages.dead_letter import DeadLetter
from models.messages.entry import Entry
from models.messages.reading import PledgeState, Reading
from models.messages.receipt import ClaimIds, Receipt

__all__ = [
    "Actor",
    "Article",
    "ArticleRef",
    "Claim",
    "ClaimIds",
    "Conflict",
    "Corrected",
    "DeadLetter",
    "Entry",
    "Office",
    "Period",
    "Person",
    "Pledge",
    "PledgeState",
    "Quantity",
    "Quote",
    "Reading",
    "Receipt",
    "Retraction",
    "Side",
    "SideClaim",
    "Span",
    "Speaker",
    "Status",
]
