"""JSON Lines as they come, right and wrong, and what must hold for any text."""

import doctest
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading import jsonlines
from qa.reading.identity import MOTIR, settle
from qa.reading.jsonlines import holds_questions, scan_json_lines
from qa.reading.listing import scan_listing
from qa.records import Release

FIELDS = {"title": "Exports Rise", "published": "2025-12-01", "body": "Exports rose."}
LINE = json.dumps(FIELDS)


def find_reasons(text: str) -> list[tuple[int, str]]:
    """The line and reason of each problem in a text that holds no release."""
    reading = settle(scan_json_lines(text, "a.jsonl"))
    assert reading.releases == ()
    assert {problem.source for problem in reading.problems} <= {"a.jsonl"}
    return [(problem.line, problem.reason) for problem in reading.problems]


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(jsonlines).failed == 0


def test_line_with_every_field_becomes_a_release_of_those_values() -> None:
    fields = {
        "id": "r-1",
        "title": "수출 증가",
        "published": "2025.12.01",
        "body": "수출이\r\n늘었다.",
        "publisher": "산업통상부",
        "url": "https://example.org/r/1?a=b",
        "category": "산업",
        "language": "en",
    }
    reading = settle(scan_json_lines(json.dumps(fields), "a.jsonl"))
    assert reading.problems == ()
    assert reading.releases == (
        Release(
            id="r-1",
            title="수출 증가",
            published=date(2025, 12, 1),
            body="수출이\n늘었다.",
            publisher="산업통상부",
            url="https://example.org/r/1?a=b",
            category="산업",
            language="en",
        ),
    )


def test_fields_left_out_or_null_take_their_defaults() -> None:
    optional = dict.fromkeys(["url", "publisher", "category", "language", "id"])
    left_out = settle(scan_json_lines(LINE, "a.jsonl")).releases
    assert left_out == settle(scan_json_lines(json.dumps(FIELDS | optional), "a.jsonl")).releases
    (release,) = left_out
    assert (release.publisher, release.url, release.category) == (MOTIR, None, None)
    assert release.language == "en"
    assert settle(scan_json_lines(LINE, "a.jsonl", "KOTRA")).releases[0].publisher == "KOTRA"


def test_release_has_the_same_id_and_words_as_in_a_listing() -> None:
    from_listing = settle(
        scan_listing("Exports  Rise\nExports rose. date2025-12-01", "a.txt")
    ).releases
    assert settle(scan_json_lines(LINE, "a.jsonl")).releases == from_listing


def test_release_without_a_title_goes_by_its_opening_words() -> None:
    opening = "Dodd and Lieberman announced over a million dollars for the schools of Bridgeport,"
    lines = [
        json.dumps({**FIELDS, "title": " ", "body": f"{opening} {rest}.\nMore."})
        for rest in ("which are to open in May", "which are to close")
    ]
    reading = settle(scan_json_lines("\n".join(lines), "a.jsonl"))
    assert reading.problems == ()
    first, second = reading.releases
    assert first.title == second.title == f"{opening.rpartition(' ')[0]}…"
    assert first.id != second.id, "one would stand in the place of the other"
    assert second.body.startswith(f"{opening} which")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("\n\n---\nExports rose.\nMore.", "Exports rose."),
        ("□ 수출이 늘었다.\nㅇ 수입도.", "수출이 늘었다."),
        ("ㅇ " + "가" * 100, "가" * 80 + "…"),
        ("“Exports rose,” he said.", "“Exports rose,” he said."),
        (f"{'a' * 40} {'b' * 39} rest", f"{'a' * 40} {'b' * 39}…"),
        ("2025", "2025"),
    ],
)
def test_opening_words_are_the_first_line_with_words(body: str, title: str) -> None:
    line = json.dumps({**FIELDS, "title": "", "body": body})
    assert [each.title for each in settle(scan_json_lines(line, "a.jsonl")).releases] == [title]


def test_release_without_a_title_is_no_other_with_those_words_for_one() -> None:
    lines = [json.dumps({**FIELDS, "title": each}) for each in ("", FIELDS["body"])]
    assert len(settle(scan_json_lines("\n".join(lines), "a.jsonl")).releases) == 2


def test_language_is_found_where_none_is_given() -> None:
    line = json.dumps(FIELDS | {"title": "수출 증가", "body": "11월 수출이 늘었다."})
    assert settle(scan_json_lines(line, "a.jsonl")).releases[0].language == "ko"


