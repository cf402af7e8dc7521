"""The command that serves over HTTP: `qa serve`."""

import logging
from math import ceil
from pathlib import Path
from typing import Annotated

import typer

from qa import wiring
from qa.cli.changing import add_sources
from qa.cli.options import (
    DataOption,
    ModelOption,
    open_asker,
)
from qa.errors import SettingsError
from qa.keys import KeyRing
from qa.settings import read_settings

_log = logging.getLogger(__name__)


def serve_command(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 takes a free one.")] = None,
    releases: Annotated[
        list[Path] | None,
        typer.Option("--releases", help="Add these files or folders first."),
    ] = None,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Serve questions over HTTP, by default on http://127.0.0.1:8000.

    Example: qa serve --port 8080 --releases seeds
    """
    # Imported here: other commands do without the web framework.
    import uvicorn

    from qa.api.access import is_local
    from qa.api.app import create_app
    from qa.api.connections import guard_connections
    from qa.api.draining import Draining, DrainingServer

    settings = read_settings(data=data, model=model, host=host, port=port)
    keys = KeyRing(settings.data)
    if not is_local(settings.host) and not keys.read():
        raise SettingsError(
            f"Others can reach {settings.host}, and there are no keys to tell them apart by. Make "
            f"one first, qa keys add NAME, or listen on 127.0.0.1."
        )
    if releases:
        add_sources(settings, releases)
    wiring.require_library(settings)
    logging.basicConfig(level=logging.INFO, format="%(levelname)s: %(message)s")
    if not keys.read():
        _log.info("There are no keys: whoever is on this machine is let in, and nobody else.")
    draining = Draining()
    service = create_app(
        lambda earlier: open_asker(settings, earlier),
        settings=settings,
        draining=draining,
        keys=keys,
    )
    config = uvicorn.Config(
        service,
        host=settings.host,
        port=settings.port,
        http=guard_connections(settings.client_timeout_s),
        # It would hold the questions.
        access_log=False,
        # What was let in is answered by then; a client that will not read is not waited for.
        timeout_graceful_shutdown=ceil(settings.question_timeout_s + settings.client_timeout_s),
    )
    DrainingServer(config, draining, drain_s=settings.drain_s).run()
