"""What is given with a question, and what is read from its words can be switched off."""

from datetime import date
from itertools import combinations

import pytest

from qa.language.bodies import join_names
from qa.periods import Granularity, Period
from qa.questions import Aspect, Question
from qa.records import DateRange
from qa.understanding.interpreting import interpret

AS_OF = date(2025, 12, 16)
BODIES = join_names(("Korea Customs Service", "Ministry of Trade, Industry and Resources"))


@pytest.mark.parametrize("aspect", list(Aspect))
def test_each_thing_read_from_words_can_be_switched_off(aspect: Aspect) -> None:
    texts = {
        Aspect.PERIOD: "Chip exports in November 2025",
        Aspect.LATEST: "The latest chip exports",
        Aspect.PUBLISHED: "What was announced last week about India?",
        Aspect.EXTREME: "When were chip exports highest?",
        Aspect.PUBLISHER: "Any news from the customs service?",
    }

    def read(ignore: frozenset[Aspect]) -> tuple[object, ...]:
        question = Question(texts[aspect], AS_OF, ignore=ignore)
        asked = interpret(question, render_korean=True, bodies=BODIES)
        return (
            asked.period,
            asked.latest_words,
            asked.published,
            asked.extreme,
            asked.publisher,
        )

    assert any(read(frozenset()))
    assert not any(read(frozenset({aspect})))


@pytest.mark.parametrize(
    "ignore",
    [frozenset(each) for n in range(len(Aspect) + 1) for each in combinations(Aspect, n)],
    ids=lambda ignore: "+".join(sorted(each.value for each in ignore)) or "nothing",
)
def test_what_is_given_is_kept_whatever_is_not_read_from_the_words(
    ignore: frozenset[Aspect],
) -> None:
    october = Period(date(2025, 10, 1), date(2025, 10, 31), Granularity.MONTH)
    given = DateRange(date(2025, 11, 1), date(2025, 11, 30))
    text = "What was announced last week about exports in November?"
    question = Question(text, AS_OF, given, period=october, ignore=ignore, publisher="MOTIR")
    asked = interpret(question, render_korean=True)
    assert (asked.published, asked.publisher) == (given, "MOTIR")
    assert [(each.period, each.words) for each in asked.periods] == [(october, None)]


def test_given_period_and_window_go_before_the_words() -> None:
    october = Period(date(2025, 10, 1), date(2025, 10, 31), Granularity.MONTH)
    given = DateRange(date(2025, 11, 1), date(2025, 11, 30))
    text = "What was announced last week about exports in November?"
    asked = interpret(Question(text, AS_OF, given, period=october), render_korean=True)
    assert asked.published == given
    assert asked.published_words is None
    assert asked.period is not None
    assert (asked.period.period, asked.period.words) == (october, None)
