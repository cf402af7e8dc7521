"""Whether the process answers, and whether it can answer questions.

Neither waits for a thread, so that both answer when all of them are busy.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, Field

from qa.api.draining import Draining
from qa.api.schemas import IndexOut
from qa.asking import Asker


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


def route_readiness(find_asker: Callable[..., object], draining: Draining) -> APIRouter:
    """The route of readiness; `find_asker` is the dependency that gives who answers."""
    router = APIRouter(tags=["health"])

    @router.get("/readyz", summary="Whether it can answer questions")
    async def check_readiness(asker: Annotated[Asker, Depends(find_asker)]) -> IndexOut:
        if draining.begun:
            raise HTTPException(
                HTTPStatus.SERVICE_UNAVAILABLE, "The service is ending. Ask another one."
            )
        return IndexOut.of(asker.holdings)

    return router
