"""What the sentence shown holds none of, told of passages made by hand."""

from dataclasses import replace

from qa.language.extremes import Extreme
from qa.language.sentences import Span
from qa.retrieval.missing import find_missing
from tests.qa.drawing import month
from tests.qa.measuring.test_fitting import make_shortlist
from tests.qa.retrieval.test_judging import make_asked
from tests.qa.retrieval.test_ranking import make_signals

TEXT = "Exports rose. They came to $5 billion in May."
FIRST, SECOND = Span(0, 13), Span(14, len(TEXT))


def test_what_any_of_the_sentences_marked_holds_is_not_missing() -> None:
    [read] = make_shortlist("a", make_signals(title_coverage=[0.0]), [TEXT]).read
    wanted = make_asked("How much were exports?").question.wanted
    assert find_missing(wanted, read, (FIRST,), None) == "figure"
    assert find_missing(wanted, read, (FIRST, SECOND), None) is None
    assert find_missing(wanted, read, (), None) is None


def test_month_of_an_extreme_is_told_by_the_period_of_its_release() -> None:
    [undated] = make_shortlist("a", make_signals(title_coverage=[0.0]), [TEXT]).read
    read = replace(undated, stored=replace(undated.stored, about=month(5)))
    wanted = make_asked("When were exports highest?").question.wanted
    asked = replace(wanted, extreme=Extreme.HIGHEST)
    assert find_missing(asked, read, (FIRST,), None) is None
    assert find_missing(asked, read, (FIRST,), Extreme.HIGHEST) == "date"
    assert find_missing(asked, undated, (FIRST,), None) == "date"
    assert find_missing(wanted, read, (FIRST,), None) == "date"
