"""What the tools hand to a model: few fields, every word verbatim, a citation beside each."""

from collections.abc import Sequence
from datetime import date
from typing import Self

from pydantic import BaseModel, Field

from qa.answers import cite
from qa.api.answer_schemas import (
    AnswerOut,
    HitOut,
    PeriodAnswerOut,
    VerdictName,
    WholeReleaseOut,
)
from qa.api.interpretation_schemas import InterpretationOut
from qa.api.release_schemas import CorrectionLinkOut, ReleaseOut, ReleasesOut
from qa.api.timeline_schemas import PointOut, TimelineOut
from qa.language.extremes import Extreme
from qa.mcp.notes import NAMES_OF_PUBLISHERS, write_note
from qa.records import DateRange, Release

MAX_CHARACTERS = 20_000
"""Of a release's body, handed out at a time."""


CORRECTED_BY = Field(
    description="Releases that correct this one: to be read, and named with what is quoted of it."
)
CORRECTS = Field(description="The earlier release that this one corrects, if any.")


class HitResult(BaseModel):
    """A passage found, with the release it stands in."""

    sentence: str | None = Field(description="The sentence that answers best, verbatim.")
    passage: str = Field(description="The passage around it, verbatim.")
    title: str
    published: date = Field(description="Day of publication, not of what it is about.")
    publisher: str
    about: str | None = Field(description="The period that the release is about, if it says so.")
    url: str | None
    citation: str = Field(description="To be given with whatever is quoted.")
    confidence: float | None = Field(description="Probability that the release answers.")
    release_id: str = Field(description="For read_release.")
    superseded_by: str | None = Field(
        description="The id of a later version of this release, to be read instead."
    )
    corrected_by: list[CorrectionLinkOut] = CORRECTED_BY
    corrects: CorrectionLinkOut | None = CORRECTS

    @classmethod
    def of(cls, hit: HitOut) -> Self:
        later = hit.series.superseded_by if hit.series else None
        return cls(
            sentence=hit.sentence,
            passage=hit.passage.text,
            title=hit.release.title,
            published=hit.release.published,
            publisher=hit.release.publisher,
            about=hit.about.name if hit.about else None,
            url=hit.release.url,
            citation=hit.citation,
            confidence=hit.confidence,
            release_id=hit.release.id,
            superseded_by=later.release_id if later else None,
            corrected_by=hit.release.corrected_by,
            corrects=hit.release.corrects,
        )


class ReleaseResult(BaseModel):
    """A release without its body."""

    title: str
    published: date
    publisher: str
    url: str | None
    citation: str
    release_id: str = Field(description="For read_release.")
    corrected_by: list[CorrectionLinkOut] = CORRECTED_BY
    corrects: CorrectionLinkOut | None = CORRECTS

    @classmethod
    def of(cls, release: ReleaseOut) -> Self:
        return cls(
            title=release.title,
            published=release.published,
            publisher=release.publisher,
            url=release.url,
            citation=_cite(release),
            release_id=release.id,
            corrected_by=release.corrected_by,
            corrects=release.corrects,
        )


class PeriodResult(BaseModel):
    """What answers for one of several periods asked about."""

    period: str
    verdict: VerdictName
    sentence: str | None = Field(
        description="Verbatim; null when none answers, or it comes after the `k` hits asked for."
    )
    citation: str | None
    confidence: float | None = Field(description="Probability that it answers.")

    @classmethod
    def of(cls, found: PeriodAnswerOut, hits: Sequence[HitOut]) -> Self:
        hit = hits[found.rank - 1] if found.rank is not None else None
        return cls(
            period=found.name,
            verdict=found.verdict,
            sentence=hit.sentence if hit is not None else None,
            citation=hit.citation if hit is not None else None,
            confidence=hit.confidence if hit is not None else None,
        )


class AskResult(BaseModel):
    """Whether the question is answered, and by what."""

    verdict: VerdictName = Field(description="answered, not_found or unjudged.")
    note: str = Field(description="What to make of it.")
    understood: str = Field(description="How the question's words about time were read.")
    sentence: str | None = Field(
        description="The sentence that answers, verbatim; null when none does."
    )
    citation: str | None = Field(description="Where that sentence stands.")
    by_period: list[PeriodResult] = Field(
        description="Where several periods are asked about: what answers for each."
    )
    hits: list[HitResult] = Field(description="Passages, the best first.")
    nearest: list[ReleaseResult] = Field(
        description="Where nothing was published in the days asked for: the nearest in time."
    )

    @classmethod
    def of(cls, answer: AnswerOut) -> Self:
        return cls(
            verdict=answer.verdict,
            note=write_note(answer),
            understood=describe_understood(answer.interpretation),
            sentence=answer.sentence,
            citation=answer.hits[0].citation if answer.sentence else None,
            by_period=[PeriodResult.of(each, answer.hits) for each in answer.by_period],
            hits=[HitResult.of(hit) for hit in answer.hits],
            nearest=[ReleaseResult.of(release) for release in answer.nearest],
        )


