"""What can go wrong between a client and the service.

QaError
└── ClientError
    ├── NotSent               what was given cannot be sent, so that nobody was asked
    ├── Unreachable           nothing answers at the address, or not in time
    ├── AnswerUnreadable      what answers is not this service, or another version of it
    └── Refused               the service says no, as an RFC 9457 problem
        ├── QuestionRefused   a question or a limit cannot be as it was asked
        ├── KeyRefused        it wants a key, or another one
        ├── NotHeld           no such release, or no series that answers
        ├── Busy              it is loading or has too much to do, and stayed so
        └── ServiceFailed     it failed at its work
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from qa.errors import QaError


class ClientError(QaError):
    """Anything that keeps a client from an answer."""


class NotSent(ClientError):
    """What was given cannot be sent: a key that no header holds, text that is none, too much."""


class Unreachable(ClientError):
    """Nothing answers at the service's address, or not in time."""


class AnswerUnreadable(ClientError):
    """What answers is not this service, or a version of it that this client does not know."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one field of a question or its limits."""

    field: str
    detail: str


class Refused(ClientError):
    """The service says no. `detail` is its reason, and `faults` the fields at fault, if any."""

    def __init__(self, status: int, detail: str, faults: tuple[Fault, ...] = ()) -> None:
        super().__init__(f"The service refused with status {status}: {detail}")
        self.status = status
        self.detail = detail
        self.faults = faults


class QuestionRefused(Refused):
    """A question or a limit cannot be as it was asked; `faults` names what is wrong."""


class KeyRefused(Refused):
    """The service wants a key, or another one."""


class NotHeld(Refused):
    """The library holds no such release, or no series that answers."""


class Busy(Refused):
    """The service is loading its index or has too much to do, for longer than was waited."""


class ServiceFailed(Refused):
    """The service failed at its work; its log says why."""


_KINDS: Mapping[int, type[Refused]] = {
    **dict.fromkeys((400, 413, 415, 422), QuestionRefused),
    **dict.fromkeys((401, 403), KeyRefused),
    404: NotHeld,
    **dict.fromkeys((429, 503), Busy),
}


def make_refusal(status: int, body: bytes) -> Refused:
    """The error that a response of this status, 400 or above, stands for.

    >>> make_refusal(422, b'{"detail": "k: too large", "errors": []}')
    QuestionRefused('The service refused with status 422: k: too large')
    """
    detail, faults = _read_problem(body)
    kind = _KINDS.get(status, ServiceFailed if status >= 500 else Refused)
    return kind(status, detail, faults)


def _read_problem(body: bytes) -> tuple[str, tuple[Fault, ...]]:
    """The detail and faults of a problem; of anything else, such as a proxy's page, its start."""
    try:
        problem = json.loads(body)
        faults = tuple(
            Fault(str(each["field"]), str(each["detail"])) for each in problem.get("errors", ())
        )
        return str(problem["detail"]), faults
    except (ValueError, KeyError, TypeError, AttributeError):
        return body[:200].decode("utf-8", "replace").strip() or "no reason given", ()
