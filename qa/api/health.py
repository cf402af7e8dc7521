"""Whether the process answers, and whether it can answer questions.

Neither waits for a thread, so that both answer when all of them are busy.
"""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from qa.api.schemas import IndexOut
from qa.asking import Asker


class Health(BaseModel):
    """That the process answers, or that it can answer questions."""

    status: str = Field(examples=["ok"])


def route_health(find_asker: Callable[..., object]) -> APIRouter:
    """The routes of health; `find_asker` is the dependency that gives who answers."""
    router = APIRouter(tags=["health"])

    @router.get("/healthz", summary="Whether the process answers")
    async def check_health() -> Health:
        return Health(status="ok")

    @router.get("/readyz", summary="Whether it can answer questions")
    async def check_readiness(asker: Annotated[Asker, Depends(find_asker)]) -> IndexOut:
        return IndexOut.of(asker.holdings)

    return router
