"""Plots: one worked out by hand, and what must hold for any timeline."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QuestionError
from qa.language.sentences import Span
from qa.questions import AskedPeriod
from qa.timelines.plotting import draw_plot
from qa.timelines.timeline import Candidate, Timeline, line_up
from tests.qa.drawing import draw, make_release, month, span_of

NS = "{http://www.w3.org/2000/svg}"
TRADE = (
    (month(1), "Exports came to USD 10 billion."),
    (month(2), "Exports came to USD 30 billion."),
    # March has no release.
    (month(4), "Exports came to USD 20 billion."),
    (month(5), "Exports came to USD 40 billion."),
)


def parse(timeline: Timeline) -> Element:
    return ElementTree.fromstring(draw_plot(timeline))


def texts(svg: Element) -> list[str]:
    return [each.text or "" for each in svg.iter(f"{NS}text")]


def test_figures_lie_where_they_are_by_hand() -> None:
    svg = parse(draw("How much were exports?", TRADE))
    # Across from 86 to 722 in four months: 159 each. Upward 0 to 40 billion from 354 to 78: 6.9
    # for each billion.
    dots = [(dot.get("cx"), dot.get("cy")) for dot in svg.iter(f"{NS}circle")]
    assert dots == [("86.0", "285.0"), ("245.0", "147.0"), ("563.0", "216.0"), ("722.0", "78.0")]
    [drawn] = [group for group in svg.iter(f"{NS}g") if group.get("class") == "mark"]
    lines = [path.get("d") for path in drawn.iter(f"{NS}path")]
    assert lines == ["M86.0 285.0L245.0 147.0", "M563.0 216.0L722.0 78.0"]
    [gap] = [rect for rect in svg.iter(f"{NS}rect") if rect.get("class") == "gap"]
    assert (gap.get("x"), gap.get("width")) == ("324.5", "159.0")
    assert gap.findtext(f"{NS}title") == "2025-03: no release"


def test_gaps_at_the_ends_of_the_period_asked_about_are_within_the_picture() -> None:
    year = AskedPeriod(span_of("2025-01-01", "2025-12-31"), None)
    rows = [
        (month(number), make_release(month(number), body), [Candidate(Span(0, len(body)), 1.0)])
        for number, (_, body) in zip((1, 3, 4, 5), TRADE, strict=True)
    ]
    base = draw("How much were exports?", ())
    asked = replace(base.interpretation, period=year)
    svg = parse(line_up(base.question, asked, "r1", rows, 1))
    # From January to half a month behind November, the last that is due on 20 December: ten and
    # a half months between 86 and 722, of 60.6 each.
    dots = [dot.get("cx") for dot in svg.iter(f"{NS}circle")]
    assert dots == ["86.0", "207.1", "267.7", "328.3"]
    gaps = [rect for rect in svg.iter(f"{NS}rect") if rect.get("class") == "gap"]
    named = [(gap.findtext(f"{NS}title") or "")[:7] for gap in gaps]
    assert named == [f"2025-{number:02}" for number in (2, *range(6, 12))]
    for gap in gaps:
        assert float(gap.get("x") or 0) >= 86
        assert float(gap.get("x") or 0) + float(gap.get("width") or 0) <= 722


def test_what_is_written_is_the_question_round_numbers_and_words_of_releases() -> None:
    svg = parse(draw("How much were exports?", TRADE))
    assert texts(svg) == [
        "How much were exports?",
        "billion USD",
        *("0", "10", "20", "30", "40"),
        *("2025-05", "2025-04", "2025-02", "2025-01"),
        # The highest, which is the last; the lowest, which is the first.
        *("USD 40 billion", "USD 10 billion"),
    ]


@pytest.mark.parametrize(
    ("figures", "named", "ticks"),
    [
        (("12,000 tons", "45,000 tons"), "thousand tons", ("0", "10", "20", "30", "40", "50")),
        (("1,200 tons", "4,500 tons"), "tons", ("0", "1,000", "2,000", "3,000", "4,000", "5,000")),
        (("3 million tons", "900,000 tons"), "million tons", ("0", "1", "2", "3")),
    ],
)
def test_value_axis_counts_in_what_it_says(
    figures: tuple[str, str], named: str, ticks: tuple[str, ...]
) -> None:
    first, second = figures
    told = ((month(1), f"Output came to {first}."), (month(2), f"Output came to {second}."))
    assert texts(parse(draw("How much was output?", told)))[1 : 2 + len(ticks)] == [named, *ticks]


def test_it_says_in_words_what_there_is_to_see() -> None:
    svg = parse(draw("How much were exports?", TRADE))
    assert svg.get("role") == "img"
    named = {each.get("id"): each for each in svg}
    title, description = (named[name] for name in (svg.get("aria-labelledby") or "").split())
    assert title.text == "How much were exports?"
    assert description.text == (
        "Figures in USD, one a release, by the period it is about: 4. "
        "First: USD 10 billion (2025-01). Last: USD 40 billion (2025-05). "
        "Lowest: USD 10 billion (2025-01). Highest: USD 40 billion (2025-05). "
        "No release: 2025-03."
    )


def test_fall_is_drawn_below_zero() -> None:
    told = ((month(1), "Exports rose 10 percent."), (month(2), "Exports fell 10 percent."))
    svg = parse(draw("How much did exports rise?", told))
    high, low = (float(dot.get("cy") or 0) for dot in svg.iter(f"{NS}circle"))
    assert high < 216 < low
    assert "−10" in texts(svg)
    assert "10 percent" in texts(svg)


def test_line_is_broken_where_a_sentence_has_no_figure() -> None:
    told = (*TRADE[:2], (month(3), "Figures are delayed."), *TRADE[2:])
    svg = parse(draw("How much were exports?", told))
    assert len(list(svg.iter(f"{NS}circle"))) == 4
    [drawn] = [group for group in svg.iter(f"{NS}g") if group.get("class") == "mark"]
    assert len(list(drawn.iter(f"{NS}path"))) == 2
    assert "No figure: 2025-03." in (svg.findtext(f"{NS}desc") or "")


def test_one_figure_is_a_plot() -> None:
    svg = parse(draw("How much were exports?", TRADE[:1]))
    assert [dot.get("cx") for dot in svg.iter(f"{NS}circle")] == ["404.0"]


def test_ranges_are_placed_by_their_last_day() -> None:
    told = (
        (span_of("2025-01-01", "2025-02-28"), "Exports came to USD 10 billion."),
        (span_of("2025-01-01", "2025-03-31"), "Exports came to USD 15 billion."),
        (span_of("2025-01-01", "2025-08-31"), "Exports came to USD 40 billion."),
    )
    svg = parse(draw("How much were exports?", told))
    first, second, third = (float(dot.get("cx") or 0) for dot in svg.iter(f"{NS}circle"))
    # 31 of the 184 days from the end of February to the end of August.
    assert (second - first) / (third - first) == pytest.approx(31 / 184, abs=0.001)


def test_words_of_releases_are_text_and_nothing_else() -> None:
    title = "Exports <script>alert('1')</script> & ]]> \x00\x0b"
    question = "How much were exports? </title><script>"
    found = draw(question, TRADE, title=title)
    plot = draw_plot(found)
    svg = parse(found)
    assert not list(svg.iter(f"{NS}script"))
    assert svg.findtext(f"{NS}title") == question
    said = [dot.findtext(f"{NS}title") or "" for dot in svg.iter(f"{NS}circle")]
    assert "Exports <script>alert('1')</script> & ]]> \ufffd\ufffd" in said[0]
    # Nothing is fetched: the only address is the name of the format.
    assert re.findall(r"https?://[^\"<]*", plot) == ["http://www.w3.org/2000/svg"]
    assert not re.search(r"href|url\(|@import", plot)


def test_figures_in_more_than_one_unit_are_no_plot() -> None:
    told = (*TRADE, (month(6), "Exports came to EUR 40 billion."))
    with pytest.raises(QuestionError, match="single unit"):
        draw_plot(draw("How much were exports?", told))


amounts = st.tuples(
    st.integers(1, 12),
    st.floats(0.001, 9e8).map(lambda value: f"{value:,.2f}"),
    st.sampled_from(["rose", "fell"]),
)


@given(
    st.lists(amounts, min_size=1, max_size=12, unique_by=lambda each: each[0]),
    st.text(max_size=80),
    st.text(min_size=1, max_size=200),
)
def test_any_plot_is_well_formed_and_within_its_picture(
    told: list[tuple[int, str, str]], title: str, question: str
) -> None:
    bodies = [(month(n), f"Sales {verb} by USD {figure} million.") for n, figure, verb in told]
    svg = parse(draw(f"sales {question}", bodies, title=title))
    for dot in svg.iter(f"{NS}circle"):
        assert 86 <= float(dot.get("cx") or 0) <= 722
        assert 78 <= float(dot.get("cy") or 0) <= 354
    for text in svg.iter(f"{NS}text"):
        assert 0 <= float(text.get("x") or -1) <= 760
        assert 0 <= float(text.get("y") or -1) <= 400
