"""How a question was understood, as it goes out over the wire."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, Field

from qa.api.requests import QUESTION
from qa.language.extremes import Extreme
from qa.periods import Granularity, Period
from qa.periods.period_names import name_period
from qa.questions import AskedPeriod, Interpretation, Obstacle
from qa.reading.identity import MOTIR

GranularityName = Annotated[
    str, Field(json_schema_extra={"enum": [each.value for each in Granularity]})
]


ObstacleName = Annotated[str, Field(json_schema_extra={"enum": [each.value for each in Obstacle]})]
ExtremeName = Annotated[str, Field(json_schema_extra={"enum": [each.value for each in Extreme]})]


class PeriodOut(BaseModel):
    """A period, first and last day included."""

    first: date = Field(examples=["2025-11-01"])
    last: date = Field(examples=["2025-11-30"])
    granularity: GranularityName = Field(
        description="day, week, month, quarter, half, year, or range for any other run of days.",
        examples=["month"],
    )

    @property
    def name(self) -> str:
        """As it is named in text. Not on the wire."""
        return name_period(Period(self.first, self.last, Granularity(self.granularity)))

    @classmethod
    def of(cls, period: Period) -> Self:
        return cls(first=period.first, last=period.last, granularity=period.granularity.value)


class AskedPeriodOut(PeriodOut):
    """A period that a question is about, and the words for it."""

    words: str | None = Field(
        description="The words that say so; null when it was given.", examples=["November 2025"]
    )

    @classmethod
    def of_asked(cls, asked: AskedPeriod) -> Self:
        return cls(**PeriodOut.of(asked.period).model_dump(), words=asked.words)


class RespeltOut(BaseModel):
    """A word that was misspelt, and what is read for it."""

    typed: str = Field(examples=["foriegn"])
    read: str = Field(examples=["foreign"])


class InterpretationOut(BaseModel):
    """What the question was understood to ask."""

    as_of: date = Field(examples=["2025-12-16"])
    published_from: date | None = Field(examples=["2025-12-01"])
    published_to: date | None = Field(examples=["2025-12-31"])
    published_words: str | None = Field(
        description="The words that limit publication; null when that was given, or is not.",
        examples=["last week"],
    )
    publisher: str | None = Field(description="Looked at alone; null: all.", examples=[MOTIR])
    further_publishers: list[str] = Field(
        default=[],
        description="Other names that releases of it are held under, and are looked at as well: in "
        "the other language, or earlier ones. Only where news of it are asked for.",
        examples=[[]],
    )
    publisher_words: str | None = Field(
        default=None,
        description="The words that say whose news are asked for; null when it was given, or is "
        "not said.",
        examples=[None],
    )
    topic: str = Field(
        description="What is asked for, without the words that say when; in English where the "
        "model knows no other language.",
        examples=["How much did Korea's ICT exports rise in ?"],
    )
    searched: str = Field(
        description="The text searched with: the topic, with periods named as releases name them.",
        examples=[QUESTION],
    )
    unread: list[str] = Field(
        default=[],
        description="Korean words that name something and have no English here: they are looked "
        "for as they stand, and what has none of them is less sure to answer.",
        examples=[[]],
    )
    respelt: list[RespeltOut] = Field(
        default=[],
        description="Words that no release has and that are plainly misspelt, as they are read.",
        examples=[[]],
    )
    period: AskedPeriodOut | None = Field(
        description="The period that the question is about, a signal of the ranking."
    )
    further_periods: list[AskedPeriodOut] = Field(
        default=[],
        description="Periods that are asked about beside it, each answered for itself.",
        examples=[[]],
    )
    cadence: GranularityName | None = Field(
        description="The kind of period that figures are asked for: month, quarter, year.",
        examples=["year"],
    )
    wants_latest: bool = Field(
        description="Whether its words ask for the newest instalment of the series that answers.",
        examples=[False],
    )
    latest_words: str | None = Field(
        description="The words that ask for the newest.", examples=["the latest"]
    )
    extreme: ExtremeName | None = Field(
        default=None,
        description="The extreme over time that is asked for, as in which month a figure was "
        "highest: only what says that it was is an answer.",
        examples=[None],
    )
    wants_all: bool = Field(
        description="Whether all that was published is asked for, no matter what it is about.",
        examples=[False],
    )

    obstacle: ObstacleName | None = Field(
        default=None,
        description="Why nothing was looked for: nothing_asked, as in a greeting or a question "
        "about this service; or language, one that is not English, Korean or known to the model.",
        examples=[None],
    )

    @classmethod
    def of(cls, interpretation: Interpretation) -> Self:
        limits = interpretation.published
        bounded_first = limits is not None and limits.first != date.min
        bounded_last = limits is not None and limits.last != date.max
        return cls(
            as_of=interpretation.as_of,
            published_from=limits.first if limits and bounded_first else None,
            published_to=limits.last if limits and bounded_last else None,
            published_words=interpretation.published_words,
            publisher=interpretation.publisher,
            further_publishers=list(interpretation.further_publishers),
            publisher_words=interpretation.publisher_words,
            topic=interpretation.topic,
            searched=interpretation.searched,
            unread=[word.korean for word in interpretation.unread],
            respelt=[RespeltOut(typed=each, read=right) for each, right in interpretation.respelt],
            period=AskedPeriodOut.of_asked(interpretation.period)
            if interpretation.period
            else None,
            further_periods=[AskedPeriodOut.of_asked(each) for each in interpretation.periods[1:]],
            cadence=interpretation.cadence.value if interpretation.cadence else None,
            wants_latest=interpretation.wants_latest,
            latest_words=interpretation.latest_words,
            extreme=interpretation.extreme.value if interpretation.extreme else None,
            wants_all=interpretation.wants_all,
            obstacle=interpretation.obstacle.value if interpretation.obstacle else None,
        )
