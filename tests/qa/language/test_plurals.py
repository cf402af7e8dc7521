"""How many there are of something, in words."""

import doctest

from qa.language import plurals


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(plurals).failed == 0
