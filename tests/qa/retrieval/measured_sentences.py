"""What is measured of sentences whose tokens are made by hand."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from embeddings.late_interaction import compare, pack_tokens
from qa.language.answer_types import AnswerType
from qa.language.asked_figures import AskedFigure
from qa.periods import Period
from qa.records import Passage, Release, StoredPassage
from qa.retrieval.highlights import SENTENCE_SIGNALS, measure_sentences
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.signals import Matrix
from qa.understanding.wanted import Wanted
from tests.qa.retrieval.taken_apart import take_apart

TEXT = "Aa rose. Bb 7 fell in May."
PLUS = [1.0] * 8
MINUS = [-1.0] * 8
HALF = [1.0] * 6 + [-1.0] * 2  # its cosine with PLUS is 0.5


Token = tuple[list[float], int, int]
"""Its signs, and where it stands."""

NOTHING = Wanted({}, frozenset(), frozenset(), None)


def read(
    text: str, tokens: Sequence[Token], name: str = "r", about: Period | None = None
) -> ReadPassage:
    release = Release(name, "News", date(2025, 12, 15), text, "Ministry")
    stored = StoredPassage(
        1, Passage(f"{name}:0", name, 0, 0, len(text), text), release, about=about
    )
    return take_apart(stored, [place for _, *place in tokens])


def measure_all(
    passages: Sequence[tuple[str, Sequence[Token]]],
    question: tuple[list[float], ...] = (PLUS,),
    wanted: Wanted = NOTHING,
    *,
    releases: Sequence[str] = (),
    about: Period | None = None,
) -> Matrix:
    """What is measured of several passages, each a text with its tokens; of one release each, or
    all of the same, about that period."""
    asked = np.array(question, np.float32).reshape(-1, 8) / np.float32(np.sqrt(8))
    signs = [np.array([signs for signs, _, _ in tokens]).reshape(-1, 8) for _, tokens in passages]
    compared = compare(asked, [pack_tokens(each) for each in signs])
    names = releases or ["r"] * len(passages)
    told = [read(*each, name, about) for each, name in zip(passages, names, strict=True)]
    return measure_sentences(wanted, told, compared)


def measure(
    *tokens: Token,
    question: tuple[list[float], ...] = (PLUS,),
    wanted: Wanted | None = None,
    text: str = TEXT,
    about: Period | None = None,
) -> dict[str, list[float]]:
    """The columns measured when tokens with these signs stand at these places in the text."""
    matrix = measure_all([(text, tokens)], question, wanted or NOTHING, about=about)
    return dict(zip(SENTENCE_SIGNALS, matrix.T.tolist(), strict=True))


def ask_amount(
    *terms: str,
    period: Period | None = None,
    cumulated: bool = False,
) -> Wanted:
    """A question for an amount by these terms, all of them of its matter."""
    return Wanted(
        dict.fromkeys(terms, 1.0),
        frozenset(),
        frozenset(),
        AnswerType.AMOUNT,
        period,
        said=frozenset({"cumulative"} if cumulated else ()),
        figure=AskedFigure(AnswerType.AMOUNT),
        matter=frozenset(terms),
    )
