"""Releases cut into passages: whole sentences, as many as the encoder reads without cutting.

What is encoded is a passage with its release's title and date in front, since a passage from
the middle of a release seldom names its subject; what is shown is the passage alone.
"""

from collections.abc import Callable, Sequence
from datetime import date

from qa.language.day_names import write_day
from qa.language.sentences import Span, split_sentences
from qa.lazy_regex import lazy_regex
from qa.records import UNDATED, Passage, Release

CountTokens = Callable[[Sequence[str]], list[int]]
"""How many tokens each text is, in the encoder's own."""

_TITLE_SHARE = 3  # a title may take up to one part in three of what the encoder reads
_WORD = lazy_regex(r"\S+\s*")


def split_passages(
    release: Release, *, max_tokens: int, count_tokens: CountTokens
) -> list[Passage]:
    """The passages of a release, in order, covering every sentence of its body once.

    Each passage with its heading is at most `max_tokens` long. The sentences are shared out
    evenly, so that no passage is a lone tail. A sentence too long by itself is cut between
    words. A body without words gives no passages.
    """
    heading = fit_heading(release, max_tokens, count_tokens)
    budget = max_tokens - count_tokens([heading])[0]
    spans = split_sentences(release.body, release.language)
    tokens = count_tokens([release.body[span.start : span.end] for span in spans])
    sentences = [
        piece
        for span, length in zip(spans, tokens, strict=True)
        for piece in _fit_sentence(release.body, span, length, budget, count_tokens)
    ]
    return [
        Passage(
            id=f"{release.id}:{ordinal}",
            release_id=release.id,
            ordinal=ordinal,
            start=run[0].start,
            end=run[-1].end,
            text=release.body[run[0].start : run[-1].end],
        )
        for ordinal, run in enumerate(_share_out(sentences, budget))
    ]


def write_heading(title: str, published: date) -> str:
    r"""What stands in front of a passage when it is encoded; nothing when neither is known.

    >>> write_heading("ICT Exports Rise", date(2025, 12, 15))
    'ICT Exports Rise (15 December 2025)\n'
    """
    day = "" if published == UNDATED else f"({write_day(published)})"
    heading = " ".join(part for part in (title, day) if part)
    return f"{heading}\n" if heading else ""


def fit_heading(release: Release, max_tokens: int, count_tokens: CountTokens) -> str:
    """The heading of a release, its title cut between words where it would crowd out the text."""
    words = _WORD.findall(release.title)
    while True:
        heading = write_heading("".join(words).rstrip(), release.published)
        if not words or count_tokens([heading])[0] <= max_tokens // _TITLE_SHARE:
            return heading
        words = words[: len(words) * 3 // 4]


def _fit_sentence(
    body: str, span: Span, tokens: int, budget: int, count_tokens: CountTokens
) -> list[tuple[Span, int]]:
    """The sentence with its tokens; halved between words until each piece is in the budget."""
    words = list(_WORD.finditer(body, span.start, span.end))
    middle = words[len(words) // 2].start() if len(words) > 1 else (span.start + span.end) // 2
    if tokens <= budget or middle == span.start:
        return [(span, tokens)]
    left = Span(span.start, span.start + len(body[span.start : middle].rstrip()))
    right = Span(middle, span.end)
    halves = count_tokens([body[half.start : half.end] for half in (left, right)])
    return [
        piece
        for half, length in zip((left, right), halves, strict=True)
        for piece in _fit_sentence(body, half, length, budget, count_tokens)
    ]


def _share_out(sentences: list[tuple[Span, int]], budget: int) -> list[list[Span]]:
    """Runs of sentences within the budget, of about equal length."""
    total = sum(tokens for _, tokens in sentences)
    even_share = total / max(1, -(-total // budget))
    runs: list[list[Span]] = []
    held = 0
    for span, tokens in sentences:
        if not runs or held + tokens > budget or held + tokens / 2 > even_share:
            runs.append([])
            held = 0
        runs[-1].append(span)
        held += tokens
    return runs
