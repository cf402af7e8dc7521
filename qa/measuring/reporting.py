"""An evaluation in numbers, and as a run in TREC form; `report_files` writes it down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.answers import Verdict
from qa.errors import CollectionError
from qa.lazy_regex import lazy_regex
from qa.measuring.evaluation import Outcome, System
from qa.measuring.metrics import (
    Bin,
    Comparison,
    Run,
    compare_paired,
    find_auroc,
    find_bins,
    find_calibration_error,
    find_chance_error,
    find_risks,
    mean,
    measure_run,
)

_COVERAGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_NUMBER = lazy_regex(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")
MEASURE = "nDCG@10"  # what systems and runs are compared by

Values = Mapping[str, Mapping[str, float]]
"""{measure: {question: value}}"""


@dataclass(frozen=True, slots=True)
class Honesty:
    """How far "not found" and the probabilities can be believed; None where nothing says.

    `auroc` and `calibration_error` are over every question asked as it is and, where the answer
    is known, again with it taken away; `chance_error` is what the latter would be by chance alone.
    `refused_wrongly` is over questions with an answer in the collection, `refused_rightly` over
    those without.
    """

    auroc: float | None
    calibration_error: float
    chance_error: float
    bins: tuple[Bin, ...]
    risks: Mapping[float, float]
    refused_wrongly: float | None
    refused_rightly: float | None
    answers_wrong: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation found. `values` are the measures of each system, question by question."""

    collection: str
    outcomes: tuple[Outcome, ...]
    values: Mapping[System, Values]
    comparisons: Mapping[System, Comparison]
    sentences_right: float | None
    honesty: Honesty | None
    seen_in_fitting: bool

    def mean(self, system: System, measure: str) -> float:
        return mean(list(self.values[system][measure].values()))


def make_report(collection: str, outcomes: Sequence[Outcome], *, seen_in_fitting: bool) -> Report:
    """Measure `outcomes`. `seen_in_fitting`: the ranking was fitted on these questions."""
    relevant = {each.question.id: each.question.relevant for each in outcomes}
    values = {system: measure_run(make_run(outcomes, system), relevant) for system in System}
    ours = values[System.OURS][MEASURE]
    known = [each.sentence_right for each in outcomes if each.sentence_right is not None]
    return Report(
        collection=collection,
        outcomes=tuple(outcomes),
        values=values,
        comparisons={
            system: compare_paired(ours, values[system][MEASURE])
            for system in System
            if system is not System.OURS
        },
        sentences_right=mean([float(right) for right in known]) if known else None,
        honesty=_find_honesty(outcomes),
        seen_in_fitting=seen_in_fitting,
    )


def make_run(outcomes: Sequence[Outcome], system: System) -> Run:
    return {each.question.id: each.rankings[system] for each in outcomes}


def write_run(path: Path, run: Run, name: str) -> None:
    """A run in TREC form: question Q0 release rank score name."""
    lines = [
        f"{question} Q0 {release} {rank} {score:.6f} {name}\n"
        for question, scores in run.items()
        for rank, (release, score) in enumerate(scores.items(), start=1)
    ]
    path.write_text("".join(lines), encoding="utf-8")


def read_run(path: Path) -> dict[str, dict[str, float]]:
    """The run in TREC form at `path`. Raises CollectionError when it is none."""
    run: dict[str, dict[str, float]] = {}
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CollectionError(f"{path} cannot be read: {error}.") from error
    for number, line in enumerate(lines, start=1):
        cells = line.split()
        if len(cells) != 6 or not _NUMBER.fullmatch(cells[4]):
            raise CollectionError(
                f"{path}:{number}: expected question, Q0, release, rank, score and name, "
                f"found {line!r:.80}."
            )
        run.setdefault(cells[0], {})[cells[2]] = float(cells[4])
    return run


def compare_with_run(report: Report, path: Path) -> Comparison:
    """Our ranking against the run in TREC form at `path`, question by question."""
    relevant = {each.question.id: each.question.relevant for each in report.outcomes}
    theirs = measure_run(read_run(path), relevant)[MEASURE]
    return compare_paired(report.values[System.OURS][MEASURE], theirs)


