"""What the series that answers a question tells of it: which series that is, which others tell of
the same matter, and the sentences of all their instalments, scored.

A month is not missing that is told of in the other language: see `qa.series.kinship` for what the
same matter is, and `qa.timelines.joining` for which release speaks for a period.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.language.sentences import Span
from qa.periods import Granularity, Period
from qa.periods.calendar import MONTHS_IN
from qa.questions import Interpretation
from qa.records import Release, Scope
from qa.retrieval.corrected_points import put_right
from qa.retrieval.highlighter import BELOW, Highlighter
from qa.retrieval.shortlist import ReadQuestion
from qa.retrieval.shortlisting import Shortlister
from qa.retrieval.untold import find_silent
from qa.series.series import Instalment, SeriesBook, SeriesPlace
from qa.storage.correction_book import CorrectionBook
from qa.timelines.joining import agree, find_shared, join_instalments
from qa.timelines.timeline import Candidate, Timeline
from qa.understanding.telling import has_korean

Told = list[tuple[Period, Release, list[Candidate]]]
"""Each instalment with its sentences."""

_PARTS = (Granularity.MONTH, Granularity.QUARTER, Granularity.HALF)


class SeriesTeller:
    """Reads series for timelines, from one generation of a library."""

    def __init__(
        self,
        series: SeriesBook,
        corrections: CorrectionBook,
        shortlister: Shortlister,
        highlighter: Highlighter,
    ) -> None:
        self._series = series
        self._corrections = corrections
        self._kin = shortlister.kin
        self._shortlister = shortlister
        self._highlighter = highlighter

    def tell(
        self, interpretation: Interpretation, places: Sequence[SeriesPlace]
    ) -> tuple[str, Told, frozenset[str]]:
        """The series that answers, what is told of its matter, a release a period, and which of
        these releases do not tell of a part that is asked for, while others do.

        `places` are those of the releases that answer, best first; at least one. Of series of one
        matter it is the one in the language of the question, else that of the best.
        """
        scope = interpretation.scope
        chosen = self._choose(interpretation, places)
        joined = [chosen, *self._find_kin(chosen, scope)]
        runs = [self._series.list_current(each, scope) for each in joined]
        language = "ko" if has_korean(interpretation.question) else "en"
        instalments = join_instalments(runs, language)
        # Each is asked for its own period, whichever they all lie in.
        timeless = replace(interpretation, period=None)
        topic = self._shortlister.read_question(timeless, interpretation.topic)
        told, silent = self._read_candidates(topic, instalments)
        return _find_in(language, joined, runs) or chosen, told, silent

    def tell_corrections(self, timeline: Timeline) -> Timeline:
        """A timeline with what was corrected of its releases, and with the figure that a correction
        says is right where that is certain (`qa.retrieval.corrected_points`)."""
        asked, book = timeline.interpretation, self._corrections
        known = book.find([each.release.id for each in timeline.points], asked.as_of)
        if not any(each.corrected_by or each.corrects for each in known):
            return timeline
        told = [
            replace(point, corrections=each)
            for point, each in zip(timeline.points, known, strict=True)
        ]
        shortlister = self._shortlister
        wanted = shortlister.read_question(asked, asked.searched).wanted
        return replace(
            timeline,
            points=tuple(
                put_right(each, asked.as_of, book, wanted, shortlister.read_releases)
                for each in told
            ),
        )

    def _choose(self, interpretation: Interpretation, places: Sequence[SeriesPlace]) -> str:
        """The series of the best; where a kind of period is asked for, of the best of that kind,
        else one on its matter; and where all that the best says is of the whole period asked about,
        one on its matter that tells of several parts of that, if any."""
        best, scope = places[0], interpretation.scope
        cadence, asked = interpretation.cadence, interpretation.period
        if cadence is not None:
            of_kind = [each.series for each in places if each.period.granularity is cadence]
            return (of_kind or self._kin.find(best.series, cadence, scope) or [best.series])[0]
        if asked is None or not asked.period.same_days(best.period):
            return best.series
        for kind in _PARTS:
            if MONTHS_IN[kind] >= MONTHS_IN.get(best.period.granularity, 0):
                continue
            for name in self._kin.find(best.series, kind, scope):
                instalments = self._series.list_current(name, scope)
                if sum(asked.period.contains(each.period) for each in instalments) > 1:
                    return name
        return best.series

    def _find_kin(self, series: str, scope: Scope) -> Iterator[str]:
        """What else tells of the matter of a series, for periods of its kind, most instalments
        first, but for what states other amounts of the same periods."""
        own = self._series.list_current(series, scope)
        for name in self._kin.find(series, own[0].period.granularity, scope):
            shared = find_shared(own, self._series.list_current(name, scope))
            ids = [each.release_id for pair in shared for each in pair]
            read = self._shortlister.read_releases(ids)
            releases = {each.stored.release.id: each.stored.release for each in read}
            told = [
                (one.period, releases[one.release_id], releases[other.release_id])
                for one, other in shared
                if one.release_id in releases and other.release_id in releases
            ]
            if agree(told):
                yield name

    def _read_candidates(
        self, question: ReadQuestion, instalments: Sequence[Instalment]
    ) -> tuple[Told, frozenset[str]]:
        """Each instalment with all its sentences, scored by how well they answer, and which do not
        tell of a part that is asked for."""
        passages = self._shortlister.read_releases([each.release_id for each in instalments])
        compared = self._shortlister.compare(question, passages)
        scored = self._highlighter.score(question, passages, compared)
        candidates: dict[str, list[Candidate]] = {}
        releases: dict[str, Release] = {}
        for read, sentences in zip(passages, scored, strict=True):
            start, release = read.stored.passage.start, read.stored.release
            releases[release.id] = release
            candidates.setdefault(release.id, []).extend(
                Candidate(Span(start + span.start, start + span.end), score, score < -BELOW / 2)
                for span, score in sentences
            )
        told = [
            (each.period, releases[each.release_id], candidates[each.release_id])
            for each in instalments
            if each.release_id in candidates
        ]
        return told, find_silent(question, passages, compared)


def _find_in(
    language: str, joined: Sequence[str], runs: Sequence[Sequence[Instalment]]
) -> str | None:
    """The first series in a language; a single release is none."""
    for name, instalments in zip(joined, runs, strict=True):
        if len(instalments) > 1 and instalments[-1].language == language:
            return name
    return None
