"""The languages that the page speaks: which one a reader wants, its words, its days and periods.

The words are in `words.toml`, a line each. What releases say stays in their own language.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from importlib.resources import files

from qa.api.negotiation import read_preferences
from qa.language.day_names import write_day, write_month
from qa.periods import Granularity, Period


class Language(Enum):
    """A language of the page, by its ISO 639-1 code."""

    ENGLISH = "en"
    KOREAN = "ko"


def choose_language(wanted: str | None, accept_language: str) -> Language:
    """The language that is `wanted`, else the one that an Accept-Language header prefers
    (RFC 9110, section 12.5.4); English when neither names one of ours.

    >>> choose_language(None, "fr, ko-KR;q=0.8, en;q=0.5")
    <Language.KOREAN: 'ko'>
    """
    known = {language.value: language for language in Language}
    if wanted in known:
        return known[wanted]
    best, most = Language.ENGLISH, 0.0
    for name, weight in read_preferences(accept_language).items():
        code, _, _ = name.partition("-")
        if code in known and weight > most:
            best, most = known[code], weight
    return best


@dataclass(frozen=True, slots=True)
class Words:
    """What the page says, by name, in one language."""

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


def read_words() -> dict[Language, Words]:
    """The words of the page, in each language."""
    text = (files("qa.web") / "words.toml").read_text(encoding="utf-8")
    said = tomllib.loads(text)
    return {language: Words(language, said) for language in Language}
