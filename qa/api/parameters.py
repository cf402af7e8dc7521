"""What stands in the address of operations that ask no question: an id, or nothing."""

from typing import Annotated

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict

from qa.api.requests import RELEASE_ID


class _NoParameters(BaseModel):
    model_config = ConfigDict(extra="forbid")


NoParameters = Annotated[_NoParameters, Query()]
"""Of an operation that takes none: one that is sent is refused, and not passed over."""

ReleaseId = Annotated[
    str, Path(description="A release's id, as hits and lists have it.", examples=[RELEASE_ID])
]
