"""A small grammar for wording: choices, slots, and the particles that Korean needs after them.

A template is a line of text. `[rose|climbed]` is one of its alternatives, `{period}` a slot, and
`{topic^}` the slot in title case. A Korean particle that depends on the word before it is written
`<은>`, `<이>`, `<을>`, `<과>` or `<으로>`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)(\^?)\}")
_PARTICLE = re.compile(r"(.)((?:\([^()]*\))?[’”\"']*)<(은|이|을|과|으로)>")
_GAP = re.compile(r" {2,}")
_SPACE_BEFORE = re.compile(r" +([,.;:?!])")
_SMALL = frozenset("a an and at by for from in of on or the to with".split())
# with a final consonant, without one
_PARTICLES = {
    "은": ("은", "는"),
    "이": ("이", "가"),
    "을": ("을", "를"),
    "과": ("과", "와"),
    "으로": ("으로", "로"),
}
_CLOSED = "013678LMNRlmnr"  # digits and letters whose Korean reading ends in a consonant
_CLOSED_L = "178LRlr"  # ... in ㄹ, after which 으로 is 로


@dataclass(frozen=True, slots=True)
class Section:
    """Templates under a heading: `# lead 2015` is name "lead", argument "2015"."""

    name: str
    argument: str
    lines: tuple[str, ...]


def read_sections(block: str) -> tuple[Section, ...]:
    r"""Sections of a block of wording: a template a line, continued where a line is indented.

    >>> read_sections("# lead 2015\nExports rose\n  in {period}.\n")
    (Section(name='lead', argument='2015', lines=('Exports rose in {period}.',)),)
    """
    sections: list[Section] = []
    name = argument = ""
    lines: list[str] = []
    for line in [*block.strip("\n").splitlines(), "# "]:
        if line.startswith("# "):
            if name:
                sections.append(Section(name, argument, tuple(lines)))
            name, _, argument = line[2:].partition(" ")
            lines = []
        elif line.startswith(" "):
            lines[-1] += " " + line.strip()
        elif line:
            lines.append(line)
    return tuple(sections)


def compose(template: str, slots: Mapping[str, str], rng: Random) -> str:
    """The template with its choices made and its slots filled.

    Raises KeyError for a slot that is not at hand.

    >>> compose("exports [rose] to {level}", {"level": "USD 2 billion"}, Random(1))
    'Exports rose to USD 2 billion'
    """
    text = template
    while choice := _CHOICE.search(text):
        pick = rng.choice(choice[1].split("|"))
        text = text[: choice.start()] + pick + text[choice.end() :]
    text = _SLOT.sub(lambda slot: title_case(slots[slot[1]]) if slot[2] else slots[slot[1]], text)
    text = text.replace("s's ", "s' ").replace("–the ", "–")
    text = add_particles(_SPACE_BEFORE.sub(r"\1", _GAP.sub(" ", text)).strip())
    return text[:1].upper() + text[1:]


def compose_any(templates: Sequence[str], slots: Mapping[str, str], rng: Random) -> str | None:
    """One of the templates whose slots are all at hand; None when there is none such."""
    for template in rng.sample(templates, len(templates)):
        try:
            return compose(template, slots, rng)
        except KeyError:
            continue
    return None


def slots_of(template: str) -> tuple[str, ...]:
    """The names of the slots of a template, in order.

    >>> slots_of("{minister} in {country^}")
    ('minister', 'country')
    """
    return tuple(slot[1] for slot in _SLOT.finditer(template))


def title_case(text: str) -> str:
    """The words of a headline capitalised; what has a capital already stays.

    >>> title_case("rules of origin for e-bikes in the EU")
    'Rules of Origin for E-bikes in the EU'
    """
    words = text.split(" ")
    return " ".join(
        word if word in _SMALL or word != word.lower() else word[:1].upper() + word[1:]
        for word in words
    )


def add_particles(text: str) -> str:
    """The Korean particles resolved by the sound before them.

    >>> add_particles("베트남<과> 몽골<으로>, 미국(2.1%)<으로>")
    '베트남과 몽골로, 미국(2.1%)으로'
    """
    return _PARTICLE.sub(_resolve, text)


def _resolve(match: re.Match[str]) -> str:
    letter, quote, particle = match.groups()
    final = (ord(letter) - 0xAC00) % 28 if "가" <= letter <= "힣" else int(letter in _CLOSED)
    ends_in_l = final == 8 if "가" <= letter <= "힣" else letter in _CLOSED_L
    closed, open_ = _PARTICLES[particle]
    takes_open = final == 0 or (particle == "으로" and ends_in_l)
    return letter + quote + (open_ if takes_open else closed)


def list_words(words: Sequence[str], *, last: str = "and") -> str:
    """Words as an English list.

    >>> list_words(["steel", "ships", "cars"])
    'steel, ships, and cars'
    """
    if len(words) < 3:
        return f" {last} ".join(words)
    return f"{', '.join(words[:-1])}, {last} {words[-1]}"
