"""Calls of the tools by the SDK's own client."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

pytest.importorskip("mcp", reason="needs: pip install '.[mcp]'")

from mcp import Client as McpClient
from mcp.types import CallToolResult

QUESTION = "How much did Korea's ICT exports rise in November 2025?"
ICT_TITLE = "Korea’s ICT Exports Reach All-Time High in November"

Calls = Callable[[McpClient], Awaitable[Any]]
Given = Any  # the JSON of a result


def use(server: Any, calls: Calls) -> Given:  # noqa: ANN401 - whatever a client connects to
    async def connect() -> Given:
        async with McpClient(server) as client:
            return await calls(client)

    return asyncio.run(connect())


def read(result: CallToolResult) -> Given:
    assert not result.is_error, result.content
    return result.structured_content
