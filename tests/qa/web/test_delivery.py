"""How pages are sent: in which language, with which headers, and what stands for an error."""

import threading
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as Html

from embeddings.encoder import Encoder
from qa.retrieval.asking import Asker
from qa.settings import Settings
from qa.wiring import open_asker, remove_releases
from tests.qa.api.service import START_TIMEOUT_S, serve, wait_until
from tests.qa.holding import FITTED, hold
from tests.qa.web.nasty_releases import OLDER
from tests.qa.web.reading import APRIL, AS_OF, BROWSER, ask, find, get, links, query, texts


@pytest.mark.parametrize(
    ("params", "accept_language", "language"),
    [
        ({}, "en-US,en;q=0.9", "en"),
        ({}, "ko-KR,ko;q=0.9,en;q=0.5", "ko"),
        ({"lang": "en"}, "ko", "en"),
        ({"lang": "ko"}, "en", "ko"),
        ({"lang": "tlh"}, "ko", "ko"),
        ({}, "fr;q=x, ;;, en;q=0.1, ko;q=0.05", "en"),
    ],
)
def test_language_is_the_readers(
    client: httpx.Client, params: dict[str, str], accept_language: str, language: str
) -> None:
    headers = {**BROWSER, "accept-language": accept_language}
    response = client.get("/", params={"q": APRIL, "as_of": AS_OF, **params}, headers=headers)
    html = Html(response.text)
    assert find(html, "html").attributes["lang"] == language
    assert texts(html, ".answer .badge") == [
        "about April 2025" if language == "en" else "2025년 4월 내용"
    ]
    assert find(html, "blockquote").attributes["lang"] == "en"
    assert "Accept-Language" in response.headers["vary"]


def test_language_that_was_chosen_stays_from_page_to_page(client: httpx.Client) -> None:
    html = ask(client, APRIL, lang="ko")
    inside = [
        each for each in html.css("main a, .name a") if "citation." not in str(each.attributes)
    ]
    here = [str(a.attributes["href"]) for a in inside if str(a.attributes["href"])[0] == "/"]
    assert here
    assert all(query(each).get("lang") == ["ko"] for each in here if "/v1/" not in each)
    assert find(html, "form input[name=lang]").attributes["value"] == "ko"


def test_korean_question_shows_what_it_was_searched_with(client: httpx.Client) -> None:
    html = ask(client, "2025년 4월 배터리 수출은 얼마인가요?", lang="ko")
    assert "exports" in texts(html, ".searched")[0]


def test_what_a_form_leaves_empty_is_not_given(client: httpx.Client) -> None:
    html = ask(client, APRIL, published_from="", published_to="", publisher="", utm_source="x")
    assert texts(html, ".answer .badge") == ["about April 2025"]


@pytest.mark.parametrize(
    ("path", "status", "heading"),
    [
        ("/?q=x&as_of=yesterday", 422, "This cannot be asked"),
        ("/?q=x&about_from=2025-01-01", 422, "This cannot be asked"),
        ("/?q=x&published_from=2025-02-01&published_to=2025-01-01", 422, "This cannot be asked"),
        ("/?q=" + "a" * 2001, 422, "This cannot be asked"),
        ("/releases/none", 404, "This page is not here"),
        ("/releases/older-1/citation.doc", 404, "This page is not here"),
        ("/nowhere", 404, "This page is not here"),
        ("/static/none.css", 404, "This page is not here"),
        ("/v1/ask", 422, "This cannot be asked"),
    ],
)
def test_error_is_a_page_for_browsers_and_a_problem_for_others(
    client: httpx.Client, path: str, status: int, heading: str
) -> None:
    response = client.get(path, headers=BROWSER)
    assert response.status_code == status
    assert texts(Html(response.text), "h1") == [heading]
    assert response.headers["cache-control"] == "no-store"
    other = client.get(path)
    assert (other.status_code, other.json()["status"]) == (status, status)
    assert other.json()["detail"] in " ".join(texts(Html(response.text), "main"))


