"""Releases from the web: one address, or a site's listing page by page and the articles it names.

A listing is asked for each time; an article that is kept is taken as it was for a week. A reading
of a site that was stopped goes on from where it stopped. Once the listing has been read to its
end with all its articles, and the library has taken them in, a reading ends at the first page that
names nothing new, and gives what it has seen by then: what it leaves out is not gone. After one
that was stopped, or that could not get an article, the next goes to the end again. How pages are
got is `qa.reading.fetching`; what is on them is for the parsers.
"""

from collections.abc import Generator, Iterator

from qa.errors import FetchError, SourceError
from qa.reading.addresses import normalise
from qa.reading.decoding import decode_page
from qa.reading.fetching import Fetcher
from qa.reading.forms import Content, form_of_answer, scan
from qa.reading.http_client import NoSuchPage, PassingFailure
from qa.reading.identity import Found
from qa.reading.listing_pages import Links, find_attributes, find_links
from qa.reading.origins import UNSAID
from qa.reading.page_cache import Page
from qa.reading.sites import Site
from qa.reading.webpages import scan_page
from qa.records import Problem

_ARTICLE_AGE_S = 7 * 86_400.0
_MAX_FAILURES = 3  # in a row, of the kind that may pass: then the host is left alone


def read_address(url: str, fetcher: Fetcher) -> Iterator[Found | Problem]:
    """The releases at one address, in any form. Raises SourceError when nothing can be read."""
    page = fetcher.fetch(url)
    content = Content(url, page.data, page.url, page.content_type)
    yield from scan(form_of_answer(content), content, UNSAID)


def read_site(site: Site, name: str, fetcher: Fetcher) -> Generator[Found | Problem, None, bool]:
    """The releases of a site, in the order of its listing; returns whether nothing is wanting.

    `name` is what the site is called in problems. A page or article that cannot be got is a
    problem; after three failures in a row the rest is left for another time, and is one too.
    Whoever keeps what was read of a site of which nothing is wanting calls `PageCache.finish`.
    """
    was_finished = fetcher.cache is not None and fetcher.cache.is_finished(site.url)
    is_whole = True
    seen: set[str] = set()
    failures = 0
    url: str | None = site.page_url(site.first_page)
    for count in range(site.pages):
        if url is None:
            break
        try:
            page = fetcher.fetch(url)
            links = _find_links(site, page)
        except SourceError as error:
            if count and isinstance(error, NoSuchPage):  # as sites answer past their last page
                break
            yield Problem(name, 1, _say_page(site, count, error))
            return False
        articles = [each for each in links.articles if each not in seen]
        if not links.articles and count == 0:
            yield Problem(name, 1, _say_no_links(site, page))
            return False
        if not articles:
            break
        seen.update(articles)
        is_known = fetcher.cache is not None and all(map(fetcher.cache.holds, articles))
        if fetcher.cache is not None and not is_known:
            # A reading that is killed from here on leaves a gap before pages that are known.
            fetcher.cache.unfinish(site.url)
        for article in articles:
            try:
                yield from _read_article(site, article, fetcher)
                failures = 0
            except FetchError as error:
                yield Problem(article, 1, str(error))
                is_whole = False
                failures = failures + 1 if isinstance(error, PassingFailure) else 0
            if failures == _MAX_FAILURES:
                yield Problem(name, 1, _say_stopped(failures))
                return False
        if is_known and was_finished:
            break
        url = _next_page(site, count, links)
    return is_whole


def _read_article(site: Site, url: str, fetcher: Fetcher) -> Iterator[Found | Problem]:
    page = fetcher.fetch(url, max_age_s=_ARTICLE_AGE_S)
    try:
        html = decode_page(page.data, page.content_type)
    except SourceError as error:
        yield Problem(url, 1, str(error))
        return
    yield from scan_page(html, url, site.origin, site.selectors, url=url)


def _find_links(site: Site, page: Page) -> Links:
    """The articles that a page of the listing names, each by its normalised address."""
    html = decode_page(page.data, page.content_type)
    links = find_links(html, page.url, site.link, site.following)
    found: Iterator[str | None] = iter(links.articles)
    if site.article is not None:
        found = map(site.article_url, find_attributes(html, site.link))
    articles: dict[str, None] = {}
    for address in found:
        try:
            articles.update({normalise(address): None} if address else {})
        except FetchError:  # what no one can fetch names no article
            continue
    return Links(tuple(articles), links.following)


def _next_page(site: Site, count: int, links: Links) -> str | None:
    if site.following is not None:
        return links.following
    return site.page_url(site.first_page + count + 1) if site.is_paged else None


def _say_page(site: Site, count: int, error: SourceError) -> str:
    kept = "; what was read before is kept" if count else ""
    return f"page {site.first_page + count} of the listing cannot be read{kept}: {error}"


def _say_no_links(site: Site, page: Page) -> str:
    return (
        f'expected links by the selector "{site.link}" on {page.url}, found none; correct '
        "select.link (a page that a script fills has none)"
    )


def _say_stopped(failures: int) -> str:
    return (
        f"expected articles, found that the last {failures} could not be got; the reading stops "
        "here: run it again later, and it goes on from here"
    )
