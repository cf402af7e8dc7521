"""Questions over HTTP: an answer, or a timeline."""

import time
from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException, Query, Response

from qa.api.admission import Admission
from qa.api.journal import Entry, find_entry
from qa.api.problems import document
from qa.api.requests import AskRequest, Format, TimelineRequest
from qa.api.schemas import AnswerOut
from qa.api.timelines import MEDIA_TYPES, TimelineOut, choose_format
from qa.asking import Asker
from qa.plotting import draw_plot
from qa.stopwatch import Stopwatch
from qa.tables import write_csv

_JSON = "application/json"
EntryNow = Annotated[Entry, Depends(find_entry)]


def route_questions(
    find_asker: Callable[..., object],
    admission: Admission,
    today: Callable[[], date],
    *,
    log_questions: bool,
) -> APIRouter:
    """The routes of questions; `find_asker` is the dependency that gives who answers."""
    router = APIRouter(prefix="/v1", tags=["questions"])
    AskerNow = Annotated[Asker, Depends(find_asker)]  # noqa: N806 - a type, named like one

    async def answer(request: AskRequest, asker: Asker, entry: Entry) -> Response:
        def work() -> str:
            started = time.perf_counter()
            with Stopwatch() as watch:
                found = asker.ask(request.to_question(today()))
            took_ms = (time.perf_counter() - started) * 1000
            entry.note(found, watch.seconds, with_question=log_questions)
            return AnswerOut.of(found, asker.holdings, took_ms).model_dump_json()

        return Response(await admission.run(work), media_type=_JSON)

    @router.get("/ask", summary="Ask a question", response_model=AnswerOut)
    async def get_ask(
        request: Annotated[AskRequest, Query()], asker: AskerNow, entry: EntryNow
    ) -> Response:
        return await answer(request, asker, entry)

    @router.post(
        "/ask",
        summary="Ask a question",
        response_model=AnswerOut,
        responses=document(
            HTTPStatus.BAD_REQUEST,
            HTTPStatus.REQUEST_TIMEOUT,
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        ),
    )
    async def post_ask(request: AskRequest, asker: AskerNow, entry: EntryNow) -> Response:
        return await answer(request, asker, entry)

    @router.get(
        "/timeline",
        summary="One indicator across the instalments of its series",
        response_model=TimelineOut,
        responses={
            HTTPStatus.OK: {"content": {MEDIA_TYPES[form]: {} for form in Format}},
            **document(HTTPStatus.NOT_FOUND, HTTPStatus.NOT_ACCEPTABLE),
        },
    )
    async def get_timeline(
        request: Annotated[TimelineRequest, Query()],
        asker: AskerNow,
        accept: Annotated[str, Header(include_in_schema=False)] = "",
    ) -> Response:
        """A verbatim sentence a release, its figures marked, in order of the period, gaps named.

        `csv` has the columns period_first, period_last, granularity, published, figure, unit,
        sentence, title, release_id, url; the rows of gaps are empty from published on. `svg` is a
        plot of the marked figures, and takes one unit throughout.
        """
        return await admission.run(lambda: _draw_timeline(request, asker, accept, today()))

    return router


def _draw_timeline(request: TimelineRequest, asker: Asker, accept: str, today: date) -> Response:
    """The timeline in the form that was asked for. Raises HTTPException when there is none."""
    timeline = asker.draw_timeline(request.to_question(today))
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
        content = TimelineOut.of(timeline, timeline.series, asker.holdings).model_dump_json()
    headers = {"Vary": "Accept"}
    if form is Format.SVG:
        # A picture has its style in itself, and nothing else.
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    return Response(content, media_type=MEDIA_TYPES[form], headers=headers)
