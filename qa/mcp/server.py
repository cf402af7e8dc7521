"""The tools, and the server that offers them. The one place that imports the SDK."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from inspect import cleandoc
from typing import Annotated, Any

from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, InputRequiredResult, Tool, ToolAnnotations
from pydantic import Field, ValidationError

from qa.api.problems import say_fault
from qa.api.release_schemas import PublishersOut
from qa.api.requests import Day, QuestionText
from qa.client.errors import Refused
from qa.client.local import Service
from qa.errors import QaError
from qa.mcp.results import AskResult, NewResult, TimelineResult, WholeReleaseResult
from qa.questions import Aspect
from qa.records import DateRange
from qa.understanding.limits import Limits
from qa.version import find_version

_INSTRUCTIONS = """\
Dated press releases, asked in plain language. Every sentence handed out stands in a release: quote
it as it is, with its date and citation. Three dates differ: what a release is about, when it was
published, and `as_of`, the day that the question is asked as of. Where the verdict is not_found,
say that the releases held do not answer; do not answer from the passages that come with it.
"""

PublishedFrom = Annotated[Day | None, Field(description="First day of publication to look at.")]
PublishedTo = Annotated[Day | None, Field(description="Last day of publication to look at.")]
AboutFrom = Annotated[
    Day | None,
    Field(description="First day of the period asked about, before any words. With about_to."),
]
AboutTo = Annotated[Day | None, Field(description="Last day of that period.")]
Ignore = Annotated[
    tuple[Aspect, ...],
    Field(description="What not to read from the words, where `understood` has it wrong."),
]
Publisher = Annotated[
    str | None,
    Field(description="Look at one publisher's releases alone, by a name of list_publishers."),
]
AsOf = Annotated[
    Day | None,
    Field(description="Answer as things stood on this day: later releases are not seen."),
]


def make_server(service: Service, *, today: Callable[[], date]) -> MCPServer:
    """A server whose tools put their questions to `service`. It runs over any transport.

    `today` is the day from which list_new counts back where no `as_of` is given.
    """
    server: MCPServer = _PlainServer(
        "release-qa",
        title="Release QA",
        version=find_version(),
        instructions=_INSTRUCTIONS,
        log_level="WARNING",  # below that the log would hold what was asked
    )
    reads = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

    # Plain functions: the SDK runs them in threads, so encoding stays off the event loop.
    @server.tool(title="Ask the releases", annotations=reads)
    def ask(
        question: QuestionText,
        k: Annotated[int, Field(ge=1, le=20, description="Passages at most.")] = 5,
        published_from: PublishedFrom = None,
        published_to: PublishedTo = None,
        about_from: AboutFrom = None,
        about_to: AboutTo = None,
        as_of: AsOf = None,
        publisher: Publisher = None,
        ignore: Ignore = (),
    ) -> AskResult:
        """Ask one question, in English or Korean, as a person would.

        Gives the sentence that answers, with its date and citation, and the passages found.
        "in November", "the latest", "published last week" are understood; the dates given here
        go before words. Ask for one thing at a time, by its name; of that for several periods, "in
        March and April 2012", if need be: `by_period` has what answers for each.
        """
        limits = Limits(
            k=k,
            published_from=published_from,
            published_to=published_to,
            about_from=about_from,
            about_to=about_to,
            as_of=as_of,
            publisher=publisher,
            ignore=frozenset(ignore),
        )
        with _told():
            return AskResult.of(service.ask(question, limits))

    @server.tool(title="Read a release", annotations=reads)
    def read_release(
        release_id: Annotated[str, Field(description="The release_id of a hit.")],
        start: Annotated[
            int, Field(ge=0, description="Character to begin at; see continues_at.")
        ] = 0,
    ) -> WholeReleaseResult:
        """Read a whole release: when a passage found is not enough to go by."""
        with _told("Take a release_id from ask, list_new or timeline."):
            return WholeReleaseResult.of_whole(service.read_release(release_id), start)

    @server.tool(title="List what is new", annotations=reads)
    def list_new(
        since: Annotated[
            Day | None, Field(description="First day of publication. Otherwise `days` count.")
        ] = None,
        days: Annotated[
            int, Field(ge=1, le=3660, description="How many days, the last one included.")
        ] = 7,
        as_of: Annotated[Day | None, Field(description="The last day. Default: today.")] = None,
        limit: Annotated[int, Field(ge=1, le=100, description="Releases at most.")] = 20,
        publisher: Publisher = None,
    ) -> NewResult:
        """List the releases published lately, newest first, with title, date and citation."""
        last = as_of or today()
        first = since or last - timedelta(days=min(days, last.toordinal()) - 1)
        if first > last:
            raise ToolError(f"Expected `since` on or before {last}, found {first}.")
        with _told():
            found = service.list_releases(DateRange(first, last), publisher=publisher, limit=limit)
            newest = found
            if not found.releases:
                before = DateRange(date.min, last)
                newest = service.list_releases(before, publisher=publisher, limit=1)
            latest = newest.releases[0] if newest.releases else None
            return NewResult.of(DateRange(first, last), publisher, found, latest)

    @server.tool(title="List the publishers", annotations=reads)
    def list_publishers() -> PublishersOut:
        """List whose releases are held, by the names that `publisher` takes, how many there are of
        each, and from which days.
        """
        with _told():
            return service.list_publishers()

    @server.tool(title="Follow one indicator over time", annotations=reads)
    def timeline(
        question: QuestionText,
        published_from: PublishedFrom = None,
        published_to: PublishedTo = None,
        about_from: AboutFrom = None,
        about_to: AboutTo = None,
        as_of: AsOf = None,
        publisher: Publisher = None,
        ignore: Ignore = (),
    ) -> TimelineResult:
        """Line up what monthly, quarterly or yearly releases say of one indicator.

        Gives a verbatim sentence and its figure for each period, in order, with gaps named. Ask
        for one figure by its name: "How much were ICT exports?"
        """
        limits = Limits(
            published_from=published_from,
            published_to=published_to,
            about_from=about_from,
            about_to=about_to,
            as_of=as_of,
            publisher=publisher,
            ignore=frozenset(ignore),
        )
        with _told():
            return TimelineResult.of(service.draw_timeline(question, limits))

    return server


class _PlainServer(MCPServer):
    """Says what is wrong with arguments as the service does, and refuses those it does not know."""

    async def list_tools(self) -> list[Tool]:
        """The tools, described without the indentation of the code."""
        return [
            tool.model_copy(update={"description": cleandoc(tool.description or "")})
            for tool in await super().list_tools()
        ]

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context | None = None
    ) -> CallToolResult | InputRequiredResult:
        for tool in await self.list_tools():
            known = tool.input_schema["properties"]
            if tool.name == name and (unknown := sorted(arguments.keys() - known)):
                raise ToolError(
                    f"{unknown[0][:40]!r}: {name} has no argument of this name. It has: "
                    f"{', '.join(known) or 'none'}."
                )
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if not isinstance(error.__cause__, ValidationError):
                raise
            said = [
                f"{'.'.join(str(part) for part in fault['loc'])}: {say_fault(fault)}"
                for fault in error.__cause__.errors()
            ]
            raise ToolError("; ".join(said)) from error.__cause__


@contextmanager
def _told(advice: str = "") -> Iterator[None]:
    """Say what went wrong to the model, with what it can do about it."""
    try:
        yield
    except Refused as error:
        raise ToolError(f"{error.detail} {advice}".strip()) from error
    except QaError as error:
        raise ToolError(str(error)) from error
