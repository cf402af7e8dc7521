"""The pages as they are sent: what stands in them, in which language, and with which headers."""

import re

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser as Html

from tests.qa.web.nasty_releases import OLDER
from tests.qa.web.reading import APRIL, BROWSER, NOBODY, ask, get, links, query, texts

LATEST = "What are the latest battery exports published last month?"


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


def test_publisher_is_looked_for_alone(client: httpx.Client) -> None:
    html = ask(client, "exports of batteries")
    publishers = links(html, ".filters a")
    html = Html(client.get(publishers["Battery Association"], headers=BROWSER).text)
    assert texts(html, ".hit h3") == [OLDER.title]
    assert "All publishers" in links(html, ".filters a")
    assert texts(html, ".told") == ["Counted in the one release found."]
    html = ask(client, "exports of batteries", publisher="Nobody")
    [told] = texts(html, ".nothing")
    assert "None of the releases looked at is from Nobody." in told
    assert links(html, ".nothing a").keys() == {"Look at all of them"}


def test_publisher_whose_news_are_asked_for_is_a_part_to_be_taken_away(
    client: httpx.Client,
) -> None:
    html = ask(client, "What is new from the ministry of trade?")
    said = " ".join(texts(html, ".understood li"))
    assert "from Ministry of Trade" in said
    [away] = [each for each in links(html, ".understood a").values() if "ignore=publisher" in each]
    html = Html(client.get(away, headers=BROWSER).text)
    assert "Read the publisher again" in " ".join(texts(html, ".understood li"))


def test_question_that_nothing_answers_is_told_how_sure_that_is(client: httpx.Client) -> None:
    html = ask(client, NOBODY)
    assert html.css(".answer") == []
    [told] = texts(html, ".nothing")
    assert "No release says so." in told
    assert re.search(r"Of the 13 releases held, none .* is \d+% likely", told)
    hits = texts(html, ".hit .source")
    assert hits
    assert all("Not an answer" in each for each in hits)


def test_misspelt_words_are_shown_as_they_are_read(client: httpx.Client) -> None:
    told = texts(ask(client, "battery exprots"), ".searched")
    assert told == ["Misspelt words, as they are read: exprots → exports"]


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("Hello", "Nothing is asked for that a release could tell."),
        ("Где центр?", "This seems to be in a language that is not understood here."),
    ],
)
def test_what_cannot_be_looked_for_is_told_how_to_ask(
    client: httpx.Client, question: str, heading: str
) -> None:
    html = ask(client, question)
    [told] = texts(html, ".nothing")
    assert told.startswith(f"{heading} Ask in English or Korean:")
    assert not html.css(".hit")


def test_how_sure_a_hit_is_is_explained(client: httpx.Client) -> None:
    html = ask(client, APRIL)
    assert len(html.css(".judged")) == len(html.css(".hit"))
    rows = [" ".join(each.text().split()) for each in html.css(".hit .judged")[0].css("li")]
    assert rows[0] == "What counts most for it (+) and against it (−), in log-odds:"
    assert re.fullmatch(r"All together \d+%\.", rows[-1])
    assert all(re.search(r"[+-]\d+\.\d$", row) for row in rows[1:-1])
    assert len(rows) > 3


def test_each_period_asked_about_has_its_sentence_and_what_has_none_is_named(
    client: httpx.Client,
) -> None:
    html = ask(client, "Compare battery exports in April, July and May 2025")
    assert texts(html, ".answer .badge") == ["about April 2025", "about July 2025"]
    said = texts(html, ".answer blockquote")
    assert ["fell 1.2 percent" in said[0], "July 2025" in said[1]] == [True, True]
    assert "Nothing was found for May 2025." in texts(html, ".notice")
    chip, *_ = links(html, ".understood a.chip")
    assert "about April 2025, July 2025, May 2025" in chip


@pytest.mark.parametrize(
    ("lang", "told", "way"),
    [
        (
            "en",
            "says that this was the highest.",
            "The timeline lines the figures up",
        ),
        ("ko", "이때가 가장 높았다고 하는 것이 없습니다.", "시계열에서 수치를 나란히 보기"),
    ],
)
def test_extreme_that_no_release_says_leads_to_the_timeline(
    client: httpx.Client, lang: str, told: str, way: str
) -> None:
    question = "In which month were exports of secondary batteries highest?"
    html = ask(client, question, lang=lang)
    assert told in texts(html, ".nothing")[0]
    timeline = Html(client.get(links(html, ".nothing a")[way], headers=BROWSER).text)
    assert len(texts(timeline, "table tbody tr")) >= 4


def test_periods_beyond_the_most_are_named_as_not_looked_for(client: httpx.Client) -> None:
    months = ", ".join(f"{month:02}/2024" for month in range(1, 13))
    html = ask(client, f"battery exports in 04/2025, {months}")
    told = "Not looked for, as too many periods are asked about: December 2024."
    assert told in texts(html, ".notice")


def test_empty_window_is_told_with_the_nearest(client: httpx.Client) -> None:
    html = ask(client, "exports", published_to="2020-12-31")
    assert "Nothing was published then." in texts(html, ".nothing")[0]
    assert "published until 31 December 2020" in texts(html, ".nothing")[0]
    assert texts(html, ".entries h3")[0] == OLDER.title
    html = ask(client, "exports", as_of="2020-12-31")
    assert texts(html, ".nothing")[0].startswith(
        "Nothing was published then by 31 December 2020. 13 releases are held that came later"
    )


def test_what_is_held_of_later_days_than_asked_as_of_is_told(client: httpx.Client) -> None:
    given = {"published_from": "2025-07-09", "as_of": "2025-07-08"}
    html = ask(client, "exports", **given, published_to="2025-07-31")
    assert "published then by 8 July 2025" in texts(html, ".nothing")[0]
    assert "releases are held that came later" in texts(html, ".nothing")[0]
    assert "holds no release" not in texts(html, ".nothing")[0]
    assert html.css(".entries h3")
    html = ask(client, "exports", **given, lang="ko")
    assert "2025년 7월 8일까지는 그 기간에 발표된 것이 없습니다." in texts(html, ".nothing")[0]
    assert "기준일 뒤에 발표된 것입니다." in texts(html, ".nothing")[0]


def test_more_hits_are_shown_when_asked_for(client: httpx.Client) -> None:
    html = ask(client, "exports of batteries")
    assert len(html.css(".hit")) == 5
    [address] = links(html, ".more a").values()
    assert len(Html(client.get(address, headers=BROWSER).text).css(".hit")) > 5


def test_what_was_new_is_a_list_without_degrees(client: httpx.Client) -> None:
    html = ask(client, "What was new in August 2025?", lang="en")
    assert html.css(".answer, .nothing, .notice, nav[aria-label=Order]") == []
    [heading] = texts(html, "#hits")
    listed = texts(html, ".hit h3")
    assert heading == f"{len(listed)} releases, the newest first"
    assert not any("sure" in source for source in texts(html, ".hit .source"))
    # Nothing was searched for.
    assert ask(client, "지난주에 나온 소식은?").css(".searched") == []
    assert len(ask(client, "배터리 수출은?").css(".searched")) == 1
