"""Changes over HTTP while others are made or wait: each in its turn, in time, or not at all."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

import httpx
import pytest

from embeddings.encoder import Encoder
from qa.api import changes
from qa.api.changes import Writer
from qa.api.requests import NewReleases
from qa.api.sharing import Commons, Place
from qa.errors import IndexUnwritable
from qa.index.indexing import Change
from qa.keys import KeyRing, Right
from qa.records import Reading, Release
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.storage import write_lock
from qa.storage.release_library import Library
from qa.wiring import open_asker, remove_releases, update_library
from tests.qa.api.changing import STEEL, post
from tests.qa.api.held_encoder import HOLD_TIMEOUT_S
from tests.qa.api.service import (
    DAY,
    check_problem,
    find_url,
    serve,
    start,
    wait_until,
)


def test_change_while_another_program_makes_one_is_put_off(
    crawler: httpx.Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_lock, "_SILENT_S", 0.05)
    with Library(settings.data):
        for response in (
            crawler.post("/v1/releases", json={"releases": [STEEL]}),
            crawler.delete("/v1/releases/held"),
        ):
            check_problem(response, 503)
            assert int(response.headers["Retry-After"]) > 0
    assert len(post(crawler, STEEL)["added"]) == 1


def test_health_is_told_while_releases_are_read(
    crawler: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go = threading.Event(), threading.Event()
    read = NewReleases.read

    def read_late(request: NewReleases) -> Reading:
        begun.set()
        assert go.wait(HOLD_TIMEOUT_S)
        return read(request)

    monkeypatch.setattr(NewReleases, "read", read_late)
    with ThreadPoolExecutor(1) as threads:
        posted = threads.submit(post, crawler, STEEL)
        assert begun.wait(HOLD_TIMEOUT_S)
        try:
            assert httpx.get(crawler.base_url.join("/healthz"), timeout=5).status_code == 200
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


def test_change_whose_index_found_no_room_is_said_to_have_been_made_perhaps(
    settings: Settings, encoder: Encoder
) -> None:
    """It was 'could not be answered', though it is answered from as soon as there is room."""
    ring = KeyRing(settings.data)
    headers = {"Authorization": f"Bearer {ring.add('crawler', list(Right), made=DAY)}"}

    def put(encoder: Encoder, releases: Sequence[Release]) -> Change:
        update_library(settings, encoder, releases)
        raise IndexUnwritable("No space left on device")

    with start(
        lambda earlier: open_asker(settings, encoder, read_ranking(), earlier=earlier),
        settings,
        ring,
        writer=Writer(put, partial(remove_releases, settings)),
    ) as server:
        url = f"{find_url(server)}/v1/releases"
        wait_until(lambda: httpx.get(url, headers=headers).is_success)
        response = httpx.post(url, json={"releases": [STEEL]}, headers=headers, timeout=60)
        problem = check_problem(response, 500)
        assert "may have been made all the same" in problem["detail"]
        assert "No space" not in problem["detail"]  # it may name folders
        wait_until(lambda: httpx.get(url, headers=headers).json()["total"] == 2)


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
            urls.append(find_url(server))
            wait_until(lambda: httpx.get(f"{urls[-1]}/readyz", headers=headers).is_success)
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
