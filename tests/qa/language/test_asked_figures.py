"""What figure a question asks for, and which sentences measure so, told by hand."""

import doctest

import pytest

from qa.language import asked_figures
from qa.language.answer_types import FIGURES, AnswerType
from qa.language.asked_figures import AskedFigure, asks_whether, find_asked_figure, rate_measure

AMOUNT, CHANGE = AnswerType.AMOUNT, AnswerType.CHANGE
SHARE = AskedFigure(CHANGE, is_share=True)


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(asked_figures).failed == 0


@pytest.mark.parametrize(
    ("question", "kind", "expected"),
    [
        ("How much did Korea export?", AMOUNT, AskedFigure(AMOUNT)),
        ("ICT exports to Vietnam", AMOUNT, AskedFigure(AMOUNT, by_name=True)),
        ("value of ship orders", AMOUNT, AskedFigure(AMOUNT, in_money=True)),
        ("How much were the orders worth?", AMOUNT, AskedFigure(AMOUNT, in_money=True)),
        ("태양광 설비용량은 얼마인가요?", AMOUNT, AskedFigure(AMOUNT)),
        ("What did exports of hybrids come to in March?", None, AskedFigure(AMOUNT)),
        ("What did his visit come to mean?", None, None),
        ("시금치 가격은 얼마나 뛰었나?", AMOUNT, AskedFigure(CHANGE)),
        ("How far did prices soar?", AMOUNT, AskedFigure(CHANGE)),
        ("BSI of steel", None, AskedFigure(AMOUNT, by_name=True)),
        ("What was the BSI for sales?", None, AskedFigure(AMOUNT, by_name=True)),
        ("What duty did it propose for tiles?", None, AskedFigure(AMOUNT, or_share=True)),
        ("What did the center cost?", None, AskedFigure(AMOUNT, in_money=True)),
        ("How expensive was the center?", None, AskedFigure(AMOUNT, in_money=True)),
        ("How much did Boxer get for the lab?", AMOUNT, AskedFigure(AMOUNT, in_money=True)),
        ("How much rain did the valley get?", AMOUNT, AskedFigure(AMOUNT)),
        ("How long does the guarantee run?", AMOUNT, AskedFigure(AMOUNT, how_long=True)),
        ("보증 기간은 얼마나 되나요?", AMOUNT, AskedFigure(AMOUNT, how_long=True)),
        (
            "Did the college get $2 million?",
            None,
            AskedFigure(AMOUNT, in_money=True, is_named=True),
        ),
        ("Did the college get a building?", None, None),
        ("How many jobs does it bring?", AnswerType.COUNT, AskedFigure(AnswerType.COUNT)),
        ("What was the online share of retail sales?", CHANGE, SHARE),
        ("How large was the online share?", AMOUNT, SHARE),
        ("What percentage of firms exported?", CHANGE, SHARE),
        ("온라인 비중은 얼마였나요?", CHANGE, SHARE),
        ("By what percentage did sales rise?", CHANGE, AskedFigure(CHANGE)),
        ("온라인 비중은 얼마나 늘었나요?", CHANGE, AskedFigure(CHANGE)),
        ("What was the reason for higher exports?", None, None),
        ("물가 상승률이 낮아진 이유는 무엇인가요?", CHANGE, None),
        ("Which products did the sales of which rise?", None, None),
        ("Who invests in FDI?", AnswerType.PERSON, None),
    ],
)
def test_figure_is_asked_for_outright_or_by_the_name_of_what_it_measures(
    question: str, kind: AnswerType | None, expected: AskedFigure | None
) -> None:
    assert find_asked_figure(question, kind, of_figures=True, of_news=False) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Platforms made up 55.0% of all sales.", 1),
        ("Fashion bought online rose 12.4% and home appliances 7.1%.", -1),
        ("Online sales rose 12.4% and accounted for 55.0%.", 1),
        ("고용률은 62.7%로 0.2%포인트 올랐다.", 1),
        ("Online sales rose 12.4%.", -1),
        ("Sales came to $3 billion.", -1),
    ],
)
def test_share_is_a_percentage_that_nothing_rose_by_nor_another_beside_it(
    sentence: str, expected: float
) -> None:
    assert rate_measure(SHARE, sentence) == expected


