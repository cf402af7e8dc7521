"""What is told of an extreme over time that is asked for: its month, or where to look."""

from dataclasses import replace

import pytest

from qa.answers import Verdict
from qa.cli.hints import find_hints
from qa.language.extremes import Extreme
from qa.output.answer_text import format_answer
from qa.series.series import SeriesPlace
from tests.qa.output.making import NOVEMBER, make_answer, make_hit


@pytest.mark.parametrize(
    ("extreme", "others", "remark"),
    [
        (
            Extreme.HIGHEST,
            0,
            "Not found. No passage that surely answers says that this was the highest.",
        ),
        (
            Extreme.FIRST,
            3,
            "Not found. No passage that surely answers says that this was the first time. qa "
            "timeline lines\nthe figures up.",
        ),
    ],
)
def test_extreme_that_the_best_hit_does_not_say_is_told_with_where_to_look(
    extreme: Extreme, others: int, remark: str
) -> None:
    place = SeriesPlace("s", NOVEMBER, 1 + others, None, None, None)
    hit = replace(make_hit(place), untold=extreme)
    answer = replace(make_answer((hit,)), verdict=Verdict.NOT_FOUND)
    shown = format_answer(answer)
    assert f"\n{remark}\n" in f"\n{shown}"
    assert "none of which" not in shown
    hints = [hint.command for hint in find_hints(answer)]
    assert hints == (["qa timeline 'Q?'"] if others else [])


def test_month_of_an_extreme_stands_beside_its_sentence() -> None:
    hit = replace(make_hit(None), about=NOVEMBER)
    made = make_answer((hit,))
    asked = replace(made.interpretation, question="When were exports highest?")
    answer = replace(made, interpretation=asked)
    understood = replace(asked, extreme=Extreme.HIGHEST)
    told = replace(answer, interpretation=understood)
    assert "\n2025-12-15  about 2025-11  Exports rose.\n" in format_answer(told)
    assert format_answer(answer).startswith("2025-12-15  Exports rose.\n")


def test_extreme_that_is_said_unsurely_is_told_with_where_to_look() -> None:
    place = SeriesPlace("s", NOVEMBER, 3, None, None, None)
    answer = replace(make_answer((make_hit(place),)), verdict=Verdict.NOT_FOUND)
    understood = replace(answer.interpretation, extreme=Extreme.HIGHEST)
    assert answer.extreme_untold is None
    assert replace(answer, interpretation=understood).extreme_untold is Extreme.HIGHEST
    assert replace(answer, interpretation=understood, hits=()).extreme_untold is None
