"""The FastAPI application, from a factory that takes what answers questions."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from http import HTTPStatus

from fastapi import Depends, FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp

from qa.api import changes
from qa.api.access import Access, is_local, require
from qa.api.admission import Admission
from qa.api.changes import Writer, route_changes
from qa.api.desk import Desk, OpenAsker
from qa.api.door import Performer, open_door
from qa.api.draining import Draining
from qa.api.head_requests import HeadRequests
from qa.api.headers import SecureHeaders
from qa.api.health import route_health, route_measurements, route_readiness
from qa.api.journal import Journal
from qa.api.limits import BodyLimit
from qa.api.measurements import Measurements
from qa.api.problems import Problem, document, install_handlers
from qa.api.questions import route_questions
from qa.api.rate_limits import RateLimit
from qa.api.releases import route_releases
from qa.api.sharing import Board, Commons, Place
from qa.asking import Asker
from qa.keys import KeyRing, Right
from qa.settings import Settings
from qa.version import find_version
from qa.web.routes import install_pages

_DESCRIPTION = """\
Ask dated press releases in plain language. Every word of an answer stands in a release; each hit
names the release and its date. An answer that nothing supports is `not_found`, with status 200.
"""


def create_app(
    open_asker: OpenAsker,
    *,
    today: Callable[[], date] = date.today,
    settings: Settings | None = None,
    draining: Draining | None = None,
    keys: KeyRing | None = None,
    writer: Writer | None = None,
    performer: Performer | None = None,
    place: Place | None = None,
) -> FastAPI:
    """The application; `open_asker` is called in the background when it starts, and again whenever
    the library has changed.

    Until that is done /readyz and questions answer 503. `today` is what questions without an
    `as_of` are asked as of. Of `settings` those of the service count. Once `draining` has begun
    /readyz answers 503. With `keys` these are asked for, as `qa.api.access` has it;
    with `writer` a key that may can change the library, and with `performer` commands on this
    machine are answered too, at a door of their own.
    `place` is its own where it is one of several workers; one that replaces another takes no
    request before it can answer.
    """
    settings = settings or Settings()
    draining = draining or Draining()
    commons = Commons(place)
    board = Board(commons)
    desk = Desk(open_asker, board)
    admission = Admission(
        at_once=settings.answered_at_once,
        queue=settings.queue,
        timeout_s=settings.question_timeout_s,
        board=board,
    )
    measurements = Measurements(desk, board, commons.folder)

    @asynccontextmanager
    async def run(_: FastAPI) -> AsyncIterator[None]:
        desk.start()
        async with board.beating(admission.hangs):
            if place is not None and place.replaces:
                await asyncio.to_thread(desk.wait)
            async with open_door(settings, performer, desk, admission, measurements.keep):
                yield
        desk.close()
        admission.close()

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
        responses=document(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            HTTPStatus.TOO_MANY_REQUESTS,
            HTTPStatus.SERVICE_UNAVAILABLE,
            HTTPStatus.GATEWAY_TIMEOUT,
        ),
    )
    # The last that is added is the first that a request comes to.
    app.add_middleware(
        BodyLimit,
        timeout_s=settings.client_timeout_s,
        wider={"/v1/releases": changes.MAX_BODY_BYTES},
    )
    if settings.rate_limit:
        app.add_middleware(RateLimit, per_minute=settings.rate_limit, commons=commons)
    if keys is not None:
        app.add_middleware(Access, keys=keys, always=not is_local(settings.host))
    if settings.cors_origins:
        # Before keys: browsers ask without one what they may ask.
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Authorization", "Content-Type", "X-Request-ID"],
            expose_headers=["RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID"],
        )
    install_handlers(app)

    # Not a plain function: FastAPI would run that in a thread, and wait for one.
    async def find_asker() -> Asker:
        return desk.get()

    reading = [Depends(require(Right.READ))]
    needs_key = document(HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
    for router in (
        route_questions(find_asker, admission, today, log_questions=settings.log_questions),
        route_releases(find_asker, admission),
        route_readiness(find_asker, draining, admission),
        route_measurements(measurements),
    ):
        app.include_router(router, dependencies=reading, responses=needs_key)
    if writer is not None:
        app.include_router(
            route_changes(find_asker, desk, board, writer),
            dependencies=[Depends(require(Right.WRITE))],
            responses=needs_key,
        )
    app.include_router(route_health())
    install_pages(app, find_asker, today, run=admission.run, dependencies=reading)
    _surround(
        app,
        lambda inside: Journal(HeadRequests(SecureHeaders(inside, draining)), measurements.keep),
    )
    _describe_problems(app)
    return app


def _surround(app: FastAPI, wrap: Callable[[ASGIApp], ASGIApp]) -> None:
    """Put something around all of `app`: middleware that is added stands inside of what answers
    unexpected errors."""
    build = app.build_middleware_stack
    app.build_middleware_stack = lambda: wrap(build())  # type: ignore[method-assign]


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
