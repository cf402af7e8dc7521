"""Figures against hand-read sentences, and what must hold for any text."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.language import figures
from qa.language.figures import Figure, find_figures
from qa.language.sentences import Span
from tests.timing import takes_less

PIECES = (
    "1 3.2 1,234 2025 $ USD KRW US$ € billion bn million percent % %p percentage points pp units "
    "vehicles to - – ~ and between from Section index at 3조 2,100억 만 천 백 원 달러 대 건 개사 "
    "지수는 "
    "▲ △ ▼ fell rose down up by ( ) . , deficit of 적자 감소 basis İ \u212a ſ 🚀 e\u0301 \n \t"
).split(" ")

any_text = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*PIECES, " "]), max_size=30).map(" ".join),
    st.lists(st.sampled_from([*PIECES, " "]), max_size=30).map("".join),
)


def read(text: str) -> list[tuple[str, float, str]]:
    return [(text[each.start : each.end], each.value, each.unit) for each in find_figures(text)]


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(figures).failed == 0


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("worth USD 25.5 billion in all", "USD 25.5 billion", 25.5e9, "USD"),
        ("worth $1.2bn in all", "$1.2bn", 1.2e9, "USD"),
        ("worth US$ 24.3 bn", "US$ 24.3 bn", 24.3e9, "USD"),
        ("worth $300m", "$300m", 300e6, "USD"),
        ("worth KRW 3.2 trillion", "KRW 3.2 trillion", 3.2e12, "KRW"),
        ("worth 3.2 trillion won", "3.2 trillion won", 3.2e12, "KRW"),
        ("worth 25.5 billion US dollars", "25.5 billion US dollars", 25.5e9, "USD"),
        ("priced at KRW 130.5 per kWh", "KRW 130.5", 130.5, "KRW"),
        ("a rate of 24.3 percent", "24.3 percent", 24.3, "percent"),
        ("a rate of 24.3 per cent", "24.3 per cent", 24.3, "percent"),
        ("a rate of 24.3%", "24.3%", 24.3, "percent"),
        ("the gap was 0.4 percentage points", "0.4 percentage points", 0.4, "percentage points"),
        ("격차는 0.4%p이다", "0.4%p", 0.4, "percentage points"),
        ("격차는 0.4%포인트이다", "0.4%포인트", 0.4, "percentage points"),
        ("a cut of 25 basis points", "25 basis points", 25, "basis points"),
        ("sold 1,234 vehicles", "1,234 vehicles", 1234, "vehicles"),
        ("sold 45,210 electric vehicles", "45,210 electric vehicles", 45210, "vehicles"),
        ("sold 3 million units", "3 million units", 3e6, "units"),
        ("with 14 countries", "14 countries", 14, "countries"),
        ("with 2,025 companies", "2,025 companies", 2025, "companies"),
        ("produced 12.3 TWh", "12.3 TWh", 12.3, "TWh"),
        ("produced 12.3 terawatt-hours", "12.3 terawatt-hours", 12.3, "TWh"),
        ("3 million compensated gross tons", "3 million compensated gross tons", 3e6, "CGT"),
        ("shipped 5.1 million tonnes", "5.1 million tonnes", 5.1e6, "tons"),
        ("orders of 1.2 million CGT", "1.2 million CGT", 1.2e6, "CGT"),
        ("수출은 25.5억 달러이다", "25.5억 달러", 2.55e9, "USD"),
        ("총 3조 2,100억 원이다", "3조 2,100억 원", 3.21e12, "KRW"),
        ("총 2천억 원이다", "2천억 원", 2e11, "KRW"),
        ("총 5천만 달러이다", "5천만 달러", 5e7, "USD"),
        ("판매는 1만2천 대이다", "1만2천 대", 12000, "대"),
        ("판매는 1만 2,345대이다", "1만 2,345대", 12345, "대"),
        ("참가한 200여 개사", "200여 개사", 200, "개사"),
        ("The index stood at 104.3 in May", "104.3", 104.3, "index"),
        ("생산 지수는 104.3을 기록", "104.3", 104.3, "index"),
        ("trade with Türkiye: 3 percent", "3 percent", 3, "percent"),
    ],
)
def test_figure_is_read_with_its_value_and_unit(
    text: str, words: str, value: float, unit: str
) -> None:
    assert read(text) == [(words, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Section 232 tariffs",
        "the Boeing 737 jets",
        "the top 10 items",
        "15대 주력 품목",
        "3개월 연속",
        "제3조",
        "in 2025 exports recovered",
        "the 14th round",
        "COVID-19 cases",
        "G20 countries",
        "10-year bonds",
        "NZ$3 million exports",
        "12 of them",
        "after 3 months",
        "number 7",
        "1,1 vehicles",
        "1,234,56 units",
        "version 3.1.2 units",
    ],
)
def test_number_without_a_unit_or_in_a_name_is_no_figure(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "3 to 5 percent",
        "3-5 percent",
        "3~5%",
        "3%~5%",
        "between 3 and 5 percent",
        "USD 3-5 billion",
        "USD 3 to 5 billion",
        "10 to 12 countries",
    ],
)
def test_range_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_what_something_rose_to_is_a_figure() -> None:
    assert read("grew from 3 to 5 percent") == [("5 percent", 5, "percent")]
    assert [each[0] for each in read("fell by 3.2% to 5.1 million tons")] == [
        "3.2%",
        "5.1 million tons",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("growth of -3.2%", -3.2),
        ("growth (−3.2%)", -3.2),
        ("Exports rebounded 10.2 percent from a year earlier", 10.2),
        ("Exports fell 3.2 percent", -3.2),
        ("Exports declined year-on-year by 3.2 percent", -3.2),
        ("displays (down 3.7 percent)", -3.7),
        ("phones (up 3.5 percent)", 3.5),
        ("phones (+3.5%)", 3.5),
        ("a 3.2 percent year-on-year decline", -3.2),
        ("a drop of 3.2 percent", -3.2),
        ("an increase of a further 3.2 percent", 3.2),
        ("0.2 percentage point lower", -0.2),
        ("수출이 3.2% 감소했다", -3.2),
        ("수출이 3.2% 증가했다", 3.2),
        ("수출(▲3.2%)", -3.2),
        ("수출 △3.2%", -3.2),
        ("exports ▼3.2%", -3.2),
        # Outside Korean statistics this points upward.
        ("exports ▲3.2%", 3.2),
    ],
)
def test_change_has_the_sign_that_is_said(text: str, value: float) -> None:
    [figure] = find_figures(text)
    assert (figure.value, figure.is_change) == (value, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The rate fell to 3.2 percent", 3.2),
        ("The rate stood at 3.2 percent", 3.2),
        ("up to 3.2 percent of all", 3.2),
        ("more than 3.2 percent of all", 3.2),
        ("a trade deficit of $3.2 billion", -3.2e9),
        ("a $3.2 billion deficit", -3.2e9),
        ("무역수지는 32억 달러 적자", -3.2e9),
        ("a surplus of $3.2 billion", 3.2e9),
        ("Online sales made up 58.9 percent of the total", 58.9),
        ("chains rang up KRW 15.1 trillion in sales", 15.1e12),
        ("builders signed contracts of USD 6.2 billion", 6.2e9),
    ],
)
def test_level_is_no_change_and_a_deficit_is_below_zero(text: str, value: float) -> None:
    [figure] = find_figures(text)
    assert (figure.value, figure.is_change) == (value, False)


def test_list_after_a_bullet_has_no_sign() -> None:
    assert read("▲ 반도체 38.6% 증가 ▲ 자동차 3.5% 감소") == [
        ("38.6%", 38.6, "percent"),
        ("3.5%", -3.5, "percent"),
    ]


def test_every_figure_of_a_real_sentence_is_found() -> None:
    text = (
        "Korea’s exports of ICT goods in November 2025 rose 24.3 percent year-on-year to USD 25.5 "
        "billion. Imports increased by 2.7 percent to $12.8 billion, resulting in a trade surplus "
        "of $12.7 billion."
    )
    assert read(text) == [
        ("24.3 percent", 24.3, "percent"),
        ("USD 25.5 billion", 25.5e9, "USD"),
        ("2.7 percent", 2.7, "percent"),
        ("$12.8 billion", 12.8e9, "USD"),
        ("$12.7 billion", 12.7e9, "USD"),
    ]


def test_what_stands_in_a_date_is_left_out() -> None:
    text = "On 3 2,100 units, 4 units and 5 units"
    assert len(find_figures(text)) == 3
    dates = [Span(0, 9), Span(18, 23)]
    assert [text[each.start : each.end] for each in find_figures(text, dates)] == ["5 units"]


@given(any_text)
def test_figures_lie_in_the_text_in_order_and_apart(text: str) -> None:
    found = find_figures(text)
    ends = [0, *(each.end for each in found)]
    for figure, end in zip(found, ends, strict=False):
        assert end <= figure.start < figure.end <= len(text)
        assert any(each.isdigit() for each in text[figure.start : figure.end])
        assert figure.unit


@given(any_text, st.lists(st.integers(0, 60), max_size=6))
def test_dates_only_take_figures_away(text: str, cuts: list[int]) -> None:
    cuts = sorted(set(cuts))
    dates = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    expected = [
        figure
        for figure in find_figures(text)
        if not any(span.start < figure.end and figure.start < span.end for span in dates)
    ]
    assert find_figures(text, dates) == expected


@given(st.integers(0, 10**12), st.sampled_from(["percent", "units", "억 달러", "대"]))
def test_figure_is_the_same_with_and_without_commas(number: int, unit: str) -> None:
    def find(text: str) -> list[tuple[float, str]]:
        return [(each.value, each.unit) for each in find_figures(text)]

    plain, commas = find(f"about {number} {unit}"), find(f"about {number:,} {unit}")
    # Without a comma it may be a year.
    assert plain == commas or (plain == [] and 1900 <= number <= 2100)


@pytest.mark.parametrize(
    "piece",
    [
        "1,",
        "1",
        "3 to ",
        "$",
        "1만",
        "1 a ",
        "-1%",
        "fell by ",
        " ",
        "index at 3 ",
        "1만 ",
        "1 ab ",
    ],
)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    text = piece * (120_000 // len(piece))
    # A hundred times what it takes; were it quadratic, it would be minutes.
    assert takes_less(lambda: find_figures(text + "3 percent"), 30)


def test_figures_are_values() -> None:
    assert find_figures("3 percent") == [Figure(0, 9, 3.0, "percent")]
