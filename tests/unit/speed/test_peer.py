from itertools import islice

from streams.speed.articles import generate
from streams.speed.peer import core_rates, peer_pipeline


def test_peer_does_the_work_of_a_small_model() -> None:
    nlp = peer_pipeline()
    doc = nlp("Norway will give Ukraine 500 million euros. Sweden will give more.")
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser", "ner"]
    assert all(doc.has_annotation(name) for name in ("TAG", "DEP", "ENT_IOB"))
    width = doc.tensor.shape[1]
    assert width == 96


def test_each_reader_of_one_core_has_a_rate() -> None:
    rates = core_rates(list(islice(generate(10, dense=True), 10)), seconds=0.2)
    assert set(rates) == {"peer_articles_per_s", "tokenizer_articles_per_s", "extraction_articles_per_s_core"}
    assert all(rate > 0 for rate in rates.values())
