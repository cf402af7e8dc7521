"""What goes over the wire, each field with an example. Inside, the values of `qa.answers` serve."""

import re
from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from qa.answers import Answer, AskedPeriod, Hit, Interpretation, Question, cite
from qa.records import DateRange, Passage, Release
from qa.snapshot import Holdings

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_QUESTION = "How much did Korea's ICT exports rise in November 2025?"
_TITLE = "Korea’s ICT Exports Reach All-Time High in November"
_SENTENCE = "Korea’s exports of ICT goods in November 2025 rose 24.3 percent to USD 25.5 billion."

QuestionText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    Field(description="The question, in plain language.", examples=[_QUESTION]),
]


def _require_day(value: object) -> object:
    """Only words: pydantic would take a number, even in quotes, for seconds since 1970."""
    if not isinstance(value, str | None) or (value is not None and not _DAY.fullmatch(value)):
        raise ValueError("expected a day as 2025-12-31")
    return value


Day = Annotated[date, BeforeValidator(_require_day), Field(examples=["2025-12-15"])]


class _Strict(BaseModel):
    """What comes in: a field that is not known is an error."""

    model_config = ConfigDict(extra="forbid")


class AskRequest(_Strict):
    """A question and its limits."""

    question: QuestionText
    k: int = Field(5, ge=1, le=100, description="How many hits at most.", examples=[5])
    per_release: int = Field(
        1, ge=1, le=100, description="How many hits at most from one release.", examples=[1]
    )
    published_from: Day | None = Field(
        None, description="First day of publication to look at.", examples=["2025-12-01"]
    )
    published_to: Day | None = Field(
        None, description="Last day of publication to look at.", examples=["2025-12-31"]
    )
    as_of: Day | None = Field(
        None,
        description="Answer as things stood on this day: later releases are not seen. "
        "Default: today.",
        examples=["2025-12-16"],
    )

    def to_question(self, today: date) -> Question:
        published = None
        if self.published_from is not None or self.published_to is not None:
            published = DateRange(self.published_from or date.min, self.published_to or date.max)
        return Question(self.question, self.as_of or today, published, self.k, self.per_release)


class ReleaseList(_Strict):
    """Which releases to list."""

    published_from: Day | None = Field(None, description="First day of publication.")
    published_to: Day | None = Field(None, description="Last day of publication.")
    limit: int = Field(20, ge=1, le=100, description="How many at most.", examples=[20])
    offset: int = Field(
        0, ge=0, le=10_000_000, description="How many to pass over first.", examples=[0]
    )

    @property
    def published(self) -> DateRange:
        return DateRange(self.published_from or date.min, self.published_to or date.max)


class SpanOut(BaseModel):
    """Characters `start` up to, not including, `end`, counted in Unicode code points."""

    start: int = Field(examples=[0])
    end: int = Field(examples=[86])


class PassageOut(BaseModel):
    """A run of whole sentences; `start` and `end` are its place in the release's body."""

    id: str = Field(examples=["2025-12-15-1a2b3c4d5e:0"])
    text: str = Field(examples=[_SENTENCE])
    start: int = Field(examples=[0])
    end: int = Field(examples=[86])

    @classmethod
    def of(cls, passage: Passage) -> Self:
        return cls(id=passage.id, text=passage.text, start=passage.start, end=passage.end)


class ReleaseOut(BaseModel):
    """A release without its body."""

    id: str = Field(examples=["2025-12-15-1a2b3c4d5e"])
    title: str = Field(examples=[_TITLE])
    published: date = Field(examples=["2025-12-15"])
    publisher: str = Field(examples=["Ministry of Trade, Industry and Resources"])
    url: str | None = Field(examples=["https://example.org/releases/1"])
    category: str | None = Field(examples=["Trade/Investment"])
    language: str = Field(examples=["en"])

    @classmethod
    def of(cls, release: Release) -> Self:
        return cls(
            id=release.id,
            title=release.title,
            published=release.published,
            publisher=release.publisher,
            url=release.url,
            category=release.category,
            language=release.language,
        )


class WholeReleaseOut(ReleaseOut):
    """A release with its body."""

    body: str = Field(examples=[_SENTENCE])
    citation: str = Field(examples=[f"Ministry of Trade, “{_TITLE}”, 15 December 2025."])

    @classmethod
    def of(cls, release: Release) -> Self:
        head = ReleaseOut.of(release).model_dump()
        return cls(**head, body=release.body, citation=cite(release))


class ReleasesOut(BaseModel):
    """Releases, newest first, and how many there are in all."""

    total: int = Field(examples=[8])
    releases: list[ReleaseOut]


