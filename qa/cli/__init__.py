"""The command `qa`: index releases, ask them, serve them, measure how well that works.

Results go to stdout and everything else to stderr. Exit status: 0 done, or answered; 1 not
found, or below the mark asked for; 2 used wrongly, or something is missing.
"""

import logging
import os
import sys
from collections.abc import Sequence

import typer

from qa.cli import changing, evaluating, keys, mcp, questions, serving, upkeep
from qa.cli.options import say
from qa.errors import QaError

__all__ = ["app", "main"]

app = typer.Typer(
    name="qa",
    help="Ask dated press releases in plain language and get the passages that answer.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("add")(changing.add_command)
app.command("sync")(changing.sync_command)
app.command("remove")(changing.remove_command)
app.command("ask")(questions.ask_command)
app.command("timeline")(questions.timeline_command)
app.command("status")(upkeep.status_command)
app.command("history")(upkeep.history_command)
app.command("check")(upkeep.check_command)
app.command("rebuild")(upkeep.rebuild_command)
app.command("evaluate")(evaluating.evaluate_command)
app.command("serve")(serving.serve_command)
app.add_typer(keys.keys_app, name="keys")
app.command("mcp")(mcp.mcp_command)


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
    except ModuleNotFoundError as error:
        # An installation may leave out what its commands do without, as the container image does.
        if (error.name or "qa").split(".")[0] in ("qa", "embeddings"):
            raise
        say(
            f"qa: this takes the package {error.name}, which is not installed here. scripts/setup "
            f"installs everything."
        )
        sys.exit(2)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does.
        sys.stderr.close()
        sys.exit(0)
