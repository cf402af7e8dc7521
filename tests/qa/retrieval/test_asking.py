"""From question to answer, over the seeds."""

from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.answers import Answer, Verdict
from qa.questions import Question
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


@pytest.mark.parametrize(
    ("minister", "sure"), [("JK Kim 장관", True), ("홍길동 장관", False), ("김정관 장관", True)]
)
def test_release_that_names_another_person_hardly_answers(
    minister: str, sure: bool, seed_asker: Asker
) -> None:
    [best, *_] = seed_asker.ask(
        Question(f"{minister}이 몽골 희소금속 협력센터를 열었나요?", DAY)
    ).hits
    assert "Mongolia" in best.release.title
    assert best.confidence is not None
    assert best.confidence > 0.6 if sure else best.confidence < 0.3


@pytest.mark.parametrize(
    ("question", "as_of"),
    [
        ("Monthly ICT exports in 2025", date(2026, 1, 20)),
        ("When in 2025 were ICT exports at a record high?", date(2026, 1, 20)),
        # The year is not over: nothing tells more of it.
        ("How much were ICT exports in 2025?", DAY),
    ],
)
def test_month_answers_what_a_part_of_the_year_may_answer(
    question: str, as_of: date, seed_asker: Asker
) -> None:
    answer = seed_asker.ask(Question(question, as_of))
    assert answer.hits[0].release.title == ICT_TITLE
    assert (answer.verdict, answer.of_another_period) == (Verdict.ANSWERED, False)


@pytest.mark.parametrize(
    "question",
    [
        "Has Korea announced a rare metals center in Chile?",
        "칠레 희소금속 협력센터는 언제 문을 여나요?",
    ],
)
def test_what_was_announced_of_another_country_is_no_answer(
    question: str, seed_asker: Asker
) -> None:
    answer = seed_asker.ask(Question(question, DAY))
    assert "Mongolia" in answer.hits[0].release.title
    assert answer.verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("What were Japan's ICT exports in November 2025?", Verdict.NOT_FOUND),
        ("How much did Chinese semiconductor exports rise in November 2025?", Verdict.NOT_FOUND),
        ("일본의 11월 ICT 수출액은?", Verdict.NOT_FOUND),
        ("What were ICT exports to Japan in November 2025?", Verdict.ANSWERED),
        ("What were Korea's ICT exports to Japan in November 2025?", Verdict.ANSWERED),
    ],
)
def test_what_went_to_a_country_is_not_what_it_exports(
    seed_asker: Asker, question: str, verdict: Verdict
) -> None:
    answer = seed_asker.ask(Question(question, DAY))
    assert answer.hits[0].release.title == ICT_TITLE
    assert answer.verdict is verdict


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is the trade minister?", "Yeo Han-koo"),
        ("통상교섭본부장은 누구인가요?", "Yeo Han-koo"),
        ("Who is Korea's minister of trade, industry and resources?", "JK (Jung-Kwan) Kim"),
        ("Who is China's trade minister?", "Wang Wentao"),
        ("중국 상무장관은 누구인가요?", "Wang Wentao"),
        ("Who is Japan's trade minister?", None),
        ("Who is Japan's minister of industry?", None),
        ("Who is the vice minister of MOTIR?", None),
        ("Who is India's prime minister?", None),
        ("산업통상부 차관은 누구입니까?", None),
    ],
)
def test_who_holds_an_office_is_not_who_holds_anothers(
    seed_asker: Asker, question: str, name: str | None
) -> None:
    answer = seed_asker.ask(Question(question, DAY))
    if name is None:
        assert answer.verdict is Verdict.NOT_FOUND
    else:
        assert answer.verdict is Verdict.ANSWERED
        assert answer.sentence is not None
        assert name in answer.sentence


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("When is the 15th WTO Ministerial Conference?", Verdict.NOT_FOUND),
        ("When is the thirteenth WTO Ministerial Conference?", Verdict.NOT_FOUND),
        ("제15차 WTO 각료회의는 언제입니까?", Verdict.NOT_FOUND),
        ("When is the 14th WTO Ministerial Conference?", Verdict.ANSWERED),
        ("When is the fourteenth WTO Ministerial Conference?", Verdict.ANSWERED),
        ("제14차 WTO 각료회의는 언제입니까?", Verdict.ANSWERED),
        ("When is the WTO Ministerial Conference?", Verdict.ANSWERED),
    ],
)
def test_what_is_told_of_the_14th_is_not_told_of_the_15th(
    seed_asker: Asker, question: str, verdict: Verdict
) -> None:
    assert seed_asker.ask(Question(question, DAY)).verdict is verdict


@pytest.mark.parametrize("k", [1, 2, 5, 8])
def test_verdict_is_of_the_sentence_shown_however_many_hits_are_asked_for(
    k: int, seed_asker: Asker
) -> None:
    # The release on Japanese investors is surer than the one on India's ambassador above it.
    answer = seed_asker.ask(Question("Who is the ambassador of Japan to Korea?", DAY, k=k))
    assert "India" in answer.hits[0].release.title
    assert (answer.verdict, answer.sentence) == (Verdict.NOT_FOUND, None)


@pytest.mark.parametrize("text", ["who", "When?", "How many?", "오바마는 무엇을 발표했습니까?"])
def test_question_of_which_nothing_is_left_to_look_for_is_not_answered(
    seed_asker: Asker, text: str
) -> None:
    answer = seed_asker.ask(Question(text, date(2025, 12, 20)))
    assert (answer.verdict, answer.hits[0].confidence) == (Verdict.NOT_FOUND, 0.0)


def test_words_that_are_quoted_are_found_and_others_are_not(seed_asker: Asker) -> None:
    def ask(text: str) -> Answer:
        return seed_asker.ask(Question(text, date(2025, 12, 20)))

    said = ask(
        "Who said “ICT exports rose for the tenth consecutive month on a year-on-year basis”?"
    )
    assert said.verdict is Verdict.ANSWERED
    assert said.sentence is not None
    assert "rose for the tenth consecutive month on a year-on-year basis" in said.sentence
    made_up = ask("Did the ministry say “ICT exports fell for the tenth consecutive month”?")
    assert made_up.verdict is Verdict.NOT_FOUND


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


@pytest.mark.parametrize("text", ["?", "the", "😀", "\u202eמה", "\x00", "a" * 2000, '"AND" OR (:'])
def test_question_of_no_use_gets_an_answer_all_the_same(seed_asker: Asker, text: str) -> None:
    answer = seed_asker.ask(Question(text, DAY))
    assert len(answer.hits) == 5
    assert all(0 <= (hit.confidence or 0) <= 1 for hit in answer.hits)
