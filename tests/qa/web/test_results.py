"""Cutting texts into marked pieces; what arranging does is seen on the pages."""

from hypothesis import given
from hypothesis import strategies as st

from qa.language.sentences import Span
from qa.web.results import cut, name_degree

SPANS = st.lists(st.builds(Span, st.integers(0, 30), st.integers(0, 30)), max_size=4)


@given(text=st.text(max_size=25), spans=SPANS)
def test_pieces_are_the_text_and_marked_is_what_lies_in_a_span(
    text: str, spans: list[Span]
) -> None:
    pieces = cut(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    marked = [piece.marked for piece in pieces for _ in piece.text]
    assert marked == [any(s.start <= at < s.end for s in spans) for at in range(len(text))]


def test_degrees_cover_every_probability() -> None:
    assert [name_degree(each) for each in (0.0, 0.29, 0.3, 0.6, 0.85, 1.0, None)] == [
        *("unlikely", "unlikely", "perhaps", "likely", "very_likely", "very_likely"),
        "not_judged",
    ]
