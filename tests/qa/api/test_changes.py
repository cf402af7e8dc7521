"""The library changed over HTTP: a real server, whose answers are of the change at once."""

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from embeddings.encoder import Encoder
from qa.api import changes
from qa.api.changes import MAX_BODY_BYTES, Writer
from qa.api.requests import NewReleases
from qa.api.sharing import Commons, Place
from qa.index.indexing import Change
from qa.keys import KeyRing, Right
from qa.records import Reading, Release
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.storage import write_lock
from qa.storage.release_library import Library
from qa.wiring import open_asker, remove_releases, update_library
from tests.qa.api.held_encoder import HOLD_TIMEOUT_S
from tests.qa.api.service import (
    DAY,
    check_problem,
    find_files,
    find_url,
    serve,
    start,
    wait_until,
)

HELD = Release("held", "Ships", DAY, "A ship was launched.", "KTC")
STEEL = {
    "title": "Steel exports rise",
    "published": "2025-12-01",
    "body": "Steel exports rose 4 percent.",
    "publisher": "KTC",
}


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Settings:
    settings = Settings(data=tmp_path_factory.mktemp("data"))
    update_library(settings, encoder, [HELD])
    return settings


@pytest.fixture
def client(settings: Settings, encoder: Encoder) -> Iterator[httpx.Client]:
    """A client with a key that may read and write."""
    ring = KeyRing(settings.data)
    token = ring.add("crawler", [Right.READ, Right.WRITE], made=DAY)
    writer = Writer(partial(update_library, settings), partial(remove_releases, settings))
    with serve(
        lambda earlier: open_asker(settings, encoder, read_ranking(), earlier=earlier),
        settings,
        ring,
        writer=writer,
    ) as client:
        client.headers["Authorization"] = f"Bearer {token}"
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


def post(client: httpx.Client, *releases: dict[str, str]) -> dict[str, Any]:
    response = client.post("/v1/releases", json={"releases": releases})
    assert response.status_code == 200, response.text
    change: dict[str, Any] = response.json()
    return change


def find_sentence(client: httpx.Client, question: str) -> str:
    answer = client.get("/v1/ask", params={"question": question}).json()
    sentence: str = answer["sentence"]
    return sentence


def test_what_is_posted_is_answered_from_at_once_and_posting_again_changes_nothing(
    client: httpx.Client,
) -> None:
    first = post(client, STEEL)
    assert (first["generation"], first["unchanged"]) == (2, 0)
    [steel] = first["added"]
    assert find_sentence(client, "How much did steel exports rise?") == STEEL["body"]
    again = post(client, STEEL)
    assert (again["generation"], again["added"], again["unchanged"]) == (2, [], 1)
    changed = post(client, STEEL | {"body": "Steel exports rose 5 percent."})
    assert (changed["generation"], changed["changed"]) == (3, [steel])
    assert "5 percent" in find_sentence(client, "How much did steel exports rise?")
    [version] = client.get(f"/v1/releases/{steel}/versions").json()["versions"]
    assert (version["number"], version["body"]) == (1, STEEL["body"])


def test_what_is_deleted_is_gone_with_its_history(client: httpx.Client, settings: Settings) -> None:
    [steel] = post(client, STEEL | {"body": "The xylophonequartz rose."})["added"]
    post(client, STEEL)
    removed = client.delete(f"/v1/releases/{steel}").json()
    assert (removed["generation"], removed["removed"]) == (4, [steel])
    assert client.get(f"/v1/releases/{steel}").status_code == 404
    assert client.get(f"/v1/releases/{steel}/versions").status_code == 404
    check_problem(client.delete(f"/v1/releases/{steel}"), 404)
    wait_until(lambda: not find_files(settings.data, b"xylophonequartz"))


def test_what_is_dated_far_ahead_is_held_and_named(client: httpx.Client) -> None:
    # Asked on 20 December 2025.
    days = ("2026-12-21", "2026-12-22", "2125-12-01")
    added = post(client, *(STEEL | {"published": day} for day in days))
    assert len(added["added"]) == 3
    assert [each[:10] for each in added["dated_ahead"]] == ["2026-12-22", "2125-12-01"]
    assert client.get(f"/v1/releases/{added['dated_ahead'][1]}").status_code == 200


