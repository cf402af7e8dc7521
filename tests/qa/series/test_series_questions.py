"""Questions about monthly releases that differ in month and figures alone: the right one first."""

from calendar import month_name
from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.answers import Answer
from qa.questions import Aspect, Question
from qa.records import DateRange, Release
from qa.retrieval.asking import Asker
from tests.qa.holding import hold

AS_OF = date(2025, 12, 16)
CHIPS = {7: "14.7", 8: "15.1", 9: "16.6", 10: "15.7", 11: "17.3"}
CARS = {7: "5.8", 8: "5.5", 9: "6.4", 10: "5.6", 11: "6.2"}


def write_chips(month: int, figure: str, day: date, suffix: str = "") -> Release:
    name = month_name[month]
    return Release(
        f"chips-{month}{suffix}",
        f"Semiconductor Exports at USD {figure} Billion in {name}",
        day,
        f"Exports of semiconductors came to USD {figure} billion in {name} 2025, officials said. "
        f"Memory prices and orders for servers decided the result. Makers in Icheon and Pyeongtaek "
        f"expect demand for high-bandwidth memory to last.",
        "Ministry of Trade",
    )


def write_cars(month: int, figure: str, day: date) -> Release:
    name = month_name[month]
    return Release(
        f"cars-{month}",
        f"Auto Exports at USD {figure} Billion in {name}",
        day,
        f"Carmakers exported vehicles worth USD {figure} billion in {name} 2025, officials said. "
        f"Hybrid models sold well in Europe. Plants in Ulsan and Hwaseong ran at full capacity, as "
        f"shipping space was short.",
        "Ministry of Trade",
    )


RELEASES = (
    *(write_chips(month, figure, date(2025, month + 1, 15)) for month, figure in CHIPS.items()),
    *(write_cars(month, figure, date(2025, month + 1, 12)) for month, figure in CARS.items()),
    # September's figure for chips was corrected two weeks later.
    write_chips(9, "16.9", date(2025, 10, 29), "-revised"),
    Release(
        "india",
        "Trade Minister Meets Ambassador of India",
        date(2025, 12, 10),
        "The trade minister met the ambassador of India on December 10 to speak of shipbuilding.",
        "Ministry of Trade",
    ),
)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    with hold(tmp_path_factory.mktemp("series"), encoder, RELEASES) as asker:
        yield asker


def ask(asker: Asker, text: str, as_of: date = AS_OF, **options: object) -> Answer:
    return asker.ask(Question(text, as_of, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("What were semiconductor exports in August 2025?", "chips-8"),
        ("How high were auto exports in October?", "cars-10"),
        ("What were semiconductor exports last month?", "chips-11"),
        ("Auto exports two months ago", "cars-10"),
        ("What is the latest figure for semiconductor exports?", "chips-11"),
        ("Where do auto exports stand now?", "cars-11"),
        # Nothing says which: the newest.
        ("How much are semiconductor exports worth?", "chips-11"),
        ("2025년 8월 반도체 수출액은?", "chips-8"),
        ("최신 자동차 수출액은 얼마인가요?", "cars-11"),
        ("Who met the ambassador of India?", "india"),
    ],
)
def test_question_finds_the_instalment_that_it_asks_about(
    asker: Asker, text: str, first: str
) -> None:
    assert ask(asker, text).hits[0].release.id == first


def test_latest_is_the_newest_that_had_come_out_by_then(asker: Asker) -> None:
    answer = ask(asker, "The latest semiconductor exports", date(2025, 11, 20))
    assert answer.hits[0].release.id == "chips-10"


def test_corrected_version_goes_before_the_one_it_supersedes(asker: Asker) -> None:
    text = "What were semiconductor exports in September 2025?"
    hit = ask(asker, text).hits[0]
    assert hit.release.id == "chips-9-revised"
    before = ask(asker, text, date(2025, 10, 20)).hits[0]
    assert before.release.id == "chips-9"
    assert before.place is not None
    assert before.place.superseded_by is None


def test_superseded_version_stays_reachable_and_is_marked(asker: Asker) -> None:
    text = "What were semiconductor exports in September 2025?"
    hits = {hit.release.id: hit for hit in ask(asker, text, k=20, per_series=20).hits}
    place = hits["chips-9"].place
    assert place is not None
    assert place.superseded_by is not None
    assert place.superseded_by.release_id == "chips-9-revised"


def test_one_instalment_is_shown_with_the_others_counted_beside_it(asker: Asker) -> None:
    answer = ask(asker, "What were semiconductor exports in August 2025?")
    shown = [hit.release.id for hit in answer.hits if hit.release.id.startswith("chips")]
    assert shown == ["chips-8"]
    place = answer.hits[0].place
    assert place is not None
    assert place.others == 4
    assert place.previous is not None
    assert place.next is not None
    assert (place.previous.release_id, place.next.release_id) == ("chips-7", "chips-9-revised")


def test_more_instalments_are_shown_when_asked_for(asker: Asker) -> None:
    answer = ask(asker, "Semiconductor exports", k=20, per_series=3)
    assert sum(hit.release.id.startswith("chips") for hit in answer.hits) == 3


def test_period_that_is_switched_off_is_not_gone_by(asker: Asker) -> None:
    text = "What were semiconductor exports last month?"
    october = date(2025, 10, 31)
    assert ask(asker, text, october).hits[0].release.id == "chips-9-revised"
    answer = ask(asker, text, october, ignore=frozenset({Aspect.PERIOD, Aspect.LATEST}))
    assert answer.interpretation.period is None
    assert all(signal.value == 0 for signal in answer.hits[0].signals if signal.name == "latest")


def test_window_said_in_words_is_kept_to_and_an_empty_one_said_to_be_empty(asker: Asker) -> None:
    answer = ask(asker, "What was announced last week about India?")
    assert answer.interpretation.published == DateRange(date(2025, 12, 8), date(2025, 12, 14))
    assert answer.hits[0].release.id == "india"
    assert {hit.release.id for hit in answer.hits} <= {"india", "cars-11"}
    empty = ask(asker, "What was announced on June 3, 2025 about India?")
    assert empty.hits == ()
    assert empty.nearest[0].id == "cars-7"


def test_timeline_lines_up_one_sentence_a_month(asker: Asker) -> None:
    timeline = asker.draw_timeline(Question("How much are semiconductor exports worth?", AS_OF))
    told = [(point.release.id, point.sentence) for point in timeline.points]
    assert [release_id for release_id, _ in told] == [
        "chips-7",
        "chips-8",
        "chips-9-revised",
        "chips-10",
        "chips-11",
    ]
    assert all("came to USD" in sentence for _, sentence in told)
    assert timeline.unit == "USD"
    marked = [point.marked.value / 1e9 for point in timeline.points if point.marked]
    assert marked == pytest.approx([14.7, 15.1, 16.9, 15.7, 17.3])
    assert timeline.gaps == ()


def test_timeline_of_what_is_no_series_is_empty(asker: Asker) -> None:
    timeline = asker.draw_timeline(Question("Who met the ambassador of India?", AS_OF))
    assert timeline.series is None
    assert timeline.points == ()


def test_nothing_of_the_library_is_lost_to_series(asker: Asker) -> None:
    everything = asker.snapshot.list_releases(DateRange(date.min, date.max), limit=100)
    assert {release.id for release in everything} == {release.id for release in RELEASES}
