"""How often one caller may ask: the generic cell rate algorithm, a bucket that fills evenly.

For each caller one number is kept, the time at which the bucket will be full again
(https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm). How much is left is said with every
answer, as draft-ietf-httpapi-ratelimit-headers-10 has it. Workers count together, in a table that
they share.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from ipaddress import IPv6Address, ip_address, ip_network

import numpy as np
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.api.access import ANYONE, Caller
from qa.api.problems import make_problem
from qa.api.sharing import Commons

NOT_COUNTED = frozenset({"/healthz", "/readyz"})
_WINDOW_S = 60
_CALLERS_KEPT = 10_000
_ROW = 8
_ENTRY = np.dtype([("caller", "<u8"), ("full_at", "<f8")])


@dataclass(frozen=True, slots=True)
class Standing:
    """What a caller has left: requests at once, seconds until all are, and until there is one.

    `wait_s` is 0 exactly when the request that was asked about may be made.
    """

    left: int
    full_s: float
    wait_s: float


class Buckets:
    """A bucket of `size` requests for each caller, that fills within a minute.

    About so many are kept as `callers_kept`, in rows of a few, and of a row the fullest is
    forgotten first: whose it was has a full one again. `clock` goes alike in all workers.
    """

    def __init__(
        self,
        size: int,
        commons: Commons,
        *,
        callers_kept: int = _CALLERS_KEPT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._size = size
        self._each_s = _WINDOW_S / size
        self._clock = clock
        width = min(_ROW, callers_kept)
        self._rows = commons.open_array("buckets", (callers_kept // width, width), _ENTRY)
        self._lock = commons.open_lock("buckets.lock")

    def take(self, caller: str) -> Standing:
        """Count a request, where there is one left."""
        digest = int.from_bytes(blake2b(caller.encode(), digest_size=8).digest(), "little")
        row = self._rows[digest % len(self._rows)]
        with self._lock:
            places = np.flatnonzero(row["caller"] == digest)
            place = places[0] if places.size else row["full_at"].argmin()
            now = self._clock()
            full_at = max(now, float(row["full_at"][place])) if places.size else now
            standing = self._judge(now, full_at)
            row[place] = (digest, now + standing.full_s)
        return standing

    def _judge(self, now: float, full_at: float) -> Standing:
        # Full so late that not even one has come in.
        wait_s = max(0.0, full_at + self._each_s - now - _WINDOW_S)
        # Rounding must not refuse the last one.
        if wait_s < self._each_s / 1000:
            wait_s = 0.0
            full_at += self._each_s
        left = math.floor((_WINDOW_S - (full_at - now)) / self._each_s + 0.001)
        return Standing(max(0, left), full_at - now, wait_s)


class RateLimit:
    """Answers 429 to callers that ask more than `per_minute` times a minute, by key or address."""

    def __init__(self, app: ASGIApp, *, per_minute: int, commons: Commons) -> None:
        self._app = app
        self._buckets = Buckets(per_minute, commons)
        self._policy = f'"minute";q={per_minute};w={_WINDOW_S}'
        self._per_minute = per_minute

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] in NOT_COUNTED:
            await self._app(scope, receive, send)
            return
        standing = self._buckets.take(name_caller(scope))
        until_s = standing.wait_s or standing.full_s

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["RateLimit-Policy"] = self._policy
                headers["RateLimit"] = f'"minute";r={standing.left};t={math.ceil(until_s)}'
            await send(message)

        app = self._app
        if standing.wait_s:
            app = make_problem(
                429,
                f"{self._per_minute} requests a minute are answered. Try again after the seconds "
                f"in Retry-After.",
                headers={"Retry-After": str(math.ceil(standing.wait_s))},
            )
        await app(scope, receive, send_on)


def name_caller(scope: Scope) -> str:
    """What requests are counted by: the key, else the address, of IPv6 the network of a household.

    >>> name_caller({"client": ("2001:db8::1:2:3:4", 1)})
    '2001:db8::/64'
    """
    caller: Caller = scope.get("state", {}).get("caller", ANYONE)
    if caller.key is not None:
        return f"key {caller.key}"
    host = (scope.get("client") or ("", 0))[0]
    try:
        address = ip_address(host)
    except ValueError:
        return str(host)
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ip_network((address, 64), strict=False))
    return str(address)
