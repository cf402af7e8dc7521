"""Where the pages are: a question and its answer, a release, all releases, a timeline."""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus
from typing import Annotated
from weakref import WeakKeyDictionary

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query, Request, params
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import PlainTextResponse, Response
from pydantic import Field

from qa.asking import Asker
from qa.citations import CitationForm, write_citation
from qa.plotting import draw_plot
from qa.records import DateRange, Release
from qa.sentences import Span
from qa.web.asked import MOST_HITS, Asked
from qa.web.faults import show_faults
from qa.web.languages import Language
from qa.web.rendering import Pages, Reader
from qa.web.results import arrange
from qa.web.starters import find_starters
from qa.web.static_files import StaticFolder

Run = Callable[[Callable[[], Response]], Awaitable[Response]]
"""Does blocking work off the event loop."""

_SPAN = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")
_ON_A_PAGE = 50  # releases
_NEW_DAYS = timedelta(days=6)  # with the last, a week
_SHOWN_NEW = 6
_MEDIA_TYPES = {
    CitationForm.PLAIN: ("text/plain", "txt"),
    CitationForm.MARKDOWN: ("text/markdown", "md"),
    CitationForm.BIBTEX: ("application/x-bibtex", "bib"),
    CitationForm.RIS: ("application/x-research-info-systems", "ris"),
}


class ReleaseAsked(Asked):
    """A release to be shown, and what of its body to show marked: characters, as "120-340"."""

    passage: str | None = None
    sentence: str | None = None


class ListAsked(Asked):
    """Which releases to list."""

    page: int = Field(1, ge=1, le=100_000)


def install_pages(
    app: FastAPI,
    find_asker: Callable[..., object],
    today: Callable[[], date],
    *,
    run: Run = run_in_threadpool,
    dependencies: Sequence[params.Depends] = (),
) -> None:
    """Add the pages to `app`, and show its errors to browsers as pages.

    `find_asker` is the dependency that gives who answers, and `dependencies` are what a reader has
    to pass before. To be called when the handlers of errors are there.
    """
    static = StaticFolder()
    pages = Pages(static)
    app.mount("/static", static, name="static")
    router = _route_pages(pages, find_asker, today, run)
    app.include_router(router, dependencies=list(dependencies))
    show_faults(app, pages)


def _route_pages(
    pages: Pages, find_asker: Callable[..., object], today: Callable[[], date], run: Run
) -> APIRouter:
    router = APIRouter(include_in_schema=False)
    desk = _Reception(pages, today)

    @router.get("/")
    async def show_answer(
        request: Request,
        asked: Annotated[Asked, Query()],
        asker: Annotated[Asker, Depends(find_asker)],
    ) -> Response:
        reader = pages.welcome(request, asked)
        show = desk.show_answer if asked.q else desk.show_home
        return await run(lambda: show(reader, asker))

    @router.get("/timeline")
    async def show_timeline(
        request: Request,
        asked: Annotated[Asked, Query()],
        asker: Annotated[Asker, Depends(find_asker)],
    ) -> Response:
        reader = pages.welcome(request, asked)
        return await run(lambda: desk.show_timeline(reader, asker))

    @router.get("/releases")
    async def list_releases(
        request: Request,
        asked: Annotated[ListAsked, Query()],
        asker: Annotated[Asker, Depends(find_asker)],
    ) -> Response:
        reader = pages.welcome(request, asked)
        return await run(lambda: desk.list_releases(reader, asker, asked.page))

    @router.get("/releases/{release_id:path}/citation.{suffix}")
    async def cite_release(
        release_id: str, suffix: str, asker: Annotated[Asker, Depends(find_asker)]
    ) -> Response:
        return await run(lambda: _cite(asker, release_id, suffix))

    @router.get("/releases/{release_id:path}")
    async def show_release(
        request: Request,
        release_id: str,
        asked: Annotated[ReleaseAsked, Query()],
        asker: Annotated[Asker, Depends(find_asker)],
    ) -> Response:
        reader = pages.welcome(request, asked)
        return await run(lambda: desk.show_release(reader, asker, release_id, asked))

    return router


@dataclass(frozen=True, slots=True)
class _Welcome:
    """What the first page shows of one generation of the library on one day."""

    today: date
    starters: dict[Language, tuple[str, ...]]


