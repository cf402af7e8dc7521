"""The command as agents run it: over standard input and output, and over HTTP."""

import json
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

pytest.importorskip("mcp", reason="needs: pip install '.[mcp]'")

from mcp import Client as McpClient
from mcp import StdioServerParameters

from qa.api.connections import MAX_HEADER_BYTES
from qa.api.request_bodies import MAX_BODY_BYTES
from qa.keys import KeyRing, Right
from qa.retrieval.asking import Asker
from qa.settings import Settings
from qa.today import find_today
from tests.qa.api.service import DAY, serve_at
from tests.qa.mcp.calling import ICT_TITLE, QUESTION, Given, read, use

ROOT = Path(__file__).resolve().parents[3]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def start(*options: str) -> tuple[list[str], dict[str, str]]:
    """The command `qa` with these options, and its environment."""
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    return [sys.executable, "-m", "qa", *options], {**os.environ, "PYTHONPATH": path}


def read_version() -> str:
    """That of the package."""
    project: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return project["version"]


async def ask_and_list(client: McpClient) -> Given:
    assert "not_found" in (client.instructions or "")
    assert (client.server_info.name, client.server_info.version) == ("release-qa", read_version())
    assert len((await client.list_tools()).tools) == 5
    found = await client.call_tool("ask", {"question": QUESTION, "as_of": "2025-12-20"})
    return read(found)


def test_agent_set_up_as_the_readme_says_asks_the_library(seed_settings: Settings) -> None:
    """Over standard input and output."""
    [written] = re.findall(r"```json\n(.*?)```", README, re.DOTALL)
    described = json.loads(written)["mcpServers"]["releases"]
    assert described["command"] == "qa"
    options = [
        str(seed_settings.data) if option.startswith("/srv") else option
        for option in described["args"]
    ]
    [program, *arguments], environment = start(*options)
    server = StdioServerParameters(command=program, args=arguments, env=environment, cwd=ROOT)
    assert use(server, ask_and_list)["hits"][0]["title"] == ICT_TITLE


@contextmanager
def offer(*options: str, **variables: str) -> Iterator[str]:
    """Where the command offers the tools over HTTP."""
    command, environment = start("mcp", "--http", "--port", "0", *options)
    environment |= variables
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        try:
            assert running.stderr is not None
            said = next(line for line in running.stderr if "running on" in line)
            [url] = [word for word in said.split() if word.startswith("http://127.0.0.1:")]
            yield f"{url}/mcp"
        finally:
            running.terminate()


def test_agent_asks_a_service_over_http(seed_asker: Asker, tmp_path: Path) -> None:
    with serve_at(lambda _: seed_asker) as url, offer("--url", url, "--data", str(tmp_path)) as own:
        assert use(own, ask_and_list)["hits"][0]["title"] == ICT_TITLE


def test_what_one_request_may_cost_is_bounded(seed_asker: Asker, tmp_path: Path) -> None:
    with serve_at(lambda _: seed_asker) as url, offer("--url", url, "--data", str(tmp_path)) as own:
        assert httpx2.post(own, content=b" " * (MAX_BODY_BYTES + 1)).status_code == 413
        headers = {"X-Long": "a" * (MAX_HEADER_BYTES + 1)}
        assert httpx2.post(own, headers=headers).status_code == 431


def test_callers_that_ask_too_often_are_told_when_to_come_back(
    seed_asker: Asker, tmp_path: Path
) -> None:
    with (
        serve_at(lambda _: seed_asker) as url,
        offer("--url", url, "--data", str(tmp_path), QA_RATE_LIMIT="2") as own,
    ):
        statuses = [httpx2.post(own).status_code for _ in range(2)]
        assert 429 not in statuses
        refused = httpx2.post(own)
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= 30


def test_library_with_keys_wants_one_that_may_read(seed_asker: Asker, tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    reader = ring.add("reader", [Right.READ], made=DAY)
    writer = ring.add("writer", [Right.WRITE], made=DAY)
    with serve_at(lambda _: seed_asker) as url, offer("--url", url, "--data", str(tmp_path)) as own:
        for key, status in ((None, 401), ("qa_wrong", 401), (writer, 403)):
            headers = {} if key is None else {"Authorization": f"Bearer {key}"}
            assert httpx2.post(own, headers=headers).status_code == status
        with httpx2.Client(headers={"Authorization": f"Bearer {reader}"}) as client:
            assert client.post(own).status_code not in (401, 403)


def test_days_are_those_of_the_time_zone_that_is_set(seed_settings: Settings) -> None:
    async def list_new(client: McpClient) -> Given:
        return read(await client.call_tool("list_new", {"days": 1}))

    async def ask(client: McpClient) -> Given:
        return read(await client.call_tool("ask", {"question": QUESTION}))

    data = ("--data", str(seed_settings.data))
    # A day of its own, whatever the time: see tests/qa/test_today.py.
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
        with offer(*data, TZ="Etc/GMT+12", QA_TIMEZONE=zone) as own:
            days = {str(find_today(zone))}
            found = use(own, list_new), use(own, ask)
            days.add(str(find_today(zone)))
            assert found[0]["published_to"] in days
            assert any(f"as things stood on {day}" in found[1]["understood"] for day in days)
