"""Pages from the web, politely: as robots.txt allows, not too often, not twice.

Each host is asked at most so often, and what it says in robots.txt (RFC 9309,
https://www.rfc-editor.org/rfc/rfc9309), Crawl-delay and Retry-After is kept to. A page kept from
before is asked for with its ETag or Last-Modified, and costs nothing when it has not changed.
Failures that may pass are tried again, with a longer wait each time. Redirects are followed by
hand, each as if it had been asked for. Proxies are not used. The request itself is
`qa.reading.http_client`.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from protego import Protego

from qa.errors import FetchError
from qa.reading.addresses import follow, normalise
from qa.reading.http_client import AGENT, REDIRECTS, Answer, HttpClient, NoSuchPage, PassingFailure
from qa.reading.page_cache import Page, PageCache

Clock = Callable[[], float]

_ROBOTS_BYTES = 500 * 1024  # as much as has to be read
_ALLOW_ALL = Protego.parse("")


@dataclass(frozen=True, slots=True)
class Manners:
    """How often a host is asked, and how long is waited for one; times in seconds.

    A Crawl-delay is kept to up to `max_delay_s`. A host that asks by Retry-After to wait longer
    than `max_wait_s` is left alone.
    """

    between_s: float = 1.0
    attempts: int = 4
    backoff_s: float = 2.0
    max_wait_s: float = 120.0
    max_delay_s: float = 30.0
    max_redirects: int = 5


GOOD_MANNERS = Manners()


class Fetcher:
    """Fetches pages one after another. To be closed, or used with `with`.

    `cache` keeps pages between runs. `report` is told each address before it is asked for.
    `clock` counts seconds for the waits, `now` the seconds since 1970.
    """

    def __init__(
        self,
        client: HttpClient,
        cache: PageCache | None = None,
        *,
        manners: Manners = GOOD_MANNERS,
        report: Callable[[str], None] | None = None,
        clock: Clock = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        now: Clock = time.time,
    ) -> None:
        self.cache = cache
        self.now = now
        self._client = client
        self._manners = manners
        self._report = report
        self._clock = clock
        self._sleep = sleep
        self._robots: dict[str, Protego] = {}
        self._free_at: dict[str, float] = {}

    def __enter__(self) -> "Fetcher":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections, and the cache."""
        self._client.close()
        if self.cache is not None:
            self.cache.close()

    def fetch(self, url: str, *, max_age_s: float = 0) -> Page:
        """The page at an address, after redirects.

        One kept that is younger than `max_age_s` is taken without asking. Raises FetchError with
        what was expected and found when there is no page to be had.
        """
        url = normalise(url)
        kept = self._find_kept(url)
        if kept is not None and self.now() - kept.fetched_at < max_age_s:
            return kept
        if self._report is not None:
            self._report(url)
        here = url
        for _ in range(self._manners.max_redirects + 1):
            self._check_robots(here)
            answer = self._ask(here, conditions=self._make_conditions(here))
            if answer.status not in REDIRECTS:
                page = self._make_page(here, answer)
                if self.cache is not None:
                    for address in {url, here}:
                        self.cache.keep(address, page)
                return page
            here = follow(here, answer.headers.get("location"))
        raise FetchError(_say_redirects(url, self._manners.max_redirects))

    def _find_kept(self, url: str) -> Page | None:
        return self.cache.find(url) if self.cache is not None else None

    def _make_page(self, here: str, answer: Answer) -> Page:
        if answer.status == 304:
            kept = self._find_kept(here)
            if kept is None:
                raise FetchError(
                    f"expected a page at {here}, found only that it has not changed (304) since "
                    "one that was never got; try again later"
                )
            return replace(kept, fetched_at=self.now())
        headers = answer.headers
        return Page(
            url=here,
            data=answer.data,
            content_type=headers.get("content-type"),
            etag=headers.get("etag"),
            modified=headers.get("last-modified"),
            fetched_at=self.now(),
        )

    def _make_conditions(self, url: str) -> list[tuple[str, str]]:
        kept = self._find_kept(url)
        # One got by way of a redirect has the marks of another address.
        if kept is None or kept.url != url:
            return []
        marks = [("If-None-Match", kept.etag), ("If-Modified-Since", kept.modified)]
        return [(name, mark) for name, mark in marks if mark]

    def _check_robots(self, url: str) -> None:
        """Raises FetchError when the host does not want `url` to be read by programs."""
        origin = _origin_of(url)
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(f"{origin}/robots.txt")
        if not self._robots[origin].can_fetch(url, AGENT):
            raise FetchError(
                f"expected that programs may read {url}, found that {origin}/robots.txt does not "
                "allow it; ask the publisher, or save the page by hand"
            )

    def _read_robots(self, url: str) -> Protego:
        """What a host's robots.txt says; without one all is allowed.

        Raises FetchError when it cannot be got, for then nothing is.
        """
        here = url
        try:
            for _ in range(self._manners.max_redirects + 1):
                answer = self._ask(here, first_bytes=_ROBOTS_BYTES)
                if answer.status not in REDIRECTS:
                    return Protego.parse(answer.data.decode("utf-8", "replace"))
                here = follow(here, answer.headers.get("location"))
        except NoSuchPage:
            pass
        return _ALLOW_ALL

    def _ask(
        self,
        url: str,
        *,
        conditions: list[tuple[str, str]] | None = None,
        first_bytes: int | None = None,
    ) -> Answer:
        """The answer to one address, after as many attempts as it takes."""
        wait = self._manners.backoff_s
        for attempt in range(1, self._manners.attempts + 1):
            self._wait_for_turn(url)
            try:
                return self._client.get(url, conditions or (), first_bytes=first_bytes)
            except PassingFailure as error:
                asked = self._read_wait(error.retry_after)
                is_last = attempt == self._manners.attempts
                if is_last or (asked is not None and asked > self._manners.max_wait_s):
                    raise
            self._sleep(wait if asked is None else asked)
            wait *= 2
        raise ValueError(f"expected at least 1 attempt, found {self._manners.attempts}")

    def _read_wait(self, text: str | None) -> float | None:
        """Seconds to wait, from a Retry-After: a number of them, or a date."""
        if text is None:
            return None
        if text.strip().isdecimal():
            return float(text.strip()[:12])
        try:
            moment = parsedate_to_datetime(text)
        except (ValueError, OverflowError, TypeError, IndexError):
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (moment - datetime.fromtimestamp(self.now(), UTC)).total_seconds())

    def _wait_for_turn(self, url: str) -> None:
        origin = _origin_of(url)
        robots = self._robots.get(origin)
        delay = robots.crawl_delay(AGENT) if robots is not None else None
        between = max(self._manners.between_s, min(delay or 0, self._manners.max_delay_s))
        wait = self._free_at.get(origin, float("-inf")) - self._clock()
        if wait > 0:
            self._sleep(wait)
        self._free_at[origin] = self._clock() + between


def _origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def _say_redirects(url: str, most: int) -> str:
    return f"expected a page at {url}, found more than {most} redirects; correct the address"
