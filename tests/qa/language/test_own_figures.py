"""How the lead of a release stands to what a question asks to have been so last."""

import pytest

from qa.language.own_figures import is_of_another, leads_so

EXPORTS = "Exports rose 3.2 percent to $51.2 billion, and imports fell 2 percent to $48 billion."
SURPLUS = "Exports came to $51 billion and imports to $47 billion, for a surplus of $4 billion."
CRUDE = (
    "In November, 81.1 million barrels of crude oil arrived in Korea (up 13.0 percent), and "
    "consumption of petroleum products decreased to 78.5 million barrels."
)
RETAIL = (
    "Total sales of 23 major distributors in November grew 11.5% from a year earlier to 19.4 "
    "trillion won, with online channels taking 60.7% of them."
)
TEXTILES = "우리 섬유업계는 2025년 11월 한 달간 9.8억 달러를 수출했다(15.5% 감소)."


@pytest.mark.parametrize(
    ("question", "lead", "so"),
    [
        ("When did exports last rise?", EXPORTS, True),
        ("When did exports last fall?", EXPORTS, False),
        ("When did imports last fall?", EXPORTS, True),
        ("When did imports last rise?", EXPORTS, False),
        ("When did exports last exceed $50 billion?", EXPORTS, True),
        ("When did imports last exceed $50 billion?", EXPORTS, False),
        ("When were imports last below $50 billion?", EXPORTS, True),
        ("When did exports last exceed 50 billion won?", EXPORTS, False),
        ("When did exports last rise by more than 3 percent?", EXPORTS, True),
        ("When did exports last rise by more than 5 percent?", EXPORTS, False),
        ("When did exports last fall by more than 3 percent?", EXPORTS, False),
        ("When did crude oil imports last increase?", CRUDE, True),
        ("When did crude oil imports last decrease?", CRUDE, False),
        ("When were crude oil imports last above 80 million barrels?", CRUDE, True),
        ("When did retail sales last fall?", RETAIL, False),
        ("When did the online share of retail sales last exceed 60 percent?", RETAIL, True),
        ("When did the online share of retail sales last exceed 70 percent?", RETAIL, False),
        ("섬유 수출이 마지막으로 감소한 것은 언제?", TEXTILES, True),
        ("When did textile exports last increase?", TEXTILES, False),
        ("When did the trade surplus last exceed $2 billion?", EXPORTS, False),
        ("When did the trade surplus last exceed $3 billion?", SURPLUS, True),
        ("When did exports last exceed $55 billion?", SURPLUS, False),
        ("When did exports last stay flat?", EXPORTS, False),
        ("When did exports last fall?", "Exports slumped once more.", True),
    ],
)
def test_own_figure_of_a_lead_decides(question: str, lead: str, so: bool) -> None:
    assert leads_so(question, lead) is so


@pytest.mark.parametrize(
    ("question", "sentence", "another"),
    [
        ("When were imports highest?", "The total was an all-time high.", True),
        ("When were exports highest?", "The total was an all-time high.", False),
        ("When was the surplus largest?", "No month since May 2011 had seen more.", True),
        ("When were imports highest?", "Imports reached a record, as did exports.", False),
        ("When were exports highest?", "The trade balance posted the largest surplus ever.", True),
        ("When was the BSI highest?", "It is the highest reading since 2009.", False),
        ("When were exports and imports highest?", "The total was an all-time high.", False),
    ],
)
def test_sentence_that_names_nothing_is_of_what_its_release_leads_with(
    question: str, sentence: str, another: bool
) -> None:
    assert is_of_another(question, sentence, EXPORTS) is another
