"""What an installed spaCy pipeline adds: its entities become actors and people, its parse names the giver."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from models.messages import Actor, Article, Claim, Pledge, Quantity
from streams.claims.annotations import ActorMention, register_extensions
from streams.claims.components.entities import EntitiesComponent
from streams.claims.components.giving.mention import PledgeMention
from streams.claims.components.subjects import SubjectsComponent
from streams.claims.pipeline import Extractor
from streams.claims.pledge_words import load_pledge_words
from tests.unit.claims.tiny_pipeline import train

ARTICLE = (
    "adidas pledged 3 million euros to Kenya.\n\n“We will not stop giving to them,” said zelmira.\n\n"
    "Norway, as Denmark did in March, gave Kenya 10 million euros.\n"
)


@pytest.fixture(scope="module")
def blank() -> Extractor:
    return Extractor.from_seeds()


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Extractor:
    return Extractor.from_seeds(model=str(train(tmp_path_factory.mktemp("tiny") / "model")))


def read(extractor: Extractor, text: str = ARTICLE) -> tuple[Claim, ...]:
    return extractor.read(Article(text=text, published_at="2025-04-01").identified()).claims


def givers(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.pledge.pledger.name for claim in claims if claim.kind == "pledge"]


def speakers(claims: tuple[Claim, ...]) -> set[str | None]:
    return {claim.speaker.name if claim.speaker else None for claim in claims if claim.kind == "quote"}


def test_organisation_that_no_rule_knows_gives(blank: Extractor, trained: Extractor) -> None:
    text = "adidas pledged 3 million euros to Kenya."
    assert givers(read(blank, text)) == []
    assert givers(read(trained, text)) == ["adidas"]


def test_person_that_no_rule_knows_speaks(blank: Extractor, trained: Extractor) -> None:
    text = "“We will not stop giving to them,” said zelmira."
    assert speakers(read(blank, text)) == {None}
    assert speakers(read(trained, text)) == {"zelmira"}


def test_article_read_with_and_without_differs_by_what_the_pipeline_found(
    blank: Extractor, trained: Extractor
) -> None:
    without, with_it = read(blank), read(trained)
    assert "adidas" not in givers(without)
    assert givers(with_it) == ["adidas", "Norway"]
    assert speakers(without) == {None}
    assert speakers(with_it) == {"zelmira"}
    assert [c.pledge.quantity.value for c in with_it if c.kind == "pledge"] == [3e6, 10e6]


def test_parse_keeps_to_our_sentences(trained: Extractor) -> None:
    text = "Gov. Lie of Norway gave Kenya 10 million euros. Chile gave Kenya 3 million euros."
    doc = trained.annotate(Article(text=text).identified())
    assert [(sentence.start_char, sentence.end_char) for sentence in doc.sents] == list(doc._.sentences)
    assert len(doc._.sentences) == 2


def test_known_names_keep_what_the_rules_know_of_them(trained: Extractor) -> None:
    (claim,) = (
        claim for claim in read(trained, "Norway gave Kenya 10 million euros.") if claim.kind == "pledge"
    )
    assert claim.pledge.pledger.id is not None
    assert claim.pledge.beneficiary == Actor(id="Q114", name="Kenya", level="country", as_printed="Kenya")


# the components alone, on documents made by hand


def words(text: str, **annotations: list[object]) -> Doc:
    register_extensions()
    return Doc(spacy.blank("en").vocab, words=text.split(), **annotations)  # type: ignore[arg-type]


def test_surname_is_that_of_the_person_named_in_full() -> None:
    doc = words("Torvald said so before Ysolde Torvald left the Ostvik ’s hall")
    doc.ents = [Span(doc, 0, 1, "PERSON"), Span(doc, 4, 6, "PERSON"), Span(doc, 7, 10, "ORG")]
    EntitiesComponent()(doc)
    assert [mention.person.name for mention in doc._.people] == ["Ysolde Torvald"] * 2
    assert [mention.actor.name for mention in doc._.actors] == ["Ostvik"]
    assert [party.kind for party in doc._.parties] == ["person", "person", "org"]


def test_entity_over_a_known_actor_adds_nothing() -> None:
    doc = words("Norway Bank gave")
    known = (ActorMention((0, 6), Actor(id="Q20", name="Norway")),)
    doc._.actors, doc.ents = known, [Span(doc, 0, 2, "ORG"), Span(doc, 2, 3, "DATE")]
    assert EntitiesComponent()(doc)._.actors == known


def pledged(doc: Doc, pledger: str, stage: str = "delivered") -> str:
    """Give the pledger after the parse was asked; names of one word are actors."""
    starts = {token.text: (token.idx, token.idx + len(token)) for token in doc}
    doc._.actors = tuple(
        ActorMention(starts[n], Actor(id=None, name=n)) for n in ("Norway", "Denmark", "Kenya") if n in starts
    )
    quantity = Quantity(kind="money", value=10.0, currency="EUR", span=starts["€10"])
    pledge = Pledge(
        pledger=Actor(id=None, name=pledger),
        beneficiary=Actor(id=None, name="Kenya"),
        quantity=quantity,
        stage=stage,  # type: ignore[arg-type]
    )
    doc._.pledges = (PledgeMention((0, len(doc.text)), pledge),)
    SubjectsComponent(load_pledge_words().verbs)(doc)
    return str(doc._.pledges[0].pledge.pledger.name)


ASIDE = words(
    "Norway which Denmark praised gave Kenya €10",
    heads=[4, 3, 3, 0, 4, 4, 4],
    deps=["nsubj", "dobj", "nsubj", "relcl", "ROOT", "dative", "dobj"],
)
CARRIED_ON = words(
    "Norway stayed and will give €10",
    heads=[1, 1, 1, 4, 1, 4],
    deps=["nsubj", "ROOT", "cc", "aux", "conj", "dobj"],
)
TAKEN = words("Norway got €10", heads=[1, 1, 1], deps=["nsubj", "ROOT", "dobj"])
PASSIVE = words("Norway was given €10", heads=[2, 2, 2, 2], deps=["nsubjpass", "auxpass", "ROOT", "dobj"])
KENYA = words("Kenya gave €10", heads=[1, 1, 1], deps=["nsubj", "ROOT", "dobj"])


@pytest.mark.parametrize(
    ("doc", "stage", "giver"),
    [
        (ASIDE, "delivered", "Norway"),
        (CARRIED_ON, "pledged", "Norway"),
        (ASIDE, "proposed", "Denmark"),
        (TAKEN, "delivered", "Denmark"),
        (PASSIVE, "delivered", "Denmark"),
        (KENYA, "delivered", "Denmark"),
        (words("Norway gave €10"), "delivered", "Denmark"),
    ],
    ids=["aside", "carried on", "asked of another", "taken", "passive", "its taker", "no parse"],
)
def test_subject_of_the_verb_of_giving_is_the_giver(doc: Doc, stage: str, giver: str) -> None:
    assert pledged(doc, "Denmark", stage) == giver
