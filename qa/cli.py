"""The command `qa`: index releases, ask them, serve them, measure how well that works.

Results go to stdout and everything else to stderr. Exit status: 0 done, or answered; 1 not
found, or below the mark asked for; 2 used wrongly, or something is missing.
"""

import json
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from embeddings.encoder import Progress
from qa import wiring
from qa.answers import Aspect, Question, Verdict
from qa.asking import Asker
from qa.errors import QaError, SettingsError, SourceError
from qa.period_names import make_period
from qa.printing import format_answer, format_comparison, format_report, format_timeline
from qa.ranking import read_ranking
from qa.records import DateRange
from qa.settings import Settings, read_settings

app = typer.Typer(
    name="qa",
    help="Ask dated press releases in plain language and get the passages that answer.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

DataOption = Annotated[
    Path | None, typer.Option("--data", help="Folder of the library. Default: data, or QA_DATA.")
]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", help="Encoder: a sentence-transformers name or folder."),
]

QuestionArgument = Annotated[str, typer.Argument(help="The question, in plain language.")]
FromOption = Annotated[
    datetime | None,
    typer.Option("--from", formats=["%Y-%m-%d"], help="First day of publication."),
]
ToOption = Annotated[
    datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], help="Last day of publication.")
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="Answer as things stood on this day."),
]
AboutFromOption = Annotated[
    datetime | None,
    typer.Option(
        "--about-from",
        formats=["%Y-%m-%d"],
        help="First day of the period asked about, in place of what the words say.",
    ),
]
AboutToOption = Annotated[
    datetime | None,
    typer.Option("--about-to", formats=["%Y-%m-%d"], help="Last day of the period asked about."),
]
IgnoreOption = Annotated[
    list[Aspect] | None,
    typer.Option("--ignore", help="What not to read from the words. May be repeated."),
]


@app.command("index")
def index_command(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, web addresses, .toml files that describe a web site.",
            show_default=False,
        ),
    ],
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Fetch from addresses inside a network too."),
    ] = False,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Read releases into the library. What it holds already costs nothing.

    Example: qa index seeds https://example.org/feed.xml
    """
    settings = read_settings(data=data, model=model)
    index_sources(settings, sources, allow_private=allow_private)


@app.command("ask")
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


@app.command("timeline")
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


@app.command("remove")
def remove_command(
    release_ids: Annotated[
        list[str], typer.Argument(metavar="ID...", help="Ids of releases, as answers show them.")
    ],
    data: DataOption = None,
) -> None:
    """Take releases out of the library, wholly. What is not held is said, and changes nothing.

    Example: qa remove 2025-12-15-de6808753f
    """
    removed = wiring.remove_releases(read_settings(data=data), release_ids)
    for release_id in dict.fromkeys(release_ids):
        if release_id not in removed:
            say(f"{release_id}: not held.")
    say(f"{len(removed)} releases removed.")


@app.command("status")
def status_command(
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    data: DataOption = None,
) -> None:
    """Say what the library holds, by publisher and year, and how its index is.

    Example: qa status
    """
    from qa.printing import describe_status, format_status
    from qa.upkeep import read_status

    status = read_status(read_settings(data=data).data)
    if as_json:
        print(json.dumps(describe_status(status), ensure_ascii=False, indent=2))
    else:
        print(format_status(status))


@app.command("check")
def check_command(data: DataOption = None) -> None:
    """Check the library and its index, all of it. Exit status 0: whole; 1: not.

    Example: qa check
    """
    from qa.upkeep import check_library

    folder = read_settings(data=data).data
    faults = check_library(folder)
    for fault in faults:
        say(fault)
    if faults:
        say("An index that is at fault is made anew by: qa rebuild")
        raise typer.Exit(1)
    print(f"The library in {folder} and its index are whole.")


@app.command("rebuild")
def rebuild_command(data: DataOption = None) -> None:
    """Make the index anew from the library. Nothing is encoded again.

    Example: qa rebuild
    """
    from qa.upkeep import rebuild_index

    folder = read_settings(data=data).data
    generation = rebuild_index(folder)
    say(f"Index of generation {generation} made anew in {folder}.")


@app.command("evaluate")
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
    from qa.collections import read_collection
    from qa.evaluation import System, ask_all
    from qa.report_files import write_report
    from qa.reporting import compare_with_run, make_report

    settings = read_settings(data=data, model=model)
    read = read_collection(collection)
    if read.releases is None:
        wiring.require_library(settings)
    ranking = read_ranking(settings.ranking)
    encoder = wiring.load_encoder(settings, say)
    with show_progress("Encoding passages") as progress:
        asker = wiring.open_collection(settings, encoder, ranking, read, progress)
    with show_progress("Asking", unit="question", total=len(read.questions)) as progress:
        outcomes = []
        for outcome in ask_all(asker, read.questions):
            outcomes.append(outcome)
            progress(1)
    report = make_report(read.name, outcomes, seen_in_fitting=ranking.has_seen(read))
    print(format_report(report, table=read.releases is None if table is None else table))
    if baseline is not None:
        print(format_comparison(baseline.name, compare_with_run(report, baseline)))
    if out is not None:
        write_report(out, report)
        say(f"Written: {out}/run.trec, report.json, report.html.")
    if fail_under is not None and report.mean(System.OURS, "first") < fail_under:
        say(f"Below the mark: a right release first for less than {fail_under:.0%}.")
        raise typer.Exit(1)


@app.command("serve")
def serve_command(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 takes a free one.")] = None,
    releases: Annotated[
        list[Path] | None,
        typer.Option("--releases", help="Index these files or folders first."),
    ] = None,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Serve questions over HTTP, by default on http://127.0.0.1:8000.

    Example: qa serve --port 8080 --releases seeds
    """
    settings = read_settings(data=data, model=model, host=host, port=port)
    if releases:
        index_sources(settings, releases)
    wiring.require_library(settings)
    # Imported here: other commands do without the web framework.
    import uvicorn

    from qa.api.app import create_app

    logging.basicConfig(level=logging.INFO, format="%(levelname)s: %(message)s")
    service = create_app(lambda: open_asker(settings))
    # No access log: it would hold the questions.
    uvicorn.run(service, host=settings.host, port=settings.port, access_log=False)


