"""JSON that comes in has each field once, as RFC 8259 (section 4) asks of whoever sends it.

Python's reader takes the last of several, so that a question would be answered that is not the one
that its sender, or a proxy that has read it, thinks was asked. Limits on size are left to
`qa.api.request_bodies`, what the fields mean to `qa.api.requests`.
"""

import json
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from qa.api.admission import Admission

_TOLD = 10  # of the fields at fault

_Members = dict[str, object]


class OnceRoute(APIRoute):
    """A route that refuses a body which has a field twice, whichever object of it that is in."""

    reading: Admission | None = None

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def handle_once(request: Request) -> Response:
            try:
                return await handle(_OnceRequest(request, self.reading))
            except _Repeated as error:
                raise RequestValidationError(error.faults) from error

        return handle_once


def read_once_by(reading: Admission) -> type[OnceRoute]:
    """Such a route for bodies so large that others would wait: it has `reading` read them."""

    class AdmittedRoute(OnceRoute):
        pass

    AdmittedRoute.reading = reading
    return AdmittedRoute


class _OnceRequest(Request):
    """A request that reads its body by `read_once`, off the event loop where `reading` is given."""

    def __init__(self, request: Request, reading: Admission | None) -> None:
        super().__init__(request.scope, request.receive)
        self._reading = reading

    async def json(self) -> object:
        if not hasattr(self, "_json"):
            body = await self.body()
            reading = self._reading
            self._json = await reading.run(lambda: read_once(body)) if reading else read_once(body)
        return self._json


class _Repeated(HTTPException):
    """A body has a field more than once. Of its kind, as FastAPI passes no other on."""

    def __init__(self, faults: list[dict[str, object]]) -> None:
        super().__init__(422)
        self.faults = faults


def read_once(body: bytes) -> object:
    """The value of a JSON text. Raises _Repeated for the first of its objects to have a field more
    than once, by its place if it is the whole or an item of a list there."""
    first: list[tuple[_Members, list[tuple[str, object]]]] = []

    def collect(members: list[tuple[str, object]]) -> _Members:
        held = dict(members)
        if len(held) < len(members) and not first:
            first.append((held, members))
        return held

    value: object = json.loads(body, object_pairs_hook=collect)
    for held, members in first:
        times = Counter(name for name, _ in members)
        repeated = [name for name, count in times.items() if count > 1][:_TOLD]
        place = _find_place(value, held)
        raise _Repeated(
            [
                {
                    "type": "value_error",
                    "loc": ("body", *place, name),
                    "msg": f"expected once, found {times[name]} times; send one of them",
                }
                for name in repeated
            ]
        )
    return value


def _find_place(value: object, held: _Members) -> tuple[str | int, ...]:
    """Where an object stands in a body: no field that is known goes deeper than an item of a list
    there, so that nothing deeper is walked."""
    for name, member in value.items() if isinstance(value, dict) else ():
        if isinstance(member, list):
            for number, item in enumerate(member):
                if item is held:
                    return name, number
    return ()
