"""Markdown files with front matter, and what is left of their markup."""

import doctest
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.reading import markdown_files
from qa.reading.identity import MOTIR, settle
from qa.reading.listing import scan_listing
from qa.reading.markdown_files import scan_markdown
from qa.records import Release

DAY = date(2025, 12, 1)
YAML = '---\ntitle: "Exports: Up 8.4%"\npublished: 2025-12-01\n---\n'
TOML = '+++\ntitle = "Exports: Up 8.4%"\ndate = 2025-12-01T00:10:00+09:00\n+++\n'
BODY = "Exports rose.\n"


def read(text: str) -> Release:
    reading = settle(scan_markdown(text, "a.md"))
    assert not reading.problems, reading.problems
    return reading.releases[0]


def complain(text: str) -> str:
    reading = settle(scan_markdown(text, "a.md"))
    assert not reading.releases
    return reading.problems[0].reason


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(markdown_files).failed == 0


@pytest.mark.parametrize("front", [YAML, TOML, YAML.replace("\n", "\r\n"), "\ufeff" + YAML])
def test_front_matter_in_yaml_and_toml_gives_the_id_of_the_listing(front: str) -> None:
    release = read(front + BODY)
    assert (release.title, release.published) == ("Exports: Up 8.4%", DAY)
    assert (release.body, release.publisher) == ("Exports rose.", MOTIR)
    listed = settle(scan_listing("-\nExports: Up 8.4%\nExports rose. date2025-12-01\n", "a.txt"))
    assert release.id == listed.releases[0].id


def test_all_fields_are_read_and_others_passed_over() -> None:
    release = read(
        "---\nTitle: Exports Rise\ndate: Dec. 1, 2025\npublisher: Example\nlang: ko-KR\n"
        "url: https://example.org/1\ncategories: [Trade, News]\nlayout: post\ndraft: false\n---\nx"
    )
    assert (release.published, release.publisher, release.language) == (DAY, "Example", "ko")
    assert (release.url, release.category) == ("https://example.org/1", "Trade")


def test_values_stay_as_they_are_written() -> None:
    release = read("---\ntitle: 2025\npublished: 2025.12.01\ncategory: no\n---\nx")
    assert (release.title, release.published, release.category) == ("2025", DAY, "no")


def test_first_heading_is_the_title_where_none_is_given_and_is_not_said_twice() -> None:
    front = "---\ndate: 2025-12-01\n---\n"
    release = read(f"{front}# Exports *Rise*\n\n{BODY}")
    assert (release.title, release.body) == ("Exports Rise", "Exports rose.")
    titled = front.replace("date", "title: Exports Rise\ndate")
    assert read(f"{titled}Exports Rise\n===\n\n{BODY}").body == "Exports rose."
    assert read(f"{titled}# Other\n\n{BODY}").body == "Other\n\nExports rose."


def test_words_are_left_of_the_markup() -> None:
    body = """## Exports

Exports **rose** 8.4 *percent*, see [the table](https://example.org "t")[^1] & `code`. 1 < 2
still the same paragraph\\
next line

* one
* two
    1. three

| Item | Nov. |
| ---- | ---: |
| Chips | 38.6 |

> quoted

![a picture](x.png) <b>bold</b> <script>alert(1)</script> AT&amp;T
"""
    assert read(YAML + body).body == (
        "Exports\n\nExports rose 8.4 percent, see the table[^1] & code. 1 < 2 still the same "
        "paragraph\nnext line\n\none\ntwo\n\nthree\n\nItem | Nov.\nChips | 38.6\n\nquoted\n\n"
        "bold AT&T"
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "expected front matter"),
        ("# Exports Rise\n\nThey rose.", "expected front matter"),
        ("---\ntitle: a\nno end", "expected front matter"),
        ("---\ntitle: a: b\n---\nx", "in YAML, found: .*quotation marks"),
        ("---\n- a\n---\nx", "expected fields"),
        ("---\n? [a, b]\n: c\n---\nx", "in YAML"),
        ("+++\ntitle = a\n+++\nx", "in TOML"),
        ("---\ndate: 2025-12-01\n---\nx", "a title, found none"),
        ("---\ntitle: a\n---\nx", "the day of publication, found none"),
        ("---\ntitle: a\ndate: 03/04/2025\n---\nx", 'found "03/04/2025"'),
        ("---\ntitle: a\ndate: 2025-12-01\n---\n", "a body, found no words"),
        ("---\n" + "[" * 9000 + "\n---\nx", "in YAML"),
    ],
)
def test_what_is_wrong_is_said(text: str, reason: str) -> None:
    assert re.search(reason, complain(text))


def test_aliases_that_multiply_are_not_followed() -> None:
    grow = "a0: &a0 lol\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    assert read(f"---\n{grow}title: Exports Rise\ndate: 2025-12-01\n---\nx").title == "Exports Rise"


@given(st.text(max_size=200), st.text("#*_[]()<>`|-\n ab1.&\\!~+=:", max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_release_or_a_problem(front: str, body: str) -> None:
    for text in (f"---\n{front}\n---\n{body}", f"+++\n{front}\n+++\n{body}", YAML + body):
        reading = settle(scan_markdown(text, "a.md"))
        assert len(reading.releases) + len(reading.problems) == 1