class NewResult(BaseModel):
    """What was published within some days, newest first."""

    published_from: date
    published_to: date
    total: int = Field(description="How many there are; `releases` holds the newest of them.")
    note: str = Field(description="What to make of it.")
    releases: list[ReleaseResult]

    @classmethod
    def of(
        cls,
        days: DateRange,
        publisher: str | None,
        found: ReleasesOut,
        latest: ReleaseOut | None,
    ) -> Self:
        """`latest` is the newest release up to the last of these days, if there is one."""
        if found.releases:
            note = f"{len(found.releases)} of {found.total} shown. Read one with read_release."
        else:
            by = "" if publisher is None else f" by a publisher named {publisher!r}"
            note = f"Nothing held was published from {days.first} to {days.last}{by}. "
            if latest is not None:
                note += f"The newest before: {_cite(latest)}"
            else:
                note += f"Nor anything before. {NAMES_OF_PUBLISHERS if publisher else ''}".strip()
        return cls(
            published_from=days.first,
            published_to=days.last,
            total=found.total,
            note=note,
            releases=[ReleaseResult.of(release) for release in found.releases],
        )


class WholeReleaseResult(ReleaseResult):
    """A release with its body, or as much of it as is handed out at a time."""

    about: str | None = Field(description="The period that the release is about, if it says so.")
    superseded_by: str | None = Field(description="The id of a later version, to be read instead.")
    body: str = Field(description="Verbatim, from the character asked for on.")
    continues_at: int | None = Field(
        description="The `start` to ask for next; null when this is the end."
    )

    @classmethod
    def of_whole(cls, release: WholeReleaseOut, start: int) -> Self:
        end = start + MAX_CHARACTERS
        later = release.series.superseded_by if release.series else None
        return cls(
            **ReleaseResult.of(release).model_dump(),
            about=release.about.name if release.about else None,
            superseded_by=later.release_id if later else None,
            body=release.body[start:end],
            continues_at=end if end < len(release.body) else None,
        )


class PointResult(BaseModel):
    """What the release of one period says."""

    period: str
    figure: str | None = Field(description="The figure that answers, as the release writes it.")
    sentence: str = Field(description="The sentence that states it, verbatim.")
    published: date
    citation: str
    release_id: str
    corrected_by: list[CorrectionLinkOut] = CORRECTED_BY
    corrects: CorrectionLinkOut | None = CORRECTS
    withdrawn: bool = Field(
        description="The figure asked for is among what was corrected: quote what corrects it."
    )

    @classmethod
    def of(cls, point: PointOut) -> Self:
        return cls(
            period=point.period.name,
            figure=next((figure.text for figure in point.figures if figure.marked), None),
            sentence=point.sentence,
            published=point.release.published,
            citation=_cite(point.release),
            release_id=point.release.id,
            corrected_by=point.release.corrected_by,
            corrects=point.release.corrects,
            withdrawn=point.withdrawn,
        )


class TimelineResult(BaseModel):
    """One indicator over time, in order of the period. Nothing in it is computed."""

    understood: str = Field(description="How the question's words about time were read.")
    unit: str | None = Field(
        description="What all figures are in; null when they differ and must not be compared."
    )
    points: list[PointResult]
    gaps: list[str] = Field(
        description="Periods without a release, to the ends of the one asked about."
    )

    @classmethod
    def of(cls, timeline: TimelineOut) -> Self:
        return cls(
            understood=describe_understood(timeline.interpretation),
            unit=timeline.unit,
            points=[PointResult.of(point) for point in timeline.points],
            gaps=[gap.name for gap in timeline.gaps],
        )


def describe_understood(understood: InterpretationOut) -> str:
    """How a question was read, but for its topic, in one line."""
    parts = [f"as things stood on {understood.as_of}"]
    if asked := understood.period:
        days = (
            f"{each.first} to {each.last} ({_quote(each.words)})"
            for each in (asked, *understood.further_periods)
        )
        parts.append(f"about {', '.join(days)}")
    if understood.published_from or understood.published_to:
        first = f"from {understood.published_from} " if understood.published_from else ""
        last = f"until {understood.published_to} " if understood.published_to else ""
        parts.append(f"published {first}{last}({_quote(understood.published_words)})")
    if understood.publisher is not None:
        names = ", ".join([understood.publisher, *understood.further_publishers])
        parts.append(f"by {names} ({_quote(understood.publisher_words)})")
    if understood.wants_latest:
        parts.append(f"the newest is wanted ({_quote(understood.latest_words)})")
    if understood.extreme is not None:
        parts.append(f"when it was the {Extreme(understood.extreme).phrase} is asked for")
    if understood.respelt:
        read = (f"{_quote(each.typed)} as {_quote(each.read)}" for each in understood.respelt)
        parts.append(f"misspelt words read: {', '.join(read)}")
    if understood.unread:
        words = ", ".join(map(_quote, understood.unread))
        parts.append(f"looked for as it stands, as no English is known for it: {words}")
    return "; ".join(parts)


def _quote(words: str | None) -> str:
    return "given" if words is None else f"“{words}”"


def _cite(release: ReleaseOut) -> str:
    return cite(
        Release(release.id, release.title, release.published, "", release.publisher, release.url)
    )
