"""Passages as the real encoder's tokens limit them, and what must hold for any release."""

import doctest
import re
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.encoder import Encoder
from qa.index import passages as passages_module
from qa.index.passages import fit_heading, split_passages, write_heading
from qa.language.sentences import split_sentences
from qa.records import UNDATED, Passage, Release

DAY = date(2025, 12, 15)

words = st.sampled_from(
    "Exports rose. fell! Imports (U.S.) 25.5 △3.7% △ 수출이 증가했다. “So.” No. 3 🚀 뷁".split()
)
bodies = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(words, st.sampled_from(["\n", "\n\n"])), max_size=80).map(" ".join),
)


def make_release(body: str, title: str = "Exports Rise", language: str = "en") -> Release:
    return Release("r1", title, DAY, body, "Ministry", language=language)


def count_words(texts: Sequence[str]) -> list[int]:
    """One token for every character that is not white space, however written."""
    return [len("".join(text.split())) for text in texts]


def check_cover(release: Release, passages: Sequence[Passage]) -> None:
    """Passages stand in the body in order and hold every character that is not white space."""
    place = 0
    for ordinal, passage in enumerate(passages):
        assert passage.ordinal == ordinal
        assert passage.release_id == release.id
        assert passage.id == f"{release.id}:{ordinal}"
        assert place <= passage.start < passage.end <= len(release.body)
        assert release.body[passage.start : passage.end] == passage.text
        assert not release.body[place : passage.start].strip()
        place = passage.end
    assert not release.body[place:].strip()


def split(release: Release, encoder: Encoder) -> list[Passage]:
    return split_passages(release, max_tokens=encoder.max_tokens, count_tokens=encoder.count_tokens)


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(passages_module).failed == 0


def test_seeds_are_covered_and_nothing_encoded_is_cut(
    encoder: Encoder, seed_releases: tuple[Release, ...]
) -> None:
    for release in seed_releases:
        passages = split(release, encoder)
        check_cover(release, passages)
        heading = fit_heading(release, encoder.max_tokens, encoder.count_tokens)
        assert heading.startswith(release.title)
        lengths = encoder.count_tokens([heading + passage.text for passage in passages])
        assert max(lengths) <= 254


def test_every_sentence_lies_in_one_passage(
    encoder: Encoder, seed_releases: tuple[Release, ...]
) -> None:
    for release in seed_releases:
        passages = split(release, encoder)
        for sentence in split_sentences(release.body, release.language):
            holders = [
                passage
                for passage in passages
                if passage.start <= sentence.start and sentence.end <= passage.end
            ]
            assert len(holders) == 1


def test_sentences_are_shared_out_evenly() -> None:
    # 12 sentences of 10 characters, 50 to a passage at most: three passages of four.
    body = " ".join(["Abcdefghi."] * 12)
    heading = len("ExportsRise(15December2025)")
    found = split_passages(make_release(body), max_tokens=heading + 50, count_tokens=count_words)
    assert [passage.text.count(".") for passage in found] == [4, 4, 4]


def test_short_release_is_one_passage(encoder: Encoder) -> None:
    release = make_release("  Exports rose.\n\nImports fell. ")
    [passage] = split(release, encoder)
    assert passage.text == "Exports rose.\n\nImports fell."
    assert (passage.start, passage.end) == (2, 30)


@pytest.mark.parametrize("body", ["", " ", "\n\n\u3000"])
def test_body_without_words_gives_no_passages(encoder: Encoder, body: str) -> None:
    assert split(make_release(body), encoder) == []


def test_sentence_longer_than_the_limit_is_cut_between_words(encoder: Encoder) -> None:
    words = [f"word{number}" for number in range(600)]
    release = make_release(" ".join(words) + ".")
    passages = split(release, encoder)
    check_cover(release, passages)
    assert [word.rstrip(".") for passage in passages for word in passage.text.split()] == words
    heading = fit_heading(release, encoder.max_tokens, encoder.count_tokens)
    assert max(encoder.count_tokens([heading + passage.text for passage in passages])) <= 254


def test_text_without_spaces_is_cut_where_it_must_be(encoder: Encoder) -> None:
    for body in ("🚀" * 700, "1" * 3000, "가나다라" * 300):
        release = make_release(body)
        passages = split(release, encoder)
        check_cover(release, passages)
        heading = fit_heading(release, encoder.max_tokens, encoder.count_tokens)
        assert max(encoder.count_tokens([heading + passage.text for passage in passages])) <= 254


@pytest.mark.parametrize(
    "title", ["Exports " * 400, "x" * 5000, "🚀" * 900, "수출 증가 " * 300, ""]
)
def test_very_long_title_leaves_room_for_the_text(encoder: Encoder, title: str) -> None:
    release = make_release("Exports rose. " * 100, title=title)
    heading = fit_heading(release, encoder.max_tokens, encoder.count_tokens)
    assert encoder.count_tokens([heading])[0] <= 254 // 3
    assert heading.endswith("(15 December 2025)\n")
    passages = split(release, encoder)
    check_cover(release, passages)
    assert max(encoder.count_tokens([heading + passage.text for passage in passages])) <= 254


def test_long_title_is_cut_between_words(encoder: Encoder) -> None:
    title = " ".join(f"title{number}" for number in range(200))
    heading = fit_heading(make_release("x", title=title), 254, encoder.count_tokens)
    kept = re.sub(r" \(15 December 2025\)\n$", "", heading)
    assert title.startswith(kept + " ")


def test_heading_of_an_undated_text_has_no_date() -> None:
    assert write_heading("Title", UNDATED) == "Title\n"
    assert write_heading("", UNDATED) == ""
    assert write_heading("", DAY) == "(15 December 2025)\n"


@given(body=bodies, title=st.text(max_size=80), max_tokens=st.integers(60, 160))
def test_any_release_is_covered_within_the_limit(body: str, title: str, max_tokens: int) -> None:
    release = make_release(body, title)
    passages = split_passages(release, max_tokens=max_tokens, count_tokens=count_words)
    check_cover(release, passages)
    assert bool(passages) == bool(body.strip())
    heading = fit_heading(release, max_tokens, count_words)
    for passage in passages:
        assert count_words([heading + passage.text])[0] <= max_tokens


@given(body=bodies)
def test_any_release_fits_the_real_encoder(encoder: Encoder, body: str) -> None:
    release = make_release(body * 4, language="ko")
    passages = split(release, encoder)
    check_cover(release, passages)
    heading = fit_heading(release, encoder.max_tokens, encoder.count_tokens)
    lengths = encoder.count_tokens([heading + passage.text for passage in passages])
    assert max(lengths, default=0) <= 254
