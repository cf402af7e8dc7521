"""The command that offers the tools to agents: `qa mcp`."""

from typing import Annotated

import typer

from qa import wiring
from qa.cli.options import DataOption, ModelOption, open_asker, say
from qa.errors import SettingsError
from qa.settings import read_settings

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


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

    service: Service
    if url is not None:
        service = Client(url, key=key)
    else:
        settings = read_settings(data=data, model=model)
        wiring.require_library(settings)
        service = LocalService(lambda: open_asker(settings))
    server = make_server(service)
    if not http:
        server.run("stdio")
        return
    import uvicorn

    if host not in _LOOPBACK:
        say(f"Whoever reaches {host} can ask: the tools want no key.")
    # Every call stands alone, so no sessions are kept.
    application = server.streamable_http_app(host=host, stateless_http=True)
    # No access log, as in `qa serve`.
    uvicorn.run(application, host=host, port=port, access_log=False)
