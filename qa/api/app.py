"""The FastAPI application, from a factory that takes what answers questions."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from datetime import date
from http import HTTPStatus

from fastapi import Depends, FastAPI
from starlette.types import ASGIApp

from qa.api import changes
from qa.api.access import Access, is_local, require
from qa.api.admission import Admission
from qa.api.changes import Writer, route_changes
from qa.api.connections import Refusals
from qa.api.cross_origin import CrossOrigin
from qa.api.desk import Desk
from qa.api.draining import Draining
from qa.api.head_requests import HeadRequests
from qa.api.headers import SecureHeaders
from qa.api.health import route_health, route_measurements, route_readiness
from qa.api.journal import Entry, Journal
from qa.api.measurements import Measurements
from qa.api.parameters import refuse_repeats
from qa.api.problems import Problem, document, install_handlers
from qa.api.questions import route_questions
from qa.api.rate_limits import RateLimit
from qa.api.releases import route_releases
from qa.api.request_bodies import BodyLimit
from qa.api.sharing import Board, Commons, Place
from qa.keys import KeyRing, Right
from qa.retrieval.asking import Asker
from qa.retrieval.follower import OpenAsker
from qa.settings import Settings
from qa.version import find_version
from qa.web.routes import install_pages

OpenDoor = Callable[[Desk, Admission, Callable[[Entry], None]], AbstractAsyncContextManager[None]]
"""Lets in what comes by another way than HTTP, as long as its context lasts.

