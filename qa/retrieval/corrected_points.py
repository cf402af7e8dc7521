"""The points of a timeline with what was corrected of their releases.

A correction speaks in the place of an instalment only where it says which figure stands in the
place of the one marked there (`qa.timelines.righting`); else the instalment's sentence stays, and
it is told that it was corrected.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from qa.language.sentences import split_sentences
from qa.records import Release
from qa.retrieval.corrected import corrects, names_figure
from qa.retrieval.read_passages import ReadPassage
from qa.storage.correction_book import CorrectionBook
from qa.timelines.dated_sentences import read_sentence
from qa.timelines.righting import find_right
from qa.timelines.timeline import Point
from qa.understanding.wanted import Wanted

ReadReleases = Callable[[Sequence[str]], list[ReadPassage]]
"""The passages of releases by their ids."""


def put_right(
    point: Point, as_of: date, book: CorrectionBook, wanted: Wanted, read_releases: ReadReleases
) -> Point:
    """What the last correction by a day of what is asked for says in the place of a point; where
    that is not certain, the point, withdrawn; and where it is not corrected, as it is."""
    for link in reversed(point.corrections.corrected_by):
        later = read_releases([link.release_id])
        named = point.marked is not None and names_figure(wanted, later, point.marked)
        if not (link.whole or named or corrects(wanted, later, read_releases([point.release.id]))):
            continue
        righted = None
        if later and not link.whole:
            righted = _find_righted(point, later[0].stored.release)
        if righted is None:
            return replace(point, withdrawn=True)
        [known] = book.find([link.release_id], as_of)
        return replace(righted, corrections=known)
    return point


def _find_righted(point: Point, correction: Release) -> Point | None:
    """What a correction says in the place of a point, word for word."""
    if point.marked is None:
        return None
    spans = split_sentences(correction.body, correction.language)
    sentences = [read_sentence(correction, point.period, span) for span in spans]
    if (right := find_right(point.marked, sentences)) is None:
        return None
    sentence, figure = right
    return replace(
        point, release=correction, span=sentence.span, figures=sentence.figures, marked=figure
    )
