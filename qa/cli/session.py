"""What a line at the prompt of `qa ask` does: ask a question, set a limit, open a hit."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from qa.answers import Answer
from qa.errors import QuestionError
from qa.language.plurals import count
from qa.output.answer_text import format_answer, format_release, format_timeline
from qa.output.terminal import Terminal
from qa.questions import Aspect
from qa.retrieval.asking import Asker
from qa.understanding.limits import MAX_HITS, Limits, read_day

HELP = """\
A line is a question, or begins with a colon:

  :open 2                the whole release of a hit, its passage marked
  :timeline [QUESTION]   one indicator over time; without a question, the last one's
  :explain               what the last answer was ranked and judged by
  :as-of 2025-12-16      answer as things stood on that day
  :from DAY, :to DAY     first and last day of publication
  :about-from DAY, :about-to DAY
                         the period asked about, in place of what the words say
  :ignore period         do not read it from the words: period, latest, published,
                         extreme, publisher
  :publisher NAME        only releases of this publisher
  :k 3, :per-release 2, :per-series 12
                         how many hits, of one release, releases of one series
  :as-of none            clears a limit, any but a number
  :limits                what is set
  :help, :quit

Ctrl-C drops the line, Ctrl-D leaves; arrow keys bring back earlier lines, Ctrl-R searches them."""


def _read_day(text: str) -> date | None:
    return None if text == "none" else read_day(text)


def _read_count(text: str) -> int:
    if not (text.isdecimal() and len(text) < 4 and 1 <= int(text) <= MAX_HITS):
        raise QuestionError(f"Expected a number from 1 to {MAX_HITS}, found {text!r}.")
    return int(text)


def _read_name(text: str) -> str | None:
    if not text:
        raise QuestionError("Expected a publisher's name, or none, found nothing.")
    return None if text == "none" else text


def _read_aspects(text: str) -> frozenset[Aspect]:
    if text == "none":
        return frozenset()
    try:
        return frozenset(Aspect(word) for word in text.replace(",", " ").split())
    except ValueError:
        known = ", ".join(aspect.value for aspect in Aspect)
        raise QuestionError(f"Expected some of {known}, or none, found {text!r}.") from None


_SETTERS: Mapping[str, Callable[[Limits, str], Limits]] = {
    "as-of": lambda limits, text: replace(limits, as_of=_read_day(text)),
    "from": lambda limits, text: replace(limits, published_from=_read_day(text)),
    "to": lambda limits, text: replace(limits, published_to=_read_day(text)),
    "about-from": lambda limits, text: replace(limits, about_from=_read_day(text)),
    "about-to": lambda limits, text: replace(limits, about_to=_read_day(text)),
    "ignore": lambda limits, text: replace(limits, ignore=_read_aspects(text)),
    "publisher": lambda limits, text: replace(limits, publisher=_read_name(text)),
    "k": lambda limits, text: replace(limits, k=_read_count(text)),
    "per-release": lambda limits, text: replace(limits, per_release=_read_count(text)),
    "per-series": lambda limits, text: replace(limits, per_series=_read_count(text)),
}
COMMANDS = tuple(
    f":{name}"
    for name in sorted([*_SETTERS, "explain", "help", "limits", "open", "quit", "timeline"])
)
"""What a line may begin with, besides a question's words."""


class Session:
    """Questions, one after the other, under limits that stay, to what `find_asker` finds for each.

    They are asked as of `today` where no day is set. `answer` is the last question's.
    """

    def __init__(
        self,
        find_asker: Callable[[], Asker],
        limits: Limits,
        today: Callable[[], date],
        *,
        explain: bool = False,
        terminal: Terminal,
    ) -> None:
        self._find_asker = find_asker
        self._limits = limits
        self._today = today
        self._explain = explain
        self._terminal = terminal
        self.answer: Answer | None = None

    def ask(self, text: str) -> Answer:
        """The answer to a question under the limits that are set. Raises QuestionError."""
        question = self._limits.make_question(text, self._today())
        self.answer = self._find_asker().ask(question)
        return self.answer

    def run(self, line: str) -> str:
        """What is to be shown for a line that is not empty. Raises QuestionError where it is wrong.

        A question's answer is left in `answer` too.
        """
        if not line.startswith(":"):
            return format_answer(self.ask(line), explain=self._explain, terminal=self._terminal)
        name, _, rest = line[1:].partition(" ")
        rest = rest.strip()
        if name in _SETTERS:
            self._limits = _SETTERS[name](self._limits, rest)
            return _describe(self._limits)
        match name:
            case "help":
                return HELP
            case "limits":
                return _describe(self._limits)
            case "open":
                return self._open(rest)
            case "timeline":
                return self._draw(rest)
            case "explain":
                return format_answer(self._require(), explain=True, terminal=self._terminal)
        raise QuestionError(f"There is no :{name}. See :help.")

    def _require(self) -> Answer:
        if self.answer is None:
            raise QuestionError("There is no answer yet. Ask a question first.")
        return self.answer

    def _open(self, text: str) -> str:
        hits = self._require().hits
        rank = _read_count(text or "1")
        if rank > len(hits):
            raise QuestionError(
                f"The last answer has {count(len(hits), 'hit')}; there is no {rank}."
            )
        hit = hits[rank - 1]
        return format_release(hit.release, hit, terminal=self._terminal)

    def _draw(self, text: str) -> str:
        question = self._limits.make_question(text or self._require().question.text, self._today())
        timeline = self._find_asker().draw_timeline(question)
        if timeline.series is None:
            raise QuestionError("No series of releases answers this.")
        return format_timeline(timeline, terminal=self._terminal)


def _describe(limits: Limits) -> str:
    """What is set, as it is typed at the prompt.

    >>> _describe(Limits(as_of=date(2025, 12, 16)))
    ':k 5  :per-release 1  :per-series 1  :as-of 2025-12-16'
    """
    ignored = " ".join(sorted(aspect.value for aspect in limits.ignore))
    named = {
        "k": limits.k,
        "per-release": limits.per_release,
        "per-series": limits.per_series,
        "as-of": limits.as_of,
        "from": limits.published_from,
        "to": limits.published_to,
        "about-from": limits.about_from,
        "about-to": limits.about_to,
        "ignore": ignored or None,
        "publisher": limits.publisher,
    }
    return "  ".join(f":{name} {value}" for name, value in named.items() if value is not None)
