"""From question to answer, over the seeds."""

from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.answers import Verdict
from qa.questions import Obstacle, Question
from qa.records import DateRange, Release
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.retrieval.signals import SIGNALS
from qa.settings import Settings
from qa.wiring import open_asker
from tests.qa.holding import hold

ICT_TITLE = "Korea’s ICT Exports Reach All-Time High in November"
ICT_QUESTION = "How much did Korea's ICT exports rise in November 2025?"
DAY = date(2025, 12, 20)


def test_question_about_november_finds_release_published_in_december(seed_asker: Asker) -> None:
    answer = seed_asker.ask(Question(ICT_QUESTION, DAY))
    assert answer.verdict is Verdict.ANSWERED
    assert answer.hits[0].release.title == ICT_TITLE
    assert answer.hits[0].release.published == date(2025, 12, 15)
    assert answer.sentence == answer.hits[0].sentence


@pytest.mark.parametrize(
    ("question", "as_of"),
    [
        ("What were ICT exports in November?", date(2026, 12, 20)),
        ("ICT exports in October 2025", DAY),
        # The month that November's figures came out in.
        ("How much were ICT exports in December 2025?", date(2026, 1, 20)),
        ("12월 ICT 수출은 얼마인가요?", date(2026, 1, 20)),
        ("11월 ICT 수출은 얼마였나요?", date(2026, 12, 20)),
        ("What did ICT exports come to in November 2024?", DAY),
        # November's figure is not that of the whole it is a part of.
        ("How much were ICT exports in 2025?", date(2026, 1, 20)),
        ("Did ICT exports rise in the fourth quarter of 2025?", date(2026, 1, 20)),
        ("2025년 하반기 ICT 수출은 얼마였나요?", date(2026, 1, 20)),
        ("Annual ICT exports 2025", date(2026, 1, 20)),
        ("How much were ICT exports from September to November 2025?", DAY),
        # Nor is it that of a part of the month.
        ("How much were ICT exports on November 20, 2025?", DAY),
    ],
)
def test_figure_of_a_month_that_is_not_held_is_not_found(
    question: str, as_of: date, seed_asker: Asker
) -> None:
    answer = seed_asker.ask(Question(question, as_of))
    assert answer.hits[0].release.title == ICT_TITLE
    assert (answer.verdict, answer.of_another_period) == (Verdict.NOT_FOUND, True)


def test_korean_question_finds_the_english_release(seed_asker: Asker) -> None:
    answer = seed_asker.ask(Question("2025년 11월 우리나라 ICT 수출은 얼마나 증가했나요?", DAY))
    assert answer.hits[0].release.title == ICT_TITLE
    assert "ICT exports" in answer.interpretation.searched


def test_hits_are_in_the_order_of_their_scores_and_ranked_from_1(seed_asker: Asker) -> None:
    hits = seed_asker.ask(Question(ICT_QUESTION, DAY, k=8)).hits
    assert [hit.rank for hit in hits] == list(range(1, 9))
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(tuple(s.name for s in hit.signals) == SIGNALS for hit in hits)


def test_hits_stand_verbatim_in_their_releases(seed_asker: Asker) -> None:
    for hit in seed_asker.ask(Question("trade agreements and investment", DAY, k=8)).hits:
        for passage in (hit.passage, *hit.others):
            assert hit.release.body[passage.start : passage.end] == passage.text
        for span in hit.highlights:
            assert 0 <= span.start < span.end <= len(hit.passage.text)


def test_one_hit_a_release_carries_the_other_passages_of_it(seed_asker: Asker) -> None:
    hits = seed_asker.ask(Question(ICT_QUESTION, DAY, k=8)).hits
    assert len({hit.release.id for hit in hits}) == 8
    shown = [passage.id for hit in hits for passage in (hit.passage, *hit.others)]
    # So small a library is all candidates: each passage is shown, and once.
    assert len(shown) == len(set(shown)) == seed_asker.holdings.passages
    assert all(other.release_id == hit.release.id for hit in hits for other in hit.others)


def test_more_hits_of_one_release_come_when_asked_for(seed_asker: Asker) -> None:
    hits = seed_asker.ask(Question(ICT_QUESTION, DAY, k=100, per_release=2)).hits
    counts = [sum(hit.release.id == other.release.id for other in hits) for hit in hits]
    assert max(counts) == 2
    assert len({hit.release.id for hit in hits}) == 8


