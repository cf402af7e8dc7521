"""Descriptions of sites: what they may say, and what is said of them when they are wrong."""

import doctest
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import SourceError
from qa.reading import sites
from qa.reading.sites import parse_site
from qa.reading.webpages import Selectors

LEAST = 'publisher = "MOTIR"\nurl = "https://example.org/list"\n[select]\nlink = "a"\n'
WHOLE = """
publisher = "MOTIR"
language = "en"
category = "Trade"
url = "https://example.org/list?page={page}"
first_page = 0
pages = 5
utc_offset = "+09:00"
date_format = "%d/%m/%Y"
article = "https://example.org/view/{id}"
id = "view\\\\('(\\\\w+)'\\\\)"

[select]
link = "ul.board a"
next = "a.next"
title = "h3"
date = ".date"
body = ".view_cont"
"""


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(sites).failed == 0


def test_least_that_a_site_has_to_say_is_enough() -> None:
    site = parse_site(LEAST)
    assert (site.first_page, site.pages, site.is_paged) == (1, 100, False)
    assert (site.following, site.article, site.selectors) == (None, None, Selectors())
    assert site.origin.language is None


def test_all_that_a_site_may_say_is_read() -> None:
    site = parse_site(WHOLE)
    assert site.page_url(site.first_page) == "https://example.org/list?page=0"
    assert (site.link, site.following, site.pages) == ("ul.board a", "a.next", 5)
    assert site.selectors == Selectors("h3", ".date", ".view_cont")
    assert site.origin.utc_offset == timedelta(hours=9)
    assert site.article_url("javascript:view('A17')") == "https://example.org/view/A17"
    assert site.article_url("#none") is None
    unsure = parse_site(WHOLE.replace("+)", "+)?"))
    assert unsure.article_url("view('')") is None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('publisher = "MOTIR"', "", r'expected a key "publisher" \(who publishes'),
        (
            'publisher = "MOTIR"',
            "publisher = 1",
            'words in quotation marks as "publisher", found int',
        ),
        ('url = "https://example.org/list"', "", 'expected a key "url"'),
        ("https://example.org", "example.org", 'address as "url", found "example.org/list"'),
        ('link = "a"', "", 'expected a key "select.link"'),
        ('link = "a"', 'link = "a["', 'CSS selector as "select.link", found "a\\["'),
        ('link = "a"', 'link = "a"\nlinks = "b"', r"select\.link, .*found \"select\.links\""),
        ("[select]", "[selects]", 'expected only the keys publisher, .*found "selects"'),
        ("[select]\nlink", "select = 1\n#", r'a table "\[select\]"'),
        ("[select]", 'language = "fr"\n[select]', '"en" or "ko" as "language", found "fr"'),
        ("[select]", "pages = 0\n[select]", 'a number from 1 to 10000 as "pages", found 0'),
        ("[select]", "pages = true\n[select]", "found True"),
        ("[select]", 'first_page = "1"\n[select]', "found '1'"),
        ("[select]", 'utc_offset = "KST"\n[select]', r'such as "\+09:00"'),
        ("[select]", 'article = "https://a.org/"\n[select]', r'expected \{id\} in "article"'),
        ("[select]", 'id = "(a)(b)"\n[select]', 'expression with one group as "id"'),
        ("[select]", 'id = "(a"\n[select]', 'expression with one group as "id"'),
        ("[select]", "[select", "expected a site described in TOML"),
    ],
)
def test_what_is_wrong_is_named_by_its_key(old: str, new: str, reason: str) -> None:
    assert old in LEAST
    with pytest.raises(SourceError, match=reason):
        parse_site(LEAST.replace(old, new))


@given(st.text(max_size=200) | st.text('=[]{}"publisherul.\n', max_size=100))
def test_any_text_is_a_site_or_an_error(text: str) -> None:
    with suppress(SourceError):
        parse_site(text)
