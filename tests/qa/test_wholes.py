"""What is asked for as a whole, and which releases are on it, told by hand."""

import pytest

from qa.wholes import Flow, find_whole, speaks_of_whole

EXPORTS, IMPORTS = Flow.EXPORTS, Flow.IMPORTS


@pytest.mark.parametrize(
    ("topic", "whole"),
    [
        ("How much did Korea export?", EXPORTS),
        ("korea exports", EXPORTS),
        ("What were South Korea's total exports?", EXPORTS),
        ("By how many percent did exports fall year-on-year?", EXPORTS),
        ("Overall export value, please", EXPORTS),
        ("How large was the trade surplus?", EXPORTS),
        ("exports and imports", EXPORTS),
        ("What were Korea's imports worth?", IMPORTS),
        ("auto exports", None),
        ("How much did exports of ICT goods come to?", None),
        ("exports to China", None),
        ("ICT trade balance", None),
        ("Which exports rose most?", None),
        ("Who is the minister of trade?", None),
        ("export controls", None),
        ("", None),
    ],
)
def test_whole_is_asked_for_where_nothing_else_is_named(topic: str, whole: Flow | None) -> None:
    assert find_whole(topic) is whole


@pytest.mark.parametrize(
    ("flow", "text", "expected"),
    [
        (EXPORTS, "Exports Fall for October as Chip Cycle Turns", True),
        (EXPORTS, "November Exports Down 18.2 percent, Imports Down", True),
        (EXPORTS, "Korea Posts USD 57 billion in Exports in May", True),
        (EXPORTS, "Export and Import Trends for May", True),
        (EXPORTS, "Overseas Shipments Rise by 5 percent", True),
        (EXPORTS, "Korea’s exports of USD 57 billion are a record", True),
        (EXPORTS, "Korea’s ICT Exports Reach All-Time High", False),
        (EXPORTS, "Korea’s exports of ICT goods rose 24.3 percent", False),
        (EXPORTS, "Automobile Exports, Production and Domestic Sales: Oct.", False),
        (EXPORTS, "Export Value of Batteries Moves Up", False),
        (EXPORTS, "Consumer Goods Exports: USD 3.0 billion", False),
        (EXPORTS, "Rechargeable Batteries: Exports Up 13.2 percent", False),
        (EXPORTS, "Exports to China Recover", False),
        (EXPORTS, "Builders took orders while their shipments fell", False),
        (EXPORTS, "Korea Tightens Export Controls", False),
        (EXPORTS, "Imports Rise", False),
        (IMPORTS, "Exports Fall, Imports Rise", True),
        (IMPORTS, "Crude oil imports rise", False),
        (EXPORTS, "10월 수출 575억 달러", True),
        (EXPORTS, "2월 수출입 동향", True),
        (EXPORTS, "우리나라 수출은 늘었다", True),
        (EXPORTS, "섬유·패션 수출, 10월 12.3억 달러", False),
        (EXPORTS, "가전제품의 2016년 1월 수출 실적", False),
        (EXPORTS, "정보통신산업(ICT) 수출액이 늘었다", False),
        (EXPORTS, "한국수출입은행, 금융 지원", False),
        (IMPORTS, "2월 수입은 431억 달러", True),
        (IMPORTS, "2월 수출은 431억 달러", False),
    ],
)
def test_release_on_the_whole_says_of_nothing_what_was_traded(
    flow: Flow, text: str, expected: bool
) -> None:
    assert speaks_of_whole(flow, text) is expected
