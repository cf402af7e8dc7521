"""The newest releases as hits: what answers a question that names no matter."""

from collections.abc import Sequence

from qa.answers import Hit
from qa.records import Corrections, Release
from qa.retrieval.read_passages import ReadPassage
from qa.series.series import SeriesPlace


def list_hits(
    releases: Sequence[Release],
    passages: Sequence[ReadPassage],
    places: Sequence[SeriesPlace | None],
    known: Sequence[Corrections],
) -> tuple[Hit, ...]:
    """The releases as hits, in their order: each by its first passage, with the sentence that leads
    it marked, behind whatever stands above it ("Contact:", "15 July 2025", "Press room").
    `passages` are all of theirs, one of each at least, and `places` where each stands in its
    series, `known` what is corrected of each."""
    of_release: dict[str, list[ReadPassage]] = {}
    for read in passages:
        of_release.setdefault(read.stored.release.id, []).append(read)
    hits: list[Hit] = []
    rows = zip(releases, places, known, strict=True)
    for rank, (release, place, corrections) in enumerate(rows, start=1):
        first, *others = of_release[release.id]
        hits.append(
            Hit(
                rank=rank,
                score=1.0,
                confidence=1.0,
                passage=first.stored.passage,
                release=release,
                highlights=first.lead,
                signals=(),
                others=tuple(each.stored.passage for each in others),
                about=first.stored.about,
                place=place,
                corrections=corrections,
            )
        )
    return tuple(hits)
