"""A worker that cannot start, for the tests of those above it: a process finds it by import."""

import sys
from multiprocessing.connection import Connection
from socket import socket

from qa.api.sharing import Place


def die(_sockets: list[socket], _place: Place, _orders: Connection) -> None:
    sys.exit(7)
