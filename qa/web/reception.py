"""What stands on each page: put together from what the library answers, for one reader."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from http import HTTPStatus
from weakref import WeakKeyDictionary

from fastapi import HTTPException
from fastapi.responses import Response

from qa.api.journal import Entry
from qa.language.sentences import Span
from qa.lazy_regex import lazy_regex
from qa.output.reasons import find_reason
from qa.output.words import Language
from qa.records import Corrections, DateRange, Release
from qa.retrieval.asking import Asker
from qa.timelines.plotting import draw_plot
from qa.web.asked import MOST_HITS, ListAsked, ReleaseAsked
from qa.web.rendering import Pages, Reader
from qa.web.results import arrange
from qa.web.starters import find_starters

_SPAN = lazy_regex(r"([0-9]{1,9})-([0-9]{1,9})")
_ON_A_PAGE = 50  # releases
_NEW_DAYS = timedelta(days=6)  # with the last, a week
_SHOWN_NEW = 6


@dataclass(frozen=True, slots=True)
class _Welcome:
    """What the first page shows of one generation of the library on one day."""

    today: date
    starters: dict[Language, tuple[str, ...]]


class Reception:
    """Puts pages together from what the library answers."""

    def __init__(self, pages: Pages, today: Callable[[], date]) -> None:
        self._pages = pages
        self._today = today
        self._welcomes: WeakKeyDictionary[Asker, _Welcome] = WeakKeyDictionary()

    def show_home(self, reader: Reader, asker: Asker) -> Response:
        week = self._find_newest_week(asker)
        years: Counter[int] = Counter()
        for each in asker.snapshot.count_years():
            years[each.year] += each.releases
        newest = asker.snapshot.list_releases(week, limit=_SHOWN_NEW)
        values = {
            "holdings": asker.holdings,
            "week": week,
            "newest": newest,
            "known": _find_corrections(asker, newest),
            "new": asker.snapshot.count_releases(week),
            "years": sorted(years.items(), reverse=True),
            "publishers": asker.snapshot.count_publishers(),
            "starters": self._find_starters(reader, asker),
        }
        return self._pages.show(reader, "home.html", values)

    def _find_newest_week(self, asker: Asker) -> DateRange:
        """The days to the newest release that is out: one of a day to come is not what is new."""
        today = self._today()
        found = asker.snapshot.list_releases(DateRange(date.min, today), limit=1)
        latest = found[0].published if found else today
        return DateRange(latest - min(_NEW_DAYS, latest - date.min), latest)

    def show_answer(self, reader: Reader, asker: Asker, entry: Entry) -> Response:
        asked = reader.asked
        with entry.timing():
            answer = asker.ask(asked.to_question(self._today()))
        entry.note(answer)
        results = arrange(answer, asked)
        series = [hit.place.series for hit in answer.hits if hit.place is not None]
        values = {
            "holdings": asker.holdings,
            "results": results,
            "answer": answer,
            "understood": answer.interpretation,
            "why": find_reason(answer, answer.hits[: asked.k]),
            "leading_series": series[0] if series else None,
            "most": MOST_HITS,
        }
        return self._pages.show(reader, "answer.html", values)

    def show_timeline(self, reader: Reader, asker: Asker, entry: Entry) -> Response:
        asked = reader.asked
        values: dict[str, object] = {"holdings": asker.holdings, "timeline": None, "plot": None}
        if asked.q:
            with entry.timing():
                timeline = asker.draw_timeline(asked.to_question(self._today()))
            entry.note(timeline)
            values["timeline"] = timeline
            values["understood"] = timeline.interpretation
            rows = [(point.period, point) for point in timeline.points]
            gaps = [(gap, None) for gap in timeline.gaps]
            values["rows"] = sorted([*rows, *gaps], key=lambda row: (row[0].first, row[0].last))
            if timeline.unit is not None:
                values["plot"] = draw_plot(timeline, alone=False)
        return self._pages.show(reader, "timeline.html", values)

    def list_releases(self, reader: Reader, asker: Asker, asked: ListAsked) -> Response:
        within, publisher = asked.window, asked.publisher
        total = asker.snapshot.count_releases(within, publisher=publisher)
        pages = max(1, -(-total // _ON_A_PAGE))
        page = min(asked.page, pages)
        releases = asker.snapshot.list_releases(
            within, publisher=publisher, limit=_ON_A_PAGE, offset=(page - 1) * _ON_A_PAGE
        )
        values = {
            "holdings": asker.holdings,
            "releases": releases,
            "known": _find_corrections(asker, releases),
            "total": total,
            "page": page,
            "pages": pages,
        }
        return self._pages.show(reader, "releases.html", values)

    def show_release(
        self, reader: Reader, asker: Asker, release_id: str, asked: ReleaseAsked
    ) -> Response:
        release = read_release(asker, release_id)
        passage = _read_span(asked.passage, release)
        sentence = _read_span(asked.sentence, release)
        values = {
            "holdings": asker.holdings,
            "release": release,
            "known": asker.corrections.find([release.id])[0],
            "about": asker.snapshot.read_period(release.id),
            "place": asker.find_place(release.id, date.max),
            "passage": passage,
            "sentences": _move(sentence, passage) if passage and sentence else [],
        }
        return self._pages.show(reader, "release.html", values)

    def _find_starters(self, reader: Reader, asker: Asker) -> tuple[str, ...]:
        today, language = self._today(), reader.words.language
        welcome = self._welcomes.get(asker)
        if welcome is None or welcome.today != today:
            welcome = self._welcomes[asker] = _Welcome(today, {})
        if language not in welcome.starters:
            welcome.starters[language] = find_starters(asker, language, today)
        return welcome.starters[language]


def _find_corrections(asker: Asker, releases: Sequence[Release]) -> dict[str, Corrections]:
    """What is corrected of releases, by their ids, with everything held."""
    ids = [each.id for each in releases]
    return dict(zip(ids, asker.corrections.find(ids), strict=True))


def read_release(asker: Asker, release_id: str) -> Release:
    """The release of an id. Raises HTTPException 404 when there is none."""
    release = asker.snapshot.read_release(release_id)
    if release is None:
        raise HTTPException(
            HTTPStatus.NOT_FOUND, f"No release has the id {release_id!r}. See /releases."
        )
    return release


def _read_span(text: str | None, release: Release) -> Span | None:
    """What an address marks of a body; None where that is nothing in it."""
    found = _SPAN.fullmatch(text or "")
    if found is None:
        return None
    span = Span(int(found[1]), int(found[2]))
    return span if span.start < span.end <= len(release.body) else None


def _move(sentence: Span, passage: Span) -> list[Span]:
    """A sentence of a body as one of a passage of it; none where it begins before that."""
    start, end = sentence.start - passage.start, sentence.end - passage.start
    return [Span(start, end)] if start >= 0 else []
