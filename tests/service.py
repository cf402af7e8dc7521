"""The service on a free port of loopback, with the real application, for its clients' tests."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import uvicorn

from qa.api.app import create_app
from qa.asking import Asker

DAY = date(2025, 12, 20)
"""Today, by the service's clock."""
_START_TIMEOUT_S = 30.0


@contextmanager
def run_service(open_asker: Callable[[], Asker]) -> Iterator[str]:
    """The address of a service that may still be loading."""
    app = create_app(open_asker, today=lambda: DAY)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))
    thread = threading.Thread(target=server.run, name="service")
    thread.start()
    try:
        deadline = time.monotonic() + _START_TIMEOUT_S
        while not server.started:
            assert time.monotonic() < deadline, "the service did not start"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
