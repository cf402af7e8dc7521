"""Who may use the tools over HTTP: the keys of the service count here too."""

from starlette.types import ASGIApp, Receive, Scope, Send

from qa.api.access import ANYONE, Access, Caller
from qa.api.problems import make_problem
from qa.keys import KeyRing, Right


def guard(application: ASGIApp, keys: KeyRing, *, always: bool) -> ASGIApp:
    """The application for those alone who may read; as `Access` has it, `always` or not."""
    return Access(_ReadersOnly(application), keys=keys, always=always)


class _ReadersOnly:
    """Answers 403 to a key that does not give the right to read."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        caller: Caller = scope.get("state", {}).get("caller", ANYONE)
        admitted = scope["type"] != "http" or Right.READ in caller.rights
        await (self._application if admitted else _NO_RIGHT)(scope, receive, send)


_NO_RIGHT = make_problem(
    403,
    f"This key does not give the right to {Right.READ.value}. Use one that does: "
    f"qa keys add NAME --right {Right.READ.value}",
)
