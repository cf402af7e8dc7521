"""What a hit's place rests on, as a small table: the signals, what each counts and what it adds."""

from rich.text import Text

from qa.answers import Hit

_HEADS = ("value", "usual", "weight", "adds")


def format_signals(hit: Hit) -> list[Text]:
    """A row a signal, what adds most or takes most first, and the score that they add up to.

    What a signal adds is (value - usual) * weight; "usual" is what it mostly was when the ranking
    was fitted.
    """
    lines = [Text(f"     {'signal':<20}{''.join(f'{head:>9}' for head in _HEADS)}", "dim")]
    for each in sorted(hit.signals, key=lambda signal: -abs(signal.adds)):
        numbers = "".join(f"{number:>9.3f}" for number in (each.value, each.usual, each.weight))
        line = Text(f"     {each.name:<20}{numbers}")
        adds = f"{each.adds:>+9.3f}" if each.weight else f"{'–':>9}"
        line.append(adds, "green" if each.adds > 0 else "red" if each.adds < 0 else "dim")
        lines.append(line)
    lines.append(Text(f"     {'score':<20}{hit.score:>+36.3f}", "bold"))
    return lines
