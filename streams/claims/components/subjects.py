"""Subjects of an installed pipeline's parse: pledges in, pledges with the giver that the grammar names out.

The rules take the nearest party that may give; where a relative clause or an aside parts the
giver from the verb ("Norway, which Sweden praised, will give"), a parse knows better.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc, Token

from models.messages import Actor
from streams.claims.annotations import ActorMention
from streams.claims.components.giving.mention import PledgeMention
from streams.claims.lexicon import LEXICON, forms
from streams.claims.pledge_words import Verbs, load_pledge_words

_SUBJECT: Final = "nsubj"
# "was given" has no giver for a subject.
_PASSIVE: Final = frozenset(["nsubjpass", "nsubj:pass", "csubj", "csubjpass"])


class SubjectsComponent:
    """Gives a pledge the grammatical subject of its verb for a pledger, where that is an actor."""

    def __init__(self, verbs: Verbs) -> None:
        giving = (verbs.pledge, verbs.commit, verbs.allocate, verbs.give, verbs.spend)
        taking = (verbs.receive, verbs.come, verbs.propose)
        self._giving = frozenset().union(*map(forms, giving)) - frozenset().union(*map(forms, taking))

    def __call__(self, doc: Doc) -> Doc:
        """Set the pledgers of ``pledges``."""
        if doc._.pledges and doc.has_annotation("DEP"):
            doc._.pledges = tuple(self._settled(doc, mention) for mention in doc._.pledges)
        return doc

    def _settled(self, doc: Doc, mention: PledgeMention) -> PledgeMention:
        pledge = mention.pledge
        giver = None if pledge.stage == "proposed" else self._giver(doc, mention)
        if giver is None or giver.name in (
            pledge.pledger.name,
            pledge.beneficiary and pledge.beneficiary.name,
        ):
            return mention
        return replace(mention, pledge=replace(pledge, pledger=giver))

    def _giver(self, doc: Doc, mention: PledgeMention) -> Actor | None:
        """Give the actor that is the subject of the verb of giving over the figure.

        A verb without a subject has that of the verb it is joined to ("stayed and will give").
        """
        span = mention.pledge.quantity.span
        figure = doc.char_span(*span, alignment_mode="expand") if span else None
        gives = False
        for verb in figure.root.ancestors if figure is not None else ():
            relations = {child.dep_: child for child in verb.children}
            gives = gives or verb.lower_ in self._giving
            if not _PASSIVE.isdisjoint(relations):
                return None
            if (subject := relations.get(_SUBJECT)) is not None:
                return _actor_at(doc._.actors, subject) if gives else None
        return None


def _actor_at(actors: Sequence[ActorMention], subject: Token) -> Actor | None:
    """Give the actor whose name the subject is part of; a demonym ("Dutch") names none by itself."""
    return next(
        (m.actor for m in actors if m.span[0] <= subject.idx < m.span[1] and not m.adjective),
        None,
    )


@Language.factory(
    "subjects",
    requires=["token.dep", "doc._.pledges", "doc._.actors"],
    assigns=["doc._.pledges"],
    default_config={"lexicon": str(LEXICON)},
)
def make_subjects(nlp: Language, name: str, lexicon: str) -> SubjectsComponent:  # noqa: ARG001
    """Build the component from the folder of the lexicon; only a pipeline that parses needs it."""
    return SubjectsComponent(load_pledge_words(Path(lexicon)).verbs)
