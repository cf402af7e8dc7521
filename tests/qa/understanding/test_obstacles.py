"""What keeps a question from being answered."""

import doctest

from qa.understanding import obstacles
from qa.understanding.obstacles import find_obstacle

JAPANESE = "11月の輸出額はいくらでしたか"


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(obstacles).failed == 0


def test_language_that_the_model_knows_or_may_know_is_no_obstacle() -> None:
    assert find_obstacle(JAPANESE, ["en", "ja"]) is None
    assert find_obstacle(JAPANESE, None) is None
    assert find_obstacle("11월 수출액은?", ["en"]) is None
