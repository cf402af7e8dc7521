"""What only seems to answer: of another person, country, office or number, or in another place.

Over the seeds."""

from datetime import date

import pytest

from qa.answers import Answer, Verdict
from qa.questions import Question
from qa.retrieval.asking import Asker
from tests.qa.retrieval.test_asking import DAY, ICT_TITLE


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
    ("question", "answered"),
    [
        ("What did Yokohama Rubber say about K-FEZ?", False),
        ("삼성전자의 2025년 11월 ICT 수출은 얼마였나요?", False),
        ("How much did Samsung Electronics export in ICT goods in November 2025?", False),
        ("What did Yeo Han-koo say about modular agreements?", True),
        # By initials, and as the one who published it.
        ("What does the World Trade Organization prepare in Cameroon?", True),
        ("What did MOTIR discuss with China in Beijing?", True),
    ],
)
def test_what_is_told_of_other_companies_and_people_is_no_answer(
    question: str, answered: bool, seed_asker: Asker
) -> None:
    verdict = seed_asker.ask(Question(question, DAY)).verdict
    assert (verdict is Verdict.ANSWERED) is answered


@pytest.mark.parametrize(
    "question",
    [
        "What is the phone number of the Rare Metals Cooperation Center?",
        "희소금속 협력센터의 전화번호는?",
        "What salary does the head of the Free Economic Zone Planning Office get?",
        "How tall is the Rare Metals Cooperation Center?",
    ],
)
def test_what_no_release_has_in_any_form_is_not_found(question: str, seed_asker: Asker) -> None:
    assert seed_asker.ask(Question(question, DAY)).verdict is Verdict.NOT_FOUND


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
        "How much were exports excluding ICT in November 2025?",
        "ICT exports without semiconductors in November 2025",
        "2025년 11월 반도체를 제외한 ICT 수출액은?",
    ],
)
def test_figure_of_all_is_none_without_a_part(question: str, seed_asker: Asker) -> None:
    answer = seed_asker.ask(Question(question, DAY))
    assert answer.hits[0].release.title == ICT_TITLE
    assert answer.verdict is Verdict.NOT_FOUND


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


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Who attended K-FEZ Day in Tokyo?", Verdict.NOT_FOUND),
        ("How many people attended K-FEZ Day in China?", Verdict.NOT_FOUND),
        ("도쿄에서 열린 K-FEZ 데이에는 누가 참석했나요?", Verdict.NOT_FOUND),
        ("When does the rare metals center in Tashkent open?", Verdict.NOT_FOUND),
        ("베트남 희소금속 센터는 언제 문을 여나요?", Verdict.NOT_FOUND),
        ("Whom did Minister Kim meet in Guangzhou?", Verdict.NOT_FOUND),
        ("Who attended K-FEZ Day in Fukuoka?", Verdict.ANSWERED),
        ("How many people attended K-FEZ Day in Japan?", Verdict.ANSWERED),
        ("When was K-FEZ Day in Kyushu?", Verdict.ANSWERED),
        ("후쿠오카에서 열린 K-FEZ 데이에는 누가 참석했나요?", Verdict.ANSWERED),
        ("When does the rare metals center in Ulaanbaatar open?", Verdict.ANSWERED),
        ("Does Korea plan a rare metals center in Vietnam?", Verdict.ANSWERED),
        ("Whom did Minister Kim meet in China?", Verdict.ANSWERED),
    ],
)
def test_what_happened_in_one_place_is_not_told_of_another(
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
