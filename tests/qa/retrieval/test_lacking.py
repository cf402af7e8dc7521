"""What a release has not of a question, in words, of passages made by hand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.answers import Verdict
from qa.judgements import Lack
from qa.language.asked_forms import find_asked_form
from qa.language.countries import find_countries
from qa.language.ordinals import find_asked_numbers
from qa.language.parties import find_parties
from qa.language.places import find_asked_places
from qa.language.unread_words import UnreadWord
from qa.output.reasons import find_reason, write_reason
from qa.output.words import find_words
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.retrieval.lacking import find_lacks
from qa.understanding.quotations import Quotation
from qa.understanding.wanted import Wanted
from tests.qa.holding import hold
from tests.qa.measuring.test_fitting import make_shortlist
from tests.qa.retrieval.test_ranking import make_signals

AS_OF = date(2025, 12, 20)


def list_lacks(signal: str, text: str, wanted: Wanted, *unread: UnreadWord) -> tuple[Lack, ...]:
    """Those of the only release, of which a signal says that something is missing."""
    value = -1.0 if signal == "quotation" else 1.0
    shortlist = make_shortlist("a", make_signals(**{signal: [value]}), [text])
    question = replace(shortlist.question, wanted=wanted, unread=unread)
    return find_lacks(replace(shortlist, question=question), 0)


def ask(question: str, **wanted: object) -> Wanted:
    made = Wanted({}, frozenset(), frozenset(), None, question=question)
    return replace(made, **wanted)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "english", "lacked"),
    [
        ("Do Chile and Peru sell copper?", "Do Chile and Peru sell copper?", "Chile"),
        ("Does Chilean or Peruvian copper sell?", "Does Chilean or Peruvian copper sell?", "Chile"),
        ("칠레와 페루는 구리를 파나요?", "Do Chile and Peru sell copper?", "칠레"),
    ],
)
def test_countries_are_named_as_the_question_does_unless_by_an_adjective(
    question: str, english: str, lacked: str
) -> None:
    wanted = ask(question, countries=find_countries(english))
    lacks = list_lacks("countries_missing", "Copper comes from Peru.", wanted)
    assert lacks == (Lack("countries_missing", (lacked,)),)


@pytest.mark.parametrize(
    ("question", "lacked"),
    [
        ("Did Samsung or Toray build it?", "Samsung"),
        ("삼성과 도레이 가운데 어디가 지었나요?", "삼성"),
    ],
)
def test_companies_are_named_as_the_question_does(question: str, lacked: str) -> None:
    wanted = ask(question, parties=find_parties(question))
    [lack] = list_lacks("party_missing", "A plant was built by Toray.", wanted)
    assert lack.of[0] == lacked
    assert "Toray" not in lack.of


def test_what_is_meant_by_number_and_by_place_is_named() -> None:
    question = "Where is the 15th conference in Osaka?"
    wanted = ask(
        question,
        numbered=find_asked_numbers(question),
        places=find_asked_places(question, question),
    )
    text = "The 14th conference was held in Fukuoka."
    assert list_lacks("number_missing", text, wanted) == (Lack("number_missing", ("15",)),)
    assert list_lacks("place_missing", text, wanted) == (Lack("place_missing", ("Osaka",)),)


def test_what_is_written_in_few_ways_is_named() -> None:
    wanted = ask("Q?", form=find_asked_form("What is the phone number?"))
    lacks = list_lacks("form_missing", "It opened.", wanted)
    assert lacks == (Lack("form_missing", ("phone",)),)


def test_words_without_english_are_named_that_do_not_stand_there() -> None:
    there, not_there = UnreadWord("제습기"), UnreadWord("가습기")
    lacks = list_lacks("cosine", "제습기 세 대", ask("Q?"), there, not_there)
    assert lacks == (Lack("names_short", ("가습기",)),)


def test_what_is_not_quoted_is_told_and_nothing_of_what_is_not_missing() -> None:
    wanted = ask("Q?", quotation=Quotation("it was never like that"))
    assert list_lacks("quotation", "Once more.", wanted) == (Lack("quotation"),)
    assert list_lacks("cosine", "Once more.", wanted) == ()


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    recall = Release(
        "r",
        "Power Banks of Gaon Electronics Recalled",
        date(2025, 12, 1),
        "Power banks of Gaon Electronics were recalled on December 1 as they overheat.",
        "Ministry of Trade",
    )
    with hold(tmp_path_factory.mktemp("recalls"), encoder, [recall]) as asker:
        yield asker


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Which power banks of Samsung were recalled?",
            "None of the releases found names Samsung.",
        ),
        (
            "What is the phone number for recalls of power banks?",
            "The question asks for a telephone or fax number, and none of the releases found has "
            "one.",
        ),
    ],
)
def test_question_is_told_what_none_of_the_releases_has(
    question: str, said: str, asker: Asker
) -> None:
    answer = asker.ask(Question(question, AS_OF))
    assert answer.verdict is Verdict.NOT_FOUND
    reason = find_reason(answer, answer.hits)
    assert reason is not None
    assert write_reason(reason, find_words(question)) == said
