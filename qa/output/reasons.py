"""Why nothing was found, and what was made of how sure a hit is, in sentences for people.

A reason is told where it is so of all hits that are shown, and decides on the first of them: an
adjustment that leaves little of its probability or refuses it, or the one thing that it lacks of
the question, where no other signal counts more against it. Where there is none such, it is told
which words of the question no release held has, if any, and else what the sentence of the first
holds none of, though it is plainly asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa.answers import Answer, Hit, Verdict
from qa.judgements import Adjustment, Judgement, Lack
from qa.output.words import Words
from qa.periods import Period


@dataclass(frozen=True, slots=True)
class Reason:
    """Why nothing was found: the `name` of an adjustment or of a signal, part_of_period or unheld;
    `of` is what of the question it is about. `asked` is the period asked about, where the hits are
    of others, and `told` the one that the first is about."""

    name: str
    of: tuple[str, ...] = ()
    asked: Period | None = None
    told: Period | None = None


def find_reason(answer: Answer, hits: Sequence[Hit]) -> Reason | None:
    """Why `hits`, those of an answer that are shown, do not answer; None where they may, or nothing
    with a plain meaning decides it."""
    judgements = [hit.judgement for hit in hits if hit.judgement is not None]
    if answer.verdict is not Verdict.NOT_FOUND or not hits or len(judgements) < len(hits):
        return None
    for each in _list_objections(judgements[0]):
        if each.name == "another_period":
            reason = _find_period(answer, hits)
        elif each.name in ("part_untold", "subject_untold"):
            reason = Reason(each.name, each.of)
        else:
            reason = _share(each, judgements)
        if reason is not None:
            return reason
    if answer.unheld:
        return Reason("unheld", answer.unheld)
    missing = next((e for e in judgements[0].adjustments if e.name == "asked_missing"), None)
    return None if missing is None else Reason(missing.name, missing.of)


def write_reason(reason: Reason, words: Words) -> str:
    """The sentence that says so."""
    if reason.asked is not None and reason.told is not None:
        asked, about = words.name_period(reason.asked), words.name_period(reason.told)
        return words.say(f"why_{reason.name}", asked=asked, told=about)
    match reason.name:
        case "extreme_untold":
            return words.say(f"untold_{reason.of[0]}")
        case "asked_missing":
            return words.say(f"missing_{reason.of[0]}")
        case "form_missing":
            told = [words.say(f"form_{each}") for each in reason.of]
        case _:
            told = list(reason.of)
    return words.say(f"why_{reason.name}", of=words.say("either").join(told))


def write_adjustment(made: Adjustment, words: Words) -> str:
    """What was made of how sure a hit is, and why."""
    said = [words.say(f"adjusted_{made.name}", of=", ".join(made.of))]
    if made.least:
        said.append(words.say("effect_least", percent=round(100 * made.least)))
    if made.factor < 1:
        said.append(words.say("effect_factor", percent=round(100 * made.factor)))
    if made.refuses:
        said.append(words.say("effect_refuses"))
    return " ".join(said)


def _list_objections(first: Judgement) -> Iterator[Adjustment | Lack]:
    """What may decide on a hit, what nothing can be said beside first."""
    against = [each for each in first.adjustments if each.refuses or each.factor < 1]
    yield from (each for each in against if each.factor == 0)
    worst = min(first.signals, key=lambda each: each.adds, default=None)
    yield from (each for each in first.lacks if worst is not None and each.name == worst.name)
    yield from (each for each in against if each.factor > 0 and each.name != "asked_missing")


def _share(objection: Adjustment | Lack, judgements: Sequence[Judgement]) -> Reason | None:
    """The objection as far as it is one to all; None where it is not."""
    of_each = [_find_words(objection.name, each) for each in judgements]
    if None in of_each:
        return None
    shared = tuple(word for word in objection.of if all(word in own for own in of_each if own))
    return Reason(objection.name, shared) if shared or not objection.of else None


def _find_words(name: str, judgement: Judgement) -> tuple[str, ...] | None:
    """The words of an objection to a hit; None where there is no such one."""
    objections: tuple[Adjustment | Lack, ...] = (*judgement.adjustments, *judgement.lacks)
    return next((each.of for each in objections if each.name == name), None)


def _find_period(answer: Answer, hits: Sequence[Hit]) -> Reason | None:
    """The period that the first hit is about, where all are of another than the one asked about."""
    asked, told = answer.interpretation.period, hits[0].about
    if asked is None or told is None or not all(hit.of_another_period for hit in hits):
        return None
    name = "another_period" if answer.part_told is None else "part_of_period"
    return Reason(name, asked=asked.period, told=told)