def test_separators_of_other_alphabets_inside_a_string_do_not_end_the_line() -> None:
    line = json.dumps(FIELDS | {"body": "One.\u2028Two.\x85Three."}, ensure_ascii=False)
    reading = settle(scan_json_lines(f"\ufeff{line}\r\n\r\n", "a.jsonl"))
    assert reading.releases[0].body == "One. Two. Three."
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"title": "Exports', "Unterminated string starting at column 11"),
        ("not json", "expected a JSON object on one line"),
        ("[]", "expected a JSON object, found a list"),
        ("3", "expected a JSON object, found a number"),
        ("null", "expected a JSON object, found null"),
        ('"Exports"', "expected a JSON object, found a string"),
        ('{"title": NaN}', "found NaN"),
        ('{"title": "a", "title": "b"}', 'found "title" twice'),
        ("[" * 100_000, "brackets too deep"),
        ("1" * 5_000, "a number too long"),
    ],
)
def test_line_that_is_no_object_is_a_problem_saying_what_was_found(line: str, words: str) -> None:
    ((number, reason),) = find_reasons(f"\n{line}\n")
    assert number == 2
    assert words in reason


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"body": " \u200b\n"}, 'expected words as "body", found an empty string'),
        ({"title": None}, 'expected a string as "title", found null; write ""'),
        ({"body": ["Exports rose."]}, 'expected a string as "body", found a list'),
        ({"published": 20251201}, 'expected a string as "published", found a number'),
        ({"category": True}, 'expected a string as "category", found true'),
        ({"published": "2025-02-30"}, 'such as 2025-12-15, found "2025-02-30"'),
        ({"published": "2025-02-30"}, "a day that exists"),
        ({"published": "2025-12-01T00:00:00Z"}, "a day without a time"),
        ({"published": "2025.12.1. 09:30"}, "a day without a time"),
        ({"published": "1 December 2025"}, 'found "1 December 2025"'),
        ({"published": "20251201"}, 'found "20251201"'),
        ({"language": "fr"}, 'expected "en" or "ko" as "language", found "fr"'),
        ({"url": "javascript:alert(1)"}, "expected an http or https address"),
        ({"url": "https://example.org/a b"}, "expected an http or https address"),
        ({"id": "a b"}, "expected 1 to 200 characters without spaces"),
        ({"id": "a/b"}, 'found "a/b"'),
        # Of these no address can be made: they lead to the one above.
        ({"id": "."}, 'more than "." or ".."'),
        ({"id": ".."}, 'more than "." or ".."'),
        ({"id": "a\u0007"}, "control characters"),
        ({"id": "a" * 201}, "expected 1 to 200 characters"),
        ({"catgory": "Industry"}, 'found "catgory"; rename or remove it'),
    ],
)
def test_wrong_field_is_a_problem_naming_it_and_what_was_found(
    change: dict[str, object], words: str
) -> None:
    ((number, reason),) = find_reasons(json.dumps(FIELDS | change))
    assert number == 1
    assert words in reason


@pytest.mark.parametrize("name", ["title", "published", "body"])
def test_missing_field_is_a_problem_naming_it(name: str) -> None:
    line = json.dumps({key: value for key, value in FIELDS.items() if key != name})
    assert find_reasons(line) == [(1, f'expected a field "{name}", found none; add it')]


def test_every_fault_of_a_line_is_reported() -> None:
    reasons = find_reasons('{"title": 1, "published": "soon", "views": 3}')
    assert len(reasons) == 4  # views unknown, title no string, published no day, body missing


def test_lines_around_a_faulty_one_are_read() -> None:
    other = json.dumps(FIELDS | {"title": "Imports Fall"})
    reading = settle(scan_json_lines(f"{LINE}\n{{}}\n{other}", "a.jsonl"))
    assert [release.title for release in reading.releases] == ["Exports Rise", "Imports Fall"]
    assert {problem.line for problem in reading.problems} == {2}


def test_repeat_is_kept_once_and_newer_version_replaces_and_both_are_said() -> None:
    newer = json.dumps(FIELDS | {"body": "Exports rose again."})
    reading = settle(scan_json_lines(f"{LINE}\n{LINE}\n{newer}", "a.jsonl"))
    assert [release.body for release in reading.releases] == ["Exports rose again."]
    same, replaced = reading.problems
    assert (same.line, replaced.line) == (2, 3)
    assert "the same release as at a.jsonl:1" in same.reason
    assert "replaces it" in replaced.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('\n{"id": "q1", "question": "What rose?", "release_id": "r1"}\n', True),
        ('{"question": "What is not there?", "release_id": null}', True),
        (LINE, False),
        (json.dumps(FIELDS | {"question": "?"}), False),
        ('{"titel": "Exports Rise"}', False),
        ("not json", False),
        ("", False),
    ],
)
def test_questions_are_told_from_releases_by_the_first_object(text: str, expected: bool) -> None:
    assert holds_questions(text) is expected


values = st.one_of(st.none(), st.booleans(), st.integers(), st.text(st.characters(codec=None)))
names = st.one_of(st.text(), st.sampled_from([*FIELDS, "url", "id", "language", "question"]))
objects = st.dictionaries(names, values).map(json.dumps)


@given(st.one_of(st.text(), st.lists(st.one_of(st.just(LINE), objects, st.text())).map("\n".join)))
def test_any_text_is_read_without_raising_and_every_line_is_accounted_for(text: str) -> None:
    reading = settle(scan_json_lines(text, "a.jsonl"))
    holds_questions(text)
    lines = [line for line in text.replace("\r", "\n").split("\n") if line.strip("\ufeff \t\n")]
    if lines and any(line.strip() for line in lines):
        assert reading.releases or reading.problems


@given(st.text(st.characters(codec=None), min_size=1), st.text(st.characters(codec=None)))
def test_words_of_any_kind_can_be_stored(title: str, body: str) -> None:
    line = json.dumps(FIELDS | {"title": f"T{title}", "body": f"B{body}"})
    (release,) = settle(scan_json_lines(line, "a.jsonl")).releases
    assert f"{release.title}{release.body}".encode()
