"""How wide and in which styles text is laid out."""

import doctest

import pytest
from rich.text import Text

from qa.output import terminal
from qa.output.terminal import PLAIN, Terminal, find_terminal, lay_out

ADDRESS = "https://example.org/a/very/long/address/of/a/release"


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(terminal).failed == 0


@pytest.mark.parametrize(
    ("is_terminal", "environment", "styled"),
    [
        (True, {}, True),
        (True, {"TERM": "dumb"}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (False, {}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_styles_are_for_terminals_unless_the_environment_says_otherwise(
    is_terminal: bool, environment: dict[str, str], styled: bool
) -> None:
    found = find_terminal(is_terminal=is_terminal, columns=80, environment=environment)
    assert found.styled is styled


@pytest.mark.parametrize(("columns", "width"), [(72, 72), (200, 96), (10, 40)])
def test_width_is_the_terminals_within_reason(columns: int, width: int) -> None:
    found = find_terminal(is_terminal=True, columns=columns, environment={})
    assert found.width == width


def test_what_is_no_terminal_has_one_width_whatever_the_window() -> None:
    assert find_terminal(is_terminal=False, columns=50, environment={}) == PLAIN == Terminal(96)


def test_address_longer_than_a_line_stays_whole() -> None:
    lines = lay_out(Text(f"See {ADDRESS} for more."), 30, "   ")
    assert [line.plain for line in lines] == ["   See", f"   {ADDRESS}", "   for more."]


def test_lines_of_the_text_stay_lines() -> None:
    lines = lay_out(Text("One\n\nthree"), 30, "- ")
    assert [line.plain for line in lines] == ["- One", "", "  three"]
