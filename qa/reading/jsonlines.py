"""Releases from JSON Lines (https://jsonlines.org): one JSON object a line, one release each.

`title`, `published` and `body` are required; `url`, `publisher`, `category`, `language` and `id`
may be left out or null. An empty title says that the release has none: it goes by its opening
words, and its id is made of its body, so that it is another release once that is corrected. A line
that cannot be read as a release is reported, with every fault in it, and the others are read. Files
are left to `qa.reading.sources`.
"""

import json
import re
from collections.abc import Iterator
from typing import NoReturn

from qa.lazy_regex import lazy_regex
from qa.reading.identity import (
    MOTIR,
    Found,
    clean_body,
    clean_line,
    clean_text,
    excerpt,
    language_of,
    opening_words,
    read_date,
    release_id,
)
from qa.records import Problem, Release

_REQUIRED = ("title", "published", "body")
_OPTIONAL = ("url", "publisher", "category", "language", "id")
_LANGUAGES = ("en", "ko")
_UNTITLED = "(no title)"
_ID = lazy_regex(r"(?!\.{1,2}$)[^\s/\x00-\x1f\x7f-\x9f]{1,200}")
_TIMED = lazy_regex(
    r"[0-9]{4}[-./] ?[0-9]{1,2}[-./] ?[0-9]{1,2}\.?[T ] ?[0-9]{1,2}:", re.IGNORECASE
)
_URL = lazy_regex(r"https?://[^\s\x00-\x1f\x7f-\x9f]+", re.IGNORECASE)


class _Fault(ValueError):
    """A line is not a JSON object with distinct names; the message says why."""


def scan_json_lines(text: str, source: str, publisher: str = MOTIR) -> Iterator[Found | Problem]:
    r"""Each line's release, or a problem for each fault in it, in order, repeats and all.

    `publisher` stands in where a line names none. Blank lines are passed over.

    >>> print(*scan_json_lines('{"title": "Exports rise", "published": "2025-12-01"}', "a"))
    a:1: expected a field "body", found none; add it
    """
    for number, line in _number_lines(text):
        try:
            record = _read_object(line)
        except _Fault as fault:
            yield Problem(source, number, str(fault))
            continue
        faults = list(_find_faults(record))
        if faults:
            yield from (Problem(source, number, said, field=name) for name, said in faults)
        else:
            yield Found(source, number, _make_release(record, publisher))


def holds_questions(text: str) -> bool:
    """Whether the first line that is not blank is a test question, and so no faulty release: an
    object with a field `question` and none of the fields that a release must have.

    >>> holds_questions('{"question": "What rose?", "release": 1}')
    True
    """
    for _, line in _number_lines(text):
        try:
            names = _read_object(line).keys()
        except _Fault:
            return False
        return "question" in names and names.isdisjoint(_REQUIRED)
    return False


def _number_lines(text: str) -> Iterator[tuple[int, str]]:
    # Not splitlines: a JSON string may hold U+2028 and its like as they are.
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _read_object(line: str) -> dict[str, object]:
    try:
        record = json.loads(line, object_pairs_hook=_distinct, parse_constant=_refuse_constant)
    except _Fault:
        raise
    except json.JSONDecodeError as error:
        # One of Python's messages ends in "at" itself.
        found = f"{error.msg.removesuffix(' at')} at column {error.colno}"
        raise _Fault(f"expected a JSON object on one line, found {found}; correct it") from error
    except (ValueError, RecursionError) as error:
        raise _Fault(
            "expected a JSON object of strings, found a number too long or brackets too deep to "
            "read; correct it"
        ) from error
    if not isinstance(record, dict):
        raise _Fault(f"expected a JSON object, found {_kind(record)}; write one release a line")
    return record


def _distinct(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record: dict[str, object] = {}
    for name, value in pairs:
        if name in record:
            raise _Fault(f"expected each field once, found {_quote(name)} twice; keep one of them")
        record[name] = value
    return record


def _refuse_constant(name: str) -> NoReturn:
    raise _Fault(f"expected JSON, found {name}, which JSON does not have; correct it")


def _find_faults(record: dict[str, object]) -> Iterator[tuple[str, str]]:
    """Each field at fault, and what is wrong with it."""
    known = ", ".join(_REQUIRED + _OPTIONAL)
    for name in record:
        if name not in _REQUIRED + _OPTIONAL:
            found = _quote(name)
            yield name, f"expected only the fields {known}, found {found}; rename or remove it"
    for name in _REQUIRED:
        if name not in record:
            yield name, f'expected a field "{name}", found none; add it'
        elif said := _find_fault(name, record[name]):
            yield name, said
    for name in _OPTIONAL:
        if record.get(name) is not None and (said := _find_fault(name, record[name])):
            yield name, said


def _find_fault(name: str, value: object) -> str | None:
    """What is wrong with a field's value, if anything is."""
    if name == "title" and value is None:
        return 'expected a string as "title", found null; write "" where there is none'
    if not isinstance(value, str):
        return f'expected a string as "{name}", found {_kind(value)}; put it in quotation marks'
    if not clean_line(value) and name != "title":
        return f'expected words as "{name}", found an empty string; fill it in'
    if name == "published" and read_date(value) is None:
        day = "a day without a time" if _TIMED.match(value.strip()) else "a day that exists"
        return (
            f'expected {day} as "published", such as 2025-12-15, found {_quote(value)}; correct it'
        )
    if name == "language" and value not in _LANGUAGES:
        return f'expected "en" or "ko" as "language", found {_quote(value)}; correct it'
    if name == "url" and not (_URL.fullmatch(value) and value == clean_text(value)):
        return f'expected an http or https address as "url", found {_quote(value)}; correct it'
    if name == "id" and (not _ID.fullmatch(value) or value != clean_text(value)):
        return (
            'expected 1 to 200 characters without spaces, control characters or "/", and more than '
            f'"." or "..", as "id", found {_quote(value)}; correct or remove it'
        )
    return None


def _make_release(record: dict[str, object], publisher: str) -> Release:
    # Every value has been checked: what is present and not null is a string that is not empty.
    given = {name: value for name, value in record.items() if isinstance(value, str)}
    published = read_date(given["published"])
    if published is None:
        raise ValueError(f"expected a checked record, found {given['published']!r} as its day")
    body = clean_body(given["body"])
    named = clean_line(given["title"])
    title = named or opening_words(body)
    publisher = clean_line(given.get("publisher", publisher))
    return Release(
        # Of two without a title that open alike neither may take the place of the other.
        id=given.get("id", release_id(publisher, published, named or f"{_UNTITLED} {body}")),
        title=title,
        published=published,
        body=body,
        publisher=publisher,
        url=given.get("url"),
        category=clean_line(given["category"]) if "category" in given else None,
        language=given.get("language", language_of(f"{title}\n{body}")),
    )


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, list):
        return "a list"
    return "an object" if isinstance(value, dict) else "a string"


def _quote(text: str) -> str:
    return f'"{excerpt(text)}"'
