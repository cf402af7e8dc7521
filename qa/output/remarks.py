"""What is to be known of an answer before its hits are read, in a line for a terminal."""

from qa.answers import Answer, Verdict, count_percent
from qa.output.reasons import find_reason, write_reason
from qa.output.terminal import make_safe
from qa.output.words import Language, find_words, read_words
from qa.periods.period_names import name_period

NOT_FOUND = "Not found."
_NOT_FOUND_FOR = "Nothing was found for {}."
_NOT_LOOKED_FOR = "Not looked for, as too many periods are asked about: {}."
_BEYOND = "What answers for {} comes after the hits asked for."
_NEAREST = "The nearest passages, none of which seems to answer:"
_ANOTHER_PERIOD = "The nearest passage is of another time than the one asked about."
_PART = "The nearest passage is about {}, which is only a part of the time asked about."
_UNTOLD = "No passage that surely answers says that this was the {}."
_LINED_UP = "qa timeline lines the figures up."
_UNJUDGED = "Not judged: no ranking is calibrated for this model."


def write_remark(answer: Answer) -> str:
    """What is to be known of hits before they are read; empty where they surely answer."""
    said = []
    if answer.verdict is Verdict.UNJUDGED:
        said.append(_UNJUDGED)
    if answer.verdict is Verdict.NOT_FOUND:
        said.append(NOT_FOUND)
    reason = find_reason(answer, answer.hits)
    if reason is not None:
        said.append(make_safe(write_reason(reason, find_words(answer.question.text))))
    for period, sure in answer.unsure:
        of = f" of {name_period(period)}" if period is not None else ""
        said.append(f"Unsure{of}: it is only {count_percent(sure)}% likely that this answers.")
    if answer.missing is not None and answer.verdict is not Verdict.NOT_FOUND:
        said.append(read_words()[Language.ENGLISH].say(f"missing_{answer.missing}"))
    if answer.not_found_for:
        said.append(_NOT_FOUND_FOR.format(", ".join(map(name_period, answer.not_found_for))))
    if beyond := answer.interpretation.beyond:
        said.append(_NOT_LOOKED_FOR.format(", ".join(name_period(e.period) for e in beyond)))
    if answer.answered_beyond:
        said.append(_BEYOND.format(", ".join(map(name_period, answer.answered_beyond))))
    if answer.of_another_period:
        part = answer.part_told
        nearest = _PART.format(name_period(part)) if part is not None else _ANOTHER_PERIOD
        said += [nearest] if reason is None or reason.told is None else []
    elif answer.extreme_untold is not None:
        untold = _UNTOLD.format(answer.extreme_untold.phrase)
        said += [untold] if reason is None or reason.name != "extreme_untold" else []
        said += [_LINED_UP] if answer.is_of_series else []
    elif answer.verdict is Verdict.NOT_FOUND:
        said.append(_NEAREST)
    return " ".join(said)
