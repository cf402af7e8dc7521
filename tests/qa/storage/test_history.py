"""What each change did to a release, line by line."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from qa.records import Release, Version
from qa.storage.history import format_history

THEN = datetime(2025, 12, 16, 9, 0, tzinfo=UTC)
OLD = Release(
    id="a-1",
    title="Exports Rise",
    published=date(2025, 12, 15),
    body="Exports rose.\nImports fell.",
    publisher="Ministry",
    url="https://example.org/1",
    category="Trade",
    language="en",
)


@pytest.mark.parametrize(
    ("now", "lines"),
    [
        (replace(OLD, title="Exports Fall"), ["-Exports Rise", "+Exports Fall"]),
        (replace(OLD, published=date(2025, 12, 14)), ["-2025-12-15", "+2025-12-14"]),
        (replace(OLD, body="Exports rose.\nNo more."), ["-Imports fell.", "+No more."]),
        (replace(OLD, publisher="Customs"), ["-Ministry", "+Customs"]),
        (replace(OLD, url=None), ["-https://example.org/1"]),
        (replace(OLD, category="Industry"), ["-Trade", "+Industry"]),
        (replace(OLD, language="ko"), ["-en", "+ko"]),
    ],
)
def test_whatever_of_a_release_was_changed_is_shown(now: Release, lines: list[str]) -> None:
    shown = format_history([Version(1, OLD, THEN, THEN)], now).splitlines()
    head, [before, after, *changes] = shown[:3], shown[3:]
    assert head == ["a-1: 1 earlier version", "", "replaced 2025-12-16 09:00 UTC"]
    assert (before, after) == ("--- version 1", "+++ now")
    assert [line for line in changes if line[0] in "+-"] == lines
