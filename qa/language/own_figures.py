"""Whether the figure that a release leads with went the way a question asks for, or is beyond the
amount that it names.

"When did exports last fall?" is answered by how the newest instalment begins, and by nothing else
that it says: its parts, other months and other things go other ways. Of a lead on exports and
imports the part counts that is about the one asked for.
"""

import re

from qa.language.directions import Direction, find_directions
from qa.language.figures import SHARES, Figure, find_figures
from qa.lazy_regex import lazy_regex

_BELOW = lazy_regex(r"\b(?:below|under|less than|fewer than)\b|밑|하회|아래|미만", re.IGNORECASE)
_TRADED = {
    "export": lazy_regex(r"\b(?:exports?|outbound)\b|수출", re.IGNORECASE),
    "import": lazy_regex(r"\b(?:imports?|inbound)\b|수입", re.IGNORECASE),
    "balance": lazy_regex(r"\b(?:surplus|deficit|balance)\b|흑자|적자|수지", re.IGNORECASE),
}


def leads_so(question: str, lead: str) -> bool:
    """Whether the first figure of a lead that is of the kind asked for is beyond the amount that a
    question names or, where it names none, went the one way that it asks for.

    >>> lead = "Exports rose 3.2 percent to $51 billion, and imports fell 2 percent."
    >>> leads_so("When did imports last fall?", lead), leads_so("When did exports last fall?", lead)
    (True, False)
    >>> leads_so("When did exports last exceed $50 billion?", lead)
    True
    """
    said = _cut_contrary(question, lead)
    asked = next(iter(find_figures(question)), None)
    figures = find_figures(said)
    if asked is not None:
        of_kind = (
            each for each in figures if (each.unit, each.is_change) == (asked.unit, asked.is_change)
        )
        own = next(of_kind, None)
        return own is not None and _is_beyond(question, asked, own)
    ways = find_directions(question)
    if len(ways) != 1:
        return False
    changes = (each for each in figures if each.is_change and each.unit in SHARES)
    change = next(changes, None)
    if change is None or not change.value:
        return find_directions(said) == ways
    return ways == {Direction.FALL if change.value < 0 else Direction.RISE}


def _is_beyond(question: str, asked: Figure, own: Figure) -> bool:
    if asked.is_change and asked.value * own.value <= 0:
        return False
    limit, stands = abs(asked.value), abs(own.value)
    return stands < limit if _BELOW.search(question) else stands > limit


def is_of_another(question: str, sentence: str, lead: str) -> bool:
    """Whether a sentence is of exports, imports or a balance, where another of these alone is asked
    for: one that names none of them is of what the lead of its release names first.

    >>> lead = "Exports rose, and imports fell."
    >>> is_of_another("When were imports highest?", "The total was an all-time high.", lead)
    True
    """
    asked, said = _find_traded(question), _find_traded(sentence)
    if len(asked) != 1:
        return False
    names = {name for _, name in said or _find_traded(lead)[:1]}
    return bool(names) and asked[0][1] not in names


def _cut_contrary(question: str, lead: str) -> str:
    """The part of a lead on what a question asks for, where that is exports, imports or a balance
    alone; nothing where it is on others of these."""
    asked, said = _find_traded(question), _find_traded(lead)
    if len(asked) != 1 or not said:
        return lead
    names = [name for _, name in said]
    if asked[0][1] not in names:
        return ""
    place = names.index(asked[0][1])
    starts = [start for start, _ in said]
    return lead[starts[place] if place else 0 : starts[place + 1] if said[place + 1 :] else None]


def _find_traded(text: str) -> list[tuple[int, str]]:
    """Where a text first speaks of each of them, in the order of these places."""
    found = ((words.search(text), name) for name, words in _TRADED.items())
    return sorted((each.start(), name) for each, name in found if each is not None)
