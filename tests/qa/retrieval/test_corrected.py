"""A one-off release and what corrects it: that answers what it corrects, and nothing else."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.answers import Answer, Verdict
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from tests.qa.corrected_releases import NOTICE, REPLACEMENT
from tests.qa.holding import hold

AS_OF = date(2026, 8, 1)
PLEDGED = Release(
    "pledged",
    "Foreign Investment Pledges Reach USD 14.8 Billion in First Half",
    date(2026, 7, 7),
    "Pledged foreign investment in the first half of 2026 was USD 14.8 billion, and arrivals "
    "totalled USD 8.2 billion, the ministry said. Services drew USD 7.0 billion.",
    "Ministry of Trade",
)
CORRECTION = Release(
    "correction",
    "Correction: figures in release of July 7 on foreign investment",
    date(2026, 7, 10),
    "The ministry corrects its release of July 7 on foreign investment. The amount of arrivals of "
    "investment was given as USD 8.2 billion. The correct amount is USD 7.9 billion. A fund had "
    "been counted twice when two reports were merged. Pledges are not affected.",
    "Ministry of Trade",
)
DEADLINE = Release(
    "deadline",
    "Correction: Applications for Hydrogen Vouchers Close May 13",
    date(2026, 4, 11),
    "The ministry corrects its press release of April 9 on hydrogen vouchers. The closing date for "
    "applications is May 13, not May 6. The other conditions are as they were announced.",
    "Ministry of Trade",
)
OF_OTHERS = Release(
    "others",
    "Exports of Laver Reach a Record",
    date(2026, 7, 7),
    "Exports of laver came to USD 704 million in the first half of 2026, the ministry said.",
    "Ministry of Oceans",
)


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    releases = [PLEDGED, CORRECTION, DEADLINE, OF_OTHERS, NOTICE, REPLACEMENT]
    with hold(tmp_path_factory.mktemp("corrected"), encoder, releases) as asker:
        yield asker


def ask(asker: Asker, question: str, as_of: date = AS_OF) -> tuple[Answer, str, str]:
    """The answer, the release that it comes from, and what is marked there."""
    answer = asker.ask(Question(question, as_of))
    hit = answer.hits[0]
    marked = " ".join(hit.passage.text[each.start : each.end] for each in hit.highlights)
    return answer, hit.release.id, marked


@pytest.mark.parametrize(
    "question",
    [
        "How much did arrivals of foreign investment total in the first half of 2026?",
        "What was the amount of arrivals of FDI in the first half of 2026?",
        "2026년 상반기 외국인 투자 도착 금액은 얼마인가요?",
    ],
)
def test_corrected_figure_is_answered_with_what_it_was_given_as(
    asker: Asker, question: str
) -> None:
    answer, release, marked = ask(asker, question)
    assert (release, answer.verdict) == ("correction", Verdict.ANSWERED)
    assert "The correct amount is USD 7.9 billion." in marked
    assert "given as USD 8.2 billion" in marked


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How much foreign investment was pledged in the first half of 2026?", "14.8 billion"),
        ("How much foreign investment did services draw in the first half of 2026?", "7.0 billion"),
    ],
)
def test_what_is_not_corrected_stands(asker: Asker, question: str, figure: str) -> None:
    answer, release, marked = ask(asker, question)
    assert (release, answer.verdict) == ("pledged", Verdict.ANSWERED)
    assert figure in marked


@pytest.mark.parametrize(
    "question",
    ["What is the deadline for hydrogen voucher applications?", "When do hydrogen vouchers close?"],
)
def test_day_of_what_is_corrected_is_not_the_day_asked_for(asker: Asker, question: str) -> None:
    _, release, marked = ask(asker, question)
    assert (release, marked) == (
        "deadline",
        "The closing date for applications is May 13, not May 6.",
    )


def test_why_it_was_corrected_is_answered_by_the_correction(asker: Asker) -> None:
    _, release, marked = ask(asker, "Why did the arrivals have to be corrected?")
    assert release == "correction"
    assert "counted twice" in marked


def test_before_the_correction_came_out_the_figure_stands(asker: Asker) -> None:
    question = "How much did arrivals of foreign investment total in the first half of 2026?"
    _, release, marked = ask(asker, question, date(2026, 7, 8))
    assert release == "pledged"
    assert "8.2 billion" in marked


def test_hits_tell_what_corrects_them_and_what_they_correct(asker: Asker) -> None:
    question = "How much foreign investment was pledged in the first half of 2026?"
    hits = {hit.release.id: hit.corrections for hit in ask(asker, question)[0].hits}
    assert [each.release_id for each in hits["pledged"].corrected_by] == ["correction"]
    assert hits["correction"].corrects is not None
    assert hits["correction"].corrects.release_id == "pledged"
    [pledged, *_] = ask(asker, question, date(2026, 7, 9))[0].hits
    assert (pledged.release.id, pledged.corrections.corrected_by) == ("pledged", ())
    news = asker.ask(Question("What was published in July 2026?", AS_OF)).hits
    assert [len(hit.corrections.corrected_by) for hit in news] == [0, 1, 0]


def test_correction_that_is_worded_unlike_the_question_is_found_by_what_it_corrects(
    tmp_path: Path, encoder: Encoder
) -> None:
    piers = [
        Release(
            f"pier-{day}",
            f"Safety of Pier {day} at Donghae Harbour",
            date(2026, 3, 1) + timedelta(days=day),
            f"Divers counted {300 + day} loose bolts at pier {day} of Donghae harbour in the "
            "spring of 2026. All loose bolts at the pier are to be tightened by summer.",
            "Port Office",
        )
        for day in range(1, 61)
    ]
    correction = Release(
        "erratum",
        "Erratum: Safety",
        date(2026, 5, 29),
        "The office corrects its release of March 8 on safety. It should read 214, not 307.",
        "Port Office",
    )
    with hold(tmp_path, encoder, [*piers, correction]) as asker:
        question = "How many loose bolts were counted at pier 7 of Donghae harbour?"
        shortlist = asker.shortlist(asker.interpret(Question(question, AS_OF)))
        assert len(set(shortlist.releases)) < len(piers)
        assert "erratum" in shortlist.releases


def test_release_that_replaces_another_stands_in_its_place(asker: Asker) -> None:
    _, release, marked = ask(asker, "From when may market shops apply for fire insurance?")
    assert release == "replacement"
    assert "May 2" in marked
