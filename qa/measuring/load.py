"""How fast the service answers over HTTP, beside the bare encoder that it stands on.

The service is a process of its own, as `qa serve` starts it. One question is asked and then encoded
here, in turn, so that both meet the machine in the same state; with several clients it is how many
come a second that counts. So it is when services of one process and of several are compared: they
take turns.
"""

import http.client
import os
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode, urlsplit

import numpy as np
from prometheus_client.parser import text_string_to_metric_families
from prometheus_client.samples import Sample

from embeddings.encoder import Encoder
from qa.errors import SettingsError
from qa.settings import Settings
from qa.stopwatch import Stage

CLIENTS = (1, 8, 64)
"""How many ask at once."""

_START_TIMEOUT_S = 120.0


@dataclass(frozen=True, slots=True)
class Answering:
    """How long answers took, and the bare encodings of the same questions: medians, in seconds.

    `first_s` is of the first time that each was asked. On average each stage of an answer took
    `stage_s`, and all that is none of them, the way over HTTP and back, `around_s`.
    """

    answer_s: float
    first_s: float
    encoding_s: float
    stage_s: Mapping[Stage, float]
    around_s: float

    @property
    def ratio(self) -> float:
        """How many times as long a whole answer takes."""
        return self.answer_s / self.encoding_s


@dataclass(frozen=True, slots=True)
class Throughput:
    """What some clients together got: answers a second, seconds for half, 95 and 99 in a hundred.

    `refused` is how many were told to come again.
    """

    clients: int
    answers_per_s: float
    p50_s: float
    p95_s: float
    p99_s: float
    refused: int


@dataclass(frozen=True, slots=True)
class Scaling:
    """Answers a second that some clients together got of one process, and of several."""

    clients: int
    alone_per_s: float
    together_per_s: float

    @property
    def ratio(self) -> float:
        """How many times as many several bring."""
        return self.together_per_s / self.alone_per_s


@dataclass(frozen=True, slots=True)
class Running:
    """A service: its address, and its process or the one above its workers."""

    url: str
    pid: int


@contextmanager
def serve(settings: Settings) -> Iterator[Running]:
    """`qa serve` over the library of the settings, once all of it is ready.

    It remembers no question, so that each is encoded. Raises SettingsError when it does not start.
    """
    # Of the default the variables say nothing, where the environment may.
    variables = settings.write_environment() | {"QA_WORKERS": str(settings.workers)}
    process = subprocess.Popen(
        [sys.executable, "-m", "qa", "serve", "--port", "0"],
        env={**os.environ, **variables, "QA_QUESTION_CACHE": "0", "QA_DRAIN_S": "0"},
        stderr=subprocess.PIPE,
        text=True,
    )
    log: list[str] = []
    stderr = process.stderr
    assert stderr is not None  # a pipe, as asked for
    reader = threading.Thread(target=lambda: log.extend(stderr))
    reader.start()
    try:
        yield Running(_wait_until_ready(process, log), process.pid)
    finally:
        process.terminate()
        process.wait()
        reader.join()
        stderr.close()


def _wait_until_ready(process: "subprocess.Popen[str]", log: Sequence[str]) -> str:
    until = time.monotonic() + _START_TIMEOUT_S
    while time.monotonic() < until and process.poll() is None:
        time.sleep(0.1)
        found = [match[0] for line in log if (match := re.search(r"http://[\d.:]+", line))]
        for url in found:
            with closing(_Client(url)) as client:
                if client.is_ready():
                    return url
    raise SettingsError(f"The service did not start. It said: {''.join(log)[-1000:]}")


class _Client:
    """A keep-alive connection, as a real client has. To be closed."""

    def __init__(self, url: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc)

    def ask(self, question: str) -> int:
        """The status of an answer that was read to its end."""
        status, _ = self._get("/v1/ask?" + urlencode({"question": question}))
        return status

    def is_ready(self) -> bool:
        """Whether every worker of the service can answer questions."""
        return any(each.value == 1 for each in self._read_metric("qa_ready"))

    def read_stages(self) -> dict[Stage, float]:
        """The seconds that each stage took of all answers until now."""
        found = {
            each.labels["stage"]: each.value
            for each in self._read_metric("qa_stage_seconds")
            if each.name == "qa_stage_seconds_sum"
        }
        return {stage: found.get(stage.value, 0.0) for stage in Stage}

    def _read_metric(self, name: str) -> list[Sample]:
        _, measured = self._get("/metrics")
        families = text_string_to_metric_families(measured.decode())
        return [sample for each in families if each.name == name for sample in each.samples]

    def close(self) -> None:
        self._connection.close()

    def _get(self, path: str) -> tuple[int, bytes]:
        self._connection.request("GET", path)
        response = self._connection.getresponse()
        return response.status, response.read()


