"""What the service measures of itself, in the form that Prometheus reads.

https://prometheus.io/docs/practices/naming/ and .../instrumentation/: seconds, totals, and labels
of few values each. Several workers count together, as prometheus_client has it: each in files of
its own, which stay when it ends, so that what is counted never becomes less.
"""

from collections.abc import Iterator
from pathlib import Path

from fastapi import HTTPException
from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from qa.api.desk import Desk
from qa.api.journal import Entry
from qa.api.sharing import Board
from qa.retrieval.question_cache import QuestionCache

MEDIA_TYPE = CONTENT_TYPE_PLAIN_0_0_4
_ANSWER_S = (0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10)
_STAGE_S = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1)
_REFUSALS = {
    401: "no_key",
    403: "no_right",
    408: "slow_client",
    413: "large_body",
    421: "foreign",
    429: "rate_limit",
    431: "large_headers",
    503: "unavailable",
    504: "time_up",
}


class Measurements:
    """Counts entries of the journal; `read` gives all of it, with how things stand now.

    `folder` is where the workers count, if there are several: each has to have it in the
    environment, as PROMETHEUS_MULTIPROC_DIR, before it imports prometheus_client.
    """

    def __init__(self, desk: Desk, board: Board, folder: Path | None) -> None:
        self._desk = desk
        self._counted = {"hit": 0, "miss": 0}
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "qa_requests",
            "Requests, by route, method and status.",
            ["route", "method", "status"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "qa_request_seconds",
            "From a request's headers to the end of its answer.",
            ["route"],
            buckets=_ANSWER_S,
            registry=self._registry,
        )
        self._stages = Histogram(
            "qa_stage_seconds",
            "Stages of answering a question.",
            ["stage"],
            buckets=_STAGE_S,
            registry=self._registry,
        )
        self._verdicts = Counter(
            "qa_verdicts",
            "Questions that were answered, by verdict.",
            ["verdict"],
            registry=self._registry,
        )
        self._refusals = Counter(
            "qa_refusals",
            "Requests that were not let in or given up, by reason.",
            ["reason"],
            registry=self._registry,
        )
        self._lookups = Counter(
            "qa_question_cache",
            "Questions looked up among those encoded.",
            ["result"],
            registry=self._registry,
        )
        self._all = self._registry
        if folder is not None:
            self._all = CollectorRegistry()
            MultiProcessCollector(self._all, path=str(folder))  # type: ignore[no-untyped-call]
        self._all.register(_Standing(board))

    def keep(self, entry: Entry) -> None:
        """Count a request that was answered."""
        self._requests.labels(entry.route, entry.method, str(entry.status)).inc()
        self._seconds.labels(entry.route).observe(entry.took_s)
        for stage, seconds in entry.stage_s.items():
            self._stages.labels(stage.value).observe(seconds)
        if entry.verdict is not None:
            self._verdicts.labels(entry.verdict).inc()
        if reason := _REFUSALS.get(entry.status):
            self._refusals.labels(reason).inc()
        self._count_lookups()

    def read(self) -> bytes:
        """All of it, in Prometheus' text form."""
        return generate_latest(self._all)

    def _count_lookups(self) -> None:
        try:
            encoder = self._desk.get().encoder
        except HTTPException:
            return
        if isinstance(encoder, QuestionCache):
            for result, found in (("hit", encoder.hits), ("miss", encoder.misses)):
                self._lookups.labels(result).inc(found - self._counted[result])
                self._counted[result] = found


class _Standing(Collector):
    """How things stand when they are asked for."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def collect(self) -> Iterator[Metric]:
        queue = GaugeMetricFamily("qa_queue", "Questions let in, by state.", labels=["state"])
        queue.add_metric(["working"], self._board.working)
        queue.add_metric(["waiting"], self._board.waiting)
        yield queue
        ready = GaugeMetricFamily("qa_ready", "Whether every worker can answer questions.")
        ready.add_metric([], float(self._board.is_ready))
        yield ready
        if generation := self._board.generation:
            held = GaugeMetricFamily(
                "qa_generation", "The generation of the library that every worker has reached."
            )
            held.add_metric([], generation)
            yield held
        if followed_at := self._board.followed_at:
            followed = GaugeMetricFamily(
                "qa_followed_timestamp_seconds",
                "When every worker was last seen to answer from the library's newest generation.",
            )
            followed.add_metric([], followed_at)
            yield followed
