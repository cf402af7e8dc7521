"""Who may use the tools over HTTP, and with how much: the service's keys and limits count here."""

from starlette.types import ASGIApp, Receive, Scope, Send

from qa.api.access import ANYONE, Access, Caller
from qa.api.connections import Refusals
from qa.api.problems import make_problem
from qa.api.rate_limits import RateLimit
from qa.api.request_bodies import BodyLimit
from qa.api.sharing import Commons
from qa.keys import KeyRing, Right
from qa.settings import Settings


def guard(application: ASGIApp, keys: KeyRing, settings: Settings, *, always: bool) -> ASGIApp:
    """The application for those alone who may read; as `Access` has it, `always` or not.

    A request's body is bounded as the service's are, in size and time, and so is how often one
    caller may ask; what its connection refuses (`guard_connections`) is answered here.
    """
    bounded: ASGIApp = BodyLimit(application, timeout_s=settings.client_timeout_s)
    if settings.rate_limit:
        bounded = RateLimit(bounded, per_minute=settings.rate_limit, commons=Commons())
    return Refusals(Access(_ReadersOnly(bounded), keys=keys, always=always))


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
