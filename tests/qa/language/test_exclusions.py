"""What a figure is asked for without, and which texts give one without it."""

import doctest

import pytest

from qa.language import exclusions
from qa.language.exclusions import find_excluded, says_excluded


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(exclusions).failed == 0


@pytest.mark.parametrize(
    "question",
    [
        "Chip exports are known, but what were exports excluding ships?",
        "exports (without ships) in May",
        "How much were exports to Asia of goods other than ships?",
        "Excluding ships, how much did exports rise in May?",
        "non-ship exports in May",
        "선박을 제외한 수출액은 얼마입니까?",
        "5월 선박 제외 수출",
        "선박을 빼면 수출은 얼마나 늘었나",
        "수출은 선박 빼고 얼마였나요",
        "How much were exports in October 2025, excluding ships?",
        "exports last month, without ships",
        "exports to Peru without ships",
        "How far did exports excluding ships rise in May?",
        "exports excluding those of ships",
        "How large were exports if you leave out ships?",
        "trade balance excluding ships in May",
    ],
)
def test_what_is_left_out_of_a_figure_is_found(question: str) -> None:
    assert find_excluded(question) == {"ship"}


@pytest.mark.parametrize(
    "question",
    ["How much were exports excluding ships and cars?", "선박과 자동차를 제외한 수출은 얼마?"],
)
def test_all_that_is_left_out_is_found(question: str) -> None:
    found = find_excluded(question)
    assert len(found) == 2
    assert not says_excluded(found, "Exports excluding cars rose 2.1 percent.")
    assert says_excluded(found, "Exports excluding cars, automobiles and ships rose.")


@pytest.mark.parametrize(
    "question",
    """How much were ship exports?|exports in 2025 except May|exports minus imports|11월 빼고 수출
    |How long did exports rise without a break?|exports of chips rather than displays
    |Which exports other than ships rose?|Which trade agreements other than CEPA are there?
    |non-tariff barriers|Who apart from Kim met the exporters?|선박을 제외하고 어떤 수출이 늘었나
    |exports except in May|exports without a free trade agreement|exports to Chile without tariffs
    |조업일수를 제외한 일평균 수출|Was the export ban lifted without talks?""".split("|"),
)
def test_what_leaves_nothing_out_of_a_figure_is_passed_over(question: str) -> None:
    assert find_excluded(question.strip()) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Exports excluding ships rose 3.1 percent.",
        "Without ships and cars, exports fell.",
        "Non-ship exports fell 2 percent.",
        "선박을 제외한 수출은 3.1% 증가했다.",
    ],
)
def test_text_that_gives_a_figure_without_it_says_so(text: str) -> None:
    assert says_excluded(frozenset({"ship"}), text)


@pytest.mark.parametrize(
    "text", ["Exports of ships rose.", "Excluding chips, exports rose. Ships fell.", "선박 수출"]
)
def test_text_that_gives_a_figure_with_it_does_not(text: str) -> None:
    assert not says_excluded(frozenset({"ship"}), text)
