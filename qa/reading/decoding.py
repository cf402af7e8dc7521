"""Bytes into text: files, and web pages with what is said of their encoding.

Bytes that are UTF-8 throughout are UTF-8, whatever is said of them: no other text looks so. What
a page says of itself counts next, in the order of the WHATWG Encoding standard
(https://encoding.spec.whatwg.org): byte order mark, HTTP header, <meta>.
"""

import codecs

from qa.errors import SourceError
from qa.lazy_regex import lazy_regex

_PAIR = lazy_regex(rb"[\x81-\xfe][\x41-\xfe]")
_COMMON_PAIR = lazy_regex(rb"[\xa1-\xfe][\xa1-\xfe]")
_MIN_COMMON = 0.9  # share of the pairs of real Korean text that lie in KS X 1001
_MAX_BROKEN = 0.001  # share of characters that may be unreadable in a page
_META = lazy_regex(rb"""(?i)<meta[^>]{1,500}?charset\s*=\s*["']?\s*([\w:.-]{1,40})""")
_META_WIDTH = 4096  # bytes of a page in which its <meta> is looked for; the standard says 1024
_HEADER = lazy_regex(r"""(?i)charset\s*=\s*["']?\s*([\w:.-]{1,40})""")
_XML = lazy_regex(rb"""<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w:.-]{1,40})""")
_KOREAN = frozenset(
    "euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ks_c_5601 cseuckr iso-ir-149 korean"
    " windows-949 cp949 uhc ms949".split()
)
# Labels that browsers take as windows-1252, and servers send for anything.
_WESTERN = frozenset("iso-8859-1 iso8859-1 latin1 l1 ascii us-ascii windows-1252 cp1252".split())
# What else browsers know, less UTF-16, which a page cannot rightly name.
_OTHER = lazy_regex(
    r"utf-?8|gbk|gb2312|gb18030|big5|big5-hkscs|euc-jp|shift[-_]jis|iso-2022-jp|iso-8859-\d{1,2}"
    r"|windows-125\d|windows-874|koi8-[ru]"
)


def decode_text(data: bytes) -> str:
    r"""UTF-8 with or without a byte order mark, UTF-16 with one, or else Korean cp949.

    Nearly any bytes can be read as cp949, so those that make mostly syllables outside KS X 1001,
    rare in real Korean, are refused: they are curly quotes of another 8-bit encoding. Raises
    SourceError.

    >>> decode_text("등록일".encode("cp949"))
    '등록일'
    """
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        fault = error
    if not is_utf_16 and (text := _decode_korean(data)) is not None:
        return text
    raise SourceError(
        "expected UTF-8, UTF-16 with a byte order mark or Korean cp949, found bytes that are none "
        f"of them (the first at {fault.start}); save it as UTF-8"
    ) from fault


def decode_page(data: bytes, content_type: str | None = None) -> str:
    """A web page's text, by its bytes, the HTTP header `content_type` and its own <meta>.

    A page that is said to be Western, as servers say of any, is read as Korean when it looks so.
    One with a few broken bytes is read with U+FFFD in their place. Raises SourceError when no
    encoding fits.

    >>> decode_page("<p>수출 증가</p>".encode("euc-kr"), "text/html; charset=ISO-8859-1")
    '<p>수출 증가</p>'
    """
    try:
        return decode_text(data)
    except SourceError as error:
        fault = error
    named = list(_find_names(data, content_type))
    for encoding in named:
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    for encoding in dict.fromkeys([*named, "utf-8"]):
        try:
            text = data.decode(encoding, "replace")
        except LookupError:
            continue
        if text.count("\ufffd") <= _MAX_BROKEN * len(text):
            return text
    said = ", ".join(named) or "none"
    raise SourceError(
        f"expected a page in the encoding it names ({said}), in UTF-8 or in Korean cp949, found "
        "bytes that are none of them; save it as UTF-8"
    ) from fault


def _find_names(data: bytes, content_type: str | None) -> list[str]:
    """Python's names for the encodings that the header and the page name."""
    start = data[:_META_WIDTH]
    found = [_HEADER.search(content_type or "")]
    names = [match[1] for match in found if match]
    names += [match[1].decode("ascii") for form in (_META, _XML) if (match := form.search(start))]
    return [known for name in names if (known := _python_name(name.lower()))]


def _python_name(label: str) -> str | None:
    if label in _KOREAN:
        return "cp949"
    if label in _WESTERN:
        return "cp1252"
    return label if _OTHER.fullmatch(label) else None


def _decode_korean(data: bytes) -> str | None:
    pairs = _PAIR.findall(data)
    common = sum(_COMMON_PAIR.fullmatch(pair) is not None for pair in pairs)
    if common < _MIN_COMMON * len(pairs):
        return None
    try:
        return data.decode("cp949")
    except UnicodeDecodeError:
        return None
