"""One core's articles/s of extraction, between what the blank tokenizer and a statistical pipeline do.

The peer has the architecture of spaCy's small English model, untrained: its work for a word is
the same, whatever its weights. Time is the process's own, so that a busy machine counts for
nothing.
"""

import time
from collections.abc import Callable, Sequence
from typing import Any, Final

import spacy
from spacy.language import Language

from models.messages import Article
from streams.claims.pipeline import Extractor

SECONDS: Final = 3.0  # of each measurement
_WARM_UP: Final = 3  # articles
_WIDTH: Final = 96
_EMBED: Final[dict[str, Any]] = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": _WIDTH,
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
    "rows": [5000, 1000, 2500, 2500, 50, 50],
    "include_static_vectors": False,
}
_ENCODE: Final[dict[str, Any]] = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": _WIDTH,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
_TOK2VEC: Final[dict[str, Any]] = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": _EMBED,
    "encode": _ENCODE,
}
_SHARED: Final[dict[str, Any]] = {"@architectures": "spacy.Tok2VecListener.v1", "width": _WIDTH}
# How many labels each component of the small English model tells apart.
_LABELS: Final = {"tagger": 50, "parser": 45, "ner": 18}


def peer_pipeline() -> Language:
    """Build the untrained pipeline: tagger and parser on shared vectors, entities on their own."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _SHARED}})
    nlp.add_pipe("parser", config={"model": _transitions("parser", _SHARED)})
    nlp.add_pipe("ner", config={"model": _transitions("ner", _TOK2VEC)})
    for name, count in _LABELS.items():
        component: Any = nlp.get_pipe(name)
        for number in range(count):
            component.add_label(f"L{number}")
    nlp.initialize()
    return nlp


def core_rates(articles: Sequence[Article], seconds: float = SECONDS) -> dict[str, float]:
    """Give articles/s of processor time of the peer, of the blank tokenizer and of extraction.

    ``seconds`` bounds each of the three; ``articles`` are more than the few that warm them up.
    """
    peer, tokenizer, extractor = peer_pipeline(), spacy.blank("en").tokenizer, Extractor.from_seeds()
    return {
        "peer_articles_per_s": _rate(lambda article: peer(article.text), articles, seconds),
        "tokenizer_articles_per_s": _rate(lambda article: tokenizer(article.text), articles, seconds),
        "extraction_articles_per_s_core": _rate(extractor.read, articles, seconds),
    }


def _rate(read: Callable[[Article], object], articles: Sequence[Article], seconds: float) -> float:
    """Give the rate over ``articles``, each read once: a second time its words would be known."""
    for article in articles[:_WARM_UP]:
        read(article)
    start, done = time.process_time(), 0
    for article in articles[_WARM_UP:]:
        read(article)
        done += 1
        if time.process_time() - start >= seconds:
            break
    return round(done / (time.process_time() - start), 1)


def _transitions(state: str, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": tok2vec,
    }
