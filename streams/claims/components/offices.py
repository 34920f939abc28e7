"""Offices: introductions in, ``doc._.offices`` out: who holds, held or will hold which post."""

from spacy.language import Language
from spacy.tokens import Doc

from models.messages import Person
from streams.claims.annotations import OfficeMention
from streams.claims.components.names.roster import Individual
from streams.claims.components.posts.parties import Introduction

_NO_POST = frozenset(["partner"])
_RANKS = frozenset(
    (  # noqa: SIM905  (a list of words reads better unquoted)
        "general admiral colonel captain commander deputy judge senator officer justice brigadier major "
        "lieutenant rear marshal sergeant"
    ).split()
)


def offices_of(introductions: tuple[Introduction, ...]) -> tuple[OfficeMention, ...]:
    """Give one mention for each person, post and tenure, the fullest wording of the post first found.

    "Secretary General Mark Rutte" after "NATO Secretary General Mark Rutte" says nothing new.
    """
    kept: dict[tuple[Individual, str], OfficeMention] = {}
    for told in introductions:
        if not told.office or told.post.lower() in _NO_POST:
            continue
        key = (told.person, told.post.lower())
        before = kept.get(key)
        if before is None or (before.org is None and told.org is not None):
            kept[key] = _mention(told)
    return tuple(sorted(_widest(kept), key=lambda mention: mention.span))


def _mention(told: Introduction) -> OfficeMention:
    person = Person(id=told.person.id, name=told.person.name, as_printed=told.as_printed)
    return OfficeMention(told.span, person, told.post, told.org, told.tenure)


def _widest(kept: dict[tuple[Individual, str], OfficeMention]) -> list[OfficeMention]:
    """Leave out a post that is part of a longer wording for the same person ("minister")."""
    posts: dict[Individual, list[str]] = {}
    for who, post in kept:
        posts.setdefault(who, []).append(post)
    return [
        mention
        for (who, post), mention in kept.items()
        if not any(post != longer and _says_more(longer, post) for longer in posts[who])
    ]


def _says_more(longer: str, post: str) -> bool:
    """Tell whether a post is part of a longer wording, or a mere rank beside one."""
    return f" {post} " in f" {longer} " or (_is_rank(post) and not _is_rank(longer))


def _is_rank(post: str) -> bool:
    return _RANKS.issuperset(post.replace("-", " ").split())


@Language.component("offices", requires=["doc._.introductions"], assigns=["doc._.offices"])
def offices(doc: Doc) -> Doc:
    """Note the offices that the article tells of."""
    doc._.offices = offices_of(doc._.introductions)
    return doc
