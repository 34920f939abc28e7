"""What the components note on a Doc for each other: the vocabulary of the pipeline.

Each component sets one Doc extension and declares it (``assigns``, ``requires``). All
spans are character offsets ``[start, end)`` into the article's text (source_text). Nobody
reads tokens but those who take up what an installed pipeline found, so that without one
there are none.
"""

from typing import Literal

from msgspec import Struct
from spacy.tokens import Doc

from models.messages import Actor, Period, Person, Quantity, Span, Speaker
from models.messages.claim import Tenure


class ActorMention(Struct, frozen=True):
    """A country, bloc, organisation or company as it is named at ``span``.

    ``adjective`` marks a demonym ("Dutch"), which names an actor only by what follows.
    """

    span: Span
    actor: Actor
    adjective: bool = False


class PersonMention(Struct, frozen=True):
    """A person named at ``span``; ``role`` and ``org`` as known at this point of the article."""

    span: Span
    person: Person
    role: str | None = None
    org: Actor | None = None


class OfficeMention(Struct, frozen=True):
    """The text says at ``span`` that a person holds, held or will hold a post."""

    span: Span
    person: Person
    post: str
    org: Actor | None
    tenure: Tenure


class QuantityMention(Struct, frozen=True):
    """An amount of money, a share of GDP or a count of things at ``quantity.span``.

    ``alternatives`` are conversions of it in brackets, which are no second amount;
    ``shared_currencies`` other currencies that its sign or word ("kroner", "$") may mean.
    ``page_currency`` the one of those that the page's own words or place tell.
    ``unlisted`` counts things that no table names ("12 demining robots").
    """

    quantity: Quantity
    alternatives: tuple[Quantity, ...] = ()
    annual: bool = False
    additional: bool = False
    shared_currencies: tuple[str, ...] = ()
    page_currency: str | None = None
    unlisted: bool = False


class PeriodMention(Struct, frozen=True):
    """A period, deadline or recurrence at ``span``."""

    span: Span
    period: Period


class Quotation(Struct):
    """Words inside quotation marks at ``span`` (the marks left out).

    ``speaker``, ``cue`` and ``form`` are filled in by the speakers component; ``scare``
    marks a quoted word or title that nobody says.
    """

    span: Span
    speaker: Speaker | None = None
    cue: str | None = None
    form: Literal["direct", "mixed", "indirect"] = "direct"
    scare: bool = False


class ReportedSpeech(Struct, frozen=True):
    """A clause at ``span`` that ``speaker`` is said to have stated, outside quotation marks."""

    span: Span
    speaker: Speaker
    cue: str
    cue_span: Span = (0, 0)


EXTENSIONS = {
    "source": None,  # str | None: the text as the components read it, see source_text
    "printed": None,  # str | None: the text as it is printed where that differs, see printed_text
    "published_at": None,  # str | None: the article's date, as the feed gives it
    "publisher": None,  # str | None
    "url": None,  # str | None: the article's address
    "title": None,  # str | None
    "words": None,  # Words | None: the words of the text, see components/text/words.py
    "sentences": (),  # tuple[Span, ...]: the sentences, finer than tokens where a space is missing
    "noise": (),  # tuple[Span, ...]: layout noise, no statement of the article
    "quantities": (),  # tuple[QuantityMention, ...]
    "periods": (),  # tuple[PeriodMention, ...]
    "actors": (),  # tuple[ActorMention, ...]
    "people": (),  # tuple[PersonMention, ...]
    "introductions": (),  # tuple[Introduction, ...]: who is given which post, see components/posts/parties.py
    "parties": (),  # tuple[Party, ...]: all who may speak, see components/posts/parties.py
    "names": "",  # str: sketch of the names that tell the event, see components/names/telling_names.py
    "offices": (),  # tuple[OfficeMention, ...]
    "quotations": (),  # tuple[Quotation, ...]
    "reported": (),  # tuple[ReportedSpeech, ...]
    "pledges": (),  # tuple[PledgeMention, ...], see components/pledges.py
}


def register_extensions() -> None:
    """Make the extensions known to spaCy; safe to call again."""
    for name, default in EXTENSIONS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def source_text(doc: Doc) -> str:
    """Give the article's text as the components read it: the page component sets odd marks right in it."""
    text: str | None = doc._.source
    if text is None:
        text = doc._.source = doc.text
    return text


def printed_text(doc: Doc) -> str:
    """Give the article's text unchanged, as claims print it."""
    return doc._.printed or source_text(doc)
