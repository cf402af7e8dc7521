"""What goes out over the wire of releases: what is held, what was, and what a change did."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Self

from pydantic import BaseModel, Field

from qa.records import CorrectionLink, Corrections, Release, Version
from qa.storage.release_rows import Applied
from qa.storage.snapshot import PublisherCount

TITLE = "Korea’s ICT Exports Reach All-Time High in November"
SENTENCE = "Korea’s exports of ICT goods in November 2025 rose 24.3 percent to USD 25.5 billion."


class CorrectionLinkOut(BaseModel):
    """The other release of a correction: what corrects a release, or what that corrects."""

    release_id: str = Field(examples=["2025-12-18-6f5e4d3c2b"])
    title: str = Field(examples=["Correction: Figures in Release of December 15"])
    published: date = Field(examples=["2025-12-18"])
    whole: bool = Field(
        description="Whether the later release stands in the place of all of the earlier; else "
        "what it does not correct stands.",
        examples=[False],
    )

    @classmethod
    def of(cls, link: CorrectionLink) -> Self:
        return cls(
            release_id=link.release_id,
            title=link.title,
            published=link.published,
            whole=link.whole,
        )


class SaidOut(BaseModel):
    """What a release says of itself, but for its body."""

    id: str = Field(examples=["2025-12-15-1a2b3c4d5e"])
    title: str = Field(examples=[TITLE])
    published: date = Field(examples=["2025-12-15"])
    publisher: str = Field(examples=["Ministry of Trade, Industry and Resources"])
    url: str | None = Field(examples=["https://example.org/releases/1"])
    category: str | None = Field(examples=["Trade/Investment"])
    language: str = Field(examples=["en"])

    @staticmethod
    def say(release: Release) -> dict[str, Any]:
        """The fields of a release that are its own words for itself."""
        return {name: getattr(release, name) for name in SaidOut.model_fields}


class ReleaseOut(SaidOut):
    """A release without its body, with what has become of it since."""

    corrected_by: list[CorrectionLinkOut] = Field(
        description="What corrects it, the first published first: of an answer or a timeline as of "
        "the question's as_of, else everything held."
    )
    corrects: CorrectionLinkOut | None = Field(
        description="The earlier release that it corrects, where just one is held that it names."
    )

    @classmethod
    def of(cls, release: Release, known: Corrections) -> Self:
        """`known` is what is corrected of it."""
        return cls(
            **cls.say(release),
            corrected_by=[CorrectionLinkOut.of(each) for each in known.corrected_by],
            corrects=None if known.corrects is None else CorrectionLinkOut.of(known.corrects),
        )


class ReleasesOut(BaseModel):
    """Releases, newest first, and how many there are in all."""

    total: int = Field(examples=[8])
    releases: list[ReleaseOut]


class PublisherOut(BaseModel):
    """A publisher by the name that its releases have, and how many of them are held."""

    publisher: str = Field(examples=["Ministry of Trade, Industry and Resources"])
    releases: int = Field(examples=[8])
    earliest_published: date | None = Field(
        description="Null where none of them has a day.", examples=["2025-12-10"]
    )
    latest_published: date | None = Field(examples=["2025-12-15"])

    @classmethod
    def of(cls, count: PublisherCount) -> Self:
        return cls(
            publisher=count.publisher,
            releases=count.releases,
            earliest_published=count.earliest_published,
            latest_published=count.latest_published,
        )


class PublishersOut(BaseModel):
    """Whose releases are held, those with most of them first."""

    publishers: list[PublisherOut]

    @classmethod
    def of(cls, counts: Sequence[PublisherCount]) -> Self:
        return cls(publishers=[PublisherOut.of(each) for each in counts])


class VersionOut(SaidOut):
    """A release as it was held until something else took its place."""

    number: int = Field(examples=[1])
    body: str = Field(examples=[SENTENCE])
    indexed_at: datetime = Field(examples=["2025-12-15T09:00:00+00:00"])
    replaced_at: datetime = Field(examples=["2025-12-16T09:00:00+00:00"])

    @classmethod
    def of_version(cls, version: Version) -> Self:
        return cls(
            **cls.say(version.release),
            number=version.number,
            body=version.release.body,
            indexed_at=version.indexed_at,
            replaced_at=version.replaced_at,
        )


class ChangeOut(BaseModel):
    """What a change did, by ids of releases. Questions are answered from it by now."""

    generation: int = Field(examples=[2])
    added: list[str] = Field(examples=[["2025-12-15-4958921b8a"]])
    changed: list[str] = Field(
        description="Held before, and different.", examples=[["2025-12-10-4c4df27acf"]]
    )
    removed: list[str] = Field(examples=[["2025-12-10-4c4df27acf"]])
    unchanged: int = Field(description="How many were held just so.", examples=[0])
    dated_ahead: list[str] = Field(
        default=[],
        description="Those of the releases sent that are dated more than a year ahead, most likely "
        "by mistake. They are held, and found from that day on.",
        examples=[[]],
    )

    @classmethod
    def of(cls, applied: Applied, *, unchanged: int, dated_ahead: Sequence[str]) -> Self:
        return cls(
            generation=applied.generation,
            added=list(applied.added),
            changed=list(applied.replaced),
            removed=list(applied.removed),
            unchanged=unchanged,
            dated_ahead=list(dated_ahead),
        )


class VersionsOut(BaseModel):
    """What was held under an id before, oldest first."""

    versions: list[VersionOut]
