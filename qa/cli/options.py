"""What the commands share: their common options, and how they speak."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from embeddings.encoder import Progress
from qa import wiring
from qa.errors import QuestionError, SettingsError
from qa.output.terminal import make_safe
from qa.questions import Aspect
from qa.retrieval.asking import Asker
from qa.retrieval.question_cache import QuestionCache
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.storage.write_lock import Patience
from qa.understanding.limits import read_day

DataOption = Annotated[
    Path | None, typer.Option("--data", help="Folder of the library. Default: data, or QA_DATA.")
]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", help="Encoder: a sentence-transformers name or folder."),
]

QuestionArgument = Annotated[str, typer.Argument(help="The question, in plain language.")]
FromOption = Annotated[
    date | None,
    typer.Option("--from", parser=read_day, metavar="DAY", help="First day of publication."),
]
ToOption = Annotated[
    date | None,
    typer.Option("--to", parser=read_day, metavar="DAY", help="Last day of publication."),
]
AsOfOption = Annotated[
    date | None,
    typer.Option(
        "--as-of", parser=read_day, metavar="DAY", help="Answer as things stood on this day."
    ),
]
AboutFromOption = Annotated[
    date | None,
    typer.Option(
        "--about-from",
        parser=read_day,
        metavar="DAY",
        help="First day of the period asked about, in place of what the words say.",
    ),
]
AboutToOption = Annotated[
    date | None,
    typer.Option(
        "--about-to", parser=read_day, metavar="DAY", help="Last day of the period asked about."
    ),
]
IgnoreOption = Annotated[
    list[Aspect] | None,
    typer.Option("--ignore", help="What not to read from the words. May be repeated."),
]
PublisherOption = Annotated[
    str | None,
    typer.Option(
        "--publisher", help="Only releases of this publisher, by its name as qa status has it."
    ),
]
LocalOption = Annotated[
    bool,
    typer.Option("--local", help="Answer in this process, though a service may be running."),
]


def read_release_id(text: str) -> str:
    """The id of a release as an argument. Raises QuestionError for bytes that are no UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise QuestionError("An id is UTF-8 text; this one holds other bytes.") from error
    return text


def load_asker(settings: Settings, earlier: Asker | None = None, *, remembered: int = 0) -> Asker:
    """What answers questions, with everything as the settings say, from the newest generation.

    The encodings of as many questions are `remembered`, from one generation to the next. What an
    `earlier` one has loaded is not loaded again.
    """
    ranking = read_ranking(settings.ranking)
    encoder = earlier.encoder if earlier is not None else wiring.load_encoder(settings, say)
    if earlier is None and remembered:
        encoder = QuestionCache(encoder, size=remembered)
    return wiring.open_asker(settings, encoder, ranking, earlier=earlier)


def write_text(path: Path, text: str) -> None:
    """Write a file. Raises SettingsError when that cannot be done."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            f"{path} cannot be written: {error.strerror}. Name a file that can."
        ) from error


def say(message: str) -> None:
    print(make_safe(message), file=sys.stderr)


PATIENCE = Patience(600.0, say)
"""For another process that changes the library: a run that is dropped has to read all again."""


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
