"""Whatever text is read as a listing: nothing is lost or raises, and time grows with its length."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.identity import clean_line, clean_text
from tests.qa.listing_text import BODY, TITLE, parse
from tests.timing import takes_less, time_least

pieces = st.sampled_from(
    [
        *("-", "", " - ", "Industry", "Exports Rise in November", TITLE, BODY, "1 2 3 Next"),
        *("date2025-12-15", "Attached file", "첨부파일 a.hwp", "- Registration date2025-07-18"),
        *("Exports Rise date2025-12-01", "smooth odate2025-02-30", "수출 증가", "수출이 늘었다."),
        *("△ Chips", "[Exports]", "U.S. date2025.12.11", "\u200b-", "x" * 301, "a.pdf"),
    ]
)


listings = st.lists(pieces, max_size=14).map("\n".join)


MARKERS = {"-", "", "date2025-12-15", "Attached file", "첨부파일 a.hwp", "a.pdf"} | {
    "- Registration date2025-07-18"
}


def take_out_days(text: str) -> str:
    return re.sub(r"date(2025-12-01|2025-02-30|2025\.12\.11)$", "", text).strip()


@given(listings)
def test_every_line_stands_in_a_release_or_on_lines_a_problem_names(text: str) -> None:
    reading = parse(text)
    named: set[int] = set()
    for problem in reading.problems:
        named.add(problem.line)
        for first, last in re.findall(r"lines? (\d+)(?: to (\d+))? \(", problem.reason):
            named.update(range(int(first), int(last or first) + 1))
    read = "\n".join(f"{r.category}\n{r.title}\n{r.body}" for r in reading.releases)
    # What a later version replaced is said, not shown: its lines are out of this test's sight.
    replaced = any("replaces it" in problem.reason for problem in reading.problems)
    for number, line in enumerate(clean_text(text).split("\n"), 1):
        if line.strip() in MARKERS or number in named or replaced:
            continue
        assert clean_line(take_out_days(line)) in read


@given(st.one_of(st.text(), listings, st.text(st.characters(codec=None))))
def test_any_text_is_read_without_raising_and_bodies_are_clean(text: str) -> None:
    for release in parse(text).releases:
        assert release.title == clean_line(release.title) != ""
        assert release.body == release.body.strip()
        assert "\n\n\n" not in release.body
        release.body.encode()


@pytest.mark.parametrize(
    "unit",
    [
        *("a", ".", "date", "date" + " " * 20, "date2025-12-15 ", "date2025-12-15 Attached file "),
        *(
            "Attached file a.pdf ",
            "a.pdf",
            "Korea ",
            '."”',
            "등록일",
            "- ",
            "\u200b",
            "[" * 9,
        ),
    ],
)
def test_five_megabytes_on_one_line_take_no_more_than_two_seconds(unit: str) -> None:
    text = f"Exports Rise\n{unit * (5_000_000 // len(unit))}\ndate2025-12-15"
    assert takes_less(lambda: parse(text), 2)


@pytest.mark.parametrize(
    "unit", ["\r", "a\n", "-\na\n", "x date2025-12-15\n", "Attached file\na.pdf\n"]
)
def test_time_grows_with_the_number_of_lines_and_no_faster(unit: str) -> None:
    few, many = (unit * (size // len(unit)) for size in (20_000, 200_000))
    # Ten times the lines: ten times the time, where a quadratic reading takes a hundred times.
    assert takes_less(lambda: parse(many), 40 * max(time_least(lambda: parse(few)), 0.01))
