"""Which words of a question are names, told by hand."""

import numpy as np
import pytest

from qa.language.names import find_name_terms, find_name_tokens, find_names, find_own_tokens


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Did exports fall? Exports of Chile", ["Chile"]),
        ("Exports of Chile fell.", ["Chile"]),
        # Whose releases they are.
        ("What was Korea's employment rate?", []),
        ("Did exports of Korea and the Korean won fall?", []),
        ("Did exports to North Korea fall?", ["North", "Korea"]),
        ("Did Korea Zinc pay?", ["Korea", "Zinc"]),
        ("What did the K-Korean and Korea-India talks cover?", ["K-Korean", "Korea-India"]),
        # Typed in place of a sentence.
        ("Costco sales in July 2020", ["Costco"]),
        ("Brent crude price", ["Brent"]),
        ("Latest on Brent", ["Brent"]),
        ("Who leads? Byrd of Ohio", ["Ohio"]),
        ("What did Sen. Specter say about Ken Lay?", ["Specter", "Ken", "Lay"]),
        ("What did Robert C. Byrd say?", ["Robert", "Byrd"]),
        ("Who met Dr. O'Neill and Gov. Rell?", ["O'Neill", "Rell"]),
        ("Whom did Senator Boxer and Secretary Rice meet on Monday in August?", ["Boxer", "Rice"]),
        ("Did the U.S. Senate vote on H.R. 3817?", ["U.S", "Senate", "H.R"]),
        ("what opened in ulaanbaatar", []),
        ("", []),
    ],
)
def test_names_have_a_capital_that_no_sentence_gives_them(text: str, names: list[str]) -> None:
    assert [text[each.start : each.end] for each in find_names(text)] == names


def test_terms_of_names_are_those_of_the_index() -> None:
    assert find_name_terms("Did the MC14 talks in Geneva name 2 Chileans?") == {
        "mc14",
        "geneva",
        "chilean",
    }


def test_names_are_found_among_the_tokens() -> None:
    text = "Did Ulaanbaatar open K-FEZ in 2025?"
    ends = [3, 6, 15, 20, 22, 25, 28, 33, 34]
    starts = [0, 4, 6, 16, 21, 22, 26, 29, 33]
    # The first and the last token stand for the question and for its end.
    spans = np.array([(0, 0), *zip(starts, ends, strict=True), (0, 0)])
    assert find_name_tokens(text, spans) == ((2, 3), (5, 6))


def test_question_without_tokens_has_no_names_among_them() -> None:
    assert find_name_tokens("Did Ulaanbaatar open?", np.zeros((0, 2), np.int64)) == ()


def test_tokens_that_only_say_that_it_is_of_korea_are_told() -> None:
    text = "Is Korea's rate below Korea Zinc's?"
    starts = [0, 3, 8, 9, 11, 16, 22, 28, 32, 33, 34]
    ends = [2, 8, 9, 10, 15, 21, 27, 32, 33, 34, 35]
    spans = np.array([(0, 0), *zip(starts, ends, strict=True), (0, 0)])
    assert find_own_tokens(text, spans) == (2, 3, 4)
    assert find_own_tokens("Is the rate lower?", spans) == ()
