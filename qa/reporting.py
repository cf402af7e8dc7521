"""An evaluation in numbers, as JSON, as a TREC run, and as a page to read."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from qa.answers import Verdict
from qa.errors import CollectionError, SettingsError
from qa.evaluation import Outcome, System
from qa.metrics import (
    Bin,
    Comparison,
    Run,
    compare_paired,
    find_auroc,
    find_bins,
    find_calibration_error,
    find_risks,
    mean,
    measure_run,
)

_COVERAGES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_MEASURE = "nDCG@10"  # what systems and runs are compared by

Values = Mapping[str, Mapping[str, float]]
"""{measure: {question: value}}"""


@dataclass(frozen=True, slots=True)
class Honesty:
    """How far "not found" and the probabilities can be believed; None where nothing says.

    `auroc` and `calibration_error` are over every question asked as it is and, where the answer
    is known, again with it taken away. `refused_wrongly` is over questions with an answer in the
    collection, `refused_rightly` over those without.
    """

    auroc: float | None
    calibration_error: float
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
    ours = values[System.OURS][_MEASURE]
    known = [each.sentence_right for each in outcomes if each.sentence_right is not None]
    return Report(
        collection=collection,
        outcomes=tuple(outcomes),
        values=values,
        comparisons={
            system: compare_paired(ours, values[system][_MEASURE])
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
    theirs = measure_run(read_run(path), relevant)[_MEASURE]
    return compare_paired(report.values[System.OURS][_MEASURE], theirs)


def summarise(report: Report) -> dict[str, object]:
    """The report in numbers, for a JSON file: {measures: {system: {measure: mean}}, ...}."""
    honesty = report.honesty
    return {
        "collection": report.collection,
        "questions": len(report.outcomes),
        "answerable": len(report.values[System.OURS][_MEASURE]),
        "seen_in_fitting": report.seen_in_fitting,
        "measures": {
            system.value: {name: round(report.mean(system, name), 4) for name in values}
            for system, values in report.values.items()
        },
        "first_by_kind": {
            kind: round(share, 4) for kind, (share, _) in first_by_kind(report).items()
        },
        "compared_by": _MEASURE,
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
            "refused_wrongly": _rounded(honesty.refused_wrongly),
            "refused_rightly": _rounded(honesty.refused_rightly),
            "answers_wrong": _rounded(honesty.answers_wrong),
            "risk_at_coverage": {
                str(coverage): _rounded(risk) for coverage, risk in honesty.risks.items()
            },
        },
    }


def first_by_kind(report: Report) -> dict[str, tuple[float, int]]:
    """Of each kind of answerable question: the share with a right release first, and how many."""
    kinds: dict[str, list[float]] = {}
    for each in report.outcomes:
        if each.question.relevant:
            kinds.setdefault(each.question.kind or "all", []).append(float(each.first_right))
    return {kind: (mean(values), len(values)) for kind, values in sorted(kinds.items())}


def write_report(folder: Path, report: Report) -> None:
    """Write run.trec, report.json and report.html into `folder`.

    Raises SettingsError when that cannot be done.
    """
    text = json.dumps(summarise(report), indent=1, ensure_ascii=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_run(folder / "run.trec", make_run(report.outcomes, System.OURS), "release-qa")
        (folder / "report.json").write_text(text + "\n", encoding="utf-8")
        (folder / "report.html").write_text(_write_page(report), encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            f"The report cannot be written into {folder}: {error.strerror}. Name a folder that "
            f"can be written to."
        ) from error


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
            said.append(_Said(each.said.confidence, refused, answerable, each.surest_right))
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
        bins=tuple(find_bins(sure, right)),
        risks=find_risks(sure, right, _COVERAGES),
        refused_wrongly=mean(wrongly) if wrongly else None,
        refused_rightly=mean(rightly) if rightly else None,
        answers_wrong=mean(given) if given else None,
    )


def _write_page(report: Report) -> str:
    measures = list(report.values[System.OURS])
    rows = [
        [system.value, *(f"{report.mean(system, name):.4f}" for name in measures)]
        for system in System
    ]
    parts = [
        f"<h1>{escape(report.collection)}</h1>",
        "<p><b>The ranking was fitted on these questions: the figures are no evidence.</b></p>"
        if report.seen_in_fitting
        else "",
        _write_table(["system", *measures], rows),
        _write_comparisons(report),
        _write_honesty(report.honesty) if report.honesty else "",
        "<h2>Question by question</h2>",
        _write_table(
            ["question", "kind", "expected", "first", "nDCG@10", "sure", "verdict", "sentence"],
            [_write_question(each, report.values[System.OURS]) for each in report.outcomes],
        ),
    ]
    return _PAGE.format(title=escape(report.collection), body="\n".join(parts))


def _write_comparisons(report: Report) -> str:
    rows = [
        [
            system.value,
            f"{each.difference:+.4f}",
            f"{each.low:+.4f} to {each.high:+.4f}",
            f"{each.p_value:.4f}",
            str(len(each.won)),
            str(len(each.lost)),
        ]
        for system, each in report.comparisons.items()
    ]
    return f"<h2>Against the baselines, in {_MEASURE}</h2>" + _write_table(
        ["baseline", "difference", "95% interval", "p", "won", "lost"], rows
    )


def _write_honesty(honesty: Honesty) -> str:
    risks = [[f"{coverage:.0%}", f"{risk:.1%}"] for coverage, risk in honesty.risks.items()]
    auroc = "–" if honesty.auroc is None else f"{honesty.auroc:.3f}"
    return (
        f"<h2>Probabilities</h2><p>AUROC {auroc}, expected calibration error "
        f"{honesty.calibration_error:.3f}.</p>{draw_reliability(honesty.bins)}"
        + _write_table(["questions answered", "of these wrong"], risks)
    )


def draw_reliability(bins: Sequence[Bin], size: int = 260) -> str:
    """A reliability diagram as SVG: what was claimed, across, against what was right, up."""
    points = "".join(
        f'<circle cx="{each.claimed * size:.1f}" cy="{(1 - each.right) * size:.1f}" '
        f'r="{3 + 9 * each.count / max(b.count for b in bins):.1f}">'
        f"<title>{each.count} claimed {each.claimed:.2f}, right {each.right:.2f}</title></circle>"
        for each in bins
    )
    return (
        f'<svg viewBox="-30 -10 {size + 50} {size + 45}" width="{size + 50}" role="img" '
        f'aria-label="Reliability: claimed probability against share right">'
        f'<rect width="{size}" height="{size}" fill="none" stroke="#999"/>'
        f'<line x1="0" y1="{size}" x2="{size}" y2="0" stroke="#999" stroke-dasharray="4"/>'
        f'<g fill="#1f6feb" fill-opacity=".7">{points}</g>'
        f'<text x="{size / 2}" y="{size + 25}" text-anchor="middle">claimed</text>'
        f'<text transform="translate(-12 {size / 2}) rotate(-90)" text-anchor="middle">right</text>'
        "</svg>"
    )


def _write_question(each: Outcome, values: Values) -> list[str]:
    first = each.hits[0] if each.hits else None
    score = values[_MEASURE].get(each.question.id)
    return [
        f"{each.question.id}: {each.question.text}",
        each.question.kind,
        ", ".join(each.question.relevant) or "nothing",
        f"{first.release.id} {first.release.title}" if first else "nothing",
        "" if score is None else f"{score:.3f}",
        "" if each.said.confidence is None else f"{each.said.confidence:.2f}",
        each.said.verdict.value,
        (first.sentence or "") if first else "",
    ]


def _write_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    def write_row(cells: Sequence[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"

    return f"<table>{write_row(head, 'th')}{''.join(write_row(row, 'td') for row in rows)}</table>"


_PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>{title}</title>
<style>body{{font:15px/1.5 system-ui;margin:2rem;max-width:75rem}}
table{{border-collapse:collapse;margin:1rem 0}}td,th{{padding:.25rem .6rem;border:1px solid #ccc;
text-align:left;vertical-align:top}}</style>
{body}
</html>
"""
