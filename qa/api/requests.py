"""What comes in over the wire, each field with an example; inside, a `Question` serves."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Annotated, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)

from qa.errors import QuestionError
from qa.periods.period_names import make_period
from qa.questions import Aspect, Question
from qa.reading.identity import MOTIR, Found, refuse_long
from qa.reading.jsonlines import scan_json_lines
from qa.records import DateRange, Problem, Reading
from qa.understanding.limits import MAX_HITS, MAX_QUESTION, Limits, make_window, read_day

RELEASE_ID = "2025-12-15-4958921b8a"
QUESTION = "How much did Korea's ICT exports rise in November 2025?"

QuestionText = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=MAX_QUESTION),
    Field(description="The question, in plain language.", examples=[QUESTION]),
]


def _require_day(value: object) -> object:
    """Only words: pydantic would take a number, even in quotes, for seconds since 1970."""
    with _at_fault():
        return None if value is None else read_day(str(value))


@contextmanager
def _at_fault() -> Iterator[None]:
    """Have what is wrong with a question be a fault of the field that is looked at."""
    try:
        yield
    except QuestionError as error:
        raise ValueError(str(error)) from error


Day = Annotated[date, BeforeValidator(_require_day), Field(examples=["2025-12-15"])]


Choice = TypeVar("Choice", bound=Enum)
Named = Annotated[Choice, Field(strict=False)]
"""One of several by its name, which JSON has as text."""


class _Strict(BaseModel):
    """What comes in: a field that is not known is an error."""

    model_config = ConfigDict(extra="forbid")


class _ReleaseLimits(_Strict):
    """Which releases are looked at."""

    published_from: Day | None = Field(
        None, description="First day of publication to look at.", examples=["2025-12-01"]
    )
    published_to: Day | None = Field(
        None, description="Last day of publication to look at.", examples=["2025-12-31"]
    )
    publisher: str | None = Field(
        None,
        min_length=1,
        max_length=500,
        description="Look at the releases of this publisher alone, by its name as they have it.",
        examples=[MOTIR],
    )

    @field_validator("published_to")
    @classmethod
    def _check_window(cls, last: date | None, info: ValidationInfo) -> date | None:
        with _at_fault():
            make_window(info.data.get("published_from"), last)
        return last

    @property
    def published(self) -> DateRange | None:
        return make_window(self.published_from, self.published_to)


class QuestionLimits(_ReleaseLimits):
    """What is given beside the words of a question, or not to be read from them."""

    as_of: Day | None = Field(
        None,
        description="Answer as things stood on this day: later releases are not seen. "
        "Default: today.",
        examples=["2025-12-16"],
    )
    about_from: Day | None = Field(
        None,
        description="First day of the period asked about, in place of what the words say. With "
        "about_to, or not at all.",
        examples=["2025-11-01"],
    )
    about_to: Day | None = Field(
        None,
        validate_default=True,  # it may not be wanting
        description="Last day of the period asked about. With about_from, or not at all.",
        examples=["2025-11-30"],
    )
    ignore: list[Named[Aspect]] = Field(
        [],
        description="What is not read from the words: the `period` asked about, whether the "
        "`latest` is wanted, when it was `published`, whether an `extreme` is asked for, and whose "
        "news are (`publisher`).",
        examples=[["latest"]],
    )

    @field_validator("about_to")
    @classmethod
    def _check_period(cls, last: date | None, info: ValidationInfo) -> date | None:
        if "about_from" in info.data:
            with _at_fault():
                make_period(info.data["about_from"], last)
        return last

    def to_limits(self) -> Limits:
        """The same, for a question of one hit of a release and of a series."""
        return Limits(
            published_from=self.published_from,
            published_to=self.published_to,
            as_of=self.as_of,
            about_from=self.about_from,
            about_to=self.about_to,
            ignore=frozenset(self.ignore),
            publisher=self.publisher,
        )


class AnswerFormat(Enum):
    """The forms that an answer is given in: whole, or its hits as a table."""

    JSON = "json"
    CSV = "csv"
    JSONL = "jsonl"


class AskRequest(QuestionLimits):
    """A question and its limits, in a body: "5" and true are no numbers there."""

    model_config = ConfigDict(strict=True)

    question: QuestionText
    k: int = Field(
        5,
        ge=1,
        le=MAX_HITS,
        description="How many hits at most. Some thirty passages are ranked for a question.",
        examples=[5],
    )
    per_release: int = Field(
        1,
        ge=1,
        le=MAX_HITS,
        description="How many hits at most from one release.",
        examples=[1],
    )
    per_series: int = Field(
        1,
        ge=1,
        le=MAX_HITS,
        description="How many releases at most of one series.",
        examples=[1],
    )
    format: Named[AnswerFormat] | None = Field(
        None,
        description="The form of the answer; csv and jsonl are tables of its hits. Default: what "
        "the Accept header prefers of application/json, text/csv and application/jsonl, else json.",
        examples=["json"],
    )

    def to_question(self, today: date) -> Question:
        limits = replace(
            self.to_limits(), k=self.k, per_release=self.per_release, per_series=self.per_series
        )
        return limits.make_question(self.question, today)


class AskQuery(AskRequest):
    """The same in an address, where all is text."""

    model_config = ConfigDict(strict=False)


class TimelineFormat(Enum):
    """The forms that a timeline is given in."""

    JSON = "json"
    CSV = "csv"
    SVG = "svg"


class TimelineRequest(QuestionLimits):
    """A question for one indicator over time, and its limits."""

    q: QuestionText
    format: TimelineFormat | None = Field(
        None,
        description="The form of the timeline. Default: what the Accept header prefers of "
        "application/json, text/csv and image/svg+xml, else json.",
        examples=["json"],
    )

    def to_question(self, today: date) -> Question:
        return self.to_limits().make_question(self.q, today)


class ReleaseList(_ReleaseLimits):
    """Which releases to list."""

    limit: int = Field(20, ge=1, le=100, description="How many at most.", examples=[20])
    offset: int = Field(
        0, ge=0, le=10_000_000, description="How many to pass over first.", examples=[0]
    )


class NewRelease(_Strict):
    """A release to be held. The same rules hold as for a line of JSON Lines."""

    title: str = Field(
        description="Empty where it has none: it goes by its opening words.",
        examples=["Korea’s ICT Exports Reach All-Time High in November"],
    )
    published: str = Field(description="The day of publication.", examples=["2025-12-15"])
    body: str = Field(examples=["Exports of ICT goods rose 24.3 percent to USD 25.5 billion."])
    publisher: str | None = Field(
        default=None,
        description=f"Default: {MOTIR}.",
        examples=["Ministry of Trade, Industry and Resources"],
    )
    url: str | None = Field(default=None, examples=["https://example.org/releases/1"])
    category: str | None = Field(default=None, examples=["Trade/Investment"])
    language: str | None = Field(
        default=None, description="en or ko; told by its letters where not given.", examples=["en"]
    )
    id: str | None = Field(
        default=None,
        description="Default: made of publisher, day and title, so that a corrected release keeps "
        "its id. Without a title its body is in the place of that.",
        examples=[RELEASE_ID],
    )


class NewReleases(_Strict):
    """Releases to be held, all of them or none."""

    releases: Annotated[list[NewRelease], Field(min_length=1, max_length=1000)]

    def read(self) -> Reading:
        """The releases, and what of them cannot be read: a problem's line is its release's, from 1.

        Two with one id are a problem: which of them is to be held is not known.
        """
        lines = (json.dumps(each.model_dump(exclude_none=True)) for each in self.releases)
        read: dict[str, Found] = {}
        problems: list[Problem] = []
        for each in map(refuse_long, scan_json_lines("\n".join(lines), "releases")):
            if isinstance(each, Problem):
                problems.append(each)
                continue
            first = read.setdefault(each.release.id, each)
            if first is not each:
                said = (
                    f"expected each id once, found {each.release.id} at releases.{first.line - 1}"
                )
                said += " too; send one of the two"
                problems.append(Problem(each.source, each.line, said, field="id"))
        return Reading(tuple(each.release for each in read.values()), tuple(problems))
