"""A worker whose threads a question can hold for good, for the tests of those above it: a process
finds it by import."""

from multiprocessing.connection import Connection
from socket import socket

import uvicorn

from qa.api.app import create_app
from qa.api.draining import Draining, DrainingServer
from qa.api.logs import configure_logging
from qa.api.sharing import Place
from qa.api.supervision import serve_under
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import load_encoder, open_asker
from tests.qa.api.held_encoder import HangingEncoder


def hang(settings: Settings, sockets: list[socket], place: Place, orders: Connection) -> None:
    configure_logging(settings.log_format)
    draining = Draining()

    def open_hanging(_: Asker | None) -> Asker:
        return open_asker(settings, HangingEncoder(load_encoder(settings)), read_ranking())

    app = create_app(open_hanging, settings=settings, draining=draining, place=place)
    config = uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=5)
    server = DrainingServer(config, draining, drain_s=settings.drain_s, give_up_s=5)
    serve_under(orders, server, sockets, place)
