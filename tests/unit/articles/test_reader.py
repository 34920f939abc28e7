import io
import json
from hashlib import sha256
from pathlib import Path

import pytest

from streams.articles.reader import read_article
from streams.articles.sources import SourceError, inputs
from streams.runtime.dead_letters import KEPT_OF_TOO_LONG
from streams.runtime.errors import BadRecord
from streams.topology import ARTICLE_BYTES_MAX


def _only(path: Path):
    (given,) = inputs([str(path)])
    return given


def test_text_file_gives_headline_publisher_and_unchanged_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(
        "URL: https://www.harbour.example/1\nPUBLISHED: 2025-03-01\n\nNorway gives more\nOslo will pay.\n"
    )
    article = read_article(_only(file))
    assert article.text == "Norway gives more\nOslo will pay."
    assert (article.title, article.publisher, article.published_at) == (
        "Norway gives more",
        "harbour.example",
        "2025-03-01",
    )


def test_first_paragraph_is_no_headline(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Norway will pay for it all.\nMore tomorrow.")
    assert read_article(_only(file)).title is None


def test_json_lines_give_one_input_a_line_with_its_number(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"text": "one"}\n\n{"text": "two", "id": "x"}\nrubbish')
    first, second, third = inputs([str(file)])
    assert read_article(first).text == "one"
    assert read_article(second).id == "x"
    assert third.path.endswith("a.jsonl:4")
    with pytest.raises(BadRecord, match="not JSON"):
        read_article(third)


def test_folder_is_read_in_name_order_without_what_is_no_article(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "picture.png"):
        (tmp_path / name).write_text(name)
    assert [Path(given.path).name for given in inputs([str(tmp_path)])] == ["a.txt", "b.txt"]


def test_missing_path_and_empty_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        list(inputs([str(tmp_path / "none")]))
    with pytest.raises(SourceError, match="no articles here"):
        list(inputs([str(tmp_path)]))


@pytest.mark.parametrize(
    ("data", "reason"), [(b"\xff\xfe", "not UTF-8"), (b"a\0b", "NUL"), (b" \n", "empty")]
)
def test_text_that_is_none_is_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(BadRecord, match=reason):
        read_article(_only(tmp_path / "a.txt"))


@pytest.mark.parametrize("size", [ARTICLE_BYTES_MAX + 1, 3 * ARTICLE_BYTES_MAX])
def test_text_that_is_too_long_keeps_hash_length_and_start(tmp_path: Path, size: int) -> None:
    data = (b"0123456789" * (size // 10 + 1))[:size]
    (tmp_path / "a.txt").write_bytes(data)
    given = _only(tmp_path / "a.txt")
    assert given.original.length == size
    assert given.original.sha256 == sha256(data).hexdigest()
    assert given.original.body == data[:KEPT_OF_TOO_LONG]
    with pytest.raises(BadRecord, match="more than an article's"):
        read_article(given)


def test_line_that_is_too_long_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * (2 * ARTICLE_BYTES_MAX)})
    (tmp_path / "a.jsonl").write_text(f'{long}\n{{"text": "short"}}\n')
    first, second = inputs([str(tmp_path / "a.jsonl")])
    assert first.data is None
    assert first.original.length == len(long) + 1
    assert read_article(second).text == "short"


@pytest.mark.parametrize(
    ("data", "texts"), [(b'{"text":"a"}\n{"text":"b"}\n', ["a", "b"]), (b"A story.", ["A story."])]
)
def test_standard_input_is_json_lines_or_one_text(monkeypatch, data: bytes, texts: list[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    assert [read_article(given).text for given in inputs(["-"])] == texts
