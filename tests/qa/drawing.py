"""Timelines made by hand from sentences, for the tests of what is made of them."""

from collections.abc import Sequence
from datetime import date

from qa.language.sentences import Span, split_sentences
from qa.periods import Granularity, Period
from qa.periods.calendar import months
from qa.periods.period_names import make_period
from qa.questions import Interpretation, Question
from qa.records import Release
from qa.timelines.timeline import Candidate, Timeline, line_up

AS_OF = date(2025, 12, 20)


def month(number: int, year: int = 2025) -> Period:
    found = months(12 * year + number - 1, 1, Granularity.MONTH)
    assert found is not None
    return found


def span_of(first: str, last: str) -> Period:
    found = make_period(date.fromisoformat(first), date.fromisoformat(last))
    assert found is not None
    return found


def make_release(period: Period, body: str, *, title: str = "", language: str = "en") -> Release:
    published = date.fromordinal(period.last.toordinal() + 15)
    return Release(
        f"r{period.first}",
        title or f"Release of {period.first}",
        published,
        body,
        "Ministry",
        language=language,
    )


def draw(question: str, told: Sequence[tuple[Period, str]], *, title: str = "") -> Timeline:
    """The timeline of releases with these bodies, their sentences best first."""
    rows = []
    for period, body in told:
        release = make_release(period, body, title=title)
        spans: list[Span] = split_sentences(body)
        rows.append((period, release, [Candidate(s, -place) for place, s in enumerate(spans)]))
    asked = Question(question, AS_OF)
    understood = Interpretation(question, AS_OF, None, topic=question, searched=question)
    return line_up(asked, understood, "r1" if rows else None, rows, generation=1)
