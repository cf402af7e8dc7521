"""Days in words."""

import doctest
from datetime import date

from qa.answers import cite
from qa.index.passages import write_heading
from qa.language import day_names
from qa.records import Release


class LocalDay(date):
    """A day that a program in another locale formats."""

    def __format__(self, form: str) -> str:
        return super().__format__(form.replace("%B", "12월"))


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(day_names).failed == 0


def test_citations_and_headings_are_in_english_in_every_locale() -> None:
    day = LocalDay(2025, 12, 1)
    assert write_heading("Exports", day) == "Exports (1 December 2025)\n"
    cited = cite(Release("1", "Exports", day, "Exports rose.", "Ministry"))
    assert cited == "Ministry, “Exports”, 1 December 2025."