def test_form_beside_an_error_keeps_what_can_be_kept(client: httpx.Client) -> None:
    asked = {"q": "x", "published_from": "2025-02-01", "as_of": "yesterday", "lang": "ko"}
    html = Html(client.get("/", params=asked, headers=BROWSER).text)
    kept = {name: find(html, f"[name={name}]").attributes["value"] for name in asked}
    assert kept == {**asked, "as_of": ""}


def test_page_is_asked_for_again_only_when_it_has_changed(client: httpx.Client) -> None:
    address = f"/?q={APRIL}&as_of={AS_OF}"
    first = client.get(address, headers=BROWSER)
    assert first.headers["cache-control"] == "private, no-cache"
    known = {**BROWSER, "if-none-match": first.headers["etag"]}
    again = client.get(address, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(address + "&lang=ko", headers=known).status_code == 200


def test_files_of_the_page_are_kept_under_an_address_that_changes_with_them(
    client: httpx.Client,
) -> None:
    html = get(client, "/")
    for element, name in (("link[rel=stylesheet]", "href"), ("script", "src")):
        address = str(find(html, element).attributes[name])
        response = client.get(address)
        assert "immutable" in response.headers["cache-control"]
        plain = client.get(address.split("?")[0])
        assert plain.headers["cache-control"] == "no-cache"
        known = {"if-none-match": plain.headers["etag"]}
        assert client.get(address.split("?")[0], headers=known).status_code == 304


def test_page_may_load_nothing_from_elsewhere_and_says_nothing_of_the_question(
    client: httpx.Client,
) -> None:
    headers = client.get("/", headers=BROWSER).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"


def test_every_page_can_be_read_when_all_releases_have_been_removed(
    tmp_path: Path, encoder: Encoder
) -> None:
    with hold(tmp_path, encoder, [OLDER]) as asker:
        remove_releases(Settings(data=tmp_path), [OLDER.id])
        emptied = open_asker(Settings(data=tmp_path), encoder, FITTED, earlier=asker)
        with serve(lambda _: emptied) as client:
            wait_until(lambda: client.get("/readyz").status_code == 200)
            assert texts(get(client, "/"), ".holds p") == ["No release at all."]
            assert texts(ask(client, APRIL), ".nothing")[0].startswith("Nothing was published")
            assert texts(get(client, "/releases"), ".lead") == ["0 releases"]
            assert get(client, "/timeline", q=APRIL).css(".nothing")


def test_day_to_come_does_not_take_the_place_of_what_is_new(
    tmp_path: Path, encoder: Encoder
) -> None:
    # Asked on 20 December 2025.
    days = {"out": date(2025, 12, 15), "next": date(2025, 12, 21), "far": date(2125, 12, 30)}
    releases = [replace(OLDER, id=name, title=name, published=day) for name, day in days.items()]
    with hold(tmp_path, encoder, releases) as asker, serve(lambda _: asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        html = get(client, "/")
        assert texts(html, "#new") == ["New in the week to 15 December 2025"]
        assert texts(html, ".entries h3") == ["out"]


def test_page_says_that_the_library_is_being_loaded(seed_asker: Asker) -> None:
    opened = threading.Event()

    def open_late(_: Asker | None) -> Asker:
        opened.wait(START_TIMEOUT_S)
        return seed_asker

    with ExitStack() as ending:
        client = ending.enter_context(serve(open_late))
        ending.callback(opened.set)
        response = client.get("/?q=Exports", headers=BROWSER)
        assert response.status_code == 503
        html = Html(response.text)
        assert texts(html, "h1") == ["One moment"]
        assert "Try again" in links(html, "main a")
        assert find(html, "#q").attributes["value"] == "Exports"
        assert int(response.headers["retry-after"]) > 0
        opened.set()
        wait_until(lambda: client.get("/", headers=BROWSER).status_code == 200)
