"""Questions as long as may be asked, of nothing but words that readers of questions look for.

Whoever may ask may ask these. A thread cannot be stopped, so that one question of ten seconds keeps
all others waiting, and goes on after its time limit.
"""

from datetime import date

import pytest

from qa.questions import Question
from qa.understanding.interpreting import interpret
from qa.understanding.limits import MAX_QUESTION
from qa.understanding.question_reading import read_question
from tests.timing import takes_less

_MENTIONS = ("2012 ", "재작년 ", "5월 ", "last week ", "May/June ", "a year ago last month ")
_WITH_WORDS = (
    *("5월 발표 수출 ", "수출 발표 5월 ", "발간 금년 ", "올해 5월까지 수출 ", "오늘 told 으 "),
    *("exports announced in May ", "in May compared with April ", "since the 2006 ", "how posted "),
    *(
        "skip last month the one before it ",
        "올해 발표 ",
        "최근 10일 ",
        "2012년과 2013년 ",
        "5월보다 ",
    ),
)
_RUNS = (
    "부디 ",
    "확인할 ",
    "please, ",
    "- ",
    ", ",
    "A. ",
    "“a ",
    "when highest ",
    "언제 처음 10억 ",
)
_NAMED = (
    *("x", "A", "가나다", "exports excluding ", "when will be ", "who may apply ", "Kim Sun-woo "),
    *("Gaon Heavy Industries ", "of the Ministry of ", "who before Kim ", "in Osaka and in Kyoto "),
    *("신청 대상은 ", "누가 운영 ", "장관 ", "관세청 ", "what is the phone ", "how much weigh "),
    *("the 15th ", "which of the companies ", "how many of ", "U.S. ", "share of ", "어느 대학 "),
)
_PARTS = (
    "say " * 120 + "will " * 140 + ", " + "2012 " * 160,
    "say that " * 100 + "2012 " * 300,
    "said " * 200 + "in May 2012 " * 100,
    "said " * 150 + "is was " * 60 + "2012 " * 150,
    "how " * 200 + "posted " * 80 + "May " * 200,
    "press public " * 110 + "how much 2012 " * 60,
    "nothing " * 100 + "newer than " * 40 + "2012 " * 150,
    "발간 ned plunged available " * 40 + "금년 " * 300,
    "5월 " * 50 + "수출액은 " * 160 + "발표 " * 160,
    "exports published in " * 40 + "May 2012 " * 120,
)


@pytest.mark.parametrize(
    "piece",
    [*_MENTIONS, *_WITH_WORDS, *_RUNS, *_NAMED, *_PARTS],
    ids=lambda piece: piece[:20].strip(),
)
def test_long_question_takes_less_than_half_a_second(piece: str) -> None:
    text = (piece * MAX_QUESTION)[:MAX_QUESTION].strip()
    question = Question(text, date(2025, 12, 16))

    def read() -> None:
        asked = interpret(question, render_korean=True)
        read_question(asked, asked.searched, lambda _: 1, 9)

    # Read from the beginning for each period, up to ten seconds.
    assert takes_less(read, 0.5)
