"""The commands that change what a library holds: `qa add`, `qa sync`, `qa remove`."""

import shlex
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa import library_changes, wiring
from qa.cli.completion import complete_release_id
from qa.cli.options import DataOption, ModelOption, say, show_progress
from qa.errors import SourceError
from qa.records import Reading, Release
from qa.release_rows import NOBODY, HeldBy
from qa.settings import Settings, read_settings
from qa.terminal import make_safe

if TYPE_CHECKING:
    from qa.fetching import Fetcher
    from qa.sources import OpenFetcher

SourcesArgument = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files, folders, web addresses, .toml files that describe a web site.",
        show_default=False,
    ),
]
PrivateOption = Annotated[
    bool, typer.Option("--allow-private", help="Fetch from addresses inside a network too.")
]


def add_command(
    sources: SourcesArgument,
    allow_private: PrivateOption = False,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Read releases into the library. What it holds already costs nothing.

    A release that has changed takes the place of what was held, which stays in its history.

    Example: qa add seeds
    """
    add_sources(read_settings(data=data, model=model), sources, allow_private=allow_private)


def sync_command(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE...]",
            help="As for qa add. Default: all that were synchronised before.",
            show_default=False,
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Follow these no more. Nothing is removed.")
    ] = False,
    allow_private: PrivateOption = False,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Bring the library up to what its sources hold now: what is new, changed, and gone.

    Files and folders are followed whole: what is no longer in them is removed. Feeds and web sites
    show only what is newest, so nothing is removed because of them. Exit status 1: of a source
    something could not be read; what could be, and the others, were.

    Example: qa sync seeds
    """
    from qa.sources import name_source, read_source
    from qa.syncing import SourceReading, plan_sync

    settings = read_settings(data=data, model=model)
    if not dry_run:
        library_changes.bring_up_to_date(settings.data)
    noted = library_changes.read_sources(settings.data)
    if forget:
        named = list(dict.fromkeys(map(name_source, sources or ())))
        _forget(settings, named, noted, dry_run=dry_run)
        return
    names = list(dict.fromkeys(map(name_source, sources or noted)))
    if not names:
        raise SourceError(
            f"expected sources to follow, found none that {settings.data} was synchronised with; "
            "name some: qa sync SOURCE..."
        )
    readings = []
    for name in names:
        try:
            reading = _read(settings, partial(read_source, name), allow_private)
            if not reading.releases:
                raise SourceError("expected at least one release, found none")
        except SourceError as error:
            say(f"{name}: {error}")
            if name in noted:
                say(f"  If it is gone for good: {_name_forgetting(name, data)}")
            continue
        readings.append(SourceReading(name, reading))
        if not reading.is_whole:
            say(f"{name}: not all of it could be read, so nothing is removed that it held before.")
    plan = plan_sync(readings, noted)
    changed = library_changes.find_changed(settings.data, plan.releases)
    if dry_run:
        for release in changed:
            print(make_safe(f"+ {release.id}  {release.title}"))
        for release_id in plan.gone:
            print(make_safe(f"- {release_id}"))
    elif readings:
        _change(settings, changed, len(plan.releases), remove=plan.gone, held_by=plan.held_by)
    if sum(each.reading.is_whole for each in readings) < len(names):
        raise typer.Exit(1)


def remove_command(
    release_ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Ids of releases, as answers show them.",
            autocompletion=complete_release_id,
        ),
    ],
    data: DataOption = None,
) -> None:
    """Take releases out of the library, wholly. What is not held is said, and changes nothing.

    A source that is followed and still has one brings it back with the next qa sync, which is said.

    Example: qa remove 2025-12-15-de6808753f
    """
    settings = read_settings(data=data)
    noted = library_changes.read_sources(settings.data)
    removed = wiring.remove_releases(settings, release_ids).removed
    for release_id in dict.fromkeys(release_ids):
        if release_id not in removed:
            say(f"{release_id}: not held.")
    say(f"{len(removed)} releases removed.")
    for source, held in noted.items() if removed else ():
        # Of what only passes through it, as through a feed, nothing is noted.
        if not held or not held.isdisjoint(removed):
            which = ", ".join(sorted(held.intersection(removed)))
            had = f"had {which} when it was last read" if held else "is followed"
            say(
                f"{source} {had}: what it still has comes back with the next qa sync. Take it out "
                f"there, or follow it no more: {_name_forgetting(source, data)}"
            )


def _name_forgetting(source: str, data: Path | None) -> str:
    """The command that follows a source no more, of the library that was named by `data`."""
    given = f" --data {shlex.quote(str(data))}" if data is not None else ""
    return f"qa sync --forget {shlex.quote(source)}{given}"


def _forget(
    settings: Settings, names: Sequence[str], noted: Collection[str], *, dry_run: bool
) -> None:
    """Follow the sources of these `names` no more, all of them or none."""
    unknown = [name for name in names if name not in noted]
    if unknown or not names:
        raise SourceError(
            f"expected the names of sources that {settings.data} was synchronised with, found "
            f"{', '.join(unknown) or 'none'}; there are: {', '.join(noted) or 'none'}"
        )
    if dry_run:
        print(*(make_safe(f"- {name}") for name in names), sep="\n")
        return
    library_changes.note_sources(settings.data, dict.fromkeys(names))
    for name in names:
        say(f"{name}: followed no more. What it held stays.")


def add_sources(
    settings: Settings, sources: Sequence[str | Path], *, allow_private: bool = False
) -> None:
    """Add what `sources` hold, saying on stderr what could not be read and what was done."""
    from qa.sources import read_sources

    reading = _read(settings, lambda fetch: read_sources(sources, fetch), allow_private)
    if not reading.releases:
        raise SourceError("expected at least one release, found none; correct what is named above")
    library_changes.bring_up_to_date(settings.data)
    changed = library_changes.find_changed(settings.data, reading.releases)
    _change(settings, changed, len(reading.releases))


def _read(
    settings: Settings, read: "Callable[[OpenFetcher], Reading]", allow_private: bool
) -> Reading:
    """What `read` reads with a fetcher, saying on stderr what could not be read."""
    with show_progress("Fetching", unit="page") as progress:

        def open_fetcher() -> "Fetcher":
            return wiring.open_fetcher(
                settings, allow_private=allow_private, report=lambda _: progress(1)
            )

        reading = read(open_fetcher)
    for problem in reading.problems:
        say(str(problem))
    return reading


def _change(
    settings: Settings,
    changed: Sequence[Release],
    read: int,
    *,
    remove: Sequence[str] = (),
    held_by: HeldBy = NOBODY,
) -> None:
    """Put what changed into the library and take out what is gone, saying so on stderr."""
    if not changed and not remove:
        say(f"{read} releases read; the library holds them all. Nothing to do.")
        library_changes.note_sources(settings.data, held_by)
        return
    say(f"{read} releases read, {len(changed)} new or changed. Loading the model.")
    encoder = wiring.load_encoder(settings, say)
    with show_progress("Encoding passages") as progress:
        change = wiring.update_library(
            settings, encoder, changed, progress, remove=remove, held_by=held_by
        )
    applied = change.applied
    # Those that are only divided anew, by the rules of another version, say what they said.
    replaced = {release.id for release in changed}.intersection(applied.replaced)
    say(
        f"{len(applied.added)} releases added, {len(replaced)} changed, "
        f"{len(applied.removed)} removed; {change.encoded} passages encoded; "
        f"generation {change.generation} in {settings.data}."
    )