@pytest.mark.parametrize(
    ("first", "last", "published"),
    [
        (date(2025, 12, 10), date(2025, 12, 10), 2),
        (date(2025, 12, 11), date(2025, 12, 14), 4),
        (date(2025, 12, 12), date(2025, 12, 15), 2),
        (date.min, date.max, 8),
    ],
)
def test_dates_are_pushed_down_so_that_a_window_yields_all_its_releases(
    seed_asker: Asker, first: date, last: date, published: int
) -> None:
    asked = Question(ICT_QUESTION, DAY, DateRange(first, last), k=8)
    hits = seed_asker.ask(asked).hits
    assert len(hits) == published
    assert all(first <= hit.release.published <= last for hit in hits)


def test_as_of_hides_what_was_published_later(seed_asker: Asker) -> None:
    hits = seed_asker.ask(Question(ICT_QUESTION, date(2025, 12, 14), k=8)).hits
    assert len(hits) == 6
    assert max(hit.release.published for hit in hits) == date(2025, 12, 11)


def test_empty_window_is_not_found_and_offers_the_nearest_releases(seed_asker: Asker) -> None:
    day = date(2025, 12, 13)
    answer = seed_asker.ask(Question(ICT_QUESTION, DAY, DateRange(day, day)))
    assert (answer.verdict, answer.hits, answer.sentence) == (Verdict.NOT_FOUND, (), None)
    days = [release.published for release in answer.nearest]
    assert len(days) == 3
    # Four releases lie two days before, two lie two days after.
    assert set(days) <= {date(2025, 12, 11), date(2025, 12, 15)}


def test_nearest_release_without_passages_is_offered_once(tmp_path: Path, encoder: Encoder) -> None:
    day = date(2025, 12, 15)
    releases = [
        Release("blank", "Exports", day, " \n", "Ministry"),
        Release("later", "Imports", date(2025, 12, 17), "Imports fell.", "Ministry"),
    ]
    with hold(tmp_path, encoder, releases) as asker:
        answer = asker.ask(Question("Exports?", DAY, DateRange(day, day)))
    assert [release.id for release in answer.nearest] == ["blank", "later"]


def test_newest_are_listed_of_those_with_passages(tmp_path: Path, encoder: Encoder) -> None:
    # Five of the newest were taken, and then those without left out: an answer of no hits.
    blank = [Release(f"b{day}", "T", date(2025, 12, day), " \n", "M") for day in range(10, 16)]
    told = [Release(f"t{day}", "T", date(2025, 12, day), "Exports rose.", "M") for day in (1, 2, 3)]
    with hold(tmp_path, encoder, [*blank, *told]) as asker:
        for k, ids in ((2, ["t3", "t2"]), (5, ["t3", "t2", "t1"])):
            answer = asker.ask(Question("What's new?", DAY, k=k))
            assert answer.verdict is Verdict.ANSWERED
            assert [hit.release.id for hit in answer.hits] == ids
            assert [hit.rank for hit in answer.hits] == list(range(1, len(ids) + 1))
            assert answer.total == 3


def test_nearest_releases_are_none_that_as_of_hides(seed_asker: Asker) -> None:
    window = DateRange(date(2025, 12, 13), date(2025, 12, 31))
    answer = seed_asker.ask(Question(ICT_QUESTION, date(2025, 12, 13), window))
    assert answer.verdict is Verdict.NOT_FOUND
    assert [release.published for release in answer.nearest] == [date(2025, 12, 11)] * 3
    assert answer.later == 2  # those of the 15th


@pytest.mark.parametrize(
    ("published", "as_of", "later"),
    [
        # Held are 2, 4 and 2 releases of 10, 11 and 15 December.
        (None, date(2025, 12, 1), 8),
        (DateRange(date(2025, 12, 1), date(2025, 12, 10)), date(2025, 12, 5), 2),
        (DateRange(date(2025, 12, 11), date(2025, 12, 14)), date(2025, 12, 10), 4),
        (DateRange(date(2025, 12, 12), date(2025, 12, 14)), date(2025, 12, 10), 0),
        (DateRange(date(2025, 12, 16), date.max), date.max, 0),
    ],
)
def test_what_was_published_later_than_as_of_is_counted(
    seed_asker: Asker, published: DateRange | None, as_of: date, later: int
) -> None:
    answer = seed_asker.ask(Question(ICT_QUESTION, as_of, published))
    assert (answer.verdict, answer.later) == (Verdict.NOT_FOUND, later)