def test_of_releases_of_which_one_cannot_be_read_none_is_held(client: httpx.Client) -> None:
    problem = check_problem(
        client.post("/v1/releases", json={"releases": [STEEL, STEEL | {"published": "yesterday"}]}),
        422,
    )
    [fault] = problem["errors"]
    assert fault["field"] == "releases.1"
    assert "2025-12-15" in fault["detail"]
    assert client.get("/readyz").json()["generation"] == 1


def test_title_and_publisher_of_no_end_are_refused_by_their_place(client: httpx.Client) -> None:
    for name, length in (("title", 100_000), ("publisher", 50_000)):
        releases = [STEEL, STEEL | {name: "x" * length}]
        response = client.post("/v1/releases", json={"releases": releases})
        [fault] = check_problem(response, 422)["errors"]
        assert fault["field"] == "releases.1"
        assert f"as {name}, found {length:,}" in fault["detail"]
        assert len(response.content) < 1000
    assert client.get("/readyz").json()["generation"] == 1


def test_two_releases_with_one_id_are_refused_by_the_place_of_the_first(
    client: httpx.Client,
) -> None:
    other = STEEL | {"body": "Steel exports fell."}
    response = client.post("/v1/releases", json={"releases": [STEEL, other]})
    [fault] = check_problem(response, 422)["errors"]
    assert fault["field"] == "releases.1"
    assert "at releases.0 too; send one of the two" in fault["detail"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"releases": []},
        {"releases": [{}]},
        {"releases": [STEEL | {"colour": "red"}]},
        {"releases": [STEEL | {"body": 7}]},
        {"releases": [STEEL, STEEL]},
        [STEEL],
    ],
)
def test_what_is_no_release_is_a_problem(client: httpx.Client, body: object) -> None:
    check_problem(client.post("/v1/releases", json=body), 422)


def test_changing_takes_a_key_that_may(client: httpx.Client, settings: Settings) -> None:
    reader = KeyRing(settings.data).add("reader", [Right.READ], made=DAY)
    headers = {"Authorization": f"Bearer {reader}"}

    def is_refused() -> bool:
        response = client.post("/v1/releases", json={"releases": [STEEL]}, headers=headers)
        return response.status_code == 403

    wait_until(is_refused)
    check_problem(client.delete("/v1/releases/held", headers=headers), 403)
    assert client.get("/v1/releases/held", headers=headers).status_code == 200


def test_without_keys_nobody_changes_anything(settings: Settings, encoder: Encoder) -> None:
    writer = Writer(partial(update_library, settings), partial(remove_releases, settings))
    with serve(
        lambda earlier: open_asker(settings, encoder, read_ranking(), earlier=earlier),
        settings,
        KeyRing(settings.data),
        writer=writer,
    ) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        refused = client.post("/v1/releases", json={"releases": [STEEL]})
        assert "qa keys add" in check_problem(refused, 403)["detail"]


def test_long_releases_are_let_in_and_endless_ones_are_not(client: httpx.Client) -> None:
    long = "Steel exports rose 4 percent. " * 5000
    assert len(long) > 64 * 1024
    # Split and cut, not encoded: what matters here is that it comes in.
    response = client.post("/v1/releases", json={"releases": [STEEL | {"published": "x" + long}]})
    check_problem(response, 422)
    response = client.post("/v1/releases", content=b" " * (MAX_BODY_BYTES + 1))
    check_problem(response, 413)


def test_change_while_another_program_makes_one_is_put_off(
    client: httpx.Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_lock, "_SILENT_S", 0.05)
    with Library(settings.data):
        for response in (
            client.post("/v1/releases", json={"releases": [STEEL]}),
            client.delete("/v1/releases/held"),
        ):
            check_problem(response, 503)
            assert int(response.headers["Retry-After"]) > 0
    assert len(post(client, STEEL)["added"]) == 1