def test_news_and_what_has_no_figures_ask_for_none() -> None:
    assert find_asked_figure("news on FDI", None, of_figures=True, of_news=True) is None
    assert find_asked_figure("export controls", None, of_figures=False, of_news=False) is None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Did exports rise in August 2017?", True),
        ("Have exports fallen?", True),
        ("2017년 8월 수출이 증가했나요?", True),
        ("지난달 수출이 줄었습니까?", True),
        ("Which exports rose?", False),
        ("Were there exports which rose?", False),
        ("어떤 품목의 수출이 증가했나요?", False),
        ("수출이 얼마나 늘었나요?", False),
        ("수출이 증가한 품목은?", False),
    ],
)
def test_question_whether_is_answered_by_yes_or_no(question: str, expected: bool) -> None:
    assert asks_whether(question) is expected


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Exports rose 24.3 percent.", {AnswerType.CHANGE}),
        ("수출은 24.3% 늘었다.", {AnswerType.CHANGE}),
        ("Exports reached USD 25.5 billion.", {AnswerType.AMOUNT}),
        ("약 150명이 참석했다.", {AnswerType.AMOUNT, AnswerType.COUNT}),
        ("More than 670 Korean companies operate there.", {AnswerType.AMOUNT, AnswerType.COUNT}),
        ("It is the first of the five centers.", {AnswerType.COUNT}),
        ("Up 24.3%, exports reached $5bn.", {AnswerType.CHANGE, AnswerType.AMOUNT}),
        ("Exports rose for the tenth month in November 2025.", set()),
        ("Exports rose for the tenth straight month.", {AnswerType.STREAK}),
    ],
)
def test_change_is_measured_in_percent_and_other_figures_in_something_else(
    sentence: str, kinds: set[AnswerType]
) -> None:
    for kind in FIGURES:
        assert (rate_measure(AskedFigure(kind), sentence) > 0) is (kind in kinds)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Orders were 4.38 million CGT.", -1.0),
        ("In value, orders fell to USD 11.8 billion.", 1.0),
        ("Orders fell 3 percent.", -1.0),
    ],
)
def test_value_is_measured_in_money(sentence: str, expected: float) -> None:
    assert rate_measure(AskedFigure(AMOUNT, in_money=True), sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Online sales accounted for 56.5% of the total, up 2.1 percentage points.", 1.0),
        ("The share rose to 56.5 percent.", 1.0),
        ("온라인 비중은 56.5%였다.", 1.0),
        ("Sales came to KRW 18.4 trillion, up 5.7% year-on-year.", -1.0),
        ("The share rose by 2.1 percentage points.", -1.0),
    ],
)
def test_share_is_no_growth(sentence: str, expected: float) -> None:
    assert rate_measure(SHARE, sentence) == expected


def test_share_does_where_it_may_be_meant_and_is_no_fault_where_a_name_is_asked_by() -> None:
    duty = "It proposed duties of 36.0 percent."
    assert rate_measure(AskedFigure(AMOUNT, or_share=True), duty) == 1.0
    assert rate_measure(AskedFigure(AMOUNT, by_name=True), duty) == 0.0
    assert rate_measure(AskedFigure(AMOUNT), duty) == -1.0
    assert rate_measure(AskedFigure(AMOUNT, by_name=True), "It proposed duties.") == -1.0


def test_index_changes_in_points() -> None:
    change = AskedFigure(AnswerType.CHANGE)
    assert rate_measure(change, "Sentiment improved in steel (up 5.2 points).") == 1.0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It covers 54 percent of the loan and runs for 8 years.", 1.0),
        ("The two-week course begins on Monday.", 1.0),
        ("She has sat on the court since 1995.", 1.0),
        ("The bridge is 35 miles long.", 1.0),
        ("보증은 8년간 유효하다.", 1.0),
        ("It receives a guarantee of USD 203 million.", -1.0),
        ("보증은 2025년 3월에 시작된다.", -1.0),
    ],
)
def test_how_long_is_measured_in_time_or_space(sentence: str, expected: float) -> None:
    assert rate_measure(AskedFigure(AMOUNT, how_long=True), sentence) == expected
