"""Calls of the tools by the SDK's own client."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

pytest.importorskip("mcp", reason="needs: pip install '.[mcp]'")

from mcp import Client as McpClient
from mcp.types import CallToolResult

from qa.client.local import Service
from qa.mcp.server import make_server
from tests.qa.api.service import DAY

QUESTION = "How much did Korea's ICT exports rise in November 2025?"
ICT_TITLE = "Korea’s ICT Exports Reach All-Time High in November"

Calls = Callable[[McpClient], Awaitable[Any]]
Given = Any  # the JSON of a result


def use(server: Any, calls: Calls) -> Given:  # noqa: ANN401 - whatever a client connects to
    async def connect() -> Given:
        async with McpClient(server) as client:
            return await calls(client)

    return asyncio.run(connect())


def call(service: Service, tool: str, **arguments: str | int | list[str]) -> CallToolResult:
    """What a tool gives, by a client in this process, twenty days into December 2025."""
    server = make_server(service, today=lambda: DAY)
    result: CallToolResult = use(server, lambda client: client.call_tool(tool, arguments))
    return result


def read(result: CallToolResult) -> Given:
    assert not result.is_error, result.content
    return result.structured_content
