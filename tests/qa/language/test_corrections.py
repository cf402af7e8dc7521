"""Corrections and what they correct, told by hand."""

import doctest
from dataclasses import replace
from datetime import date

import pytest

from qa.language import corrections
from qa.language.corrections import Correction, find_corrected, read_correction, weigh_naming
from qa.records import Release

PUBLISHED = date(2026, 7, 10)
JULY_7 = date(2026, 7, 7)


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(corrections).failed == 0


@pytest.mark.parametrize(
    ("title", "opening", "expected"),
    [
        (
            "Correction: figures of pledges",
            'The ministry corrects its press release of July 7, "Pledges Reach a Record."',
            Correction(JULY_7, "pledges reach a record"),
        ),
        (
            "Pledges Reach a Record",
            "This replaces the release of July 7 on pledges.",
            Correction(JULY_7, None, whole=True),
        ),
        (
            "Corrected: pledges in June",
            "The release of July 7 is amended.",
            Correction(JULY_7, None),
        ),
        (
            "[정정] 7월 7일 자 보도자료 수치 정정",
            "7월 7일 배포한 보도자료 「상반기 투자 유치 실적」의 수치를 바로잡습니다.",
            Correction(JULY_7, "상반기 투자 유치 실적"),
        ),
        (
            "투자 유치 실적 수정 안내",
            "7월 7일 배포한 보도자료 일부에 오류가 있어 정정한다.",
            Correction(JULY_7, None),
        ),
    ],
)
def test_correction_names_what_it_corrects_by_day_or_title(
    title: str, opening: str, expected: Correction
) -> None:
    assert read_correction(title, opening, PUBLISHED) == expected


@pytest.mark.parametrize(
    ("title", "opening"),
    [
        ("Senator Seeks Correction of Benefits", "The senator wrote on July 7 to the president."),
        ("Correction: figures of pledges", "Some figures were wrong."),
        ("Pledges Reach a Record", "A new system replaces the old one, announced on July 7."),
        ("예산 수정안 통과", "국회는 7월 7일 예산 수정안을 통과시켰다."),
    ],
)
def test_what_corrects_no_release_or_does_not_say_which_is_no_correction(
    title: str, opening: str
) -> None:
    assert read_correction(title, opening, PUBLISHED) is None


def make(release_id: str, title: str, published: date, lead: str) -> Release:
    return Release(release_id, title, published, lead, "Ministry of Trade")


CORRECTION = make(
    "correction",
    "Correction: Figures in Release of July 7 on Foreign Investment",
    PUBLISHED,
    "The Ministry of Trade corrects its release of July 7 on foreign investment.",
)
PLEDGES = make("pledges", "Pledges Reach a Record", JULY_7, "Foreign investors pledged 14.8.")


def test_release_of_the_day_named_is_meant_if_both_speak_of_one_matter() -> None:
    said = Correction(JULY_7, None)
    assert weigh_naming(CORRECTION, said, PLEDGES)
    for other in (
        replace(PLEDGES, published=date(2026, 7, 6)),
        replace(PLEDGES, publisher="Ministry of Oceans"),
        # Its form is that of any release of the ministry.
        make("laver", "Laver", JULY_7, "The Ministry of Trade said on July 7 that laver sold."),
        CORRECTION,
    ):
        assert not weigh_naming(CORRECTION, said, other)


def test_release_is_named_by_its_title_of_whatever_day_and_most_plainly_by_both() -> None:
    said = Correction(JULY_7, "pledges reach a record")
    elsewhen = replace(PLEDGES, title="Pledges reach a record", published=date(2026, 7, 6))
    of_the_day = replace(PLEDGES, title="Foreign Investment")
    by_both, by_title, by_day = (
        weigh_naming(CORRECTION, said, each) for each in (PLEDGES, elsewhen, of_the_day)
    )
    assert by_both > 2 * by_title > 4 * by_day > 0
    assert not weigh_naming(CORRECTION, said, replace(elsewhen, published=date(2026, 7, 11)))


@pytest.mark.parametrize(
    ("sentences", "places"),
    [
        (["It was given as 8.2 billion.", "The correct amount is 7.9 billion."], [0, 1]),
        (["Capacity is 2.6 gigawatts, not 5.4 gigawatts.", "It apologises."], [0]),
        (["The rate should have read 5 percent.", "The others are not affected."], [0]),
        (["설비용량을 2,310MW로 적었으나 올바른 값은 2,130MW입니다.", "죄송합니다."], [0]),
        (["증가율도 29.4%에서 9.5%로 바뀐다.", "굴은 변동이 없다."], []),
        (["전체 수출액은 2억 8,400만 달러에서 2억 6,420만 달러로 고친다.", "굴은 그대로다."], [0]),
        (["전체 수출액은 2억 8천만 달러에서 2억 6천만 달러로 고친다.", "굴은 변동이 없다."], [0]),
    ],
)
def test_sentences_that_correct_are_told_from_what_stands(
    sentences: list[str], places: list[int]
) -> None:
    assert find_corrected(sentences) == places
