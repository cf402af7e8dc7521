"""From a question for an extreme over time to an answer that says it, or none."""

from calendar import month_name
from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.answers import Verdict
from qa.language.extremes import Extreme
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import Ranking
from qa.settings import Settings
from qa.wiring import open_asker
from tests.qa.holding import FITTED, hold

DAY = date(2025, 12, 20)


def write_batteries(month: int, change: str, figure: str, said: str) -> Release:
    name = month_name[month]
    return Release(
        f"batteries-{month}",
        f"Battery Exports at USD {figure} Million in {name}",
        date(2025, month + 1, 14),
        f"Exports of secondary batteries {change} percent year-on-year to USD {figure} million in "
        f"{name} 2025. {said} Battery makers met in Ochang to speak of charging standards. Demand "
        f"for energy storage held up in North America.",
        "Ministry of Trade",
    )


def write_robots(month: int, change: str, figure: str, said: str) -> Release:
    name = month_name[month]
    return Release(
        f"robots-{month}",
        f"{name} Shipments of Industrial Robots",
        date(2025, month + 1, 20),
        f"The Robot Association counted {figure} industrial robots shipped in {name} 2025, which "
        f"{change} percent on the year. {said} Car makers take two thirds of all that are built.",
        "Robot Association",
    )


def write_magnets(month: int, change: str, figure: str, said: str) -> Release:
    name = month_name[month]
    return Release(
        f"magnets-{month}",
        f"Magnet Exports in {name}",
        date(2025, month + 1, 22),
        f"Exports of magnets {change} percent to USD {figure} million in {name} 2025. {said} Rare "
        f"earths are mined elsewhere.",
        "Magnet Makers",
    )


def write_textiles(month: int, change: str, figure: str, said: str) -> Release:
    name = month_name[month]
    return Release(
        f"textiles-{month}",
        f"Textile and Fashion Trade for {name} 2025",
        date(2025, month + 1, 18),
        f"Mills and fashion houses sold textiles worth USD {figure} million abroad in {name}, and "
        f"these exports {change} percent. {said} Orders for wool fell. Cotton prices are set in "
        f"New York.",
        "Textile Federation",
    )


RELEASES = [
    Release(
        "copper",
        "Congress Relieves Miners of Copper Royalty",
        date(2025, 9, 3),
        "The Peruvian Congress has passed the relief. The royalty of 4 percent was set at a time "
        "when exports of copper were rising to record levels. Buyers in China pay less now, and "
        "the miners of Peru thanked the lawmakers in Lima.",
        "Miners' Union",
    ),
    write_batteries(3, "rose 2.5", "712", "Stocks were low."),
    write_batteries(4, "fell 1.8", "655", "Stocks were high."),
    write_batteries(5, "rose 3.1", "731", "It was an all-time high for any month."),
    write_batteries(6, "rose 4.0", "690", "Stocks were low."),
    write_robots(4, "rose 1.2", "3,310", "Wages rose."),
    write_robots(5, "fell 2.2", "3,102", "Wages rose."),
    write_robots(6, "fell 4.3", "2,988", "It is the lowest level since May 2013."),
    write_magnets(4, "rose 1.2", "36", "Neodymium was cheap."),
    write_magnets(
        5,
        "fell 2.2",
        "31",
        "Magnet exports fell short of the record set in 2022, and they fell from an all-time high "
        "a year earlier.",
    ),
    write_magnets(
        6,
        "fell 4.3",
        "29",
        "Most of the magnet exports went to Europe, where demand has grown since 2013. Exports of "
        "magnets fell for the first time since 2013.",
    ),
    write_textiles(4, "rose 1.5", "980", "Wool was dear."),
    write_textiles(5, "rose 2.9", "1,003", "They exceeded USD 1 billion for the first time."),
    write_textiles(6, "rose 3.9", "1,012", "Wool was cheap."),
]


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    with hold(tmp_path_factory.mktemp("extremes"), encoder, RELEASES) as asker:
        yield asker


@pytest.mark.parametrize(
    ("question", "as_of", "extreme"),
    [
        ("When did exports of batteries first exceed $700 million?", "2025-12-01", Extreme.FIRST),
        ("Which month had the largest exports of textiles?", "2025-12-01", Extreme.HIGHEST),
        ("When did exports of textiles first exceed $2 billion?", "2025-12-01", Extreme.FIRST),
        ("When were exports of batteries lowest?", "2025-12-01", Extreme.LOWEST),
        # Sentences that say the opposite.
        ("When were exports of magnets highest?", "2025-12-01", Extreme.HIGHEST),
        ("When did exports of magnets first exceed $1 billion?", "2025-12-01", Extreme.FIRST),
        ("When did exports of batteries last fall?", "2025-12-01", Extreme.LAST),
        # Of its newest instalment orders fell, and those are not asked for.
        ("When did exports of textiles last fall?", "2025-12-01", Extreme.LAST),
        ("When did exports of textiles last exceed $2 billion?", "2025-12-01", Extreme.LAST),
        (
            "When did shipments of industrial robots reach their lowest level since 2010?",
            "2025-12-01",
            Extreme.LOWEST,
        ),
        ("섬유 수출이 가장 많았던 달은?", "2025-12-01", Extreme.HIGHEST),
    ],
)
def test_release_of_one_month_does_not_answer_for_all_of_them(
    asker: Asker, question: str, as_of: str, extreme: Extreme
) -> None:
    answer = asker.ask(Question(question, date.fromisoformat(as_of)))
    assert (answer.verdict, answer.extreme_untold) == (Verdict.NOT_FOUND, extreme)
    assert answer.is_of_series
    assert answer.hits[0].confidence is not None
    assert answer.hits[0].confidence < 0.1
    assert answer.sentence is None


