"""The pages as they are sent: what stands in them, in which language, and with which headers."""

import re
import threading
from contextlib import ExitStack
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as Html
from selectolax.lexbor import LexborNode

from qa.asking import Asker
from tests.qa.api.service import START_TIMEOUT_S, serve, wait_until
from tests.qa.web.nasty_releases import KOREAN, NASTY, OLDER, SCRIPT

BROWSER = {"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
AS_OF = "2025-09-01"
APRIL = "What were battery exports in April 2025?"
LATEST = "What are the latest battery exports published last month?"
ANCHOVY = "By how much does the anchovy quota double?"
NOBODY = "Who won the World Cup?"


def get(client: httpx.Client, path: str, **params: str | int | None) -> Html:
    given = {name: value for name, value in params.items() if value is not None}
    response = client.get(path, params=given, headers=BROWSER)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return Html(response.text)


def ask(client: httpx.Client, q: str, **params: str | int | None) -> Html:
    return get(client, "/", q=q, **{"as_of": AS_OF, **params})


def texts(html: Html, selector: str) -> list[str]:
    return [" ".join(each.text().split()) for each in html.css(selector)]


def links(html: Html, selector: str) -> dict[str, str]:
    """The addresses of links by their words."""
    return {
        " ".join(each.text().split()): str(each.attributes["href"]) for each in html.css(selector)
    }


def find(html: Html, selector: str) -> LexborNode:
    """The one element that a selector finds first."""
    element = html.css_first(selector)
    assert element is not None, selector
    return element


def query(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def test_answer_comes_with_its_date_before_its_words(client: httpx.Client) -> None:
    html = ask(client, APRIL)
    [answer] = html.css(".answer")
    said = " ".join(answer.text().split())
    assert said.index("20 June 2025") < said.index(
        "Exports of secondary batteries fell 1.2 percent"
    )
    assert texts(html, ".answer .badge") == ["about April 2025"]
    [sentence] = texts(html, ".answer blockquote")
    assert sentence in texts(html, ".hit mark")[0]


def test_hit_says_when_who_what_and_how_sure(client: httpx.Client) -> None:
    [hit, *_] = ask(client, APRIL).css(".hit")
    assert [each.attributes["datetime"] for each in hit.css("time")] == ["2025-06-20"]
    said = " ".join(hit.text().split())
    assert "Ministry of Trade" in said
    assert re.search(r"(very likely|likely|perhaps), \d+% sure", said)
    assert "3 other months" in said
    assert "Supersedes the version of 14 May 2025" in said


def test_superseded_release_names_the_later_one(client: httpx.Client) -> None:
    html = get(client, "/releases/battery-04")
    [note] = texts(html, ".superseded")
    assert note.startswith("Superseded on 20 June 2025 by Battery Exports at USD 659 Million")


def test_what_was_understood_can_be_taken_away_one_by_one(client: httpx.Client) -> None:
    html = ask(client, LATEST)
    chips = links(html, ".understood a.chip")
    assert len(chips) == 3
    latest = next(address for words, address in chips.items() if "the latest" in words)
    window = next(address for words, address in chips.items() if "published 1 August" in words)
    assert query(latest)["ignore"] == ["latest"]
    assert query(window)["ignore"] == ["published"]
    without = Html(client.get(latest, headers=BROWSER).text)
    assert not any("Remove: the latest" in words for words in links(without, "a.chip"))
    back = links(without, "a.chip.undo")
    assert "ignore" not in query(next(iter(back.values())))
    neither = links(without, ".understood a.chip")
    both = next(address for words, address in neither.items() if "published" in words)
    assert query(both)["ignore"] == ["latest", "published"]


def test_limit_that_was_given_is_taken_away_before_the_words_are_ignored(
    client: httpx.Client,
) -> None:
    html = ask(client, LATEST, published_from="2025-07-01")
    [address] = [a for words, a in links(html, "a.chip").items() if "published since" in words]
    assert "published_from" not in query(address)
    assert "ignore" not in query(address)


def test_hits_are_in_the_order_asked_for(client: httpx.Client) -> None:
    def days(sort: str) -> list[str]:
        html = ask(client, "battery exports", sort=sort, k=20)
        return [str(each.attributes["datetime"]) for each in html.css(".hit time")]

    assert days("newest") == sorted(days("relevance"), reverse=True)
    assert days("oldest") == sorted(days("relevance"))
    assert links(ask(client, "battery exports"), ".bar-of-hits a").keys() == {
        *("relevance", "newest", "oldest")
    }


def test_year_is_a_window_of_publication(client: httpx.Client) -> None:
    html = ask(client, "exports of batteries", as_of=None)
    years = links(html, ".filters a")
    assert {"2025", "2023"} <= years.keys()
    assert query(years["2023"]) | {"q": []} == {
        **{"published_from": ["2023-01-01"], "published_to": ["2023-12-31"]},
        "q": [],
    }
    html = Html(client.get(years["2023"], headers=BROWSER).text)
    assert texts(html, ".hit h3") == [OLDER.title]
    assert "published in 2023 ×" in texts(html, ".understood li")[0]


def test_publisher_is_picked_among_what_was_found(client: httpx.Client) -> None:
    html = ask(client, "exports of batteries")
    publishers = links(html, ".filters a")
    html = Html(client.get(publishers["Battery Association"], headers=BROWSER).text)
    assert texts(html, ".hit h3") == [OLDER.title]
    assert "All publishers" in links(html, ".filters a")
    assert "Counted among the" in texts(html, ".told")[0]
    html = ask(client, "exports of batteries", publisher="Nobody")
    assert "None of the" in texts(html, ".nothing")[0]


def test_question_that_nothing_answers_is_told_how_sure_that_is(client: httpx.Client) -> None:
    html = ask(client, NOBODY)
    assert html.css(".answer") == []
    [told] = texts(html, ".nothing")
    assert "No release says so." in told
    assert re.search(r"Of the 13 releases held, none .* is \d+% likely", told)
    hits = texts(html, ".hit .source")
    assert hits
    assert all("Not an answer" in each for each in hits)


def test_empty_window_is_told_with_the_nearest(client: httpx.Client) -> None:
    html = ask(client, "exports", published_to="2020-12-31")
    assert "Nothing was published then." in texts(html, ".nothing")[0]
    assert "published until 31 December 2020" in texts(html, ".nothing")[0]
    assert texts(html, ".entries h3")[0] == OLDER.title
    html = ask(client, "exports", as_of="2020-12-31")
    assert "published by 31 December 2020" in texts(html, ".nothing")[0]


def test_more_hits_are_shown_when_asked_for(client: httpx.Client) -> None:
    html = ask(client, "exports of batteries")
    assert len(html.css(".hit")) == 5
    [address] = links(html, ".more a").values()
    assert len(Html(client.get(address, headers=BROWSER).text).css(".hit")) > 5


def test_link_of_a_hit_opens_its_release_at_the_passage(client: httpx.Client) -> None:
    html = ask(client, APRIL)
    address = next(iter(links(html, ".hit h3 a").values()))
    assert address.endswith("#passage")
    release = Html(client.get(address, headers=BROWSER).text)
    assert texts(release, "#passage mark") == texts(html, ".hit mark")[:1]
    assert texts(release, "#passage") == texts(html, ".hit .passage")[:1]
    body = client.get("/v1/releases/battery-04-corrected").json()["body"]
    assert find(release, ".body").text().strip() == body.strip()
    assert query(links(release, ".back a")["← Back to the answer"])["q"] == [APRIL]


@pytest.mark.parametrize(
    "marks",
    [
        {"passage": "0-99999"},
        {"passage": "9-3"},
        {"passage": "a-b"},
        {"sentence": "0-10"},
        {"passage": "100-150", "sentence": "0-20"},
        {"passage": "0-20", "sentence": "10-150"},
    ],
)
def test_mark_that_is_not_in_the_body_changes_no_word_of_it(
    client: httpx.Client, marks: dict[str, str]
) -> None:
    html = get(client, "/releases/battery-03", **marks)
    body = client.get("/v1/releases/battery-03").json()["body"]
    assert "".join(find(html, ".body").text().split()) == "".join(body.split())


def test_timeline_has_its_plot_its_table_and_its_csv(client: httpx.Client) -> None:
    html = get(client, "/timeline", q="How much were exports of batteries?", as_of=AS_OF)
    rows = texts(html, ".points tbody tr")
    assert [row.split(" ")[0] for row in rows] == ["March", "April", "May", "June", "July"]
    assert rows[2].split() == ["May", "2025no", "release"]
    assert texts(html, ".points mark") == [
        *("USD 712 million", "USD 659 million", "USD 730 million", "USD 1,801 million")
    ]
    assert len(html.css(".plot svg circle")) == 4
    assert html.css(".plot style") == []
    csv = client.get(links(html, ".ways a")["Download as CSV"])
    assert csv.headers["content-type"].startswith("text/csv")
    assert csv.text.count("\r\n") == 6


def test_hit_leads_to_the_timeline_of_its_series(client: httpx.Client) -> None:
    address = links(ask(client, APRIL), ".hit .ways a")["3 other months"]
    html = Html(client.get(address, headers=BROWSER).text)
    assert "Battery Exports" in texts(html, ".points")[0]


def test_timeline_without_a_series_or_a_unit_says_so(client: httpx.Client) -> None:
    html = get(client, "/timeline", q=NOBODY, as_of=AS_OF)
    assert "No series of releases answers this." in texts(html, ".nothing")[0]
    html = get(client, "/timeline", q="How much did visitors from abroad spend?", as_of=AS_OF)
    assert "There is no plot" in texts(html, "main")[0]
    assert len(html.css(".points tbody tr")) == 2
    assert "Timeline" in texts(get(client, "/timeline"), ".nothing")[0]


def test_first_page_shows_what_is_held_and_questions_that_work(client: httpx.Client) -> None:
    html = get(client, "/")
    assert "New in the week to 21 August 2025" in texts(html, "h2")
    assert texts(html, ".entries h3")[0] == KOREAN.title
    assert texts(html, ".counts tbody")[0].split() == ["2025", "12", "2023", "1"]
    starters = links(html, ".starters a")
    assert len(starters) == 3
    for question, address in starters.items():
        found = Html(client.get(address, headers=BROWSER).text)
        assert found.css(".answer"), question
        assert find(found, "#q").attributes["value"] == question


def test_releases_are_listed_by_page_and_year(client: httpx.Client) -> None:
    html = get(client, "/releases")
    assert len(html.css(".entry")) == 13
    address = links(get(client, "/"), ".counts a")["2023"]
    assert texts(Html(client.get(address, headers=BROWSER).text), ".entry h2") == [OLDER.title]
    assert get(client, "/releases", page=2).css(".entry") == []


@pytest.mark.parametrize(
    ("suffix", "media_type", "begins"),
    [
        ("txt", "text/plain", "Battery Association, “Battery Exporters Meet in Ochang”"),
        ("md", "text/markdown", "Battery Association, “Battery Exporters Meet in Ochang”"),
        ("bib", "application/x-bibtex", "@misc{older-1,"),
        ("ris", "application/x-research-info-systems", "TY  - GEN"),
    ],
)
def test_citation_can_be_downloaded(
    client: httpx.Client, suffix: str, media_type: str, begins: str
) -> None:
    response = client.get(f"/releases/older-1/citation.{suffix}")
    assert response.headers["content-type"].split(";")[0] == media_type
    assert f'"citation.{suffix}"' in response.headers["content-disposition"]
    assert response.text.startswith(begins)


def test_markup_of_a_release_is_shown_and_never_part_of_the_page(client: httpx.Client) -> None:
    pages = [ask(client, ANCHOVY), get(client, "/", as_of=None)]
    address = next(iter(links(pages[0], ".hit h3 a").values()))
    pages.append(Html(client.get(address, headers=BROWSER).text))
    for html in pages:
        assert any(SCRIPT in title for title in texts(html, "main"))
        assert len(html.css("script")) == 1
        assert html.css("img, [onerror]") == []
        for link in html.css("[href]"):
            assert not str(link.attributes["href"]).lower().startswith("javascript:")
    release = pages[2]
    assert find(release, ".body").text().strip() == NASTY.body
    assert texts(release, "h1") == [" ".join(NASTY.title.split())]
    assert "{{ 7 * 7 }}" in find(release, ".body").text()


def test_question_full_of_markup_is_shown_as_it_was_asked(client: httpx.Client) -> None:
    asked = "\"><script>alert(1)</script> {{ 7 * 7 }} 'exports' &amp; <b>"
    html = ask(client, asked)
    assert find(html, "#q").attributes["value"] == asked
    assert len(html.css("script")) == 1
    assert html.css("main b") == []


def test_only_addresses_on_the_web_are_linked(client: httpx.Client) -> None:
    linked = get(client, "/releases/battery-03").css('a[rel="noopener noreferrer"]')
    assert [each.attributes["href"] for each in linked] == ["https://example.org/battery/03"]
    [address] = links(ask(client, ANCHOVY, k=1), ".hit h3 a").values()
    assert Html(client.get(address).text).css('a[rel="noopener noreferrer"]') == []


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
