"""Errors as application/problem+json (RFC 9457, https://www.rfc-editor.org/rfc/rfc9457)."""

import json
import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from qa.errors import LibraryBusy, QaError, QuestionError
from qa.reading.identity import excerpt

MEDIA_TYPE = "application/problem+json"
BUSY_S = 30  # a change takes as long as what is new in it takes to encode
_SAID = 10  # of the faults of a request, in its detail
_TITLES = {
    # As RFC 9110 has them; Python had earlier ones before 3.13.
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Content Too Large",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Unprocessable Content",
}
_OWN_WORDS = {
    # FastAPI's, of what Python's own reader of JSON does not take.
    "There was an error parsing the body": "The body is not JSON in UTF-8, or goes too deep.",
}
_EXPECTED = {
    # What is expected where pydantic finds an error of this type, with its context.
    "missing": "a value",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number of fewer digits",
    "int_from_float": "a whole number",
    "greater_than_equal": "{ge:,} or more",
    "less_than_equal": "{le:,} or less",
    "string_type": "a string",
    "string_too_short": "{min_length:,} or more characters",
    "string_too_long": "{max_length:,} or fewer characters",
    "list_type": "a list",
    "too_short": "{min_length:,} or more of them",
    "too_long": "{max_length:,} or fewer of them",
    "enum": "{expected}",
    "model_attributes_type": "an object",
}
_log = logging.getLogger(__name__)


class FieldFault(BaseModel):
    """What is wrong with one field or parameter."""

    field: str = Field(examples=["k"])
    detail: str = Field(examples=["expected 100 or less, found 101; correct it"])


class Problem(BaseModel):
    """An error, in the form of RFC 9457."""

    type: str = Field(default="about:blank", examples=["about:blank"])
    title: str = Field(examples=["Unprocessable Content"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["k: expected 100 or less, found 101; correct it"])
    errors: list[FieldFault] = Field(default=[], description="The fields at fault, if any.")


def make_problem(
    status: int,
    detail: str,
    errors: Sequence[FieldFault] = (),
    headers: Mapping[str, str] | None = None,
) -> JSONResponse:
    problem = Problem(title=_name(status), status=status, detail=detail, errors=list(errors))
    return JSONResponse(
        problem.model_dump(mode="json"), status, headers=headers, media_type=MEDIA_TYPE
    )


def _name(status: int) -> str:
    return _TITLES.get(HTTPStatus(status), HTTPStatus(status).phrase)


def document(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that an operation answers with, for its description."""
    return {
        status: {
            "description": _name(status),
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        for status in statuses
    }


BODY_PROBLEMS = document(
    HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.REQUEST_ENTITY_TOO_LARGE
)
"""The problems of what takes a body, beside those of all operations."""


def say_fault(fault: Mapping[str, Any]) -> str:
    """What is wrong with a value, from an error of pydantic's about it."""
    if fault["type"] == "json_invalid":
        return f"expected JSON, found at character {fault['loc'][-1]}: {fault['ctx']['error']}"
    if fault["type"] == "extra_forbidden":
        kind = "parameter" if fault["loc"][0] == "query" else "field"
        return f"There is no {kind} of this name."
    if fault["type"] == "value_error" and "ctx" in fault:
        return str(fault["ctx"]["error"])  # in our own words alone
    if tuple(fault["loc"]) == ("body",):
        return "expected a JSON object, sent with Content-Type: application/json"
    if expected := _EXPECTED.get(fault["type"]):
        wanted = expected.format(**fault.get("ctx", {}))
        return f"expected {wanted}, found {_say_found(fault)}"
    return str(fault["msg"])


def _say_found(fault: Mapping[str, Any]) -> str:
    """What stands in place of what is expected, and what to do: of what is too long or too short
    its length alone, as it may be a question, which no log is to hold."""
    found = fault.get("input")
    if fault["type"] == "missing":
        return "none; add it"
    if fault["type"] in ("string_too_long", "string_too_short"):
        return f"{len(str(found).strip()):,}; correct it"
    if fault["type"] in ("too_long", "too_short"):
        return f"{fault['ctx']['actual_length']:,}; correct it"
    if isinstance(found, str):
        return f'"{excerpt(found)}"; correct it'
    if isinstance(found, dict | list):
        return f"{'an object' if isinstance(found, dict) else 'a list'}; correct it"
    return f"{excerpt(json.dumps(found, default=str))}; correct it"


def _describe_fault(fault: Mapping[str, Any]) -> FieldFault:
    parts = [] if fault["type"] == "json_invalid" else fault["loc"][1:]
    field = ".".join(excerpt(str(part)) for part in parts)  # a name may be as long as a body
    return FieldFault(field=field or "body", detail=say_fault(fault))


def _list_methods(app: FastAPI, request: Request) -> str:
    """The methods of an address, of all its operations: the router knows those of the first."""
    path = getattr(request.scope.get("route"), "path", "")
    operations = app.openapi()["paths"].get(path, {"get": {}})
    methods = [method.upper() for method in operations]
    return ", ".join([*methods, "HEAD"] if "GET" in methods else methods)


def install_handlers(app: FastAPI) -> None:
    """Answer every error of `app` with a problem."""

    @app.exception_handler(RequestValidationError)
    def refuse_request(_: Request, error: RequestValidationError) -> JSONResponse:
        faults = [_describe_fault(fault) for fault in error.errors()]
        said = [f"{fault.field}: {fault.detail}" for fault in faults[:_SAID]]
        if len(faults) > _SAID:
            said.append(f"and {len(faults) - _SAID:,} more, which are in errors")
        detail = "; ".join(said)
        return make_problem(HTTPStatus.UNPROCESSABLE_ENTITY, detail, faults)

    @app.exception_handler(HTTPException)
    def pass_on(request: Request, error: HTTPException) -> JSONResponse:
        headers = dict(error.headers or {})
        detail = _OWN_WORDS.get(str(error.detail), str(error.detail))
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = _list_methods(app, request)
            detail = f"{request.method} is not for this address. It takes {headers['Allow']}."
        if error.status_code == HTTPStatus.NOT_FOUND and detail == HTTPStatus.NOT_FOUND.phrase:
            detail = f"Nothing is at {request.url.path[:200]}. /openapi.json names what there is."
        return make_problem(error.status_code, detail, headers=headers)

    @app.exception_handler(QuestionError)
    def refuse_question(_: Request, error: QuestionError) -> JSONResponse:
        return make_problem(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))

    @app.exception_handler(LibraryBusy)
    def put_off(_: Request, error: LibraryBusy) -> JSONResponse:
        _log.warning("%s", error)
        return make_problem(
            HTTPStatus.SERVICE_UNAVAILABLE,
            "Another program is changing the library. Try again after the seconds in Retry-After.",
            headers={"Retry-After": str(BUSY_S)},
        )

    @app.exception_handler(QaError)
    def report_failure(_: Request, error: QaError) -> JSONResponse:
        _log.error("%s", error)
        return make_problem(
            HTTPStatus.INTERNAL_SERVER_ERROR,
            "It could not be answered; the service's log says why.",
        )

    @app.exception_handler(Exception)
    def report_fault(_: Request, error: Exception) -> JSONResponse:
        # Starlette raises it again after this, so that it is logged with its trace. Then uvicorn
        # closes the connection, on which the client would send its next request.
        return make_problem(
            HTTPStatus.INTERNAL_SERVER_ERROR,
            f"Unexpected {type(error).__name__}; the service's log holds the details.",
            headers={"Connection": "close"},
        )
