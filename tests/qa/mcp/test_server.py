"""The tools, called by the SDK's own client, on a library and on a service."""

from collections.abc import Iterator
from datetime import date

import pytest

pytest.importorskip("mcp", reason="needs: pip install '.[mcp]'")

from mcp.types import CallToolResult

from qa.client import Client
from qa.client.local import LocalService, Service
from qa.mcp.server import make_server
from qa.retrieval.asking import Asker
from tests.qa.api.service import DAY, serve_at
from tests.qa.mcp.calling import ICT_TITLE, QUESTION, call, read, use


def complain(result: CallToolResult) -> str:
    assert result.is_error
    [content] = result.content
    assert content.type == "text"
    return content.text


@pytest.fixture(scope="module", params=["library", "service"])
def seeds(request: pytest.FixtureRequest, seed_asker: Asker) -> Iterator[Service]:
    """The seeds, in this process and by way of a running service: tools do not tell which."""
    if request.param == "library":
        yield LocalService(lambda _: seed_asker, today=lambda: DAY)
        return
    with serve_at(lambda _: seed_asker) as url, Client(url) as client:
        yield client


@pytest.fixture(scope="module")
def monthly(monthly_asker: Asker) -> Service:
    return LocalService(lambda _: monthly_asker, today=lambda: date(2025, 9, 1))


def test_each_period_asked_about_has_its_sentence(monthly: Service) -> None:
    answer = read(call(monthly, "ask", question="battery exports in April, July and May 2025"))
    april, july, may = answer["by_period"]
    assert [each["period"] for each in (april, july, may)] == ["2025-04", "2025-07", "2025-05"]
    assert april["sentence"] == answer["sentence"]
    assert "July 2025" in july["sentence"]
    assert "Ministry of Trade" in july["citation"]
    assert (may["verdict"], may["sentence"]) == ("not_found", None)
    assert "`by_period`" in answer["note"]
    assert "2025-07-01 to 2025-07-31 (“July”)" in answer["understood"]


def test_answer_is_a_verbatim_sentence_with_its_date_title_and_citation(seeds: Service) -> None:
    answer = read(call(seeds, "ask", question=QUESTION))
    first = answer["hits"][0]
    assert answer["verdict"] == "answered"
    assert "about 2025-11-01 to 2025-11-30 (“November 2025”)" in answer["understood"]
    assert "24.3 percent" in answer["sentence"]
    assert answer["sentence"] == first["sentence"]
    assert answer["sentence"] in first["passage"]
    assert (first["title"], first["published"]) == (ICT_TITLE, "2025-12-15")
    assert answer["citation"] == first["citation"]
    assert "15 December 2025" in answer["citation"]


def test_question_that_nothing_answers_is_plainly_not_found(seeds: Service) -> None:
    answer = read(call(seeds, "ask", question="Who won the World Cup?", k=2))
    assert (answer["verdict"], answer["sentence"], answer["citation"]) == ("not_found", None, None)
    assert answer["note"].startswith("Not found")
    assert len(answer["hits"]) == 2


def test_what_none_of_the_releases_has_is_told_beside_the_verdict(seeds: Service) -> None:
    question = "What is the phone number of the rare metals center?"
    answer = read(call(seeds, "ask", question=question))
    told = "none of the releases found has one."
    assert answer["note"].startswith("Not found: no release held answers this.")
    assert answer["note"].endswith(told)


def test_misspelt_words_are_told_as_they_are_read(seeds: Service) -> None:
    answer = read(call(seeds, "ask", question="ICT exprots in November 2025"))
    assert "misspelt words read: “exprots” as “exports”" in answer["understood"]


def test_what_cannot_be_looked_for_says_why(seeds: Service) -> None:
    answer = read(call(seeds, "ask", question="test"))
    assert (answer["verdict"], answer["hits"]) == ("not_found", [])
    assert answer["note"].startswith("Not found: nothing is asked for")
    answer = read(call(seeds, "ask", question="Wann wurde das Zentrum eröffnet?"))
    assert "Ask again in English or Korean." in answer["note"]


def test_answer_that_is_less_likely_than_not_is_said_to_be_unsure(seeds: Service) -> None:
    question = "In which year did commerce between Seoul and Beijing hit its record?"
    answer = read(call(seeds, "ask", question=question))
    assert (answer["verdict"], answer["hits"][0]["confidence"] < 0.5) == ("answered", True)
    assert answer["note"].startswith("Unsure")


def test_sentence_without_the_date_asked_for_is_said_to_be_no_answer(seeds: Service) -> None:
    answer = read(call(seeds, "ask", question="When was the CEPA upgrade requested?"))
    assert answer["verdict"] == "not_found"
    assert answer["note"].startswith("Not found")
    assert answer["note"].endswith("No date stands in the sentence found.")