def test_health_is_told_while_releases_are_read(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go = threading.Event(), threading.Event()
    read = NewReleases.read

    def read_late(request: NewReleases) -> Reading:
        begun.set()
        assert go.wait(HOLD_TIMEOUT_S)
        return read(request)

    monkeypatch.setattr(NewReleases, "read", read_late)
    with ThreadPoolExecutor(1) as threads:
        posted = threads.submit(post, client, STEEL)
        assert begun.wait(HOLD_TIMEOUT_S)
        try:
            assert httpx.get(client.base_url.join("/healthz"), timeout=5).status_code == 200
        finally:
            go.set()
        assert len(posted.result()["added"]) == 1


def test_what_cannot_be_read_is_said_while_a_change_is_made(
    settings: Settings, encoder: Encoder
) -> None:
    begun, go = threading.Event(), threading.Event()

    def put_late(encoder: Encoder, releases: Sequence[Release]) -> Change:
        begun.set()
        assert go.wait(HOLD_TIMEOUT_S)
        return update_library(settings, encoder, releases)

    ring = KeyRing(settings.data)
    token = ring.add("crawler", list(Right), made=DAY)
    with (
        serve(
            lambda earlier: open_asker(settings, encoder, read_ranking(), earlier=earlier),
            settings,
            ring,
            writer=Writer(put_late, partial(remove_releases, settings)),
        ) as client,
        ThreadPoolExecutor(1) as threads,
    ):
        client.headers["Authorization"] = f"Bearer {token}"
        wait_until(lambda: client.get("/readyz").status_code == 200)
        posted = threads.submit(post, client, STEEL)
        assert begun.wait(HOLD_TIMEOUT_S)
        try:
            unreadable = {"releases": [STEEL | {"published": "yesterday"}]}
            check_problem(client.post("/v1/releases", json=unreadable, timeout=5), 422)
        finally:
            go.set()
        assert len(posted.result()["added"]) == 1


def test_change_that_did_not_begin_in_time_is_never_made(
    settings: Settings, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "_TIMEOUT_S", 0.3)
    ring = KeyRing(settings.data)
    headers = {"Authorization": f"Bearer {ring.add('crawler', list(Right), made=DAY)}"}
    place = Place(tmp_path, workers=2, number=0)
    made = threading.Event()

    def put(encoder: Encoder, releases: Sequence[Release]) -> Change:
        made.set()
        return update_library(settings, encoder, releases)

    with start(
        lambda earlier: open_asker(settings, encoder, read_ranking(), earlier=earlier),
        settings,
        ring,
        writer=Writer(put, partial(remove_releases, settings)),
        place=place,
    ) as server:
        url = f"{find_url(server)}/v1/releases"
        wait_until(lambda: httpx.get(url, headers=headers).is_success)
        with Commons(replace(place, number=1)).open_lock("changes.lock"):
            # Either side may be the first to give it up.
            response = httpx.post(url, json={"releases": [STEEL]}, headers=headers, timeout=60)
            assert response.status_code in (503, 504)
            assert int(response.headers["Retry-After"]) > 0
    assert not made.wait(0.5)


def test_change_by_one_worker_waits_for_another_worker_s(
    settings: Settings, encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_lock, "_SILENT_S", 0.05)
    ring = KeyRing(settings.data)
    headers = {"Authorization": f"Bearer {ring.add('crawler', list(Right), made=DAY)}"}
    begun, go = threading.Event(), threading.Event()

    def put_late(encoder: Encoder, releases: Sequence[Release]) -> Change:
        with Library(settings.data):
            begun.set()
            go.wait(HOLD_TIMEOUT_S)
        return update_library(settings, encoder, releases)

    def put_at_once(encoder: Encoder, releases: Sequence[Release]) -> Change:
        return update_library(settings, encoder, releases)

    with ExitStack() as opened:
        urls = []
        for number, put in enumerate([put_late, put_at_once]):
            server = opened.enter_context(
                start(
                    lambda earlier: open_asker(settings, encoder, read_ranking(), earlier=earlier),
                    settings,
                    ring,
                    writer=Writer(put, partial(remove_releases, settings)),
                    place=Place(tmp_path, workers=2, number=number),
                )
            )
            urls.append(url := find_url(server))
            wait_until(lambda url=url: httpx.get(f"{url}/readyz", headers=headers).is_success)  # type: ignore[misc]
        threads = opened.enter_context(ThreadPoolExecutor(2))

        def send(number: int) -> httpx.Response:
            releases = [STEEL | {"title": f"Steel {number}"}]
            return httpx.post(
                f"{urls[number]}/v1/releases",
                json={"releases": releases},
                headers=headers,
                timeout=60,
            )

        first = threads.submit(send, 0)
        assert begun.wait(HOLD_TIMEOUT_S)
        second = threads.submit(send, 1)
        # The lock of the library alone would have refused it meanwhile.
        with pytest.raises(TimeoutError):
            second.result(timeout=0.5)
        go.set()
        assert [each.result().status_code for each in (first, second)] == [200, 200]
