"""Series that tell of one matter as one: which of them may be joined, and which release speaks for
a period that several tell of.

That their titles name the same (`qa.series.kinship`) is not enough where both tell of the same
periods: there some figure has to be the same.
"""

from collections.abc import Sequence
from datetime import date

from qa.language.figures import SHARES, Figure
from qa.language.sentences import Span, split_sentences
from qa.periods import Period
from qa.records import Release
from qa.series.series import Instalment
from qa.timelines.dated_sentences import read_sentence, read_title

_LEAD = 3  # sentences that state what a release is about
_ALIKE = 0.005  # of their size, within which amounts are the same: one may be rounded further
_COMPARED = 6  # periods, the newest that both tell of


def join_instalments(runs: Sequence[Sequence[Instalment]], language: str) -> list[Instalment]:
    """One instalment a period, in order: of those that tell of it the one in this language, else
    of the first run."""
    chosen: dict[tuple[date, date], Instalment] = {}
    for run in runs:
        for each in run:
            days = (each.period.first, each.period.last)
            held = chosen.setdefault(days, each)
            if held.language != language and each.language == language:
                chosen[days] = each
    return [chosen[days] for days in sorted(chosen)]


def find_shared(
    one: Sequence[Instalment], other: Sequence[Instalment]
) -> list[tuple[Instalment, Instalment]]:
    """Instalments of both about the same periods, of the newest few."""
    theirs = {(each.period.first, each.period.last): each for each in other}
    shared = [
        (each, theirs[days])
        for each in one
        if (days := (each.period.first, each.period.last)) in theirs
    ]
    return shared[-_COMPARED:]


def agree(shared: Sequence[tuple[Period, Release, Release]]) -> bool:
    """Whether two series may tell of one matter, by releases of both about the same periods.

    So they do unless most of them state amounts and have none in common.
    """
    same = other = 0
    for period, one, theirs in shared:
        ours, those = _find_amounts(one, period), _find_amounts(theirs, period)
        if any(_is_same(each, that) for each in ours for that in those):
            same += 1
        elif ours and those:
            other += 1
    return same >= other


def _find_amounts(release: Release, period: Period) -> list[Figure]:
    """What a release states of its period in its title and first sentences, but for percents,
    which are alike by chance."""
    spans: list[Span] = split_sentences(release.body, release.language)[:_LEAD]
    read = [read_title(release, period), *(read_sentence(release, period, s) for s in spans)]
    return [
        figure
        for sentence in read
        for figure in sentence.own
        if figure.unit not in SHARES and not figure.is_change
    ]


def _is_same(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit and abs(one.value - other.value) <= _ALIKE * abs(one.value)
