"""What a connection may cost: time to send its headers and to read its answer, and memory for both.

uvicorn waits for a request's headers, and for its answer to be read, as long as it takes, and with
httptools headers may be of any size. So a client that does nothing would hold a connection for
good. Bodies are the matter of `qa.api.limits`.
"""

import asyncio

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from qa.api.problems import make_problem

MAX_HEADER_BYTES = 32 * 1024
MAX_CONNECTIONS = 900
"""Fewer than the 1,024 files that a process may have open where nothing else is said."""

_READ_BYTES = 256 * 1024  # what an event loop reads at once: headers may come with a body


def guard_connections(
    timeout_s: float, *, max_connections: int = MAX_CONNECTIONS
) -> type[HttpToolsProtocol]:
    """uvicorn's protocol, with bounds for each connection and their number.

    A connection is closed when the headers of a request are not there `timeout_s` after its first
    byte, or after it was opened, and when its answer waits that long to be read. Headers over the
    limit are answered with 431; a request over one of `max_connections` too many, with 503.
    """

    class GuardedProtocol(HttpToolsProtocol):
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

        def data_received(self, data: bytes) -> None:
            if self._in_headers:
                # The parser hands a header on when it is complete, and keeps it until then.
                self._header_bytes += len(data)
                if self._header_bytes > MAX_HEADER_BYTES + _READ_BYTES:
                    self.transport.abort()
                    return
            super().data_received(data)

        def on_message_begin(self) -> None:
            super().on_message_begin()
            self._in_headers, self._header_bytes = True, 0
            _stop(self._headers_timer)
            self._headers_timer = self._start_timer()

        def on_headers_complete(self) -> None:
            self._in_headers = False
            _stop(self._headers_timer)
            size = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
            whole = self.app
            if size > MAX_HEADER_BYTES:
                self.app = _REFUSE_HEADERS
            elif len(self.connections) > max_connections:
                self.app = _REFUSE_CONNECTION
            super().on_headers_complete()
            self.app = whole

        def pause_writing(self) -> None:
            super().pause_writing()
            self._answer_timer = self._start_timer()

        def resume_writing(self) -> None:
            super().resume_writing()
            _stop(self._answer_timer)

        def timeout_keep_alive_handler(self) -> None:
            super().timeout_keep_alive_handler()
            # It closes when what was written has been read, which may be never.
            self._answer_timer = self._start_timer()

        def _start_timer(self) -> asyncio.TimerHandle:
            return self.loop.call_later(timeout_s, self.transport.abort)

    return GuardedProtocol


def _stop(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()


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
