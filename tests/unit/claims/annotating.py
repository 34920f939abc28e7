"""Reading a sentence with the components up to the speakers, for table tests."""

from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from streams.claims.annotations import register_extensions
from streams.claims.components import (  # noqa: F401  registers the factories
    actors,
    offices,
    page,
    people,
    quotations,
    sentences,
    speakers,
)

COMPONENTS = ("page", "sentences", "actors", "people", "offices", "quotations", "speakers")


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    register_extensions()
    nlp = spacy.blank("en")
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def annotate(text: str, published_at: str | None = None) -> Doc:
    """Run the components over ``text``."""
    nlp = _pipeline()
    doc = nlp.make_doc(text)
    doc._.published_at = published_at
    return nlp(doc)