def test_month_that_is_not_held_is_said_to_be_another_than_the_best_passages(
    seeds: Service,
) -> None:
    answer = read(call(seeds, "ask", question="ICT exports in November?", as_of="2026-12-20"))
    assert (answer["verdict"], answer["hits"][0]["title"]) == ("not_found", ICT_TITLE)
    assert "of another time than the one asked about" in answer["note"]


def test_extreme_that_no_release_says_leads_to_the_timeline(seeds: Service) -> None:
    question = "When were display exports highest?"
    answer = read(call(seeds, "ask", question=question, as_of="2025-12-20"))
    assert (answer["verdict"], answer["sentence"]) == ("not_found", None)
    told = "No passage that surely answers says that this was the highest: `timeline` lines"
    assert told in answer["note"]


def test_empty_window_names_the_nearest_releases(seeds: Service) -> None:
    answer = read(
        call(seeds, "ask", question="ICT?", published_from="2026-01-01", as_of="2026-06-30")
    )
    assert (answer["verdict"], answer["hits"]) == ("not_found", [])
    assert answer["nearest"][0]["published"] == "2025-12-15"
    assert "nothing held was published in the days asked for" in answer["note"]
    answer = read(call(seeds, "ask", question="ICT?", as_of="2001-01-01"))
    assert (answer["hits"], answer["nearest"]) == ([], [])
    assert "nothing held was published by 2001-01-01, but 8 releases held" in answer["note"]
    answer = read(
        call(seeds, "ask", question="ICT?", published_from="2025-12-12", as_of="2025-12-12")
    )
    assert "in the days asked for by 2025-12-12, but 2 releases held came later" in answer["note"]


def test_what_was_read_wrong_from_the_words_can_be_ignored(
    seeds: Service, monthly: Service
) -> None:
    asked = {"question": "What was announced last week about ICT?", "as_of": "2025-12-30"}
    assert read(call(seeds, "ask", **asked))["hits"] == []
    answer = read(call(seeds, "ask", **asked, ignore=["published"]))
    assert answer["hits"][0]["title"] == ICT_TITLE
    asked = {"question": "How much were exports of batteries in March and April 2025?"}
    periods = ["2025-03", "2025-04", "2025-06", "2025-07"]
    told = read(call(monthly, "timeline", **asked, ignore=["period"]))
    assert [point["period"] for point in told["points"]] == periods
    days = {"about_from": "2025-06-01", "about_to": "2025-07-31"}
    told = read(call(monthly, "timeline", **asked, **days))
    assert [point["period"] for point in told["points"]] == periods[2:]
    refused = complain(call(monthly, "timeline", **asked, publisher="Nobody"))
    assert "No series" in refused


def test_days_given_go_before_the_words(seeds: Service) -> None:
    days = {"about_from": "2025-10-01", "about_to": "2025-10-31", "as_of": "2025-12-14"}
    answer = read(call(seeds, "ask", question=QUESTION, **days))
    assert "about 2025-10-01 to 2025-10-31 (given)" in answer["understood"]
    assert all(hit["published"] <= "2025-12-14" for hit in answer["hits"])


def test_publisher_is_looked_for_alone(seeds: Service, monthly: Service) -> None:
    answer = read(call(seeds, "ask", question=QUESTION, publisher="Nobody"))
    assert (answer["verdict"], answer["hits"]) == ("not_found", [])
    assert "by Nobody (given)" in answer["understood"]
    assert "nothing held is of a publisher named 'Nobody'" in answer["note"]
    answer = read(call(monthly, "ask", question="Exports?", publisher="Power Exchange"))
    assert {hit["publisher"] for hit in answer["hits"]} == {"Power Exchange"}
    assert {"Electricity Trading Volume" in hit["title"] for hit in answer["hits"]} == {True}


def test_release_of_a_hit_is_read_piece_by_piece(seeds: Service) -> None:
    hit = read(call(seeds, "ask", question=QUESTION))["hits"][0]
    whole = read(call(seeds, "read_release", release_id=hit["release_id"]))
    assert (whole["title"], whole["citation"]) == (ICT_TITLE, hit["citation"])
    assert hit["passage"] in whole["body"]
    assert whole["continues_at"] is None
    rest = read(call(seeds, "read_release", release_id=hit["release_id"], start=100))
    assert rest["body"] == whole["body"][100:]


def test_new_releases_are_counted_back_from_the_day(seeds: Service) -> None:
    found = read(call(seeds, "list_new", days=6))
    assert (found["published_from"], found["published_to"]) == ("2025-12-15", "2025-12-20")
    assert [release["published"] for release in found["releases"]] == ["2025-12-15"] * 2
    assert found["total"] == 2
    since = read(call(seeds, "list_new", since="2025-12-11", as_of="2025-12-14", limit=1))
    assert (since["total"], len(since["releases"])) == (4, 1)


