"""The bound: extraction alone, in as many processes as there are claims workers."""

import multiprocessing
import time
from collections.abc import Sequence
from multiprocessing.synchronize import Barrier

from models.messages import Article
from streams.claims.pipeline import Extractor
from streams.runtime.codec import decode_article, encode


def extraction_rate(articles: Sequence[Article], processes: int) -> float:
    """Give articles/s that ``processes`` readers make together, each warm before the clock starts."""
    spawn = multiprocessing.get_context("spawn")  # a fork would share what a worker does not
    barrier, seconds = spawn.Barrier(processes), spawn.Queue()
    shares = [[encode(article) for article in articles[part::processes]] for part in range(processes)]
    readers = [spawn.Process(target=_read, args=(share, barrier, seconds)) for share in shares]
    for reader in readers:
        reader.start()
    spans: list[tuple[float, float]] = [seconds.get() for _ in readers]
    for reader in readers:
        reader.join()
    return len(articles) / (max(end for _, end in spans) - min(start for start, _ in spans))


def _read(
    share: Sequence[bytes], barrier: Barrier, seconds: "multiprocessing.Queue[tuple[float, float]]"
) -> None:
    extractor = Extractor.from_seeds()
    for data in share[:5]:
        extractor.read(decode_article(data))
    barrier.wait()
    start = time.monotonic()
    for data in share:
        extractor.read(decode_article(data))
    seconds.put((start, time.monotonic()))
