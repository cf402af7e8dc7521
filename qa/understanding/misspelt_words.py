"""Words of the matter that a question misspells, spelt as releases have them: "foriegn investmnt".

A word counts as misspelt where no release has it, the encoder puts it together of pieces, also
without an ending, and one edit leads to a word of one piece that releases have. Names, which have
capitals or figures, and short words are left alone, as is all that any release has: what is not
plainly misspelt is looked for as it stands. Months and quarters are left to
`qa.understanding.misspelt_dates`.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from string import ascii_lowercase

from qa.language.bodies import Body
from qa.language.sentences import Span
from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex
from qa.questions import Interpretation, Question
from qa.understanding.interpreting import interpret
from qa.understanding.misspelt_dates import Spelt, spell_dates

CountTerm = Callable[[str], int]
"""How many passages hold a term."""

CountPieces = Callable[[Sequence[str]], list[int]]
"""Of how many pieces an encoder puts each text together."""

_LONG = 10  # letters of a word that one edit hardly makes another of
_MOST = 4  # words of one question that are looked up
_WORD = lazy_regex(r"(?<![\w'’.@/-])[a-z]{6,20}(?![\w'’@/-])")
_ENDINGS = lazy_regex(
    r"(?<=[a-z]{3})(?:s|es|ed|d|ings?|ers?|ors?|ly|y|al|ness|ments?|able|ful|less)$"
)


def interpret_spelt(
    question: Question,
    known: Collection[str] | None,
    count_term: CountTerm,
    count_pieces: CountPieces,
    bodies: Sequence[Body] = (),
) -> Interpretation:
    """How a question is understood with its words spelt right, for an encoder that knows the
    languages `known`, None: all, where news of one of `bodies` may be asked for. Raises as
    `interpret` does."""
    spelt = spell_words(question.text, count_term, count_pieces)
    asked = replace(question, text=spelt.text) if spelt.changes else question
    renders = known is not None and "ko" not in known
    read = interpret(asked, render_korean=renders, known=known, bodies=bodies)
    respelt = tuple((question.text[at.start : at.end], right) for at, right in spelt.changes)
    return replace(read, respelt=respelt) if respelt else read


def spell_words(text: str, count_term: CountTerm, count_pieces: CountPieces) -> Spelt:
    """A question with the words spelt right that no release has and that are plainly misspelt."""
    dates = [span.start for span, _ in spell_dates(text).changes]
    unheld = [
        found
        for found in _WORD.finditer(text)
        if found.start() not in dates and not _is_held(found[0], count_term)
    ]
    changes = []
    for found in unheld[:_MOST]:
        right = _spell(found[0], count_term, count_pieces)
        if right is not None:
            changes.append((Span(*found.span()), right))
    parts, end = [], 0
    for span, right in changes:
        parts += [text[end : span.start], right]
        end = span.end
    return Spelt("".join([*parts, text[end:]]), text, tuple(changes))


def _is_held(word: str, count_term: CountTerm) -> bool:
    return all(map(count_term, find_terms(word)))


def _spell(word: str, count_term: CountTerm, count_pieces: CountPieces) -> str | None:
    """The word that releases have which `word`, which none has, misspells."""
    if _is_known(word, count_pieces):
        return None
    terms = {each: find_terms(each) for each in dict.fromkeys(_edit(word))}
    counts = {each: count_term(of[0]) for each, of in terms.items() if len(of) == 1}
    held = (each for each, count in counts.items() if count and _is_whole(each, count_pieces))
    return max(held, key=lambda each: counts[each], default=None)


def _is_known(word: str, count_pieces: CountPieces) -> bool:
    """Whether it is one piece to the encoder, as it stands or without an ending."""
    ends = [each.start() for each in _ENDINGS.finditer(word)]
    return 1 in count_pieces([word, *(word[:at] + end for at in ends for end in ("", "e"))])


def _is_whole(word: str, count_pieces: CountPieces) -> bool:
    """Whether it, or what it is several of, is one piece to the encoder."""
    return 1 in count_pieces([word, word.removesuffix("s")])


def _edit(word: str) -> Iterator[str]:
    """The words that one edit makes of `word`, its first letter left: a letter that was left out,
    two that changed places, one of a pair too many, and in a long word any other, by which a short
    one is often another word."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        if tail and (tail[0] == head[-1] or len(word) >= _LONG):
            yield head + tail[1:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            if tail and len(word) >= _LONG:
                yield head + letter + tail[1:]
