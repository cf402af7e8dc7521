"""An evaluation as files: a TREC run, the numbers as JSON, and a page with every question."""

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

from qa.errors import SettingsError
from qa.measuring.evaluation import Outcome, System
from qa.measuring.metrics import Bin
from qa.measuring.reporting import (
    MEASURE,
    Honesty,
    Report,
    Values,
    make_run,
    summarise,
    write_run,
)


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
    return f"<h2>Against the baselines, in {MEASURE}</h2>" + _write_table(
        ["baseline", "difference", "95% interval", "p", "won", "lost"], rows
    )


def _write_honesty(honesty: Honesty) -> str:
    risks = [[f"{coverage:.0%}", f"{risk:.1%}"] for coverage, risk in honesty.risks.items()]
    auroc = "–" if honesty.auroc is None else f"{honesty.auroc:.3f}"
    return (
        f"<h2>Probabilities</h2><p>AUROC {auroc}, expected calibration error "
        f"{honesty.calibration_error:.3f} ({honesty.chance_error:.3f} to be expected by chance of "
        f"probabilities that are true).</p>{draw_reliability(honesty.bins)}"
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
    score = values[MEASURE].get(each.question.id)
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
