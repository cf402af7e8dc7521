"""Of what a figure is asked for, in the words that questions have for it."""

from datetime import date

import numpy as np
import pytest

from qa.questions import Interpretation
from qa.understanding.asked_things import find_asked_tokens
from qa.understanding.question_reading import read_question


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("How much coal did Korea import in March 2013?", ["coal"]),
        ("What were Korea’s total exports of used clothing in May?", ["exports", "clothing"]),
        ("What was the average price of Brent crude?", ["price", "Brent", "crude"]),
        ("What did the orders for machine tools come to?", ["orders", "machine", "tools"]),
        ("duty-free sales, 2019-05", ["duty", "free"]),
        # How it is asked is not of what.
        ("I would like to know what ICT imports looked like", ["ICT", "imports"]),
        (
            "What is the newest reading of the manufacturing survey index?",
            ["manufacturing", "survey", "index"],
        ),
        ("Could you find cement consumption, please?", ["cement", "consumption"]),
        # No word of figures: all that says of what it is.
        ("What did a barrel from Dubai cost?", ["barrel", "Dubai", "cost"]),
        ("How much did the country get?", []),
        ("", []),
    ],
)
def test_words_say_of_what_and_neither_when_nor_how_much(text: str, words: list[str]) -> None:
    asked = Interpretation(text, date(2025, 12, 1), None, topic=text, searched=text)
    wanted = read_question(asked, text, lambda _: 1, 9)
    # A token a letter.
    spans = np.array([(at, at + 1) for at in range(len(text))], np.int64).reshape(-1, 2)
    found = find_asked_tokens(text, spans, wanted)
    assert ["".join(text[at] for at in each) for each in found] == words
