"""What a question quotes, and where it stands, told by hand."""

import pytest

from qa.quotations import Quotation, find_quotation


@pytest.mark.parametrize(
    ("text", "words", "is_said"),
    [
        ('Who said "a monumental step backward"?', "a monumental step backward", True),
        ("Did he call it “A Monumental  Step Backward.”?", "a monumental step backward", True),
        ("Who spoke of 'green mountain gumption'?", "green mountain gumption", True),
        ("김 장관이 “수출 물량이 크게 늘었다”라고 말했나?", "수출 물량이 크게 늘었다", True),
        ("Where is the “Rare Metals Center”?", "rare metals center", False),
        ('Is "one two three" or "one two three four" right?', "one two three four", False),
    ],
)
def test_quotation_is_three_words_or_more_in_marks(text: str, words: str, is_said: bool) -> None:
    assert find_quotation(text) == Quotation(words, is_said)


@pytest.mark.parametrize(
    "text",
    [
        "Who said it?",
        'Who leads "K-FEZ"?',
        "the firms' own workers' pay",
        'a 12" and a 14" pipe',
        "",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert find_quotation(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is a step\nbackward.", True),
        ("“A Step Backward”", True),
        ("a step-backward", False),
        ("backward step", False),
    ],
)
def test_words_stand_in_a_text_whatever_their_marks_case_and_lines(
    text: str, expected: bool
) -> None:
    assert Quotation("step backward", is_said=True).is_in(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Economic news not good enough, says the senator of the jobs deficit.", True),
        ("Economic news not good enough.", False),
    ],
)
def test_what_is_left_out_between_dots_may_be_anything(text: str, expected: bool) -> None:
    assert Quotation("news not good enough ... jobs deficit", is_said=True).is_in(text) is expected
