"""A web server on loopback that does what servers do when they do not behave.

How is in `tests.misbehaviours`. What was asked of it, and with which headers, is in `Server.asked`.
"""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.misbehaviours import PATHS


@dataclass
class Server:
    """What a running server is told and tells."""

    url: str
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)
    """Plain pages by path, which a test may change."""
    fail: set[str] = field(default_factory=set)
    """Paths that answer with 503 for as long as they are in it."""
    robots: str = ""
    sent: int = 0
    """Bytes of the endless answers that were taken."""

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked == path for asked, _ in self.asked)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    state: Server

    def do_GET(self) -> None:
        self.state.asked.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
        try:
            self.answer()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self) -> None:
        path = self.path.split("?")[0]
        if self.path in self.state.fail:
            self.send(b"", status=503)
        elif self.path in self.state.pages:
            self.send(self.state.pages[self.path].encode())
        elif path == "/robots.txt":
            self.send(self.state.robots.encode(), status=200 if self.state.robots else 404)
        elif path in PATHS:
            PATHS[path](self)
        else:
            self.send(b"", status=404)

    def send(self, body: bytes, *, status: int = 200, **headers: str) -> None:
        """A whole answer. "_" in a header's name stands for "-"."""
        self.send_response(status)
        given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        given |= {name.replace("_", "-"): text for name, text in headers.items()}
        for name, text in given.items():
            self.send_header(name, text)
        self.end_headers()
        self.wfile.write(body)

    def times_asked(self) -> int:
        return self.state.count(self.path)

    def log_message(self, *_: object) -> None:
        pass


class _ThreadingServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """A client that goes away is what is tested."""


@contextmanager
def serve() -> Iterator[Server]:
    """A server on a free port of loopback, until the end of the block."""
    handler = type("Handler", (Handler,), {})
    server = _ThreadingServer(("127.0.0.1", 0), handler)
    state = Server(f"http://127.0.0.1:{server.server_address[1]}")
    handler.state = state  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def find_closed_port() -> int:
    """A port of loopback that no one listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
