"""The words of the page: all there in both languages, with the same places for values."""

import doctest
import re
from datetime import date
from pathlib import Path

import pytest

from qa.output.words import Language, read_words
from qa.periods.period_names import make_period
from qa.web import languages, results
from qa.web.languages import choose_language

WORDS = read_words("qa.web")
TEMPLATES = Path(languages.__file__).parent / "templates"


def test_docstring_examples_hold() -> None:
    for module in (languages, results):
        assert doctest.testmod(module).failed == 0


def test_every_name_is_said_in_every_language_with_the_same_values() -> None:
    said = WORDS[Language.ENGLISH]._said
    for name, forms in said.items():
        assert {"en", "ko"} <= set(forms) <= {"en", "ko", "en_one"}, name
        places = [set(re.findall(r"{(\w+)(?::,)?}", forms[code])) for code in ("en", "ko")]
        assert places[0] == places[1], name


def test_thousands_are_told_apart() -> None:
    assert WORDS[Language.ENGLISH].say("count_releases", n=1968) == "1,968 releases"
    assert WORDS[Language.KOREAN].say("count_releases", n=1968) == "1,968건"
    assert WORDS[Language.ENGLISH].say("count_releases", n=1) == "1 release"


def test_every_name_that_a_template_says_is_there() -> None:
    said = WORDS[Language.ENGLISH]._said
    text = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.html"))
    for name, joined in re.findall(r'\bsay\("(\w+)"( ~)?', text):
        assert any(each.startswith(name) for each in said) if joined else name in said, name


@pytest.mark.parametrize(
    ("first", "last", "english", "korean"),
    [
        ("2025-11-03", "2025-11-03", "3 November 2025", "2025년 11월 3일"),
        ("2025-11-03", "2025-11-09", "the week of 3 November 2025", "2025년 11월 3일 주"),
        ("2025-11-01", "2025-11-30", "November 2025", "2025년 11월"),
        ("2025-10-01", "2025-12-31", "Q4 2025", "2025년 4분기"),
        ("2025-01-01", "2025-06-30", "first half of 2025", "2025년 상반기"),
        ("2025-07-01", "2025-12-31", "second half of 2025", "2025년 하반기"),
        ("2025-01-01", "2025-12-31", "2025", "2025년"),
        (
            *("2025-01-01", "2025-11-30", "1 January 2025 to 30 November 2025"),
            "2025년 1월 1일부터 2025년 11월 30일까지",
        ),
    ],
)
def test_period_has_the_name_that_people_call_it_by(
    first: str, last: str, english: str, korean: str
) -> None:
    period = make_period(date.fromisoformat(first), date.fromisoformat(last))
    assert period is not None
    assert WORDS[Language.ENGLISH].name_period(period) == english
    assert WORDS[Language.KOREAN].name_period(period) == korean


def test_one_thing_is_not_said_as_many_are() -> None:
    english = WORDS[Language.ENGLISH]
    assert english.say("others_month", n=1) == "one other month"
    assert english.say("others_month", n=2) == "2 other months"
    assert WORDS[Language.KOREAN].say("others_month", n=1) == "다른 달 1건"


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        ("", Language.ENGLISH),
        ("*", Language.ENGLISH),
        ("ko", Language.KOREAN),
        ("KO-kr", Language.KOREAN),
        ("en;q=0, ko;q=0.1", Language.KOREAN),
        ("ko;q=0", Language.ENGLISH),
        ("en, ko", Language.ENGLISH),
        ("ko;q=1.2.3", Language.ENGLISH),
        ("ko;q=7, en;q=0.1", Language.ENGLISH),
        ("ko;q=7", Language.ENGLISH),
        ("en;q=0.5, ko-KR;q=0.8;x=1", Language.KOREAN),
        (",,;;q=", Language.ENGLISH),
    ],
)
def test_header_is_read_as_the_standard_says(accept: str, language: Language) -> None:
    assert choose_language(None, accept) is language
