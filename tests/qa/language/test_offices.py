"""The office whose holder is asked for, in either language, and the sentences that speak of it."""

import doctest
from datetime import date

import pytest

from qa.language import offices
from qa.language.offices import find_office, speaks_of
from qa.language.whose_offices import Office
from qa.questions import Question
from qa.retrieval.asking import Asker


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(offices).failed == 0


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("Who is the chairman of the Seoul Japan Club?", "chair"),
        ("Who chairs the committee?", "chair"),
        ("Who co-chaired the meeting?", "chair"),
        ("Who is the vice-chairman of the club?", "chair"),
        ("seoul japan club chairman", "chair"),
        ("chairman of the montana meth project", "chair"),
        ("Who is the chairman and CEO of SK?", "chair"),
        ("who was India's ambassador in Seoul before Das?", "ambassador"),
        ("Who has been named the new envoy to Korea?", "ambassador"),
        ("What is the name of the new ambassador?", "ambassador"),
        ("What's the ambassador's name?", "ambassador"),
        ("Could you tell me who the trade minister is?", "minister"),
        ("Who's the  trade minister now?", "minister"),
        ("Who is the trade and industry minister?", "minister"),
        ("Who is the Trade, Industry and Resources Minister?", "minister"),
        ("who are the vice ministers", "minister"),
        ("Who was the vice minister last year?", "minister"),
        ("Who was the minister two years ago?", "minister"),
        ("Who was trade minister back in 2015?", "minister"),
        ("Who was sworn in as minister this year?", "minister"),
        ("Who is serving as commerce secretary?", "minister"),
        ("Who is the acting president of KOTRA?", "president"),
        ("Who heads the center in Mongolia?", "head"),
        ("Who heads the Free Economic Zone Planning Office at the Ministry of Trade?", "head"),
        ("Who leads the ministry's planning team?", "head"),
        ("Who heads the FCC?", "top"),
        ("Who leads NASA", "top"),
        ("who runs the FCC now?", "top"),
        ("Who led KOTRA in 2005?", "top"),
        ("Who runs Hyundai Motor?", "top"),
        ("Who heads the Ministry of Trade?", "top"),
        ("Who chairs the FCC?", "chair"),
        ("Who was the head of the Fort Wayne branch in January 2008?", "head"),
        ("Who was the deputy director of the academy?", "director"),
        ("신임 주한 인도대사는 누구인가요?", "ambassador"),
        ("서울재팬클럽 회장은 누구입니까?", "chair"),
        ("산업부 장관님은 누구세요?", "minister"),
        ("통상교섭본부장 이름은?", "minister"),
        ("누가 본부장을 맡고 있나요?", "minister"),
        ("작년 3월에는 누가 장관이었나요?", "minister"),
        ("통상교섭본부장 이름 좀 알려 줘", "minister"),
        ("본부장은 누가 맡고 있나요?", "minister"),
        ("누가 대사로 부임했나요?", "ambassador"),
        ("경제자유구역기획단장은 누군가요?", "director"),
        ("Who is meeting the trade minister?", None),
        ("Who is the minister meeting?", None),
        ("Who met the minister?", None),
        ("Who did the ambassador meet?", None),
        ("Who is the president's adviser?", None),
        ("Who led the growth in exports?", None),
        ("Who leads the world in chip exports?", None),
        ("Who heads to India next week?", None),
        ("Who heads to India?", None),
        ("Who leads the delegation?", None),
        ("Who leads Korea in chip exports?", None),
        ("Who led the U.S. delegation to Seoul?", None),
        ("Who ran for president?", None),
        ("Who said the minister was wrong?", None),
        ("Who is the leader in batteries?", None),
        ("minister for trade visits India", None),
        ("Why did the chairman of the committee resign?", None),
        ("When did Kim, who is the minister of trade, visit India?", None),
        ("How many agreements did Yeo, who is the trade minister, sign?", None),
        ("Who heads the office and when was it opened?", None),
        ("Who came with the director?", None),
        ("exports by head office", None),
        ("Which firms did the ministers meet?", None),
        ("장관이 누구를 만났나요?", None),
        ("장관이 누구 만났나요?", None),
        ("반도체 시장", None),
        ("북미 시장은 얼마나 컸나요?", None),
        ("미국 지사", None),
        ("수출 대표 품목", None),
    ],
)
def test_office_is_asked_for(question: str, office: str | None) -> None:
    found = find_office(question)
    assert (found and found.kind) == office


@pytest.mark.parametrize(
    ("office", "sentence", "spoken"),
    [
        ("chair", "SJC Chairman Matsuura Tetsuya took part.", True),
        ("chair", "The meeting was co-chaired by Yeo.", True),
        ("chair", "Vice Minister Moon presided over the meeting.", True),
        ("chair", "문신학 차관이 회의를 주재했다.", True),
        ("chair", "Chairs of three committees came.", True),
        ("chair", "Trade Minister Yeo Han-koo held a roundtable.", False),
        ("chair", "회의장에서 만났다.", False),
        ("head", "Je Kyung-hee, Director-General of the Planning Office, spoke.", True),
        ("head", "The headquarters are in Seoul.", False),
        ("head", "Lead and zinc prices rose.", False),
        ("head", "Minister Kim opened it.", False),
        ("top", "Trade Minister Kim opened it.", True),
        ("top", "It wrote to FCC Chairman Kevin Martin.", True),
        ("top", "NASA Administrator Michael Griffin spoke.", True),
        ("top", "It is to remain a leader in biotechnology.", False),
        ("top", "Kevin Martin led the way.", False),
        ("ambassador", "신임 대사가 방문했다.", True),
        ("ambassador", "인도대사관에서 열렸다.", False),
        ("minister", "Commerce Secretary Howard Lutnick came.", True),
        ("minister", "모디 총리와 만났다.", True),
        ("minister", "The Ministry of Trade announced it.", False),
        ("president", "KOTRA CEO Kang attended.", True),
        ("commissioner", "무역위원회가 결정했다.", False),
    ],
)
def test_sentence_speaks_of_an_office(office: str, sentence: str, spoken: bool) -> None:
    assert speaks_of(Office(office), sentence) is spoken


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
