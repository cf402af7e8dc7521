"""Workers that cannot start, for the tests of those above them: a process finds them by import."""

import sys
import time
from multiprocessing.connection import Connection
from socket import socket

from qa.api.sharing import Place


def die(_sockets: list[socket], _place: Place, _orders: Connection) -> None:
    sys.exit(7)


def hang(_sockets: list[socket], _place: Place, _orders: Connection) -> None:
    time.sleep(3600)
