"""Who holds an office of the publisher, or held it then: the newest release that names them, or the
nearest to the period asked about, comes first."""

from collections.abc import Iterator
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.answers import Answer, Verdict
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from tests.qa.drawing import month
from tests.qa.holding import hold

AS_OF = date(2025, 12, 20)
MINISTRY = "Ministry of Trade, Industry and Resources"


def release(name: str, day: date, title: str, body: str, language: str = "en") -> Release:
    return Release(name, title, day, body, MINISTRY, language=language)


def envoy(holder: str, country: str, day: date) -> Release:
    """Speaks of nothing but the trade minister."""
    return release(
        f"envoy-{day.year}",
        day,
        "Trade Minister Meets Ambassador",
        f"Trade Minister {holder} of the {MINISTRY} met with the Ambassador of {country}. "
        f"The trade minister asked for help.",
    )


def report(holder: str, day: date) -> Release:
    """A report on exports, which names whoever is minister in passing."""
    before = day.replace(month=day.month - 1)
    return release(
        f"exports-{day:%Y-%m}",
        day,
        f"Exports Rise in {before:%B}",
        f"Exports came to USD {day.month + 40} billion in {before:%B}, up {day.month} percent, the "
        f"ministry said. Demand for chips was strong. Minister {holder} called it a good start.",
    )


RELEASES = [
    envoy("Tak Yoo-jin", "Oman", date(2023, 5, 8)),
    envoy("Tak Yoo-jin", "Chile", date(2024, 3, 5)),
    report("Pyo Jae-hoon", date(2025, 3, 3)),
    report("Pyo Jae-hoon", date(2025, 4, 1)),
    report("Cheon Mi-rae", date(2025, 10, 1)),
    release(
        "projects",
        date(2025, 10, 13),
        "Ministry Calls for Projects in Textiles",
        "The ministry calls for projects in technical textiles worth KRW 5 billion. Vice Minister "
        "Maeng Chul-soo will choose them. Trade Minister Ok Seung-bae has asked for this for long.",
    ),
    release(
        "textiles",
        date(2025, 12, 19),
        "섬유 수출, 11월 9.8억 달러 기록",
        "11월 섬유 수출이 9.8억 달러를 기록했다. 천미래 장관은 현장의 목소리를 듣겠다고 하였다.",
        "ko",
    ),
    release(
        "nairobi",
        date(2024, 8, 7),
        "Minister Visits Kenya",
        "Minister Pyo Jae-hoon visited Nairobi, Kenya, and met Bekele Tadesse, Minister of Trade.",
    ),
]


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    with hold(tmp_path_factory.mktemp("holders"), encoder, RELEASES) as asker:
        yield asker


def ask(asker: Asker, question: str, as_of: date = AS_OF) -> Answer:
    return asker.ask(Question(question, as_of))


@pytest.mark.parametrize(
    ("question", "release", "holder"),
    [
        ("Who is Korea's trade minister?", "projects", "Ok Seung-bae"),
        ("통상교섭본부장은 누구입니까?", "projects", "Ok Seung-bae"),
        ("Who is the minister of trade, industry and resources?", "textiles", "천미래"),
        ("현재 산업통상부 장관 이름이 뭐야?", "textiles", "천미래"),
        ("Who's the industry minister these days?", "textiles", "천미래"),
        ("Who is vice minister of MOTIR?", "projects", "Maeng Chul-soo"),
        ("Who was the trade minister in October 2025?", "projects", "Ok Seung-bae"),
        ("Who was the trade minister in 2024?", "envoy-2024", "Tak Yoo-jin"),
        ("Who was minister of trade, industry and energy in March 2025?", "exports", "Pyo Jae"),
        ("2025년 3월 산업부 장관은 누구였나요?", "exports-2025-03", "Pyo Jae-hoon"),
        # In no release of that month, but in one right after it.
        ("Who was the minister in September 2025?", "exports-2025-10", "Cheon Mi-rae"),
    ],
)
def test_newest_or_nearest_release_that_names_the_holder_answers(
    question: str, release: str, holder: str, asker: Asker
) -> None:
    answer = ask(asker, question)
    assert answer.verdict is Verdict.ANSWERED
    assert answer.hits[0].release.id.startswith(release)
    assert answer.sentence is not None
    assert holder in answer.sentence


def test_what_is_published_later_is_not_known(asker: Asker) -> None:
    answer = ask(asker, "Who is the trade minister?", date(2024, 1, 1))
    assert answer.hits[0].release.id == "envoy-2023"


def test_period_that_is_given_counts_as_one_that_is_named(asker: Asker) -> None:
    asked = Question("Who is the minister?", AS_OF, period=month(4))
    assert asker.ask(asked).hits[0].release.id == "exports-2025-04"


@pytest.mark.parametrize(
    "question",
    [
        "Who was the trade minister in 2019?",  # no release near it names one
        "Who will be trade minister in March 2026?",
        "Who is Japan's trade minister?",
        "Who is the first vice minister?",
    ],
)
def test_nobody_else_is_sure_to_hold_it(question: str, asker: Asker) -> None:
    assert ask(asker, question).verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "release"),
    [
        ("Which minister visited Nairobi?", "nairobi"),
        ("나이로비를 방문한 장관은 누구입니까?", "nairobi"),
        ("Who was the trade minister that met the ambassador of Oman?", "envoy-2023"),
    ],
)
def test_who_did_something_is_found_by_what_was_done(
    question: str, release: str, asker: Asker
) -> None:
    assert ask(asker, question).hits[0].release.id == release


def test_office_is_no_matter_of_a_series(asker: Asker) -> None:
    assert asker.draw_timeline(Question("Who is the minister?", AS_OF)).series is None
