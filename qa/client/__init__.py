"""A typed client of a running service: `Client`, and `AsyncClient` for code that awaits.

    with Client("http://127.0.0.1:8000") as service:
        answer = service.ask("Who heads the Free Economic Zone Planning Office?")

What comes back is in the service's own terms, the models of `qa.api.answer_schemas`.
"""

from qa.client.clients import AsyncClient, Client
from qa.client.errors import (
    AnswerUnreadable,
    Busy,
    ClientError,
    Fault,
    KeyRefused,
    NotHeld,
    NotSent,
    QuestionRefused,
    Refused,
    ServiceFailed,
    Unreachable,
)
from qa.understanding.limits import Limits

__all__ = [
    "AnswerUnreadable",
    "AsyncClient",
    "Busy",
    "Client",
    "ClientError",
    "Fault",
    "KeyRefused",
    "Limits",
    "NotHeld",
    "NotSent",
    "QuestionRefused",
    "Refused",
    "ServiceFailed",
    "Unreachable",
]
