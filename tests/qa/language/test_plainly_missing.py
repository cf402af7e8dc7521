"""What a sentence plainly lacks of what is asked for, told by hand."""

import doctest

import pytest

from qa.language import plainly_missing
from qa.language.plainly_missing import name_missing


@pytest.mark.parametrize(
    ("question", "sentence", "missing"),
    [
        ("When does it open?", "Both sides welcomed the center.", "date"),
        ("On what day do they meet?", "They agreed to meet at an early date.", "date"),
        ("협상은 언제 열리나요?", "They agreed to meet soon.", "date"),
        ("When do they meet next?", "They will meet in Seoul in the autumn.", None),
        ("협상은 언제 열리나요?", "다음 협상은 가을에 서울에서 열린다.", None),
        ("On what day do they meet?", "They will meet in Seoul in the autumn.", "date"),
        ("When did it begin?", "It began in the fall of demand.", "date"),
        ("How many people came?", "The minister convened a meeting on December 10.", "figure"),
        ("And how much was it worth?", "It was worth much.", "figure"),
        ("수출액은 얼마였나요?", "Exports rose.", "figure"),
        ("Who heads the center?", "Both sides welcomed the center.", "office"),
        ("At what age did he die?", "He championed the 1968 Bilingual Education Act.", "age"),
        ("How old was he when he died?", "He died on October 24, 2005.", "age"),
        ("How old was he when he died?", "He died at the age of 89.", None),
        (
            "How many months in a row have exports risen?",
            "They rose an eighth straight month.",
            None,
        ),
        ("When does it open?", "It opens in December.", None),
        ("When did it begin?", "It began 66 million years ago.", None),
        ("How many people came?", "Some 100 people came.", None),
        ("How many were there when it closed?", "There were 17.", None),
        ("When it closed, who left?", "Both sides left.", None),
        ("Who heads the center?", "The center's director was there.", None),
        ("Who came to the center?", "Both sides welcomed the center.", None),
        ("Where is it?", "Both sides welcomed the center.", None),
        ("What is the value of chip exports?", "Chip exports rose 38.6 percent.", "money"),
        ("How much money was pledged?", "The pledges rose by 5 percent.", "money"),
        ("반도체 수출액은 얼마인가요?", "반도체 수출은 38.6% 늘었다.", "money"),
        ("What is the value of chip exports?", "Chip exports came to $17.3 billion.", None),
        ("How much money was pledged?", "They pledged half a billion dollars.", None),
        ("반도체 수출액은 얼마인가요?", "반도체 수출은 172억 달러이다.", None),
        ("사업 비용은 얼마인가요?", "병원 지원이 38.6% 늘었다.", "money"),
        ("반도체 수출액은?", "수출은 수백억 원이다.", None),
        ("By how much did the value of exports rise?", "It rose 38.6 percent.", None),
        ("반도체 수출액은 얼마나 늘었나요?", "반도체 수출은 38.6% 늘었다.", None),
        ("What were chip exports?", "Chip exports rose 38.6 percent.", None),
        ("When is the next K-FEZ Day?", "K-FEZ Day was held in Fukuoka on November 7.", "next"),
        ("Where is their next meeting?", "They met in Hanoi.", "next"),
        ("다음 회의는 언제 열리나요?", "양측은 11일 제1차 회의를 열었다.", "next"),
        ("When is the next K-FEZ Day?", "K-FEZ Day will be held on May 6.", None),
        ("When is the next K-FEZ Day?", "K-FEZ Day takes place in Osaka on May 6.", None),
        ("When is the next K-FEZ Day?", "They met, and agreed to meet again in May.", None),
        ("다음 회의는 언제 열리나요?", "양측은 다음 회의를 5월에 열기로 하였다.", None),
        ("When were they to meet next month?", "They met on May 6.", None),
        ("What price will it be sold at?", "The plant turns out 15,000 tons.", "money"),
        ("How much was the importer fined?", "The importer sells two cleaners.", "money"),
        ("재활용센터 사업비는?", "재활용센터가 준공됐다.", "money"),
        ("How much did it get?", "The town got 200 000 in federal funding.", None),
        ("How much did it get?", "The town got 1.2 million for the road.", None),
        ("How much did it get?", "The town got 200,000 tons.", "money"),
        ("What does milk rank by value?", "Milk is the second largest commodity.", None),
        ("From which country did most come?", "Scanners led to six of the cases.", "country"),
        ("From which country did most come?", "Most came from Liberia.", None),
        ("어느 나라에서 가장 많이 왔나요?", "가나에서 가장 많이 왔다.", None),
        ("Which country won?", "England won.", None),
        ("Which company built it?", "The ministry halted all works in May.", None),
        ("How many came?", "Both ministers came.", None),
        ("How many came?", "The ministers came.", "figure"),
        ("When did it begin?", "It began after the war.", None),
        ("On what day did it begin?", "It began after the war.", "date"),
        ("Did chip exports reach $20 billion?", "They rose 38.6 percent.", "claimed_figure"),
    ],
)
def test_only_what_is_plainly_asked_for_and_not_there_is_said_to_be_missing(
    question: str, sentence: str, missing: str | None
) -> None:
    assert name_missing(question, sentence) == missing


def test_examples_of_the_module_hold() -> None:
    assert doctest.testmod(plainly_missing).failed == 0
