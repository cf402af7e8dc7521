"""The words that say what an amount is of, against what a reader counts among them."""

import pytest

from qa.language.sentences import Span
from qa.timelines.amounts import find_amounts, find_words
from qa.timelines.dated_sentences import read_sentence, read_title
from tests.qa.drawing import make_release, month


def read(text: str, *, title: str = "") -> list[tuple[float, set[str], set[str]]]:
    release = make_release(month(11), text, title=title)
    sentence = read_sentence(release, month(11), Span(0, len(text)))
    amounts = find_amounts([sentence], read_title(release, month(11)))
    return [
        (each.statements[0].figure.value, set(each.terms), set(each.titled)) for each in amounts
    ]


def test_amount_is_of_what_follows_it_in_its_clause() -> None:
    [level, change] = read("Korea imported 72 million barrels of crude oil, down 3 percent.")
    assert level == (72e6, {"korea", "import", "crude", "oil"}, set())
    assert change[1] >= {"crude", "oil", "down"}


def test_what_one_amount_is_of_does_not_lead_up_to_the_next() -> None:
    [crude, products] = read(
        "72 million barrels of crude oil arrived (up 3.2 percent), and consumption of petroleum "
        "products rose to 60 million barrels."
    )[::2]
    assert (crude[0], products[0]) == (72e6, 60e6)
    assert "crude" in crude[1]
    assert {"crude", "arriv"}.isdisjoint(products[1])


def test_number_of_things_is_passed_over_by_what_leads_up_to_an_amount() -> None:
    [count, amount] = read("Sales of 26 large companies came to USD 3 billion.")
    assert (count[0], amount[0]) == (26, 3e9)
    assert amount[1] >= {"sale", "came"}


def test_words_that_say_when_are_not_what_an_amount_is_of() -> None:
    [(_, terms, _)] = read("Exports in November 2025 came to USD 3 billion.")
    assert terms == {"export", "came"}


def test_amount_stated_twice_has_the_words_of_both_places() -> None:
    text = "Refiners brought in 72 million barrels. Crude imports were 72 million barrels."
    assert [terms for _, terms, _ in read(text)] == [{"refin", "brought", "crude", "import"}]


def test_what_the_title_calls_an_amount_is_told_apart() -> None:
    [(_, terms, titled)] = read("Plants built 300 cars.", title="Car Production at 300 Cars")
    assert (terms, titled) == ({"plant", "built"}, {"car", "product"})


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Online channels accounted for 55.8 percent of sales.", True),
        ("Internet platforms made up 55.0 percent of all sales.", True),
        ("온라인이 전체의 56.2%를 차지했다.", True),
        ("Online sales rose 9.4 percent.", False),
    ],
)
def test_what_makes_up_so_much_of_something_has_a_share(text: str, has: bool) -> None:
    [(_, terms, _)] = read(text)
    assert ("share" in terms) is has


def test_korean_words_are_also_in_english() -> None:
    assert find_words("원유 수입") >= {"원유", "crude", "import"}
