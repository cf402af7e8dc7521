"""Scores computed by hand, and ranking files that must not be used."""

import json
import math
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import SettingsError
from qa.measuring.collections import Collection, TestQuestion
from qa.retrieval.confidence import CONFIDENCE_SIGNALS, Context
from qa.retrieval.highlights import SENTENCE_SIGNALS
from qa.retrieval.ranking import LinearModel, Ranking, mix_plainly, read_ranking, stretch
from qa.retrieval.signals import SIGNALS
from qa.settings import Settings
from qa.wiring import find_fingerprints


def make_model(names: tuple[str, ...], **weights: float) -> LinearModel:
    """One that weighs raw values: centers 0, scales 1."""
    count = len(names)
    given = np.array([weights.get(name, 0.0) for name in names])
    return LinearModel(names, np.zeros(count), np.ones(count), given, 0.0)


def make_ranking(*, seen: str = "") -> Ranking:
    return Ranking(
        order=make_model(SIGNALS, cosine=2.0, answer_type=0.5),
        confidence=make_model(CONFIDENCE_SIGNALS, title_coverage=1.0, margin=1.0),
        sentence=make_model(SENTENCE_SIGNALS, late_votes=1.0),
        threshold=0.5,
        encoder_fingerprint="abc",
        languages=("en",),
        fitted_on={"press": {"questions": 1, "sha256": seen}},
    )


def make_signals(**columns: list[float]) -> np.ndarray[Any, np.dtype[np.float64]]:
    rows = len(next(iter(columns.values())))
    return np.column_stack([columns.get(name, [0.0] * rows) for name in SIGNALS])


def test_linear_model_standardises_before_it_weighs() -> None:
    model = LinearModel(
        ("a", "b"), np.array([1.0, 10.0]), np.array([2.0, 5.0]), np.array([3.0, -1.0]), 0.5
    )
    # 0.5 + 3 (5 − 1) / 2 − (20 − 10) / 5, and 0.5 at the centers.
    assert model.score(np.array([[5.0, 20.0], [1.0, 10.0]])).tolist() == [4.5, 0.5]


def test_linear_model_leaves_columns_out() -> None:
    model = make_model(("a", "b"), a=1.0, b=10.0)
    assert model.score(np.array([[1.0, 1.0]]), without=("b",)).tolist() == [1.0]


def test_score_is_the_order_models_sum() -> None:
    signals = make_signals(cosine=[0.75, 0.5], answer_type=[-1.0, 1.0])
    assert make_ranking().score(signals).tolist() == [1.0, 1.5]


def test_probability_is_the_logistic_of_signals_and_margin() -> None:
    signals, lead = make_signals(title_coverage=[0.0, 1.0]), (math.log(3) - 1)
    scores = np.array([0.0, lead])
    nothing = np.zeros((2, 0), np.float32)
    context = Context(["a", "b"], nothing, names=(), things=(), in_series=[False] * 2, timed=False)
    ranking = make_ranking()
    judged = ranking.find_probabilities(ranking.measure_confidence(signals, scores, context))
    # Log-odds of 0 - lead and 1 + lead.
    assert judged == pytest.approx([1 / (1 + math.exp(lead)), 0.75])


def test_plain_mix_is_half_cosine_half_words() -> None:
    signals = make_signals(cosine=[0.2, 0.6, 0.4], release_bm25=[0.3, 0.1, 0.3])
    assert mix_plainly(signals) == pytest.approx([0.5, 0.5, 0.75])


def test_stretch_puts_the_least_at_0_and_the_greatest_at_1() -> None:
    assert stretch(np.array([3.0, 1.0, 2.0])).tolist() == [1.0, 0.0, 0.5]


@pytest.mark.parametrize("values", [[], [0.7], [2.0, 2.0]])
def test_stretch_of_what_does_not_differ_is_0(values: list[float]) -> None:
    assert stretch(np.array(values)).tolist() == [0.0] * len(values)