def measure_answering(
    url: str,
    encoder: Encoder,
    questions: Sequence[str],
    *,
    rounds: int = 5,
) -> Answering:
    """One client's answers beside bare encodings: of each question the fastest of the rounds.

    Each is asked once before: what the passages say that it brings is known from then on.
    """
    client = _Client(url)
    first_s = []
    for question in questions:
        began = time.perf_counter()
        client.ask(question)
        first_s.append(time.perf_counter() - began)
    before = client.read_stages()
    answers_s = np.empty((rounds, len(questions)))
    encodings_s = np.empty_like(answers_s)
    for turn in range(rounds):
        for place, question in enumerate(questions):
            began = time.perf_counter()
            client.ask(question)
            asked = time.perf_counter()
            encoder.encode_question(question)
            answers_s[turn, place] = asked - began
            encodings_s[turn, place] = time.perf_counter() - asked
    after = client.read_stages()
    client.close()
    stage_s = {stage: (after[stage] - before[stage]) / answers_s.size for stage in Stage}
    return Answering(
        answer_s=float(np.median(answers_s.min(axis=0))),
        first_s=median(first_s),
        encoding_s=float(np.median(encodings_s.min(axis=0))),
        stage_s=stage_s,
        around_s=float(answers_s.mean()) - sum(stage_s.values()),
    )


def measure_throughput(
    url: str, questions: Sequence[str], clients: int, *, seconds: float
) -> Throughput:
    """What `clients` get that each ask the next question as soon as they have an answer.

    Raises SettingsError when too few are answered to say anything of them.
    """
    until = time.monotonic() + seconds
    places = count()
    took_s: list[float] = []
    refused: list[int] = []

    def keep_asking() -> None:
        client = _Client(url)
        while (began := time.monotonic()) < until:
            status = client.ask(questions[next(places) % len(questions)])
            if status == 200:
                took_s.append(time.monotonic() - began)
            else:
                refused.append(status)
                time.sleep(0.1)
        client.close()

    threads = [threading.Thread(target=keep_asking) for _ in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(took_s) < 2:
        statuses = ", ".join(f"{number} × {status}" for status, number in Counter(refused).items())
        raise SettingsError(
            f"Expected answers of {url} within {seconds:g} s, found {len(took_s)} and "
            f"{len(refused)} refusals ({statuses or 'none'}). Give it longer, or free it of limits."
        )
    shares = quantiles(took_s, n=100)
    return Throughput(
        clients, len(took_s) / seconds, median(took_s), shares[94], shares[98], len(refused)
    )


def measure_scaling(
    alone: Running,
    together: Running,
    questions: Sequence[str],
    *,
    seconds: float,
    clients: Sequence[int] = CLIENTS,
    rounds: int = 3,
) -> list[Scaling]:
    """What clients get of one process and of several, in turn.

    A turn takes `seconds`; of each service's turns the best counts: it was disturbed the least.
    """
    found = []
    for each in clients:
        best = {alone: 0.0, together: 0.0}
        for _ in range(rounds):
            for service in best:
                measured = measure_throughput(service.url, questions, each, seconds=seconds)
                best[service] = max(best[service], measured.answers_per_s)
        found.append(Scaling(each, best[alone], best[together]))
    return found


def read_memory(pid: int) -> int:
    """Bytes that a process and those below it take, what several share shared out: Linux's PSS."""
    process = Path(f"/proc/{pid}")
    rollup = (process / "smaps_rollup").read_text(encoding="utf-8")
    [kilobytes] = re.findall(r"^Pss:\s+(\d+) kB", rollup, re.MULTILINE)
    below = (process / "task" / str(pid) / "children").read_text(encoding="utf-8").split()
    return 1024 * int(kilobytes) + sum(read_memory(int(each)) for each in below)
