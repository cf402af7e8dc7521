"""What a hit's place and its probability rest on, as small tables: the signals, what each counts
for, and what it adds."""

from collections.abc import Iterable

from rich.text import Text

from qa.answers import Hit, count_percent
from qa.judgements import Judgement, Signal
from qa.output.reasons import write_adjustment
from qa.output.terminal import lay_out, make_safe
from qa.output.words import Language, read_words

_HEADS = ("value", "usual", "weight", "adds")


def format_signals(hit: Hit) -> list[Text]:
    """A row a signal, what adds most or takes most first, and the score that they add up to.

    What a signal adds is (value - usual) * weight; "usual" is what it mostly was when the ranking
    was fitted.
    """
    return [_write_heads("signal"), *_write_rows(hit.signals), _write_sum("score", hit.score)]


def format_judgement(judgement: Judgement, width: int) -> list[Text]:
    """The same of the probability: what was judged, the log-odds that it adds up to with what is
    usual, and then what was made of the probability that is fitted, in lines of `width`."""
    lines = [
        _write_heads("judged"),
        *_write_rows(judgement.signals),
        _write_sum("as usual", judgement.intercept),
        _write_sum("log-odds", judgement.log_odds),
        _write_percent("fitted", judgement.fitted),
    ]
    for lack in judgement.lacks:
        if lack.of:
            said = f"{lack.name}: {make_safe(', '.join(lack.of))}"
            lines += lay_out(Text(said), width, "     ")
    words, sure = read_words()[Language.ENGLISH], judgement.fitted
    for each in judgement.adjustments:
        said = f"{each.name}: {make_safe(write_adjustment(each, words))}"
        lines += lay_out(Text(said), width, "     ")
        sure = each.apply(sure)
        lines.append(_write_percent(each.name, sure))
    return lines


def _write_heads(of: str) -> Text:
    return Text(f"     {of:<20}{''.join(f'{head:>9}' for head in _HEADS)}", "dim")


def _write_rows(signals: Iterable[Signal]) -> list[Text]:
    lines = []
    for each in sorted(signals, key=lambda signal: -abs(signal.adds)):
        numbers = "".join(f"{number:>9.3f}" for number in (each.value, each.usual, each.weight))
        line = Text(f"     {each.name:<20}{numbers}")
        adds = f"{each.adds:>+9.3f}" if each.weight else f"{'–':>9}"
        line.append(adds, "green" if each.adds > 0 else "red" if each.adds < 0 else "dim")
        lines.append(line)
    return lines


def _write_sum(name: str, value: float) -> Text:
    return Text(f"     {name:<20}{value:>+36.3f}", "bold")


def _write_percent(name: str, sure: float) -> Text:
    return Text(f"     {name:<20}{f'{count_percent(sure)}%':>36}", "bold")
