"""The commands that answer: `qa ask` and `qa timeline`."""

import io
import json
import sys
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from qa import wiring
from qa.answers import Answer, Verdict
from qa.cli.hints import find_hints
from qa.cli.options import (
    AboutFromOption,
    AboutToOption,
    AsOfOption,
    DataOption,
    FromOption,
    IgnoreOption,
    LocalOption,
    ModelOption,
    PublisherOption,
    QuestionArgument,
    ToOption,
    load_asker,
    say,
    write_text,
)
from qa.cli.prompt import run_prompt
from qa.cli.session import Session
from qa.cli.surroundings import Here, Surroundings
from qa.errors import QuestionError
from qa.language.plurals import count
from qa.output.answer_text import format_answer, format_timeline
from qa.output.terminal import Terminal
from qa.retrieval.asking import Asker
from qa.retrieval.follower import Follower
from qa.settings import Settings
from qa.understanding.limits import MAX_HITS, Limits


def ask_command(
    context: typer.Context,
    question: Annotated[
        str | None,
        typer.Argument(
            help="The question, in plain language. Without one they are asked for at a prompt, or "
            "read from stdin where that is no terminal, one a line.",
            show_default=False,
        ),
    ] = None,
    k: Annotated[int, typer.Option("--k", "-k", min=1, max=MAX_HITS, help="Hits at most.")] = 5,
    per_release: Annotated[
        int,
        typer.Option("--per-release", min=1, max=MAX_HITS, help="Hits at most from one release."),
    ] = 1,
    per_series: Annotated[
        int,
        typer.Option("--per-series", min=1, max=MAX_HITS, help="Releases at most of one series."),
    ] = 1,
    published_from: FromOption = None,
    published_to: ToOption = None,
    as_of: AsOfOption = None,
    about_from: AboutFromOption = None,
    about_to: AboutToOption = None,
    ignore: IgnoreOption = None,
    publisher: PublisherOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print hits as JSON Lines.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print hits as CSV.")] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what the ranking and the probability went by.")
    ] = False,
    local: LocalOption = False,  # noqa: ARG001 - heeded before the arguments are read
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Ask a question. Exit status 0: answered; 1: not found.

    Example: qa ask "How much did Korea's ICT exports rise in November 2025?"
    """
    form = _choose_form(as_json, as_jsonl, as_csv)
    if form is _Form.CSV and question is None:
        raise typer.BadParameter("Expected a question for --csv: its table is of one. Use --jsonl.")
    here: Surroundings = context.obj or Here()
    settings = here.read_settings(data=data, model=model)
    limits = Limits(
        k=k,
        per_release=per_release,
        per_series=per_series,
        published_from=published_from,
        published_to=published_to,
        as_of=as_of,
        about_from=about_from,
        about_to=about_to,
        ignore=frozenset(ignore or ()),
        publisher=publisher,
    )
    # Before the model is loaded: what is wrong with a question is said at once.
    wanted = (
        limits.make_question(question, here.find_today(settings)) if question is not None else None
    )
    if wanted is None and sys.stdin.isatty() and form is _Form.TEXT:
        _hold_prompt(settings, limits, here, explain=explain)
        raise typer.Exit(0)
    asker = here.open_asker(settings)

    def show(answer: Answer) -> None:
        here.note(answer)
        here.write(_write_out(answer, asker, form, explain=explain, terminal=here.terminal))

    if wanted is not None:
        answer = asker.ask(wanted)
        show(answer)
        if here.is_interactive:
            for hint in find_hints(answer):
                here.say(f"{hint.said}: {hint.command}")
        raise typer.Exit(_status_of(answer))
    raise typer.Exit(
        _answer_lines(asker, limits, show, settings.find_today, apart=form is _Form.TEXT)
    )


def _hold_prompt(settings: Settings, limits: Limits, here: Surroundings, *, explain: bool) -> None:
    """Answer at a prompt, from the library as it is at each question."""
    wiring.require_library(settings)
    follower = Follower(partial(load_asker, settings))
    held = follower.find().holdings  # in this thread, where Ctrl-C ends it at once
    follower.start()
    first, last = held.earliest_published, held.latest_published
    days = f", published {first} to {last}" if held.releases else ""
    say(
        f"{count(held.releases, 'release')}{days}. Ask away; :help says what else there is, Ctrl-D "
        f"leaves."
    )
    run_prompt(
        Session(follower.find, limits, settings.find_today, explain=explain, terminal=here.terminal)
    )


class _Form(Enum):
    """What an answer is printed as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def _choose_form(as_json: bool, as_jsonl: bool, as_csv: bool) -> _Form:
    """The form that options ask for. Raises BadParameter when they ask for several."""
    wanted = {_Form.JSON: as_json, _Form.JSONL: as_jsonl, _Form.CSV: as_csv}
    chosen = [form for form, is_wanted in wanted.items() if is_wanted]
    if len(chosen) > 1:
        raise typer.BadParameter("Expected one of --json, --jsonl and --csv at most.")
    return chosen[0] if chosen else _Form.TEXT


