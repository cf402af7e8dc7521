"""What a question quotes, and where it stands, told by hand."""

import pytest

from qa.understanding.quotations import Quotation, find_quotation


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Who said "a monumental step backward"?', "a monumental step backward"),
        ("Did he call it “A Monumental  Step Backward.”?", "a monumental step backward"),
        ("Who spoke of 'green mountain gumption'?", "green mountain gumption"),
        ("Who said ‘we don’t sell our farms’?", "we don't sell our farms"),
        ("Who said 'we don't sell our farms'?", "we don't sell our farms"),
        ("김 장관이 “수출 물량이 크게 늘었다”라고 말했나?", "수출 물량이 크게 늘었다"),
        ('Did he say "one two three" or "one two three four"?', "one two three four"),
    ],
)
def test_quotation_is_three_words_or_more_in_marks(text: str, words: str) -> None:
    assert find_quotation(text) == Quotation(words)


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
    assert Quotation("step backward").is_in(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Economic news not good enough, says the senator of the jobs deficit.", True),
        ("Economic news not good enough.", False),
    ],
)
def test_what_is_left_out_between_dots_may_be_anything(text: str, expected: bool) -> None:
    assert Quotation("news not good enough ... jobs deficit").is_in(text) is expected
