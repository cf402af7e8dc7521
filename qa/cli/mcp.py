"""The command that offers the tools to agents: `qa mcp`."""

from typing import Annotated

import typer

from qa import wiring
from qa.cli.options import DataOption, ModelOption, load_asker
from qa.errors import SettingsError
from qa.keys import KeyRing
from qa.settings import read_settings


def mcp_command(
    http: Annotated[
        bool, typer.Option("--http", help="Serve streamable HTTP, at /mcp, in place of stdio.")
    ] = False,
    host: Annotated[str, typer.Option(help="Address to listen on, with --http.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port, with --http; 0 takes a free one.")
    ] = 8001,
    url: Annotated[
        str | None,
        typer.Option(help="Ask the service at this address, not the library of this machine."),
    ] = None,
    key: Annotated[
        str | None,
        typer.Option(envvar="RELEASE_QA_KEY", help="Key of that service.", show_default=False),
    ] = None,
    data: DataOption = None,
    model: ModelOption = None,
) -> None:
    """Offer the releases to an agent as tools of the Model Context Protocol.

    Over HTTP the keys of the library are asked for, as by qa serve.

    Example: qa mcp --url http://127.0.0.1:8000
    """
    # Imported here: other commands do without.
    from qa.client import Client
    from qa.client.local import LocalService, Service

    try:
        from qa.mcp.server import make_server
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"qa mcp needs the SDK of the Model Context Protocol, and {error.name} is not "
            "installed. Install it with: pip install 'release-qa[mcp]'"
        ) from error

    settings = read_settings(data=data, model=model)
    service: Service
    if url is not None:
        service = Client(url, key=key)
    else:
        wiring.require_library(settings)
        service = LocalService(
            lambda earlier: load_asker(settings, earlier), today=settings.find_today
        )
    server = make_server(service, today=settings.find_today)
    if not http:
        server.run("stdio")
        return
    import uvicorn

    from qa.api.access import is_local, require_keys
    from qa.api.connections import guard_connections
    from qa.mcp.access import guard

    keys = KeyRing(settings.data)
    require_keys(host, keys)
    # Every call stands alone, so no sessions are kept.
    application = server.streamable_http_app(host=host, stateless_http=True)
    guarded = guard(application, keys, settings, always=not is_local(host))
    connections = guard_connections(settings.client_timeout_s)
    # No access log, as in `qa serve`.
    uvicorn.run(guarded, host=host, port=port, http=connections, access_log=False)
