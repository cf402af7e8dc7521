"""Addresses of pages: what they ask comes back from them, and each change changes one thing."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.language.sentences import Span
from qa.questions import Aspect
from qa.records import DateRange
from qa.web.asked import Asked, Sort

DAYS = st.none() | st.dates()


def read(address: str) -> Asked:
    """What an address asks, as the service would read it."""
    given_values: dict[str, object] = dict(parse_qsl(urlsplit(address).query))
    ignored = [each for name, each in parse_qsl(urlsplit(address).query) if name == "ignore"]
    return Asked.model_validate({**given_values, "ignore": ignored})


@given(
    q=st.text(max_size=30),
    sort=st.sampled_from(Sort),
    publisher=st.none() | st.text(min_size=1, max_size=20),
    k=st.integers(1, 50),
    ignore=st.lists(st.sampled_from(Aspect), unique=True),
    published_from=DAYS,
    as_of=DAYS,
)
def test_what_is_asked_comes_back_from_its_address(**values: object) -> None:
    given_values = {
        name: str(each) if isinstance(each, date) else each for name, each in values.items()
    }
    asked = Asked.model_validate(given_values)
    assert read(asked.write_address()) == asked


def test_address_holds_only_what_is_asked() -> None:
    assert Asked.model_validate({}).write_address() == "/"
    assert Asked.model_validate({"q": " a  b ", "k": 5}).write_address() == "/?q=a+b"


def test_what_was_given_goes_before_what_the_words_say() -> None:
    asked = Asked.model_validate({"q": "x", "about_from": "2025-01-01", "about_to": "2025-01-31"})
    without = asked.leave_out(Aspect.PERIOD)
    assert (without.about_from, without.about_to, without.ignore) == (None, None, [])
    assert without.leave_out(Aspect.PERIOD).ignore == [Aspect.PERIOD]
    assert without.leave_out(Aspect.PERIOD).read_again(Aspect.PERIOD) == without


def test_year_is_one_when_the_window_is() -> None:
    asked = Asked.model_validate({"q": "x"})
    assert asked.within_year(2025).year == 2025
    assert asked.within_year(2025).within_year(None) == asked
    assert asked.within(DateRange(date(2025, 1, 1), date(2025, 12, 30))).year is None
    assert asked.year is None


@pytest.mark.parametrize("question", ["", "x"])
def test_passage_and_sentence_are_places_in_the_body(question: str) -> None:
    asked = Asked.model_validate({"q": question})
    address = asked.write_release_address("a/b?c", Span(100, 200), Span(10, 20))
    assert urlsplit(address).path == "/releases/a%2Fb%3Fc"
    assert address.endswith("passage=100-200&sentence=110-120#passage")
    assert read(address).q == question


def test_service_is_asked_with_nothing_that_it_does_not_know() -> None:
    asked = Asked.model_validate(
        {"q": "x y", "sort": "newest", "publisher": "P", "k": 9, "lang": "ko", "ignore": ["latest"]}
    )
    address = asked.write_service_address("/v1/timeline", "q", ("format", "csv"))
    assert address == "/v1/timeline?q=x+y&ignore=latest&publisher=P&format=csv"
