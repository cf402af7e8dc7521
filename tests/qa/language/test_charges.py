"""Who has charge of something, as people ask for it and as releases put it."""

import doctest

import pytest

from qa.language import charges
from qa.language.charges import Charge, find_charge, tells_charge


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(charges).failed == 0


@pytest.mark.parametrize(
    ("question", "charge"),
    [
        ("Who is in charge of the fund?", Charge.HELD),
        ("Who operates the ferry?", Charge.HELD),
        ("펀드는 누가 운용하나요?", Charge.HELD),
        ("Who was director of the institute before him?", Charge.BEFORE),
        ("Who does Lee Jae-won succeed?", Charge.BEFORE),
        ("Whom did Lee Jae-won succeed?", Charge.BEFORE),
        ("전임 소장은 누구였나요?", Charge.BEFORE),
        ("Who hosted the forum in Fukuoka?", Charge.HOSTED),
        ("누가 행사를 주최했나요?", Charge.HOSTED),
        ("Who leads the ministry?", None),
        ("Who spoke before Congress?", None),
        ("Who won the run?", None),
        ("회의는 누가 열었나요?", None),
    ],
)
def test_charge_is_asked_for_by_a_verb_for_it(question: str, charge: Charge | None) -> None:
    assert find_charge(question) is charge


@pytest.mark.parametrize(
    ("charge", "sentence", "told"),
    [
        (Charge.HELD, "It is run by the Gaon Institute.", True),
        (Charge.HELD, "직무는 윤 본부장이 대행한다.", True),
        (Charge.HELD, "The centre will run on chips made in Korea.", False),
        (Charge.HELD, "Fire is responsible for killing many.", False),
        (Charge.BEFORE, "He takes over from Kim, whose term has ended.", True),
        (Charge.BEFORE, "The institute was opened before the ministry.", False),
        (Charge.HOSTED, "The minister convened a round table.", True),
        (Charge.HOSTED, "코트라가 주관한 행사다.", True),
        (Charge.HOSTED, "It was signed in the host country.", False),
    ],
)
def test_sentence_tells_it_in_any_verb(charge: Charge, sentence: str, told: bool) -> None:
    assert tells_charge(charge, sentence) is told
