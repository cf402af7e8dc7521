"""How the service is: whether it answers, whether it can answer questions, what it measured.

None of these waits for a thread, so that they answer when all threads are busy.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Response
from pydantic import BaseModel, Field

from qa.api.admission import Admission
from qa.api.answer_schemas import IndexOut
from qa.api.draining import Draining
from qa.api.measurements import MEDIA_TYPE, Measurements
from qa.retrieval.asking import Asker


class Health(BaseModel):
    """That the process answers, or that it can answer questions."""

    status: str = Field(examples=["ok"])


def route_health() -> APIRouter:
    """The route that needs nothing."""
    router = APIRouter(tags=["health"])

    @router.get("/healthz", summary="Whether the process answers")
    async def check_health() -> Health:
        return Health(status="ok")

    return router


def route_readiness(
    find_asker: Callable[..., object], draining: Draining, admission: Admission
) -> APIRouter:
    """The route of readiness; `find_asker` is the dependency that gives who answers."""
    router = APIRouter(tags=["health"])

    @router.get("/readyz", summary="Whether it can answer questions")
    async def check_readiness(asker: Annotated[Asker, Depends(find_asker)]) -> IndexOut:
        if draining.begun:
            raise HTTPException(
                HTTPStatus.SERVICE_UNAVAILABLE, "The service is ending. Ask another one."
            )
        if admission.hangs():
            raise HTTPException(
                HTTPStatus.SERVICE_UNAVAILABLE,
                "Every thread is held by a question that does not end. Start the service again.",
            )
        return IndexOut.of(asker.holdings)

    return router


def route_measurements(measurements: Measurements) -> APIRouter:
    """The route of what the service measures of itself."""
    router = APIRouter(tags=["health"])

    @router.get(
        "/metrics",
        summary="What it measured of itself, for Prometheus",
        response_class=Response,
        responses={HTTPStatus.OK: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
    )
    async def read_measurements() -> Response:
        return Response(measurements.read(), media_type=MEDIA_TYPE)

    return router
