"""Questions made of what a library holds."""

from datetime import date

from qa.answers import Verdict
from qa.output.words import Language
from qa.questions import Question
from qa.retrieval.asking import Asker
from qa.web.starters import find_starters

DAY = date(2025, 12, 20)


def test_questions_about_the_seeds_are_ones_that_people_ask(seed_asker: Asker) -> None:
    assert find_starters(seed_asker, Language.ENGLISH, DAY)[:2] == (
        "How much did Korea’s exports of ICT goods in November 2025 rise?",
        "Who is Director-General of the Free Economic Zone Planning Office?",
    )


def test_every_question_is_answered_by_a_release_of_its_own(
    seed_asker: Asker, monthly_asker: Asker, page_asker: Asker
) -> None:
    for asker in (seed_asker, monthly_asker, page_asker):
        for language in Language:
            answered = set()
            starters = find_starters(asker, language, DAY)
            assert starters
            for text in starters:
                answer = asker.ask(Question(text, DAY, k=1))
                assert answer.verdict is Verdict.ANSWERED, text
                answered.add(answer.hits[0].release.id)
            assert len(answered) == len(starters)


def test_korean_readers_are_shown_korean_releases_where_there_are_any(page_asker: Asker) -> None:
    [starter] = find_starters(page_asker, Language.KOREAN, DAY)
    assert "리튬 비축 물량 확대" in starter


def test_nothing_is_proposed_of_what_is_not_out_yet(seed_asker: Asker) -> None:
    assert find_starters(seed_asker, Language.ENGLISH, date(2025, 1, 1)) == ()
