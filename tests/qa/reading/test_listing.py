"""Listings as they come, and what must hold for any text. Expected values are read off by eye."""

import doctest
from datetime import date
from pathlib import Path

import pytest

from qa.reading import identity, listing
from qa.reading.identity import MOTIR
from qa.records import Release
from tests.qa.listing_text import BODY, TITLE, parse, read_problem

SEED = Path(__file__).resolve().parents[3] / "seeds" / "motir-releases-2025-12.txt"


def read_one(text: str) -> Release:
    reading = parse(text)
    assert reading.problems == ()
    (release,) = reading.releases
    return release


@pytest.mark.parametrize("module", [listing, identity])
def test_examples_in_docstrings_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_seed_listing_holds_the_eight_releases_of_december() -> None:
    reading = parse(SEED.read_text(encoding="utf-8"))
    assert reading.problems == ()
    assert [(r.published.day, r.title.split()[:3]) for r in reading.releases] == [
        (15, ["MOTIR", "and", "China’s"]),
        (15, ["Korea’s", "ICT", "Exports"]),
        (11, ["Korea", "Launches", "Modular"]),
        (11, ["K-FEZ", "Expands", "Investment"]),
        (11, ["Korea", "and", "Japan"]),
        (11, ["Korea", "Opens", "“Rare"]),
        (10, ["Korea", "Discusses", "Preparatory"]),
        (10, ["Korea", "to", "Strengthen"]),
    ]
    assert {(r.published.year, r.published.month) for r in reading.releases} == {(2025, 12)}


def test_seed_bodies_are_kept_word_for_word_without_the_day() -> None:
    raw = SEED.read_text(encoding="utf-8")
    releases = parse(raw).releases
    assert releases[0].body.startswith("JK (Jung-Kwan) Kim, Minister of Trade")
    assert releases[0].body.endswith("the two ministries will work to ensure the smooth o")
    assert all(release.body in raw for release in releases)
    assert not any("date2025" in release.body for release in releases)
    assert {(r.category, r.language, r.publisher) for r in releases} == {(None, "en", MOTIR)}


@pytest.mark.parametrize(
    "ending",
    [
        " date2025-07-18",
        "date2025-07-18",
        "\ndate2025-07-18",
        "\ndate2025.07.18",
        "\nDate: 2025/07/18",
        "\n- Registration date2025-07-18",
        " - Registration date2025-07-18",
        "\n\n- Registration date 2025-07-18\nAttached file",
        "\n- Registration date2025-07-18\n- Attached file 0718 Press release.pdf",
        "\nAttached file\nrelease (final).hwpx\nnotes.pdf (1.2 MB)\ndate2025-07-18",
        " date2025-07-18 Attached file release.pdf",
        "\n등록일2025-07-18",
        "\n등록일 2025. 7. 18.\n첨부파일 보도자료.hwp",
        " 등록일: 2025.07.18",
        "\n첨부파일\n등록일2025/07/18\n",
    ],
)
def test_day_and_attached_file_are_read_and_left_out_of_the_body(ending: str) -> None:
    release = read_one(f"-\n{TITLE}\n{BODY}{ending}")
    assert (release.title, release.body) == (TITLE, BODY)
    assert release.published == date(2025, 7, 18)


def test_body_cut_in_mid_word_before_the_day_is_kept_as_it_stands() -> None:
    assert read_one(f"{TITLE}\nto ensure the smooth odate2025-12-15").body == (
        "to ensure the smooth o"
    )


def test_day_on_the_title_line_dates_the_body_below_it() -> None:
    release = read_one("-\nKorea’s Exports Rise date2025-12-01\nExports rose.\nSo did imports.")
    assert release.title == "Korea’s Exports Rise"
    assert release.body == "Exports rose.\nSo did imports."
    assert release.published == date(2025, 12, 1)


def test_title_and_day_alone_are_a_release_without_a_body() -> None:
    release = read_one("Korea’s Exports Rise date2025-12-01")
    assert (release.title, release.body) == ("Korea’s Exports Rise", "")


def test_day_and_attached_file_between_title_and_body_head_the_body() -> None:
    text = f"{TITLE}\n- Registration date2025-07-18\n- Attached file a.pdf\n{BODY}\nImports fell."
    release = read_one(text)
    assert (release.title, release.body) == (TITLE, f"{BODY}\nImports fell.")


def test_day_below_title_and_sub_heading_heads_the_body() -> None:
    release = read_one(f"{TITLE}\n[November figures]\ndate2025-12-15\n{BODY}")
    assert release.body == f"[November figures]\n{BODY}"


def test_day_inside_a_sentence_is_part_of_the_body() -> None:
    body = "The cut-off date2025-12-15 was agreed.\nTalks go on."
    release = read_one(f"{TITLE}\n{body} date2025-12-18")
    assert (release.body, release.published) == (body, date(2025, 12, 18))


def test_day_that_does_not_exist_is_a_problem_naming_the_day_and_its_line() -> None:
    line, reason = read_problem(f"-\n{TITLE}\n{BODY}\ndate2025-02-30")
    assert line == 2
    assert "found 2025-02-30 on line 4" in reason
    assert "correct the day" in reason


def test_block_without_a_day_is_a_problem_and_the_others_are_read() -> None:
    reading = parse(f"-\nFirst Title\n{BODY}\n-\n{TITLE}\n{BODY} date2025-12-15\n-\n")
    assert [release.title for release in reading.releases] == [TITLE]
    (problem,) = reading.problems
    assert problem.line == 2
    assert "such as date2025-12-15" in problem.reason
    assert "lines 2 to 3" in problem.reason
    assert "First Title" in problem.reason


