"""Addresses on the web, in the one form in which they are asked for and kept.

Form and joining follow RFC 3986 (https://www.rfc-editor.org/rfc/rfc3986).
"""

from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from qa.errors import FetchError


def normalise(url: str) -> str:
    """An address as it goes on the wire: ASCII, no fragment. Raises FetchError when it is none.

    >>> normalise("HTTPS://Example.org/보도?q=1#top")
    'https://example.org/%EB%B3%B4%EB%8F%84?q=1'
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
        name = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise FetchError(f"expected an address on the web, found {url!r}; correct it") from error
    scheme = parts.scheme.lower()
    if scheme not in ("http", "https") or not name or "@" in parts.netloc:
        raise FetchError(
            f"expected an http or https address without a user's name, found {url!r}; correct it"
        )
    shown = f"[{name}]" if ":" in name else name
    is_usual = port in (None, 443 if scheme == "https" else 80)
    netloc = shown if is_usual else f"{shown}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~?")
    return urlunsplit((scheme, netloc, path, query, ""))


def follow(here: str, target: str | None) -> str:
    """Where a redirect from `here` to `target` leads. Raises FetchError when that is nowhere.

    >>> follow("https://example.org/a/b", "../c")
    'https://example.org/c'
    """
    if not target:
        raise FetchError(
            f"expected an address to go to from {here}, found a redirect to nowhere; correct it"
        )
    try:
        joined = urljoin(here, target)
    except ValueError:
        joined = target
    return normalise(joined)