class _Reception:
    """Puts pages together from what the library answers."""

    def __init__(self, pages: Pages, today: Callable[[], date]) -> None:
        self._pages = pages
        self._today = today
        self._welcomes: WeakKeyDictionary[Asker, _Welcome] = WeakKeyDictionary()

    def show_home(self, reader: Reader, asker: Asker) -> Response:
        latest = asker.holdings.latest_published
        # A library that answers has been given releases.
        latest = latest or self._today()
        week = DateRange(latest - min(_NEW_DAYS, latest - date.min), latest)
        counts = asker.snapshot.count_years()
        years: dict[int, int] = {}
        publishers: dict[str, list[int]] = {}
        for each in counts:
            years[each.year] = years.get(each.year, 0) + each.releases
            publishers.setdefault(each.publisher, []).append(each.releases)
        values = {
            "holdings": asker.holdings,
            "week": week,
            "newest": asker.snapshot.list_releases(week, limit=_SHOWN_NEW),
            "new": asker.snapshot.count_releases(week),
            "years": sorted(years.items(), reverse=True),
            "publishers": sorted(
                ((name, sum(each)) for name, each in publishers.items()),
                key=lambda each: (-each[1], each[0]),
            ),
            "starters": self._find_starters(reader, asker),
        }
        return self._pages.show(reader, "home.html", values)

    def show_answer(self, reader: Reader, asker: Asker) -> Response:
        asked = reader.asked
        results = arrange(asker.ask(asked.to_question(self._today())), asked, asker.judge)
        series = [hit.place.series for hit in results.answer.hits if hit.place is not None]
        values = {
            "holdings": asker.holdings,
            "results": results,
            "answer": results.answer,
            "understood": results.answer.interpretation,
            "leading_series": series[0] if series else None,
            "most": MOST_HITS,
        }
        return self._pages.show(reader, "answer.html", values)

    def show_timeline(self, reader: Reader, asker: Asker) -> Response:
        asked = reader.asked
        values: dict[str, object] = {"holdings": asker.holdings, "timeline": None, "plot": None}
        if asked.q:
            timeline = asker.draw_timeline(asked.to_question(self._today()))
            values["timeline"] = timeline
            values["understood"] = timeline.interpretation
            rows = [(point.period, point) for point in timeline.points]
            gaps = [(gap, None) for gap in timeline.gaps]
            values["rows"] = sorted([*rows, *gaps], key=lambda row: (row[0].first, row[0].last))
            if timeline.unit is not None:
                values["plot"] = draw_plot(timeline, alone=False)
        return self._pages.show(reader, "timeline.html", values)

    def list_releases(self, reader: Reader, asker: Asker, page: int) -> Response:
        within = reader.asked.published or DateRange(date.min, date.max)
        values = {
            "holdings": asker.holdings,
            "releases": asker.snapshot.list_releases(
                within, limit=_ON_A_PAGE, offset=(page - 1) * _ON_A_PAGE
            ),
            "total": asker.snapshot.count_releases(within),
            "page": page,
            "pages": -(-asker.snapshot.count_releases(within) // _ON_A_PAGE),
        }
        return self._pages.show(reader, "releases.html", values)

    def show_release(
        self, reader: Reader, asker: Asker, release_id: str, asked: ReleaseAsked
    ) -> Response:
        release = _read_release(asker, release_id)
        passage = _read_span(asked.passage, release)
        sentence = _read_span(asked.sentence, release)
        values = {
            "holdings": asker.holdings,
            "release": release,
            "about": asker.snapshot.read_period(release.id),
            "place": asker.find_place(release.id, date.max),
            "passage": passage,
            "sentences": _move(sentence, passage) if passage and sentence else [],
        }
        return self._pages.show(reader, "release.html", values)

    def _find_starters(self, reader: Reader, asker: Asker) -> tuple[str, ...]:
        today, language = self._today(), reader.words.language
        welcome = self._welcomes.get(asker)
        if welcome is None or welcome.today != today:
            welcome = self._welcomes[asker] = _Welcome(today, {})
        if language not in welcome.starters:
            welcome.starters[language] = find_starters(asker, language, today)
        return welcome.starters[language]


def _read_release(asker: Asker, release_id: str) -> Release:
    release = asker.snapshot.read_release(release_id)
    if release is None:
        raise HTTPException(
            HTTPStatus.NOT_FOUND, f"No release has the id {release_id!r}. See /releases."
        )
    return release


def _read_span(text: str | None, release: Release) -> Span | None:
    """What an address marks of a body; None where that is nothing in it."""
    found = _SPAN.fullmatch(text or "")
    if found is None:
        return None
    span = Span(int(found[1]), int(found[2]))
    return span if span.start < span.end <= len(release.body) else None


def _move(sentence: Span, passage: Span) -> list[Span]:
    """A sentence of a body as one of a passage of it; none where it begins before that."""
    start, end = sentence.start - passage.start, sentence.end - passage.start
    return [Span(start, end)] if start >= 0 else []


def _cite(asker: Asker, release_id: str, suffix: str) -> Response:
    release = _read_release(asker, release_id)
    for form, (media_type, own) in _MEDIA_TYPES.items():
        if suffix == own:
            return PlainTextResponse(
                write_citation(release, form) + "\n",
                media_type=media_type,
                headers={"Content-Disposition": f'attachment; filename="citation.{own}"'},
            )
    raise HTTPException(
        HTTPStatus.NOT_FOUND, f"A citation is given as txt, md, bib or ris, not as {suffix!r}."
    )
