"""What the tests of relayed commands ask, and how they tell who answered."""

from pathlib import Path

import httpx

from qa.relay.protocol import begin_name, find_folder
from tests.qa.api.service import Process
from tests.qa.commands import QUESTION

BATTERIES = "How much were exports of batteries?"
AT = ("--as-of", "2025-12-20")
COMMANDS: list[tuple[str, ...]] = [
    ("ask", QUESTION),
    ("ask", QUESTION, *AT, "--explain", "-k", "3", "--per-release", "2"),
    ("ask", QUESTION, *AT, "--json"),
    ("ask", QUESTION, *AT, "--jsonl", "-k", "7", "--per-series", "3"),
    ("ask", QUESTION, *AT, "--csv"),
    ("ask", QUESTION, *AT, "--from", "2025-12-11", "--to", "2025-12-14"),
    ("ask", "ICT?", "--from", "2026-02-01", "--to", "2026-02-02"),
    ("ask", "Exports?", *AT, "--about-from", "2025-06-01", "--about-to", "2025-06-30"),
    ("ask", "The latest battery exports in April 2025", "--ignore", "latest", "--ignore", "period"),
    ("ask", "Who won the World Cup?", *AT),
    ("ask", "11월 ICT 수출은 얼마나 늘었나?", *AT),
    ("ask", "Exports?", *AT, "--publisher", "Power Exchange", "-k", "3"),
    ("ask", "Exports?", *AT, "--publisher", "Nobody"),
    ("timeline", BATTERIES, "--as-of", "2025-09-01"),
    ("timeline", BATTERIES, "--as-of", "2025-09-01", "--json"),
    ("timeline", BATTERIES, "--as-of", "2025-09-01", "--csv"),
    ("timeline", "Who won the World Cup?", *AT),
]


def find_sockets(data: Path) -> list[Path]:
    """The sockets of services over a data folder, of those that were killed too."""
    folder = find_folder()
    return sorted(folder.glob(f"{begin_name(data)}*")) if folder.is_dir() else []


def count(service: Process, status: int = 200) -> int:
    """How many commands a service has answered, or ended so."""
    lines = httpx.get(f"{service.url}/metrics").text.splitlines()
    ended = [line for line in lines if line.startswith("qa_requests_total{")]
    return sum(
        int(float(line.rpartition(" ")[2]))
        for line in ended
        if 'method="UNIX"' in line and f'status="{status}"' in line
    )
