"""Addresses in the one form that they have here."""

import pytest

from qa.errors import FetchError
from qa.reading.addresses import normalise


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        ("http://example.org", "http://example.org/"),
        ("https://example.org:443/a?b=c#d", "https://example.org/a?b=c"),
        (
            "http://예시.한국/보도?쪽=1",
            "http://xn--vv4b11d.xn--3e0b707e/%EB%B3%B4%EB%8F%84?%EC%AA%BD=1",
        ),
        ("http://[::1]:8000/%20a b", "http://[::1]:8000/%20a%20b"),
    ],
)
def test_addresses_have_one_form(given: str, normal: str) -> None:
    assert normalise(given) == normal


@pytest.mark.parametrize(
    "given", ["", "example.org", "ftp://a.org", "http://", "http://[", "http://a:b/", "http://a@b/"]
)
def test_what_is_no_address_is_refused(given: str) -> None:
    with pytest.raises(FetchError, match="address"):
        normalise(given)
