"""What tells more than the question says already, measured of releases made by hand."""

from datetime import date

from qa.language.answer_types import find_answer_type
from qa.language.asked_figures import AskedFigure
from qa.records import Passage, Release, StoredPassage
from qa.retrieval.told_sentences import tell
from qa.understanding.wanted import Wanted
from tests.qa.retrieval.taken_apart import take_apart

LEAD = "The ministry said that exports declined 11.6 percent to $19.8 billion."
LIST = "Ships (down 17.9 percent) and steel (down 0.8 percent) lost ground."
CAUSE = "A low base helped a year ago."
WORDS = "“We will go on,” Minister Cheon said."
TEXT = " ".join((LEAD, LIST, CAUSE, WORDS))


def measure(
    question: str, *, figure: AskedFigure | None = None, text: str = TEXT
) -> list[list[float]] | None:
    release = Release("r", "News", date(2025, 12, 15), text, "Ministry")
    stored = StoredPassage(1, Passage("r:0", "r", 0, 0, len(text), text), release)
    read = take_apart(stored)
    kind = find_answer_type(question)
    wanted = Wanted({}, frozenset(), frozenset(), kind, figure=figure, question=question)
    told = tell(wanted, [read])
    return None if told is None else told.T.tolist()


def test_list_tells_which_and_the_lead_without_one_does_not() -> None:
    assert measure("Which products declined?") == [[0, 1, 0, 0], [1, 0, 0, 0]]


def test_cause_tells_why_and_mere_figures_do_not() -> None:
    told = measure("For what reason did exports decline?")
    assert told == measure("Why did exports decline?") == [[0, 0, 0.5, 0], [1, 1, 0, 0]]


def test_explanation_tells_why_however_the_release_opens() -> None:
    text = f"Codes have to be renewed. The rule is meant to stop theft. {WORDS}"
    assert measure("Why must codes be renewed?", text=text) == [[0, 1, 0], [0, 0, 0]]


def test_words_of_who_is_named_tell_what_they_said() -> None:
    assert measure("What did Minister Cheon say?") == [[0, 0, 0, 1], [0, 0, 0, 0]]


def test_what_is_no_quote_does_not_tell_one() -> None:
    assert measure("Quote Minister Cheon") == [[0, 0, 0, 1], [1, 1, 1, 0]]


def test_sentence_without_a_name_tells_no_company_and_a_list_of_names_several() -> None:
    names = "Gaon Motors and Saebom Chemical won most. Haedong Precision won one."
    text = f"The mission booked orders in May. {names}"
    assert measure("Which company won most?", text=text) == [[0, 0, 0], [1, 0, 0]]
    assert measure("Which companies won orders?", text=text) == [[0, 0.5, 0], [1, 0, 0]]


def test_what_opens_with_no_figures_may_tell_all_in_its_first_sentence() -> None:
    opening = "The ministry has recalled humidifiers and dryers as they may catch fire."
    text = f"{opening} {LIST} {WORDS}"
    assert measure("Which products were recalled?", text=text) is None
    assert measure("Why were they recalled?", text=text) is None
    assert measure("What did Minister Cheon say?", text=text) == [[0, 0, 1], [0, 0, 0]]


def test_list_of_what_the_lead_only_counts_tells_which() -> None:
    lead, named = "The ministry chose five labs.", "They are Gaon for ions, Saebom and Haedong."
    text = f"{lead} {named} {WORDS}"
    assert measure("Which labs were chosen?", text=text) == [[0, 1, 0], [1, 0, 0]]
    # What is counted elsewhere, or listed further on, may be other things.
    assert measure("Which labs were chosen?", text=f"{lead} {WORDS} {named}") is None


def test_sentence_with_the_closing_date_tells_by_when_and_the_call_for_entries_does_not() -> None:
    text = "The ministry calls for entries in 2025. Entries are accepted until March 3."
    assert measure("By when must one enter?", text=text) == [[0, 1], [1, 0]]
    assert measure("Who can enter?", text=text) is None


def test_sentence_that_says_who_runs_it_tells_who_manages_it() -> None:
    text = "The ministry will raise a fund. Gaon Asset has been chosen to run it."
    assert measure("Who manages the fund?", text=text) == [[0, 1], [1, 0]]


def test_sentence_that_says_when_the_next_is_held_tells_it_and_the_report_on_this_one_not() -> None:
    text = "The ministers met in Warsaw in May. The next meeting will take place in Seoul."
    assert measure("Where is the next meeting?", text=text) == [[0, 1], [1, 0]]
    assert measure("Where was the meeting in May?", text=text) is None


def test_how_many_is_not_asked_for_by_what_is_laid_down() -> None:
    kind = find_answer_type("How many firms are exempt?")
    assert kind is not None
    text = "The rule spares some. Two firms are exempt."
    assert measure("How many firms are exempt?", figure=AskedFigure(kind), text=text) is None


def test_figures_persons_and_days_are_asked_for_otherwise() -> None:
    kind = find_answer_type("How much did products grow?")
    assert kind is not None
    assert measure("By how much did which products grow?", figure=AskedFigure(kind)) is None
    assert measure("What were exports?", figure=AskedFigure(kind)) is None
    assert measure("Who leads the ministry?") is None
    assert measure("When did the ministers meet?") is None
    assert measure("Where was it?") is None
