"""Of what happens now and then the newest comes first, where the newest or none is asked for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.answers import Answer, Verdict
from qa.questions import Question
from qa.records import UNDATED, Release
from qa.retrieval.alike import find_alike
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from tests.qa.holding import hold

AS_OF = date(2025, 12, 20)


def recall(product: str, models: int, day: date, place: str) -> Release:
    form = "Recall Ordered for {1}" if models % 2 else "{0} Models of {1} Recalled"
    return Release(
        f"{product}-{day.year}".replace(" ", "-").lower(),
        form.format(models, product),
        day,
        f"The Agency for Standards ordered the recall of {models} models of {product.lower()} on "
        f"{day:%B} {day.day}. One model had caused a fire in {place}. The program was named in a "
        f"report. Consumers find the models on the product safety website.",
        "Ministry of Trade",
    )


def mission(country: str, city: str, field: str, day: date) -> Release:
    return Release(
        f"{country}-{day.year}".lower(),
        f"Trade Mission to {country} Leaves on {day:%B} {day.day + 9}",
        day,
        f"A trade mission of {day.day} firms in the field of {field} will leave for {city}, "
        f"{country}, on {day:%B} {day.day + 9}, the ministry announced. It will meet buyers.",
        "Ministry of Trade",
    )


RELEASES = [
    recall("LED Lamps", 5, date(2015, 1, 9), "Geoje"),
    recall("LED Lamps", 11, date(2017, 6, 23), "Changwon"),
    recall("LED Lamps", 4, date(2025, 11, 28), "Gangneung"),
    recall("Air Fryers", 9, date(2019, 3, 15), "Ulsan"),
    recall("Hair Dryers", 12, date(2021, 2, 25), "Daegu"),
    mission("Norway", "Oslo", "smart glasses", date(2016, 6, 9)),
    mission("Mexico", "Mexico City", "drones", date(2024, 1, 15)),
    mission("Mexico", "Mexico City", "biosimilars", date(2025, 4, 14)),
]


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    with hold(tmp_path_factory.mktemp("alike"), encoder, RELEASES) as asker:
        yield asker


def ask(asker: Asker, question: str, as_of: date = AS_OF) -> Answer:
    return asker.ask(Question(question, as_of))


@pytest.mark.parametrize(
    ("question", "release"),
    [
        ("latest recalls", "led-lamps-2025"),
        ("Any recent recalls?", "led-lamps-2025"),
        ("Any new recalls?", "led-lamps-2025"),
        ("recalls, newest first", "led-lamps-2025"),
        ("최근 리콜 있나요?", "led-lamps-2025"),
        ("the most recent trade mission", "mexico-2025"),
        ("When does the next trade mission to Mexico leave?", "mexico-2025"),
        ("가장 최근 무역사절단은 어디로 갔습니까?", "mexico-2025"),
        ("When were LED lamps recalled?", "led-lamps-2025"),
        ("Where did LED lamps cause a fire?", "led-lamps-2025"),
        ("LED 램프 리콜은 언제 있었나요?", "led-lamps-2025"),
    ],
)
def test_the_newest_of_its_like_comes_first_and_is_as_sure(
    question: str, release: str, asker: Asker
) -> None:
    answer = ask(asker, question)
    first, *others = answer.hits
    assert (first.release.id, answer.verdict) == (release, Verdict.ANSWERED)
    # Others that tell of the like are no rivals, which would take from what they both are.
    assert first.confidence is not None
    assert first.confidence > 0.75
    assert first.confidence >= max(hit.confidence or 0 for hit in others) - 0.1


@pytest.mark.parametrize(
    ("question", "release"),
    [
        ("Which LED lamps caused a fire in Changwon?", "led-lamps-2017"),
        ("When did the trade mission for drones leave for Mexico City?", "mexico-2024"),
        ("the latest trade mission to Norway", "norway-2016"),
        ("latest recall of air fryers", "air-fryers-2019"),
        ("When were LED lamps recalled in 2015?", "led-lamps-2015"),
    ],
)
def test_an_older_one_is_found_by_what_it_alone_has(
    question: str, release: str, asker: Asker
) -> None:
    assert ask(asker, question).hits[0].release.id == release


def test_newest_is_that_of_the_day_that_is_asked_for(asker: Asker) -> None:
    assert ask(asker, "latest recalls", date(2022, 1, 1)).hits[0].release.id == "hair-dryers-2021"


@pytest.mark.parametrize("question", ["Has anything been recalled recently?", "latest recalls"])
def test_where_nothing_more_is_asked_what_it_announces_is_marked(
    question: str, asker: Asker
) -> None:
    sentence = ask(asker, question).hits[0].sentence
    assert sentence is not None
    assert "ordered the recall of 4 models of led lamps" in sentence


def test_where_more_is_asked_the_sentence_that_says_it_is(asker: Asker) -> None:
    sentence = ask(asker, "Where do consumers find the models of the latest recall?").hits[0]
    assert sentence.sentence == "Consumers find the models on the product safety website."


def test_what_nobody_tells_of_is_no_surer_for_being_told_of_others(asker: Asker) -> None:
    answer = ask(asker, "When does the next trade mission to Finland leave?")
    assert answer.verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(("dated", "alike"), [(True, 3), (False, 0)])
def test_only_what_has_a_day_can_be_newer(
    tmp_path: Path, encoder: Encoder, dated: bool, alike: int
) -> None:
    undated = [replace(each, published=UNDATED) for each in RELEASES]
    with hold(tmp_path, encoder, RELEASES if dated else undated) as asker:
        asked = asker.interpret(Question("How many models of LED lamps were recalled?", AS_OF))
        shortlist = asker.shortlist(asked)
        ranking = read_ranking()
        assert ranking is not None
        assert find_alike(shortlist, ranking.score(shortlist.signals)).sum() == alike
