"""What a probability rests on, counted by hand."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import pytest

from qa.language.unread_words import UnreadWord
from qa.retrieval.confidence import (
    CONFIDENCE_SIGNALS,
    SHORTLIST_SIGNALS,
    TIME_SIGNALS,
    Context,
    confidence_matrix,
    find_margins,
)
from qa.retrieval.signals import SIGNALS

PERSON, WORD = UnreadWord("표재훈", ("Pyo",)), UnreadWord("제습기")


def make_columns(
    scores: Sequence[float],
    topical: Sequence[float] | None = None,
    *,
    timed: bool = False,
    matches: Sequence[Sequence[float]] | None = None,
    names: Sequence[Sequence[int]] = (),
    things: Sequence[Sequence[int]] = (),
    in_series: Sequence[bool] | None = None,
    rivals: Sequence[str] | None = None,
    lacking: Sequence[Sequence[UnreadWord]] = (),
    given: Mapping[str, Sequence[float]] = MappingProxyType({}),
) -> dict[str, list[float]]:
    """The confidence matrix, by column, of passages that each speak for themselves where no rivals
    are named."""
    rows = len(scores)
    signals = np.column_stack([given.get(name, [0.0] * rows) for name in SIGNALS])
    context = Context(
        rivals or [str(row) for row in range(rows)],
        np.array(matches or np.zeros((rows, 0)), np.float32),
        names,
        things,
        in_series or [False] * rows,
        timed,
        lacking,
    )
    matrix = confidence_matrix(signals, np.array(scores), np.array(topical or scores), context)
    return dict(zip(CONFIDENCE_SIGNALS, matrix.T.tolist(), strict=True))


def test_columns_stand_under_their_names() -> None:
    held = {name: [number + 1.0] for number, name in enumerate(SIGNALS)}
    columns = make_columns([2.0], given=held)
    for name in set(CONFIDENCE_SIGNALS) - {*TIME_SIGNALS, *SHORTLIST_SIGNALS}:
        assert columns[name] == held[name]


@pytest.mark.parametrize("name", ["period", "release_period", "published_in", "latest", "cadence"])
def test_of_time_only_what_disagrees_counts(name: str) -> None:
    columns = make_columns([0.0] * 4, given={name: [1.0, 0.5, -0.5, -1.0]})
    assert columns[name] == [0.0, 0.0, -0.5, -1.0]


@pytest.mark.parametrize("name", ["period_missing", "superseded"])
def test_what_is_amiss_counts(name: str) -> None:
    assert make_columns([0.0, 0.0], given={name: [1.0, 0.0]})[name] == [1.0, 0.0]


@pytest.mark.parametrize(("name", "value"), [("period_missing", 1.0), ("answer_type", -1.0)])
def test_lead_of_what_cannot_answer_does_not_count(name: str, value: float) -> None:
    assert make_columns([3.0, 1.0], given={name: [value, 0.0]})["margin"] == [0.0, -2.0]
    assert make_columns([3.0, 1.0], given={name: [0.0, value]})["margin"] == [2.0, -2.0]


def test_only_where_a_time_is_asked_for_is_there_a_lag() -> None:
    columns = make_columns([3.0, 1.0], [2.0, 2.5], timed=True)
    assert columns["lag"] == [-0.5, 0.0]
    assert make_columns([3.0, 1.0], [2.0, 2.5])["lag"] == [0.0, 0.0]


def test_only_what_speaks_of_the_matter_falls_short_of_nothing() -> None:
    columns = make_columns([0.0] * 3, given={"late_rare": [0.7, 0.4, 0.15]})
    assert columns["late_short"] == pytest.approx([0.0, 0.0, -0.25])


def test_what_another_says_better_of_a_token_is_what_a_passage_is_behind_by() -> None:
    columns = make_columns([0.0] * 3, matches=[[0.5, 0.5], [0.25, 0.75], [0.25, 0.25]])
    assert columns["late_behind"] == [-0.125, -0.125, -0.375]


def test_empty_shortlist_has_every_column() -> None:
    assert set(make_columns([])) == set(CONFIDENCE_SIGNALS)


def test_margin_is_the_lead_over_the_best_of_another_release() -> None:
    margins = find_margins(np.array([5.0, 4.0, 3.0, 1.0]), ["a", "a", "b", "c"])
    assert margins.tolist() == [2.0, 1.0, -2.0, -4.0]


def test_releases_that_tie_in_front_have_no_lead() -> None:
    assert find_margins(np.array([2.0, 2.0, 1.0]), ["a", "b", "c"]).tolist() == [0.0, 0.0, -1.0]


@pytest.mark.parametrize("releases", [[], ["a"], ["a", "a"]])
def test_margin_is_0_without_another_release(releases: list[str]) -> None:
    scores = np.arange(float(len(releases)))
    assert find_margins(scores, releases).tolist() == [0.0] * len(releases)


def test_lag_is_that_of_the_best_of_the_same_series() -> None:
    scores = [5.0, 4.0, 3.0, 1.0]
    columns = make_columns(scores, rivals=["a", "b", "b", "a"], timed=True)
    assert columns["lag"] == [0.0, -1.0, -1.0, 0.0]


def test_a_series_is_only_behind_by_what_none_of_its_passages_says() -> None:
    matches = [[0.5, 0.0], [0.0, 0.5], [0.25, 0.75]]
    columns = make_columns([0.0] * 3, matches=matches, rivals=["a", "a", "b"])
    assert columns["late_behind"] == [-0.125, -0.125, -0.125]


def test_name_that_a_release_has_in_no_form_falls_short() -> None:
    matches = [[0.75, 0.5, 0.0], [0.25, 0.25, 0.0], [0.25, 0.75, 0.0]]
    columns = make_columns([0.0] * 3, matches=matches, names=[[0, 1]], rivals=["a", "b", "c"])
    assert columns["names_short"] == [0.0, -0.25, 0.0]


def test_what_falls_short_is_the_mean_over_the_names_that_are_asked_for() -> None:
    matches = [[0.75, 0.5, 0.0], [0.0, 0.0, 0.25]]
    columns = make_columns([0.0] * 2, matches=matches, names=[[0], [2]], rivals=["a", "a"])
    assert columns["names_short"] == [-0.125, -0.125]


def test_series_falls_short_of_what_none_of_its_passages_speaks_of() -> None:
    # Two words of two tokens and of one; a series says them in different passages.
    matches = [[0.7, 0.7, 0.0], [0.35, 0.43, 0.5], [0.35, 0.43, 0.5], [0.35, 0.43, 0.5]]
    columns = make_columns(
        [0.0] * 4,
        matches=matches,
        things=[[0, 1], [2]],
        rivals=["a", "a", "b", "c"],
        in_series=[True, True, True, False],
    )
    assert columns["things_short"] == pytest.approx([0.0, 0.0, -0.03, 0.0])


def test_one_word_that_a_series_has_nothing_like_counts_no_more_than_several() -> None:
    columns = make_columns(
        [0.0, 0.0],
        matches=[[0.1, 0.7, 0.7], [0.1, 0.2, 0.1]],
        things=[[0], [1], [2]],
        in_series=[True, True],
    )
    assert columns["things_short"] == pytest.approx([-0.05, -0.05])


@pytest.mark.parametrize("rows", [0, 1, 3])
def test_nothing_is_behind_where_there_is_no_token(rows: int) -> None:
    columns = make_columns([0.0] * rows)
    assert columns["late_behind"] == columns["names_short"] == [0.0] * rows


def test_what_has_not_the_words_that_nobody_can_read_falls_short_of_them() -> None:
    columns = make_columns([0.0] * 4, lacking=[[], [WORD], [PERSON], [WORD, WORD, WORD]])
    assert columns["names_short"] == [0.0, -0.15, -0.5, -0.25]
