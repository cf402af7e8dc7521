"""What measures lay down, as people ask for it and as releases put it."""

import doctest

import pytest

from qa.language import stipulations
from qa.language.stipulations import Stipulation, find_stipulation, stipulates

QUESTIONS = {
    Stipulation.DEADLINE: (
        "By when do growers have to apply?",
        "What is the closing date for entries?",
        "How long can buyers return the kettles?",
        "When do applications close?",
        "접수는 언제까지인가요?",
        "공모 마감일은 언제인가요?",
    ),
    Stipulation.DUE: (
        "When do shops have to show prices?",
        "When must ferries have a second radio?",
    ),
    Stipulation.EFFECT: (
        "When does the ferry act take effect?",
        "From when must the code be renewed?",
        "When do the rules on kettles become mandatory?",
        "개정안은 언제부터 시행되나요?",
    ),
    Stipulation.READINESS: (
        "When will the bridge be finished?",
        "When is the new dock ready?",
        "다리는 언제 완공되나요?",
    ),
    Stipulation.EXEMPTION: (
        "Which shops are exempt from the rule?",
        "Which goods are left out of the agreement?",
        "Who may not be nominated?",
        "어떤 업체가 의무에서 제외되나요?",
    ),
    Stipulation.ELIGIBILITY: (
        "Who can apply for the grant?",
        "Which firms may apply?",
        "What are the requirements for a cluster?",
        "신청 자격은 무엇인가요?",
        "지원금은 누가 받을 수 있나요?",
    ),
    Stipulation.DUTY: (
        "What do growers have to do before they export?",
        "What must an investor do?",
        "수출하려면 무엇을 해야 하나요?",
    ),
}
SENTENCES = {
    Stipulation.DEADLINE: (
        "Entries are accepted until 6 p.m. on Friday.",
        "The vouchers must be used up before May 31 next year.",
        "신청은 3월 20일까지 누리집에서 받는다.",
    ),
    Stipulation.DUE: (
        "Old ferries have until the end of 2028 to comply.",
        "9월 18일부터 시행된다.",
    ),
    Stipulation.EFFECT: (
        "It comes into force on November 14.",
        "From July 1, 2026, only such buses are subsidised.",
        "법은 8월 11일부터 시행된다.",
    ),
    Stipulation.READINESS: (
        "The dock should come into service in 2028.",
        "다리는 2028년 3월 준공될 예정이다.",
    ),
    Stipulation.EXEMPTION: ("Rice and garlic are excluded.", "아파트는 대상에서 제외된다."),
    Stipulation.ELIGIBILITY: (
        "Eligible are companies founded less than ten years ago.",
        "Applicants must have raised money.",
        "지원 대상은 소상공인이다.",
    ),
    Stipulation.DUTY: ("Growers have to be registered.", "미리 신고하여야 한다."),
}


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(stipulations).failed == 0


@pytest.mark.parametrize(
    ("kind", "question"), [(kind, each) for kind, all_ in QUESTIONS.items() for each in all_]
)
def test_question_for_what_is_laid_down_is_told_by_its_words(
    kind: Stipulation, question: str
) -> None:
    assert find_stipulation(question) is kind


@pytest.mark.parametrize(
    "question",
    [
        "When did the ministers meet?",
        "When was the bridge opened?",
        "Who leads the ministry?",
        "Which companies won orders?",
        "Up to what age can one retire?",
        "How long does the crossing take?",
        "What did the president say?",
        "장관은 언제 방문했나요?",
        "반도체를 제외한 수출은 얼마인가요?",
    ],
)
def test_other_question_asks_for_nothing_laid_down(question: str) -> None:
    assert find_stipulation(question) is None


@pytest.mark.parametrize(
    ("kind", "sentence"), [(kind, each) for kind, all_ in SENTENCES.items() for each in all_]
)
def test_sentence_that_lays_it_down_says_so(kind: Stipulation, sentence: str) -> None:
    assert stipulates(kind, sentence)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Stipulation.DEADLINE, "The ministry invites firms to apply for grants over three years."),
        (Stipulation.DEADLINE, "A fund will be raised by 2028."),
        (Stipulation.DEADLINE, "Goods taken by customers may be returned."),
        (Stipulation.EFFECT, "Parliament passed the act on May 13."),
        (Stipulation.EFFECT, "시행령 제정안을 4월 1일부터 5월 11일까지 입법예고한다."),
        (Stipulation.EFFECT, "It comes into force soon."),
        (Stipulation.READINESS, "Work on the dock starts in June."),
        (Stipulation.ELIGIBILITY, "Winners obtain a guarantee."),
    ],
)
def test_other_sentence_does_not(kind: Stipulation, sentence: str) -> None:
    assert not stipulates(kind, sentence)
