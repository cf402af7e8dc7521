"""The commands for who may ask the service: `qa keys add`, `list`, `revoke`."""

from typing import Annotated

import typer

from qa.cli.options import DataOption, say
from qa.keys import KeyRing, Right
from qa.settings import read_settings

keys_app = typer.Typer(
    help="Make, list and revoke keys of the service. A running one follows within a second.",
    no_args_is_help=True,
)
NameArgument = Annotated[str, typer.Argument(help="Whose key it is, or what for.")]


@keys_app.command("add")
def add_command(
    name: NameArgument,
    right: Annotated[
        list[Right] | None,
        typer.Option("--right", help="What it is for; may be repeated. Default: read."),
    ] = None,
    data: DataOption = None,
) -> None:
    """Make a key and print it. It is not kept, so that it cannot be shown again.

    Example: qa keys add reading-room
    """
    settings = read_settings(data=data)
    rights = right or [Right.READ]
    print(KeyRing(settings.data).add(name, rights, made=settings.find_today()))
    say(f"The key {name!r} gives the right to {' and '.join(rights)}. It is shown this once.")


@keys_app.command("list")
def list_command(data: DataOption = None) -> None:
    """Print each key's name, rights, and the days it was made and revoked.

    Example: qa keys list
    """
    for key in KeyRing(read_settings(data=data).data).read():
        ended = f"  revoked {key.revoked}" if key.revoked else ""
        print(f"{key.name}  {','.join(key.rights)}  made {key.made}{ended}")


@keys_app.command("revoke")
def revoke_command(name: NameArgument, data: DataOption = None) -> None:
    """Have a key count no longer.

    Example: qa keys revoke reading-room
    """
    settings = read_settings(data=data)
    KeyRing(settings.data).revoke(name, revoked=settings.find_today())
    say(f"The key {name!r} counts no longer.")
