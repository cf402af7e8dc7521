"""Limits on request bodies, whichever way they are sent: their size, and the time they take."""

import asyncio
from collections.abc import Mapping
from types import MappingProxyType

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.api.problems import make_problem

MAX_BODY_BYTES = 64 * 1024
_NONE: Mapping[str, int] = MappingProxyType({})


class BodyLimit:
    """Answers 413 to a body over the limit, declared or sent in chunks, before the app sees it.

    `wider` has paths with limits of their own. What is not there within `timeout_s` is answered
    with 408: a client that sends a byte now and then would be waited for without end.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        timeout_s: float = 10,
        max_bytes: int = MAX_BODY_BYTES,
        wider: Mapping[str, int] = _NONE,
    ) -> None:
        self._app = app
        self._timeout_s = timeout_s
        self._max_bytes = max_bytes
        self._wider = wider

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        max_bytes = self._wider.get(scope["path"], self._max_bytes)
        try:
            async with asyncio.timeout(self._timeout_s):
                body = await self._read(scope, receive, max_bytes)
        except TimeoutError:
            await self._refuse(
                408,
                f"The request body was not there within {self._timeout_s:g} s. Send it at once.",
                (scope, receive, send),
            )
            return
        except _TooLarge:
            await self._refuse(
                413,
                f"A request body may hold {max_bytes} bytes here at most. Send less at a time.",
                (scope, receive, send),
            )
            return
        if body is None:
            return  # the client has gone
        replayed = False

        async def replay() -> Message:
            nonlocal replayed
            if replayed:
                return await receive()
            replayed = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, replay, send)

    async def _read(self, scope: Scope, receive: Receive, max_bytes: int) -> bytes | None:
        """The whole body; None when the client goes first. Raises _TooLarge."""
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > max_bytes:
            raise _TooLarge
        body = bytearray()  # bytes would be copied whole for every piece
        more = True
        while more:
            message = await receive()
            if message["type"] != "http.request":
                return None
            body += message.get("body", b"")
            if len(body) > max_bytes:
                raise _TooLarge
            more = message.get("more_body", False)
        return bytes(body)

    async def _refuse(
        self, status: int, detail: str, connection: tuple[Scope, Receive, Send]
    ) -> None:
        """Answer, and close: the rest of the body would be taken for the next request."""
        await make_problem(status, detail, headers={"Connection": "close"})(*connection)


class _TooLarge(Exception):
    """A body has more bytes than it may."""
