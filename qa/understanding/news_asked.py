"""What news a question asks for: whatever was published, or what is of a matter, and by whom.

Who is named in passing, or is what the news are about, is not whose they are. Only where news of a
body are asked for are those of others kept out of sight.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qa.language.abbreviations import write_out
from qa.language.bodies import Body, NamedBody, find_body
from qa.language.matters import Matter
from qa.language.sentences import Span
from qa.understanding.cutting import cut_out
from qa.understanding.whats_new import asks_whats_new, find_news_matter


@dataclass(frozen=True, slots=True)
class News:
    """Whether whatever was published is asked for, the matter that news are asked for of, and whose
    they are."""

    wants_all: bool
    matter: Matter | None
    by: NamedBody | None = None


@dataclass(frozen=True, slots=True)
class When:
    """What else a question asks for: whether it is limited to a time of publication or to the
    newest, and whether nothing keeps it from asking for all news, or for those of a matter."""

    published: bool
    latest: bool
    given: bool
    may_want_all: bool
    may_want_matter: bool


def find_news(text: str, cuts: Iterable[Span], when: When, bodies: Sequence[Body]) -> News:
    """The news that a question asks for, of which `cuts` are the words that say when and those of
    courtesy; by one of `bodies` if it names it and asks for news without that name."""
    cuts = list(cuts)
    named = find_body(text, bodies)
    if named is not None:
        news = _find(text, [*cuts, Span(named.span.start, named.end)], when)
        if news.wants_all or news.matter is not None:
            return replace(news, by=named)
    return _find(text, cuts, when)


def _find(text: str, cuts: Sequence[Span], when: When) -> News:
    plain = write_out(cut_out(text, cuts))
    limited = when.published or when.latest or when.given
    return News(
        wants_all=when.may_want_all and asks_whats_new(text, plain, limited=limited),
        matter=find_news_matter(text, plain, limited=when.published, latest=when.latest)
        if when.may_want_matter
        else None,
    )
