"""Questions sorted by hand."""

import doctest

import pytest

from qa.language import answer_types
from qa.language.answer_types import AnswerType, find_answer_type


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
        ("fta utilization rate 2024", AnswerType.CHANGE),
        ("2024년 FTA 활용률", AnswerType.CHANGE),
        ("the rate of decline in display exports", AnswerType.CHANGE),
        ("How much did Korea export in November?", AnswerType.AMOUNT),
        ("How many companies belong to the club?", AnswerType.COUNT),
        ("At what age did Ralph Yarborough die?", AnswerType.AGE),
        ("How old was R. Y. when he died?", AnswerType.AGE),
        ("Who was there when it was opened?", AnswerType.PERSON),
        ("Who opened it, and when?", AnswerType.DATE),
        ("How old was the senator when he died?", AnswerType.AGE),
        ("그는 몇 살인가요?", AnswerType.AGE),
        ("How old are the trackways near Las Cruces?", AnswerType.AMOUNT),
        ("What age groups are covered?", None),
        ("how many months in a row have exports been up", AnswerType.STREAK),
        ("For how many consecutive quarters did FDI fall?", AnswerType.STREAK),
        ("export growth streak", AnswerType.STREAK),
        ("수출은 몇 달째 늘고 있나", AnswerType.STREAK),
        ("How many firms export in the running month?", AnswerType.COUNT),
        ("How long is the strait?", AnswerType.AMOUNT),
        ("What amount did the ministry grant?", AnswerType.AMOUNT),
        ("What was the ICT trade surplus last month?", AnswerType.AMOUNT),
        ("Where do semiconductor exports stand?", AnswerType.AMOUNT),
        ("11월 무역수지는?", AnswerType.AMOUNT),
        ("What were exports in November?", AnswerType.AMOUNT),
        ("What's Korea's FDI this year?", AnswerType.AMOUNT),
        ("exports last month", AnswerType.AMOUNT),
        ("ICT exports to India in November", AnswerType.AMOUNT),
        ("수출", AnswerType.AMOUNT),
        ("11월 반도체 수출은?", AnswerType.AMOUNT),
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
        ("Why did display exports decline?", AnswerType.REASON),
        ("And why was it closed?", AnswerType.REASON),
        ("수출이 왜 감소했나요?", AnswerType.REASON),
        ("Which ministry runs the centre?", AnswerType.NAME),
        ("What new law was passed?", AnswerType.NAME),
        ("What is the new centre called?", AnswerType.NAME),
        ("협력센터의 이름은?", AnswerType.NAME),
        ("Which products fell?", None),
        ("What was announced on exports last week?", None),
        ("What are exports subject to?", None),
        ("tariffs on imports", None),
        ("export controls", None),
        ("수출 규제", None),
        ("수출이 감소한 품목은?", None),
        ("Which of the exports to China declined?", None),
        ("Which documents were posted?", None),
        ("What did the two ministries sign?", None),
        ("수출이 감소한 이유는?", None),
        ("What drove the growth of chip exports?", None),
        ("What drove the price of oil?", None),
        ("Which bill protects pets?", AnswerType.NAME),
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


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(answer_types).failed == 0
