"""Amounts in Korean units, by hand."""

import doctest
from decimal import Decimal

import pytest

from qa.language import korean_amounts
from qa.language.korean_amounts import read_amount


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(korean_amounts).failed == 0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("255억", "25500000000"),
        ("1.1억", "110000000"),
        ("2백만", "2000000"),
        ("3조 2천억 5,000만", "3200050000000"),
        ("1만 2,345", "12345"),
        ("7", "7"),
    ],
)
def test_amount_is_the_sum_of_its_steps(text: str, value: str) -> None:
    assert read_amount(text) == Decimal(value)
