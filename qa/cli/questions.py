"""The commands that answer: `qa ask` and `qa timeline`."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from qa import wiring
from qa.answers import Question, Verdict
from qa.cli.options import (
    AboutFromOption,
    AboutToOption,
    AsOfOption,
    DataOption,
    FromOption,
    IgnoreOption,
    ModelOption,
    QuestionArgument,
    ToOption,
    check_question,
    make_window,
    open_asker,
    say,
    to_day,
    write_text,
)
from qa.period_names import make_period
from qa.printing import format_answer, format_timeline
from qa.settings import read_settings


def ask_command(
    question: QuestionArgument,
    k: Annotated[int, typer.Option("--k", "-k", min=1, max=100, help="Hits at most.")] = 5,
    per_release: Annotated[
        int, typer.Option("--per-release", min=1, max=100, help="Hits at most from one release.")
    ] = 1,
    per_series: Annotated[
        int, typer.Option("--per-series", min=1, max=100, help="Releases at most of one series.")
    ] = 1,
    published_from: FromOption = None,
    published_to: ToOption = None,
    as_of: AsOfOption = None,
    about_from: AboutFromOption = None,
    about_to: AboutToOption = None,
    ignore: IgnoreOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what the ranking went by.")
    ] = False,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Ask a question. Exit status 0: answered; 1: not found.

    Example: qa ask "How much did Korea's ICT exports rise in November 2025?"
    """
    settings = read_settings(data=data, model=model)
    wanted = Question(
        check_question(question),
        to_day(as_of) or date.today(),
        make_window(published_from, published_to),
        k,
        per_release,
        per_series,
        make_period(to_day(about_from), to_day(about_to)),
        frozenset(ignore or ()),
    )
    wiring.require_library(settings)
    asker = open_asker(settings)
    answer = asker.ask(wanted)
    if as_json:
        # Imported here: only this needs the service's own form.
        from qa.api.schemas import AnswerOut

        shown = AnswerOut.of(answer, asker.holdings, took_ms=0).model_dump(mode="json")
        shown.pop("took_ms")
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print(format_answer(answer, explain=explain))
    raise typer.Exit(1 if answer.verdict is Verdict.NOT_FOUND else 0)


def timeline_command(
    question: QuestionArgument,
    published_from: FromOption = None,
    published_to: ToOption = None,
    as_of: AsOfOption = None,
    about_from: AboutFromOption = None,
    about_to: AboutToOption = None,
    ignore: IgnoreOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print it as CSV, gaps as rows.")] = False,
    svg: Annotated[
        Path | None,
        typer.Option("--svg", help="Plot the marked figures into this file, if of one unit."),
    ] = None,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Show one indicator over time: a verbatim sentence a release of the series that answers.

    In order of the period, gaps named, nothing computed. Exit status 0: shown; 1: no series
    answers; 2: no plot, for want of one unit.

    Example: qa timeline "How much were Korea's ICT exports?" --svg ict.svg
    """
    if as_json + as_csv + (svg is not None) > 1:
        raise typer.BadParameter("Expected one of --json, --csv and --svg at most.")
    settings = read_settings(data=data, model=model)
    wanted = Question(
        check_question(question),
        to_day(as_of) or date.today(),
        make_window(published_from, published_to),
        period=make_period(to_day(about_from), to_day(about_to)),
        ignore=frozenset(ignore or ()),
    )
    wiring.require_library(settings)
    asker = open_asker(settings)
    timeline = asker.draw_timeline(wanted)
    if timeline.series is None:
        say("No series of releases answers this. For single releases: qa ask")
        raise typer.Exit(1)
    if svg is not None:
        from qa.plotting import draw_plot

        write_text(svg, draw_plot(timeline))
        say(f"Written: {svg}.")
    elif as_csv:
        from qa.tables import write_csv

        sys.stdout.write(write_csv(timeline))
    elif as_json:
        # Imported here: only this needs the service's own form.
        from qa.api.timelines import TimelineOut

        shown = TimelineOut.of(timeline, timeline.series, asker.holdings).model_dump(mode="json")
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        print(format_timeline(timeline))
