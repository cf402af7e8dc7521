"""The pages of releases and timelines, and what stands in a release: shown, and never run."""

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as Html

from tests.qa.web.nasty_releases import KOREAN, NASTY, OLDER, SCRIPT
from tests.qa.web.reading import APRIL, AS_OF, BROWSER, NOBODY, ask, find, get, links, query, texts

ANCHOVY = "By how much does the anchovy quota double?"


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
    # Past the last page is the last: what was removed may have shortened the list.
    assert len(get(client, "/releases", page=2).css(".entry")) == 13


def test_list_of_releases_says_what_it_is_limited_to_and_lets_that_be_taken_away(
    client: httpx.Client,
) -> None:
    publishers = links(get(client, "/"), ".counts a")
    html = Html(client.get(publishers[OLDER.publisher], headers=BROWSER).text)
    assert texts(html, ".entry h2") == [OLDER.title]
    [(words, address)] = links(html, ".understood a.chip").items()
    assert words == f"Remove: from {OLDER.publisher} ×"
    assert len(Html(client.get(address, headers=BROWSER).text).css(".entry")) == 13

    html = get(client, "/releases", published_from="2023-01-01", as_of="2023-12-31")
    assert texts(html, ".entry h2") == [OLDER.title]
    assert texts(html, ".understood li") == [
        "Remove: published since 1 January 2023 ×",
        "Remove: as of 31 December 2023 ×",
    ]
    assert get(client, "/releases").css(".understood") == []


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
