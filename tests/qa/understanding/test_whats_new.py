"""Questions for whatever was published, and the list that answers them."""

from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.answers import Verdict
from qa.cli.hints import find_hints
from qa.language.matters import Matter
from qa.output.answer_text import format_answer
from qa.questions import Aspect, Question
from qa.retrieval.asking import Asker
from qa.settings import Settings
from qa.understanding.interpreting import interpret
from qa.wiring import open_asker

AS_OF = date(2025, 12, 16)  # a Tuesday: the seeds are of 10 December (2), 11 (4) and 15 (2)


@pytest.mark.parametrize(
    "question",
    """What was new last week?|What's new?|anything new since Monday?|Any news?|latest releases
    |What was announced last week?|What did the ministry announce yesterday?|What's the latest?
    |list the announcements of the past 10 days|Show me everything from yesterday
    |What did the Ministry of Trade, Industry and Resources announce last week?
    |What did MOTIR publish last week?|What was released in November 2025?
    |Did anything come out today?
    |지난주에 새로 나온 소식은?|지난주 발표|이번 주에 나온 보도자료|어제 발표된 것
    |새로운 소식 있나요?|지난주 산업부가 발표한 내용은 무엇인가요?|지난주 무슨 일이 있었나요?
    |최신 보도자료|오늘 뭐 나왔나
    |Which documents were posted last week?|3월 10일 이후 발표 모두|지난주에 배포된 보도자료는?
    |금요일에 산업부가 뭐라고 했나
    |this week's press releases|today’s releases|Summarize last week's press releases
    |이번 주 발표된 자료|어제 올라온 자료|지난주 배포된 자료 목록|금주 발표자료|지난주 주요 발표
    |오늘 나온 보도자료 보여줘|지난 열흘간 나온 보도자료 목록
    |Hi, what's new this week?|I want to know what was announced last week.
    |What did the ministry put out today?|Catch me up on what happened last week.
    |Could you give me a rundown of last week's press releases, please?
    |What was announced during the past month?|What was announced within the last week?
    |I'd like to see last week's releases|What did I miss last week?
    |I was away last week. What did I miss?|I have been off for the last two weeks, anything new?
    |Fill me in on last week
    |What has the ministry been up to this week?|What went on at the ministry last week?
    |Were there any press releases this morning?|I'd like the five latest releases
    |What's the newest release?
    |산업통상자원부 지난주 보도자료 알려 줘|지난주에 새로 나온 소식 알려 줘|어제 자료 정리해 줘
    |지난주 발표 요약해 주세요|지난주 보도자료 부탁드립니다|지난주 새 소식 있으면 알려 주세요
    |안녕하세요 지난주 소식 알려 주세요|지난주 뉴스|지난주 뭐뭐 나왔어요?|지난주 발표 사항
    |오늘 아침 나온 소식|주말 동안 나온 소식|지난주 소식 알려 줄 수 있어요|가장 최근 보도자료는?
    |제일 최신 보도자료 3개 보여 줘""".split("|"),
)
def test_question_for_whatever_was_published_names_no_matter(question: str) -> None:
    assert interpret(Question(question.strip(), AS_OF), render_korean=True).wants_all


@pytest.mark.parametrize(
    "question",
    """What was announced last week about chips?|What were the results announced last week?
    |How many releases came out last week?|Who announced it last week?|Was it announced last week?
    |When was it announced?|Why was this published yesterday?|released|the|?|new plant|최신 ICT 수출
    |What came out of the meeting last week?|What was reported for November?|annual reports
    |What did the Ministry of Environment announce last week?|지난주 발표된 수출 실적|수출은?
    |When did the second quarter export figures come out?|1월 수출 통계는 언제 나왔나
    |작년 하반기에 어떤 품목이 이끌었나
    |last week's chips news|이번 주 수출 자료|지난주 반도체 자료|new materials announced last week
    |지난주 나온 반려동물용품 소식
    |Thank-you letters announced last week|What was announced last week about missing persons?
    |And last week?|What about last month?|How did we do last month?|Overview of the first quarter
    |Tell me about last month's exports|Could you give me the latest exports?|Latest on chips
    |지난주 정리해고 소식 알려 줘|지난달은?|지난달 실적 정리해 줘|최근 섬유 수출 알려 줘""".split(
        "|"
    ),
)
def test_question_for_a_matter_does_not_want_all(question: str) -> None:
    assert not interpret(Question(question.strip(), AS_OF), render_korean=True).wants_all


@pytest.mark.parametrize("question", ["What was new last week?", "지난주에 새로 나온 소식은?"])
def test_all_of_a_window_are_listed_newest_first(question: str, seed_asker: Asker) -> None:
    answer = seed_asker.ask(Question(question, AS_OF, k=5))
    assert (answer.verdict, answer.total, answer.sentence) == (Verdict.ANSWERED, 6, None)
    days = [hit.release.published for hit in answer.hits]
    assert days == [date(2025, 12, 11)] * 4 + [date(2025, 12, 10)]
    assert [hit.rank for hit in answer.hits] == [1, 2, 3, 4, 5]
    for hit in answer.hits:
        assert hit.sentence is not None
        assert hit.release.body.startswith(hit.sentence)


