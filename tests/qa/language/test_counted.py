"""What is asked how many there are of, and sentences that count it, told by hand."""

import doctest

import pytest

from qa.language import counted
from qa.language.answer_candidates import find_words
from qa.language.counted import find_counted, find_deed, rate_counted, tells_deed


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(counted).failed == 0


@pytest.mark.parametrize(
    ("question", "sentence", "rate"),
    [
        ("How many jobs does it bring?", "It anticipates creating 133 jobs.", 1.0),
        ("How many jobs does it bring?", "The area lost 1,000 manufacturing jobs.", 0.5),
        ("How many manufacturing jobs were lost?", "It lost 1,000 manufacturing jobs.", 1.0),
        ("How many people work there?", "It runs the center with a staff of 11.", 1.0),
        ("How many people work there?", "Around 160 guests attended the ceremony.", 0.0),
        ("How many people live there?", "It has a population of 2,500.", 1.0),
        ("How many models were recalled?", "It ordered the recall of 5 models.", 1.0),
        ("How many cars were sold?", "It leads the market in cars with 24 sold.", 1.0),
        ("How many cars were sold?", "Sales of cars rose to 1,240 in May.", 1.0),
        ("How many cars were sold?", "Sales of cars rose to 12 percent of all.", 0.0),
        ("How many firms joined?", "The vice minister met 26 companies.", 1.0),
        ("How many cars were sold?", "The number of cars sold was 237,745, up 6 percent.", 1.0),
        ("How many cars were sold?", "The number of vehicles sold at home was 745.", 1.0),
        ("How many cars were sold?", "The number of cars sold was 6 percent higher.", 0.0),
        ("How many countries joined?", "The 53 percent share of countries rose.", 0.0),
        ("How many jobs does it bring?", "It cost $133 and brought jobs.", 0.0),
        ("How much did it cost?", "It cost 133 jobs.", 0.0),
    ],
)
def test_sentence_counts_what_is_asked_for_or_the_like(
    question: str, sentence: str, rate: float
) -> None:
    assert rate_counted(sentence, find_counted(question), find_words(question)) == rate


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("How many companies applied in March?", "There were 5,430 applicants.", True),
        ("How many companies applied in March?", "It chose 1,180 companies.", False),
        ("How many cars were produced?", "Production dropped to 281,037 units.", True),
        ("How many cars were sold?", "Sales came to 129,411 units.", True),
        ("How many babies have been born?", "The number of births was 69,900.", True),
    ],
)
def test_deed_is_known_by_any_word_of_its_stem(question: str, sentence: str, tells: bool) -> None:
    assert tells_deed(find_deed(question), sentence) is tells


@pytest.mark.parametrize(
    ("question", "deed"),
    [
        ("How many companies are there?", ()),
        ("How many married couples are there?", ()),
        ("How many used cars were sold?", ("sell", "sale")),
        ("How many people visited parks?", ("visit",)),
        ("How many babies were born this year?", ("birth", "born")),
    ],
)
def test_what_is_counted_may_be_called_by_what_was_done(question: str, deed: object) -> None:
    assert find_deed(question) == deed
