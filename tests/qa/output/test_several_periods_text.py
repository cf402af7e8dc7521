"""An answer about several periods as text: a sentence for each, and what none was found for."""

from datetime import date

from qa.output.answer_text import format_answer
from qa.questions import Question
from qa.retrieval.asking import Asker


def test_each_period_has_its_sentence_above_the_hits(monthly_asker: Asker) -> None:
    text = "battery exports in April, July and May 2025"
    said = format_answer(monthly_asker.ask(Question(text, date(2025, 9, 1))))
    about, april, july, remark, first, *_ = said.split("\n\n")
    assert " ".join(about.split()) == (
        "About 2025-04-01 to 2025-04-30 (“April”), 2025-07-01 to 2025-07-31 (“July”), 2025-05-01 "
        "to 2025-05-31 (“May 2025”)"
    )
    assert april.startswith("2025-06-20  Exports of secondary batteries fell 1.2 percent")
    assert "July 2025" in july
    assert remark == "Nothing was found for 2025-05."
    assert first.startswith("1. 2025-06-20")


def test_period_whose_hit_is_not_wanted_is_named(monthly_asker: Asker) -> None:
    question = Question("battery exports in April and July 2025", date(2025, 9, 1), k=1)
    said = format_answer(monthly_asker.ask(question))
    assert "What answers for 2025-07 comes after the hits asked for." in said
