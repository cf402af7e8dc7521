"""The newest releases as hits, each with the sentence that leads it."""

from datetime import date

import pytest

from qa.records import UNCORRECTED, Passage, Release, StoredPassage
from qa.retrieval.newest import list_hits
from tests.qa.retrieval.taken_apart import take_apart

PUBLISHED = date(2025, 12, 16)


# Each is the beginning of a real release's text, up to what follows its first sentence.
@pytest.mark.parametrize(
    ("above", "lead"),
    [
        ("July 15, 2005\n", "WILMINGTON, DE -- Senator Joe Biden announced a liaison today."),
        ("Press Room - Press Releases\nFilter by:\n", "He spoke."),
        (
            "For Immediate Release: June 22, 2005\nDear Friend:\n",
            "The committee voted today to pass it",
        ),
        ("담당 부서: 산업정책과\n", "□ 산업부는 12월 11일 희소금속센터를 열었다."),
        ("", "Contact:"),
    ],
)
def test_lines_above_the_text_do_not_lead(above: str, lead: str) -> None:
    body = f"{above}{lead}\n\nWith it goes a budget of USD 3 million." if above else lead
    release = Release("r", "News", PUBLISHED, body, "Ministry")
    stored = StoredPassage(1, Passage("r:0", "r", 0, 0, len(body), body), release)
    read = take_apart(stored)
    [hit] = list_hits([release], [read], [None], [UNCORRECTED])
    assert hit.sentence == lead.removeprefix("□ ")
