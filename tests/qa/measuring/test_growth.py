"""What a change costs is measured on a real library, with vectors that are drawn."""

from datetime import date
from pathlib import Path

import numpy as np

from embeddings.encoder import Encoder
from qa.measuring.growth import DrawnEncoder, Growth, format_growth, measure_growth
from qa.records import Release
from qa.settings import Settings

RELEASES = [
    Release(f"r{n}", f"Title {n}", date(2025, 1, n), f"Words of release {n}.", "M")
    for n in range(1, 4)
]


def test_drawn_vectors_are_those_of_an_encoder(encoder: Encoder) -> None:
    drawn = DrawnEncoder(encoder)
    encoded = drawn.encode_passages(["one", "two", "one"])
    assert encoded.vectors.shape == (3, encoder.dimension)
    np.testing.assert_allclose(np.linalg.norm(encoded.vectors, axis=1), 1, atol=1e-6)
    assert np.array_equal(encoded.vectors[0], encoded.vectors[2])
    assert not np.array_equal(encoded.vectors[0], encoded.vectors[1])
    asked = drawn.encode_question("one question")
    assert asked.vector.shape == (1, encoder.dimension)
    assert len(asked.tokens) == len(asked.spans)


def test_library_is_filled_and_grows(tmp_path: Path, encoder: Encoder) -> None:
    times = iter(range(100))
    asked = ["What are words?", "What is a title?", "What is a release?"]

    def grow(passages: int) -> Growth:
        settings, drawn = Settings(data=tmp_path), DrawnEncoder(encoder)
        return measure_growth(
            settings, drawn, RELEASES, passages, asked, arrivals=3, clock=lambda: next(times)
        )

    growth = grow(5)
    # 1,000 releases at a time, of a passage each.
    assert growth.passages == 1003
    assert (growth.written_s, growth.durable_s, growth.searchable_s, growth.opened_s) == (
        1,
        1,
        2,
        1,
    )
    assert growth.first_s == growth.again_s == (1, 1)
    assert "asked again: p50 1000 ms, p95 1000 ms" in format_growth(growth)
    assert growth.indexed_bytes > 1003 * 4 * encoder.dimension
    assert "1,003 passages" in format_growth(growth)
    # What was filled before is not filled again, and grows by other releases.
    assert [grow(5).passages, grow(5).passages] == [1006, 1009]
    assert grow(5).written_s is None
