"""A timeline over the wire, each field with an example, made from the values of `timeline`."""

from typing import Self

from pydantic import BaseModel, Field

from qa.api.answer_schemas import IndexOut
from qa.api.interpretation_schemas import InterpretationOut, PeriodOut
from qa.api.release_schemas import SENTENCE, ReleaseOut
from qa.api.requests import QUESTION
from qa.storage.snapshot import Holdings
from qa.timelines.timeline import Point, Timeline


class FigureOut(BaseModel):
    """An amount that a sentence states; `start` and `end` are its place in the sentence."""

    start: int = Field(examples=[69])
    end: int = Field(examples=[85])
    text: str = Field(examples=["USD 25.5 billion"])
    unit: str = Field(
        description="A currency's code, percent, percentage points, index, or what is counted.",
        examples=["USD"],
    )
    marked: bool = Field(
        description="Whether it is the one that answers: one a sentence at most.", examples=[True]
    )


class PointOut(BaseModel):
    """What one instalment says, word for word."""

    period: PeriodOut
    release: ReleaseOut
    sentence: str = Field(examples=[SENTENCE])
    start: int = Field(description="Where it begins in the release's body.", examples=[0])
    end: int = Field(examples=[86])
    figures: list[FigureOut]
    withdrawn: bool = Field(
        description="Whether what is asked for is among what `release.corrected_by` corrects, and "
        "no right figure could be told for certain. Where it could, the correction speaks in the "
        "place of the release: see `release.corrects`.",
        examples=[False],
    )

    @classmethod
    def of(cls, point: Point) -> Self:
        return cls(
            period=PeriodOut.of(point.period),
            release=ReleaseOut.of(point.release, point.corrections),
            sentence=point.sentence,
            start=point.span.start,
            end=point.span.end,
            figures=[
                FigureOut(
                    start=figure.start,
                    end=figure.end,
                    text=point.sentence[figure.start : figure.end],
                    unit=figure.unit,
                    marked=figure == point.marked,
                )
                for figure in point.figures
            ],
            withdrawn=point.withdrawn,
        )


class TimelineOut(BaseModel):
    """One indicator across the instalments of its series, in order of the period."""

    question: str = Field(examples=[QUESTION])
    interpretation: InterpretationOut
    series: str = Field(
        description="The id of the release that began the series; where several tell of one "
        "matter, of the one in the language of the question, if any.",
        examples=["2013-01-14-0a1b2c3d4e"],
    )
    unit: str | None = Field(
        description="What the marked figures are in; null when a point has none in the same unit "
        "as the others, and no plot can be drawn.",
        examples=["USD"],
    )
    points: list[PointOut]
    gaps: list[PeriodOut] = Field(
        description="Periods without a release: between the first and the last, and as far as the "
        "period asked about reaches and figures are usually out."
    )
    index: IndexOut

    @classmethod
    def of(cls, timeline: Timeline, series: str, holdings: Holdings) -> Self:
        return cls(
            question=timeline.question.text,
            interpretation=InterpretationOut.of(timeline.interpretation),
            series=series,
            unit=timeline.unit,
            points=[PointOut.of(point) for point in timeline.points],
            gaps=[PeriodOut.of(gap) for gap in timeline.gaps],
            index=IndexOut.of(holdings),
        )
