"""What passages say, remembered from one generation of a library to the next."""

from datetime import date
from pathlib import Path

from embeddings.encoder import Encoder
from qa.questions import Question
from qa.records import Release
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker, update_library
from tests.qa.noting_encoder import NotingEncoder

QUESTION = "How far did steel exports rise?"


def make_release(number: int, percent: int | None = None) -> Release:
    rose = number if percent is None else percent
    return Release(
        f"r{number}",
        f"Steel exports up {rose} percent",
        date(2025, 1, 1),
        f"Steel exports rose {rose} percent.",
        "M",
    )


def test_what_passages_say_is_not_found_out_again_for_a_newer_generation(
    tmp_path: Path, encoder: Encoder
) -> None:
    settings = Settings(data=tmp_path)
    noting = NotingEncoder(encoder)
    question = Question(QUESTION, date(2025, 1, 2), None, k=20)
    update_library(settings, encoder, [make_release(number) for number in range(5)])
    first = open_asker(settings, noting, read_ranking())
    assert len(first.ask(question).hits) == len(noting.placed) == 5

    noting.placed.clear()
    update_library(settings, encoder, [make_release(0, 7), make_release(8)])
    second = open_asker(settings, noting, read_ranking(), earlier=first)
    answer = second.ask(question)
    assert sorted(noting.placed) == [
        "Steel exports up 7 percent (1 January 2025)",
        "Steel exports up 8 percent (1 January 2025)",
    ]
    alone = open_asker(settings, encoder, read_ranking())
    assert answer == alone.ask(question)

    # Another encoder divides a text otherwise.
    other = NotingEncoder(encoder)
    third = open_asker(settings, other, read_ranking(), earlier=second)
    assert third.ask(question) == answer
    assert len(other.placed) == 6
    for each in (first, second, alone, third):
        each.snapshot.close()