def test_without_a_window_the_newest_are_listed(seed_asker: Asker) -> None:
    answer = seed_asker.ask(Question("Any news?", date(2025, 12, 12), k=2))
    assert [hit.release.published for hit in answer.hits] == [date(2025, 12, 11)] * 2
    assert answer.total == 6


def test_when_nothing_was_published_none_is_listed(seed_asker: Asker) -> None:
    answer = seed_asker.ask(Question("What was new on Sunday?", AS_OF))
    assert (answer.verdict, answer.hits, answer.total) == (Verdict.NOT_FOUND, (), None)
    assert answer.nearest


def test_another_publisher_than_the_one_given_is_not_listed(seed_asker: Asker) -> None:
    answer = seed_asker.ask(Question("Any news?", AS_OF, publisher="Nobody"))
    assert answer.verdict is Verdict.NOT_FOUND


def test_list_needs_no_ranking(seed_settings: Settings, encoder: Encoder) -> None:
    asker = open_asker(seed_settings, encoder, None)
    answer = asker.ask(Question("What was new last week?", AS_OF))
    asker.snapshot.close()
    assert answer.verdict is Verdict.ANSWERED


def test_list_is_printed_with_the_sentence_that_leads_each(seed_asker: Asker) -> None:
    answer = seed_asker.ask(Question("What was new last week?", AS_OF, k=2))
    lines = format_answer(answer).splitlines()
    assert lines[2] == "6 releases, the newest 2:"
    assert lines[4].startswith("1. 2025-12-11  Korea Launches Modular Trade Agreement")
    assert not any("sure)" in line for line in lines)
    [hint] = find_hints(answer)
    assert hint.command == "-k 6"
    whole = seed_asker.ask(Question("What was new last week?", AS_OF, k=6))
    assert "6 releases, the newest first:" in format_answer(whole)
    assert find_hints(whole) == []


# The first sentence of the release of which something was announced, found by hand in the seeds.
@pytest.mark.parametrize(
    ("question", "opening"),
    [
        (
            "Anything about critical minerals in the last seven days?",
            "The Ministry of Trade, Industry and Resources (MOTIR, Minister JK Kim) announced that",
        ),
        ("What was announced last week about Japan?", "Trade Minister Yeo Han-koo of the Ministry"),
        ("지난주 일본 관련 소식", "Trade Minister Yeo Han-koo of the Ministry"),
        (
            "What was new with India last week?",
            "Trade Minister Yeo Han-koo of the Ministry of Trade",
        ),
    ],
)
def test_news_of_a_matter_is_what_the_release_on_it_says_first(
    question: str, opening: str, seed_asker: Asker
) -> None:
    hit = seed_asker.ask(Question(question, AS_OF)).hits[0]
    assert hit.sentence is not None
    assert hit.sentence.startswith(opening)
    assert hit.release.body.startswith(hit.sentence)


@pytest.mark.parametrize(
    "question",
    """Who was announced last week as ambassador?|How much was announced last week for chips?
    |What did the minister say last week about chips?|What were chip exports last week?
    |What was announced last week?|chips|Why was the plant announced last week?
    |Latest exports|Latest news on ICT exports|최근 반도체 수출 소식|What was announced about Chile?
    |What did they say about the good news on Chile?|News conference on Chile|newspaper ads
    |Where was the latest round of talks with Chile held?|the latest trade mission""".split("|"),
)
def test_question_for_something_in_particular_asks_for_no_news(question: str) -> None:
    assert not interpret(Question(question.strip(), AS_OF), render_korean=True).news_of


@pytest.mark.parametrize(
    "question",
    """Latest on Chile|What's the latest with Chile?|Latest news about Chile, please|News on Chile?
    |Could you show me the most recent press release on Chile?|What's new with Chile?
    |Recent developments on Chile|What was announced last week about Chile?
    |칠레 최신 소식|칠레 최근 소식 알려 줘|칠레 관련 가장 최근 보도자료 3건 찾아 주세요
    |지난달 칠레 뉴스
    |칠레에 대한 소식이 있으면 알려 주실 수 있나요?""".split("|"),
)
def test_news_is_asked_for_of_a_matter_alone(question: str) -> None:
    asked = interpret(Question(question.strip(), AS_OF), render_korean=True)
    assert asked.news_of == Matter(frozenset(), frozenset({"Chile"}))


def test_korean_word_without_english_is_of_the_matter() -> None:
    asked = interpret(Question("지난달 칠레 쌸뢰 소식", AS_OF), render_korean=True)
    assert asked.news_of == Matter(frozenset({"쌸뢰"}), frozenset({"Chile"}))


def test_korean_courtesy_is_not_searched_for() -> None:
    asked = interpret(Question("지난달 수출 알려 줄 수 있어요?", AS_OF), render_korean=True)
    assert (asked.searched, asked.unrendered) == ("exports?", ())


def test_window_that_is_ignored_limits_nothing(seed_asker: Asker) -> None:
    ignored = frozenset({Aspect.PUBLISHED})
    answer = seed_asker.ask(Question("What was new last week?", AS_OF, ignore=ignored))
    assert answer.total == 8


def test_what_was_new_has_no_timeline(monthly_asker: Asker) -> None:
    as_of = date(2025, 9, 1)
    asked = Question("battery exports", as_of)
    assert monthly_asker.draw_timeline(asked).series is not None
    assert monthly_asker.draw_timeline(Question("What's new?", as_of)).series is None
