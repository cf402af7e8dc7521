"""What the probability that a hit answers rests on: signals, and where it stands among the others.

It must mean the same in a library of any size, so no BM25 is in it. How well a passage covers the
question's words counts by what else there is: a paraphrase is likened to little anywhere, and what
none says better is only said in other words. Of time only what disagrees counts: that a release is
of the month asked about is no sign that it speaks of the matter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from qa.language.unread_words import UnreadWord
from qa.retrieval.signals import SIGNALS, Matrix, Values

# Above 0 where a release agrees with the question, below where it does not.
_OF_TIME = ("period", "release_period", "published_in", "latest", "cadence")
TIME_SIGNALS = (*_OF_TIME, "period_missing", "superseded")
"""The signals of a passage that say when, not what."""

_OF_MATTER = (
    *("title_coverage", "countries_missing", "whose_missing", "whole_missing", "office_missing"),
    *("number_missing", "place_missing", "party_missing", "form_missing", "quotation"),
)
_SIGNALS = (*_OF_MATTER, *TIME_SIGNALS)
SHORTLIST_SIGNALS = ("margin", "lag", "late_behind", "late_short", "names_short", "things_short")
"""What the probability rests on beyond SIGNALS, most of it beside the others of the shortlist:

    margin        how far the order's score is above that of the best of another release or series;
                  at most 0 for what is of another period than the one asked about or holds nothing
                  of the kind asked for: to be ahead of others on the matter says nothing then
    lag           where a time is asked for, how far the release or series is behind the best of the
                  shortlist with time left aside, 0 or less; else 0. Where another speaks of the
                  matter, what is of the right month is likely to be beside it
    late_behind   how much less like the question's tokens the release or series is than whatever on
                  the shortlist is most like each of them, on average: 0 or less
    late_short    how far late_rare falls short of what speaks of a matter in any words, 0 or less:
                  where nothing does, none is behind
    names_short   how far what the release or series has most like each name of the question falls
                  short of that name in another form, on average: 0 or less. A Korean word without
                  English is likened to nothing: what has it not falls short of it, as far as of any
                  name where it names a person, and else less, as it may only be said otherwise
    things_short  how far a series falls short of each word that says of what a figure is asked for,
                  on average: 0 or less. Where it fills the shortlist there is hardly anything to be
                  behind of, but what it says in no words month after month it does not report on.
                  Beyond a little it makes no difference how far: one word out of place is like
                  nothing either, and must leave the answer unsure, not refused. 0 for what is in
                  no series, which has as often other words for the matter
