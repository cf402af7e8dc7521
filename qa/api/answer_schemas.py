"""What goes out over the wire, each field with an example, made from the values of `qa.answers`."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, Field

from qa.answers import Answer, Hit, PeriodAnswer, Verdict, cite
from qa.api.interpretation_schemas import (
    AskedPeriodOut,
    ExtremeName,
    InterpretationOut,
    PeriodOut,
)
from qa.api.judgement_schemas import JudgementOut, WhyOut
from qa.api.release_schemas import SENTENCE, TITLE, ReleaseOut
from qa.api.requests import QUESTION
from qa.api.series_schemas import SeriesOut
from qa.language.plainly_missing import Missing
from qa.output.words import Words, find_words
from qa.periods import Period
from qa.records import UNCORRECTED, Corrections, Passage, Release
from qa.series.series import SeriesPlace
from qa.storage.snapshot import Holdings

VerdictName = Annotated[str, Field(json_schema_extra={"enum": [each.value for each in Verdict]})]


class SpanOut(BaseModel):
    """Characters `start` up to, not including, `end`, counted in Unicode code points."""

    start: int = Field(examples=[0])
    end: int = Field(examples=[86])


class PassageOut(BaseModel):
    """A run of whole sentences; `start` and `end` are its place in the release's body."""

    id: str = Field(examples=["2025-12-15-1a2b3c4d5e:0"])
    text: str = Field(examples=[SENTENCE])
    start: int = Field(examples=[0])
    end: int = Field(examples=[86])

    @classmethod
    def of(cls, passage: Passage) -> Self:
        return cls(id=passage.id, text=passage.text, start=passage.start, end=passage.end)


class WholeReleaseOut(ReleaseOut):
    """A release with its body, what it is about, and where it stands in its series."""

    body: str = Field(examples=[SENTENCE])
    citation: str = Field(examples=[f"Ministry of Trade, “{TITLE}”, 15 December 2025."])
    about: PeriodOut | None = Field(
        description="The period that the release is about, where it says so; not its publication."
    )
    series: SeriesOut | None = Field(
        description="Where it stands in its series, with everything held; null when in none."
    )

    @classmethod
    def of_whole(
        cls,
        release: Release,
        known: Corrections,
        about: Period | None,
        place: SeriesPlace | None,
    ) -> Self:
        return cls(
            **ReleaseOut.of(release, known).model_dump(),
            body=release.body,
            citation=cite(release),
            about=PeriodOut.of(about) if about else None,
            series=SeriesOut.of(place) if place else None,
        )


class HitOut(BaseModel):
    """A passage found, with its release."""

    rank: int = Field(description="Its place among the hits.", examples=[1])
    score: float = Field(
        description="How well it agrees with the question; `rank` also goes by what is newest, "
        "says an extreme or who holds an office, or is likelier to answer.",
        examples=[6.2],
    )
    confidence: float | None = Field(
        description="Probability that the release answers; null where none is calibrated.",
        examples=[0.97],
    )
    passage: PassageOut
    highlights: list[SpanOut] = Field(
        description="The sentences that answer, as offsets into the passage's text."
    )
    release: ReleaseOut
    about: PeriodOut | None = Field(
        description="The period that the release is about, where it says so; not its publication."
    )
    series: SeriesOut | None = Field(
        description="Where the release stands in its series, as of the question's as_of; null "
        "when it is an instalment of none."
    )
    citation: str = Field(examples=[f"Ministry of Trade, “{TITLE}”, 15 December 2025."])
    others: list[PassageOut] = Field(
        description="Further passages of the same release that were found."
    )
    signals: dict[str, float] = Field(
        description="What the ranking went by: of the passage that the release was found by.",
        examples=[{"cosine": 0.71, "coverage": 1.0}],
    )
    judgement: JudgementOut | None = Field(
        default=None,
        description="What `confidence` comes from; null where none is calibrated, or all that was "
        "published is asked for.",
    )

    @classmethod
    def of(cls, hit: Hit, words: Words) -> Self:
        judgement = hit.judgement
        return cls(
            rank=hit.rank,
            score=hit.score,
            confidence=hit.confidence,
            passage=PassageOut.of(hit.passage),
            highlights=[SpanOut(start=span.start, end=span.end) for span in hit.highlights],
            release=ReleaseOut.of(hit.release, hit.corrections),
            about=PeriodOut.of(hit.about) if hit.about else None,
            series=SeriesOut.of(hit.place) if hit.place else None,
            citation=hit.citation,
            others=[PassageOut.of(passage) for passage in hit.others],
            signals={signal.name: signal.value for signal in hit.signals},
            judgement=None if judgement is None else JudgementOut.of(judgement, words),
        )

    @property
    def sentence(self) -> str | None:
        """The sentence that answers, verbatim. Not on the wire, where `highlights` says it."""
        if not self.highlights:
            return None
        first = self.highlights[0]
        return self.passage.text[first.start : first.end]


