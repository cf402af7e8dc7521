"""Where the service listens: the sockets of a host and port."""

import socket

_BACKLOG = 2048  # connections that wait to be accepted, as uvicorn has it


def open_sockets(host: str, port: int) -> list[socket.socket]:
    """A listening socket for each address of the host; port 0 takes a free one.

    Raises OSError when one cannot be had.
    """
    opened: list[socket.socket] = []
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        for family, *_, address in dict.fromkeys(found):
            opened.append(socket.create_server(address, family=family, backlog=_BACKLOG))
    except OSError:
        for each in opened:
            each.close()
        raise
    return opened


def name_address(opened: socket.socket) -> str:
    """The address of a socket, as a browser takes it.

    >>> with socket.create_server(("127.0.0.1", 0)) as opened:
    ...     name_address(opened) == f"http://127.0.0.1:{opened.getsockname()[1]}"
    True
    """
    host, port = opened.getsockname()[:2]
    return (
        f"http://[{host}]:{port}" if opened.family == socket.AF_INET6 else f"http://{host}:{port}"
    )
