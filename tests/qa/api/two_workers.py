"""A service of two processes, as `qa serve --workers 2` starts it, and a way to either of them."""

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx

from qa.api.supervision import PATIENCE_S
from tests.qa.api.service import Process, run_service, wait_until

ANSWERED = 'qa_requests_total{method="GET",route="/v1/ask",status="200"}'


def wait_until_ready(client: httpx.Client) -> None:
    wait_until(lambda: client.get("/readyz").status_code != 503)


def find_pid(process: Process, client: httpx.Client) -> int:
    """Which worker a client's connection leads to: the log says it of a request."""
    request_id = secrets.token_hex(8)
    client.get("/healthz", headers={"X-Request-ID": request_id})
    wait_until(lambda: any(f'"{request_id}"' in line for line in process.log))
    [line] = [line for line in process.log if f'"{request_id}"' in line]
    pid: int = json.loads(line)["pid"]
    return pid


@contextmanager
def reach_each(process: Process) -> Iterator[dict[int, httpx.Client]]:
    """A connection to each of two workers that can answer, by process."""
    reached: dict[int, httpx.Client] = {}
    with ExitStack() as opened:

        def reach() -> bool:
            client = opened.enter_context(httpx.Client(base_url=process.url, timeout=60))
            reached.setdefault(find_pid(process, client), client)
            return len(reached) == 2

        wait_until(reach)
        for client in reached.values():
            wait_until_ready(client)
        yield reached


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def find_workers(process: Process) -> list[int]:
    """The processes that have ever begun to serve."""
    started = [line for line in process.log if "Started server process" in line]
    return [json.loads(line)["pid"] for line in started]


@contextmanager
def run_two(data: Path, *, patience_s: float = PATIENCE_S, **variables: str) -> Iterator[Process]:
    """`qa serve --workers 2`; one that does not beat for `patience_s` is replaced."""
    variables = {"QA_LOG_FORMAT": "json", "QA_DRAIN_S": "0.5"} | variables
    impatient = (
        "from functools import partial; from qa.api import supervision; from qa.cli import main; "
        f"supervision.supervise = partial(supervision.supervise, patience_s={patience_s}); main()"
    )
    with run_service(data, "--workers", "2", program=("-c", impatient), **variables) as process:
        yield process


def read_count(client: httpx.Client, name: str = ANSWERED) -> float:
    """What a worker measures under names that begin so, added up."""
    lines = client.get("/metrics").text.splitlines()
    return sum(float(line.rpartition(" ")[2]) for line in lines if line.startswith(name))
