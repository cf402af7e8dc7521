"""Sentence boundaries against hand-split text, and what must hold for any text."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.language import sentences
from qa.language.sentences import Span, split_sentences
from qa.records import Release
from tests.timing import takes_less, time_least

PIECES = (
    "Exports rose. Imports fell! Why? U.S. No. 3 USD 25.5 billion Dr. Kim J.K. approx. est. “So.” "
    "(see p. 3) [Exports] △ △3.7% ▲ ○ ※ ... … : ; 수출이 증가했다. 반도체(+38.6%) 11.1 24일 "
    "\n \n\n \t \u00a0 \u3000 \u2028 \u0085 \x1c é e\u0301 🚀 ﬁ İ ।"
).split(" ")

any_text = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*PIECES, " ", "\n", "\n\n"]), max_size=25).map(" ".join),
    st.lists(st.sampled_from([*PIECES, " ", "\n", "\n\n"]), max_size=25).map("".join),
)


def split(text: str, language: str = "en") -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text, language)]


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(sentences).failed == 0


# Each sentence stands on a line of its own; the text is all of them with spaces between.
@pytest.mark.parametrize(
    "lines",
    [
        "Exports to the U.S. rose 24.3 percent.\nImports fell.",
        "Talks with the U.S. Department of Commerce went on.\nThey end in May.",
        "Measure No. 3 applies.\nNo. 4 does not.",
        "Exports came to USD 25.5 billion.\nThat is a record.",
        "Dr. Kim met Mr. Lee.\nMs. Park was there.",
        "Last week Ms. Hansen left.\nSo had Sgt. First Class Scott.",
        "“Mr. President, it rose.”\n“Dr. King’s statue stands.",
        '"Mr. President, it rose.\nThen it fell.',
        "J. K. Kim spoke first.\nThen came W. T. Wang.",
        "Minister J.K. Kim visited Beijing.\nHe came back on Friday.",
        "The share was approx. 38.6 percent.\nIt rises.",
        "Memory (est. 12 percent) led.\nDisplays followed.",
        "Did exports rise?\nYes!\nBy how much?",
        "It includes Samsung Electronics Co., Ltd. and others.\nAll agreed.",
        "The rate was 3.7% vs. 2.1% before.\nIt rose.",
        "Exports fell, e.g. those of steel.\nCars rose.",
        "Rates stood at 1.5 percent.\n2025 was better.",
        "The index rose to 25.5.\nImports fell.",
        "Exports rose in 2025.\n12 firms came.",
    ],
)
def test_english_is_split_as_by_hand(lines: str) -> None:
    assert split(lines.replace("\n", " ")) == lines.split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        "11월 수출은 254.5억 달러를 기록했다.\n전년 동월 대비 24.3% 증가했다.",
        "무역수지는 흑자를 기록하였습니다.\n수입은 감소했습니다.",
        "산업통상부는 12. 11.(목) 회의를 열었다.\n장관이 참석했다.",
    ],
)
def test_korean_is_split_as_by_hand(lines: str) -> None:
    assert split(lines.replace("\n", " "), "ko") == lines.split("\n")


def test_sentence_ends_in_may_but_not_within_a_date() -> None:
    text = "Exports rose in May. Imports fell on May. 5 of it. “It was May. It rose,” she said."
    assert [text[s.start : s.end] for s in split_sentences(text)] == [
        "Exports rose in May.",
        "Imports fell on May. 5 of it.",
        "“It was May. It rose,” she said.",
    ]


def test_sentences_within_quotation_marks_stay_together() -> None:
    text = "The Minister said, “Exports rose. We are glad.” He then left."
    assert split(text) == ["The Minister said, “Exports rose. We are glad.”", "He then left."]


def test_bullets_begin_sentences() -> None:
    text = "Results: △ exports rose △ imports fell ▲ prices held"
    assert split(text) == ["Results:", "△ exports rose", "△ imports fell", "▲ prices held"]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_text_behind_a_bullet_has_sentences_as_any_other(language: str) -> None:
    text = "□ 산업부는 11월 수출이 8.4% 늘었다고 밝혔다. 수입은 줄었다.\n ○ Up. Down."
    assert split(text, language) == [
        *("□ 산업부는 11월 수출이 8.4% 늘었다고 밝혔다.", "수입은 줄었다."),
        *("○ Up.", "Down."),
    ]


def test_triangle_that_means_minus_does_not_break_a_sentence() -> None:
    text = "반도체(38.6%)는 증가, 디스플레이(△3.7%)는 감소, 휴대폰은 △4.1% 감소했다."
    assert split(text, "ko") == [text]


def test_paragraphs_and_headings_break_sentences() -> None:
    text = "[Exports]\nExports rose\n\nImports by country\n\nImports fell."
    assert split(text) == ["[Exports]", "Exports rose", "Imports by country", "Imports fell."]


def test_heading_in_brackets_on_its_own_line_is_its_own_sentence() -> None:
    text = "Exports rose.\n[Exports by item]\nMemory led."
    assert split(text) == ["Exports rose.", "[Exports by item]", "Memory led."]


def test_line_wrapped_in_mid_sentence_is_one_sentence() -> None:
    text = "Exports of semiconductors\nrose by a third. Imports\n  fell."
    assert split(text) == ["Exports of semiconductors\nrose by a third.", "Imports\n  fell."]


def test_line_wrapped_behind_a_title_is_one_sentence() -> None:
    text = "Moved by Sen.\nTalent. So said Rep.\nEarl Pomeroy.\nHe left for the U.S.\nIt rains."
    assert split(text) == [
        "Moved by Sen.\nTalent.",
        "So said Rep.\nEarl Pomeroy.",
        *("He left for the U.S.", "It rains."),
    ]
    assert split("Signed, Gov.\n\nExports rose.") == ["Signed, Gov.", "Exports rose."]


@pytest.mark.parametrize(("opening", "closing"), ['""', "“”"])
def test_quotation_mark_that_opens_stands_before_its_sentence(opening: str, closing: str) -> None:
    # Each paragraph of a long quotation opens it again, and only the last one closes it.
    text = f"{opening}It helps,{closing} he said. {opening}In addition, work begins. Costs rise."
    assert split(text) == [
        f"{opening}It helps,{closing} he said.",
        *(f"{opening}In addition, work begins.", "Costs rise."),
    ]


def test_blank_line_breaks_a_sentence_even_before_a_small_letter() -> None:
    assert split("Exports of\n\nsemiconductors rose.") == ["Exports of", "semiconductors rose."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\u3000\t"])
def test_text_without_words_has_no_sentences(text: str) -> None:
    assert split_sentences(text) == []


@pytest.mark.parametrize("language", ["en", "ko", "xx"])
@given(text=any_text)
def test_every_character_lies_in_exactly_one_sentence(language: str, text: str) -> None:
    spans = split_sentences(text, language)
    place = 0
    for span in spans:
        assert place <= span.start < span.end <= len(text)
        assert not text[place : span.start].strip()
        words = text[span.start : span.end]
        assert words == words.strip()
        place = span.end
    assert not text[place:].strip()


def test_sentences_of_the_seeds_do_not_end_in_an_abbreviation(
    seed_releases: tuple[Release, ...],
) -> None:
    for release in seed_releases:
        spans: list[Span] = split_sentences(release.body, release.language)
        for span in spans[:-1]:
            words = release.body[span.start : span.end]
            assert not words.endswith((" No.", " Dr.", " Mr.", " Ms.", " vs.", " approx."))
            assert any(character.isalnum() for character in words), words


@pytest.mark.parametrize(
    "piece",
    ["2025. 12. 11.(목) 회의를 열었다 ", "’25. 11월 수출. ", "12. 11.(목) ", "Mr. ", "U.S. "],
)
def test_time_is_linear_in_text_of_one_block(piece: str) -> None:
    few, many = (piece * (length // len(piece)) for length in (4_000, 80_000))
    least_s = max(time_least(lambda: split_sentences(few)), 0.002)
    # Twenty times as much; were it quadratic, four hundred times.
    assert takes_less(lambda: split_sentences(many), 60 * least_s)