def _write_out(
    answer: Answer, asker: Asker, form: _Form, *, explain: bool, terminal: Terminal
) -> str:
    """An answer in a form, as it is printed. What is for programs is imported when it is needed."""
    match form:
        case _Form.TEXT:
            return format_answer(answer, explain=explain, terminal=terminal) + "\n"
        case _Form.JSON:
            from qa.api.answer_schemas import AnswerOut

            shown = AnswerOut.of(answer, asker.holdings, took_ms=0).model_dump(mode="json")
            shown.pop("took_ms")
            return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"
        case _Form.JSONL:
            from qa.output.exports import write_jsonl

            return write_jsonl(answer)
        case _Form.CSV:
            from qa.output.exports import write_csv

            return write_csv(answer)


def _answer_lines(
    asker: Asker,
    limits: Limits,
    show: Callable[[Answer], None],
    today: Callable[[], date],
    *,
    apart: bool,
) -> int:
    """Show the answer to each line of stdin, in order, and return the exit status for all.

    A line that is no question is told of, and the others are answered. `apart`: with an empty line
    after each.
    """
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # other bytes are a line's own fault
    statuses: list[int] = []
    for number, line in enumerate(sys.stdin, start=1):
        if not line.strip():
            continue
        try:
            answer = asker.ask(limits.make_question(line, today()))
        except QuestionError as error:
            say(f"stdin:{number}: {error}")
            statuses.append(2)
            continue
        show(answer)
        print(end="\n" if apart else "", flush=True)
        statuses.append(_status_of(answer))
    if not statuses:
        raise QuestionError("Expected a question, or questions on stdin, one a line; found none.")
    return max(statuses)


def _status_of(answer: Answer) -> int:
    return 1 if answer.verdict is Verdict.NOT_FOUND else 0


def timeline_command(
    context: typer.Context,
    question: QuestionArgument,
    published_from: FromOption = None,
    published_to: ToOption = None,
    as_of: AsOfOption = None,
    about_from: AboutFromOption = None,
    about_to: AboutToOption = None,
    ignore: IgnoreOption = None,
    publisher: PublisherOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print it as CSV, gaps as rows.")] = False,
    svg: Annotated[
        Path | None,
        typer.Option("--svg", help="Plot the marked figures into this file, if of one unit."),
    ] = None,
    local: LocalOption = False,  # noqa: ARG001 - heeded before the arguments are read
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
    here: Surroundings = context.obj or Here()
    settings = here.read_settings(data=data, model=model)
    limits = Limits(
        published_from=published_from,
        published_to=published_to,
        as_of=as_of,
        about_from=about_from,
        about_to=about_to,
        ignore=frozenset(ignore or ()),
        publisher=publisher,
    )
    wanted = limits.make_question(question, here.find_today(settings))
    asker = here.open_asker(settings)
    timeline = asker.draw_timeline(wanted)
    if timeline.series is None:
        here.say("No series of releases answers this. For single releases: qa ask")
        raise typer.Exit(1)
    if svg is not None:
        from qa.timelines.plotting import draw_plot

        write_text(svg, draw_plot(timeline))
        say(f"Written: {svg}.")
    elif as_csv:
        from qa.timelines.tables import write_csv

        here.write(write_csv(timeline))
    elif as_json:
        # Imported here: only this needs the service's own form.
        from qa.api.timeline_schemas import TimelineOut

        shown = TimelineOut.of(timeline, timeline.series, asker.holdings).model_dump(mode="json")
        here.write(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
    else:
        here.write(format_timeline(timeline, terminal=here.terminal) + "\n")
