"""Companies asked for, and sentences that may name one, told by hand."""

import doctest

import pytest

from qa.language import companies
from qa.language.companies import asks_company, may_name_company


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(companies).failed == 0


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Which company got nearly half of the contracts?", True),
        ("Which firms did the Peruvian officials visit?", True),
        ("What Japanese logistics companies attended?", True),
        ("Which supplier delivered the equipment?", True),
        ("페루 공무원들이 방문한 기업은?", True),
        ("어느 회사가 수주했나요?", True),
        ("What did companies complain about?", False),
        ("Which companies need not report?", False),
        ("Which value did small firms' share have?", False),
        ("Which company's plant burned?", False),
        ("Which ministry helps companies?", False),
        ("Which agency fined a company?", False),
        ("기업은 언제까지 신청하나요?", False),
    ],
)
def test_company_is_asked_for_by_that_name(question: str, asks: bool) -> None:
    assert asks_company(question) is asks


@pytest.mark.parametrize(
    "sentence",
    [
        "Mirinae Biologics alone signed for nearly half of it.",
        "The participants visited Norang Electronics and Hyeonmu Motors.",
        "It includes one called AccuWeather.",
        "Germany’s Merck built it.",
        "Toray of Japan built the plant.",
        "Both were made by US Steel.",
        "A delegation, among them Areum Motors and Haedong Chemical, accompanied the minister.",
        "가온정밀이 가장 많이 수주했다.",
    ],
)
def test_sentence_with_another_name_may_name_a_company(sentence: str) -> None:
    assert may_name_company(sentence, frozenset({"mexico"}))


@pytest.mark.parametrize(
    "sentence",
    [
        "The mission to Mexico City on May 12 has returned with contracts worth USD 5 million.",
        "Officials from the Ministry of Trade, Industry and Energy (MOTIE) also attended.",
        "Vice Minister Maeng Chul-soo held a roundtable with 26 companies on Thursday.",
        "Minister Pyo Jae-hoon met Claire Noël, Minister of Industry and Mines.",
        "A laboratory in Lima will be equipped next.",
        "South Korea and North Gyeongsang Province welcomed it.",
        "Samples were handed out.",
        "The matter had been raised with the National Assembly's committee.",
    ],
)
def test_offices_bodies_places_and_days_are_no_companies(sentence: str) -> None:
    assert not may_name_company(sentence, frozenset({"mexico"}))
