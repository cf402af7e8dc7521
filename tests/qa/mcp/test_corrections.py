"""What the tools say of releases that were corrected since, and of what corrects them."""

import pytest

pytest.importorskip("mcp", reason="needs: pip install '.[mcp]'")

from qa.client.local import LocalService
from qa.retrieval.asking import Asker
from tests.qa.corrected_releases import AS_OF, CORRECTION
from tests.qa.mcp.calling import call, read


@pytest.fixture
def service(corrected_asker: Asker) -> LocalService:
    return LocalService(lambda _: corrected_asker, today=lambda: AS_OF)


def test_hit_names_what_corrects_it_and_the_note_says_what_to_make_of_it(
    service: LocalService,
) -> None:
    question = "How much foreign investment was pledged in May 2026?"
    answer = read(call(service, "ask", question=question))
    assert answer["hits"][0]["corrected_by"] == [
        {
            "release_id": "correction",
            "title": CORRECTION.title,
            "published": "2026-06-12",
            "whole": False,
        }
    ]
    assert "was corrected since" in answer["note"]
    release = read(call(service, "read_release", release_id="correction"))
    assert release["corrects"]["release_id"] == "arrivals-05"


def test_timeline_has_the_right_figure_and_says_which_was_withdrawn(service: LocalService) -> None:
    question = "How much were arrivals of foreign investment each month?"
    points = read(call(service, "timeline", question=question))["points"]
    assert [each["figure"] for each in points] == [
        *("USD 5.1 billion", "USD 4.4 billion", "USD 7.9 billion", "USD 6.5 billion")
    ]
    assert [each["withdrawn"] for each in points] == [False, False, False, True]
