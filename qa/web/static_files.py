"""Style sheet, script and icon, kept by browsers for as long as they stay what they are."""

from hashlib import sha256
from importlib.resources import files

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_YEAR_S = 365 * 24 * 3600


class StaticFolder(StaticFiles):
    """The files of the page, under addresses that change with what is in them.

    Under such an address a file is kept for a year; under another the browser asks each time, and
    is told by ETag that it has it.
    """

    def __init__(self) -> None:
        super().__init__(packages=[("qa.web", "static")])
        self._versions = {
            each.name: sha256(each.read_bytes()).hexdigest()[:12]
            for each in (files("qa.web") / "static").iterdir()
        }

    def find_address(self, name: str) -> str:
        """The address of a file as it is now."""
        return f"/static/{name}?v={self._versions[name]}"

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        version = self._versions.get(path)
        now = version is not None and scope["query_string"] == f"v={version}".encode()
        kept = f"public, max-age={_YEAR_S}, immutable" if now else "no-cache"
        response.headers["Cache-Control"] = kept
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
