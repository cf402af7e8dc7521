"""A listing as text, for the tests of what reads it."""

from qa.reading.identity import settle
from qa.reading.listing import scan_listing
from qa.records import Reading

TITLE = "Korea’s ICT Exports Reach All-Time High in November"
BODY = "The ministry announced that exports rose 24.3 percent to USD 25.5 billion."


def parse(text: str) -> Reading:
    return settle(scan_listing(text, "a.txt"))


def read_problem(text: str) -> tuple[int, str]:
    """The line and reason of the one problem in a text that holds no release."""
    reading = parse(text)
    assert reading.releases == ()
    (problem,) = reading.problems
    assert problem.source == "a.txt"
    return problem.line, problem.reason
