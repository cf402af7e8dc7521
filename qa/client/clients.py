"""The two clients: one waits for the service, one awaits it. They differ in nothing else.

The one place that imports httpx2, the maintained line of httpx by its author, which the encoder's
packages bring along.
"""

import asyncio
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

import httpx2
from pydantic import BaseModel

from qa.api.answer_schemas import AnswerOut, IndexOut, WholeReleaseOut
from qa.api.release_schemas import PublishersOut, ReleasesOut, VersionsOut
from qa.api.timeline_schemas import TimelineOut
from qa.client import calls
from qa.client.calls import NO_LIMITS, Call
from qa.client.errors import AnswerUnreadable, NotSent, Unreachable, make_refusal
from qa.lazy_regex import lazy_regex
from qa.records import DateRange
from qa.understanding.limits import Limits

_Shown = TypeVar("_Shown", bound=BaseModel)
_Http = TypeVar("_Http", bound=httpx2.Client | httpx2.AsyncClient)

_LATER = (429, 503)
_KEY = lazy_regex(r"[!-~]+")
_UNSAID_S = 1.0  # waited where a service that is busy does not say how long


class _Connection(Generic[_Http]):
    """Where the service is and how it is asked; a client adds how it waits."""

    def __init__(
        self,
        url: str,
        *,
        key: str | None = None,
        timeout_s: float = 30.0,
        patience_s: float = 30.0,
    ) -> None:
        self._url = url
        self._patience_s = patience_s
        headers = {"Accept": "application/json"}
        if key is not None:
            headers["Authorization"] = f"Bearer {_require_key(key)}"
        with _translated(url):
            self._http = self._open(url, headers, timeout_s)

    def _open(self, url: str, headers: dict[str, str], timeout_s: float) -> _Http:
        raise NotImplementedError