def summarise(report: Report) -> dict[str, object]:
    """The report in numbers, for a JSON file: {measures: {system: {measure: mean}}, ...}."""
    honesty = report.honesty
    return {
        "collection": report.collection,
        "questions": len(report.outcomes),
        "answerable": len(report.values[System.OURS][MEASURE]),
        "seen_in_fitting": report.seen_in_fitting,
        "measures": {
            system.value: {name: round(report.mean(system, name), 4) for name in values}
            for system, values in report.values.items()
        },
        "first_by_kind": {
            system.value: {
                kind: round(share, 4) for kind, (share, _) in first_by_kind(report, system).items()
            }
            for system in System
        },
        "refused_by_kind": {
            kind: round(share, 4) for kind, (share, _) in refused_by_kind(report).items()
        },
        "compared_by": MEASURE,
        "comparisons": {
            system.value: {
                "difference": round(each.difference, 4),
                "interval": [round(each.low, 4), round(each.high, 4)],
                "p_value": round(each.p_value, 5),
                "won": len(each.won),
                "lost": len(each.lost),
            }
            for system, each in report.comparisons.items()
        },
        "sentences_right": _rounded(report.sentences_right),
        "honesty": honesty
        and {
            "auroc": _rounded(honesty.auroc),
            "calibration_error": _rounded(honesty.calibration_error),
            "chance_error": _rounded(honesty.chance_error),
            "refused_wrongly": _rounded(honesty.refused_wrongly),
            "refused_rightly": _rounded(honesty.refused_rightly),
            "answers_wrong": _rounded(honesty.answers_wrong),
            "risk_at_coverage": {
                str(coverage): _rounded(risk) for coverage, risk in honesty.risks.items()
            },
        },
    }


def first_by_kind(report: Report, system: System) -> dict[str, tuple[float, int]]:
    """Of each kind of answerable question: the share with a right release first, and how many."""
    kinds: dict[str, list[float]] = {}
    for each in report.outcomes:
        if each.question.relevant:
            first = next(iter(each.rankings[system]), None)
            right = float(first in each.question.relevant)
            kinds.setdefault(each.question.kind or "all", []).append(right)
    return {kind: (mean(values), len(values)) for kind, values in sorted(kinds.items())}


TAKEN_AWAY = "answer taken away"


def refused_by_kind(report: Report) -> dict[str, tuple[float, int]]:
    """Of each kind of question without an answer, among them TAKEN_AWAY: the share that was
    refused, and how many there are."""
    kinds: dict[str, list[float]] = {}
    for each in report.outcomes:
        kind = TAKEN_AWAY if each.question.relevant else each.question.kind or "all"
        said = each.emptied if each.question.relevant else each.said
        if said is not None and said.confidence is not None:
            kinds.setdefault(kind, []).append(float(said.verdict is Verdict.NOT_FOUND))
    return {kind: (mean(values), len(values)) for kind, values in sorted(kinds.items())}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


@dataclass(frozen=True, slots=True)
class _Said:
    """What was said of a question asked one way, and what would have been right."""

    sure: float
    refused: bool
    answerable: bool
    right: bool


def _find_honesty(outcomes: Sequence[Outcome]) -> Honesty | None:
    said: list[_Said] = []
    for each in outcomes:
        if each.said.confidence is not None:
            refused = each.said.verdict is Verdict.NOT_FOUND
            answerable = bool(each.question.relevant)
            said.append(_Said(each.said.confidence, refused, answerable, each.answer_right))
        if each.emptied is not None and each.emptied.confidence is not None:
            refused = each.emptied.verdict is Verdict.NOT_FOUND
            said.append(_Said(each.emptied.confidence, refused, answerable=False, right=False))
    if not said:
        return None
    sure = [each.sure for each in said]
    right = [each.right for each in said]
    wrongly = [float(each.refused) for each in said if each.answerable]
    rightly = [float(each.refused) for each in said if not each.answerable]
    given = [float(not each.right) for each in said if not each.refused]
    return Honesty(
        auroc=find_auroc(sure, [each.answerable for each in said]),
        calibration_error=find_calibration_error(sure, right),
        chance_error=find_chance_error(sure),
        bins=tuple(find_bins(sure, right)),
        risks=find_risks(sure, right, _COVERAGES),
        refused_wrongly=mean(wrongly) if wrongly else None,
        refused_rightly=mean(rightly) if rightly else None,
        answers_wrong=mean(given) if given else None,
    )
