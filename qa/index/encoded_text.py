"""What the encoder is given of a passage, and what is found out of it for the ranking.

A passage is encoded with its release's title and date in front. In a language that the encoder does
not know its words mean nothing to it: Korean is then rendered in English sentence by sentence
(`qa.language.glossary`), as Korean questions are, so that the two meet. What is shown is always the
passage itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from embeddings.encoder import Encoder
from qa.index.analysis import Analysis, analyse, unpack
from qa.index.passages import fit_heading, split_passages
from qa.language.glossary import digest_glossary, render
from qa.language.korean import name_analysis
from qa.language.sentences import Span, split_sentences
from qa.records import Passage, Release, StoredPassage

# Raised whenever passages are cut, written or taken apart otherwise: by other sentences, terms or
# periods too.
_RULES = 5


def are_current(rules: str | None) -> bool:
    """Whether passages cut, written and taken apart by these rules are as this version of the
    program has them; None: by those of a version that named none."""
    return rules in (_name_rules(renders=False), _name_rules(renders=True))


def _name_rules(*, renders: bool) -> str:
    # Korean words have their English ones among their terms, whatever the encoder knows.
    rules = f"{_RULES} {name_analysis()} {digest_glossary()}"
    return f"{rules} Korean rendered" if renders else rules


@dataclass(frozen=True, slots=True)
class _Written:
    """A text for the encoder: `heading` characters, then parts, each with what it stands for."""

    text: str
    heading: int
    parts: tuple[tuple[Span, Span], ...]


class PassageWriter:
    """Writes passages for one encoder, which knows `languages` (None: all that there are)."""

    def __init__(self, encoder: Encoder, languages: Sequence[str] | None) -> None:
        self._encoder = encoder
        self._languages = languages

    @property
    def rules(self) -> str:
        """What tells this way of cutting, writing and analysing passages from any other."""
        return _name_rules(renders=not self._knows("ko"))

    def split(self, release: Release) -> list[Passage]:
        """The passages of a release, each as much as the encoder reads."""
        limit = self._encoder.max_tokens
        if not self._renders(release):
            count = self._encoder.count_tokens
            return split_passages(release, max_tokens=limit, count_tokens=count)
        return split_passages(release, max_tokens=limit, count_tokens=self._count_rendered)

    def write(self, release: Release, text: str) -> str:
        """What is encoded of the passage `text` of a release."""
        return self._write(release, text).text

    def analyse(self, release: Release, text: str) -> Analysis:
        """The passage `text` of a release taken apart."""
        return analyse(release, text, self.find_tokens(release, text))

    def read_analysis(self, stored: StoredPassage) -> Analysis:
        """What was found out of a passage when it was indexed; found out anew where that was by
        other rules, or has come to harm."""
        held = None if stored.analysis is None else unpack(stored.analysis, self.rules)
        return held or self.analyse(stored.release, stored.passage.text)

    def find_tokens(self, release: Release, text: str) -> npt.NDArray[np.int64]:
        """Where each token of what is encoded stands in `text`: (tokens, 2).

        What stands before 0 is the heading's. Tokens of a rendering stand for their sentence.
        """
        written = self._write(release, text)
        tokens = self._encoder.find_tokens(written.text) - written.heading
        placed = tokens.copy()
        for part, sentence in written.parts:
            inside = (tokens[:, 0] >= part.start) & (tokens[:, 1] <= part.end)
            placed[inside] = (sentence.start, sentence.end)
        return placed

    def _renders(self, release: Release) -> bool:
        return release.language == "ko" and not self._knows("ko")

    def _knows(self, language: str) -> bool:
        return self._languages is None or language in self._languages

    def _count_rendered(self, texts: Sequence[str]) -> list[int]:
        return self._encoder.count_tokens([render(text) for text in texts])

    def _write(self, release: Release, text: str) -> _Written:
        limit, count = self._encoder.max_tokens, self._encoder.count_tokens
        if not self._renders(release):
            heading = fit_heading(release, limit, count)
            return _Written(heading + text, len(heading), ())
        heading = fit_heading(replace(release, title=render(release.title)), limit, count)
        words, parts = "", []
        for sentence in split_sentences(text, release.language):
            rendered = render(text[sentence.start : sentence.end])
            start = len(words) + bool(words)
            words = f"{words} {rendered}".strip()
            parts.append((Span(start, len(words)), sentence))
        return _Written(heading + words, len(heading), tuple(parts))
