"""What is set beside the words of a question, by options or at the prompt."""

from dataclasses import dataclass
from datetime import date

from qa.answers import Aspect, Question
from qa.errors import QuestionError
from qa.period_names import make_period
from qa.records import DateRange


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of questions, None where nothing is set: see `qa.answers.Question`."""

    k: int = 5
    per_release: int = 1
    per_series: int = 1
    published_from: date | None = None
    published_to: date | None = None
    as_of: date | None = None
    about_from: date | None = None
    about_to: date | None = None
    ignore: frozenset[Aspect] = frozenset()

    def make_question(self, text: str) -> Question:
        """A question within these limits. Raises QuestionError when it cannot be one."""
        question = text.strip()
        if not question.isascii() and question != question.encode("utf-8", "replace").decode():
            raise QuestionError("A question is UTF-8 text; this one holds other bytes.")
        if not 1 <= len(question) <= 2000:
            raise QuestionError(
                f"A question has 1 to 2,000 characters; this one has {len(question)}."
            )
        return Question(
            question,
            self.as_of or date.today(),
            self._make_window(),
            self.k,
            self.per_release,
            self.per_series,
            make_period(self.about_from, self.about_to),
            self.ignore,
        )

    def describe(self) -> str:
        """What is set, as it is typed at the prompt.

        >>> Limits(as_of=date(2025, 12, 16)).describe()
        ':k 5  :per-release 1  :per-series 1  :as-of 2025-12-16'
        """
        ignored = " ".join(sorted(aspect.value for aspect in self.ignore))
        named = {
            "k": self.k,
            "per-release": self.per_release,
            "per-series": self.per_series,
            "as-of": self.as_of,
            "from": self.published_from,
            "to": self.published_to,
            "about-from": self.about_from,
            "about-to": self.about_to,
            "ignore": ignored or None,
        }
        return "  ".join(f":{name} {value}" for name, value in named.items() if value is not None)

    def _make_window(self) -> DateRange | None:
        if self.published_from is None and self.published_to is None:
            return None
        return DateRange(self.published_from or date.min, self.published_to or date.max)
