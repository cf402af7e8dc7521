"""What a page's address asks for, and the addresses that its links lead to.

The address holds all that the page follows from, so that it can be shared and gone back to.
"""

from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Protocol, Self
from urllib.parse import quote, urlencode

from pydantic import ConfigDict, Field, field_validator, model_validator

from qa.api.requests import QuestionLimits
from qa.questions import Aspect, Question
from qa.records import DateRange
from qa.understanding.limits import MAX_HITS, MAX_QUESTION

MOST_HITS = 30
"""How many releases are counted: as many as passages are ranked for a question of no period."""

_SHARED = (
    *("published_from", "published_to", "as_of", "about_from", "about_to", "ignore", "publisher"),
)


class Stretch(Protocol):
    """Characters of a text, `start` up to, not including, `end`."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Sort(Enum):
    """The order in which hits are shown."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Asked(QuestionLimits):
    """A question and how its answer is to be shown; no `q`: nothing is asked yet.

    What is left empty in a form is not given. A parameter of which nothing is known is passed over:
    whoever shares an address may have put it there.
    """

    model_config = ConfigDict(extra="ignore")

    q: str = Field("", max_length=MAX_QUESTION)
    sort: Sort = Sort.RELEVANCE
    k: int = Field(5, ge=1, le=MAX_HITS)
    lang: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _leave_out_the_empty(cls, given: object) -> object:
        if not isinstance(given, dict):
            return given
        return {name: value for name, value in given.items() if value not in ("", [""])}

    @field_validator("q")
    @classmethod
    def _tidy(cls, text: str) -> str:
        return " ".join(text.split())

    def to_question(self, today: date) -> Question:
        """The question, for as many hits as are counted."""
        return replace(self.to_limits(), k=MOST_HITS).make_question(self.q, today)

    def ask(self, text: str) -> Self:
        """Another question, with nothing of this one but the language."""
        return self.model_validate({"q": text, "lang": self.lang})

    def leave_out(self, aspect: Aspect) -> Self:
        """Without what was understood of an aspect, whether it was given or read."""
        changes: dict[str, object] = {"ignore": [*self.ignore, aspect]}
        given = {
            Aspect.PERIOD: ("about_from", "about_to"),
            Aspect.PUBLISHED: ("published_from", "published_to"),
            Aspect.LATEST: (),
            Aspect.EXTREME: (),
            Aspect.PUBLISHER: (),
        }[aspect]
        if any(getattr(self, name) is not None for name in given):
            # What the words say counts again, and can be left out in its turn.
            changes = dict.fromkeys(given)
        return self.model_copy(update=changes)

    def read_again(self, aspect: Aspect) -> Self:
        """With what the words say of an aspect after all."""
        return self.model_copy(update={"ignore": [each for each in self.ignore if each != aspect]})

    def as_of_today(self) -> Self:
        return self.model_copy(update={"as_of": None})

    def within_year(self, year: int | None) -> Self:
        """With what was published in a year; None: at any time."""
        if year is None:
            return self.within(None)
        return self.within(DateRange(date(year, 1, 1), date(year, 12, 31)))

    def within(self, days: DateRange | None) -> Self:
        """With what was published on some days; None: at any time."""
        first, last = (days.first, days.last) if days else (None, None)
        return self.model_copy(update={"published_from": first, "published_to": last})

    def by(self, publisher: str | None) -> Self:
        return self.model_copy(update={"publisher": publisher})

    def sorted_by(self, sort: Sort) -> Self:
        return self.model_copy(update={"sort": sort})

    def showing(self, k: int) -> Self:
        return self.model_copy(update={"k": k})

    def in_language(self, code: str) -> Self:
        return self.model_copy(update={"lang": code})

    @property
    def year(self) -> int | None:
        """The year whose releases alone are looked at."""
        first, last = self.published_from, self.published_to
        if (
            first is None
            or last is None
            or (first, last)
            != (
                date(first.year, 1, 1),
                date(first.year, 12, 31),
            )
        ):
            return None
        return first.year

    def write_address(self, path: str = "/") -> str:
        """The address of a page that is asked this."""
        given = self.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
        order = ("q", *_SHARED, "sort", "k", "lang")
        return _write(path, [(name, given[name]) for name in order if name in given])

    def write_release_address(
        self, release_id: str, passage: Stretch | None = None, sentence: Stretch | None = None
    ) -> str:
        """The address of a release, of a passage of its body and of a sentence within that."""
        address = self.write_address(f"/releases/{quote(release_id, safe='')}")
        if passage is None:
            return address
        shown = [("passage", f"{passage.start}-{passage.end}")]
        if sentence is not None:
            start = passage.start
            shown.append(("sentence", f"{start + sentence.start}-{start + sentence.end}"))
        return f"{address}{'&' if '?' in address else '?'}{urlencode(shown)}#passage"

    def write_service_address(self, path: str, name: str, *extra: tuple[str, str]) -> str:
        """The address where the service answers the same as data, the question called `name`."""
        given = self.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
        shared = [(each, given[each]) for each in _SHARED if each in given]
        return _write(path, [(name, self.q), *shared, *extra])


class ReleaseAsked(Asked):
    """A release to be shown, and what of its body to show marked: characters, as "120-340"."""

    passage: str | None = None
    sentence: str | None = None


class ListAsked(Asked):
    """Which releases to list."""

    page: int = Field(1, ge=1, le=100_000)

    @property
    def window(self) -> DateRange:
        """The days of publication to look at, none of them after `as_of`."""
        last = min(self.published_to or date.max, self.as_of or date.max)
        return DateRange(self.published_from or date.min, last)


def _write(path: str, given: list[tuple[str, object]]) -> str:
    query = urlencode(given, doseq=True)
    return f"{path}?{query}" if query else path
