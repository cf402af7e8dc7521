"""Korean questions to a library of Korean and of English releases."""

from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.answers import Verdict
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from tests.qa.holding import hold

AS_OF = date(2025, 12, 20)
SHIPS = {
    8: ("Ship Exports Rise in August", "Ship exports came to $2.1 billion in August 2025."),
    9: ("Ship Exports Fall in September", "Ship exports came to $1.9 billion in September 2025."),
    10: ("10월 선박 수출 증가", "2025년 10월 선박 수출은 24억 달러를 기록했다."),
    7: ("7월 선박 수출 감소", "2025년 7월 선박 수출은 18억 달러를 기록했다."),
}
EXPORTS = "Korea Posts USD 58.2 Billion in Exports in November"
TEXTILES = "섬유 수출, 11월 9.8억 달러 기록"
PETS = "반려동물용품 간담회 개최"


def _write(title: str, day: date, body: str, language: str = "en") -> Release:
    return Release(title, title, day, body, "Ministry", language=language)


RELEASES = (
    _write(
        EXPORTS,
        date(2025, 12, 1),
        "Korea's exports shot up 33.2 percent to USD 58.2 billion in November. Imports grew 46.1 "
        "percent to USD 56.4 billion in the month. Trade conditions remain uncertain.",
    ),
    _write(
        TEXTILES,
        date(2025, 12, 19),
        "섬유업계는 11월 한 달간 9.8억 달러를 수출했다. 작년 같은 달에는 11.6억 달러를 수출했다. "
        "친환경 소재에 대한 해외 주문이 늘었다.",
        "ko",
    ),
    *(
        _write(title, date(2025, number + 1, 15), body, "en" if title.isascii() else "ko")
        for number, (title, body) in SHIPS.items()
    ),
    _write(PETS, date(2025, 12, 5), "차관은 반려동물용품 업체를 만나 애로를 청취하였다.", "ko"),
)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    with hold(tmp_path_factory.mktemp("both"), encoder, RELEASES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("지난달 수입은 얼마였나요?", EXPORTS),
        ("지난달 섬유 수출은 얼마였나요?", TEXTILES),
        ("섬유 주문", TEXTILES),
    ],
)
def test_language_of_a_release_does_not_put_it_first(
    question: str, title: str, asker: Asker
) -> None:
    answer = asker.ask(Question(question, AS_OF))
    assert (answer.hits[0].release.title, answer.verdict) == (title, Verdict.ANSWERED)


def test_english_release_can_hold_all_that_a_korean_question_asks_for(asker: Asker) -> None:
    hits = asker.ask(Question("수출과 수입", AS_OF)).hits
    coverage = {
        hit.release.title: signal.value
        for hit in hits
        for signal in hit.signals
        if signal.name == "coverage"
    }
    assert coverage[EXPORTS] == 1
    assert coverage[TEXTILES] < 1  # it says nothing of imports


def test_words_without_english_find_the_korean_release_that_has_them(asker: Asker) -> None:
    answer = asker.ask(Question("반려동물용품", AS_OF))
    assert answer.interpretation.unrendered
    assert answer.hits[0].release.title == PETS


def test_words_that_say_when_are_not_searched_for_in_korean(asker: Asker) -> None:
    """The Korean release speaks of last year, too."""
    interpretation = asker.interpret(Question("작년 수출", AS_OF))
    wanted = asker.shortlist(interpretation).question.wanted
    assert list(wanted.weights) == ["export"]


@pytest.mark.parametrize(("name", "number"), [("September", 9), ("October", 10), ("July", 7)])
def test_month_is_found_in_whichever_language_it_was_told(
    name: str, number: int, asker: Asker
) -> None:
    answer = asker.ask(Question(f"How much were ship exports in {name} 2025?", AS_OF))
    assert answer.verdict is Verdict.ANSWERED
    assert answer.hits[0].release.title == SHIPS[number][0]


@pytest.mark.parametrize("question", ["The latest ship exports?", "최근 선박 수출은 얼마였나요?"])
def test_newest_is_the_newest_of_both_languages(question: str, asker: Asker) -> None:
    answer = asker.ask(Question(question, AS_OF))
    assert answer.hits[0].release.title == SHIPS[10][0]


def test_korean_release_is_a_likely_answer_where_the_question_says_that_it_is_of_korea(
    asker: Asker,
) -> None:
    """Releases in Korean do not say so, and those in English do: it was 4% sure."""
    answer = asker.ask(Question("How much were Korea's ship exports in October 2025?", AS_OF))
    assert answer.hits[0].release.title == SHIPS[10][0]
    assert answer.hits[0].confidence is not None
    assert answer.hits[0].confidence > 0.5
