"""What "a year earlier" is a year earlier than: the periods a text has named so far.

"The same month last year" and "the previous quarter" say the kind they repeat, so the last period
of that kind in the paragraph will do; "a year earlier" does not, and looks no further back than
its own sentence. Days and weeks are repeated only where their kind is said.
"""

from datetime import timedelta

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import Granularity, Period, unit_around
from qa.periods.clues import Echo

_SENTENCE_END = lazy_regex(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|No))(?<!\b(?:Sen|Rep|Gov|Mrs))[.!?][\"”’)]?\s|\n|[。！？]"
)
# Characters beyond which two mentions are taken to stand in different sentences or paragraphs.
_LONGEST_SENTENCE, _LONGEST_PARAGRAPH = 600, 4000
_LONG = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF, Granularity.YEAR)


class NamedBefore:
    """The latest period of each kind named so far in one text, and where its words end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._latest: dict[Granularity | None, tuple[int, Period]] = {}
        self._last: tuple[int, Period] | None = None

    def add(self, end: int, period: Period) -> None:
        """Remembers a period whose words end at `end`; to be called in text order."""
        self._latest[period.granularity] = self._last = (end, period)
        long_range = (
            period.granularity is Granularity.RANGE
            and period.last - period.first > timedelta(days=27)
        )
        if period.granularity in _LONG or long_range:
            self._latest[None] = (end, period)

    def year(self, start: int) -> int | None:
        """The year of the period that words at `start` may point back to; None where there is none.

        "In May of that year" means the year in which the last period of its paragraph ended.
        """
        if self._last is None or not self._near(self._last[0], start, anywhere=True):
            return None
        return self._last[1].last.year

    def resolve(self, echo: Echo) -> Period | None:
        """The period an echo means; None when it falls outside the calendar."""
        of_year = echo.granularity is Granularity.YEAR
        end, period = self._latest.get(None if of_year else echo.granularity, (0, None))
        anywhere = echo.granularity is not None and not of_year
        if period is None or not self._near(end, echo.start, anywhere=anywhere):
            return echo.otherwise
        if of_year:
            return unit_around(period.first, Granularity.YEAR, echo.steps)
        if echo.year is not None:
            return period.shift_years(echo.year - period.first.year)
        return period.shift_years(echo.years) if echo.years else period.shift(echo.steps)

    def _near(self, end: int, start: int, *, anywhere: bool) -> bool:
        if anywhere:
            return start - end <= _LONGEST_PARAGRAPH and "\n" not in self._text[end:start]
        if start - end > _LONGEST_SENTENCE:
            return False
        return _SENTENCE_END.search(self._text, end, start) is None
