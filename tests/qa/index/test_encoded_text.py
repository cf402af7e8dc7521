"""What the encoder is given of a passage, in a language that it knows and in one it does not."""

from datetime import date

import pytest

from embeddings.encoder import Encoder
from qa.index.encoded_text import PassageWriter
from qa.language.glossary import digest_glossary
from qa.records import Release

ENGLISH = Release("e", "Exports Rise", date(2025, 12, 15), "Exports rose. Imports fell.", "MOTIR")
KOREAN = Release(
    "k",
    "11월 수출 증가",
    date(2025, 12, 15),
    "수출은 255억 달러를 기록했다. 수입은 감소했다.",
    "산업통상부",
    language="ko",
)


def test_passage_is_written_with_title_and_day_in_front(encoder: Encoder) -> None:
    writer = PassageWriter(encoder, ["en"])
    written = writer.write(ENGLISH, ENGLISH.body)
    assert written == "Exports Rise (15 December 2025)\nExports rose. Imports fell."


def test_korean_is_rendered_for_an_encoder_that_does_not_know_it(encoder: Encoder) -> None:
    written = PassageWriter(encoder, ["en"]).write(KOREAN, KOREAN.body)
    assert written.isascii()
    assert "USD 25.5 billion" in written
    assert "November exports" in written


@pytest.mark.parametrize("languages", [None, ["en", "ko"]])
def test_korean_stays_korean_for_one_that_does(
    encoder: Encoder, languages: list[str] | None
) -> None:
    assert KOREAN.body in PassageWriter(encoder, languages).write(KOREAN, KOREAN.body)


def test_tokens_of_a_rendering_stand_for_their_sentence(encoder: Encoder) -> None:
    tokens = PassageWriter(encoder, ["en"]).find_tokens(KOREAN, KOREAN.body)
    spans = {(int(start), int(end)) for start, end in tokens if start >= 0}
    first = KOREAN.body.index(".") + 1
    assert spans == {(0, first), (first + 1, len(KOREAN.body))}


def test_each_token_of_english_stands_where_it_is(encoder: Encoder) -> None:
    tokens = PassageWriter(encoder, ["en"]).find_tokens(ENGLISH, ENGLISH.body)
    words = [ENGLISH.body[start:end] for start, end in tokens if start >= 0 and end > start]
    assert words[:3] == ["Exports", "rose", "."]


def test_passages_of_a_korean_release_fit_what_is_encoded(encoder: Encoder) -> None:
    body = KOREAN.body * 60
    release = Release("k", KOREAN.title, KOREAN.published, body, "산업통상부", language="ko")
    writer = PassageWriter(encoder, ["en"])
    passages = writer.split(release)
    assert len(passages) > 1
    counts = encoder.count_tokens([writer.write(release, each.text) for each in passages])
    assert max(counts) <= encoder.max_tokens


def test_rules_tell_a_rendering_encoder_from_one_that_needs_none(encoder: Encoder) -> None:
    rules = {PassageWriter(encoder, known).rules for known in (None, ["en"], ["en", "ko"])}
    assert len(rules) == 2


@pytest.mark.parametrize("known", [["en"], ["en", "ko"], None])
def test_rules_name_the_glossary_by_which_korean_is_written_and_taken_apart(
    encoder: Encoder, known: list[str] | None
) -> None:
    assert digest_glossary() in PassageWriter(encoder, known).rules
