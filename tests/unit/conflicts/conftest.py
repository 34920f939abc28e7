import pytest

from models.reference import ActorSeed, EventSeed, PersonSeed, PostSeed, Reference, TenureSeed, load_reference
from streams.conflicts.reading import Reconciler


@pytest.fixture(scope="session")
def reference() -> Reference:
    """A post with a succession in 2024, a post with one holder since 2025, and two summits."""
    return Reference(
        actor=(
            ActorSeed(id="x:nato", name="NATO", level="bloc"),
            ActorSeed(id="x:us", name="United States", level="country"),
        ),
        person=(
            PersonSeed(id="x:old", name="Ada Older"),
            PersonSeed(id="x:new", name="Ben Newer"),
            PersonSeed(id="x:sec", name="Cy Warden"),
        ),
        tenure=(
            TenureSeed(
                person="x:old", post="Secretary General", org="x:nato", start="2014-10-01", end="2024-10-01"
            ),
            TenureSeed(person="x:new", post="Secretary General", org="x:nato", start="2024-10-01"),
            TenureSeed(person="x:sec", post="Secretary of Defense", org="x:us", start="2025-01-25"),
        ),
        event=(
            EventSeed(
                id="summit-2024", name="a", place="A", start="2024-07-09", end="2024-07-11", words=("A",)
            ),
            EventSeed(
                id="summit-2025", name="b", place="B", start="2025-06-24", end="2025-06-25", words=("B",)
            ),
        ),
        wording=load_reference().wording,
        part=load_reference().part,
        post=(
            PostSeed(holders="one", patterns=("chief executive", "* minister", "secretary *")),
            PostSeed(holders="many", patterns=("*deputy*",)),
        ),
    )


@pytest.fixture(scope="session")
def reconciler(reference: Reference) -> Reconciler:
    return Reconciler(reference)
