import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.messages import Article
from streams.runtime.codec import decode, decode_article, encode, is_time
from streams.runtime.errors import BadRecord
from streams.topology import ALL_TOPICS, ARTICLE_BYTES_MAX, TABLES


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (None, "empty"),
        (b"", "empty"),
        (b"hello", "not JSON"),
        (b'{"text": "a"', "not JSON"),
        (b"[1]", "wrong shape: Expected `object`"),
        (b'{"title": "no text"}', "missing required field `text`"),
        (b'{"text": 3}', "`$.text`"),
        (b'{"text": "a", "status": "lost"}', "`$.status`"),
        (b'{"text": "a\xff"}', "not UTF-8: invalid start byte at byte 11"),
        (b'{"text": "a\\u0000b"}', "NUL character at position 1 - at `$.text`"),
        (b'{"text": "a", "title": "\\u0000"}', "at `$.title`"),
        (b'{"text": "a\\ud800b"}', "lone surrogate \\ud800 at byte 11"),
        (b'{"text": "\\udc00\\ud83d\\ude00"}', "lone surrogate \\udc00"),
        (b'{"text": " \\n"}', "the text is empty"),
        (b'{"text": "a", "published_at": "yesterday"}', "neither an RFC 3339 time nor a date: 'yesterday'"),
        (b'{"text": "a", "published_at": "2025-02-30"}', "2025-02-30"),
        (b'{"text": "a", "published_at": "2025-02-24T10:00:00"}', "published_at"),
    ],
)
def test_bad_article_names_reason_and_place(data: bytes | None, reason: str) -> None:
    with pytest.raises(BadRecord) as error:
        decode_article(data)
    assert reason in str(error.value)


def test_text_over_the_limit_is_refused() -> None:
    data = encode(Article(text="ä" * (ARTICLE_BYTES_MAX // 2 + 1)))
    with pytest.raises(BadRecord, match=r"4,194,306 bytes"):
        decode_article(data)


@pytest.mark.parametrize(
    "value", ["2025-02-24", "2025-02-24T13:00:00Z", "9999-12-31", "2025-02-24T13:00:00.5+02:00"]
)
def test_times_and_dates_of_any_year_pass(value: str) -> None:
    assert is_time(value)


def test_article_without_ids_gets_those_of_its_content() -> None:
    first = decode_article(b'{"text": "Norway will give.", "publisher": "A", "guid": "1"}')
    again = decode_article(b'{"guid": "1", "publisher": "A", "text": "Norway will give."}')
    edited = decode_article(b'{"guid": "1", "publisher": "A", "text": "Norway gave."}')
    assert (first.id, first.story_id) == (again.id, again.story_id)
    assert edited.story_id == first.story_id
    assert edited.id != first.id


def test_article_keeps_the_id_it_brings() -> None:
    assert decode_article(b'{"text": "a", "id": "mine"}').id == "mine"


def test_every_topic_of_the_map_has_a_decoder() -> None:
    for topic in ALL_TOPICS:
        if topic not in {table.changelog for table in TABLES}:  # Faust's changelog holds states, not messages
            with pytest.raises(BadRecord):
                decode(topic.name, b"{")


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_a_bad_record(data: bytes) -> None:
    try:
        article = decode_article(data)
    except BadRecord:
        return
    assert article.text


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip)
)
def test_text_survives_the_round_trip(text: str) -> None:
    article = Article(text=text).identified()
    assert decode_article(encode(article)) == article
    assert msgspec.json.decode(encode(article))["text"] == text
