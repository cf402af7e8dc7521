"""The office whose holder is asked for, in either language, and the sentences that speak of it."""

import doctest
from datetime import date

import pytest

from qa import offices
from qa.answers import Question
from qa.asking import Asker
from qa.offices import find_office, speaks_of


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(offices).failed == 0


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Who is the chairman of the Seoul Japan Club?", "chair"),
        ("Who chairs the committee?", "chair"),
        ("seoul japan club chairman", "chair"),
        ("chairman of the montana meth project", "chair"),
        ("who was India's ambassador in Seoul before Das?", "ambassador"),
        ("Who has been named the new envoy to Korea?", "ambassador"),
        ("Who's the trade minister now?", "minister"),
        ("Who heads the Ministry of Trade?", "minister"),
        ("who are the vice ministers", "minister"),
        ("Who heads the center in Mongolia?", "head"),
        ("Who was the head of the Fort Wayne branch in January 2008?", "head"),
        ("Who was the deputy director of the academy?", "director"),
        ("신임 주한 인도대사는 누구인가요?", "ambassador"),
        ("서울재팬클럽 회장은 누구입니까?", "chair"),
        ("누가 본부장을 맡고 있나요?", "minister"),
        ("What is the name of the new ambassador?", "ambassador"),
        ("Who is meeting the trade minister?", None),
        ("Who is the minister meeting?", None),
        ("Who met the minister?", None),
        ("Who did the ambassador meet?", None),
        ("Who is the president's adviser?", None),
        ("Why did the chairman of the committee resign?", None),
        ("Who came with the director?", None),
        ("exports by head office", None),
        ("Which firms did the ministers meet?", None),
        ("장관이 누구를 만났나요?", None),
    ],
)
def test_office_is_asked_for(question: str, office: str | None) -> None:
    assert find_office(question) == office


@pytest.mark.parametrize(
    ("office", "sentence", "spoken"),
    [
        ("chair", "SJC Chairman Matsuura Tetsuya took part.", True),
        ("chair", "The meeting was co-chaired by Yeo.", True),
        ("chair", "Chairs of three committees came.", True),
        ("chair", "Trade Minister Yeo Han-koo held a roundtable.", False),
        ("head", "Je Kyung-hee, Director-General of the Planning Office, spoke.", True),
        ("head", "The headquarters are in Seoul, under new leadership.", False),
        ("head", "Minister Kim opened it.", False),
        ("ambassador", "신임 대사가 방문했다.", True),
        ("minister", "The Ministry of Trade announced it.", False),
    ],
)
def test_sentence_speaks_of_an_office(office: str, sentence: str, spoken: bool) -> None:
    assert speaks_of(office, sentence) is spoken


def test_who_holds_another_office_is_not_who_is_asked_for(seed_asker: Asker) -> None:
    day = date(2025, 12, 20)
    chairman = seed_asker.ask(Question("Who is the chairman of the Seoul Japan Club?", day))
    assert chairman.sentence is not None
    assert "Chairman Matsuura Tetsuya" in chairman.sentence
    assert chairman.missing is None
    # Of the center's head the release says nothing, and names a minister.
    head = seed_asker.ask(Question("Who heads the center in Mongolia?", day))
    assert head.missing == "office"
    assert head.hits[0].confidence is not None
    assert chairman.hits[0].confidence is not None
    assert head.hits[0].confidence < chairman.hits[0].confidence