def test_days_without_a_release_say_so_and_name_the_newest_before(seeds: Service) -> None:
    found = read(call(seeds, "list_new", days=3))
    assert (found["total"], found["releases"]) == (0, [])
    assert "Nothing held was published from 2025-12-18 to 2025-12-20" in found["note"]
    assert "15 December 2025" in found["note"]
    assert "Nor anything before" in read(call(seeds, "list_new", as_of="2001-01-01"))["note"]


def test_new_releases_of_one_publisher_are_listed_alone(seeds: Service, monthly: Service) -> None:
    found = read(call(seeds, "list_new", days=30, publisher="Nobody"))
    assert (found["total"], found["releases"]) == (0, [])
    assert "publisher named 'Nobody'. Nor anything before. See list_publishers" in found["note"]
    every, own = (
        read(call(monthly, "list_new", since="2025-01-01", as_of="2025-09-01", **by))
        for by in ({}, {"publisher": "Power Exchange"})
    )
    assert 0 < own["total"] < every["total"]
    assert {release["publisher"] for release in own["releases"]} == {"Power Exchange"}


def test_publishers_are_listed_by_the_names_that_releases_are_asked_for_by(
    monthly: Service,
) -> None:
    publishers = read(call(monthly, "list_publishers"))["publishers"]
    assert "Power Exchange" in {each["publisher"] for each in publishers}
    for each in publishers:
        by = {"publisher": each["publisher"], "as_of": each["latest_published"]}
        found = read(call(monthly, "list_new", since=each["earliest_published"], **by))
        assert found["total"] == each["releases"]


def test_indicator_is_lined_up_with_its_gaps(monthly: Service) -> None:
    told = read(call(monthly, "timeline", question="How much were exports of batteries?"))
    assert [point["period"] for point in told["points"]] == [
        *("2025-03", "2025-04", "2025-06", "2025-07")
    ]
    assert told["gaps"] == ["2025-05"]
    assert told["points"][0]["figure"] == "USD 712 million"
    assert all(point["figure"] in point["sentence"] for point in told["points"])
    assert "14 April 2025" in told["points"][0]["citation"]


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("read_release", {"release_id": "nothing"}, ["'nothing'", "release_id from ask"]),
        (
            "timeline",
            {"question": "Who won the World Cup?"},
            ["No series", "single releases"],
        ),
        ("ask", {"question": ""}, ["question: expected 1 or more characters, found 0"]),
        ("ask", {"question": "x", "as_of": "yesterday"}, ["as_of: Expected a day as 2025-12-31"]),
        ("ask", {"question": "x", "k": 50}, ["k: expected 20 or less, found 50; correct it"]),
        ("ask", {"question": "x", "k": "x" * 999}, ["k: expected a whole number", "x…"]),
        ("ask", {}, ["question: expected a value, found none; add it"]),
        ("list_new", {"since": "soon", "days": 0}, ["since: Expected a day", "; days: "]),
        ("ask", {"question": "x", "date_from": "2025-01-01"}, ["'date_from'", "published_from"]),
        ("ask", {"question": "x", "about_from": "2025-01-01"}, ["first day only"]),
        ("list_new", {"since": "2026-01-01"}, ["on or before 2025-12-20"]),
    ],
)
def test_what_cannot_be_done_is_an_error_that_tells_what_to_do(
    seeds: Service, tool: str, arguments: dict[str, str | int], words: list[str]
) -> None:
    complaint = complain(call(seeds, tool, **arguments))
    for word in words:
        assert word in complaint
    assert "pydantic" not in complaint
    assert "Arguments" not in complaint


def test_tool_without_arguments_says_that_it_has_none(seeds: Service) -> None:
    said = complain(call(seeds, "list_publishers", days=7))
    assert said == "'days': list_publishers has no argument of this name. It has: none."


def test_service_that_is_not_there_is_an_error_of_the_tool() -> None:
    with Client("http://127.0.0.1:9") as gone:
        assert "qa serve" in complain(call(gone, "ask", question=QUESTION))


def test_every_tool_describes_itself_its_parameters_and_its_result(seeds: Service) -> None:
    tools = use(make_server(seeds, today=lambda: DAY), lambda client: client.list_tools()).tools
    assert {tool.name for tool in tools} == {
        *("ask", "read_release", "list_new", "list_publishers", "timeline")
    }
    for tool in tools:
        assert len(tool.description) > 60
        assert "\n " not in tool.description
        assert tool.annotations.read_only_hint
        assert tool.output_schema["properties"]
        for name, parameter in tool.input_schema["properties"].items():
            assert parameter.get("description"), f"{tool.name}: {name}"
