"""Periods against a table written by hand with a calendar, and against what must always hold.

`period_expressions.tsv` has one expression a line: the anchor, the language, the words, and the
mentions expected, as `words=first..last/granularity` with "; " between, or nothing.
"""

import calendar
import doctest
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa import periods
from qa.periods import Granularity, Period, PeriodMention, find_periods
from qa.periods import calendar as periods_calendar
from qa.periods import clues as periods_clues
from qa.periods import english_words as periods_english_words
from qa.periods import korean_words as periods_korean_words
from qa.periods import lookalikes as periods_lookalikes
from qa.periods import parts as periods_parts
from qa.periods import tense as periods_tense
from tests.timing import takes_less, time_least

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "seeds" / "motir-releases-2025-12.txt"
ROWS = [
    line.split("\t")
    for line in (HERE / "period_expressions.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
WORDS = (
    "January February may MARCH Nov. november Q3 3Q25 H1 2025 2022 1900 2100 11 12, 31 1st the of "
    "in since from to through between and - – ~ / . , ; ' ( ) first second last this next quarter "
    "half year years month week day days ago earlier early late end same period Thursday Friday, "
    "FY today yesterday will was exports 11월 12일 2025년 '25년 3분기 상반기 1~11월 부터 까지 "
    "weeks fortnight full just couple of dozen ago but one before most recently completed news "
    "지지난 달 막 끝난 열흘 사이 나온 들어 이맘때 석 "
    "지난 지난해 오는 올해 전년 동월 같은 달 최근 3개월 전 이번 주 (목) "
    "parts through ended after following quarters under way may march "
    "12.11.(목) 2025-12-11 12/11/2025 \n İ ﬁ 百"
).split(" ")

any_text = st.one_of(
    st.text(),
    st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=30).map("".join),
)
readable_dates = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def written(text: str, mentions: list[PeriodMention]) -> str:
    return "; ".join(
        f"{text[mention.start : mention.end]}={mention.period.first}..{mention.period.last}"
        f"/{mention.period.granularity.value}"
        for mention in mentions
    )


@pytest.mark.parametrize(("anchor", "language", "text", "expected"), ROWS)
def test_expression_is_read_as_the_table_says(
    anchor: str, language: str, text: str, expected: str
) -> None:
    assert language in ("en", "ko")
    assert written(text, find_periods(text, date.fromisoformat(anchor))) == expected


def test_table_is_large_and_has_many_lookalikes() -> None:
    assert len(ROWS) >= 220
    assert sum(expected == "" for _, _, _, expected in ROWS) >= 50
    assert {language for _, language, _, _ in ROWS} == {"en", "ko"}


@given(text=any_text, anchor=st.dates(), past=st.booleans())
def test_mentions_are_in_order_and_inside_the_text(text: str, anchor: date, past: bool) -> None:
    end = 0
    for mention in find_periods(text, anchor, past=past):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert date(1900, 1, 1) <= mention.period.first <= mention.period.last
        assert mention.period.last <= date(2100, 12, 31)
        end = mention.end


@given(text=any_text, anchor=st.dates())
def test_days_months_quarters_halves_and_years_are_whole(text: str, anchor: date) -> None:
    for mention in find_periods(text, anchor):
        first, last = mention.period.first, mention.period.last
        length = (last - first).days + 1
        match mention.period.granularity:
            case Granularity.DAY:
                assert length == 1
            case Granularity.WEEK:
                assert length <= 7
            case Granularity.MONTH:
                assert (first.day, length) == (1, calendar.monthrange(first.year, first.month)[1])
            case Granularity.QUARTER:
                assert (first.day, first.month % 3, last.month - first.month) == (1, 1, 2)
            case Granularity.HALF:
                assert (first.day, first.month % 6, last.month - first.month) == (1, 1, 5)
            case Granularity.YEAR:
                assert (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
            case Granularity.RANGE:
                assert length >= 1


@given(
    day=readable_dates,
    anchor=st.dates(),
    style=st.sampled_from(
        [
            "{month} {d}, {y}",
            "{month} {d} {y}",
            "{mon} {d}, {y}",
            "{short} {d}, {y}",
            "{weekday}, {month} {d}, {y}",
            "{d} {month} {y}",
            "{d} {mon} {y}",
            "{y}-{m:02}-{d:02}",
            "{y}/{m:02}/{d:02}",
            "{y}.{m}.{d}",
            "{y}. {m}. {d}",
            "{m}/{d}/{y}",
            "{m:02}/{d:02}/{y}",
            "{y}년 {m}월 {d}일",
            "{y}년{m}월{d}일",
            "{y}.{m}.{d}.({weekday_ko})",
            "{y}년 {m}월 {d}일({weekday_ko})",
        ]
    ),
    around=st.sampled_from(
        [("", ""), ("on ", "."), ("(", ")"), ("공고 ", ", 서울"), ("By ", " in")]
    ),
)
def test_a_whole_date_in_any_style_comes_back(
    day: date, anchor: date, style: str, around: tuple[str, str]
) -> None:
    words = style.format(
        y=day.year,
        m=day.month,
        d=day.day,
        month=calendar.month_name[day.month],
        mon=calendar.month_abbr[day.month],
        short="May" if day.month == 5 else f"{calendar.month_abbr[day.month]}.",
        weekday=calendar.day_name[day.weekday()],
        weekday_ko="월화수목금토일"[day.weekday()],
    )
    text = words.join(around)
    expected = Period(day, day, Granularity.DAY)
    found = find_periods(text, anchor)
    assert [(text[m.start : m.end], m.period) for m in found] == [(words, expected)]


@given(
    day=st.dates(date(1950, 1, 1), date(2050, 12, 31)),
    away=st.integers(-120, 120),
    style=st.sampled_from(["{month} {d}", "{weekday}, {month} {d}", "{m}월 {d}일"]),
)
def test_a_date_without_its_year_is_the_nearest(day: date, away: int, style: str) -> None:
    words = style.format(
        m=day.month,
        d=day.day,
        month=calendar.month_name[day.month],
        weekday=calendar.day_name[day.weekday()],
    )
    found = find_periods(words, day + timedelta(days=away))
    assert [mention.period for mention in found] == [Period(day, day, Granularity.DAY)]


@given(year=st.integers(1900, 2100), first=st.integers(1, 11), more=st.integers(1, 11))
def test_a_range_of_months_has_both_ends(year: int, first: int, more: int) -> None:
    last = min(first + more, 12)
    expected = Period(
        date(year, first, 1),
        date(year, last, calendar.monthrange(year, last)[1]),
        Granularity.RANGE,
    )
    for words in (
        f"{calendar.month_name[first]} to {calendar.month_name[last]} {year}",
        f"from {calendar.month_name[first]} {year} through {calendar.month_name[last]} {year}",
        f"{year}년 {first}~{last}월",
        f"{year}년 {first}월부터 {last}월까지",
    ):
        assert [m.period for m in find_periods(words, date(2025, 12, 15))] == [expected], words


@pytest.mark.parametrize(
    "piece",
    [
        *("1", "1,", " ", "may 1-", "november ", "2011-", "1월~", "a year ago ", "the "),
        *("exports may. ", "the three months to may ", "the year ended ", "2년 전 "),
    ],
)
def test_time_is_linear_in_hostile_text(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    # Were it quadratic, hours.
    assert takes_less(lambda: find_periods(text, date(2025, 12, 15)), 15)


@pytest.mark.serial
def test_a_sentence_takes_less_than_a_tenth_of_a_millisecond() -> None:
    text = SEEDS.read_text(encoding="utf-8")
    sentences = [part for part in re.split(r"(?<=[.”])\s+", text) if len(part) > 40]
    anchor = date(2025, 12, 15)
    took_s = time_least(lambda: [find_periods(text, anchor) for text in sentences], tries=20)
    assert took_s / len(sentences) < 0.0001


@given(month=st.integers(1, 12), day=st.integers(1, 28), anchor=readable_dates)
def test_date_without_its_year_has_begun_where_the_past_is_asked_for(
    month: int, day: int, anchor: date
) -> None:
    for words in (f"in {calendar.month_name[month]}", f"{calendar.month_name[month]} {day}"):
        for mention in find_periods(f"announced {words}", anchor, past=True):
            assert anchor - timedelta(days=366) <= mention.period.first <= anchor


def test_question_about_what_is_to_come_is_not_turned_back() -> None:
    text, anchor = "What is planned for March?", date(2025, 12, 15)
    assert find_periods(text, anchor, past=True) == find_periods(text, anchor)
    assert find_periods(text, anchor)[0].period.first == date(2026, 3, 1)


@pytest.mark.parametrize("which", ["last", "this", "next"])
@pytest.mark.parametrize("unit", ["week", "month", "quarter", "year"])
@given(anchor=st.dates(date(1950, 1, 1), date(2050, 12, 31)))
def test_units_count_from_the_one_that_has_the_day(unit: str, which: str, anchor: date) -> None:
    (found,) = find_periods(f"{which} {unit}", anchor)
    (this,) = find_periods(f"this {unit}", anchor)
    assert this.period.first <= anchor <= this.period.last
    assert found.period == this.period.shift({"last": -1, "this": 0, "next": 1}[which])


@given(count=st.integers(2, 20), anchor=st.dates(date(1950, 1, 1), date(2050, 12, 31)))
def test_so_many_units_ago_is_said_in_many_ways(count: int, anchor: date) -> None:
    for unit in ("week", "month", "quarter"):
        there = find_periods(f"this {unit}", anchor)[0].period.shift(-count)
        for words in (
            f"{count} {unit}s ago",
            f"{count} {unit}s back",
            f"{count} {unit}s before this one",
            f"going back {count} {unit}s",
        ):
            assert [mention.period for mention in find_periods(words, anchor)] == [there], words


def test_what_falls_outside_the_calendar_is_no_mention() -> None:
    assert find_periods("last year, yesterday, two weeks ago", date(1900, 1, 1)) == []
    assert find_periods("next year, tomorrow, the next ten years", date(2100, 12, 31)) == []
    assert find_periods("today, last November, 11월, 지난달", date.max) == []
    assert find_periods("today, last November, 11월, 지난달", date.min) == []


@pytest.mark.parametrize(
    "module",
    [
        periods,
        periods_calendar,
        periods_clues,
        periods_english_words,
        periods_korean_words,
        periods_lookalikes,
        periods_parts,
        periods_tense,
    ],
)
def test_examples_in_docstrings_hold(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert failed == 0
    assert tried > 0
