"""HEAD: answered as GET is, without the body (RFC 9110, section 9.3.2).

Routes are for GET alone, so that each is described once. The server leaves the body of what it was
asked for by HEAD out, whatever the application sends.
"""

from starlette.types import ASGIApp, Receive, Scope, Send


class HeadRequests:
    """Has an application answer HEAD like GET."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return
        # A copy: the server's own says that there is to be no body.
        got = {**scope, "method": "GET"}
        try:
            await self._app(got, receive, send)
        finally:
            # For the journal, which stands outside.
            if "route" in got:
                scope["route"] = got["route"]
