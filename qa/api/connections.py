"""What a connection may cost: time to send its headers and to read its answer, and memory for both.

uvicorn waits for a request's headers, and for its answer to be read, as long as it takes, and with
httptools headers may be of any size. So a client that does nothing would hold a connection for
good. Bodies are the matter of `qa.api.request_bodies`.

Nor is there another protocol to change to (RFC 9110, section 7.8): whoever offers HTTP/2 or a
WebSocket is answered as without. Left to httptools, what follows the headers is of that protocol:
the body would be lost, or be taken for the next request.
"""

import asyncio
import logging

import httptools
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from qa.api.problems import make_problem

MAX_HEADER_BYTES = 32 * 1024
MAX_CONNECTIONS = 900
"""Fewer than the 1,024 files that a process may have open where nothing else is said."""

_REFUSAL = "refusal"  # in the state of a request
_LAST_REQUEST_S = 1.0
_READ_BYTES = 256 * 1024  # what an event loop reads at once: headers may come with a body
_log = logging.getLogger(__name__)


def guard_connections(
    timeout_s: float, *, max_connections: int = MAX_CONNECTIONS
) -> type[HttpToolsProtocol]:
    """uvicorn's protocol, with bounds for each connection and their number.

    A connection is closed when the headers of a request are not there `timeout_s` after its first
    byte, or after it was opened, and when its answer waits that long to be read. Headers over the
    limit are answered with 431; a request over one of `max_connections` too many, with 503; what is
    no request, with 400. The first two are said by `Refusals`, which has to be in the application.
    When the service ends, a connection that nothing has come by yet is given a second for its
    request.
    """

    class GuardedProtocol(HttpToolsProtocol):
        _offered: bytes | None = None
        _headers_timer: asyncio.TimerHandle | None = None
        _answer_timer: asyncio.TimerHandle | None = None
        _header_bytes = 0
        _in_headers = True

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._headers_timer = self._start_timer()

        def connection_lost(self, exc: Exception | None) -> None:
            _stop(self._headers_timer)
            _stop(self._answer_timer)
            super().connection_lost(exc)

        def shutdown(self) -> None:
            if self.cycle is None:
                # It was let in as the door closed: its request is on its way.
                self.loop.call_later(_LAST_REQUEST_S, super().shutdown)
            else:
                super().shutdown()

        def data_received(self, data: bytes) -> None:
            if self._in_headers:
                # The parser hands a header on when it is complete, and keeps it until then.
                self._header_bytes += len(data)
                if self._header_bytes > MAX_HEADER_BYTES + _READ_BYTES:
                    self.transport.abort()
                    return
            self._unset_keepalive_if_required()
            left: bytes | None = data
            try:
                while left is not None:
                    left = self._parse(left)
            except httptools.HttpParserError:
                self.send_400_response(_NO_REQUEST)

        def _parse(self, data: bytes) -> bytes | None:
            """What is to be parsed again, as a request that offers no other protocol."""
            try:
                self.parser.feed_data(data)
            except httptools.HttpParserUpgrade as found:
                if self._offered is not None:
                    head, self._offered = self._offered, None
                    return head + data[found.args[0] :]
            return None

        def send_400_response(self, msg: str) -> None:
            """Say what is wrong, and close: where the next request begins is not known."""
            _log.info("A request that is none was refused.")
            problem = make_problem(400, msg, headers={"Connection": "close"})
            lines = [b": ".join(header) for header in problem.raw_headers]
            head = b"\r\n".join([b"HTTP/1.1 400 Bad Request", *lines])
            self.transport.write(head + b"\r\n\r\n" + bytes(problem.body))
            self.transport.close()
            self._give_up_closing()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            if self.transport.is_closing():
                self._give_up_closing()

        def on_message_begin(self) -> None:
            super().on_message_begin()
            self._in_headers, self._header_bytes = True, 0
            _stop(self._headers_timer)
            self._headers_timer = self._start_timer()

        def on_headers_complete(self) -> None:
            if self.parser.should_upgrade() and self._get_upgrade() is not None:
                self._offered = self._write_head_without_offer()
                return
            self._in_headers = False
            _stop(self._headers_timer)
            size = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
            if size > MAX_HEADER_BYTES:
                self.scope["state"][_REFUSAL] = _REFUSE_HEADERS
                self.url = b"/"  # httptools reads no address of more than 65,535 bytes
            elif len(self.connections) > max_connections:
                self.scope["state"][_REFUSAL] = _REFUSE_CONNECTION
            super().on_headers_complete()

        def on_message_complete(self) -> None:
            if self._offered is None:
                super().on_message_complete()

        def _write_head_without_offer(self) -> bytes:
            """What has been read of a request, but for the protocol that it offers."""
            version = self.parser.get_http_version().encode()
            lines = [self.parser.get_method() + b" " + self.url + b" HTTP/" + version]
            kept = [header for header in self.headers if header[0] != b"upgrade"]
            lines += [name + b": " + value for name, value in kept]
            return b"\r\n".join([*lines, b"\r\n"])

        def pause_writing(self) -> None:
            super().pause_writing()
            self._answer_timer = self._start_timer()

        def resume_writing(self) -> None:
            super().resume_writing()
            # asyncio also says so as it closes, when some of the last answer has been read.
            if not self.transport.is_closing():
                _stop(self._answer_timer)

        def timeout_keep_alive_handler(self) -> None:
            super().timeout_keep_alive_handler()
            self._give_up_closing()

        def _give_up_closing(self) -> None:
            # It closes when what was written has been read, which may be never.
            _stop(self._answer_timer)
            self._answer_timer = self._start_timer()

        def _start_timer(self) -> asyncio.TimerHandle:
            return self.loop.call_later(timeout_s, self.transport.abort)

    return GuardedProtocol


class Refusals:
    """Answers what its connection refuses, in place of an application.

    Put it inside Journal and SecureHeaders, so that refusals are logged and carry their headers.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        refusal: ASGIApp | None = scope.get("state", {}).get(_REFUSAL)
        await (refusal or self._app)(scope, receive, send)


def _stop(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()


_NO_REQUEST = (
    "It is no request of HTTP/1.1. What is not ASCII in an address has to be percent-encoded; curl "
    "does so with --get --data-urlencode."
)
_REFUSE_HEADERS = make_problem(
    431,
    f"A request's address and headers may hold {MAX_HEADER_BYTES} bytes at most.",
    headers={"Connection": "close"},
)
_REFUSE_CONNECTION = make_problem(
    503,
    "Too many connections are open. Try again in a second.",
    headers={"Connection": "close", "Retry-After": "1"},
)