class HitOut(BaseModel):
    """A passage found, with its release."""

    rank: int = Field(examples=[1])
    score: float = Field(description="Orders the hits of one answer.", examples=[6.2])
    confidence: float | None = Field(
        description="Probability that the passage answers; null where none is calibrated.",
        examples=[0.97],
    )
    passage: PassageOut
    highlights: list[SpanOut] = Field(
        description="The sentences that answer, as offsets into the passage's text."
    )
    release: ReleaseOut
    citation: str = Field(examples=[f"Ministry of Trade, “{_TITLE}”, 15 December 2025."])
    others: list[PassageOut] = Field(
        description="Further passages of the same release that were found."
    )
    signals: dict[str, float] = Field(
        description="What the ranking went by.", examples=[{"cosine": 0.71, "coverage": 1.0}]
    )

    @classmethod
    def of(cls, hit: Hit) -> Self:
        return cls(
            rank=hit.rank,
            score=hit.score,
            confidence=hit.confidence,
            passage=PassageOut.of(hit.passage),
            highlights=[SpanOut(start=span.start, end=span.end) for span in hit.highlights],
            release=ReleaseOut.of(hit.release),
            citation=hit.citation,
            others=[PassageOut.of(passage) for passage in hit.others],
            signals={signal.name: signal.value for signal in hit.signals},
        )


class PeriodOut(BaseModel):
    """A period that the question is about, first and last day included, and the words for it."""

    first: date = Field(examples=["2025-11-01"])
    last: date = Field(examples=["2025-11-30"])
    granularity: str = Field(examples=["month"])
    words: str = Field(examples=["November 2025"])

    @classmethod
    def of(cls, asked: AskedPeriod) -> Self:
        return cls(
            first=asked.period.first,
            last=asked.period.last,
            granularity=asked.period.granularity.value,
            words=asked.words,
        )


class InterpretationOut(BaseModel):
    """What the question was understood to ask."""

    as_of: date = Field(examples=["2025-12-16"])
    published_from: date | None = Field(examples=["2025-12-01"])
    published_to: date | None = Field(examples=["2025-12-31"])
    searched: str = Field(
        description="The text searched with: the question's, or its rendering in English.",
        examples=["November 2025 ICT exports how much increase"],
    )

    period: PeriodOut | None = Field(
        description="The period that the question is about, a signal of the ranking."
    )
    wants_latest: bool = Field(
        description="Whether its words ask for the newest. Shown, not yet weighed.",
        examples=[False],
    )
    latest_words: str | None = Field(examples=["the latest"])

    @classmethod
    def of(cls, interpretation: Interpretation) -> Self:
        limits = interpretation.published
        bounded_first = limits is not None and limits.first != date.min
        bounded_last = limits is not None and limits.last != date.max
        return cls(
            as_of=interpretation.as_of,
            published_from=limits.first if limits and bounded_first else None,
            published_to=limits.last if limits and bounded_last else None,
            searched=interpretation.searched,
            period=PeriodOut.of(interpretation.period) if interpretation.period else None,
            wants_latest=interpretation.wants_latest,
            latest_words=interpretation.latest_words,
        )


class IndexOut(BaseModel):
    """What was searched: one generation of the library, whole."""

    generation: int = Field(examples=[1])
    releases: int = Field(examples=[8])
    passages: int = Field(examples=[18])
    model: str | None = Field(examples=["all-MiniLM-L6-v2"])
    latest_published: date | None = Field(examples=["2025-12-15"])

    @classmethod
    def of(cls, holdings: Holdings) -> Self:
        return cls(
            generation=holdings.generation,
            releases=holdings.releases,
            passages=holdings.passages,
            model=holdings.encoder.name if holdings.encoder else None,
            latest_published=holdings.latest_published,
        )


class AnswerOut(BaseModel):
    """Hits, best first, and whether they answer the question."""

    question: str = Field(examples=[_QUESTION])
    interpretation: InterpretationOut
    verdict: str = Field(
        description="answered; not_found; or unjudged, when the model has no calibrated ranking.",
        examples=["answered"],
    )
    sentence: str | None = Field(
        description="The sentence that answers best, verbatim.", examples=[_SENTENCE]
    )
    hits: list[HitOut]
    nearest: list[ReleaseOut] = Field(
        description="When nothing was published in the window: the releases nearest to it."
    )
    index: IndexOut
    took_ms: float = Field(examples=[18.4])

    @classmethod
    def of(cls, answer: Answer, holdings: Holdings, took_ms: float) -> Self:
        return cls(
            question=answer.question.text,
            interpretation=InterpretationOut.of(answer.interpretation),
            verdict=answer.verdict.value,
            sentence=answer.sentence,
            hits=[HitOut.of(hit) for hit in answer.hits],
            nearest=[ReleaseOut.of(release) for release in answer.nearest],
            index=IndexOut.of(holdings),
            took_ms=round(took_ms, 2),
        )
