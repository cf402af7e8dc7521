"""Companies, people, bodies and towns that questions name, and releases that do or name others."""

import doctest
import time
from itertools import product
from string import ascii_lowercase

import pytest

from qa.language import parties
from qa.language.parties import find_parties, is_common, names_party


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(parties).failed == 0


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Which power banks of Samsung were recalled?", ["Samsung"]),
        ("How much will HD Hyundai Heavy Industries spend?", ["HD Hyundai Heavy Industries"]),
        ("What did President Lee say about rice?", ["Lee"]),
        ("When was Kim Sun-woo appointed director?", ["Kim Sun-woo"]),
        ("How much will Gaon invest in its Mokpo yard?", ["Gaon", "Mokpo"]),
        ("What did KEPCO and Hanwha Ocean sign?", ["KEPCO", "Hanwha Ocean"]),
        ("What would the Roe-Poe bill cost?", ["Roe-Poe"]),
        ("POSCO가 울산에 짓는 데이터센터의 규모는?", ["POSCO", "Ulsan"]),
        ("삼성중공업은 거제에 얼마를 투자하나요?", ["Samsung", "Geoje"]),
        # Places, states, governments, and what only has a capital.
        ("What did Washington and Brussels agree on in Kyushu?", []),
        ("How many people were unemployed in Busan?", ["Busan"]),
        ("How many people live near Thurmont?", []),
        ("How many Ohio seniors did Democrats in the Senate want to help?", []),
        ("What is China's share of exports to Asia?", []),
        ("How many EVs and SUVs did Korea export in Q3 2025?", []),
        ("How many people had COPD (CABG) at Christmas?", ["COPD"]),
        ("Why do T-cells and ICT-sector exports from Busan-based makers grow?", []),
        ("Annual exports of displays", []),
        ("How many TEU did Pyeongtaek Port handle?", ["Pyeongtaek Port"]),
        ("When does Seoul Station open?", []),
        ("How Much Will The Korean Shipyards Earn?", []),
        ("what did samsung say?", []),
        ("한국 수출은 얼마인가요?", []),
        ("산업부는 무엇을 발표했나요?", []),
        ("중국 상무장관은 누구인가요?", []),
        # Whose office of state it was is often mistaken.
        ("What did the Ministry of Environment say of R&D?", []),
        ("2027년 R&D 예산과 K-배터리 펀드는?", []),
        # One name, and no other where "and" stands in it.
        ("대한상공회의소가 연 행사는?", ["Korea Chamber Commerce Industry KCCI"]),
        ("", []),
    ],
)
def test_parties_are_named_by_a_capital_that_no_sentence_gives(
    question: str, names: list[str]
) -> None:
    assert [each.name for each in find_parties(question)] == names


@pytest.mark.parametrize(
    ("question", "body", "named"),
    [
        ("What did Samsung recall?", "Voltree recalls power banks.", False),
        ("What did Samsung recall?", "SAMSUNG’s power banks are recalled.", True),
        ("What did Naver build?", "Chips that nobody uses never get better.", False),
        ("What did Rebelions build?", "It is built by Rebellions.", True),
        ("대한상의는 무엇을 열었나요?", "The Korea Chamber of Commerce and Industry opens.", True),
        ("대한상의는 무엇을 열었나요?", "The Korea Trade Insurance Corporation opens it.", False),
        ("What did the USTR say?", "The Office of the US Trade Representative said so.", True),
        ("What did KEPCO build?", "The Korea Electric Power Corporation builds it.", True),
        ("What did Korea Electric Power Corporation build?", "KEPCO builds a dam.", True),
        ("What did Hyundai Heavy Industries build?", "Hanwha Heavy Industries builds it.", False),
        # Of people a surname will do, in any usual spelling, unless it is another's.
        ("What did Minister Lee Jae-won say?", "Dr. Rhee was glad.", True),
        ("What did Kim Sun-woo say?", "Minister Kim was glad.", True),
        ("What did Kim Sun-woo say?", "Kim Myung-joo left. Mr. Kim was glad.", False),
        ("What did Kim Jeong-gwan say?", "Kim Jung-kwan was glad.", True),
        # Who is president goes without saying.
        ("Whom did Bush nominate?", "The President nominated Ms Roe.", True),
        ("Whom did Bush nominate?", "President Clinton nominated Ms Roe.", False),
    ],
)
def test_release_names_a_party_by_any_word_that_is_its_own(
    question: str, body: str, named: bool
) -> None:
    [party] = find_parties(question)
    assert names_party(party, "News", body, None) is named


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("What did Samsung say?", True),
        ("What did Naver say?", False),
        ("What did Kang Bo-ram say?", True),
        ("What did Moon Bo-ram say?", False),
        # Nobody here can tell how it would be written.
        ("What did Wanjiru say?", True),
    ],
)
def test_korean_release_is_read_as_far_as_there_is_english(question: str, named: bool) -> None:
    [party] = find_parties(question)
    assert (
        names_party(party, "소식", "삼성전자 강보람 상무는 기쁘다고 말했다.", None, "ko") is named
    )


def test_publisher_is_named_by_its_release_under_an_earlier_abbreviation_too() -> None:
    [party] = find_parties("What did MOTIE say about chips?")
    assert names_party(party, "Chips", "They sell.", "Ministry of Trade, Industry and Resources")
    assert not names_party(party, "Chips", "They sell.", "Rural Development Administration")


def test_what_is_written_small_is_no_name() -> None:
    [party] = find_parties("What is the Head Start of schools?")
    assert is_common(party, "It was a good start.")
    assert not is_common(party, "Start is what it was.")


def test_long_text_without_a_name_is_read_at_once() -> None:
    body = "Kept even people calm by the " * 4000
    before = time.process_time()
    for each in find_parties("What did KEPCO, Kowalczyk and PETAX say?"):
        assert not names_party(each, "News", body, None)
    assert time.process_time() - before < 1


def test_as_many_names_are_read_as_anybody_asks_about() -> None:
    named = [f"B{''.join(letters)}" for letters in product(ascii_lowercase, repeat=2)][:400]
    assert [each.name for each in find_parties(f"Did {', '.join(named)} pay?")] == named[:12]
    [party] = find_parties(f"Did {' '.join(named)} pay?")
    assert party.own == tuple(named[:6])
    [party] = find_parties("Did Duran Duran sing?")
    assert party.own == ("Duran",)


def test_no_word_is_taken_for_an_abbreviation_that_is_longer_than_any() -> None:
    for letters, is_one in (("ABCDEFGHIJKL", True), ("ABCDEFGHIJKLM", False)):
        [party] = find_parties(f"What did {letters} say?")
        written_out = " ".join(f"{each}ooo" for each in letters)
        assert names_party(party, "News", f"The {written_out} opens.", None) is is_one
