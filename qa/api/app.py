"""The FastAPI application, from a factory that takes what answers questions."""

import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated

from fastapi import Depends, FastAPI, Header, HTTPException, Query, Response
from pydantic import BaseModel, Field

from qa.api.desk import Desk, OpenAsker
from qa.api.limits import BodyLimit
from qa.api.problems import Problem, document, install_handlers
from qa.api.requests import AskRequest, Format, ReleaseList, TimelineRequest
from qa.api.schemas import AnswerOut, IndexOut, ReleaseOut, ReleasesOut, WholeReleaseOut
from qa.api.timelines import MEDIA_TYPES, TimelineOut, choose_format
from qa.asking import Asker
from qa.plotting import draw_plot
from qa.tables import write_csv

_DESCRIPTION = """\
Ask dated press releases in plain language. Every word of an answer stands in a release; each hit
names the release and its date. An answer that nothing supports is `not_found`, with status 200.
"""


class Health(BaseModel):
    """That the process answers, or that it can answer questions."""

    status: str = Field(examples=["ok"])


def create_app(open_asker: OpenAsker, *, today: Callable[[], date] = date.today) -> FastAPI:
    """The application; `open_asker` is called in the background when it starts, and again whenever
    the library has changed.

    Until that is done /readyz and questions answer 503. `today` is what questions without an
    `as_of` are asked as of.
    """
    desk = Desk(open_asker)

    @asynccontextmanager
    async def run(_: FastAPI) -> AsyncIterator[None]:
        desk.start()
        yield
        desk.close()

    app = FastAPI(
        title="Release QA",
        version=_find_version(),
        description=_DESCRIPTION,
        # FastAPI's own pages load their scripts from elsewhere: they would be blank offline.
        docs_url=None,
        redoc_url=None,
        lifespan=run,
        responses=document(HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.SERVICE_UNAVAILABLE),
    )
    app.add_middleware(BodyLimit)
    install_handlers(app)
    AskerNow = Annotated[Asker, Depends(desk.get)]  # noqa: N806 - a type, named like one

    # Plain functions: FastAPI runs them in threads, so encoding stays off the event loop.
    def answer(request: AskRequest, asker: Asker) -> AnswerOut:
        started = time.perf_counter()
        found = asker.ask(request.to_question(today()))
        took_ms = (time.perf_counter() - started) * 1000
        return AnswerOut.of(found, asker.holdings, took_ms)

    @app.get("/v1/ask", tags=["questions"], summary="Ask a question")
    def get_ask(request: Annotated[AskRequest, Query()], asker: AskerNow) -> AnswerOut:
        return answer(request, asker)

    @app.post(
        "/v1/ask",
        tags=["questions"],
        summary="Ask a question",
        responses=document(HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    )
    def post_ask(request: AskRequest, asker: AskerNow) -> AnswerOut:
        return answer(request, asker)

    @app.get(
        "/v1/timeline",
        tags=["questions"],
        summary="One indicator across the instalments of its series",
        response_model=TimelineOut,
        responses={
            HTTPStatus.OK: {"content": {MEDIA_TYPES[form]: {} for form in Format}},
            **document(HTTPStatus.NOT_FOUND, HTTPStatus.NOT_ACCEPTABLE),
        },
    )
    def get_timeline(
        request: Annotated[TimelineRequest, Query()],
        asker: AskerNow,
        accept: Annotated[str, Header(include_in_schema=False)] = "",
    ) -> Response:
        """A verbatim sentence a release, its figures marked, in order of the period, gaps named.

        `csv` has the columns period_first, period_last, granularity, published, figure, unit,
        sentence, title, release_id, url; the rows of gaps are empty from published on. `svg` is a
        plot of the marked figures, and takes one unit throughout.
        """
        timeline = asker.draw_timeline(request.to_question(today()))
        if timeline.series is None:
            raise HTTPException(
                HTTPStatus.NOT_FOUND,
                "No series of releases answers this; ask /v1/ask for single releases.",
            )
        form = request.format or choose_format(accept)
        if form is Format.SVG and timeline.unit is None and request.format is None:
            raise HTTPException(
                HTTPStatus.NOT_ACCEPTABLE,
                "The marked figures have no single unit, so there is no plot of them. Accept "
                "application/json or text/csv.",
            )
        if form is Format.SVG:
            content = draw_plot(timeline)
        elif form is Format.CSV:
            content = write_csv(timeline)
        else:
            shown = TimelineOut.of(timeline, timeline.series, asker.holdings)
            content = shown.model_dump_json()
        return Response(content, media_type=MEDIA_TYPES[form], headers={"Vary": "Accept"})

    @app.get("/v1/releases", tags=["releases"], summary="List releases, newest first")
    def list_releases(request: Annotated[ReleaseList, Query()], asker: AskerNow) -> ReleasesOut:
        found = asker.snapshot.list_releases(
            request.published, limit=request.limit, offset=request.offset
        )
        return ReleasesOut(
            total=asker.snapshot.count_releases(request.published),
            releases=[ReleaseOut.of(release) for release in found],
        )

    @app.get(
        "/v1/releases/{release_id}",
        tags=["releases"],
        summary="Read a release",
        responses=document(HTTPStatus.NOT_FOUND),
    )
    def read_release(release_id: str, asker: AskerNow) -> WholeReleaseOut:
        release = asker.snapshot.read_release(release_id)
        if release is None:
            raise HTTPException(
                HTTPStatus.NOT_FOUND, f"No release has the id {release_id!r}. See /v1/releases."
            )
        about = asker.snapshot.read_period(release_id)
        return WholeReleaseOut.of_whole(release, about, asker.find_place(release_id, date.max))

    @app.get("/healthz", tags=["health"], summary="Whether the process answers")
    async def check_health() -> Health:
        return Health(status="ok")

    @app.get("/readyz", tags=["health"], summary="Whether it can answer questions")
    async def check_readiness(asker: AskerNow) -> IndexOut:
        return IndexOut.of(asker.holdings)

    _describe_problems(app)
    return app


def _find_version() -> str:
    """The version installed; "0" in a checkout that is not."""
    try:
        return version("release-qa")
    except PackageNotFoundError:
        return "0"


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
