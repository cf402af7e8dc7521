"""One line of the log for each request, under an id that the answer names too.

A line never holds the question, unless that is switched on; nor does it hold the address, which
for GET is the question: the route stands for it.
"""

import logging
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.answers import Answer
from qa.api.access import ANYONE, Caller
from qa.lazy_regex import lazy_regex
from qa.stopwatch import Stage, Stopwatch
from qa.timelines.timeline import Timeline

UNMATCHED = "unmatched"
"""The route of what has none: their addresses are without number."""

_REQUEST_ID = lazy_regex(r"[A-Za-z0-9._-]{1,64}")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_log = logging.getLogger("qa.requests")


@dataclass(slots=True)
class Entry:
    """What is noted of a request, as far as it got. `status` is 0 when nothing was answered.

    `may_hold_question` says whether a question is noted too.
    """

    request_id: str
    method: str
    may_hold_question: bool = False
    route: str = UNMATCHED
    status: int = 0
    took_s: float = 0.0
    key: str | None = None
    stage_s: dict[Stage, float] = field(default_factory=dict)
    verdict: str | None = None
    generation: int | None = None
    question: str | None = None

    @contextmanager
    def timing(self) -> Iterator[None]:
        """Note how long the stages of what is answered meanwhile take."""
        with Stopwatch() as watch:
            yield
        self.stage_s = watch.seconds

    def note(self, found: Answer | Timeline) -> None:
        """Note what was answered."""
        self.generation = found.generation
        if isinstance(found, Answer):
            self.verdict = found.verdict.value
        if self.may_hold_question:
            self.question = found.question.text


async def find_entry(request: Request) -> Entry:
    """A dependency: what is noted of the request."""
    entry: Entry = request.state.entry
    return entry


EntryNow = Annotated[Entry, Depends(find_entry)]


class Journal:
    """Makes an entry for each request, and hands it to `keep` and the log when it was answered.

    The id is the client's X-Request-ID, where that is 1 to 64 letters, digits, dots, lines and
    dashes: anything else could forge lines of a log. Questions are noted only `with_questions`.
    """

    def __init__(
        self, app: ASGIApp, keep: Callable[[Entry], None], *, with_questions: bool
    ) -> None:
        self._app = app
        self._keep = keep
        self._with_questions = with_questions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        given = Headers(scope=scope).get("x-request-id", "")
        method = scope["method"] if scope["method"] in _METHODS else "other"
        request_id = given if _REQUEST_ID.fullmatch(given) else secrets.token_hex(8)
        entry = Entry(request_id, method, self._with_questions)
        state = scope.setdefault("state", {})
        state["entry"] = entry

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                entry.status = message["status"]
                MutableHeaders(scope=message)["X-Request-ID"] = entry.request_id
            await send(message)

        try:
            await self._app(scope, receive, send_on)
        finally:
            entry.took_s = time.perf_counter() - started
            entry.route = getattr(scope.get("route"), "path", UNMATCHED)
            caller: Caller = state.get("caller", ANYONE)
            entry.key = caller.key
            self._keep(entry)
            level = logging.WARNING if entry.status >= 500 else logging.INFO
            _log.log(level, "%s", Line(entry))


class Line:
    """An entry as a line of a log, in words or, by `fields`, as JSON."""

    __slots__ = ("_entry",)

    def __init__(self, entry: Entry) -> None:
        self._entry = entry

    def __str__(self) -> str:
        entry = self._entry
        stages = ", ".join(f"{stage} {s * 1000:.1f}" for stage, s in entry.stage_s.items())
        parts = [
            f"{entry.method} {entry.route} {entry.status} {entry.took_s * 1000:.1f} ms",
            f"({stages})" if stages else "",
            entry.verdict or "",
            f"generation {entry.generation}" if entry.generation is not None else "",
            f"key {entry.key}" if entry.key else "",
            entry.request_id,
            repr(entry.question) if entry.question is not None else "",
        ]
        return " ".join(part for part in parts if part)

    @property
    def fields(self) -> dict[str, object]:
        """Those of the entry that are known; times in milliseconds."""
        entry = self._entry
        known: dict[str, object] = {
            "request_id": entry.request_id,
            "method": entry.method,
            "route": entry.route,
            "status": entry.status,
            "ms": round(entry.took_s * 1000, 2),
            "stages_ms": {stage.value: round(s * 1000, 2) for stage, s in entry.stage_s.items()},
            "verdict": entry.verdict,
            "generation": entry.generation,
            "key": entry.key,
            "question": entry.question,
        }
        return {name: value for name, value in known.items() if value not in (None, {})}
