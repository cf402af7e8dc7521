"""Words by which a question is put: found where they ask, left where they are a matter."""

import pytest

from qa.understanding.courtesy import find_courtesy
from qa.understanding.cutting import cut_out


def _cut(text: str) -> str:
    return cut_out(text, find_courtesy(text))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Hi, what's new this week?", "what's new this week?"),
        ("Good morning! What was published?", "What was published?"),
        ("I want to know what was announced.", "what was announced."),
        ("We would like to know what it announced.", "what it announced."),
        ("Catch me up on what happened.", "what happened."),
        ("Could you give me a rundown of the releases, please?", "the releases ?"),
        ("I'd like to see last week's releases", "last week's releases"),
        ("I need a quick recap of the releases, thanks in advance", "the releases"),
        ("Would you mind showing me the releases?", "the releases?"),
        ("Please find the releases on Chile", "the releases on Chile"),
        ("Fill me in on last week", "last week"),
        ("I was away last week. What did I miss?", "last week. What did I miss?"),
        ("I've been on sick leave for two weeks, what came out?", "two weeks, what came out?"),
        ("Hi, I'm back from a short vacation! What's new?", "! What's new?"),
        ("지난주 소식 알려 줘", "지난주 소식"),
        ("지난주 소식을 간단히 정리해 줄래?", "지난주 소식을 ?"),
        ("지난주 소식 좀 알려 주실 수 있을까요?", "지난주 소식 ?"),
        ("지난주 소식 알려 줄 수 있어요", "지난주 소식"),
        ("새 소식 있으면 알려 주세요", "새 소식"),
        ("발표를 요약해서 보여 주시면 감사하겠습니다", "발표를"),
        ("안녕하세요, 지난주 뉴스 부탁드립니다.", ", 지난주 뉴스 ."),
        ("지난주 발표 내용이 궁금합니다", "지난주 발표 내용이"),
        ("나온 게 있는지 좀 찾아봐 줘", "나온 게 있는지"),
    ],
)
def test_words_of_courtesy_are_cut(text: str, left: str) -> None:
    assert _cut(text) == left


@pytest.mark.parametrize(
    "text",
    """Thanksgiving exports|thank-you letters|What was announced about good mornings?
    |like-minded partners|the list of catches|missing persons|the Help desk
    |We are out of stock of rare earths|I am ill at ease with tariffs
    |정리해고 소식|감사원 발표|찾아가는 서비스|보여주기 행정|안내 로봇|요약 재무제표|부탁 관련 소식
    |나눠 주기 운동|주식 시장""".split("|"),
)
def test_like_words_elsewhere_are_left(text: str) -> None:
    assert _cut(text.strip()) == text.strip()


@pytest.mark.parametrize("part", ["please ", "알려 ", "좀 ", ", ", "?", " ", "hi, ", "could you "])
def test_no_length_of_courtesy_takes_long(part: str) -> None:
    assert len(_cut((part * 2000)[:2000])) <= 2000
