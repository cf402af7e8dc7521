"""Where the pages are: a question and its answer, a release, all releases, a timeline."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query, Request, params
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import PlainTextResponse, Response

from qa.api.journal import EntryNow
from qa.output.citations import CitationForm, write_citation
from qa.retrieval.asking import Asker
from qa.web.asked import Asked, ListAsked, ReleaseAsked
from qa.web.faults import show_faults
from qa.web.reception import Reception, read_release
from qa.web.rendering import Pages
from qa.web.static_files import StaticFolder

Run = Callable[[Callable[[], Response]], Awaitable[Response]]
"""Does blocking work off the event loop."""

_MEDIA_TYPES = {
    CitationForm.PLAIN: ("text/plain", "txt"),
    CitationForm.MARKDOWN: ("text/markdown", "md"),
    CitationForm.BIBTEX: ("application/x-bibtex", "bib"),
    CitationForm.RIS: ("application/x-research-info-systems", "ris"),
}


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
    reception = Reception(pages, today)

    @router.get("/")
    async def show_answer(
        request: Request,
        asked: Annotated[Asked, Query()],
        asker: Annotated[Asker, Depends(find_asker)],
        entry: EntryNow,
    ) -> Response:
        reader = pages.identify_reader(request, asked)
        if not asked.q:
            return await run(lambda: reception.show_home(reader, asker))
        return await run(lambda: reception.show_answer(reader, asker, entry))

    @router.get("/timeline")
    async def show_timeline(
        request: Request,
        asked: Annotated[Asked, Query()],
        asker: Annotated[Asker, Depends(find_asker)],
        entry: EntryNow,
    ) -> Response:
        reader = pages.identify_reader(request, asked)
        return await run(lambda: reception.show_timeline(reader, asker, entry))

    @router.get("/releases")
    async def list_releases(
        request: Request,
        asked: Annotated[ListAsked, Query()],
        asker: Annotated[Asker, Depends(find_asker)],
    ) -> Response:
        reader = pages.identify_reader(request, asked)
        return await run(lambda: reception.list_releases(reader, asker, asked))

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
        reader = pages.identify_reader(request, asked)
        return await run(lambda: reception.show_release(reader, asker, release_id, asked))

    return router


def _cite(asker: Asker, release_id: str, suffix: str) -> Response:
    release = read_release(asker, release_id)
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
