"""How fast encoders are beside one another, and a question from a cold start.

Times depend on the machine and on what else it does, ratios within one run far less. So the
contenders take turns at a few texts each, and of several rounds every turn's fastest counts: it
was disturbed the least.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import fmean, median

from embeddings.encoder import Encoder, Vectors
from qa.errors import SettingsError
from qa.index.passages import fit_heading, split_passages
from qa.records import Release
from qa.settings import Settings

_TURN = 64  # passages: two of sentence-transformers' batches

Clock = Callable[[], float]
"""Seconds since some moment."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A way of encoding."""

    name: str
    encode_passages: Callable[[Sequence[str]], Vectors]
    encode_question: Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Speed:
    """What a contender came to.

    `question_s` is the median. `likeness` is the mean cosine of its vectors with those of the
    first contender.
    """

    name: str
    passages_per_s: float
    question_s: float
    likeness: float


def enter_encoder(name: str, encoder: Encoder) -> Contender:
    """One of the project's encoders as a contender."""
    return Contender(
        name, lambda texts: encoder.encode_passages(texts).vectors, encoder.encode_question
    )


def choose_passages(releases: Sequence[Release], encoder: Encoder, count: int) -> list[str]:
    """The first `count` texts that indexing the releases would encode."""
    limit, count_tokens = encoder.max_tokens, encoder.count_tokens
    texts = (
        fit_heading(release, limit, count_tokens) + passage.text
        for release in releases
        for passage in split_passages(release, max_tokens=limit, count_tokens=count_tokens)
    )
    return list(islice(texts, count))


def measure_speeds(
    contenders: Sequence[Contender],
    passages: Sequence[str],
    questions: Sequence[str],
    *,
    rounds: int = 3,
    clock: Clock = time.perf_counter,
) -> list[Speed]:
    """The speed of each contender, in their order."""
    for each in contenders:
        # What is done once only, such as claiming memory, is not what is measured.
        each.encode_passages(passages[:8])
    # Sorted by length as every contender does, so that cutting them up costs none anything.
    in_order = sorted(passages, key=len, reverse=True)
    turns = [in_order[start : start + _TURN] for start in range(0, len(in_order), _TURN)]
    least_s = {each.name: [float("inf")] * len(turns) for each in contenders}
    asked_s = {each.name: [float("inf")] * len(questions) for each in contenders}
    likeness: dict[str, list[float]] = {each.name: [] for each in contenders}
    for _ in range(rounds):
        for turn, texts in enumerate(turns):
            reference: Vectors | None = None
            for each in contenders:
                began = clock()
                vectors = each.encode_passages(texts)
                least_s[each.name][turn] = min(least_s[each.name][turn], clock() - began)
                reference = vectors if reference is None else reference
                # (texts, dim) · (texts, dim) -> (texts,)
                likeness[each.name].extend((vectors * reference).sum(axis=1).tolist())
        for place, question in enumerate(questions):
            for each in contenders:
                began = clock()
                each.encode_question(question)
                asked_s[each.name][place] = min(asked_s[each.name][place], clock() - began)
    return [
        Speed(
            each.name,
            len(passages) / sum(least_s[each.name]),
            median(asked_s[each.name]),
            fmean(likeness[each.name]),
        )
        for each in contenders
    ]


def measure_cold_start(settings: Settings, question: str, *, rounds: int = 3) -> float:
    """How many seconds `qa ask` takes as a program of its own, from start to end.

    Raises SettingsError when it comes to an error, which would be there sooner than an answer.
    """
    least = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-m", "qa", "ask", question],
            env={**os.environ, **settings.write_environment()},
            stdout=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode not in (0, 1):  # 1 where nothing answers
            raise SettingsError(
                f"Expected an answer from `qa ask` with these settings, found exit status "
                f"{done.returncode}. What it said stands above."
            )
        least = min(least, time.perf_counter() - began)
    return least


def format_speeds(speeds: Sequence[Speed]) -> str:
    """A table with, in brackets, how many times as fast as the first each is."""
    first = speeds[0]
    lines = [f"{'':24}{'passages/s':>18}{'a question':>20}{'cosine':>10}"]
    lines += [
        f"{each.name:24}"
        f"{each.passages_per_s:>10.1f} ({each.passages_per_s / first.passages_per_s:.2f})"
        f"{1000 * each.question_s:>10.2f} ms ({first.question_s / each.question_s:.2f})"
        f"{each.likeness:>10.4f}"
        for each in speeds
    ]
    return "\n".join(lines)
