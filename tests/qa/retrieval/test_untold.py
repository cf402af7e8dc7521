"""What hits do not tell: by hand, and of releases that list other goods each month."""

from calendar import month_name
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.answers import Answer, Verdict
from qa.language.extremes import Extreme
from qa.language.sentences import Span
from qa.output.reasons import find_reason, write_reason
from qa.output.words import find_words
from qa.questions import Question
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.retrieval.untold import find_missing
from tests.qa.drawing import month
from tests.qa.holding import hold
from tests.qa.measuring.test_fitting import make_shortlist
from tests.qa.retrieval.test_judging import make_asked
from tests.qa.retrieval.test_ranking import make_signals

TEXT = "Exports rose. They came to $5 billion in May."
FIRST, SECOND = Span(0, 13), Span(14, len(TEXT))
LISTED = {
    4: "Instant noodles led with USD 141 million, followed by kimchi at USD 13 million.",
    5: "Instant noodles led with USD 139 million, followed by beverages at USD 61 million.",
    6: "Instant noodles led with USD 152 million, followed by kimchi at USD 14 million.",
    7: "Instant noodles led with USD 150 million, followed by sauces at USD 40 million.",
}


def write(month: int, listed: str) -> Release:
    name = month_name[month]
    return Release(
        f"food-{month}",
        f"Agrifood Exports at USD {900 + month} Million in {name}",
        date(2025, month + 1, 6),
        f"Exports of agrifood products came to USD {900 + month} million in {name} 2025, the "
        f"ministry announced. {listed} Shipments to the United States rose as new stores opened.",
        "Ministry of Agriculture",
    )


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    releases = [write(month, listed) for month, listed in LISTED.items()]
    with hold(tmp_path_factory.mktemp("food"), encoder, releases) as asker:
        yield asker


def ask(asker: Asker, text: str, as_of: date = date(2025, 12, 1)) -> Answer:
    return asker.ask(Question(text, as_of))


def list_adjustments(answer: Answer) -> list[tuple[str, tuple[str, ...]]]:
    judgement = answer.hits[0].judgement
    assert judgement is not None
    return [(each.name, each.of) for each in judgement.adjustments]


@pytest.mark.parametrize(
    ("text", "part", "said"),
    [
        (
            "How much were kimchi exports in July 2025?",
            "kimchi",
            "Other releases of the series tell of kimchi, and the nearest one does not.",
        ),
        (
            "2025년 7월 김치 수출액은 얼마인가요?",
            "김치",
            "같은 시리즈의 다른 보도자료에는 ‘김치’에 관한 말이 있지만, "
            "가장 가까운 것에는 없습니다.",
        ),
    ],
)
def test_part_that_other_months_tell_of_is_not_answered_by_the_whole(
    asker: Asker, text: str, part: str, said: str
) -> None:
    answer = ask(asker, text)
    assert answer.hits[0].release.id == "food-7"
    assert answer.verdict is Verdict.NOT_FOUND
    assert list_adjustments(answer) == [("part_untold", (part,))]
    reason = find_reason(answer, answer.hits)
    assert reason is not None
    assert write_reason(reason, find_words(text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "How much were kimchi exports in June 2025?",
        "How much were agrifood exports in July 2025?",
        # By another word for the same: that it is a part is not known.
        "How much were ramen exports in July 2025?",
        # Nothing is asked of a figure.
        "Who promoted kimchi in July 2025?",
    ],
)
def test_what_is_told_or_no_known_part_is_left_to_the_fit(asker: Asker, text: str) -> None:
    assert list_adjustments(ask(asker, text)) == []


def test_what_other_months_tell_counts_once_they_are_out(asker: Asker) -> None:
    text = "How much were kimchi exports in April and in May 2025?"
    assert ask(asker, text).verdict is Verdict.ANSWERED
    early = Question("How much were kimchi exports in May 2025?", date(2025, 6, 10))
    judgement = asker.ask(early).hits[0].judgement
    assert judgement is not None
    assert [each.name for each in judgement.adjustments] == ["part_untold"]


def test_timeline_of_a_part_has_no_figure_where_it_is_not_told_of(asker: Asker) -> None:
    text = "How much were kimchi exports each month?"
    timeline = asker.draw_timeline(Question(text, date(2025, 12, 1)))
    assert [each.figure_text for each in timeline.points] == [
        *("USD 13 million", None),
        *("USD 14 million", None),
    ]
    text = "How much were agrifood exports each month?"
    timeline = asker.draw_timeline(Question(text, date(2025, 12, 1)))
    assert [each.figure_text for each in timeline.points] == [
        f"USD {900 + month} million" for month in LISTED
    ]


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("Were any tractors exported in July 2025?", ["tractors"]),
        ("Were noodles exported in July 2025?", []),
        ("Was anything exported in July 2025?", []),
    ],
)
def test_what_was_done_to_other_things_is_no_answer(
    asker: Asker, text: str, untold: list[str]
) -> None:
    made = [of for name, of in list_adjustments(ask(asker, text)) if name == "subject_untold"]
    assert made == [tuple(untold)] * len(untold)


def test_what_any_of_the_sentences_marked_holds_is_not_missing() -> None:
    [read] = make_shortlist("a", make_signals(title_coverage=[0.0]), [TEXT]).read
    wanted = make_asked("How much were exports?").question.wanted
    assert find_missing(wanted, read, (FIRST,), None) == "figure"
    assert find_missing(wanted, read, (FIRST, SECOND), None) is None
    assert find_missing(wanted, read, (), None) is None


def test_month_of_an_extreme_is_told_by_the_period_of_its_release() -> None:
    [undated] = make_shortlist("a", make_signals(title_coverage=[0.0]), [TEXT]).read
    read = replace(undated, stored=replace(undated.stored, about=month(5)))
    wanted = make_asked("When were exports highest?").question.wanted
    asked = replace(wanted, extreme=Extreme.HIGHEST)
    assert find_missing(asked, read, (FIRST,), None) is None
    assert find_missing(asked, read, (FIRST,), Extreme.HIGHEST) == "date"
    assert find_missing(asked, undated, (FIRST,), None) == "date"
    assert find_missing(wanted, read, (FIRST,), None) == "date"
