"""Fetchers that wait in no real time, for the tests of fetching."""

from collections.abc import Callable
from datetime import UTC, datetime

from qa.reading.fetching import Fetcher, Manners
from qa.reading.http_client import AnswerBounds

BOUNDS = AnswerBounds(connect_s=1, read_s=0.5, total_s=0.6, max_bytes=1_000_000)
MANNERS = Manners(between_s=0, attempts=3, backoff_s=2)
NOW = datetime(2025, 12, 1, tzinfo=UTC).timestamp()


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


Open = Callable[..., Fetcher]
