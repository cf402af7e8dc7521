"""What a library holds and what an evaluation found, as text for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.language.plurals import count
from qa.output.terminal import make_safe

if TYPE_CHECKING:
    from qa.index.upkeep import Status
    from qa.measuring.evaluation import Outcome
    from qa.measuring.metrics import Comparison
    from qa.measuring.reporting import Honesty, Report

_EXAMPLES = 5  # of questions that one ranking answers better

OUTDATED = (
    "as another version of the program wrote them, so that less is found. To write them anew: "
    "qa rebuild, or qa add or qa sync of the same releases."
)


def describe_status(status: Status) -> dict[str, object]:
    """A status in the form of JSON."""
    held = status.holdings
    return {
        "folder": str(status.folder),
        "generation": held.generation,
        "model": held.encoder.name if held.encoder else None,
        "releases": held.releases,
        "passages": held.passages,
        "series": status.series,
        "earliest_published": str(held.earliest_published) if held.earliest_published else None,
        "latest_published": str(held.latest_published) if held.latest_published else None,
        "years": [
            {"publisher": each.publisher, "year": each.year, "releases": each.releases}
            for each in status.years
        ],
        "sources": [
            {
                "name": each.name,
                "read_at": each.read_at.isoformat(timespec="seconds") if each.read_at else None,
                "releases": each.releases,
            }
            for each in status.sources
        ],
        "index": status.index_fault or "whole",
        "vectors": list(status.vectors),
        "outdated": status.outdated,
    }


def format_status(status: Status) -> str:
    """What a library holds, as lines of text."""
    held = status.holdings
    lines = [
        f"{status.folder}: {count(held.releases, 'release')}, "
        f"{count(held.passages, 'passage')}, {status.series} series; generation {held.generation}",
        f"published {held.earliest_published or '–'} to {held.latest_published or '–'}",
        f"model: {held.encoder.name if held.encoder else 'none yet'}",
        f"index: {'; '.join([status.index_fault or 'whole', *status.vectors])}",
    ]
    if status.outdated:
        lines.append(f"passages: {OUTDATED}")
    publisher = None
    for each in status.years:
        if each.publisher != publisher:
            publisher = each.publisher
            lines.append(publisher)
        lines.append(f"  {each.year}  {each.releases:>7}")
    for source in status.sources:
        lines.append(make_safe(f"follows {source.name}"))
        kept = f"; keeps {count(source.releases, 'release')}" if source.releases else ""
        read = f"read {source.read_at:%F %R} UTC" if source.read_at else "never read whole"
        lines.append(f"  {read}{kept}")
    return "\n".join(lines)


def format_report(report: Report, *, table: bool) -> str:
    """What an evaluation found, as lines of text."""
    lines = [f"{report.collection}: {count(len(report.outcomes), 'question')}"]
    if report.seen_in_fitting:
        lines.append("The ranking was fitted on these questions: the figures are no evidence.")
    if table:
        lines.extend(_format_outcome(each) for each in report.outcomes)
    # Imported here: an answer does without.
    from qa.measuring.evaluation import System
    from qa.measuring.reporting import first_by_kind, refused_by_kind

    names = list(report.values[System.OURS])
    lines.append("".join(f"{head:>10}" for head in ("", *names)))
    for system in System:
        values = "".join(f"{report.mean(system, name):>10.4f}" for name in names)
        lines.append(f"{system.value:>10}{values}")
    lines.extend(
        format_comparison(system.value, each) for system, each in report.comparisons.items()
    )
    kinds = first_by_kind(report, System.OURS)
    if len(kinds) > 1:
        lines.append("right release first, by the kind of question:")
        lines.append("".join(f"{head:>14}" for head in ("", *kinds)))
        lines.append("".join(f"{head:>14}" for head in ("of", *(n for _, n in kinds.values()))))
        for system in System:
            shares = first_by_kind(report, system).values()
            lines.append(f"{system.value:>14}" + "".join(f"{share:>14.1%}" for share, _ in shares))
    if report.sentences_right is not None:
        lines.append(
            f"marked sentence of the first hit holds the answer: {report.sentences_right:.1%}"
        )
    lines.extend(_format_honesty(report.honesty) if report.honesty else ())
    refused = refused_by_kind(report)
    if len(refused) > 1:
        parts = (f"{share:.1%} of {total} ({kind})" for kind, (share, total) in refused.items())
        lines.append("refused, by kind of what has no answer: " + ", ".join(parts))
    return "\n".join(lines)


def format_comparison(name: str, comparison: Comparison) -> str:
    """Our ranking against another, in one line."""
    return (
        f"against {name}: {comparison.difference:+.4f} nDCG@10 "
        f"[{comparison.low:+.4f}, {comparison.high:+.4f}], p = {comparison.p_value:.4f}, "
        f"{len(comparison.won)} won, {len(comparison.lost)} lost"
        + _format_examples("won", comparison.won)
        + _format_examples("lost", comparison.lost)
    )


def _format_examples(label: str, questions: Sequence[str]) -> str:
    return f"; most {label}: {', '.join(questions[:_EXAMPLES])}" if questions else ""


def _format_outcome(each: Outcome) -> str:
    expected = ", ".join(each.question.relevant) or "nothing"
    first = each.hits[0].release.id if each.hits else "nothing"
    mark = "ok " if each.first_right else "   " if not each.question.relevant else "NO "
    sure = "" if each.said.confidence is None else f"{each.said.confidence:5.2f}"
    return (
        f"{mark}{each.question.id:<6}{each.question.kind:<13}{expected:<24}{first:<24}"
        f"{sure} {each.said.verdict.value:<10}{each.question.text}"
    )


def _format_honesty(honesty: Honesty) -> list[str]:
    def percent(value: float | None) -> str:
        return "–" if value is None else f"{value:.1%}"

    auroc = "–" if honesty.auroc is None else f"{honesty.auroc:.4f}"
    risks = ", ".join(f"{risk:.1%} at {part:.0%}" for part, risk in honesty.risks.items())
    return [
        f"answerable or not, AUROC {auroc}; calibration error {honesty.calibration_error:.4f} "
        f"({honesty.chance_error:.4f} by chance, were all probabilities true)",
        f"refused: {percent(honesty.refused_wrongly)} of the answerable, "
        f"{percent(honesty.refused_rightly)} of the others; "
        f"of the answers given {percent(honesty.answers_wrong)} are wrong",
        f"wrong at coverage: {risks}",
    ]