class PeriodAnswerOut(AskedPeriodOut):
    """What was found for one of several periods asked about."""

    compared: bool = Field(
        description="Whether another that is asked about is only compared with it.",
        examples=[False],
    )
    verdict: VerdictName = Field(examples=["answered"])
    rank: int | None = Field(
        description="Of the hit that answers for it; null where none of those returned does.",
        examples=[2],
    )

    @classmethod
    def of_found(cls, found: PeriodAnswer) -> Self:
        asked = found.asked
        return cls(
            first=asked.period.first,
            last=asked.period.last,
            granularity=asked.period.granularity.value,
            words=asked.words,
            compared=found.asked.compared,
            verdict=found.verdict.value,
            rank=found.rank,
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

    question: str = Field(examples=[QUESTION])
    interpretation: InterpretationOut
    verdict: VerdictName = Field(
        description="answered; not_found; or unjudged, when the model has no calibrated ranking.",
        examples=["answered"],
    )
    sentence: str | None = Field(
        description="The sentence that answers best, verbatim.", examples=[SENTENCE]
    )
    of_another_period: bool = Field(
        description="Whether a period is asked about and the best hit is of another, or of a part "
        "of it alone where a figure of all of it is asked for.",
        examples=[False],
    )
    extreme_untold: ExtremeName | None = Field(
        default=None,
        description="The extreme over time that is asked for (the highest month, the first beyond "
        "an amount, the last fall), where no hit that surely answers says that it is it; "
        "/v1/timeline lines the figures up.",
        examples=[None],
    )
    why: WhyOut | None = Field(
        default=None,
        description="Where nothing was found: why, if that is so of all hits and can be said "
        "plainly; else null.",
    )
    missing: Missing | None = Field(
        default=None,
        description="What the question plainly asks for, where the sentence of the best hit holds "
        "none, which therefore is no answer; `office`: it names no such office as the one whose "
        "holder is asked for; `next`: it tells of one that was held, where the next is asked for. "
        "`claimed_figure`: a question that is to be answered by yes or no names an amount or share "
        "that the sentence that answers does not.",
        examples=[None],
    )
    by_period: list[PeriodAnswerOut] = Field(
        default=[],
        description="Where several periods are asked about: what was found for each; unjudged "
        "without a rank: not looked for, as there are more than 12. The verdict of the answer is "
        "answered when that of any is which another is not only compared with.",
        examples=[[]],
    )
    hits: list[HitOut]
    total: int | None = Field(
        description="Where all that was published is asked for: how many releases there are, of "
        "which the hits are the newest.",
        examples=[None],
    )
    nearest: list[ReleaseOut] = Field(
        description="When nothing was published in the window: the releases nearest to it."
    )
    later: int = Field(
        default=0,
        description="When nothing was published in the window by `as_of`: how many releases lie in "
        "it that were published after that day.",
        examples=[0],
    )
    index: IndexOut
    took_ms: float = Field(examples=[18.4])

    @classmethod
    def of(cls, answer: Answer, holdings: Holdings, took_ms: float) -> Self:
        words = find_words(answer.question.text)
        return cls(
            question=answer.question.text,
            interpretation=InterpretationOut.of(answer.interpretation),
            verdict=answer.verdict.value,
            sentence=answer.sentence,
            of_another_period=answer.of_another_period,
            extreme_untold=answer.extreme_untold.value if answer.extreme_untold else None,
            why=WhyOut.find(answer, words),
            missing=answer.missing,
            by_period=[PeriodAnswerOut.of_found(each) for each in answer.by_period],
            hits=[HitOut.of(hit, words) for hit in answer.hits],
            total=answer.total,
            nearest=[
                ReleaseOut.of(release, answer.corrections.get(release.id, UNCORRECTED))
                for release in answer.nearest
            ],
            later=answer.later,
            index=IndexOut.of(holdings),
            took_ms=round(took_ms, 2),
        )
