"""The service's operations as values: what is sent, and how what comes back is read.

Nothing here touches a network, so that a client that waits and one that awaits share all of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import quote

from pydantic import BaseModel, ValidationError

from qa.api.answer_schemas import AnswerOut, IndexOut, WholeReleaseOut
from qa.api.release_schemas import PublishersOut, ReleasesOut, VersionsOut
from qa.api.timeline_schemas import TimelineOut
from qa.client.errors import AnswerUnreadable, NotHeld
from qa.lazy_regex import lazy_regex
from qa.records import DateRange
from qa.understanding.limits import Limits

_Shown = TypeVar("_Shown", bound=BaseModel)

_Sent = str | int | list[str]
_MAX_ID = 200  # characters, as of what is read
_SURROGATE = lazy_regex(r"[\ud800-\udfff]")

NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Call(Generic[_Shown]):
    """One operation: a POST where it has a body, otherwise a GET."""

    path: str
    shown: type[_Shown]
    query: Mapping[str, _Sent] | None = None
    body: Mapping[str, _Sent] | None = None

    @property
    def method(self) -> str:
        return "GET" if self.body is None else "POST"

    def read(self, content: bytes) -> _Shown:
        """What a successful response holds. Raises AnswerUnreadable when it is something else."""
        try:
            return self.shown.model_validate_json(content)
        except ValidationError as error:
            fault = error.errors()[0]
            place = ".".join(str(part) for part in fault["loc"]) or "the whole"
            raise AnswerUnreadable(
                f"Expected what {self.path} of Release QA answers, and found something else: "
                f"{place}: {fault['msg']}. Check the address, and that the service is of this "
                "version."
            ) from error


def ask(question: str, limits: Limits) -> Call[AnswerOut]:
    """A question in the body: in an address it would stand in the logs of proxies."""
    body: dict[str, _Sent] = {"question": question, "k": limits.k}
    body |= {"per_release": limits.per_release, "per_series": limits.per_series}
    return Call("/v1/ask", AnswerOut, body=body | _write_limits(limits))


def draw_timeline(question: str, limits: Limits) -> Call[TimelineOut]:
    query: dict[str, _Sent] = {"q": question, "format": "json"}
    return Call("/v1/timeline", TimelineOut, query=query | _write_limits(limits))


def list_releases(
    published: DateRange | None, publisher: str | None, *, limit: int, offset: int
) -> Call[ReleasesOut]:
    query: dict[str, _Sent] = {"limit": limit, "offset": offset}
    if published is not None:
        query["published_from"] = published.first.isoformat()
        query["published_to"] = published.last.isoformat()
    if publisher is not None:
        query["publisher"] = publisher
    return Call("/v1/releases", ReleasesOut, query=query)


def list_publishers() -> Call[PublishersOut]:
    return Call("/v1/publishers", PublishersOut)


def read_release(release_id: str) -> Call[WholeReleaseOut]:
    return Call(f"/v1/releases/{_write_id(release_id)}", WholeReleaseOut)


def read_versions(release_id: str) -> Call[VersionsOut]:
    return Call(f"/v1/releases/{_write_id(release_id)}/versions", VersionsOut)


def check_readiness() -> Call[IndexOut]:
    return Call("/readyz", IndexOut)


def _write_id(release_id: str) -> str:
    """An id as one step of a path. Raises NotHeld for what is none: no release is called so.

    >>> _write_id("a/b")
    'a%2Fb'
    """
    # A path with one of the first three would be another resource's, however they are written.
    if (
        release_id in ("", ".", "..")
        or len(release_id) > _MAX_ID
        or _SURROGATE.search(release_id) is not None
    ):
        raise NotHeld(404, f"No release has the id {release_id[:_MAX_ID]!r}.")
    return quote(release_id, safe="")


def _write_limits(limits: Limits) -> dict[str, _Sent]:
    days = {
        "published_from": limits.published_from,
        "published_to": limits.published_to,
        "as_of": limits.as_of,
        "about_from": limits.about_from,
        "about_to": limits.about_to,
    }
    written: dict[str, _Sent] = {
        name: day.isoformat() for name, day in days.items() if day is not None
    }
    if limits.publisher is not None:
        written["publisher"] = limits.publisher
    if limits.ignore:
        written["ignore"] = sorted(aspect.value for aspect in limits.ignore)
    return written
