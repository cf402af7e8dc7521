"""The commands that keep a library through the loss of its disk: `qa backup`, `qa restore`."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from qa.cli.options import PATIENCE, DataOption, say, show_progress
from qa.language.plurals import count
from qa.settings import read_settings


def backup_command(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where to; made if need be.", file_okay=False)
    ],
    data: DataOption = None,
) -> None:
    """Copy what cannot be made again to a folder of its own: library, keys, descriptions of sites.

    A service may go on answering, and other commands changing the library. A backup that is there
    is replaced whole. Exit status 1: the library is not whole, and takes the place of none; see qa
    check. 75: another qa backup is writing there; try again.

    Example: qa backup copies
    """
    from qa.storage.backups import back_up
    from qa.storage.snapshot import Snapshot

    with show_progress("Copying", unit="page") as progress:
        copied = back_up(read_settings(data=data).data, folder, progress)
    with Snapshot(folder) as snapshot:
        held = snapshot.read_holdings()
    say(
        f"{count(held.releases, 'release')} of generation {held.generation} backed up: "
        f"{_name_files(folder, copied.files)}."
    )
    _end_with(copied.faults)


def restore_command(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="What qa backup was given.", file_okay=False),
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Also where a library is held, in place of it.")
    ] = False,
    data: DataOption = None,
) -> None:
    """Put a backup into a data folder, bring it up to this version, and make its index anew.

    Keys and descriptions of sites that are there stay. What was removed since is held again. Exit
    status 1: the backup is not whole, and takes the place of none; see qa check. 75: as for qa add.

    Example: qa restore copies --data data-restored
    """
    from qa.index.publishing import publish
    from qa.storage.backups import put_back
    from qa.storage.release_library import Library
    from qa.storage.snapshot import Snapshot

    settings = read_settings(data=data)
    with show_progress("Copying", unit="page") as progress:
        copied = put_back(folder, settings.data, progress, replace=replace, patience=PATIENCE)
    Library(settings.data, PATIENCE).close()
    publish(settings.data, anew=True)
    with Snapshot(settings.data) as snapshot:
        held = snapshot.read_holdings()
    say(
        f"{count(held.releases, 'release')} of generation {held.generation} restored: "
        f"{_name_files(settings.data, copied.files)}, and the index made anew."
    )
    _end_with(copied.faults)


def _name_files(folder: Path, names: Sequence[str]) -> str:
    return ", ".join(str(folder / name) for name in names)


def _end_with(faults: Sequence[str]) -> None:
    """Say what is not whole, and end with status 1 where something is not."""
    for fault in faults:
        say(fault)
    if faults:
        raise typer.Exit(1)
