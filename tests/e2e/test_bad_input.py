"""Rubbish gets a clear error and a dead letter; the hostile but legal a bounded, correct result."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from models.messages import Article
from streams.articles.feeder import feed
from streams.articles.sources import inputs
from streams.topology import ARTICLE_BYTES_MAX
from tests.support.flow import Flow

RUBBISH = {
    b"hello": "not JSON",
    b"[1, 2]": "wrong shape: Expected `object`",
    b'{"text": 3}': "Expected `str`",
    b'{"text": "a\xff"}': "not UTF-8",
    b'{"text": "a\\u0000b"}': "NUL character",
    b'{"text": "a\\ud800b"}': "lone surrogate",
    b'{"text": "  "}': "the text is empty",
    b"": "the record is empty",
}
PLEDGE = (
    "Norway will give Ukraine 500 million euros this year, Prime Minister Jonas Gahr Støre said on Monday."
)
GERMAN = (
    "Norwegen wird der Ukraine in diesem Jahr 500 Millionen Euro geben, sagte der Ministerpräsident am Montag. "
    "Das Geld ist für die Luftverteidigung bestimmt und soll noch vor dem Winter ankommen."
)
CYRILLIC = f"{PLEDGE} His guest, Володимир Петренко, and the envoy Ольга Коваль thanked him for it in the name of Kyiv."


def _letters(flow: Flow) -> list[tuple[str, str]]:
    with flow.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text("SELECT stage, reason FROM dead_letters"))]


def _receipt(flow: Flow, article: Article) -> tuple[str, str | None]:
    query = text("SELECT language, note FROM receipts WHERE article_id = :id")
    with flow.engine.connect() as connection:
        row = connection.execute(query, {"id": article.id}).one()
    return row[0], row[1]


def _claims(flow: Flow, article: Article) -> int:
    query = text("SELECT count(*) FROM claims WHERE article_id = :id")
    with flow.engine.connect() as connection:
        return int(connection.scalar(query, {"id": article.id}) or 0)


def test_rubbish_on_the_topic_is_a_dead_letter_of_both_stages(flow: Flow) -> None:
    good = Article(text=PLEDGE).identified()
    flow.send_bytes(list(RUBBISH))
    flow.send([good])
    flow.wait()
    letters = _letters(flow)
    for reason in RUBBISH.values():
        assert sorted(stage for stage, said in letters if reason in said) == ["claims", "ledger"], reason
    assert len(letters) == 2 * len(RUBBISH)
    assert _claims(flow, good) > 0
    assert flow.balanced()


def test_feeder_refuses_what_is_no_article_and_keeps_it(flow: Flow, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "huge.txt").write_bytes(b"x" * (ARTICLE_BYTES_MAX + 1))
    (folder / "bytes.txt").write_bytes(b"Norway\xff")
    (folder / "lines.jsonl").write_text('{"text": 1}\n' + json.dumps({"text": PLEDGE}) + "\n")
    fed = feed(inputs([str(folder)]), flow.producer)
    flow.wait()
    assert (fed.articles, len(fed.refused)) == (1, 3)
    query = text(
        "SELECT path, length, truncated, octet_length(body), sha256 FROM dead_letters WHERE path LIKE '%huge.txt'"
    )
    with flow.engine.connect() as connection:
        path, length, truncated, kept, digest = connection.execute(query).one()
    assert (path, length, truncated, kept) == (str(folder / "huge.txt"), ARTICLE_BYTES_MAX + 1, True, 65536)
    assert len(digest) == 64
    assert {stage for stage, _ in _letters(flow)} == {"feeder"}
    assert flow.balanced()


@pytest.mark.timeout(400)
def test_hostile_but_legal_articles_pass(flow: Flow) -> None:
    rain = "Then it rained in Oslo, and nobody minded, for the harvest was in. " * 40
    long = Article(text=f"{PLEDGE} {rain}" * 340).identified()
    assert 900_000 < len(long.text) < 1_100_000
    far = Article(text=PLEDGE, published_at="9999-12-31", guid="far").identified()
    quotes = Article(text=f"{PLEDGE} " + '"' * 10_000).identified()
    unclosed = Article(text=f"{PLEDGE} " + "“ said " * 10_000).identified()
    cyrillic = Article(text=CYRILLIC).identified()
    german = Article(text=GERMAN).identified()
    articles = [long, far, quotes, unclosed, cyrillic, german]
    flow.send(articles)
    flow.wait()
    assert _letters(flow) == []
    for article in (long, far, quotes, unclosed, cyrillic):
        assert _receipt(flow, article)[0] == "en"
        assert _claims(flow, article) > 0
    language, note = _receipt(flow, german)
    assert language == "de"
    assert note is not None
    assert "de" in note
    assert _claims(flow, german) == 0
    assert flow.balanced()