def test_second_day_in_a_block_is_reported_and_the_last_is_taken() -> None:
    reading = parse("Exports Rise\nExports rose. date2025-12-01\nImports Fall\nSo. date2025-12-02")
    (release,) = reading.releases
    assert release.published == date(2025, 12, 2)
    assert release.body == "Exports rose. date2025-12-01\nImports Fall\nSo."
    (problem,) = reading.problems
    assert problem.line == 2
    assert 'put a "-" line below it' in problem.reason


@pytest.mark.parametrize(
    "category",
    ["Industry", "Trade/Investment", "FTA/Economic Cooperation", "Energy", "Free Economic Zones"],
)
def test_category_line_above_the_title_is_told_from_it(category: str) -> None:
    release = read_one(f"-\n{category}\n{TITLE}\n{BODY} date2025-12-15")
    assert (release.category, release.title, release.body) == (category, TITLE, BODY)


def test_korean_category_is_told_from_the_title() -> None:
    release = read_one(
        "통상\n한·인도 통상장관 회담 개최\n양측은 협력하기로 했다.\n등록일2025.12.10"
    )
    assert (release.category, release.title) == ("통상", "한·인도 통상장관 회담 개최")
    assert (release.body, release.language) == ("양측은 협력하기로 했다.", "ko")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Exports Rise", "Exports rose.\nImports fell."),
        ("Exports Rise", "The Ministry of Trade announced on\nDecember 1 that exports rose."),
        ("Exports Rise in November", "[Overview]\n△ Exports rose."),
        ("Exports Rise", "Trade Minister Yeo Han-koo of MOTIR met with\nAmbassador Das."),
        ("수출 증가", "산업통상부는 11월 수출이\n증가했다고 밝혔다."),
        ("Korea Expands Cooperation with the U.S.", "Talks go on."),
        ("Korea Opens Rare Metals Center", "Mongolia\nTalks go on."),
        ("Rare Metals Cooperation", "In Ulaanbaatar\nTalks go on."),
        ("Energy", "The ministry said that energy use fell."),
    ],
)
def test_short_title_is_not_taken_for_a_category(title: str, body: str) -> None:
    release = read_one(f"-\n{title}\n{body}\ndate2025-12-01")
    assert (release.category, release.title, release.body) == (None, title, body)


@pytest.mark.parametrize("body", [BODY, "△ Exports rose", "수출이 증가했다.", "word " * 61])
def test_body_without_a_title_is_a_problem(body: str) -> None:
    line, reason = read_problem(f"-\n\n{body}\ndate2025-12-15\n-")
    assert line == 3
    assert "add the title" in reason


def test_day_alone_is_a_problem_about_the_title() -> None:
    assert read_problem("-\ndate2025-12-15\n-") == (
        2,
        "expected a title on a line of its own above the body, found none on line 2 "
        '("date2025-12-15"); add the title',
    )


def test_page_heading_before_the_first_separator_is_reported() -> None:
    reading = parse(f"Press Releases\nHome > News\n-\n{TITLE}\n{BODY} date2025-12-15")
    assert [release.title for release in reading.releases] == [TITLE]
    (problem,) = reading.problems
    assert problem.line == 1
    assert "Home > News" in problem.reason


def test_page_footer_after_the_last_day_is_reported_and_not_in_the_body() -> None:
    reading = parse(f"-\n{TITLE}\n{BODY} date2025-12-15\n\n1 2 3 Next\nTop")
    assert reading.releases[0].body == BODY
    (problem,) = reading.problems
    assert problem.line == 5
    assert 'lines 5 to 6 ("1 2 3 Next" to "Top")' in problem.reason


def test_line_beginning_with_a_dash_does_not_separate() -> None:
    assert read_one(f"{TITLE}\n{BODY}\n- Imports fell.\ndate2025-12-15").body == (
        f"{BODY}\n- Imports fell."
    )


def test_sentence_about_an_attached_file_stays_in_the_body() -> None:
    body = (
        "Attached file formats are being reviewed.\nAttached file report.pdf explains them.\n"
        "Figures are in the attached file figures.xlsx"
    )
    assert read_one(f"{TITLE}\n{body}\ndate2025-12-15").body == body


def test_bullets_and_sub_headings_stay_on_their_own_lines() -> None:
    body = "[Exports]\n△ Chips: up 38.6%\n△ Displays: down 3.7%\n\n[Imports]\nUp 2.7%"
    assert read_one(f"{TITLE}\n{body} date2025-12-15").body == body


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_read_the_same(end: str) -> None:
    text = f"\ufeff-\n{TITLE}\nOne.\n\n\n\nTwo. date2025-12-15\n-\nlost\n"
    reading = parse(text.replace("\n", end))
    assert reading.releases[0].body == "One.\n\nTwo."
    assert reading.problems[0].line == 9


def test_odd_spaces_become_plain_and_invisible_marks_go() -> None:
    release = read_one(
        "\u200b-\u00a0\nExports\u00a0Rise\u200b\nUSD\u00a025.5\tbil\u200blion — “so”\u2028it is."
        "\u00a0date\u200b2025-12-15"
    )
    assert release.title == "Exports Rise"
    assert release.body == "USD 25.5 billion — “so” it is."
