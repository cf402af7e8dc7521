"""BM25 over passages and over the releases they come from: a tantivy index.

A passage is indexed with its title twice over: by its own words, and by those of its whole
release. The two scores answer different questions (does this passage say it; is this release
about it) and the ranking weighs them; together they find candidates.

Terms are analysed by `qa.language.terms` before they get here, on both sides, and joined by spaces
for tantivy's white-space tokenizer; queries are built from terms, never from tantivy's query
language, so nothing in a question is syntax. BM25 is tantivy's (k1 = 1.2, b = 0.75, Robertson and
Zaragoza 2009, https://doi.org/10.1561/1500000019).
"""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
import tantivy

from qa.errors import IndexUnwritable
from qa.index.lexical_files import (
    find_beside_removed,
    find_impure,
    open_to_read,
    open_to_write,
    translated,
)
from qa.reading.identity import number_publisher
from qa.records import EVERYTHING, Scope

_ANALYZER = "terms"
_WRITER_HEAP = 64_000_000

Keys = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


class Field(Enum):
    """What a score is about: the passage (with its title) or its whole release."""

    PASSAGE = "passage"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class LexicalEntry:
    """One passage as the index takes it: its key, and terms of passage and release; the day and the
    publisher of that."""

    key: int
    published: date
    publisher: str
    passage: Sequence[str]
    release: Sequence[str]


