"""Questions sorted by hand, and sentences that do or do not hold what is asked for."""

import doctest

import pytest

from qa import answer_types
from qa.answer_types import FIGURES, AnswerType, find_answer_type, holds_measure, holds_type


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How much did Korea's ICT exports rise in November 2025?", AnswerType.CHANGE),
        ("By how much did imports fall?", AnswerType.CHANGE),
        ("What percentage of exports went to China?", AnswerType.CHANGE),
        ("What was the annual growth of exports?", AnswerType.CHANGE),
        ("How did display exports do in November?", AnswerType.CHANGE),
        ("chip exports november yoy", AnswerType.CHANGE),
        ("반도체 수출은 얼마나 늘었나요?", AnswerType.CHANGE),
        ("11월 수출 증가율은?", AnswerType.CHANGE),
        ("디스플레이 수출 감소율", AnswerType.CHANGE),
        ("ICT exports growth rate", AnswerType.CHANGE),
        ("the rate of decline in display exports", AnswerType.CHANGE),
        ("How much did Korea export in November?", AnswerType.AMOUNT),
        ("How many companies belong to the club?", AnswerType.COUNT),
        ("What amount did the ministry grant?", AnswerType.AMOUNT),
        ("What was the ICT trade surplus last month?", AnswerType.AMOUNT),
        ("Where do semiconductor exports stand?", AnswerType.AMOUNT),
        ("11월 무역수지는?", AnswerType.AMOUNT),
        ("11월 ICT 수출액?", AnswerType.AMOUNT),
        ("투자 총액", AnswerType.AMOUNT),
        ("2016년 수입규제 건수", AnswerType.COUNT),
        ("섬유 수출은 어느 정도였나?", AnswerType.AMOUNT),
        ("전년보다 몇 퍼센트 변했나요?", AnswerType.CHANGE),
        ("얼마나 변했나요?", AnswerType.CHANGE),
        ("몇 명이 참석했나요?", AnswerType.COUNT),
        ("인도 진출 한국 기업 수", AnswerType.COUNT),
        ("수출 중소기업은 몇 개사인가", AnswerType.COUNT),
        ("number of participants", AnswerType.COUNT),
        ("How many dollars were pledged?", AnswerType.AMOUNT),
        ("What was the import bill in May?", AnswerType.AMOUNT),
        ("harbor dredging cost", AnswerType.AMOUNT),
        ("system marginal price november", AnswerType.AMOUNT),
        ("몽골 희소금속센터 예산", AnswerType.AMOUNT),
        ("9월 섬유 수출액", AnswerType.AMOUNT),
        ("인증 기간은 며칠로 줄어드나?", AnswerType.AMOUNT),
        ("회의는 며칠에 열리나?", AnswerType.DATE),
        ("online share of retail sales november", AnswerType.CHANGE),
        ("When does the center open?", AnswerType.DATE),
        ("In which year did trade peak?", AnswerType.DATE),
        ("How long ago did they meet?", AnswerType.DATE),
        ("협상은 언제 열리나요?", AnswerType.DATE),
        ("몇 년도에 타결되었나요?", AnswerType.DATE),
        ("Who is India's ambassador?", AnswerType.PERSON),
        ("Whom did the minister meet?", AnswerType.PERSON),
        ("신임 대사는 누구인가요?", AnswerType.PERSON),
        ("Where was the roundtable held?", AnswerType.PLACE),
        ("Which countries will follow?", AnswerType.PLACE),
        ("회의는 어디에서 열리나요?", AnswerType.PLACE),
        ("Why did display exports decline?", None),
        ("What did the two ministries sign?", None),
        ("수출이 감소한 이유는?", None),
        ("What drove the growth of chip exports?", None),
        ("What drove the price of oil?", None),
        ("Which bill protects pets?", None),
        ("budget resolution", None),
        ("global value chain", None),
        ("인수는 언제쯤 어떻게?", AnswerType.DATE),
        ("대우조선 인수", None),
        ("", None),
    ],
)
def test_question_asks_for(question: str, kind: AnswerType | None) -> None:
    assert find_answer_type(question) is kind


@pytest.mark.parametrize("word", ["whenever", "whoever", "somewhere"])
def test_word_that_merely_contains_a_question_word_asks_for_nothing(word: str) -> None:
    assert find_answer_type(f"Tell me {word}") is None


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (AnswerType.AMOUNT, "Exports rose 24.3 percent."),
        (AnswerType.AMOUNT, "It is the first of five centers."),
        (AnswerType.DATE, "The center opens on Friday, December 12."),
        (AnswerType.DATE, "Trade reached a record in 2022."),
        (AnswerType.DATE, "회의는 12월 15일에 열렸다."),
        (AnswerType.PERSON, "The minister met Gourangalal Das, the new ambassador."),
        (AnswerType.PERSON, "김정관 장관이 밝혔다."),
        (AnswerType.PLACE, "The event was held in Fukuoka."),
        (AnswerType.PLACE, "행사는 후쿠오카에서 열렸다."),
        (AnswerType.PLACE, "WHERE: Sussex Central Middle School"),
        (AnswerType.PLACE, "○ 장 소 : 대한상공회의소"),
        (AnswerType.DATE, "WHEN: 12:45 p.m."),
        (AnswerType.DATE, "일시: 오전 10시"),
    ],
)
def test_sentence_holds(kind: AnswerType, sentence: str) -> None:
    assert holds_type(kind, sentence)


@pytest.mark.parametrize("kind", AnswerType)
def test_sentence_of_plain_words_holds_none_of_them(kind: AnswerType) -> None:
    assert not holds_type(kind, "Both sides agreed to cooperate closely.")


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
    ],
)
def test_change_is_measured_in_percent_and_an_amount_or_a_count_in_something_else(
    sentence: str, kinds: set[AnswerType]
) -> None:
    for kind in FIGURES:
        assert holds_measure(kind, sentence) is (kind in kinds)


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(answer_types).failed == 0
