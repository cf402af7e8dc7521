"""What a question is understood to ask, with the words that said so."""

from datetime import date

import pytest

from qa.answers import Question
from qa.errors import QuestionError
from qa.interpreting import interpret
from qa.records import DateRange

AS_OF = date(2025, 12, 16)


def test_a_named_month_is_the_period_asked_about() -> None:
    asked = interpret(Question("What were exports in November 2025?", AS_OF), render_korean=True)
    assert asked.period is not None
    assert asked.period.words == "November 2025"
    assert (asked.period.period.first, asked.period.period.last) == (
        date(2025, 11, 1),
        date(2025, 11, 30),
    )


def test_last_month_counts_from_as_of() -> None:
    asked = interpret(Question("How did exports do last month?", AS_OF), render_korean=True)
    assert asked.period is not None
    assert asked.period.period.first == date(2025, 11, 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What are the latest ICT export figures?", "the latest"),
        ("Where do exports currently stand?", "currently"),
        ("최근 수출은 얼마인가요?", "최근"),
    ],
)
def test_words_that_ask_for_the_newest_are_named(text: str, words: str) -> None:
    asked = interpret(Question(text, AS_OF), render_korean=True)
    assert asked.wants_latest
    assert asked.latest_words == words


def test_a_question_without_such_words_asks_for_no_period_and_not_for_the_newest() -> None:
    asked = interpret(Question("Who met the ambassador of India?", AS_OF), render_korean=True)
    assert asked.period is None
    assert not asked.wants_latest


def test_a_korean_question_is_searched_with_its_english_rendering() -> None:
    asked = interpret(Question("11월 ICT 수출은 얼마입니까?", AS_OF), render_korean=True)
    assert "exports" in asked.searched
    assert asked.question == "11월 ICT 수출은 얼마입니까?"


def test_an_encoder_that_knows_korean_is_given_the_question_itself() -> None:
    text = "11월 ICT 수출은 얼마입니까?"
    assert interpret(Question(text, AS_OF), render_korean=False).searched == text


def test_a_window_that_ends_before_it_begins_is_refused_with_both_days() -> None:
    window = DateRange(date(2025, 12, 2), date(2025, 12, 1))
    with pytest.raises(QuestionError, match="2025-12-01, before it begins on 2025-12-02"):
        interpret(Question("Exports?", AS_OF, window), render_korean=True)


def test_as_of_ends_the_window_that_is_looked_at() -> None:
    asked = interpret(
        Question("Exports?", AS_OF, DateRange(date(2025, 1, 1), date.max)), render_korean=True
    )
    assert asked.window == DateRange(date(2025, 1, 1), AS_OF)


def test_korean_is_rendered_only_where_it_must_be() -> None:
    korean = Question("11월 ICT 수출은 얼마나 증가했나요?", AS_OF)
    rendered = interpret(korean, render_korean=True)
    assert {"ICT", "exports", "November"} <= set(rendered.searched.rstrip("?").split())
    assert rendered.question == korean.text
    assert interpret(korean, render_korean=False).searched == korean.text
    assert interpret(Question("What rose?", AS_OF), render_korean=True).searched == "What rose?"


def test_window_ends_where_as_of_stands() -> None:
    asked = Question("Q", date(2025, 12, 11), DateRange(date(2025, 12, 1), date(2025, 12, 31)))
    window = interpret(asked, render_korean=False).window
    assert window == DateRange(date(2025, 12, 1), date(2025, 12, 11))
