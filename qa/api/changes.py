"""Releases over HTTP: adding, changing and removing them, each whole or not at all.

One change is made at a time, by whichever worker, and its answer comes when all workers answer
questions from it.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, HTTPException
from fastapi.exceptions import RequestValidationError

from embeddings.encoder import Encoder
from qa.api.admission import Admission, TimeUp
from qa.api.desk import Desk
from qa.api.draining import Draining
from qa.api.json_bodies import read_once_by
from qa.api.parameters import NoParameters, ReleaseId
from qa.api.problems import BODY_PROBLEMS, BUSY_S, document
from qa.api.release_schemas import ChangeOut
from qa.api.requests import NewReleases
from qa.api.sharing import Board, Commons
from qa.errors import IndexUnwritable, LibraryBusy
from qa.index.indexing import Change
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.storage.release_rows import Applied
from qa.today import is_far_ahead

PATH = "/v1/releases"
MAX_BODY_BYTES = 8 * 1024 * 1024
_READ_WITHIN_S = 10.0
_TIMEOUT_S = 600.0 - _READ_WITHIN_S
_WAITING = 8  # changes that may wait for the one being made
_SEEN_WITHIN_S = 10.0
_LOOK_EVERY_S = 0.01
_log = logging.getLogger(__name__)
_Made = TypeVar("_Made")
ANSWERED_WITHIN_S = _READ_WITHIN_S + _TIMEOUT_S + _SEEN_WITHIN_S
"""How long a change may take that was let in, until it is answered."""


@dataclass(frozen=True, slots=True)
class Writer:
    """What changes the library: `put` encodes releases with the encoder and puts them there."""

    put: Callable[[Encoder, Sequence[Release]], Change]
    remove: Callable[[Sequence[str]], Applied]


def route_changes(
    find_asker: Callable[..., object],
    desk: Desk,
    board: Board,
    commons: Commons,
    draining: Draining,
    writer: Writer,
    today: Callable[[], date],
) -> APIRouter:
    """The routes that change what is held; `find_asker` is the dependency that gives who answers.

    `desk` hears of every change, and `board` says who has seen it. What a worker of `commons` is
    changing the others wait for, as for a change of their own, and `draining` for all of them.
    """
    # Apart from questions: these are not to wait for an hour's worth of encoding.
    admission = Admission(at_once=1, queue=_WAITING, timeout_s=_TIMEOUT_S)
    # Off the event loop, as eight million bytes take a second, and apart from changes: what cannot
    # be read is said at once, however many wait.
    reading = Admission(at_once=1, queue=_WAITING, timeout_s=_READ_WITHIN_S)
    router = APIRouter(prefix=PATH, tags=["releases"], route_class=read_once_by(reading))
    # Taken before the library's own lock, which is waited for ten seconds only.
    lock = commons.open_lock("changes.lock")
    AskerNow = Annotated[Asker, Depends(find_asker)]  # noqa: N806 - a type, named like one

    @contextmanager
    def turn(deadline: float) -> Iterator[None]:
        with ExitStack() as held:
            try:
                held.enter_context(lock.held_before(deadline))
            except TimeoutError as error:
                raise LibraryBusy(
                    "Other workers have been changing the library for as long as a change may take."
                ) from error
            yield

    async def change(make: Callable[[], _Made]) -> _Made:
        """Make a change in its turn. Raises HTTPException where it takes too long, or the disk
        refused the index: the change itself may be made all the same."""
        try:
            return await admission.run(make)
        except TimeUp as error:
            raise HTTPException(
                HTTPStatus.GATEWAY_TIMEOUT,
                f"The change was not made within {_TIMEOUT_S:g} s. If it had begun, it goes on and "
                f"will be made. It may be sent again as it is.",
                headers={"Retry-After": str(BUSY_S)},
            ) from error
        except IndexUnwritable as error:
            _log.error("%s", error)
            raise HTTPException(
                HTTPStatus.INTERNAL_SERVER_ERROR,
                "The index could not be written; the service's log says why. The change may have "
                "been made all the same. It may be sent again as it is.",
            ) from error

    def put(encoder: Encoder, releases: Sequence[Release], deadline: float) -> Change:
        with turn(deadline):
            return writer.put(encoder, releases)

    def remove(release_id: str, deadline: float) -> Applied:
        with turn(deadline):
            return writer.remove([release_id])

    async def wait_until_seen(generation: int) -> None:
        desk.look()
        try:
            async with asyncio.timeout(_SEEN_WITHIN_S):
                while not board.has_reached(generation):
                    await asyncio.sleep(_LOOK_EVERY_S)
        except TimeoutError as error:
            raise HTTPException(
                HTTPStatus.GATEWAY_TIMEOUT,
                f"The change is made, but after {_SEEN_WITHIN_S:g} s not all questions are "
                f"answered from it. They will be; if not, the service's log says why.",
            ) from error

    @router.post(
        "",
        summary="Add releases, each in place of what had its id",
        responses=BODY_PROBLEMS,
    )
    async def put_releases(request: NewReleases, asker: AskerNow, _: NoParameters) -> ChangeOut:
        """All of them or, when one cannot be read, none. What is held just so is left alone; what
        a release said before it was changed stays in its history."""
        with draining.waits():
            releases = await reading.run(lambda: _read(request))
            deadline = _find_deadline()
            made = await change(lambda: put(asker.encoder, releases, deadline))
            await wait_until_seen(made.generation)
        return ChangeOut.of(
            made.applied,
            unchanged=made.unchanged,
            dated_ahead=[each.id for each in releases if is_far_ahead(each.published, today())],
        )

    @router.delete(
        "/{release_id}",
        summary="Remove a release, its history included",
        responses=document(HTTPStatus.NOT_FOUND),
    )
    async def remove_release(release_id: ReleaseId, _asker: AskerNow, _: NoParameters) -> ChangeOut:
        """From the library, from the index, and from what the disk held of them."""
        deadline = _find_deadline()
        with draining.waits():
            applied = await change(lambda: remove(release_id, deadline))
            if not applied.removed:
                raise HTTPException(
                    HTTPStatus.NOT_FOUND, f"No release has the id {release_id!r}. See /v1/releases."
                )
            await wait_until_seen(applied.generation)
        return ChangeOut.of(applied, unchanged=0, dated_ahead=())

    return router


def _find_deadline() -> float:
    """Until when a change may begin that is let in now."""
    return time.monotonic() + _TIMEOUT_S


def _read(request: NewReleases) -> Sequence[Release]:
    """The releases of a request. Raises RequestValidationError when one cannot be read."""
    reading = request.read()
    if reading.problems:
        raise RequestValidationError(
            [
                {
                    "type": "value_error",
                    "loc": ("body", "releases", problem.line - 1, *filter(None, [problem.field])),
                    "msg": problem.reason,
                }
                for problem in reading.problems
            ]
        )
    return reading.releases
