"""One request over HTTP and its answer, with every limit on time and size kept.

What is wrong with an answer is told apart by what there is to do: `PassingFailure` may be tried
again, `NoSuchPage` not. When to ask, and whether, is `qa.reading.fetching`; where a connection may
lead is `qa.reading.network`.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpcore2

from qa.errors import FetchError
from qa.reading.network import DeadlineBackend
from qa.reading.unpacking import BrokenOff, Unpacker
from qa.version import find_version

AGENT = "release-qa"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_ACCEPT = "text/html, application/rss+xml, application/atom+xml, */*;q=0.5"


class PassingFailure(FetchError):
    """A failure that may pass; `retry_after` is what the server says of when, as it says it."""

    def __init__(self, message: str, retry_after: str | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class NoSuchPage(FetchError):
    """The server says that there is no such page, or none for us."""


@dataclass(frozen=True, slots=True)
class AnswerBounds:
    """How long one answer may take, in seconds, and how long it may be, unpacked."""

    connect_s: float = 10.0
    read_s: float = 20.0
    total_s: float = 60.0
    max_bytes: int = 20 * 1024 * 1024


ANSWER_BOUNDS = AnswerBounds()


@dataclass(frozen=True, slots=True)
class Answer:
    """A status of 200, 304 or a redirect. Names of headers are in small letters."""

    status: int
    headers: dict[str, str]
    data: bytes


class HttpClient:
    """Asks for one page after another, over connections that stay open between them."""

    def __init__(
        self, bounds: AnswerBounds = ANSWER_BOUNDS, *, allow_private: bool = False
    ) -> None:
        self._bounds = bounds
        self._backend = DeadlineBackend(allow_private=allow_private)
        self._user_agent = (
            f"{AGENT}/{find_version()} (reads press releases to answer questions about them)"
        )
        self._pool = httpcore2.ConnectionPool(network_backend=self._backend, max_connections=4)

    def close(self) -> None:
        self._pool.close()

    def get(
        self,
        url: str,
        conditions: Sequence[tuple[str, str]] = (),
        *,
        first_bytes: int | None = None,
    ) -> Answer:
        """The answer to a normalised address, under headers that state `conditions`.

        Of a long answer only the `first_bytes` are taken; without that number it is refused.
        Raises PassingFailure, NoSuchPage, or FetchError for what will stay as it is.
        """
        bounds = self._bounds
        self._backend.deadline = time.monotonic() + bounds.total_s
        timeouts = {
            "connect": bounds.connect_s,
            "read": bounds.read_s,
            "write": bounds.read_s,
            "pool": bounds.connect_s,
        }
        try:
            with self._pool.stream(
                "GET",
                url,
                headers=_make_headers(url, self._user_agent, conditions),
                extensions={"timeout": timeouts},
            ) as response:
                headers = _read_headers(response.headers)
                _check_status(url, response.status, headers)
                if response.status != 200:
                    return Answer(response.status, headers, b"")
                unpacker = Unpacker(
                    headers.get("content-encoding", ""),
                    bounds.max_bytes if first_bytes is None else first_bytes,
                    url,
                    cut=first_bytes is not None,
                )
                return Answer(200, headers, unpacker.read(response.iter_stream()))
        except httpcore2.TimeoutException as error:
            raise PassingFailure(
                f"expected an answer from {url}, found none in time ({error}); try again later"
            ) from error
        except BrokenOff as error:
            raise PassingFailure(str(error)) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise PassingFailure(
                f"expected a whole answer from {url}, found that the connection failed or broke "
                f"off ({error}); check the address and the network, and try again"
            ) from error


def _make_headers(
    url: str, user_agent: str, conditions: Sequence[tuple[str, str]]
) -> list[tuple[bytes, bytes]]:
    headers = [
        ("Host", urlsplit(url).netloc),
        ("User-Agent", user_agent),
        ("Accept", _ACCEPT),
        ("Accept-Encoding", "gzip, deflate"),
        *conditions,
    ]
    return [(name.encode("ascii"), text.encode("latin-1", "ignore")) for name, text in headers]


def _check_status(url: str, status: int, headers: dict[str, str]) -> None:
    if status in _PASSING:
        raise PassingFailure(
            f"expected a page at {url}, found status {status}; try again later",
            headers.get("retry-after"),
        )
    if status not in (200, 304, *REDIRECTS):
        raise NoSuchPage(
            f"expected a page at {url}, found status {status}; correct the address, or leave it out"
        )


def _read_headers(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    return {name.decode("latin-1").lower(): text.decode("latin-1") for name, text in headers}
