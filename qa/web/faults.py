"""Errors as pages, for those who read the service in a browser."""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from inspect import isawaitable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import Response
from pydantic import ValidationError

from qa.api.problems import MEDIA_TYPE, Problem
from qa.web.asked import Asked
from qa.web.rendering import Pages

Handler = Callable[[Request, Any], Response | Awaitable[Response]]

_KEPT = ("q", "lang", "published_from", "published_to", "as_of")
_TOLD = {404: "fault_404", 422: "fault_422", 503: "fault_503"}


def show_faults(app: FastAPI, pages: Pages) -> None:
    """Let each handler of errors of `app` answer browsers with a page, and others as before."""
    for kind, handler in list(app.exception_handlers.items()):
        app.exception_handlers[kind] = _wrap(handler, pages)


def _wrap(handler: Handler, pages: Pages) -> Handler:
    async def show(request: Request, error: Exception) -> Response:
        answered = handler(request, error)
        response = await answered if isawaitable(answered) else answered
        # Browsers alone name it; what reads data names that, or nothing.
        wanted = "text/html" in request.headers.get("accept", "")
        if not wanted or response.media_type != MEDIA_TYPE:
            return response
        problem = Problem.model_validate_json(bytes(response.body))
        reader = pages.identify_reader(request, _read_asked(request))
        told = {"problem": problem, "told": _TOLD.get(problem.status, "fault_other")}
        page = pages.show(reader, "fault.html", {"holdings": None, **told}, problem.status)
        for name in ("retry-after", "allow", "www-authenticate", "connection"):
            if name in response.headers:
                page.headers[name] = response.headers[name]
        return page

    return show


def _read_asked(request: Request) -> Asked:
    """What was asked, as far as it can be kept in the form of the page."""
    kept: dict[str, str] = {}
    for name in _KEPT:
        given = kept | {name: request.query_params.get(name, "")}
        with suppress(ValidationError):
            Asked.model_validate(given)
            kept = given
    return Asked.model_validate(kept)
