"""Answers as text for people: the date first, then the words, then where they stand."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from qa.answers import Answer, Hit, Interpretation, Verdict
from qa.period_names import name_period
from qa.periods import Granularity
from qa.records import DateRange, Release
from qa.series import SeriesPlace
from qa.timeline import Point, Timeline

if TYPE_CHECKING:
    from qa.evaluation import Outcome
    from qa.metrics import Comparison
    from qa.reporting import Honesty, Report
    from qa.upkeep import Status

_WIDTH = 96
_VERDICTS = {
    Verdict.ANSWERED: "",
    Verdict.NOT_FOUND: "Not found. The nearest passages, none of which seems to answer:",
    Verdict.UNJUDGED: "Not judged: no ranking is calibrated for this model.",
}

_INSTALMENTS = {
    Granularity.DAY: "day",
    Granularity.WEEK: "week",
    Granularity.MONTH: "month",
    Granularity.QUARTER: "quarter",
    Granularity.HALF: "half-year",
    Granularity.YEAR: "year",
    Granularity.RANGE: "instalment",
}


def format_answer(answer: Answer, *, explain: bool = False) -> str:
    """The answer as lines of text, without a line break at the end."""
    parts = _format_understood(answer.interpretation)
    if not answer.hits:
        return "\n\n".join([*parts, _format_nothing(answer)])
    if answer.sentence is not None:
        parts.append(_format_sentence(answer.hits[0]))
    if _VERDICTS[answer.verdict]:
        parts.append(_VERDICTS[answer.verdict])
    parts.extend(_format_hit(hit, explain=explain) for hit in answer.hits)
    return "\n\n".join(parts)


def format_timeline(timeline: Timeline) -> str:
    """A timeline as lines of text, one a release, one a gap, in order of the period."""
    said = [((p.period.first, p.period.last), _format_point(p)) for p in timeline.points]
    said += [((gap.first, gap.last), f"{name_period(gap)}: no release") for gap in timeline.gaps]
    parts = _format_understood(timeline.interpretation)
    return "\n\n".join([*parts, "\n".join(line for _, line in sorted(said))])


def _format_point(point: Point) -> str:
    text, marked = point.sentence, point.marked
    if marked is not None:
        text = f"{text[: marked.start]}»{text[marked.start : marked.end]}«{text[marked.end :]}"
    return f"{name_period(point.period)}  {point.release.published}  {' '.join(text.split())}"


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
        "index": status.index_fault or "whole",
        "vectors": list(status.vectors),
    }


def format_status(status: Status) -> str:
    """What a library holds, as lines of text."""
    held = status.holdings
    lines = [
        f"{status.folder}: {held.releases} releases, {held.passages} passages, "
        f"{status.series} series; generation {held.generation}",
        f"published {held.earliest_published or '–'} to {held.latest_published or '–'}",
        f"model: {held.encoder.name if held.encoder else 'none yet'}",
        f"index: {'; '.join([status.index_fault or 'whole', *status.vectors])}",
    ]
    publisher = None
    for each in status.years:
        if each.publisher != publisher:
            publisher = each.publisher
            lines.append(publisher)
        lines.append(f"  {each.year}  {each.releases:>7}")
    return "\n".join(lines)


def format_report(report: Report, *, table: bool) -> str:
    """What an evaluation found, as lines of text."""
    lines = [f"{report.collection}: {len(report.outcomes)} questions"]
    if report.seen_in_fitting:
        lines.append("The ranking was fitted on these questions: the figures are no evidence.")
    if table:
        lines.extend(_format_outcome(each) for each in report.outcomes)
    # Imported here: an answer does without.
    from qa.evaluation import System
    from qa.reporting import first_by_kind

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


def _format_examples(label: str, questions: Sequence[str], most: int = 5) -> str:
    return f"; most {label}: {', '.join(questions[:most])}" if questions else ""


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
        f"answerable or not, AUROC {auroc}; calibration error {honesty.calibration_error:.4f}",
        f"refused: {percent(honesty.refused_wrongly)} of the answerable, "
        f"{percent(honesty.refused_rightly)} of the others; "
        f"of the answers given {percent(honesty.answers_wrong)} are wrong",
        f"wrong at coverage: {risks}",
    ]


def _format_understood(understood: Interpretation) -> list[str]:
    """What a question was understood to ask, as one part of lines; none where there is nothing."""

    def quote(words: str | None) -> str:
        return "given" if words is None else f"“{words}”"

    lines = []
    if asked := understood.period:
        lines.append(f"About {asked.period.first} to {asked.period.last} ({quote(asked.words)})")
    if understood.published is not None:
        window = _format_window(understood.published)
        lines.append(f"Published {window} ({quote(understood.published_words)})")
    if understood.wants_latest:
        lines.append(f"The newest is wanted ({quote(understood.latest_words)})")
    return ["\n".join(lines)] if lines else []


def _format_window(window: DateRange) -> str:
    """
    >>> _format_window(DateRange(date.min, date(2025, 12, 14)))
    'until 2025-12-14'
    """
    if window.first == date.min:
        return f"until {window.last}"
    if window.last == date.max:
        return f"from {window.first} on"
    return f"from {window.first} to {window.last}"


def _format_place(place: SeriesPlace) -> list[str]:
    """Where a release stands in its series: how many others there are, and which lie beside it."""
    kind = _INSTALMENTS[place.period.granularity]
    others = f"{place.others} other {kind}{'s' if place.others != 1 else ''}"
    beside = {"previous": place.previous, "next": place.next}
    named = [
        f"{side}: {name_period(each.period)} “{each.title}”"
        for side, each in beside.items()
        if each is not None
    ]
    lines = [f"+ {others} ({', '.join(named)})" if named else f"+ {others}"]
    if (later := place.superseded_by) is not None:
        lines.append(f"superseded by “{later.title}”, published {later.published}")
    return [_wrap(line, "   ", "     ") for line in lines]


def _format_sentence(hit: Hit) -> str:
    return _wrap(f"{hit.release.published}  {hit.sentence}", "", " " * 12)


def _format_hit(hit: Hit, *, explain: bool) -> str:
    sure = "" if hit.confidence is None else f"  ({hit.confidence:.0%} sure)"
    lines = [f"{hit.rank}. {hit.release.published}  {hit.release.title}{sure}"]
    lines.append(_wrap(_mark(hit), "   ", "   "))
    lines.append(f"   — {hit.citation}")
    if hit.others:
        lines.append(f"   + {len(hit.others)} more from this release")
    if hit.place is not None:
        lines.extend(_format_place(hit.place))
    if explain:
        lines.extend(f"     {signal.name:<22}{signal.value:>9.4f}" for signal in hit.signals)
    return "\n".join(lines)


def _mark(hit: Hit) -> str:
    """The passage with its answering sentences between » and «."""
    text = hit.passage.text
    for span in sorted(hit.highlights, key=lambda span: -span.start):
        text = f"{text[: span.start]}»{text[span.start : span.end]}«{text[span.end :]}"
    return text


def _format_nothing(answer: Answer) -> str:
    asked = answer.interpretation.published
    if not answer.nearest:
        return f"Not found. Nothing was published by {answer.interpretation.as_of}."
    window = f" {_format_window(asked)}" if asked else ""
    lines = [f"Not found. Nothing was published{window}. Nearest in time:"]
    lines.extend(_format_release(release) for release in answer.nearest)
    return "\n".join(lines)


def _format_release(release: Release) -> str:
    return f"   {release.published}  {release.title}"


def _wrap(text: str, first: str, rest: str) -> str:
    return "\n".join(
        textwrap.fill(
            line,
            _WIDTH,
            initial_indent=first,
            subsequent_indent=rest,
            break_on_hyphens=False,  # a hyphen at a line's end would not be the release's
            break_long_words=False,
        )
        for line in text.splitlines()
    )
