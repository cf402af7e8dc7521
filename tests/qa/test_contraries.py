"""Imports are no answer to who asks for exports, nor what rose to who asks for what fell, however
like the question the sentence is."""

from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from tests.qa.holding import FITTED, hold

DAY = date(2011, 12, 20)
EXPORTS = "The ministry said that IT exports jumped 16.7 percent to USD 18.2 billion in {}."
IMPORTS = "ICT imports amounted to $9.8 billion in {}, up 12.6 percent year-on-year."


def write_release(month: str, published: date) -> Release:
    body = f"{EXPORTS.format(month)} {IMPORTS.format(month)} Demand is strong, officials said."
    return Release(month, "IT Exports Increase On-Year", published, body, "Ministry")


@pytest.fixture(scope="module", params=[FITTED, None], ids=["fitted", "plain mix"])
def asker(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, encoder: Encoder
) -> Iterator[Asker]:
    releases = [write_release("May", date(2011, 6, 15)), write_release("June", date(2011, 7, 15))]
    with hold(tmp_path_factory.mktemp("contraries"), encoder, releases, request.param) as asker:
        yield asker


@pytest.mark.parametrize("question", ["ICT exports", "What did ICT exports amount to in June?"])
def test_sentence_about_imports_is_not_marked_where_exports_are_asked_for(
    asker: Asker, question: str
) -> None:
    assert asker.ask(Question(question, DAY)).hits[0].sentence == EXPORTS.format("June")


def test_timeline_of_exports_has_none_of_imports(asker: Asker) -> None:
    told = asker.draw_timeline(Question("ICT exports", DAY))
    assert [point.sentence for point in told.points] == [
        EXPORTS.format("May"),
        EXPORTS.format("June"),
    ]
    assert [point.figure_text for point in told.points] == ["USD 18.2 billion"] * 2


def test_imports_are_marked_where_they_are_asked_for(asker: Asker) -> None:
    answer = asker.ask(Question("What did ICT imports amount to in June?", DAY))
    assert answer.hits[0].sentence == IMPORTS.format("June")


ROSE = "By product, exports of semiconductors and of mobile phones rose in November."
FELL = "Display exports declined on weaker demand."


@pytest.fixture(scope="module")
def asker_of_products(
    tmp_path_factory: pytest.TempPathFactory, encoder: Encoder
) -> Iterator[Asker]:
    release = Release("n", "ICT Exports by Product", DAY, f"{ROSE} {FELL} So it was.", "Ministry")
    with hold(tmp_path_factory.mktemp("products"), encoder, [release], FITTED) as asker:
        yield asker


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("By product, which exports fell in November?", FELL),
        ("By product, which exports rose in November?", ROSE),
        ("수출이 감소한 품목은?", FELL),
        ("수출이 증가한 품목은?", ROSE),
    ],
)
def test_sentence_on_what_rose_is_not_marked_where_what_fell_is_asked_for(
    asker_of_products: Asker, question: str, sentence: str
) -> None:
    assert asker_of_products.ask(Question(question, DAY)).hits[0].sentence == sentence