class LexicalIndex:
    """A tantivy index, opened for reading. Safe for concurrent searches.

    Every search raises IndexDamaged when tantivy cannot read the files, which it maps into memory.
    """

    def __init__(self, index: tantivy.Index, folder: Path) -> None:
        self._folder = folder
        self._index = index
        self._schema = index.schema
        self._searcher = index.searcher()

    @staticmethod
    def build(folder: Path, entries: Iterable[LexicalEntry]) -> None:
        """Make an index in the empty `folder` that holds `entries`.

        Raises IndexUnwritable when tantivy cannot write it.
        """
        with translated(folder, "written", IndexUnwritable):
            index = tantivy.Index(_schema(), path=str(folder))
        _change(index, folder, entries, ())

    @staticmethod
    def extend(folder: Path, entries: Iterable[LexicalEntry], removed: Iterable[int]) -> None:
        """Have the index in `folder` hold `entries` besides, and not the keys `removed`.

        Files that were there are left as they are or deleted, never written to. Words of removed
        passages count in the weights of terms until their file is merged. Raises IndexDamaged
        when tantivy cannot open it, IndexUnwritable when it cannot write.
        """
        _change(open_to_write(folder), folder, entries, removed)

    @staticmethod
    def purge(folder: Path, read: Callable[[Collection[int]], Iterable[LexicalEntry]]) -> bool:
        """Have no word of removed passages left in the files of the index in `folder`.

        The passages of each file that has some go, and those of them that remain are put into new
        ones: `read` is given their keys, and those of the removed. Whether it is done; where it is
        not the index is better built anew. Raises as `extend`.
        """
        index = open_to_write(folder)
        keys = find_beside_removed(index, folder)
        if keys:
            _change(index, folder, read(keys), keys)
        return not find_impure(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index in `folder`. Raises IndexDamaged when tantivy cannot open it, and SettingsError
        when it takes a temporary folder to open it and there is none."""
        index = open_to_write(folder) if os.access(folder, os.W_OK) else open_to_read(folder)
        _register(index)
        return cls(index, folder)

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def search(
        self, terms: Sequence[str], k: int, *, scope: Scope = EVERYTHING
    ) -> tuple[Keys, Scores]:
        """The `k` keys that score best in both fields together, best first, with that score.

        Fewer come back when fewer match in scope."""
        if not terms:
            return np.empty(0, np.int64), np.empty(0, np.float32)
        matching = self._match(terms, *Field)
        if scope.published != EVERYTHING.published:
            days = tantivy.Query.range_query(
                self._schema,
                "day",
                tantivy.FieldType.Unsigned,
                lower_bound=scope.published.first.toordinal(),
                upper_bound=scope.published.last.toordinal(),
            )
            matching = _restrict(matching, days)
        if scope.publisher is not None:
            numbers = map(number_publisher, scope.publishers)
            own = [
                tantivy.Query.term_query(self._schema, "publisher", number, "basic")
                for number in numbers
            ]
            any_of = [(tantivy.Occur.Should, each) for each in own]
            matching = _restrict(matching, tantivy.Query.boolean_query(any_of))
        return self._run(matching, k)

    def score(self, terms: Sequence[str], keys: Keys, field: Field) -> Scores:
        """The BM25 of each of `keys` in `field`, in their order; 0 where no term matches."""
        scores = np.zeros(len(keys), np.float32)
        if not terms or not len(keys):
            return scores
        # Clause by clause: for a set of terms tantivy walks its whole dictionary of keys.
        among = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "key", key, "basic"))
                for key in keys.tolist()
            ]
        )
        found, values = self._run(_restrict(self._match(terms, field), among), len(keys))
        in_order = np.argsort(keys)
        scores[in_order[np.searchsorted(keys, found, sorter=in_order)]] = values
        return scores

    def count(self, term: str) -> int:
        """How many passages hold `term`, in their text or title."""
        with translated(self._folder, "read"):
            return int(self._searcher.doc_freq(Field.PASSAGE.value, term))

    def _match(self, terms: Sequence[str], *fields: Field) -> tantivy.Query:
        clauses = [
            (
                tantivy.Occur.Should,
                tantivy.Query.term_query(self._schema, field.value, term, "freq"),
            )
            for term in terms
            for field in fields
        ]
        return tantivy.Query.boolean_query(clauses)

    def _run(self, query: tantivy.Query, k: int) -> tuple[Keys, Scores]:
        with translated(self._folder, "read"):
            hits = self._searcher.search(query, limit=max(k, 1), count=False).hits[:k]
            keys = self._searcher.fast_field_values("key", [address for _, address in hits])
        return np.array(keys, np.int64), np.array([score for score, _ in hits], np.float32)


def _change(
    index: tantivy.Index, folder: Path, entries: Iterable[LexicalEntry], removed: Iterable[int]
) -> None:
    _register(index)
    gone = list(removed)
    with translated(folder, "written", IndexUnwritable):
        writer = index.writer(_WRITER_HEAP, num_threads=1)
        if gone:
            # By a query: deletion by a term finds nothing in unsigned fields, and says nothing.
            held = tantivy.Query.term_set_query(index.schema, "key", gone)
            writer.delete_documents_by_query(held)
    # What is wrong with the entries as they are read is none of tantivy's errors.
    for entry in entries:
        document = tantivy.Document()
        # Python ints given by keyword panic tantivy's writer on unsigned fields.
        document.add_unsigned("key", entry.key)
        document.add_unsigned("day", entry.published.toordinal())
        document.add_unsigned("publisher", number_publisher(entry.publisher))
        document.add_text(Field.PASSAGE.value, " ".join(entry.passage))
        document.add_text(Field.RELEASE.value, " ".join(entry.release))
        with translated(folder, "written", IndexUnwritable):
            writer.add_document(document)
    with translated(folder, "written", IndexUnwritable):
        writer.commit()
        index.reload()  # what is read from is not collected
        writer.garbage_collect_files()
        writer.wait_merging_threads()


def _restrict(matching: tantivy.Query, condition: tantivy.Query) -> tantivy.Query:
    """Those that match and meet the condition, scored by the match alone."""
    free = tantivy.Query.const_score_query(condition, 0.0)
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, matching), (tantivy.Occur.Must, free)])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_unsigned_field("day", indexed=True, fast=True)
    builder.add_unsigned_field("publisher", indexed=True)
    for field in Field:
        builder.add_text_field(field.value, tokenizer_name=_ANALYZER, index_option="freq")
    return builder.build()


def _register(index: tantivy.Index) -> None:
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_ANALYZER, analyzer)
