"""The tools of a library that is being loaded, and that changes."""

import threading
from pathlib import Path

import pytest

pytest.importorskip("mcp", reason="needs: pip install '.[mcp]'")

from mcp import Client as McpClient

from embeddings.encoder import Encoder
from qa.client.local import LocalService
from qa.mcp.server import make_server
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker, update_library
from tests.qa.api.service import DAY
from tests.qa.mcp.calling import QUESTION, Given, call, read, use


def test_server_answers_while_the_library_is_being_loaded(seed_asker: Asker) -> None:
    loaded = threading.Event()

    def open_asker(_: Asker | None) -> Asker:
        loaded.wait(30)
        return seed_asker

    async def list_then_ask(client: McpClient) -> Given:
        assert len((await client.list_tools()).tools) == 5
        loaded.set()
        return await client.call_tool("ask", {"question": QUESTION})

    server = make_server(LocalService(open_asker, today=lambda: DAY), today=lambda: DAY)
    assert read(use(server, list_then_ask))["verdict"] == "answered"


def test_tools_answer_from_what_was_added_since(
    encoder: Encoder, seed_releases: tuple[Release, ...], tmp_path: Path
) -> None:
    settings = Settings(data=tmp_path)
    update_library(settings, encoder, seed_releases[:1])
    service = LocalService(
        lambda _: open_asker(settings, encoder, read_ranking()), today=lambda: DAY
    )
    assert read(call(service, "list_new", days=30))["total"] == 1
    update_library(settings, encoder, seed_releases[:2])
    assert read(call(service, "list_new", days=30))["total"] == 2
