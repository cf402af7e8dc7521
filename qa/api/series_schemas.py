"""A release's place in its series as it goes out over the wire."""

from datetime import date
from typing import Self

from pydantic import BaseModel, Field

from qa.api.interpretation_schemas import PeriodOut
from qa.series.series import Instalment, SeriesPlace


class InstalmentOut(BaseModel):
    """A release as a member of its series."""

    release_id: str = Field(examples=["2025-11-14-5d6e7f8a9b"])
    title: str = Field(examples=["Korea’s ICT Exports Rise in October"])
    published: date = Field(examples=["2025-11-14"])
    period: PeriodOut

    @classmethod
    def of(cls, instalment: Instalment) -> Self:
        return cls(
            release_id=instalment.release_id,
            title=instalment.title,
            published=instalment.published,
            period=PeriodOut.of(instalment.period),
        )


class SeriesOut(BaseModel):
    """A release's place in its series: the instalments before and after, and a later version."""

    id: str = Field(
        description="The id of the release that began the series.",
        examples=["2013-01-14-0a1b2c3d4e"],
    )
    instalments: int = Field(description="Periods, its own included.", examples=[12])
    others: int = Field(description="Periods but for its own.", examples=[11])
    previous: InstalmentOut | None = Field(description="The period before, as it stands now.")
    next: InstalmentOut | None = Field(description="The period after, as it stands now.")
    superseded_by: InstalmentOut | None = Field(
        description="The later version of this instalment, where there is one."
    )
    supersedes: list[InstalmentOut] = Field(
        description="Earlier versions of this instalment, oldest first, where this is the current."
    )

    @classmethod
    def of(cls, place: SeriesPlace) -> Self:
        def show(instalment: Instalment | None) -> InstalmentOut | None:
            return None if instalment is None else InstalmentOut.of(instalment)

        return cls(
            id=place.series,
            instalments=place.instalments,
            others=place.others,
            previous=show(place.previous),
            next=show(place.next),
            superseded_by=show(place.superseded_by),
            supersedes=[InstalmentOut.of(each) for each in place.supersedes],
        )
