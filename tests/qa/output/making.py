"""Answers made by hand, for what is written of them."""

from datetime import date

from qa.answers import Answer, Hit, Verdict
from qa.language.sentences import Span
from qa.questions import AskedPeriod, Interpretation, Question
from qa.records import DateRange, Passage, Release
from qa.series.series import SeriesPlace
from tests.qa.drawing import month

DAY = date(2025, 12, 20)
NOVEMBER = month(11)


def make_hit(place: SeriesPlace | None) -> Hit:
    body = "Exports rose."
    release = Release("r", "Exports in November", date(2025, 12, 15), body, "Ministry")
    passage = Passage("r:0", "r", 0, 0, len(body), body)
    return Hit(1, 1.0, 0.9, passage, release, (Span(0, 13),), (), place=place)


def make_answer(
    hits: tuple[Hit, ...],
    *,
    period: AskedPeriod | None = None,
    published: DateRange | None = None,
    published_words: str | None = None,
    latest_words: str | None = None,
) -> Answer:
    understood = Interpretation(
        "Q?",
        DAY,
        published,
        topic="Q",
        searched="Q",
        period=period,
        latest_words=latest_words,
        published_words=published_words,
    )
    verdict = Verdict.ANSWERED if hits else Verdict.NOT_FOUND
    nearest = (Release("n", "Near", date(2025, 1, 2), "…", "Ministry"),)
    return Answer(Question("Q?", DAY), understood, verdict, hits, nearest, generation=1)
