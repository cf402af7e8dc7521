"""A release from a Markdown file with front matter: YAML between "---" lines or TOML between "+++".

The fields are `title` and `published` (or `date`), and if need be `publisher`, `url`, `category`
and `language`; others, which sites have of their own, are passed over. The body is CommonMark
(https://spec.commonmark.org) with tables; what is left of it are the words a reader would see.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import yaml
from markdown_it import MarkdownIt

from qa.errors import SourceError
from qa.lazy_regex import lazy_regex
from qa.reading.html_text import html_to_text
from qa.reading.identity import Found, clean_line, clean_text, excerpt
from qa.reading.origins import UNSAID, Draft, Origin, make_release, web_address
from qa.records import Problem

_FENCED = lazy_regex(
    r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<matter>.*?)^(?P=fence)[ \t]*(?:\n|\Z)", re.S | re.M
)
_DAYS = ("published", "date", "published_at", "publishdate", "pubdate", "published_date")
_PUBLISHERS = ("publisher", "source", "organization", "organisation")
_URLS = ("url", "link", "source_url", "canonical", "canonical_url")
_CATEGORIES = ("category", "categories", "section")
_LANGUAGES = ("language", "lang")
_HEADING = lazy_regex(r"\s*(?:# *(?P<atx>[^\n#].*?)[ #]*|(?P<setext>\S[^\n]*)\n=+[ \t]*)(?:\n|\Z)")
_MAX_MATTER = 20_000
_ADVICE = "write it in the front matter"


def scan_markdown(text: str, source: str, origin: Origin = UNSAID) -> Iterator[Found | Problem]:
    r"""The file's release, or the problem with it.

    >>> text = "---\ntitle: Exports Rise\ndate: 2025-12-01\n---\nExports **rose**.\n"
    >>> next(scan_markdown(text, "a.md")).release.body
    'Exports rose.'
    """
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    match = _FENCED.match(plain)
    try:
        if match is None or len(match["matter"]) > _MAX_MATTER:
            raise SourceError(
                'expected front matter: "---" on the first line, fields such as "title: …" and '
                '"published: 2025-12-01", and "---" again; found none, write it'
            )
        fields = _read_fields(match["matter"], is_toml=match["fence"] == "+++")
        yield _make(fields, plain[match.end() :], source, origin)
    except SourceError as error:
        yield Problem(source, 1, str(error))


def _make(fields: Mapping[str, str], body: str, source: str, origin: Origin) -> Found | Problem:
    title, words = _first(fields, ("title", "headline")), body
    heading = _HEADING.match(body)
    if heading is not None:
        first = clean_line(html_to_text(_render(heading["atx"] or heading["setext"])))
        title = title or first
        if first == clean_line(title):
            words = body[heading.end() :]
    language = _first(fields, _LANGUAGES).lower()[:2]
    url = _first(fields, _URLS)
    if url and web_address(url) is None:
        url = ""
    draft = Draft(
        title=title,
        published=_first(fields, _DAYS),
        body=html_to_text(_render(words)),
        url=url or None,
        publisher=None,
        category=_first(fields, _CATEGORIES),
    )
    named = replace(
        origin,
        publisher=clean_line(_first(fields, _PUBLISHERS)) or origin.publisher,
        language=language if language in ("en", "ko") else origin.language,
    )
    return make_release(draft, named, source, 1, subject="file", advice=_ADVICE)


def _render(text: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


def _read_fields(matter: str, *, is_toml: bool) -> dict[str, str]:
    """The fields that are words or days, by name in small letters; of a list, the first."""
    try:
        # The loader that makes strings of everything: it can make nothing else, and a day stays
        # as it is written.
        loaded = tomllib.loads(matter) if is_toml else yaml.load(matter, yaml.BaseLoader)
    except (tomllib.TOMLDecodeError, yaml.YAMLError, RecursionError, ValueError) as error:
        kind = "TOML" if is_toml else "YAML"
        raise SourceError(
            f"expected front matter in {kind}, found: {excerpt(str(error))}; correct it (a title "
            "with a colon in it needs quotation marks)"
        ) from error
    if not isinstance(loaded, dict):
        raise SourceError(
            'expected fields such as "title: …" as front matter, found none; write them'
        )
    return {
        clean_text(str(name)).strip().lower(): words
        for name, value in loaded.items()
        if isinstance(name, str) and (words := _to_words(value))
    }


def _to_words(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, date):  # a day, or a moment with its zone
        return value.isoformat()
    return clean_line(value) if isinstance(value, str) else ""


def _first(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")
