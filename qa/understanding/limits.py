"""How a question is limited beside its words: how many hits, which days, which publisher.

Options, lines at the prompt and other programs set the same limits.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from qa.errors import QuestionError
from qa.lazy_regex import lazy_regex
from qa.periods.period_names import make_period
from qa.questions import Aspect, Question
from qa.records import DateRange

MAX_HITS = 100
"""How many hits a question may ask for, of one release and of one series too."""

MAX_QUESTION = 2000
"""How many characters a question may have."""

_DAY = lazy_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_day(text: str) -> date:
    """A day that is written so: 2025-12-31. Raises QuestionError when it is not, or is none."""
    if _DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    how = " without a time" if _DAY.match(text) and text[10:11] in ("T", "t", " ") else ""
    raise QuestionError(f"Expected a day{how} as 2025-12-31, found {text[:40]!r}.")


def make_window(first: date | None, last: date | None) -> DateRange | None:
    """The days of publication to look at; None: all. Raises QuestionError when they end before
    they begin."""
    if first is None and last is None:
        return None
    window = DateRange(first or date.min, last or date.max)
    if window.last < window.first:
        raise QuestionError(
            f"The window of publication ends on {last}, before it begins on {first}. Give the "
            "earlier day first."
        )
    return window


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is given beside the words of a question, or not to be read from them.

    Days are inclusive. `as_of` is today where it is None; `about_from` and `about_to` are given
    together. `ignore` names what is not read from the words. `k`, `per_release` and `per_series`
    say how many hits come at most. `publisher` is the name of the one whose releases are looked at.
    """

    k: int = 5
    per_release: int = 1
    per_series: int = 1
    published_from: date | None = None
    published_to: date | None = None
    as_of: date | None = None
    about_from: date | None = None
    about_to: date | None = None
    ignore: frozenset[Aspect] = frozenset()
    publisher: str | None = None

    def make_question(self, text: str, today: date) -> Question:
        """A question within these limits, asked `today`. Raises QuestionError when it is none."""
        question = text.strip()
        for what, given in (("question", question), ("publisher's name", self.publisher or "")):
            if not given.isascii() and given != given.encode("utf-8", "replace").decode():
                raise QuestionError(f"A {what} is UTF-8 text; this one holds other bytes.")
        if not 1 <= len(question) <= MAX_QUESTION:
            raise QuestionError(
                f"A question has 1 to {MAX_QUESTION:,} characters; this one has {len(question)}."
            )
        for name in ("k", "per_release", "per_series"):
            if not 1 <= getattr(self, name) <= MAX_HITS:
                raise QuestionError(
                    f"Expected {name} from 1 to {MAX_HITS}, found {getattr(self, name)}."
                )
        return Question(
            question,
            self.as_of or today,
            make_window(self.published_from, self.published_to),
            k=self.k,
            per_release=self.per_release,
            per_series=self.per_series,
            period=make_period(self.about_from, self.about_to),
            ignore=self.ignore,
            publisher=self.publisher,
        )
