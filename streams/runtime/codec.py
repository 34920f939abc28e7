"""Bytes on a topic to a typed message and back, with an error that names the place.

JSON by msgspec. ``decode`` refuses whatever a later stage could not store: bytes that are
not UTF-8, text with NUL, an article without text, a date that is none.
"""

import re
from datetime import date, datetime
from typing import Final

import msgspec

from models.messages import Article, Claim, Conflict, DeadLetter, Entry, Reading, Receipt, Retraction
from streams.runtime.errors import BadRecord
from streams.topology import ARTICLE_BYTES_MAX, CLAIMS, CURRENT, DEAD_TOPICS, DETECTED, ENTRIES, RAW, READ

Message = Article | Receipt | Claim | Retraction | Conflict | Entry | Reading | DeadLetter

_DECODERS: Final[dict[str, msgspec.json.Decoder[Message]]] = {
    RAW.name: msgspec.json.Decoder(Article),
    READ.name: msgspec.json.Decoder(Receipt),
    CLAIMS.name: msgspec.json.Decoder(Claim | Retraction),
    DETECTED.name: msgspec.json.Decoder(Conflict),
    ENTRIES.name: msgspec.json.Decoder(Entry),
    CURRENT.name: msgspec.json.Decoder(Reading),
    **{topic.name: msgspec.json.Decoder(DeadLetter) for topic in DEAD_TOPICS},
}
_ENCODER: Final = msgspec.json.Encoder()
_NUL: Final = re.compile(rb"\\u0000")
_SURROGATE: Final = re.compile(rb"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_PAIR: Final = re.compile(rb"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")


def encode(message: Message) -> bytes:
    """Give the message's JSON. Raises UnicodeEncodeError for lone surrogates."""
    return _ENCODER.encode(message)


def decode(topic: str, data: bytes | None) -> Message:
    """Read one record's value of ``topic``; an article gets its ids.

    Raises:
        BadRecord: names the reason and the place (byte, or path in the JSON).
    """
    if not data:
        raise BadRecord("the record is empty")
    try:
        data.decode("utf-8")
        message = _DECODERS[topic].decode(data)
    except UnicodeDecodeError as error:
        raise BadRecord(f"not UTF-8: {error.reason} at byte {error.start}") from error
    except msgspec.ValidationError as error:
        raise BadRecord(f"wrong shape: {error}") from error
    except msgspec.DecodeError as error:
        raise BadRecord(_malformed(data, error)) from error
    if _NUL.search(data):
        _refuse_nul(msgspec.to_builtins(message), "$")
    return checked_article(message) if isinstance(message, Article) else message


def decode_article(data: bytes | None) -> Article:
    """Read a record of ``articles.raw``; as ``decode``, but typed."""
    article = decode(RAW.name, data)
    assert isinstance(article, Article)
    return article


def checked_article(article: Article) -> Article:
    """Give the article with its ids, or raise BadRecord where it cannot be one."""
    if not article.text.strip():
        raise BadRecord("the text is empty - at `$.text`")
    if (size := len(article.text.encode())) > ARTICLE_BYTES_MAX:
        raise BadRecord(f"the text has {size:,} bytes, more than {ARTICLE_BYTES_MAX:,} - at `$.text`")
    if article.published_at is not None and not is_time(article.published_at):
        raise BadRecord(
            f"neither an RFC 3339 time nor a date: {article.published_at[:40]!r} - at `$.published_at`"
        )
    return article.identified()


def is_time(value: str) -> bool:
    """Say whether ``value`` is an RFC 3339 time with an offset, or a bare ISO date."""
    try:
        if len(value) == 10:
            date.fromisoformat(value)
            return True
        return datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def _malformed(data: bytes, error: msgspec.DecodeError) -> str:
    lone = _SURROGATE.search(_PAIR.sub(b" " * 12, data))
    if lone:
        return f"lone surrogate {lone[0].decode()} at byte {lone.start()}"
    return f"not JSON: {error}"


def _refuse_nul(value: object, place: str) -> None:
    if isinstance(value, str) and "\0" in value:
        raise BadRecord(f"NUL character at position {value.index(chr(0))} - at `{place}`")
    if isinstance(value, dict):
        for key, item in value.items():
            _refuse_nul(item, f"{place}.{key}")
    if isinstance(value, list | tuple):
        for index, item in enumerate(value):
            _refuse_nul(item, f"{place}[{index}]")