@pytest.mark.parametrize(
    ("question", "as_of", "sentence"),
    [
        (
            "When were exports of batteries highest?",
            "2025-06-20",
            "It was an all-time high for any month.",
        ),
        (
            "When were shipments of industrial robots at their lowest?",
            "2025-12-01",
            "It is the lowest level since May 2013.",
        ),
        (
            "When did exports of textiles first exceed $1 billion?",
            "2025-06-20",
            "They exceeded USD 1 billion for the first time.",
        ),
        # Newer instalments do not say so.
        (
            "When were exports of batteries highest?",
            "2025-12-01",
            "It was an all-time high for any month.",
        ),
        (
            "When did exports of textiles first exceed $1 billion?",
            "2025-12-01",
            "They exceeded USD 1 billion for the first time.",
        ),
        (
            "When did shipments of industrial robots reach their lowest level since May 2013?",
            "2025-12-01",
            "It is the lowest level since May 2013.",
        ),
        (
            "When did exports of textiles last exceed $1 billion?",
            "2025-12-01",
            "Mills and fashion houses sold textiles worth USD 1,012 million abroad in June, and "
            "these exports rose 3.9 percent.",
        ),
        # Its own country is named elsewhere in the release.
        (
            "When did Peru's exports of copper rise to record levels?",
            "2025-12-01",
            "The royalty of 4 percent was set at a time when exports of copper were rising to "
            "record levels.",
        ),
    ],
)
def test_sentence_that_says_so_is_marked_and_answers(
    asker: Asker, question: str, as_of: str, sentence: str
) -> None:
    answer = asker.ask(Question(question, date.fromisoformat(as_of)))
    assert (answer.verdict, answer.sentence) == (Verdict.ANSWERED, sentence)
    assert answer.extreme_untold is None
    assert answer.missing is None


def test_what_last_fell_did_so_in_the_newest_instalment_that_says_so(asker: Asker) -> None:
    answer = asker.ask(
        Question("When did shipments of industrial robots last fall?", date(2025, 12, 1))
    )
    assert (answer.verdict, answer.extreme_untold) == (Verdict.ANSWERED, None)
    assert answer.hits[0].release.title == "June Shipments of Industrial Robots"


def test_timeline_lines_up_what_no_release_answers(asker: Asker) -> None:
    timeline = asker.draw_timeline(
        Question("When were exports of batteries highest?", date(2025, 12, 1))
    )
    assert [point.period.first.month for point in timeline.points] == [3, 4, 5, 6]


def test_question_for_a_month_is_answered_as_before(asker: Asker) -> None:
    answer = asker.ask(Question("How much were exports of batteries in April?", date(2025, 12, 1)))
    assert (answer.verdict, answer.extreme_untold) == (Verdict.ANSWERED, None)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("In which year did Seoul's trade with Beijing hit its record?", "answered"),
        ("When did semiconductor exports reach a record high?", "answered"),
        ("When did Japanese investment in Korea reach a record?", "answered"),
        ("When in 2025 were ICT exports at a record high?", "answered"),
        # The records are of exports, of the surplus and of chips.
        ("When were display exports highest?", "not_found"),
        ("When were ICT imports highest?", "not_found"),
        ("When did exports to China reach a record?", "not_found"),
        ("When did ICT exports first exceed $30 billion?", "not_found"),
    ],
)
def test_record_is_of_what_its_sentence_speaks_of(
    seed_asker: Asker, question: str, verdict: str
) -> None:
    assert seed_asker.ask(Question(question, DAY)).verdict.value == verdict


@pytest.mark.parametrize(
    ("ranking", "verdict"), [(FITTED, Verdict.NOT_FOUND), (None, Verdict.UNJUDGED)]
)
def test_no_threshold_makes_an_answer_of_it(
    seed_settings: Settings, encoder: Encoder, ranking: Ranking | None, verdict: Verdict
) -> None:
    settings = seed_settings.model_copy(update={"threshold": 0.0})
    asker = open_asker(settings, encoder, ranking)
    answer = asker.ask(Question("When were display exports highest?", DAY))
    asker.snapshot.close()
    assert (answer.verdict, answer.extreme_untold) == (verdict, Extreme.HIGHEST)
