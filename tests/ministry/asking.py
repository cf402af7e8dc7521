"""What a question is, and the phrasings of each part by kind, language and purpose."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from random import Random

from tests.ministry.asking_fit import QUESTIONS_FIT
from tests.ministry.asking_heldout import QUESTIONS_HELDOUT
from tests.ministry.phrases import compose, read_sections
from tests.ministry.series import Split
from tests.ministry.spans import Cadence, Span

_HEAD = re.compile(
    r" (?:of|for|at|per|in|from|won|taken|on|to|by|traded|sold|made|added|adopted|delivered)\b"
)
_TERSE_SHARE = 0.07  # of English questions, typed without capitals or a question mark


class QuestionKind(Enum):
    """What a question's right release hangs on.

    DATED names its period and RELATIVE counts from as_of; LATEST wants the newest instalment;
    PUBLISHED limits the day of publication; UNDATED asks for a fact of a one-off release;
    UNANSWERABLE is answered by none, nor is BESIDE, which asks for what a series does not report.
    """

    DATED = "dated"
    RELATIVE = "relative"
    LATEST = "latest"
    PUBLISHED = "published"
    UNDATED = "undated"
    UNANSWERABLE = "unanswerable"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Question:
    """A question with what is right, as of a day.

    `grades` gives 2 to the releases that answer it and 1 to versions that a revision has
    superseded by `as_of`; what is published later has none. Each of `answers` stands in a release
    of grade 2. `reason` says why a question has no answer: "gap", "future", "not yet", "before",
    "nowhere", "swapped" or, in the part held out, "beside".
    """

    id: str
    text: str
    as_of: date
    kind: QuestionKind
    split: Split
    language: str
    answers: tuple[str, ...]
    grades: tuple[tuple[str, int], ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before it has an id."""

    text: str
    as_of: date
    language: str
    answers: tuple[str, ...] = ()
    grades: tuple[tuple[str, int], ...] = ()
    reason: str = ""


_SECTIONS = {
    Split.FIT: read_sections(QUESTIONS_FIT),
    Split.HELDOUT: read_sections(QUESTIONS_HELDOUT),
}


def phrasings(split: Split, name: str, argument: str = "") -> tuple[str, ...]:
    """The templates of a section: `phrasings(Split.FIT, "ko-dated", "amount")`."""
    return next(
        each.lines for each in _SECTIONS[split] if (each.name, each.argument) == (name, argument)
    )


def all_phrasings(split: Split) -> tuple[str, ...]:
    """Every template of a part's questions, save the words for periods and windows."""
    return tuple(
        line
        for each in _SECTIONS[split]
        if not each.name.removeprefix("ko-").startswith(("when", "window", "nowhere"))
        for line in each.lines
    )


def ask(templates: Sequence[str], slots: Mapping[str, str], language: str, rng: Random) -> str:
    """A question in one of the phrasings; some of the English ones as people type them."""
    text = compose(rng.choice(templates), slots, rng)
    if language == "en" and rng.random() < _TERSE_SHARE:
        return text.lower().rstrip("?.")
    return text


def name_noun(noun: str) -> dict[str, str]:
    """A noun with the verbs that go with it.

    >>> name_noun("consumption of petroleum products")["was"], name_noun("ICT exports")["was"]
    ('was', 'were')
    """
    head = _HEAD.split(noun)[0]
    plural = head.endswith("s") and not head.startswith(("the ", "what "))
    return {
        "noun": noun,
        "bare": noun.removeprefix("the ").replace("Korea's ", "Korean "),
        "was": "were" if plural else "was",
        "is": "are" if plural else "is",
        "do": "do" if plural else "does",
    }


def name_span(span: Span, korean: bool) -> dict[str, str]:
    """Slots that say which period a question means."""
    if korean:
        return {"period": span.korean}
    return {"period": span.full, "code": span.code, "months": span.months}


def steps_back(split: Split, cadence: Cadence, korean: bool) -> dict[int, tuple[str, ...]]:
    """Phrases for a period that lies a number of steps before the one of as_of."""
    name = "ko-when" if korean else "when"
    return {
        int(each.argument.split()[1]): each.lines
        for each in _SECTIONS[split]
        if each.name == name and each.argument.split()[0] == cadence.name
    }
