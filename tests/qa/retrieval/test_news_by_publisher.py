"""News of one body out of a library of several, and how it is said whose they are."""

from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.answers import Verdict
from qa.api.interpretation_schemas import InterpretationOut
from qa.output.answer_text import format_answer
from qa.questions import Aspect, Question
from qa.records import Release
from qa.retrieval.asking import Asker
from tests.qa.holding import hold

AS_OF = date(2026, 10, 31)
CUSTOMS, TRADE = "Korea Customs Service", "Ministry of Trade, Industry and Resources"


def _write(id_: str, day: date, publisher: str, language: str = "en") -> Release:
    body = (
        "장난감에서 유해물질이 나왔다." if language == "ko" else f"Something about {id_} was said."
    )
    return Release(id_, f"On {id_}", day, body, publisher, language=language)


RELEASES = (
    _write("ships", date(2026, 1, 20), TRADE),
    _write("cars", date(2026, 10, 28), TRADE),
    _write("drugs", date(2026, 4, 2), CUSTOMS),
    _write("fakes", date(2026, 10, 27), CUSTOMS),
    _write("toys", date(2026, 10, 29), "관세청", "ko"),
)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    with hold(tmp_path_factory.mktemp("bodies"), encoder, RELEASES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What did the customs service announce in October?", ["toys", "fakes"]),
        ("이번 주 관세청 소식 있나요?", ["toys", "fakes"]),
        ("What's new from the customs service?", ["toys", "fakes", "drugs"]),
        ("What did the trade ministry announce this week?", ["cars"]),
        ("What was announced this week?", ["toys", "cars", "fakes"]),
        ("What did the customs service announce about drugs this year?", ["drugs"]),
    ],
)
def test_news_are_those_of_the_body_by_all_its_names(
    question: str, found: list[str], asker: Asker
) -> None:
    hits = asker.ask(Question(question, AS_OF)).hits
    assert [hit.release.id for hit in hits][: len(found)] == found
    assert {hit.release.id for hit in hits} <= {"toys", "fakes", "drugs", *found}


def test_body_without_news_in_its_time_is_told_with_the_nearest_of_its_own(asker: Asker) -> None:
    answer = asker.ask(Question("What did the customs service announce in January 2026?", AS_OF))
    assert answer.verdict is Verdict.NOT_FOUND
    assert [each.id for each in answer.nearest] == ["drugs", "fakes", "toys"]
    said = format_answer(answer)
    assert "By Korea Customs Service, 관세청 (“the customs service”)" in said
    shown = InterpretationOut.of(answer.interpretation)
    assert (shown.publisher, shown.further_publishers) == (CUSTOMS, ["관세청"])
    assert shown.publisher_words == "the customs service"


def test_words_for_a_body_can_be_left_unread(asker: Asker) -> None:
    ignore = frozenset({Aspect.PUBLISHER})
    question = "What did the customs service announce in January 2026?"
    answer = asker.ask(Question(question, AS_OF, ignore=ignore))
    assert [hit.release.id for hit in answer.hits] == ["ships"]
