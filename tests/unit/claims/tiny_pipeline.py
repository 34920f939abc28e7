"""A spaCy pipeline with entities and a parse, trained in a moment on a few sentences of our own."""

import random
from pathlib import Path

import spacy
from spacy.training import Example
from spacy.util import fix_random_seed

GIVERS = ["Norway", "Chile", "Ghana", "Latvia"]
OTHERS = ["Denmark", "Peru", "Malta", "Togo"]
FIRMS = ["adidas", "kredmark", "lumenor", "ostvik"]
NAMES = ["zelmira", "torvald", "ysolde", "benedek"]
# word, head (counted from the word), dependency, of "X, as Y did in March, gave Kenya 10 million euros."
ASIDE = [
    (0, 8, "nsubj"), (",", 7, "punct"), ("as", 2, "mark"), (1, 1, "nsubj"), ("did", 4, "advcl"), ("in", -1, "prep"),
    ("March", -1, "pobj"), (",", 1, "punct"), ("gave", 0, "ROOT"), ("Kenya", -1, "dative"), ("10", 1, "compound"),
    ("million", 1, "nummod"), ("euros", -4, "dobj"), (".", -5, "punct"),
]  # fmt: skip
PLAIN = [
    (0, 1, "nsubj"), ("gave", 0, "ROOT"), ("Kenya", -1, "dative"), ("10", 1, "compound"), ("million", 1, "nummod"),
    ("euros", -4, "dobj"), (".", -5, "punct"),
]  # fmt: skip
PLEDGED = [
    (0, 1, "nsubj"), ("pledged", 0, "ROOT"), ("3", 1, "compound"), ("million", 1, "nummod"), ("euros", -3, "dobj"),
    ("to", -1, "prep"), ("Kenya", -1, "pobj"), (".", -6, "punct"),
]  # fmt: skip
SAID = [
    ("“", 4, "punct"), ("We", 3, "nsubj"), ("will", 2, "aux"), ("not", 1, "neg"), ("stop", 5, "ccomp"),
    ("giving", -1, "xcomp"), ("to", -1, "prep"), ("them", -1, "pobj"), (",", 1, "punct"), ("”", 0, "punct"),
    ("said", 0, "ROOT"), (0, -1, "nsubj"), (".", -2, "punct"),
]  # fmt: skip


def train(folder: Path) -> Path:
    """Train and save the pipeline; a few seconds."""
    fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    nlp.add_pipe("parser", config={"min_action_freq": 1})  # few sentences: every label is rare
    examples = [
        _example(nlp, shape, names, label)
        for i in range(len(GIVERS))
        for shape, names, label in (
            (ASIDE, (GIVERS[i], OTHERS[i]), "GPE"),
            (PLAIN, (GIVERS[i],), "GPE"),
            (PLEDGED, (FIRMS[i],), "ORG"),
            (SAID, (NAMES[i],), "PERSON"),
        )
    ]
    optimizer = nlp.initialize(lambda: examples)
    shuffled = random.Random(1)
    for _ in range(25):
        shuffled.shuffle(examples)
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(folder)
    return folder


def _example(nlp, shape, names, label):
    words = [names[word] if isinstance(word, int) else word for word, _, _ in shape]
    named = [f"U-{label}" if isinstance(word, int) else "O" for word, _, _ in shape]
    spaces = [
        word != "“" and (after not in {",", ".", "”"})
        for word, after in zip(words, [*words[1:], "."], strict=True)
    ]
    doc = spacy.tokens.Doc(nlp.vocab, words=words, spaces=spaces)
    heads = [at + step for at, (_, step, _) in enumerate(shape)]
    return Example.from_dict(doc, {"entities": named, "heads": heads, "deps": [dep for _, _, dep in shape]})
