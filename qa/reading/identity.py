"""What makes a release the same release, from whatever form it is read.

The same cleaning of its words, the same id and the same rule for repeats serve every form, so a
release read from a listing and again from JSON Lines is one release. Recognising a form is left
to `qa.reading.forms`. Folding follows Unicode's NFKC (https://unicode.org/reports/tr15/).
"""

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.records import UNDATED, Problem, Reading, Release

MOTIR = "Ministry of Trade, Industry and Resources"

_BREAK = lazy_regex(r"\r\n?")
_JOINER = "\u200d"
# Pictures, and the selector that shows a sign as one: between these a joiner makes one of two.
_PICTURE = r"\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
# soft hyphen, zero-width and direction marks, byte order mark
_INVISIBLE = lazy_regex(
    r"[\u00ad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
    rf"|{_JOINER}(?<![{_PICTURE}].)|{_JOINER}(?![{_PICTURE}])"
)
# control characters other than the line feed, and every space that is not the plain one
_SPACE = lazy_regex(
    r"[\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_SURROGATE = lazy_regex(r"[\ud800-\udfff]")
_BLANK_LINES = lazy_regex(r"\n{3,}")
_DATE = lazy_regex(r"([0-9]{4})[-./] ?([0-9]{1,2})[-./] ?([0-9]{1,2})\.?")
_NOT_HANGUL = lazy_regex(r"[^\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]+")
_NOT_LETTER = lazy_regex(r"[\W\d_]+")
MAX_CHARACTERS = {"title": 1000, "publisher": 200, "category": 200, "url": 2000}
"""What a release may be called by. Of 12,104 senators' releases the longest title has 220."""
_OPENING = 80  # characters, of a release without a title
_BULLET = lazy_regex(r"^(?:[^\w\s\"'“‘(<\[]|[ㅇㅁ](?= ))+\s*")
_PLAIN_MARKS = str.maketrans("‘’“”‐‑‒–—", "''\"\"-----")


@dataclass(frozen=True, slots=True)
class Found:
    """A release and where it stands: the line, from 1, on which it begins."""

    source: str
    line: int
    release: Release

    @property
    def place(self) -> str:
        return f"{self.source}:{self.line}"


def clean_text(text: str) -> str:
    r"""Line ends become "\n", odd spaces and control characters plain spaces; invisible marks go.

    Words, quotation marks and dashes stay as they are, and so do emoji that are joined of several,
    and the number of lines. A lone surrogate, which no file can hold, becomes U+FFFD.

    >>> clean_text("\ufeffUSD\u00a025.5\tbillion\r\n“so”")
    'USD 25.5 billion\n“so”'
    """
    text = _INVISIBLE.sub("", _BREAK.sub("\n", text))
    return _SURROGATE.sub("\ufffd", _SPACE.sub(" ", text))


def clean_body(text: str) -> str:
    r"""`clean_text`, with no spaces at line ends, one blank line at most, none at either end.

    >>> clean_body("\nOne. \n\n\n\nTwo.\n")
    'One.\n\nTwo.'
    """
    lines = [line.rstrip() for line in clean_text(text).split("\n")]
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def clean_line(text: str) -> str:
    r"""`clean_text` on one line: every run of white space becomes one space.

    >>> clean_line(" Exports\n rise ")
    'Exports rise'
    """
    return " ".join(clean_text(text).split())


def excerpt(text: str) -> str:
    """The first 60 characters, on one line, to show in a message.

    >>> excerpt("Exports rise")
    'Exports rise'
    """
    shown = clean_line(text[:200])
    return shown if len(shown) <= 60 else f"{shown[:59]}…"


def opening_words(body: str) -> str:
    r"""What a release without a title goes by: its first line with words, without its bullet, cut
    between words.

    >>> opening_words("---\n□ Exports rose.\n\nImports fell.")
    'Exports rose.'
    """
    lines = (_BULLET.sub("", clean_line(line)) for line in body.split("\n"))
    line = next((each for each in lines if _NOT_LETTER.sub("", each)), clean_line(body))
    if len(line) <= _OPENING:
        return line
    words, _, _ = line[: _OPENING + 1].rpartition(" ")
    return f"{words if len(words) > _OPENING / 2 else line[:_OPENING]}…"


def read_date(text: str) -> date | None:
    """The day written as 2025-12-15, 2025.12.15 or 2025/12/15; None for another form or no day.

    >>> read_date("2025. 7. 18."), read_date("2025-02-30")
    (datetime.date(2025, 7, 18), None)
    """
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return None if found == UNDATED else found


def language_of(text: str) -> str:
    """ "ko" when more than a third of the letters are Hangul, else "en".

    >>> language_of("11월 ICT 수출 역대 최대"), language_of("Exports")
    ('ko', 'en')
    """
    hangul = len(_NOT_HANGUL.sub("", text))
    return "ko" if 3 * hangul > len(_NOT_LETTER.sub("", text)) else "en"


def release_id(publisher: str, published: date, title: str) -> str:
    """The day and ten hexadecimal digits of the SHA-256 of publisher, day and title: URL-safe.

    Letter case, white space, width, the shape of quotation marks and dashes and whether emoji are
    joined make no difference; the body has no part in it, so a corrected release keeps its id.

    >>> release_id(MOTIR, date(2025, 12, 15), "Korea’s ICT Exports Reach All-Time High in November")
    '2025-12-15-4958921b8a'
    """
    words = "\n".join((_fold(publisher), published.isoformat(), _fold(title)))
    digest = hashlib.sha256(words.encode()).hexdigest()
    return f"{published.isoformat()}-{digest[:10]}"


def refuse_long(entry: Found | Problem) -> Found | Problem:
    """The release, or the problem that what it is called by is longer than any list can show.

    >>> long = Release("1", "Exports " * 200, date(2025, 12, 1), "…", "MOTIR")
    >>> refuse_long(Found("a.txt", 2, long)).reason[:55]
    'expected at most 1,000 characters as title, found 1,600'
    """
    if isinstance(entry, Problem):
        return entry
    release = entry.release
    named = {
        "title": release.title,
        "publisher": release.publisher,
        "category": release.category or "",
        "url": release.url or "",
    }
    for name, text in named.items():
        if len(text) > MAX_CHARACTERS[name]:
            reason = (
                f"expected at most {MAX_CHARACTERS[name]:,} characters as {name}, found "
                f'{len(text):,}, "{excerpt(text)}"; shorten it'
            )
            return Problem(entry.source, entry.line, reason, field=name)
    return entry


def settle(found: Iterable[Found | Problem]) -> Reading:
    """One release for each id, with every repeat and replacement said as a problem.

    The same release again is kept once. A different one under an id already met is taken as its
    newer version and stands in its place. One that `refuse_long` refuses is a problem. Problems
    keep their order.
    """
    kept: dict[str, Found] = {}
    problems: list[Problem] = []
    for entry in map(refuse_long, found):
        if isinstance(entry, Problem):
            problems.append(entry)
            continue
        earlier = kept.setdefault(entry.release.id, entry)
        if earlier is not entry:
            kept[entry.release.id] = entry
            said = _say_again(earlier, entry)
            problems.append(Problem(entry.source, entry.line, said, is_repeat=True))
    return Reading(
        tuple(entry.release for entry in kept.values()),
        tuple(problems),
        places=tuple(entry.place for entry in kept.values()),
    )


def _say_again(earlier: Found, later: Found) -> str:
    place = earlier.place
    if earlier.release == later.release:
        return f"the same release as at {place}, kept once: nothing to do, or remove one of the two"
    return (
        f"release {later.release.id} stands at {place} with other words; this later one is taken "
        "as its newer version and replaces it: if they are two releases, tell their titles apart"
    )


def number_publisher(name: str) -> int:
    """A number of 63 bits for a publisher's name, by which an index knows it."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8]) >> 1


def _fold(text: str) -> str:
    plain = clean_line(text).replace(_JOINER, "").translate(_PLAIN_MARKS)
    folded = unicodedata.normalize("NFKC", plain).casefold()
    return " ".join(unicodedata.normalize("NFKC", folded).split())
