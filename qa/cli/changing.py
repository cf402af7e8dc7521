"""The commands that change what a library holds: `qa add`, `qa sync`, `qa remove`."""

import shlex
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa import wiring
from qa.cli.completion import complete_release_id
from qa.cli.intake import add_sources, read_with_fetcher, take_in, warn_of_days, warn_of_log
from qa.cli.options import PATIENCE, DataOption, ModelOption, read_release_id, say
from qa.errors import SourceError
from qa.index import changing_library
from qa.language.plurals import count
from qa.output.terminal import make_safe
from qa.records import Noted
from qa.settings import Settings, read_settings

if TYPE_CHECKING:
    from qa.storage.syncing import SourceReading, SyncPlan

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

    A release that has changed takes the place of what was held, which stays in its history. Exit
    status 75: another process was changing the library for too long; try again.

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
    something could not be read; what could be, and the others, were. 75: as for qa add.

    Example: qa sync seeds
    """
    from qa.reading.sources import name_source, read_sources
    from qa.storage.syncing import SourceReading, plan_sync

    settings = read_settings(data=data, model=model)
    if not dry_run:
        changing_library.bring_up_to_date(settings.data, PATIENCE)
    noted = changing_library.read_sources(settings.data)
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
            reading = read_with_fetcher(settings, partial(read_sources, [name]), allow_private)
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
    plan = plan_sync(readings, {name: each.release_ids for name, each in noted.items()})
    changed = changing_library.find_changed(settings.data, plan.releases)
    read = [each.reading for each in readings]
    warn_of_days(settings, read, changed, dry_run=dry_run)
    if dry_run:
        for release in changed:
            print(make_safe(f"+ {release.id}  {release.title}"))
        for release_id in plan.gone:
            print(make_safe(f"- {release_id}"))
    elif readings:
        take_in(
            settings, read, plan.releases, changed, lambda: _plan_anew(settings, readings, noted)
        )
    if sum(each.reading.is_whole for each in readings) < len(names):
        raise typer.Exit(1)


def remove_command(
    release_ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            parser=read_release_id,
            help="Ids of releases, as answers show them.",
            autocompletion=complete_release_id,
        ),
    ],
    data: DataOption = None,
) -> None:
    """Take releases out of the library, wholly. What is not held is said, and changes nothing.

    A source that is followed and still has one brings it back with the next qa sync, which is said.
    Exit status 75: as for qa add.

    Example: qa remove 2025-12-15-de6808753f
    """
    settings = read_settings(data=data)
    noted = changing_library.read_sources(settings.data)
    removed = wiring.remove_releases(settings, release_ids, PATIENCE).removed
    for release_id in dict.fromkeys(release_ids):
        if release_id not in removed:
            say(f"{release_id}: not held.")
    say(f"{count(len(removed), 'release')} removed.")
    if removed:
        warn_of_log(settings)
    for source, each in noted.items() if removed else ():
        held = each.release_ids
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
    with changing_library.changing(settings.data, PATIENCE) as library:
        library.put([], held_by=dict.fromkeys(names))
    for name in names:
        say(f"{name}: followed no more. What it held stays.")


def _plan_anew(
    settings: Settings, readings: "Sequence[SourceReading]", noted: Mapping[str, Noted]
) -> "SyncPlan":
    """The plan for what was read since all that was `noted`, by what is noted now."""
    from qa.storage.syncing import plan_sync

    now = changing_library.read_sources(settings.data)
    overtaken = [each.name for each in readings if now.get(each.name) != noted.get(each.name)]
    forgotten = noted.keys() - now.keys()
    for name in overtaken:
        done = "followed no more since" if name in forgotten else "read by another process since"
        say(f"{name}: {done}, so nothing of it is removed now.")
    before = {name: each.release_ids for name, each in now.items()}
    return plan_sync(readings, before, overtaken, forgotten)
