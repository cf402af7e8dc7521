"""The command that measures: `qa evaluate`."""

from pathlib import Path
from typing import Annotated

import typer

from qa import wiring
from qa.cli.options import (
    DataOption,
    ModelOption,
    say,
    show_progress,
)
from qa.output.printing import format_comparison, format_report
from qa.retrieval.ranking import read_ranking
from qa.settings import read_settings


def evaluate_command(
    collection: Annotated[
        Path,
        typer.Argument(help="A folder in BEIR form, or a file of questions about the library."),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder for run.trec, report.json, report.html.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="A run in TREC form to compare with.")
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under",
            min=0,
            max=1,
            help="Exit with 1 when a right release is first for a smaller share of questions.",
        ),
    ] = None,
    table: Annotated[
        bool | None,
        typer.Option(
            "--table/--no-table",
            help="Print every question: expected, and what came first. "
            "Default: for a file of questions, not for a folder.",
        ),
    ] = None,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Measure retrieval on test questions: ranking, marked sentences, "not found".

    Example: qa evaluate seeds/questions.jsonl --fail-under 0.9
    """
    # Imported here, as elsewhere below: a question is answered in less time without.
    from qa.measuring.collections import read_collection
    from qa.measuring.evaluation import System, ask_all, find_day, open_collection
    from qa.measuring.report_files import write_report
    from qa.measuring.reporting import compare_with_run, make_report

    settings = read_settings(data=data, model=model)
    read = read_collection(collection)
    if read.releases is None:
        wiring.require_library(settings)
    ranking = read_ranking(settings.ranking)
    encoder = wiring.load_encoder(settings, say)
    with show_progress("Encoding passages") as progress:
        asker = open_collection(settings, encoder, ranking, read, progress)
    with show_progress("Asking", unit="question", total=len(read.questions)) as progress:
        outcomes = []
        for outcome in ask_all(asker, read.questions, find_day(asker)):
            outcomes.append(outcome)
            progress(1)
    report = make_report(read.name, outcomes, seen_in_fitting=ranking.has_seen(read.digest))
    print(format_report(report, table=read.releases is None if table is None else table))
    if baseline is not None:
        print(format_comparison(baseline.name, compare_with_run(report, baseline)))
    if out is not None:
        write_report(out, report)
        say(f"Written: {out}/run.trec, report.json, report.html.")
    if fail_under is not None and report.mean(System.OURS, "first") < fail_under:
        say(f"Below the mark: a right release first for less than {fail_under:.0%}.")
        raise typer.Exit(1)
