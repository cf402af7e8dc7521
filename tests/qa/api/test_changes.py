"""The library changed over HTTP: a real server, whose answers are of the change at once."""

import threading
import time
from collections.abc import Sequence
from functools import partial

import httpx
import pytest

from embeddings.encoder import Encoder
from qa.api import changes
from qa.api.changes import MAX_BODY_BYTES, Writer
from qa.keys import KeyRing, Right
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.storage.release_rows import Applied
from qa.wiring import open_asker, remove_releases, update_library
from tests.qa.api.changing import STEEL, post
from tests.qa.api.service import (
    DAY,
    check_problem,
    find_files,
    serve,
    wait_until,
)


def find_sentence(client: httpx.Client, question: str) -> str:
    answer = client.get("/v1/ask", params={"question": question}).json()
    sentence: str = answer["sentence"]
    return sentence


def test_what_is_posted_is_answered_from_at_once_and_posting_again_changes_nothing(
    crawler: httpx.Client,
) -> None:
    first = post(crawler, STEEL)
    assert (first["generation"], first["unchanged"]) == (2, 0)
    [steel] = first["added"]
    assert find_sentence(crawler, "How much did steel exports rise?") == STEEL["body"]
    again = post(crawler, STEEL)
    assert (again["generation"], again["added"], again["unchanged"]) == (2, [], 1)
    changed = post(crawler, STEEL | {"body": "Steel exports rose 5 percent."})
    assert (changed["generation"], changed["changed"]) == (3, [steel])
    assert "5 percent" in find_sentence(crawler, "How much did steel exports rise?")
    [version] = crawler.get(f"/v1/releases/{steel}/versions").json()["versions"]
    assert (version["number"], version["body"]) == (1, STEEL["body"])


def test_what_is_deleted_is_gone_with_its_history(
    crawler: httpx.Client, settings: Settings
) -> None:
    [steel] = post(crawler, STEEL | {"body": "The xylophonequartz rose."})["added"]
    post(crawler, STEEL)
    removed = crawler.delete(f"/v1/releases/{steel}").json()
    assert (removed["generation"], removed["removed"]) == (4, [steel])
    assert crawler.get(f"/v1/releases/{steel}").status_code == 404
    assert crawler.get(f"/v1/releases/{steel}/versions").status_code == 404
    check_problem(crawler.delete(f"/v1/releases/{steel}"), 404)
    wait_until(lambda: not find_files(settings.data, b"xylophonequartz"))


def test_what_is_dated_far_ahead_is_held_and_named(crawler: httpx.Client) -> None:
    # Asked on 20 December 2025.
    days = ("2026-12-21", "2026-12-22", "2125-12-01")
    added = post(crawler, *(STEEL | {"published": day} for day in days))
    assert len(added["added"]) == 3
    assert [each[:10] for each in added["dated_ahead"]] == ["2026-12-22", "2125-12-01"]
    assert crawler.get(f"/v1/releases/{added['dated_ahead'][1]}").status_code == 200


def test_of_releases_of_which_one_cannot_be_read_none_is_held(crawler: httpx.Client) -> None:
    problem = check_problem(
        crawler.post(
            "/v1/releases", json={"releases": [STEEL, STEEL | {"published": "yesterday"}]}
        ),
        422,
    )
    [fault] = problem["errors"]
    assert fault["field"] == "releases.1.published"
    assert "2025-12-15" in fault["detail"]
    assert crawler.get("/readyz").json()["generation"] == 1


def test_title_and_publisher_of_no_end_are_refused_by_their_place(crawler: httpx.Client) -> None:
    for name, length in (("title", 100_000), ("publisher", 50_000)):
        releases = [STEEL, STEEL | {name: "x" * length}]
        response = crawler.post("/v1/releases", json={"releases": releases})
        [fault] = check_problem(response, 422)["errors"]
        assert fault["field"] == f"releases.1.{name}"
        assert f"as {name}, found {length:,}" in fault["detail"]
        assert len(response.content) < 1000
    assert crawler.get("/readyz").json()["generation"] == 1


def test_two_releases_with_one_id_are_refused_by_the_place_of_the_first(
    crawler: httpx.Client,
) -> None:
    other = STEEL | {"body": "Steel exports fell."}
    response = crawler.post("/v1/releases", json={"releases": [STEEL, other]})
    [fault] = check_problem(response, 422)["errors"]
    assert fault["field"] == "releases.1.id"
    assert "at releases.0 too; send one of the two" in fault["detail"]


def test_each_field_of_a_release_that_cannot_be_read_is_named(crawler: httpx.Client) -> None:
    faulty = {"published": "2025-12-01T00:00:00Z", "body": " ", "url": "www.example.org"}
    response = crawler.post("/v1/releases", json={"releases": [STEEL, STEEL | faulty]})
    errors = check_problem(response, 422)["errors"]
    said = {each["field"]: each["detail"] for each in errors}
    assert list(said) == [f"releases.1.{name}" for name in faulty]
    assert "expected a day without a time" in said["releases.1.published"]
    assert '"2025-12-01T00:00:00Z"' in said["releases.1.published"]


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
def test_what_is_no_release_is_a_problem(crawler: httpx.Client, body: object) -> None:
    check_problem(crawler.post("/v1/releases", json=body), 422)


def test_changing_takes_a_key_that_may(crawler: httpx.Client, settings: Settings) -> None:
    reader = KeyRing(settings.data).add("reader", [Right.READ], made=DAY)
    headers = {"Authorization": f"Bearer {reader}"}

    def is_refused() -> bool:
        response = crawler.post("/v1/releases", json={"releases": [STEEL]}, headers=headers)
        return response.status_code == 403

    wait_until(is_refused)
    check_problem(crawler.delete("/v1/releases/held", headers=headers), 403)
    assert crawler.get("/v1/releases/held", headers=headers).status_code == 200


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


def test_change_that_takes_too_long_is_said_to_go_on(
    settings: Settings, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "_TIMEOUT_S", 0.2)
    made = threading.Event()

    def remove(_: Sequence[str]) -> Applied:
        time.sleep(0.5)
        made.set()
        return Applied(2, (), (), ("held",))

    token = KeyRing(settings.data).add("crawler", [Right.WRITE, Right.READ], made=DAY)
    with serve(
        lambda earlier: open_asker(settings, encoder, read_ranking(), earlier=earlier),
        settings,
        KeyRing(settings.data),
        writer=Writer(partial(update_library, settings), remove),
    ) as client:
        client.headers["Authorization"] = f"Bearer {token}"
        wait_until(lambda: client.get("/readyz").status_code == 200)
        response = client.delete("/v1/releases/held")
        late = check_problem(response, 504)
        assert "goes on" in late["detail"]
        assert int(response.headers["Retry-After"]) > 0
        assert "for less" not in late["detail"]
        assert made.wait(5)


def test_long_releases_are_let_in_and_endless_ones_are_not(crawler: httpx.Client) -> None:
    long = "Steel exports rose 4 percent. " * 5000
    assert len(long) > 64 * 1024
    # Split and cut, not encoded: what matters here is that it comes in.
    response = crawler.post("/v1/releases", json={"releases": [STEEL | {"published": "x" + long}]})
    check_problem(response, 422)
    response = crawler.post("/v1/releases", content=b" " * (MAX_BODY_BYTES + 1))
    check_problem(response, 413)
