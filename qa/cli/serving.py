"""The command that serves over HTTP: `qa serve`."""

import logging
from functools import partial
from math import ceil
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING, Annotated

import typer

from qa import wiring
from qa.cli.intake import add_sources
from qa.cli.options import DataOption, ModelOption, load_asker
from qa.index import changing_library
from qa.keys import KeyRing
from qa.lazy_regex import compile_regexes
from qa.output.printing import OUTDATED
from qa.retrieval.asking import Asker
from qa.settings import Settings, read_settings

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from starlette.types import ASGIApp

    from qa.api.draining import Draining, DrainingServer
    from qa.api.sharing import Place

_NOT_STARTED = 3
_log = logging.getLogger(__name__)


def serve_command(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port; 0 takes a free one.")] = None,
    releases: Annotated[
        list[Path] | None,
        typer.Option("--releases", help="Add these files or folders first."),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(help="How many processes answer; one a core is enough. Default: 1."),
    ] = None,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Serve questions over HTTP, by default on http://127.0.0.1:8000.

    Example: qa serve --port 8080 --releases seeds
    """
    # Imported here: other commands do without the web framework.
    from qa.api.access import require_keys
    from qa.api.listening import name_address, open_sockets
    from qa.api.logs import configure_logging
    from qa.api.supervision import supervise

    settings = read_settings(data=data, model=model, host=host, port=port, workers=workers)
    keys = KeyRing(settings.data)
    require_keys(settings.host, keys)
    if releases:
        add_sources(settings, releases)
    wiring.require_library(settings)
    configure_logging(settings.log_format, workers=settings.workers)
    if changing_library.is_outdated(settings.data):
        _log.warning("The passages are %s", OUTDATED)
    if not keys.read():
        _log.info("There are no keys: whoever is on this machine is let in, and nobody else.")
    try:
        sockets = open_sockets(settings.host, settings.port)
    except OSError as error:
        _log.error(
            "Nothing can listen on port %s of %s: %s. Take another with --port, or end what "
            "listens there.",
            *(settings.port, settings.host, error.strerror),
        )
        raise typer.Exit(_NOT_STARTED) from error
    for each in sockets:
        _log.info("Release QA is running on %s (Ctrl C ends it)", name_address(each))
    if settings.workers == 1:
        _make_server(settings).run(sockets)
    else:
        supervise(partial(_work, settings), sockets, settings.workers)


def _work(settings: Settings, sockets: list[socket], place: "Place", orders: "Connection") -> None:
    """Be one of several workers, in a process of its own."""
    from qa.api.logs import configure_logging
    from qa.api.supervision import serve_under

    configure_logging(settings.log_format, workers=settings.workers)
    serve_under(orders, _make_server(settings, place), sockets, place)


def _make_server(settings: Settings, place: "Place | None" = None) -> "DrainingServer":
    """What answers on sockets; `place` is its own among several workers."""
    import uvicorn

    from qa.api.changes import ANSWERED_WITHIN_S
    from qa.api.connections import guard_connections
    from qa.api.draining import Draining, DrainingServer

    # What was let in is answered by then, and a client that will not read has been given up.
    answered_s = settings.question_timeout_s + settings.client_timeout_s
    changed_s = ANSWERED_WITHIN_S + settings.client_timeout_s
    draining = Draining()
    config = uvicorn.Config(
        _make_service(settings, draining, place),
        http=guard_connections(settings.client_timeout_s),
        # Its lines are as set up above, and it has none for requests: they would hold questions.
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=ceil(max(answered_s, changed_s)),
    )
    return DrainingServer(config, draining, drain_s=settings.drain_s, give_up_s=answered_s)


def _make_service(settings: Settings, draining: "Draining", place: "Place | None") -> "ASGIApp":
    """The application, with all that it takes from the settings."""
    from qa.api.app import create_app
    from qa.api.changes import Writer
    from qa.cli.commands import app
    from qa.relay.door import open_door
    from qa.relay.performing import CommandLine

    def open_asker(earlier: Asker | None) -> Asker:
        if earlier is None:
            compile_regexes()  # all of them here, and none while somebody waits for an answer
        return load_asker(settings, earlier, remembered=settings.question_cache)

    return create_app(
        open_asker,
        settings=settings,
        draining=draining,
        keys=KeyRing(settings.data),
        writer=Writer(
            put=partial(wiring.update_library, settings),
            remove=partial(wiring.remove_releases, settings),
        ),
        open_door=partial(open_door, settings, CommandLine(app, settings, Path.cwd())),
        place=place,
    )
