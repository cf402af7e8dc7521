"""What stands in the address of all operations: parameters once each; an id, or nothing."""

from collections import Counter
from typing import Annotated

from fastapi import Path, Query, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict

from qa.api.requests import RELEASE_ID


class _NoParameters(BaseModel):
    model_config = ConfigDict(extra="forbid")


NoParameters = Annotated[_NoParameters, Query()]
"""Of an operation that takes none: one that is sent is refused, and not passed over."""

ReleaseId = Annotated[
    str, Path(description="A release's id, as hits and lists have it.", examples=[RELEASE_ID])
]
_REPEATABLE = frozenset({"ignore"})
_TOLD = 10  # of the parameters at fault


async def refuse_repeats(request: Request) -> None:
    """A dependency. Raises RequestValidationError for a parameter that is sent more than once, of
    which one value alone could count."""
    times = Counter(name for name, _ in request.query_params.multi_items())
    repeated = [name for name, count in times.items() if count > 1 and name not in _REPEATABLE]
    if repeated:
        raise RequestValidationError(
            [
                {
                    "type": "value_error",
                    "loc": ("query", name),
                    "msg": f"expected once, found {times[name]} times; send one of them",
                }
                for name in repeated[:_TOLD]
            ]
        )
