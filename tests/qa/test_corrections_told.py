"""Wherever a release is shown it is told that another corrects it: in text, over HTTP, by both
clients, and on the pages, in both languages. The tools: `tests/qa/mcp`."""

import asyncio
from collections.abc import Iterator
from datetime import date
from typing import Any

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as Html

from qa.api.answer_schemas import WholeReleaseOut
from qa.cli.session import Session
from qa.client import AsyncClient, Client
from qa.client.local import LocalService
from qa.output.answer_text import format_answer, format_timeline
from qa.output.terminal import PLAIN
from qa.questions import Question
from qa.retrieval.asking import Asker
from qa.understanding.limits import Limits
from tests.qa.api.service import serve, wait_until
from tests.qa.corrected_releases import AS_OF, CORRECTION, KOREAN, UNSURE
from tests.qa.web.reading import BROWSER

PLEDGED = "How much foreign investment was pledged in May 2026?"
ARRIVALS = "How much were arrivals of foreign investment each month?"
LINK = {
    "release_id": "correction",
    "title": CORRECTION.title,
    "published": "2026-06-12",
    "whole": False,
}


@pytest.fixture(scope="module")
def client(corrected_asker: Asker) -> Iterator[httpx.Client]:
    with serve(lambda _: corrected_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


def get(client: httpx.Client, path: str, **asked: str) -> dict[str, Any]:
    response = client.get(path, params=asked)
    assert response.status_code == 200, response.text
    found: dict[str, Any] = response.json()
    return found


def show(client: httpx.Client, path: str, **asked: str) -> list[str]:
    """What a page says of corrections."""
    page = Html(client.get(path, params=asked, headers=BROWSER).text)
    return [" ".join(each.text().split()) for each in page.css(".superseded")]


def test_text_tells_it_beneath_the_hit_and_the_correction_tells_what_it_corrects(
    corrected_asker: Asker,
) -> None:
    said = format_answer(corrected_asker.ask(Question(PLEDGED, AS_OF)))
    said = " ".join(said.split())
    assert f"7 June 2026. corrected by “{CORRECTION.title}”, published 2026-06-12" in said
    assert "corrects “Foreign Investment Arrivals in May 2026”, published 2026-06-07" in said
    insurance = Question("From when may market shops apply for fire insurance?", AS_OF)
    said = " ".join(format_answer(corrected_asker.ask(insurance)).split())
    assert "replaces “Market Shops May Apply for Fire Insurance of KRW 60 Million”" in said
    assert "replaced by “Market Shops May Apply for Fire Insurance of KRW 100 Million”" in said


def test_text_of_a_timeline_tells_it_beneath_the_month(corrected_asker: Asker) -> None:
    lines = format_timeline(corrected_asker.draw_timeline(Question(ARRIVALS, AS_OF))).split("\n")
    assert lines[2:] == [
        "2026-05  2026-06-12  The correct amount is »USD 7.9 billion«, up 8.2 percent.",
        "  corrects “Foreign Investment Arrivals in May 2026”, published 2026-06-07",
        "2026-06  2026-07-07  Arrivals of foreign investment in Korea came to »USD 6.5 billion« in "
        "June 2026, the ministry said.",
        f"  in this corrected by “{UNSURE.title}”, published 2026-07-09",
    ]


def test_release_that_is_opened_at_the_prompt_tells_it(corrected_asker: Asker) -> None:
    session = Session(lambda: corrected_asker, Limits(as_of=AS_OF), date.today, terminal=PLAIN)
    session.ask(PLEDGED)
    assert f"corrected by “{CORRECTION.title}”" in " ".join(session.run(":open 1").split())


def test_http_tells_it_of_hits_releases_lists_points_and_the_nearest(client: httpx.Client) -> None:
    hit = get(client, "/v1/ask", question=PLEDGED, as_of="2026-08-01")["hits"][0]
    assert (hit["release"]["id"], hit["release"]["corrected_by"]) == ("arrivals-05", [LINK])
    before = get(client, "/v1/ask", question=PLEDGED, as_of="2026-06-11")["hits"][0]
    assert (before["release"]["id"], before["release"]["corrected_by"]) == ("arrivals-05", [])
    release = get(client, "/v1/releases/arrivals-05")
    assert (release["corrected_by"], release["corrects"]) == ([LINK], None)
    assert get(client, "/v1/releases/correction")["corrects"]["release_id"] == "arrivals-05"
    listed = {each["id"]: each for each in get(client, "/v1/releases")["releases"]}
    assert listed["arrivals-05"]["corrected_by"] == [LINK]
    assert listed["replacement"]["corrects"]["whole"] is True
    timeline = get(client, "/v1/timeline", q=ARRIVALS, as_of="2026-08-01")
    may, june = timeline["points"][2:]
    assert (may["release"]["corrects"]["release_id"], may["withdrawn"]) == ("arrivals-05", False)
    assert [each["text"] for each in may["figures"] if each["marked"]] == ["USD 7.9 billion"]
    assert (june["release"]["corrected_by"][0]["release_id"], june["withdrawn"]) == ("unsure", True)
    for day, known in (("2026-06-11", []), ("2026-06-12", [LINK])):
        days = {"published_from": "2026-06-08", "published_to": "2026-06-10", "as_of": day}
        empty = get(client, "/v1/ask", question="Fees?", **days)
        nearest = {each["id"]: each["corrected_by"] for each in empty["nearest"]}
        assert nearest["arrivals-05"] == known


def test_clients_and_a_library_of_the_process_read_it(
    client: httpx.Client, corrected_asker: Asker
) -> None:
    url = str(client.base_url)

    async def wait() -> WholeReleaseOut:
        async with AsyncClient(url) as waiting:
            return await waiting.read_release("seafood-05")

    with Client(url) as blocking:
        read = [blocking.read_release("seafood-05"), asyncio.run(wait())]
    service = LocalService(lambda _: corrected_asker, today=lambda: AS_OF)
    read.append(service.read_release("seafood-05"))
    assert [each.corrected_by[0].title for each in read] == [KOREAN.title] * 3
    listed = {each.id: each for each in service.list_releases().releases}
    assert listed["korean"].corrects is not None


@pytest.mark.parametrize(
    ("path", "asked", "lang", "said"),
    [
        ("/", {"q": PLEDGED}, "en", f"Corrected on 12 June 2026 by {CORRECTION.title}"),
        ("/releases/arrivals-05", {}, "en", f"Corrected on 12 June 2026 by {CORRECTION.title}"),
        ("/releases", {}, "en", f"Corrected on 12 June 2026 by {CORRECTION.title}"),
        ("/timeline", {"q": ARRIVALS}, "en", f"In this corrected on 9 July 2026 by {UNSURE.title}"),
        (
            "/timeline",
            {"q": ARRIVALS},
            "en",
            "Corrects the release of 7 June 2026: Foreign Investment Arrivals in May 2026",
        ),
        ("/releases/seafood-05", {}, "ko", f"2026년 6월 24일 다음 자료로 정정됨: {KOREAN.title}"),
        (
            "/releases/korean",
            {},
            "ko",
            "2026년 6월 20일 다음 자료를 정정함: 2026년 5월 수산물 수출 동향",
        ),
        (
            "/releases/replacement",
            {},
            "ko",
            "2026년 3월 3일 다음 자료를 전부 대체함: Market Shops May Apply for Fire Insurance of "
            "KRW 60 Million",
        ),
    ],
)
def test_pages_tell_it_in_both_languages(
    client: httpx.Client, path: str, asked: dict[str, str], lang: str, said: str
) -> None:
    limits = {"as_of": "2026-08-01"} if asked else {}
    assert said in show(client, path, lang=lang, **asked, **limits)
