"""What is asked for as a whole, and which releases are on it, told by hand."""

import pytest

from qa.language.wholes import (
    asks_for_whole,
    is_of_days,
    speaks_of_days,
    speaks_of_whole,
    states_whole,
)
from tests.timing import takes_less


@pytest.mark.parametrize(
    ("topic", "expected"),
    [
        ("How much did Korea export?", True),
        ("korea exports", True),
        ("What were South Korea's total exports?", True),
        ("By how many percent did exports fall year-on-year?", True),
        ("Overall export value, please", True),
        ("How large was the trade surplus?", True),
        ("exports and imports", True),
        ("What were Korea's imports worth?", True),
        ("auto exports", False),
        ("How much did exports of ICT goods come to?", False),
        ("exports to China", False),
        ("ICT trade balance", False),
        ("How large is the deficit?", False),
        ("How large was the budget surplus?", False),
        ("Which exports rose most?", False),
        ("Who is the minister of trade?", False),
        ("export controls", False),
        ("", False),
    ],
)
def test_whole_is_asked_for_where_nothing_else_is_named(topic: str, expected: bool) -> None:
    assert asks_for_whole(topic) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports Fall for October as Chip Cycle Turns", True),
        ("November Exports Down 18.2 percent, Imports Down", True),
        ("Korea Posts USD 57 billion in Exports in May", True),
        ("Export and Import Trends for May", True),
        ("Overseas Shipments Rise by 5 percent", True),
        ("Korea’s exports of USD 57 billion are a record", True),
        ("Korea posted a trade surplus of USD 5.1 billion in May", True),
        ("5월 무역수지 42억 달러 흑자", True),
        ("ICT Trade Surplus Comes to USD 9.4 billion", False),
        ("소재부품 무역수지 390억 달러 흑자", False),
        ("Korea’s ICT Exports Reach All-Time High", False),
        ("Korea’s exports of ICT goods rose 24.3 percent", False),
        ("Automobile Exports, Production and Domestic Sales: Oct.", False),
        ("Export Value of Batteries Moves Up", False),
        ("Consumer Goods Exports: USD 3.0 billion", False),
        ("Rechargeable Batteries: Exports Up 13.2 percent", False),
        ("Exports to China Recover", False),
        ("Builders took orders while their shipments fell", False),
        ("Korea Tightens Export Controls", False),
        ("Imports Rise", True),
        ("Exports Fall, Imports Rise", True),
        ("Crude oil imports rise", False),
        ("10월 수출 575억 달러", True),
        ("2월 수출입 동향", True),
        ("우리나라 수출은 늘었다", True),
        ("섬유·패션 수출, 10월 12.3억 달러", False),
        ("가전제품의 2016년 1월 수출 실적", False),
        ("정보통신산업(ICT) 수출액이 늘었다", False),
        ("한국수출입은행, 금융 지원", False),
        ("2월 수입은 431억 달러", True),
        # The word before is all of one, whatever it is joined by, without what stands at it.
        ("import-exports grew", False),
        ("year-on-year exports grew", True),
        ("steel-year exports grew", False),
        ("3Korea exports grew", True),
        ("3차 exports 수출", False),
        ("3월수출 exports of ships", True),
    ],
)
def test_release_on_the_whole_says_of_nothing_what_was_traded(text: str, expected: bool) -> None:
    assert speaks_of_whole(text) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Daily shipments averaged $1.76 billion.", True),
        ("Shipments came to $1.76 billion a day.", True),
        ("일평균 수출액은 24억 달러이다.", True),
        ("Exports came to $51 billion, or $1.76 billion per working day.", False),
        ("Exports came to $51 billion.", False),
        ("The ministry reports daily.", False),
    ],
)
def test_first_figure_of_a_sentence_may_be_what_comes_to_a_day(
    sentence: str, expected: bool
) -> None:
    assert is_of_days(sentence) is expected


def test_question_may_ask_for_what_comes_to_a_day() -> None:
    assert speaks_of_days("exports per working day")
    assert not speaks_of_days("exports on Liberation Day")


def test_goods_that_were_shipped_are_exports_as_a_whole() -> None:
    assert states_whole("Korea shipped USD 51 billion worth of goods abroad in May.")
    assert states_whole("Exports rose 3 percent.")
    assert not states_whole("Export insurance limits were raised.")


@pytest.mark.parametrize(
    "piece", ["a", "가", "a-", "1a", "export", "수출", "한국수출입은행", "수출국", "sold "]
)
def test_time_is_linear_in_a_sentence_without_spaces_or_of_one_word(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    # Were it quadratic, minutes.
    assert takes_less(lambda: states_whole.__wrapped__(text), 3)
