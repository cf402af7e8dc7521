"""What is said to people in English and in Korean: words by their names, days and periods.

The words are in `words.toml`, a line each. What releases say stays in their own language.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files

from qa.language.day_names import write_day, write_month
from qa.periods import Granularity, Period
from qa.understanding.telling import has_korean


class Language(Enum):
    """A language that people are spoken to in, by its ISO 639-1 code."""

    ENGLISH = "en"
    KOREAN = "ko"


@dataclass(frozen=True, slots=True)
class Words:
    """What is said, by name, in one language."""

    language: Language
    _said: Mapping[str, Mapping[str, str]]

    def say(self, name: str, **values: object) -> str:
        """The words under a name, with `values` in their places.

        Where there is a form for one alone, `n` chooses it.
        """
        forms = self._said[name]
        code = self.language.value
        form = forms.get(f"{code}_one") if values.get("n") == 1 else None
        return (form or forms[code]).format(**values)

    def name_day(self, day: date) -> str:
        """A day as it is written, "15 December 2025"."""
        if self.language is Language.KOREAN:
            return f"{day.year}년 {day.month}월 {day.day}일"
        return write_day(day)

    def name_month(self, day: date) -> str:
        """The month of a day, "December 2025"."""
        if self.language is Language.KOREAN:
            return f"{day.year}년 {day.month}월"
        return write_month(day)

    def name_period(self, period: Period) -> str:
        """A period as it is spoken of, "November 2025" or "the week of 3 November 2025"."""
        first, last = period.first, period.last
        match period.granularity:
            case Granularity.DAY:
                return self.name_day(first)
            case Granularity.WEEK:
                return self.say("week_of", day=self.name_day(first))
            case Granularity.MONTH:
                return self.name_month(first)
            case Granularity.QUARTER:
                return self.say("quarter", number=(first.month + 2) // 3, year=first.year)
            case Granularity.HALF:
                name = "first_half" if first.month < 7 else "second_half"
                return self.say(name, year=first.year)
            case Granularity.YEAR:
                return self.say("year", year=first.year)
            case Granularity.RANGE:
                return self.say("days", first=self.name_day(first), last=self.name_day(last))


@cache
def read_words(*packages: str) -> Mapping[Language, Words]:
    """The words in each language, of this package and then of others that have a `words.toml`.

    >>> read_words()[Language.KOREAN].say("year", year=2025)
    '2025년'
    """
    said: dict[str, dict[str, str]] = {}
    for package in ("qa.output", *packages):
        said |= tomllib.loads((files(package) / "words.toml").read_text(encoding="utf-8"))
    return {language: Words(language, said) for language in Language}


def find_words(question: str) -> Words:
    """The words in the language that a question is asked in.

    >>> find_words("11월 수출은?").language
    <Language.KOREAN: 'ko'>
    """
    return read_words()[Language.KOREAN if has_korean(question) else Language.ENGLISH]