@given(st.lists(st.floats(-1e6, 1e6, width=32), min_size=1))
def test_stretch_keeps_the_order_and_stays_in_bounds(values: list[float]) -> None:
    stretched = stretch(np.array(values))
    assert ((stretched >= 0) & (stretched <= 1)).all()
    assert (np.diff(stretched[np.argsort(values, kind="stable")]) >= 0).all()


def test_ranking_that_comes_along_is_usable() -> None:
    ranking = read_ranking()
    assert (ranking.order.names, ranking.confidence.names) == (SIGNALS, CONFIDENCE_SIGNALS)
    assert 0 < ranking.threshold < 1
    assert "en" in ranking.languages
    assert len(ranking.encoder_fingerprint) == 64
    assert (ranking.order.scales > 0).all()


def test_ranking_that_comes_along_holds_for_its_model_in_every_precision() -> None:
    ranking = read_ranking()
    fingerprints = find_fingerprints(Settings())
    assert len(fingerprints) == 2
    assert {ranking.encoder_fingerprint, *ranking.also} == fingerprints


def test_ranking_holds_for_the_fingerprints_it_names_and_no_other() -> None:
    ranking = replace(make_ranking(), also=frozenset({"def"}))
    assert [ranking.holds_for(each) for each in ("abc", "def", "ab")] == [True, True, False]


def test_model_written_is_the_model_read() -> None:
    model = LinearModel(
        ("a", "b"), np.array([1.5, 0.25]), np.array([2.0, 0.5]), np.array([-3.0, 0.125]), -0.75
    )
    written = json.loads(json.dumps(model.write()))
    read = LinearModel.read(written, ("a", "b"))
    rows = np.array([[1.0, 2.0], [-4.0, 0.0]])
    assert read.score(rows).tolist() == model.score(rows).tolist()


def test_ranking_knows_the_questions_it_was_fitted_on() -> None:
    seen = Collection("press", None, (TestQuestion("q1", "What rose?", {}),))
    other = Collection("press", None, (TestQuestion("q1", "What fell?", {}),))
    ranking = make_ranking(seen=seen.digest)
    assert ranking.has_seen(seen.digest)
    assert not ranking.has_seen(other.digest)


def packaged() -> dict[str, Any]:
    fields: dict[str, Any] = json.loads((files("qa.retrieval") / "ranking.json").read_text("utf-8"))
    return fields


def write_ranking(folder: Path, fields: object) -> Path:
    path = folder / "ranking.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


def test_ranking_at_a_path_is_read_instead(tmp_path: Path) -> None:
    path = write_ranking(tmp_path, packaged() | {"threshold": 0.25})
    assert read_ranking(path).threshold == 0.25


def test_ranking_with_another_signal_is_refused_with_both_lists(tmp_path: Path) -> None:
    fields = packaged()
    fields["order"]["signals"]["page_rank"] = fields["order"]["signals"].pop("cosine")
    with pytest.raises(SettingsError, match=r"page_rank.*cosine.*fit_ranking"):
        read_ranking(write_ranking(tmp_path, fields))


@pytest.mark.parametrize("missing", ["order", "confidence", "threshold", "encoder", "fitted_on"])
def test_ranking_that_lacks_a_part_is_refused(tmp_path: Path, missing: str) -> None:
    fields = packaged()
    del fields[missing]
    with pytest.raises(SettingsError, match=rf"{missing}"):
        read_ranking(write_ranking(tmp_path, fields))


@pytest.mark.parametrize("fields", [[], None, 7, {}, {"order": []}, {"order": {"signals": 1}}])
def test_file_that_is_no_ranking_is_refused(tmp_path: Path, fields: object) -> None:
    with pytest.raises(SettingsError, match="fit_ranking"):
        read_ranking(write_ranking(tmp_path, fields))


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"not JSON"])
def test_file_that_is_no_json_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "ranking.json"
    path.write_bytes(data)
    with pytest.raises(SettingsError, match=r"ranking\.json"):
        read_ranking(path)


def test_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.json"):
        read_ranking(tmp_path / "nowhere.json")
