"""Learning what pages of giving are about, from annotated ones."""

from streams.claims.components.giving.page_topic import DOUBTFUL, PageTopic
from streams.scoring.topic_training import Page, measure, topic_table, train

GIVING = [Page(frozenset({"donors", "aid", "said", f"town{n}"}), giving=True) for n in range(30)]
COURTS = [Page(frozenset({"judge", "fraud", "said", f"name{n}"}), giving=False) for n in range(10)]


def test_words_of_each_kind_get_weights_of_its_sign() -> None:
    topic = train([*GIVING, *COURTS])
    assert topic.weights["donors"] > 0 > topic.weights["judge"]
    assert "town1" not in topic.weights  # on too few pages to tell


def test_the_same_pages_teach_the_same() -> None:
    assert train([*GIVING, *COURTS]) == train([*GIVING, *COURTS])


def test_what_is_measured_was_not_learned_from() -> None:
    doubted = measure([[*GIVING, *COURTS]])
    assert doubted == (30, 0, 10, 10)
    told_apart = [Page(frozenset({f"only{n}"}), giving=n % 2 == 0) for n in range(40)]
    assert measure([told_apart]).other_doubted < 20  # words that stand on one page teach nothing


def test_the_table_reads_as_what_was_learned() -> None:
    topic = train([*GIVING, *COURTS])
    table = topic_table(topic, [], 40)
    assert f"bias = {topic.bias}" in table
    assert '"donors" = ' in table
    assert PageTopic(topic).likelihood({"judge", "fraud"}) < DOUBTFUL
