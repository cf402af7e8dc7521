"""Addresses inside a network are refused, wherever they come from."""

import socket

import pytest

from qa.reading import network
from qa.reading.network import DeadlineBackend, RefusedAddress, is_public
from tests.misbehaving_server import Server
from tests.misbehaviours import PAGE
from tests.qa.fetchers import Open


@pytest.mark.parametrize("path", ["/to-metadata", "/to-private", "/to-loopback", "/to-disguised"])
def test_redirect_into_a_network_is_refused(
    server: Server, open_fetcher: Open, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    # The first server passes for one of the web, as a real one would be.
    port = int(server.url.rsplit(":", 1)[1])
    resolve = network.resolve

    def resolve_public(host: str, at: int, *, allow_private: bool) -> list[str]:
        return ["127.0.0.1"] if at == port else resolve(host, at, allow_private=allow_private)

    monkeypatch.setattr(network, "resolve", resolve_public)
    with pytest.raises(RefusedAddress, match=r"leads inside a network .*--allow-private"):
        open_fetcher(allow_private=False).fetch(server.url + path)


def test_address_inside_a_network_is_refused_unless_allowed(
    server: Server, open_fetcher: Open
) -> None:
    with pytest.raises(RefusedAddress, match=r"\(127\.0\.0\.1\)"):
        open_fetcher(allow_private=False).fetch(f"{server.url}/page")
    assert server.asked == []
    assert open_fetcher(allow_private=True).fetch(f"{server.url}/page").data == PAGE.encode()


def test_name_is_resolved_once_and_the_checked_address_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(server.url.rsplit(":", 1)[1])
    names: list[str] = []
    find_addresses = socket.getaddrinfo

    def rebind(host: str, *rest: int, **options: int) -> list[tuple[object, ...]]:
        """A name that leads to the web when it is checked, and elsewhere ever after."""
        names.append(host)
        first = names.count("name.example") == 1
        given = {"name.example": "127.0.0.1" if first else "10.0.0.1"}.get(host, host)
        return list(find_addresses(given, *rest, **options))

    monkeypatch.setattr(socket, "getaddrinfo", rebind)
    monkeypatch.setattr(network, "is_public", lambda address: address == "127.0.0.1")
    stream = DeadlineBackend(allow_private=False).connect_tcp("name.example", port, 1)
    assert stream.get_extra_info("server_addr") == ("127.0.0.1", port)
    stream.close()
    assert names.count("name.example") == 1


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::",
        "64:ff9b::a00:1", "64:ff9b:1::a00:1", "fec0::1", "::10.0.0.1", "::ffff:0:10.0.0.1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2", "no address",
    ],
)  # fmt: skip
def test_address_inside_a_network_is_known_in_every_guise(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "203.248.252.2", "2606:4700:4700::1111", "64:ff9b::101:101"]
)
def test_address_of_the_web_is_known(address: str) -> None:
    assert is_public(address)
