"""Both clients against the real service, and against servers that are something else."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from qa.api.answer_schemas import AnswerOut, IndexOut
from qa.api.requests import RELEASE_ID
from qa.client import (
    AnswerUnreadable,
    AsyncClient,
    Busy,
    Client,
    Fault,
    KeyRefused,
    Limits,
    NotHeld,
    NotSent,
    QuestionRefused,
    ServiceFailed,
    Unreachable,
)
from qa.client.errors import make_refusal
from qa.keys import KeyRing, Right
from qa.questions import Aspect
from qa.records import DateRange
from qa.retrieval.asking import Asker
from tests.misbehaving_server import serve
from tests.qa.api.service import DAY, serve_at

QUESTION = "How much did Korea's ICT exports rise in November 2025?"
ICT_TITLE = "Korea’s ICT Exports Reach All-Time High in November"

# What either client gives: the test does not know which it is.
Given = Any
Use = Callable[[Any], Given]
Ask = Callable[..., Given]


def ask_waiting(
    url: str, use: Use, *, key: str | None = None, timeout_s: float = 30, patience_s: float = 30
) -> Given:
    with Client(url, key=key, timeout_s=timeout_s, patience_s=patience_s) as client:
        return use(client)


def ask_awaiting(
    url: str, use: Use, *, key: str | None = None, timeout_s: float = 30, patience_s: float = 30
) -> Given:
    async def ask() -> Given:
        async with AsyncClient(url, key=key, timeout_s=timeout_s, patience_s=patience_s) as client:
            return await use(client)

    return asyncio.run(ask())


@pytest.fixture(params=[ask_waiting, ask_awaiting], ids=["waiting", "awaiting"])
def by(request: pytest.FixtureRequest) -> Ask:
    """One client used once: `by(url, lambda client: client.ask(…), **options)`."""
    found: Ask = request.param
    return found


@pytest.fixture(scope="module")
def url(seed_asker: Asker) -> Iterator[str]:
    with serve_at(lambda _: seed_asker) as url:
        yield url


@pytest.fixture(scope="module")
def monthly_url(monthly_asker: Asker) -> Iterator[str]:
    with serve_at(lambda _: monthly_asker) as url:
        yield url


def test_question_about_november_is_answered_by_the_release_of_december(by: Ask, url: str) -> None:
    answer = by(url, lambda client: client.ask(QUESTION))
    assert isinstance(answer, AnswerOut)
    assert answer.verdict == "answered"
    assert answer.hits[0].release.title == ICT_TITLE
    assert answer.hits[0].release.published == date(2025, 12, 15)
    assert answer.sentence is not None
    assert "24.3 percent" in answer.sentence


def test_every_limit_reaches_the_service(by: Ask, url: str) -> None:
    limits = Limits(
        k=2,
        per_release=2,
        per_series=2,
        published_from=date(2025, 12, 11),
        published_to=date(2025, 12, 14),
        as_of=date(2025, 12, 16),
        about_from=date(2025, 10, 1),
        about_to=date(2025, 10, 31),
        ignore=frozenset({Aspect.LATEST, Aspect.PUBLISHED}),
        publisher="Ministry of Trade, Industry and Resources",
    )
    answer = by(url, lambda client: client.ask("the latest exports, announced last week", limits))
    understood = answer.interpretation
    assert len(answer.hits) == 2
    assert {hit.release.published for hit in answer.hits} == {date(2025, 12, 11)}
    assert understood.as_of == date(2025, 12, 16)
    assert (understood.published_from, understood.published_to) == (
        date(2025, 12, 11),
        date(2025, 12, 14),
    )
    assert understood.period is not None
    assert (understood.period.first, understood.period.words) == (date(2025, 10, 1), None)
    assert (understood.wants_latest, understood.published_words) == (False, None)
    assert understood.publisher == limits.publisher


def test_release_of_a_hit_is_read_and_holds_its_passage(by: Ask, url: str) -> None:
    hit = by(url, lambda client: client.ask(QUESTION)).hits[0]
    release = by(url, lambda client: client.read_release(hit.release.id))
    assert release.body[hit.passage.start : hit.passage.end] == hit.passage.text


def test_releases_of_some_days_are_listed(by: Ask, url: str) -> None:
    days = DateRange(date(2025, 12, 11), date(2025, 12, 14))
    listed = by(url, lambda client: client.list_releases(days, limit=2, offset=1))
    everything = by(url, lambda client: client.list_releases())
    assert (listed.total, everything.total) == (4, 8)
    assert [release.published for release in listed.releases] == [date(2025, 12, 11)] * 2
    assert by(url, lambda client: client.list_releases(publisher="Nobody")).total == 0


def test_publishers_are_listed(by: Ask, url: str) -> None:
    [ministry] = by(url, lambda client: client.list_publishers()).publishers
    assert (ministry.publisher, ministry.releases) == (
        "Ministry of Trade, Industry and Resources",
        8,
    )
    assert (ministry.earliest_published, ministry.latest_published) == (
        date(2025, 12, 10),
        date(2025, 12, 15),
    )


def test_timeline_is_drawn_and_no_series_is_not_held(by: Ask, url: str, monthly_url: str) -> None:
    question = "How much were exports of batteries?"
    timeline = by(
        monthly_url, lambda client: client.draw_timeline(question, Limits(as_of=date(2025, 9, 1)))
    )
    assert [point.period.first.month for point in timeline.points] == [3, 4, 6, 7]
    assert [gap.first.month for gap in timeline.gaps] == [5]
    with pytest.raises(NotHeld, match="No series"):
        by(url, lambda client: client.draw_timeline(QUESTION))


def test_readiness_tells_what_is_held(by: Ask, url: str) -> None:
    assert by(url, lambda client: client.check_readiness()).releases == 8


def test_service_that_is_loading_is_waited_for(by: Ask, seed_asker: Asker) -> None:
    loaded = threading.Event()

    def open_asker(_: Asker | None) -> Asker:
        loaded.wait(30)
        return seed_asker

    with serve_at(open_asker) as url:
        with pytest.raises(Busy, match="being loaded"):
            by(url, lambda client: client.ask(QUESTION), patience_s=0.5)
        threading.Timer(1.5, loaded.set).start()
        started = time.monotonic()
        assert by(url, lambda client: client.ask(QUESTION)).verdict == "answered"
        assert time.monotonic() - started >= 2  # as the service says


def test_question_that_cannot_be_asked_is_refused_with_the_field(by: Ask, url: str) -> None:
    with pytest.raises(QuestionRefused) as refused:
        by(url, lambda client: client.ask(QUESTION, Limits(k=101)))
    assert refused.value.status == 422
    assert [fault.field for fault in refused.value.faults] == ["k"]
    window = Limits(published_from=date(2025, 12, 15), published_to=date(2025, 12, 10))
    with pytest.raises(QuestionRefused, match="2025-12-10") as refused:
        by(url, lambda client: client.ask(QUESTION, window))
    assert [fault.field for fault in refused.value.faults] == ["published_to"]


def test_release_that_was_never_changed_has_no_versions(by: Ask, url: str) -> None:
    assert by(url, lambda client: client.read_versions(RELEASE_ID)).versions == []
    with pytest.raises(NotHeld):
        by(url, lambda client: client.read_versions("nothing"))


@pytest.mark.parametrize(
    "release_id",
    [
        *("2025-12-15-0000000000", "../ask", "a/b?c#d", "한국"),
        *("", ".", "..", "%2e%2e", "\ud800", "x" * 100_000),
    ],
)
def test_id_that_is_not_held_is_said_whatever_is_in_it(by: Ask, url: str, release_id: str) -> None:
    with pytest.raises(NotHeld):
        by(url, lambda client: client.read_release(release_id))
    with pytest.raises(NotHeld) as refused:
        by(url, lambda client: client.read_versions(release_id))
    assert len(str(refused.value)) < 300


@pytest.mark.parametrize("key", ["é", "a\nb", "a b", "", "\ud800"])
def test_key_that_no_header_can_hold_is_said_to_be_none_and_not_shown(by: Ask, key: str) -> None:
    with serve() as server:
        with pytest.raises(NotSent, match="visible ASCII characters") as refused:
            by(server.url, lambda client: client.ask(QUESTION), key=f"secret{key}" if key else key)
        assert "secret" not in str(refused.value)
        assert server.asked == []


@pytest.mark.parametrize(
    "use",
    [
        lambda client: client.ask("a\ud800b"),
        lambda client: client.draw_timeline("a\ud800b"),
        lambda client: client.list_releases(publisher="a\ud800b"),
        lambda client: client.draw_timeline("long " * 20_000),
    ],
    ids=["ask", "timeline", "publisher", "long"],
)
def test_what_cannot_be_sent_is_an_error_of_the_client(by: Ask, use: Use) -> None:
    with serve() as server:
        with pytest.raises(NotSent):
            by(server.url, use)
        assert server.asked == []


@pytest.mark.parametrize("host", ["a..b", "a" * 70])
def test_name_that_no_host_can_have_is_unreachable(by: Ask, host: str) -> None:
    with pytest.raises(Unreachable, match="No service answers at"):
        by(f"http://{host}", lambda client: client.ask(QUESTION))


def test_key_is_sent_as_a_bearer_token(by: Ask) -> None:
    with serve() as server:
        server.pages["/readyz"] = "<p>no service"
        for key in ("secret", None):
            with pytest.raises(AnswerUnreadable):
                by(server.url, lambda client: client.check_readiness(), key=key)
        sent = [headers.get("authorization") for _, headers in server.asked]
    assert sent == ["Bearer secret", None]


def test_service_with_keys_answers_to_a_key_that_counts(
    by: Ask, seed_asker: Asker, tmp_path: Path
) -> None:
    ring = KeyRing(tmp_path)
    token = ring.add("reader", [Right.READ], made=DAY)
    with serve_at(lambda _: seed_asker, ring) as url:
        assert by(url, lambda client: client.check_readiness(), key=token).releases == 8
        for key in ("qa_wrong", None):
            with pytest.raises(KeyRefused) as refused:
                by(url, lambda client: client.check_readiness(), key=key)
            assert refused.value.status == 401


def test_address_of_something_else_is_called_that(by: Ask) -> None:
    with serve() as server:
        server.pages["/readyz"] = '{"generation": "many"}'
        with pytest.raises(AnswerUnreadable, match="/readyz of Release QA"):
            by(server.url, lambda client: client.check_readiness())


def test_address_that_leads_on_is_told_with_where_it_leads(by: Ask) -> None:
    with (
        serve() as server,
        pytest.raises(AnswerUnreadable, match=r"sent on to /elsewhere/readyz\."),
    ):
        by(f"{server.url}/moved", lambda client: client.check_readiness())


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9", "127.0.0.1:9", "ftp://127.0.0.1", "http://["]
)
def test_address_where_nothing_answers_is_named_with_what_to_do(by: Ask, url: str) -> None:
    with pytest.raises(Unreachable, match="qa serve") as failed:
        by(url, lambda client: client.check_readiness())
    assert url in str(failed.value)


def test_answer_that_does_not_come_is_not_waited_for_longer_than_told(by: Ask) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(Unreachable, match="in time"):
            by(url, lambda client: client.check_readiness(), timeout_s=0.2)


def test_service_may_stand_below_a_path(by: Ask) -> None:
    held = IndexOut(generation=1, releases=8, passages=18, model=None, latest_published=None)
    with serve() as server:
        server.pages["/press/readyz"] = held.model_dump_json()
        assert by(f"{server.url}/press", lambda client: client.check_readiness()) == held


KINDS: list[tuple[int, type[Exception]]] = [
    *((status, QuestionRefused) for status in (400, 413, 422)),
    *((status, KeyRefused) for status in (401, 403)),
    (404, NotHeld),
    *((status, Busy) for status in (429, 503)),
    (500, ServiceFailed),
]


@pytest.mark.parametrize(("status", "kind"), KINDS)
def test_each_status_is_an_error_of_its_own_kind(status: int, kind: type[Exception]) -> None:
    refusal = make_refusal(status, b'{"detail": "why", "errors": [{"field": "k", "detail": "x"}]}')
    assert type(refusal) is kind
    assert (refusal.status, refusal.detail, refusal.faults) == (status, "why", (Fault("k", "x"),))


@pytest.mark.parametrize("body", [b"<h1>Bad Gateway</h1>", b"", b"[]", b'"\xff', b"null"])
def test_refusal_that_is_no_problem_is_still_one(body: bytes) -> None:
    refusal = make_refusal(502, body)
    assert type(refusal) is ServiceFailed
    assert refusal.detail