"""

CONFIDENCE_SIGNALS = (*_SIGNALS, *SHORTLIST_SIGNALS)
"""The columns of a confidence matrix."""

# In estimated cosines, by the loss of questions held out in fitting: .05 more or less is the same.
_SPEAKS_OF = 0.4
_REPORTS = 0.45
_NAMES = 0.5
# Below _REPORTS, on average over the words: all that counts. More would refuse what answers for one
# word out of place ("the newest reading of"), and hardly more of what is not reported would come
# out less likely than not.
_UNREPORTED_MOST = 0.05
# Of a Korean word that no English is known for, which may name something or be said otherwise, and
# of all of them: enough to be unsure, and not to refuse.
_UNREAD, _UNREAD_MOST = 0.15, 0.25

_Number = TypeVar("_Number", bound=np.floating[Any])


@dataclass(frozen=True, slots=True)
class Context:
    """What the passages of a shortlist are judged by beyond their signals.

    `rivals` is what each speaks for: its series, else its release. `matches`, (passages, tokens),
    is how much each is like the question's tokens, `names` the places of those of each name, and
    `things` of each word that says of what a figure is asked for. `in_series` says which are of a
    series, `timed` whether a period or the newest is asked for. `lacking`, where any word of the
    question has no English, are those of them that the release of each passage has not.
    """

    rivals: Sequence[str]
    matches: npt.NDArray[np.float32]
    names: Sequence[Sequence[int]]
    things: Sequence[Sequence[int]]
    in_series: Sequence[bool]
    timed: bool
    lacking: Sequence[Sequence[UnreadWord]] = ()


def confidence_matrix(signals: Matrix, scores: Values, topical: Values, context: Context) -> Matrix:
    """The columns of CONFIDENCE_SIGNALS for a whole shortlist: (passages, columns).

    `scores` are what it is ordered by, and `topical` the same without TIME_SIGNALS.
    """
    columns = signals[:, [SIGNALS.index(name) for name in _SIGNALS]]
    of_time = [_SIGNALS.index(name) for name in _OF_TIME]
    columns[:, of_time] = columns[:, of_time].clip(max=0)
    elsewhen = signals[:, SIGNALS.index("period_missing")] > 0
    beside = signals[:, SIGNALS.index("answer_type")] < 0
    rivals = context.rivals
    said = _find_best(context.matches, rivals)
    unreported = _fall_short(said, context.things, _REPORTS).clip(min=-_UNREPORTED_MOST)
    margins = find_margins(scores, rivals)
    return np.column_stack(
        [
            columns,
            np.where(elsewhen | beside, margins.clip(max=0), margins),
            _fall_behind(_find_best(topical[:, np.newaxis], rivals)) * context.timed,
            _fall_behind(said),
            (signals[:, SIGNALS.index("late_rare")] - _SPEAKS_OF).clip(max=0),
            np.minimum(_fall_short(said, context.names, _NAMES), _lack(context.lacking)),
            unreported * np.array(context.in_series, np.float64),
        ]
    )


def find_margins(scores: Values, rivals: Sequence[str]) -> Values:
    """How far each row's score is above the best of any other rival; below: negative.

    Rows of the same name in `rivals` are not rivals of each other. 0 where there is no other.
    """
    best: dict[str, float] = {}
    for rival, score in zip(rivals, scores.tolist(), strict=True):
        best[rival] = max(best.get(rival, -np.inf), score)
    ranked = sorted(best.values(), reverse=True)
    if len(ranked) < 2:
        return np.zeros(len(scores))
    top, second = ranked[:2]
    return np.array(
        [
            score - (second if best[rival] == top else top)
            for rival, score in zip(rivals, scores, strict=True)
        ]
    )


def _find_best(values: npt.NDArray[_Number], rivals: Sequence[str]) -> npt.NDArray[_Number]:
    """Of each column what is greatest among the rows of each row's rival: (rows, columns)."""
    numbers: dict[str, int] = {}
    places = [numbers.setdefault(rival, len(numbers)) for rival in rivals]
    best = np.full((len(numbers), values.shape[1]), -np.inf, values.dtype)
    np.maximum.at(best, places, values)
    return best[places]


def _fall_behind(best: npt.NDArray[np.floating[Any]]) -> Values:
    """How far each row is behind the greatest of each column, on average: (rows,), 0 or less."""
    if not best.size:
        return np.zeros(len(best))
    lags: Values = (best - best.max(axis=0)).mean(axis=1, dtype=np.float64)
    return lags


def _lack(lacking: Sequence[Sequence[UnreadWord]]) -> Values | float:
    """How far each row falls short of words without English: (rows,); 0 where there are none."""
    if not lacking:
        return 0.0
    people = [_NAMES * any(each.surnames for each in words) for words in lacking]
    others = [_UNREAD * sum(not each.surnames for each in words) for words in lacking]
    return -np.maximum(people, np.minimum(others, _UNREAD_MOST))


def _fall_short(
    said: npt.NDArray[np.float32], words: Sequence[Sequence[int]], least: float
) -> Values:
    """How far each row is from `least` of each word, on average: (rows,), 0 or less.

    `said`, (rows, tokens), is how much its rival is like each token, and `words` are their places.
    """
    if not words:
        return np.zeros(len(said))
    of_words = np.column_stack([said[:, word].mean(axis=1, dtype=np.float64) for word in words])
    short: Values = (of_words - least).clip(max=0).mean(axis=1)
    return short