def open_asker(settings: Settings) -> Asker:
    """What answers questions, with everything as the settings say."""
    ranking = read_ranking(settings.ranking)
    return wiring.open_asker(settings, wiring.load_encoder(settings, say), ranking)


def index_sources(
    settings: Settings, sources: Sequence[str | Path], *, allow_private: bool = False
) -> None:
    """Index what `sources` hold, saying on stderr what could not be read and what was done."""
    from qa.fetching import Fetcher
    from qa.sources import read_sources

    with show_progress("Fetching", unit="page") as progress:

        def open_fetcher() -> Fetcher:
            return wiring.open_fetcher(
                settings, allow_private=allow_private, report=lambda _: progress(1)
            )

        reading = read_sources(sources, open_fetcher)
    for problem in reading.problems:
        say(str(problem))
    if not reading.releases:
        raise SourceError("expected at least one release, found none; correct what is named above")
    changed = wiring.find_changed(settings, reading.releases)
    if not changed:
        say(f"{len(reading.releases)} releases read; the library holds them all. Nothing to do.")
        return
    say(f"{len(reading.releases)} releases read, {len(changed)} new or changed. Loading the model.")
    encoder = wiring.load_encoder(settings, say)
    with show_progress("Encoding passages") as progress:
        change = wiring.update_library(settings, encoder, changed, progress)
    say(
        f"{change.changed} releases indexed, {change.encoded} passages encoded; "
        f"generation {change.generation} in {settings.data}."
    )


def to_day(given: datetime | None) -> date | None:
    return None if given is None else given.date()


def make_window(first: datetime | None, last: datetime | None) -> DateRange | None:
    """The days of publication from one to the other; None where neither is given."""
    if first is None and last is None:
        return None
    return DateRange(to_day(first) or date.min, to_day(last) or date.max)


def write_text(path: Path, text: str) -> None:
    """Write a file. Raises SettingsError when that cannot be done."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be written: {error.strerror}. Name a file that can."
        ) from error


def check_question(text: str) -> str:
    """The question without white space at its ends. Raises BadParameter out of bounds."""
    question = text.strip()
    if not question.isascii() and question != question.encode("utf-8", "replace").decode():
        raise typer.BadParameter("A question is UTF-8 text; this one holds other bytes.")
    if not 1 <= len(question) <= 2000:
        raise typer.BadParameter(
            f"A question has 1 to 2,000 characters; this one has {len(question)}."
        )
    return question


def say(message: str) -> None:
    print(message, file=sys.stderr)


@contextmanager
def show_progress(
    label: str, *, unit: str = "passage", total: int | None = None
) -> Iterator[Progress]:
    """A progress bar on stderr, shown on a terminal only."""
    from tqdm import tqdm

    with tqdm(
        total=total, desc=label, unit=f" {unit}s", file=sys.stderr, disable=None, leave=False
    ) as bar:

        def advance(done: int) -> None:
            bar.update(done)

        yield advance


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line. Errors end it with a message on stderr and status 2."""
    # Waiting threads of PyTorch's pool would spin, and take the cores from those that work.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    logging.getLogger("transformers").setLevel(logging.ERROR)
    try:
        app(args=list(arguments) if arguments is not None else None, prog_name="qa")
    except QaError as error:
        say(f"qa: {error}")
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does.
        sys.stderr.close()
        sys.exit(0)
