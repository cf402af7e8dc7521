"""Which series tell of the same matter, by their titles."""

import doctest
from datetime import date

import pytest

from qa.periods import Granularity
from qa.records import DateRange, Scope
from qa.series import kinship
from qa.series.kinship import KinFinder, read_profile
from qa.series.series import Instalment, SeriesBook
from qa.understanding.telling import has_korean
from tests.qa.drawing import month, span_of

EVER = Scope(DateRange(date.min, date(2025, 12, 16)))
DAY = date(2025, 12, 15)
EXPORTS = ("Exports Rise 3.0% in November", "Korea's Exports Climb in October", "November Trade")
ICT = ("ICT Exports Reach USD 25.5 billion", "IT Exports Fall", "Korea's ICT Exports Rise in May")
ICT_KO = ("11월 ICT 수출 255억 달러 달성", "2025년 10월 정보통신산업(ICT) 수출입 동향")
EXPORTS_KO = ("11월 수출입 동향", "2025년 10월 수출 3.1% 증가")
TEXTILES_KO = ("11월 섬유 수출 10.2억 달러", "2025년 10월 섬유산업 수출입 동향")


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(kinship).failed == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (EXPORTS, EXPORTS_KO, True),
        (ICT, ICT_KO, True),
        (EXPORTS, ICT_KO, False),
        (ICT, EXPORTS_KO, False),
        (EXPORTS, TEXTILES_KO, False),
        (ICT, TEXTILES_KO, False),
        (EXPORTS_KO, TEXTILES_KO, False),
        (EXPORTS, ("Semiconductor Exports Rise in November",), False),
        # Where chips are named in titles on all exports.
        ((*EXPORTS, "Chips Lift Exports in May"), ("Chip Exports Rise in November",), False),
        # A word that has no English may tell it from others.
        (EXPORTS, ("11월 깻잎절임 수출 동향",), False),
        # Nothing is in most of these.
        (("Trade Picks Up", "Ships Sail", "A Good Month"), ("Trade Picks Up",), False),
    ],
)
def test_matter_is_what_most_titles_name(
    one: tuple[str, ...], other: tuple[str, ...], same: bool
) -> None:
    profiles = [read_profile([(title, DAY) for title in each], ["M"]) for each in (one, other)]
    assert profiles[0].matches(profiles[1]) is same
    assert profiles[1].matches(profiles[0]) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ministry of Trade, Industry and Energy", "산업통상자원부", True),
        ("Ministry of Trade, Industry and Energy", "한국은행", False),
        ("Ministry of Trade, Industry and Energy", "Korea Power Exchange", False),
        # Which that is cannot be told.
        ("Ministry of Trade, Industry and Energy", "깻잎원", True),
    ],
)
def test_another_publisher_is_another_matter(one: str, other: str, same: bool) -> None:
    english = read_profile([(title, DAY) for title in EXPORTS], [one])
    korean = read_profile([(title, DAY) for title in EXPORTS_KO], [other])
    assert english.matches(korean) is same


def _speak(title: str) -> str:
    return "ko" if has_korean(title) else "en"


def make_book(**titles: tuple[tuple[int, str], ...]) -> SeriesBook:
    """A book of series by name, with the month and the title of each instalment."""
    return SeriesBook(
        (
            name,
            Instalment(f"{name}-{number}", title, day, "M", month(number), _speak(title)),
        )
        for name, told in titles.items()
        for number, title in told
        if (day := date(2025, number + 1, 15))
    )


BOOK = make_book(
    english=((5, "Exports Rise in May"), (6, "Exports Fall in June"), (8, "Exports Up in August")),
    korean=((5, "5월 수출입 동향"), (7, "7월 수출 3.0% 증가")),
    textiles=((5, "5월 섬유 수출"), (7, "7월 섬유 수출")),
    alone=((9, "9월 수출 1.0% 감소"),),
    told=((6, "6월 수출 1.0% 감소"),),
)


def test_kin_are_series_and_single_releases_about_other_periods() -> None:
    assert KinFinder(BOOK).find("english", Granularity.MONTH, EVER) == ["korean", "alone"]
    assert KinFinder(BOOK).find("textiles", Granularity.MONTH, EVER) == []


def test_translations_are_series_in_another_language() -> None:
    kin = KinFinder(BOOK)
    assert kin.find_translations("english") == ["korean"]
    assert kin.find_translations("korean") == ["english"]
    assert kin.find_translations("textiles") == []
    assert kin.name_matters(["korean", "textiles", "english"]) == {
        "korean": "korean",
        "textiles": "textiles",
        "english": "korean",
    }


def test_kin_are_what_was_published_by_then() -> None:
    early = Scope(DateRange(date.min, date(2025, 7, 31)))
    # Of both Korean series there is one release, about a month that is told of.
    assert KinFinder(BOOK).find("english", Granularity.MONTH, early) == []


def test_kin_are_of_the_kind_that_is_asked_for() -> None:
    book = SeriesBook(
        [
            *(("y", Instalment(f"y{n}", f"Exports in {n}", date(n + 1, 1, 2), "M",
                               span_of(f"{n}-01-01", f"{n}-12-31"))) for n in (2022, 2023)),
            *(("m", Instalment(f"m{n}", "Exports Rise", date(2023, n + 1, 2), "M",
                               month(n, 2023))) for n in (3, 4)),
        ]
    )  # fmt: skip
    find = KinFinder(book).find
    assert find("y", Granularity.MONTH, EVER) == ["m"]
    assert find("y", Granularity.YEAR, EVER) == find("y", Granularity.RANGE, EVER) == []
