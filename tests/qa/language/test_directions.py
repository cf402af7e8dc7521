"""Directions in questions and sentences as they are put, English and Korean."""

import pytest

from qa.language.directions import Direction, find_direction, is_contrary


@pytest.mark.parametrize(
    ("question", "direction"),
    [
        ("Which products' exports rose in November?", Direction.RISE),
        ("which items grew", Direction.RISE),
        ("Which destinations saw exports fall?", Direction.FALL),
        ("Why did display exports decline?", Direction.FALL),
        ("What dropped last month?", Direction.FALL),
        ("수출이 감소한 품목은?", Direction.FALL),
        ("ICT 수출이 줄어든 지역은?", Direction.FALL),
        ("어느 나라로의 수출이 떨어졌나요?", Direction.FALL),
        ("수입이 늘어난 품목은?", Direction.RISE),
        ("무엇이 올랐나요?", Direction.RISE),
        ("Which destination bought less than a year ago?", Direction.FALL),
        ("Which markets took fewer cars than in November 2024?", Direction.FALL),
        ("Which prices were lower than last month?", Direction.FALL),
        ("Which country imported more than the year before?", Direction.RISE),
        ("작년 11월보다 적게 산 나라는?", Direction.FALL),
        ("1년 전보다 더 많이 산 나라는?", Direction.RISE),
        ("Which country bought more than 2000 tons?", None),
        ("Which project took less than a year?", None),
        ("Which agreement was signed less than a year ago?", None),
        ("100톤보다 많이 산 나라는?", None),
        ("Which products rose and which fell?", None),
        ("What will increase exports?", None),
        ("How does Korea plan to grow its trade with Mongolia?", None),
        ("수출을 늘리기 위한 대책은?", None),
        ("관세를 줄인 나라는?", None),
        ("오늘 나온 자료는?", None),
        ("정부가 내린 결정은?", None),
        ("무역 장벽을 낮추는 방안은?", None),
        ("What is Korea's largest export?", None),
    ],
)
def test_direction_that_is_asked_for_is_found(question: str, direction: Direction | None) -> None:
    assert find_direction(question) is direction


@pytest.mark.parametrize(
    ("sentence", "contrary_to"),
    [
        ("Exports of chips (up 38.6 percent) led.", {Direction.FALL}),
        ("Growth came from SSDs.", {Direction.FALL}),
        ("Shipments slumped, down 8.9 percent.", {Direction.RISE}),
        ("Exports slip in May.", {Direction.RISE}),
        ("Exports rebound to USD 955 million.", {Direction.FALL}),
        ("반도체 수출은 38.6% 증가했다.", {Direction.FALL}),
        ("디스플레이(△3.7%)", {Direction.RISE}),
        ("Chips rose, while displays declined.", set()),
        ("휴대폰은 늘었으나 디스플레이는 줄었다.", set()),
        ("The Minister met his counterpart, up to now absent.", set()),
        ("오늘 회의가 열렸다.", set()),
    ],
)
def test_sentence_is_contrary_to_what_it_does_not_speak_of(
    sentence: str, contrary_to: set[Direction]
) -> None:
    assert {each for each in Direction if is_contrary(each, sentence)} == contrary_to
