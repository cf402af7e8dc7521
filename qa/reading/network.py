"""Connections to the web that lead nowhere else, and end in time.

A name is resolved once, every address it has is checked, and the connection goes to one of those:
what is checked is what is connected to, whatever the name server says next. Addresses inside a
network (private, loopback, link-local and their like in
https://www.iana.org/assignments/iana-ipv4-special-registry) are refused unless that is allowed.
All reading and writing ends at one deadline, so that a server that sends a byte now and then
cannot hold a request for ever. What is asked, and how often, is `qa.reading.fetching`.
"""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore2

from qa.errors import FetchError

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# All that is given out on the IPv6 web; what is outside of it stays inside a network or stands for
# an IPv4 address. (https://www.iana.org/assignments/ipv6-address-space)
_UNICAST = ipaddress.ip_network("2000::/3")
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class RefusedAddress(FetchError):
    """A name leads to an address inside a network."""


class DeadlineBackend(httpcore2.NetworkBackend):
    """httpcore's way to the network, with addresses checked and a deadline on everything.

    `deadline` is a moment of `time.monotonic`, set before each request.
    """

    def __init__(self, *, allow_private: bool) -> None:
        self.allow_private = allow_private
        self.deadline = float("inf")
        self._sockets = httpcore2.SyncBackend()

    def time_left(self, timeout: float | None) -> float:
        """Seconds that one step may take. Raises httpcore2's ReadTimeout when none are left."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise httpcore2.ReadTimeout("the time for the whole answer is over")
        return left if timeout is None else min(left, timeout)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to a checked address of `host`. Raises RefusedAddress."""
        fault: Exception = httpcore2.ConnectError(f"{host} has no address")
        for address in resolve(host, port, allow_private=self.allow_private):
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self.time_left(timeout), local_address, socket_options or ()
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                fault = error
                continue
            return _DeadlineStream(stream, self)
        raise fault


class _DeadlineStream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream, backend: DeadlineBackend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.time_left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._backend.time_left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(
            ssl_context, server_hostname, self._backend.time_left(timeout)
        )
        return _DeadlineStream(stream, self._backend)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401  as the class it stands for
        return self._stream.get_extra_info(info)


def resolve(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of a host, each once, in the system's order.

    Raises RefusedAddress when one of them is inside a network and that is not allowed, and
    httpcore2's ConnectError when there is none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore2.ConnectError(f"no address is known for {host}") from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not allow_private and not is_public(address):
            raise RefusedAddress(
                f"expected an address on the public web, found that {host} leads inside a network "
                f"({address}); if that is meant, allow it with --allow-private"
            )
    return addresses


def is_public(address: str) -> bool:
    """Whether an address is one of the public web, and so is any other hidden in it.

    >>> is_public("1.1.1.1"), is_public("169.254.169.254"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        known: _Address = ipaddress.ip_address(address.split("%")[0])
    except ValueError:
        return False
    inner = _find_inner(known)
    if known.version == 6 and known not in _UNICAST and not inner:
        return False
    return all(each.is_global and not each.is_multicast for each in (known, *inner))


def _find_inner(address: _Address) -> list[_Address]:
    """The IPv4 addresses that an IPv6 address stands for: mapped, 6to4, Teredo, NAT64."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found: list[_Address | None] = [address.ipv4_mapped, address.sixtofour]
    found += address.teredo or ()
    if address in _NAT64:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [inner for inner in found if inner is not None]
