"""All commands of `qa`, as the one program that they are."""

from typing import Annotated

import typer

from qa.cli import backups, changing, evaluating, keys, mcp, questions, serving, upkeep
from qa.version import find_version


def _show_version(wanted: bool) -> None:
    if wanted:
        print(find_version())
        raise typer.Exit


def _begin(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help="Print the version, and end."
        ),
    ] = False,
) -> None:
    """Ask dated press releases in plain language and get the passages that answer."""


app = typer.Typer(
    name="qa",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.callback()(_begin)
app.command("add")(changing.add_command)
app.command("sync")(changing.sync_command)
app.command("remove")(changing.remove_command)
app.command("ask")(questions.ask_command)
app.command("timeline")(questions.timeline_command)
app.command("status")(upkeep.status_command)
app.command("history")(upkeep.history_command)
app.command("check")(upkeep.check_command)
app.command("rebuild")(upkeep.rebuild_command)
app.command("backup")(backups.backup_command)
app.command("restore")(backups.restore_command)
app.command("evaluate")(evaluating.evaluate_command)
app.command("serve")(serving.serve_command)
app.add_typer(keys.keys_app, name="keys")
app.command("mcp")(mcp.mcp_command)
