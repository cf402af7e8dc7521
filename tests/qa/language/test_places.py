"""Where a question says that something stands or happened, and what is told of other places."""

import doctest
import time

import pytest

from qa.language import places
from qa.language.glossary import render
from qa.language.places import find_asked_places, is_elsewhere


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(places).failed == 0


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("When was K-FEZ Day in Osaka?", ["Osaka"]),
        ("When was K-FEZ Day in China?", ["China"]),
        ("Whom did the minister meet in Buenos Aires in May 2024?", ["Buenos Aires"]),
        ("In Tokyo, whom did he meet?", ["Tokyo"]),
        ("When did Minister Kim visit Tokyo?", ["Tokyo"]),
        ("When does the trade mission leave for Rome?", ["Rome"]),
        ("Who spoke at the forum with Vietnam in Hanoi?", ["Hanoi", "Vietnam"]),
        ("오사카에서 열린 K-FEZ 데이는 언제였습니까?", ["Osaka"]),
        ("부산에 있는 배터리 센터는 언제 문을 열었나요?", ["Busan"]),
        ("중국 K-FEZ 데이는 언제 열렸나요?", ["China"]),
        ("베트남 희소금속 센터는 언제 문을 여나요?", ["Vietnam"]),
        ("When was the center in Gangwon opened?", ["Gangwon"]),
        ("When was swine fever confirmed in Jeju?", ["Jeju"]),
        ("전남 배터리 센터는 언제 문을 열었나요?", ["South Jeolla"]),
        ("제주에서 구제역이 언제 확진됐나요?", ["Jeju"]),
        ("How much pork does Jeju sell?", []),
        # Of what is in many places, and what only concerns a country.
        ("How much did exports to China rise in May?", []),
        ("How many jobs in Norwich does the bill create?", []),
        ("What did the meeting say about China?", []),
        ("What did the meeting say about trade in China?", []),
        ("What did the Chinese minister say at the meeting?", []),
        ("회의에서 중국 희토류는 어떻게 논의됐나요?", []),
        # What a town may lie in, and what is no place.
        ("When was K-FEZ Day in Asia?", []),
        ("When was the center in Texas opened?", []),
        ("When was the center in New Jersey opened?", []),
        ("When was the center in Sunflower County opened?", []),
        ("When was the center in Korea opened?", []),
        ("When was the forum held in November?", []),
        ("Who spoke in English at the forum?", []),
        ("Who opened the hearing in the U.S. Senate?", []),
        ("In Elizabeth Dole's telling, why was the plant built?", []),
        ("When did the minister visit the plant?", []),
        ("Was the center opened in Busan or in Wonju?", []),
        ("배터리 센터는 부산에 있나요, 아니면 원주에 있나요?", []),
        ("", []),
    ],
)
def test_places_are_those_where_something_stands_or_happened(
    question: str, names: list[str]
) -> None:
    asked = find_asked_places(question, render(question))
    assert [each.name for each in asked] == names


FUKUOKA = (
    "Ports Courted",
    "The ministry hosted “K-FEZ Day in Japan” on Monday in Fukuoka. Participants heard of logistics"
    " among Korea, China and Japan.",
)
ULAANBAATAR = (
    "Korea Opens Rare Metals Center with Mongolia",
    "The center in Ulaanbaatar opens on Friday. The Mongolia center is the first of five centers"
    " with countries such as Uzbekistan and Vietnam.",
)


@pytest.mark.parametrize(
    ("question", "release", "elsewhere"),
    [
        ("When was K-FEZ Day in Osaka?", FUKUOKA, True),
        ("When was K-FEZ Day in Fukuoka?", FUKUOKA, False),
        ("When was K-FEZ Day in Fukouka?", FUKUOKA, False),
        ("When was K-FEZ Day in Japan?", FUKUOKA, False),
        ("When was K-FEZ Day in China?", FUKUOKA, True),
        # Nor is a country that is not named at all: that is counted already.
        ("When was K-FEZ Day in Chile?", FUKUOKA, False),
        ("When was the forum in Osaka?", FUKUOKA, False),
        ("When does the center in Tashkent open?", ULAANBAATAR, True),
        ("When does the center in Uzbekistan open?", ULAANBAATAR, True),
        ("When does the center in Vietnam open?", ULAANBAATAR, True),
        ("When does the center in Mongolia open?", ULAANBAATAR, False),
        ("Will there be a center in Uzbekistan?", ULAANBAATAR, False),
        ("우즈베키스탄에 센터가 들어서나요?", ULAANBAATAR, False),
        ("우즈베키스탄 센터는 언제 문을 여나요?", ULAANBAATAR, True),
        ("Whom did Kim meet in Shanghai?", ("News", "Kim visited Beijing and met Wang."), True),
        ("Whom did Kim meet in Shanghai?", ("News", "Kim met Wang in China."), False),
        ("Whom did Kim meet in Shanghai?", ("In Shanghai", "In Beijing Kim met Li."), False),
        ("Whom did Kim meet in China?", ("News", "Kim visited Beijing and met Wang."), False),
        ("Whom did Kim meet in Busan?", ("News", "Kim met Wang in Pusan and in Seoul."), False),
        ("When was the forum in San Antonio?", ("News", "A forum met in San Francisco."), True),
        ("When was the forum in San Jose?", ("News", "A forum met in San José."), False),
        ("When was the forum in Icheon?", ("News", "A forum was held in Incheon."), True),
        ("When was the forum in The Hague?", ("News", "The forum was held in Hanover."), True),
        ("Whom did Kim meet in New York City?", ("News", "Kim met Li in Osaka."), True),
        ("Whom did Kim meet in New York City?", ("News", "Kim met Li in New York."), False),
        ("Whom did Kim meet in Kansas City?", ("News", "Kim met Li in Osaka."), True),
        ("Whom did Kim meet in Kansas?", ("News", "Kim met Li in Osaka."), False),
        ("In Which city was the forum held?", ("News", "A forum was held in Osaka."), False),
        ("When was the center in Houston opened?", ("HOUSTON", "A center in Waco opened."), False),
        # A province is set against provinces, as a town may lie in it.
        ("When was fever confirmed in Jeju?", ("Fever", "Confirmed in Paju, Gyeonggi."), True),
        ("When was fever confirmed in Jeju?", ("Fever", "Confirmed in Seogwipo."), False),
        ("제주에서 구제역이 언제 확진됐나요?", ("Fever", "Confirmed in Paju, Gyeonggi."), True),
        ("When was fever confirmed in Jeju?", ("News", "Exports of Gyeonggi rose."), False),
    ],
)
def test_what_is_told_of_in_other_places_alone_is_elsewhere(
    question: str, release: tuple[str, str], elsewhere: bool
) -> None:
    asked = find_asked_places(question, render(question))
    assert any(is_elsewhere(each, *release) for each in asked) is elsewhere


def test_question_of_nothing_but_places_is_read_at_once() -> None:
    for question in ("중국 가나다 " * 280 + "회의", "오사카에서 " * 330, "meet in Aaa, " * 150):
        before = time.process_time()
        assert len(find_asked_places(question, "meeting")) <= 8
        assert time.process_time() - before < 1


def test_korean_release_is_read_in_its_rendering() -> None:
    release = ("차관, 업체 방문", "차관은 5월 31일 강릉 소재 업체를 방문하여 애로를 들었다.")
    [gangneung] = find_asked_places(*["When did he visit Gangneung?"] * 2)
    [busan] = find_asked_places(*["When did he visit Busan?"] * 2)
    assert not is_elsewhere(gangneung, *release, "ko")
    assert is_elsewhere(busan, *release, "ko")
