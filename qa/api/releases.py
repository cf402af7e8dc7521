"""Releases over HTTP: what is held, and whose."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, HTTPException, Query

from qa.api.admission import Admission
from qa.api.answer_schemas import WholeReleaseOut
from qa.api.parameters import NoParameters, ReleaseId
from qa.api.problems import document
from qa.api.release_schemas import (
    PublishersOut,
    ReleaseOut,
    ReleasesOut,
    VersionOut,
    VersionsOut,
)
from qa.api.requests import ReleaseList
from qa.records import DateRange
from qa.retrieval.asking import Asker

_Found = TypeVar("_Found")


def route_releases(find_asker: Callable[..., object], admission: Admission) -> APIRouter:
    """The routes of releases; `find_asker` is the dependency that gives who answers."""
    router = APIRouter(prefix="/v1", tags=["releases"])
    AskerNow = Annotated[Asker, Depends(find_asker)]  # noqa: N806 - a type, named like one

    @router.get("/releases", summary="List releases, newest first")
    async def list_releases(
        request: Annotated[ReleaseList, Query()], asker: AskerNow
    ) -> ReleasesOut:
        def work() -> ReleasesOut:
            published = request.published or DateRange(date.min, date.max)
            found = asker.snapshot.list_releases(
                published,
                publisher=request.publisher,
                limit=request.limit,
                offset=request.offset,
            )
            known = asker.corrections.find([each.id for each in found])
            return ReleasesOut(
                total=asker.snapshot.count_releases(published, publisher=request.publisher),
                releases=list(map(ReleaseOut.of, found, known)),
            )

        return await admission.run(work)

    @router.get(
        "/releases/{release_id}",
        summary="Read a release",
        responses=document(HTTPStatus.NOT_FOUND),
    )
    async def read_release(
        release_id: ReleaseId, asker: AskerNow, _: NoParameters
    ) -> WholeReleaseOut:
        def work() -> WholeReleaseOut | None:
            release = asker.snapshot.read_release(release_id)
            if release is None:
                return None
            about = asker.snapshot.read_period(release_id)
            [known] = asker.corrections.find([release_id])
            place = asker.find_place(release_id, date.max)
            return WholeReleaseOut.of_whole(release, known, about, place)

        return _require(release_id, await admission.run(work))

    @router.get(
        "/releases/{release_id}/versions",
        summary="Read what a release said before it was changed",
        responses=document(HTTPStatus.NOT_FOUND),
    )
    async def read_versions(release_id: ReleaseId, asker: AskerNow, _: NoParameters) -> VersionsOut:
        def work() -> VersionsOut | None:
            if asker.snapshot.read_release(release_id) is None:
                return None
            versions = asker.snapshot.read_versions(release_id)
            return VersionsOut(versions=[VersionOut.of_version(each) for each in versions])

        return _require(release_id, await admission.run(work))

    @router.get("/publishers", summary="List the publishers, with how much of each is held")
    async def list_publishers(asker: AskerNow, _: NoParameters) -> PublishersOut:
        return await admission.run(lambda: PublishersOut.of(asker.snapshot.count_publishers()))

    return router


def _require(release_id: str, found: _Found | None) -> _Found:
    if found is None:
        raise HTTPException(
            HTTPStatus.NOT_FOUND, f"No release has the id {release_id!r}. See /v1/releases."
        )
    return found
