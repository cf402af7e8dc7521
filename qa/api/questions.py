"""Questions over HTTP: an answer, or a timeline, in the form that is asked for."""

import time
from collections.abc import Callable, Mapping
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, HTTPException, Query, Response

from qa.api.admission import Admission
from qa.api.answer_schemas import AnswerOut
from qa.api.journal import Entry, EntryNow
from qa.api.json_bodies import OnceRoute
from qa.api.negotiation import choose_form
from qa.api.parameters import NoParameters
from qa.api.problems import BODY_PROBLEMS, document
from qa.api.requests import AnswerFormat, AskQuery, AskRequest, TimelineFormat, TimelineRequest
from qa.api.timeline_schemas import TimelineOut
from qa.output import exports
from qa.retrieval.asking import Asker
from qa.storage.snapshot import Holdings
from qa.timelines import tables
from qa.timelines.plotting import draw_plot
from qa.timelines.timeline import Timeline

_ANSWERS = {
    AnswerFormat.JSON: "application/json",
    AnswerFormat.CSV: "text/csv",
    AnswerFormat.JSONL: "application/jsonl",
}
_TIMELINES = {
    TimelineFormat.JSON: "application/json",
    TimelineFormat.CSV: "text/csv",
    TimelineFormat.SVG: "image/svg+xml",
}
_TABLES = (AnswerFormat.CSV, AnswerFormat.JSONL, TimelineFormat.CSV)
Accept = Annotated[str, Header(include_in_schema=False)]


def route_questions(
    find_asker: Callable[..., object],
    admission: Admission,
    today: Callable[[], date],
) -> APIRouter:
    """The routes of questions; `find_asker` is the dependency that gives who answers."""
    router = APIRouter(prefix="/v1", tags=["questions"], route_class=OnceRoute)
    AskerNow = Annotated[Asker, Depends(find_asker)]  # noqa: N806 - a type, named like one

    async def answer(request: AskRequest, asker: Asker, entry: Entry, accept: str) -> Response:
        form = request.format or choose_form(accept, _ANSWERS)

        def work() -> str:
            started = time.perf_counter()
            with entry.timing():
                found = asker.ask(request.to_question(today()))
            took_ms = (time.perf_counter() - started) * 1000
            entry.note(found)
            if form is AnswerFormat.JSON:
                return AnswerOut.of(found, asker.holdings, took_ms).model_dump_json()
            write = exports.write_csv if form is AnswerFormat.CSV else exports.write_jsonl
            return write(found)

        content = await admission.run(work)
        headers = _find_headers("hits", form)
        return Response(content, media_type=_ANSWERS[form], headers=headers)

    @router.get(
        "/ask",
        summary="Ask a question",
        response_model=AnswerOut,
        responses=_describe(_ANSWERS),
    )
    async def get_ask(
        request: Annotated[AskQuery, Query()],
        asker: AskerNow,
        entry: EntryNow,
        accept: Accept = "",
    ) -> Response:
        """`csv` and `jsonl` have a row for each hit: rank, verdict, confidence, published, title,
        publisher, period_first, period_last, sentence, passage, citation, url, release_id and
        passage_id.
        """
        return await answer(request, asker, entry, accept)

    @router.post(
        "/ask",
        summary="Ask a question",
        response_model=AnswerOut,
        responses={**_describe(_ANSWERS), **BODY_PROBLEMS},
    )
    async def post_ask(
        request: AskRequest,
        asker: AskerNow,
        entry: EntryNow,
        _: NoParameters,
        accept: Accept = "",
    ) -> Response:
        """The same with the question in the body, where no log of an address holds it."""
        return await answer(request, asker, entry, accept)

    @router.get(
        "/timeline",
        summary="One indicator across the instalments of its series",
        response_model=TimelineOut,
        responses={
            **_describe(_TIMELINES),
            **document(HTTPStatus.NOT_FOUND, HTTPStatus.NOT_ACCEPTABLE),
        },
    )
    async def get_timeline(
        request: Annotated[TimelineRequest, Query()],
        asker: AskerNow,
        entry: EntryNow,
        accept: Accept = "",
    ) -> Response:
        """A verbatim sentence a release, its figures marked, in order of the period, gaps named.

        `csv` has the columns period_first, period_last, granularity, published, figure, unit,
        sentence, title, release_id, url; the rows of gaps are empty from published on. `svg` is a
        plot of the marked figures, and takes one unit throughout.
        """

        def work() -> Response:
            with entry.timing():
                timeline = asker.draw_timeline(request.to_question(today()))
            entry.note(timeline)
            return _show_timeline(timeline, request.format, accept, asker.holdings)

        return await admission.run(work)

    return router


def _show_timeline(
    timeline: Timeline, wanted: TimelineFormat | None, accept: str, holdings: Holdings
) -> Response:
    """The timeline in the form that was asked for. Raises HTTPException when there is none."""
    if timeline.series is None:
        raise HTTPException(
            HTTPStatus.NOT_FOUND,
            "No series of releases answers this. Ask for single releases.",
        )
    form = wanted or choose_form(accept, _TIMELINES)
    if form is TimelineFormat.SVG and timeline.unit is None and wanted is None:
        raise HTTPException(
            HTTPStatus.NOT_ACCEPTABLE,
            "The marked figures have no single unit, so there is no plot of them. Accept "
            "application/json or text/csv.",
        )
    headers = _find_headers("timeline", form)
    if form is TimelineFormat.SVG:
        content = draw_plot(timeline)
        # A picture has its style in itself, and nothing else.
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    elif form is TimelineFormat.CSV:
        content = tables.write_csv(timeline)
    else:
        content = TimelineOut.of(timeline, timeline.series, holdings).model_dump_json()
    return Response(content, media_type=_TIMELINES[form], headers=headers)


def _find_headers(name: str, form: AnswerFormat | TimelineFormat) -> dict[str, str]:
    """Those of a form; a table is for a file, which a browser keeps under the name."""
    headers = {"Vary": "Accept"}
    if form in _TABLES:
        headers["Content-Disposition"] = f'attachment; filename="{name}.{form.value}"'
    return headers


def _describe(media_types: Mapping[Any, str]) -> dict[int | str, dict[str, Any]]:
    """The forms of what is answered, for a description: what JSON holds it says itself."""
    text = {"schema": {"type": "string"}}
    forms = {each: {} if each == "application/json" else text for each in media_types.values()}
    return {HTTPStatus.OK: {"content": forms}}
