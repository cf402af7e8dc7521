"""Accept headers: which of the forms that there are is chosen."""

import doctest

import pytest

from qa.api import negotiation
from qa.api.negotiation import choose_form

TYPES = {"json": "application/json", "csv": "text/csv", "svg": "image/svg+xml"}


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(negotiation).failed == 0


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("", "json"),
        ("text/csv;q=0", "json"),
        ("text/*", "csv"),
        ("TEXT/CSV", "csv"),
        ("image/*;q=0.9, text/csv;q=0.1", "svg"),
        ("text/csv;q=nan, image/svg+xml;q=x", "json"),
        ("text/csv;q=9", "json"),
        (";;,=,q=1;q", "json"),
    ],
)
def test_header_is_read_as_the_standard_says(accept: str, form: str) -> None:
    assert choose_form(accept, TYPES) == form
