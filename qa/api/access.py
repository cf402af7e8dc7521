"""Who asks, and what they may: a key with every request, once there are any.

A key comes as `Authorization: Bearer` (RFC 6750), or as the password of `Basic` (RFC 7617), which
is what browsers can ask their users for; the name there does not matter.
"""

import base64
import binascii
import logging
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from typing import Annotated

from fastapi import HTTPException, Request, Security
from fastapi.security import HTTPBasic, HTTPBearer
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from qa.api.problems import make_problem
from qa.errors import KeyRingError, SettingsError
from qa.keys import KeyRing, Right
from qa.lazy_regex import lazy_regex

OPEN_TO_ALL = frozenset({"/healthz"})
_CHALLENGE = 'Bearer realm="release-qa", Basic realm="release-qa", charset="UTF-8"'
_CHANGING_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_HOST = lazy_regex(r"(\[(?P<address>[^]]*)\]|(?P<name>[^:@]*))(:[0-9]*)?")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Caller:
    """Whoever sent a request: the name of the key, None where none is asked for."""

    key: str | None
    rights: frozenset[Right]


ANYONE = Caller(None, frozenset({Right.READ}))
"""Whoever can reach a service that asks for no key."""


class Access:
    """Answers 401 to requests without a key, and notes of the others who sent them.

    Without any key in `keys` everyone is let in, who then is on this machine: where `always`, as
    others can reach the service, nobody is, nor where there were keys and their file has gone; nor
    are those for whom a proxy on this machine asks. Their Host has to name this machine, lest a
    page in its browser reads the answers by having its own name lead here (DNS rebinding).

    What changes something, below `changing`, is for those who may write: others hear so before
    their body is read, which may be large there.
    """

    def __init__(
        self, app: ASGIApp, keys: KeyRing, *, always: bool, changing: str | None = None
    ) -> None:
        self._app = app
        self._keys = keys
        self._always = always
        self._changing = changing
        self._had = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._app
        if scope["type"] == "http" and scope["path"] not in OPEN_TO_ALL:
            headers = Headers(scope=scope)
            try:
                if self._always or self._has_keys():
                    caller = self._identify(headers.get("authorization", ""))
                    refusal = _NO_KEY
                else:
                    caller = ANYONE if _is_from_here(scope, headers.getlist("host")) else None
                    refusal = _FOREIGN
            except KeyRingError as error:
                _log.error("%s", error)
                caller, refusal = None, _KEYS_LOST
            if caller is None:
                app = refusal
            else:
                scope.setdefault("state", {})["caller"] = caller
                if self._changes(scope) and Right.WRITE not in caller.rights:
                    lack = Lacking(caller, Right.WRITE)
                    app = make_problem(lack.status_code, lack.detail, headers=lack.headers)
        await app(scope, receive, send)

    def _changes(self, scope: Scope) -> bool:
        if self._changing is None or scope["method"] not in _CHANGING_METHODS:
            return False
        return f"{scope['path']}/".startswith(f"{self._changing}/")

    def _has_keys(self) -> bool:
        """Raises KeyRingError when there are none any more."""
        has = bool(self._keys.read())
        if self._had and not has:
            raise KeyRingError(
                "There were keys, and their file has gone. Restore it, or start the service anew: "
                "it then asks for none."
            )
        self._had = has
        return has

    def _identify(self, authorization: str) -> Caller | None:
        scheme, _, credentials = authorization.partition(" ")
        token = credentials.strip()
        if scheme.lower() == "basic":
            try:
                _, _, token = base64.b64decode(token, validate=True).decode().partition(":")
            except (binascii.Error, ValueError):
                return None
        elif scheme.lower() != "bearer":
            return None
        key = self._keys.find(token)
        return None if key is None else Caller(key.name, frozenset(key.rights))


class Lacking(HTTPException):
    """A caller has not the right that something takes: 403."""

    def __init__(self, caller: Caller, right: Right) -> None:
        super().__init__(
            HTTPStatus.FORBIDDEN,
            f"{_name(caller)} does not give the right to {right}. Use a key that does: "
            f"qa keys add NAME --right {right}",
            headers={
                "WWW-Authenticate": f'{_CHALLENGE}, error="insufficient_scope", scope="{right}"'
            },
        )


def require(right: Right) -> Callable[..., Coroutine[object, object, None]]:
    """A dependency that answers 403 to callers without this right.

    Of a router: `APIRouter(dependencies=[Depends(require(Right.WRITE))])`.
    """

    async def check(
        request: Request,
        _bearer: Annotated[object, Security(HTTPBearer(auto_error=False))],
        _basic: Annotated[object, Security(HTTPBasic(auto_error=False))],
    ) -> None:
        caller: Caller = getattr(request.state, "caller", ANYONE)
        if right not in caller.rights:
            raise Lacking(caller, right)

    return check


def _name(caller: Caller) -> str:
    return "Being on this machine" if caller.key is None else f"The key {caller.key!r}"


def require_keys(host: str, keys: KeyRing) -> None:
    """Raise SettingsError where others can reach a host, and no key was ever made."""
    if not is_local(host) and not keys.read():
        raise SettingsError(
            f"Others can reach {host}, and there are no keys to tell them apart by. Make one "
            f"first, qa keys add NAME --data {keys.folder}, or listen on 127.0.0.1."
        )


def is_local(host: str) -> bool:
    """Whether a host, by name or address, is this machine and nobody else's.

    >>> is_local("127.0.0.1"), is_local("localhost"), is_local("::1"), is_local("0.0.0.0")
    (True, True, True, False)
    """
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _is_from_here(scope: Scope, hosts: Sequence[str]) -> bool:
    """Whether a request is by this machine and for it, by the one Host that it names."""
    client, _ = scope["client"] or ("", 0)
    return is_local(client) and len(hosts) == 1 and is_local(_find_name(hosts[0]))


def _find_name(host: str) -> str:
    """The name or address in a Host header, without its port; "" where it is none.

    >>> _find_name("localhost:8000"), _find_name("[::1]:8000"), _find_name("127.0.0.1")
    ('localhost', '::1', '127.0.0.1')
    >>> _find_name("[::1].evil.example"), _find_name("localhost:80@evil.example")
    ('', '')
    """
    found = _HOST.fullmatch(host)
    return (found["address"] or found["name"]) if found else ""


_NO_KEY = make_problem(
    401,
    "Send a key that counts, as `Authorization: Bearer KEY` or as the password of Basic. "
    "Whoever runs the service makes one: qa keys add NAME",
    headers={"WWW-Authenticate": _CHALLENGE},
)
_FOREIGN = make_problem(
    421,
    "Without keys the service answers on this machine only, by the names localhost, 127.0.0.1 and "
    "[::1]. To be asked by another name, or through a proxy, make a key: qa keys add NAME",
)
_KEYS_LOST = make_problem(503, "The keys cannot be read; the service's log says why.")
