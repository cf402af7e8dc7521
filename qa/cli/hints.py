"""What someone at a terminal could do next, told apart from the answer itself."""

import shlex
from dataclasses import dataclass

from qa.answers import Answer, Verdict
from qa.understanding.limits import MAX_HITS

_MOST = 2


@dataclass(frozen=True, slots=True)
class Hint:
    """What there is to be had, by which words of a command, and by which line at the prompt."""

    said: str
    command: str
    line: str


def find_hints(answer: Answer) -> list[Hint]:
    """What could help with an answer, the likeliest first, two at most."""
    hints: list[Hint] = []
    understood = answer.interpretation
    over_time = Hint("Over time", f"qa timeline {shlex.quote(answer.question.text)}", ":timeline")
    if answer.extreme_untold is not None and answer.is_of_series:
        hints.append(over_time)
    if answer.verdict is Verdict.NOT_FOUND:
        if understood.published_words is not None:
            hints.append(Hint("Whenever published", "--ignore published", ":ignore published"))
        if understood.period is not None and understood.period.words is not None:
            hints.append(Hint("About any period", "--ignore period", ":ignore period"))
    if answer.total is not None:
        shown = min(answer.total, MAX_HITS)
        more = Hint("More of them", f"-k {shown}", f":k {shown}")
        return [more] if shown > len(answer.hits) else []
    for hit in answer.hits[:1]:
        if answer.is_of_series and over_time not in hints:
            hints.append(over_time)
        if hit.others:
            most = len(hit.others) + 1
            hints.append(
                Hint("More from one release", f"--per-release {most}", f":per-release {most}")
            )
    return hints[:_MOST]