It is given who answers, what lets questions in, and what is to hear of each.
"""

_DESCRIPTION = """\
Ask dated press releases in plain language. Every word of an answer stands in a release; each hit
names the release and its date. An answer that nothing supports is `not_found`, with status 200.
"""


def create_app(
    open_asker: OpenAsker,
    *,
    today: Callable[[], date] | None = None,
    settings: Settings | None = None,
    draining: Draining | None = None,
    keys: KeyRing | None = None,
    writer: Writer | None = None,
    open_door: OpenDoor | None = None,
    place: Place | None = None,
) -> FastAPI:
    """The application; `open_asker` is called in the background when it starts, and again whenever
    the library has changed.

    Until that is done /readyz and questions answer 503. `today` is what questions without an
    `as_of` are asked as of, in the settings' time zone unless it is given. Of `settings` those of
    the service count. Once `draining` has begun /readyz answers 503. With `keys` these are asked
    for, as `qa.api.access` has it; with `writer` a key that may can change the library, and with
    `open_door` questions are let in by another way than HTTP too.
    `place` is its own where it is one of several workers; one that replaces another takes no
    request before it can answer.
    """
    settings = settings or Settings()
    parts = _Parts(open_asker, settings, draining or Draining(), place)

    @asynccontextmanager
    async def run(_: FastAPI) -> AsyncIterator[None]:
        parts.desk.start()
        async with parts.board.beating(parts.admission.hangs):
            if place is not None and place.replaces:
                await asyncio.to_thread(parts.desk.wait)
            async with (
                open_door(parts.desk, parts.admission, parts.measurements.keep)
                if open_door is not None
                else nullcontext()
            ):
                yield
        parts.desk.close()
        parts.admission.close()

    app = FastAPI(
        title="Release QA",
        version=find_version(),
        description=_DESCRIPTION,
        # FastAPI's own pages load their scripts from elsewhere: they would be blank offline.
        docs_url=None,
        redoc_url=None,
        # OpenTelemetry, where it is set up. A trace holds the address, which may be a question, and
        # its log what was wrong with one.
        telemetry={
            "logs": settings.log_questions,
            "exclude": lambda scope: bool(scope["query_string"]) and not settings.log_questions,
        },
        lifespan=run,
        generate_unique_id_function=lambda route: route.name,  # what generated clients call them
        responses=document(HTTPStatus.SERVICE_UNAVAILABLE),
    )
    _guard(app, settings, parts.commons, keys, changing=writer is not None)
    install_handlers(app)
    _route(app, parts, today or settings.find_today, writer)
    _surround(app, parts)
    _describe_problems(app)
    return app


class _Parts:
    """What the service is made of, and what its requests have in common."""

    def __init__(
        self, open_asker: OpenAsker, settings: Settings, draining: Draining, place: Place | None
    ) -> None:
        self.settings = settings
        self.draining = draining
        self.commons = Commons(place)
        self.board = Board(self.commons)
        self.desk = Desk(open_asker, self.board)
        self.admission = Admission(
            at_once=settings.answered_at_once,
            queue=settings.queue,
            timeout_s=settings.question_timeout_s,
            board=self.board,
        )
        self.measurements = Measurements(self.desk, self.board, self.commons.folder)

    # Not a plain function: FastAPI would run that in a thread, and wait for one.
    async def find_asker(self) -> Asker:
        """A dependency: who answers. Raises HTTPException: 503."""
        return self.desk.get()


def _guard(
    app: FastAPI, settings: Settings, commons: Commons, keys: KeyRing | None, *, changing: bool
) -> None:
    """Have what a request has to pass stand before all routes."""
    # The last that is added is the first that a request comes to.
    app.add_middleware(
        BodyLimit,
        timeout_s=settings.client_timeout_s,
        wider={changes.PATH: changes.MAX_BODY_BYTES},
    )
    if settings.rate_limit:
        app.add_middleware(RateLimit, per_minute=settings.rate_limit, commons=commons)
    if keys is not None:
        app.add_middleware(
            Access,
            keys=keys,
            always=not is_local(settings.host),
            changing=changes.PATH if changing else None,
        )
    if settings.cors_origins:
        # Before keys: browsers ask without one what they may ask.
        app.add_middleware(
            CrossOrigin,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "X-Request-ID"],
            expose_headers=["RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID"],
        )


def _route(app: FastAPI, parts: _Parts, today: Callable[[], date], writer: Writer | None) -> None:
    """Add the routes, each for those who have the right that it takes."""
    find_asker, admission = parts.find_asker, parts.admission
    reading = [Depends(require(Right.READ))]
    once = [Depends(refuse_repeats)]
    needs_key = document(HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
    counted = needs_key | document(HTTPStatus.TOO_MANY_REQUESTS)
    asked = counted | document(HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.GATEWAY_TIMEOUT)
    for router, responses in (
        (route_questions(find_asker, admission, today), asked),
        (route_releases(find_asker, admission), asked),
        (route_readiness(find_asker, parts.draining, admission), needs_key),
        (route_measurements(parts.measurements), counted),
    ):
        app.include_router(router, dependencies=reading + once, responses=responses)
    if writer is not None:
        app.include_router(
            route_changes(
                find_asker, parts.desk, parts.board, parts.commons, parts.draining, writer, today
            ),
            dependencies=[Depends(require(Right.WRITE)), *once],
            responses=asked,
        )
    app.include_router(route_health())
    install_pages(app, find_asker, today, run=admission.run, dependencies=reading)


def _surround(app: FastAPI, parts: _Parts) -> None:
    """Put around all of `app` what holds for every answer: middleware that is added stands inside
    of what answers unexpected errors."""
    build = app.build_middleware_stack

    def build_whole() -> ASGIApp:
        whole = HeadRequests(SecureHeaders(Refusals(build()), parts.draining))
        with_questions = parts.settings.log_questions
        return Journal(whole, parts.measurements.keep, with_questions=with_questions)

    app.build_middleware_stack = build_whole  # type: ignore[method-assign]


def _describe_problems(app: FastAPI) -> None:
    """Put the form of problems where `document` refers to it."""
    describe = app.openapi

    def openapi() -> dict[str, object]:
        schema = describe()
        schema["components"]["schemas"].update(
            {"Problem": Problem.model_json_schema(ref_template="#/components/schemas/{model}")}
        )
        problem = schema["components"]["schemas"]["Problem"]
        schema["components"]["schemas"].update(problem.pop("$defs", {}))
        return schema

    app.openapi = openapi  # type: ignore[method-assign]
