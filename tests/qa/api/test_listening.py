"""Where the service listens: real sockets on loopback."""

import doctest
import socket

import pytest

from qa.api import listening
from qa.api.listening import name_address, open_sockets


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(listening).failed == 0


@pytest.mark.parametrize(
    ("host", "begins"), [("127.0.0.1", "http://127.0.0.1:"), ("::1", "http://[::1]:")]
)
def test_socket_takes_connections_at_the_address_it_names(host: str, begins: str) -> None:
    try:
        [opened] = open_sockets(host, 0)
    except OSError as error:
        if host == "127.0.0.1":
            raise
        # Whether a machine has IPv6 is its own matter; 127.0.0.1 is tried everywhere.
        pytest.skip(f"there is no IPv6 here, as in many a container: {error}")
    with opened:
        assert name_address(opened).startswith(begins)
        with socket.create_connection(opened.getsockname()[:2]):
            opened.accept()[0].close()


def test_port_that_is_taken_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        open_sockets("127.0.0.1", taken.getsockname()[1])


def test_host_that_is_not_there_is_an_error() -> None:
    with pytest.raises(OSError, match=r".+"):
        open_sockets("192.0.2.1", 0)