class Client(_Connection[httpx2.Client]):
    """Asks a service at `url`, and waits for it. Safe to share between threads; to be closed.

    `key` is sent as a bearer token. An answer that takes longer than `timeout_s` is Unreachable. A
    service that is busy or still loading is asked again when it says, for `patience_s` in all. All
    raises ClientError, making it too, in the kind that `qa.client.errors` draws.
    """

    def _open(self, url: str, headers: dict[str, str], timeout_s: float) -> httpx2.Client:
        return httpx2.Client(base_url=url, headers=headers, timeout=timeout_s)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def ask(self, question: str, limits: Limits = NO_LIMITS) -> AnswerOut:
        """The hits for a question, and whether they answer it."""
        return self._send(calls.ask(question, limits))

    def draw_timeline(self, question: str, limits: Limits = NO_LIMITS) -> TimelineOut:
        """One indicator across its series. Raises NotHeld when no series answers."""
        return self._send(calls.draw_timeline(question, limits))

    def list_releases(
        self,
        published: DateRange | None = None,
        *,
        publisher: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> ReleasesOut:
        """Releases published within these days, by one publisher or by any, newest first, and how
        many there are in all."""
        return self._send(calls.list_releases(published, publisher, limit=limit, offset=offset))

    def list_publishers(self) -> PublishersOut:
        """Whose releases are held, and how many of each: the names that `publisher` takes."""
        return self._send(calls.list_publishers())

    def read_release(self, release_id: str) -> WholeReleaseOut:
        """One release with its body. Raises NotHeld when there is none with this id."""
        return self._send(calls.read_release(release_id))

    def read_versions(self, release_id: str) -> VersionsOut:
        """What a release said before it was changed. Raises NotHeld as `read_release` does."""
        return self._send(calls.read_versions(release_id))

    def check_readiness(self) -> IndexOut:
        """What the service answers from, once it can answer."""
        return self._send(calls.check_readiness())

    def _send(self, call: Call[_Shown]) -> _Shown:
        patience = _Patience(self._patience_s)
        while True:
            request = _make_request(self._http, call)
            with _translated(self._url):
                response = self._http.send(request)
            pause_s = patience.find_pause(response)
            if pause_s is None:
                return _read(call, response)
            time.sleep(pause_s)


class AsyncClient(_Connection[httpx2.AsyncClient]):
    """The same as `Client`, for code that awaits. To be used within one event loop."""

    def _open(self, url: str, headers: dict[str, str], timeout_s: float) -> httpx2.AsyncClient:
        return httpx2.AsyncClient(base_url=url, headers=headers, timeout=timeout_s)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        await self._http.aclose()

    async def ask(self, question: str, limits: Limits = NO_LIMITS) -> AnswerOut:
        """See `Client.ask`."""
        return await self._send(calls.ask(question, limits))

    async def draw_timeline(self, question: str, limits: Limits = NO_LIMITS) -> TimelineOut:
        """See `Client.draw_timeline`."""
        return await self._send(calls.draw_timeline(question, limits))

    async def list_releases(
        self,
        published: DateRange | None = None,
        *,
        publisher: str | None = None,
        limit: int = 20,
        offset: int = 0,
    ) -> ReleasesOut:
        """See `Client.list_releases`."""
        return await self._send(
            calls.list_releases(published, publisher, limit=limit, offset=offset)
        )

    async def list_publishers(self) -> PublishersOut:
        """See `Client.list_publishers`."""
        return await self._send(calls.list_publishers())

    async def read_release(self, release_id: str) -> WholeReleaseOut:
        """See `Client.read_release`."""
        return await self._send(calls.read_release(release_id))

    async def read_versions(self, release_id: str) -> VersionsOut:
        """See `Client.read_versions`."""
        return await self._send(calls.read_versions(release_id))

    async def check_readiness(self) -> IndexOut:
        """See `Client.check_readiness`."""
        return await self._send(calls.check_readiness())

    async def _send(self, call: Call[_Shown]) -> _Shown:
        patience = _Patience(self._patience_s)
        while True:
            request = _make_request(self._http, call)
            with _translated(self._url):
                response = await self._http.send(request)
            pause_s = patience.find_pause(response)
            if pause_s is None:
                return _read(call, response)
            await asyncio.sleep(pause_s)


@dataclass(slots=True)
class _Patience:
    """How many seconds are still to be waited for a service that says it is busy."""

    left_s: float

    def find_pause(self, response: httpx2.Response) -> float | None:
        """Seconds until asking again; None when there is nothing to wait for, or no time left."""
        if response.status_code not in _LATER:
            return None
        pause_s = _read_seconds(response.headers.get("Retry-After", ""))
        if pause_s > self.left_s:
            return None
        self.left_s -= pause_s
        return pause_s


def _read_seconds(text: str) -> float:
    """What a Retry-After of seconds says. The service sends no dates, which count as unsaid.

    At least a second: a service that is busy is not helped by haste.
    """
    try:
        seconds = float(text)
    except ValueError:
        return _UNSAID_S
    return max(_UNSAID_S, seconds) if math.isfinite(seconds) else _UNSAID_S


def _require_key(key: str) -> str:
    """The key itself. Raises NotSent when no header can hold it; it is not shown."""
    if not _KEY.fullmatch(key):
        raise NotSent(
            "Expected a key of visible ASCII characters, found one with others, or none in it. "
            "Give it as `qa keys add` printed it, without spaces or an end of line."
        )
    return key


def _make_request(http: httpx2.Client | httpx2.AsyncClient, call: Call[_Shown]) -> httpx2.Request:
    try:
        return http.build_request(call.method, call.path, params=call.query, json=call.body)
    except UnicodeEncodeError as error:
        found = error.object[error.start : error.end]
        raise NotSent(
            f"Expected text, found {found!r}, which is half of a character. Take it out."
        ) from error
    except httpx2.InvalidURL as error:
        raise NotSent(f"{call.path} cannot be asked so: {error}. Ask for less at once.") from error


def _read(call: Call[_Shown], response: httpx2.Response) -> _Shown:
    if response.has_redirect_location:
        raise AnswerUnreadable(
            f"Expected an answer at {response.url.copy_with(query=None)}, and was sent on to "
            f"{response.headers['Location']}. Give the address that leads there at once."
        )
    if response.status_code >= 400:
        raise make_refusal(response.status_code, response.content)
    return call.read(response.content)


@contextmanager
def _translated(url: str) -> Iterator[None]:
    try:
        yield
    except httpx2.TimeoutException as error:
        raise Unreachable(
            f"{url} did not answer in time ({type(error).__name__}). Ask again, or allow more "
            "with timeout_s."
        ) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError) as error:  # of a host's name
        raise Unreachable(
            f"No service answers at {url}: {str(error).rstrip('.')}. Start one with `qa serve`, "
            "and give its address as http://127.0.0.1:8000."
        ) from error
