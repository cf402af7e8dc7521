"""What people say around a question, and instead of one: left out, but for what says of what."""

import doctest

import pytest

from qa.understanding import chat
from qa.understanding.chat import leave_out_chat
from tests.timing import takes_less

ASKED = "What were chip exports in May 2025?"
ASKED_KO = "2025년 5월 반도체 수출액이 얼마였는지 알려 주세요."


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(chat).failed == 0


@pytest.mark.parametrize(
    "text",
    [
        "Hi! {}",
        "Hello there, {} Thanks in advance.",
        "hi {}",
        "Good morning – {} Thank you so much for your help!",
        "Hi there! I'm a student writing a report. {} Thank you!",
        "My name is Anna. I'm a reporter working on a story about trade. {} Best regards, Anna",
        "I work at a bank. Quick question: {} Any help would be appreciated.",
        "Sorry to bother you, {} Have a nice day!",
    ],
)
def test_chat_around_an_english_question_is_left_out(text: str) -> None:
    assert leave_out_chat(text.format(ASKED)) == ASKED


@pytest.mark.parametrize("text", ["latest auto exports pls", "latest auto exports please!"])
def test_please_behind_what_is_only_typed_is_left_out(text: str) -> None:
    assert leave_out_chat(text) == "latest auto exports"


@pytest.mark.parametrize(
    "text",
    [
        "안녕하세요. {}",
        "안녕하세요, 저는 보고서를 쓰는 학생입니다. {} 감사합니다!",
        "수고하십니다. 저는 논문을 쓰고 있습니다. {} 미리 감사드립니다.",
    ],
)
def test_chat_around_a_korean_question_is_left_out(text: str) -> None:
    assert leave_out_chat(text.format(ASKED_KO)) == ASKED_KO


@pytest.mark.parametrize(
    "text",
    """I'm a student of battery exports. How much are they?
    |I'm an exporter of ginseng. What support is there?
    |I have a question about chip exports in May 2025: how much were they?
    |I'm writing a report on ICT exports. In May 2025, please
    |저는 수출을 연구하는 학생입니다. 11월에는 얼마였나요?|수출 보고서를 쓰고 있습니다. 5월에는요?
    |저는 11월 수출액을 찾는 기자입니다. 알려 주세요.
    |Thanks to which policy did exports rise?|Hi-tech exports|Hello Kitty toys|thank-you letters
    |help for exporters|test center|What help did it give?|Is it ok to export rice?|Who is it for?
    |How are exports?|semiconductors|recalls|K-FEZ|news|쌀|반도체|시험 시설|테스트베드|네덜란드
    |감사원 발표|도움을 준 기관""".split("|"),
)
def test_what_says_of_what_is_asked_is_left(text: str) -> None:
    assert leave_out_chat(text.strip()) == text.strip()


@pytest.mark.parametrize(
    "text",
    """hello|Hi there!|help|Can you help me?|test|testing 123|ok|OK!|thanks|Thank you very much!
    |who are you?|Hello, what are you?|what can you do?|What can I ask here?|how does this work?
    |are you a bot?|Is anybody there?|I have a question.|bye|???|…|I'm a student.
    |안녕하세요|안녕하세요!|감사합니다|네|도움말|도와주세요|테스트|누구세요?|넌 누구야
    |뭘 할 수 있어?
    |무엇을 물어볼 수 있나요?|어떻게 사용하나요?|사용법 알려 주세요|ㅎㅇ|ㅋㅋㅋ""".split("|"),
)
def test_chat_alone_asks_for_nothing(text: str) -> None:
    assert leave_out_chat(text.strip()) == ""


@pytest.mark.parametrize(
    "part",
    [
        "hi, ",
        "thanks, ",
        "i'm a student. ",
        " ",
        "\n",
        "감사합니다 ",
        "저는 ",
        "? ",
        "ha",
        "quick ",
    ],
)
def test_no_length_of_chat_takes_long(part: str) -> None:
    text = (part * 2000)[:2000]
    assert takes_less(lambda: leave_out_chat(text), 0.2)