@pytest.mark.parametrize("as_of", [date.min, date(2025, 12, 9)])
def test_before_the_first_release_there_is_nothing(seed_asker: Asker, as_of: date) -> None:
    answer = seed_asker.ask(Question(ICT_QUESTION, as_of))
    assert (answer.verdict, answer.hits, answer.nearest) == (Verdict.NOT_FOUND, (), ())


def test_releases_passed_over_do_not_come_up(seed_asker: Asker) -> None:
    interpretation = seed_asker.interpret(Question(ICT_QUESTION, DAY))
    whole = seed_asker.shortlist(interpretation)
    [ict] = {p.release.id for p in whole.passages if p.release.title == ICT_TITLE}
    without = seed_asker.shortlist(interpretation, without=frozenset({ict}))
    assert {p.release.id for p in whole.passages} - {p.release.id for p in without.passages} == {
        ict
    }


def test_passing_over_every_release_leaves_nothing_found(seed_asker: Asker) -> None:
    interpretation = seed_asker.interpret(Question(ICT_QUESTION, DAY))
    ids = frozenset(p.release.id for p in seed_asker.shortlist(interpretation).passages)
    hits = seed_asker.make_hits(
        seed_asker.shortlist(interpretation, without=ids), k=5, per_release=1
    )
    assert (hits, seed_asker.judge(hits)) == ((), Verdict.NOT_FOUND)


def test_without_a_ranking_nothing_is_claimed(seed_settings: Settings, encoder: Encoder) -> None:
    asker = open_asker(seed_settings, encoder, None)
    answer = asker.ask(Question(ICT_QUESTION, DAY))
    asker.snapshot.close()
    assert answer.verdict is Verdict.UNJUDGED
    assert answer.hits[0].release.title == ICT_TITLE
    assert {hit.confidence for hit in answer.hits} == {None}


@pytest.mark.parametrize(
    ("threshold", "verdict"), [(0.0, Verdict.ANSWERED), (1.0, Verdict.NOT_FOUND)]
)
def test_threshold_of_the_settings_decides(
    seed_settings: Settings, encoder: Encoder, threshold: float, verdict: Verdict
) -> None:
    settings = seed_settings.model_copy(update={"threshold": threshold})
    asker = open_asker(settings, encoder, read_ranking())
    answer = asker.ask(Question(ICT_QUESTION, DAY))
    asker.snapshot.close()
    assert answer.verdict is verdict


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        ("Hello, who are you?", Obstacle.NOTHING_ASKED),
        ("도와주세요", Obstacle.NOTHING_ASKED),
        ("?", Obstacle.NOTHING_ASKED),
        ("\x00", Obstacle.NOTHING_ASKED),
        ("\u202eמה", Obstacle.LANGUAGE),
        ("11月のICT輸出額はいくらでしたか", Obstacle.LANGUAGE),
        ("Wie hoch waren die ICT-Exporte im November 2025?", Obstacle.LANGUAGE),
    ],
)
def test_what_cannot_be_looked_for_is_not_found_and_told_why(
    seed_asker: Asker, text: str, obstacle: Obstacle
) -> None:
    answer = seed_asker.ask(Question(text, DAY))
    assert (answer.verdict, answer.hits, answer.nearest) == (Verdict.NOT_FOUND, (), ())
    assert answer.interpretation.obstacle is obstacle
    assert seed_asker.draw_timeline(Question(text, DAY)).points == ()


def test_all_that_was_new_is_no_chat(seed_asker: Asker) -> None:
    answer = seed_asker.ask(Question("Hi, please catch me up on this month.", DAY))
    assert answer.total
    assert answer.interpretation.obstacle is None


@pytest.mark.parametrize("text", ["the", "a" * 2000, '"AND" OR (:'])
def test_question_of_no_use_gets_an_answer_all_the_same(seed_asker: Asker, text: str) -> None:
    answer = seed_asker.ask(Question(text, DAY))
    assert len(answer.hits) == 5
    assert all(0 <= (hit.confidence or 0) <= 1 for hit in answer.hits)


@pytest.mark.parametrize(("percent", "missing"), [("30", "claimed_figure"), ("24.3", None)])
def test_figure_to_be_confirmed_is_told_to_be_missing_whatever_chat_is_around(
    seed_asker: Asker, percent: str, missing: str | None
) -> None:
    text = f"Hi there! Did Korea's ICT exports rise {percent} percent in November 2025? Thanks!"
    answer = seed_asker.ask(Question(text, DAY))
    assert (answer.verdict, answer.missing) == (Verdict.ANSWERED, missing)
