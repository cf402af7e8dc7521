"""Korean words of a question that no English is known for, and which releases have them.

Many of them name what the question is about, a person, a place, a firm, a product: a release that
has none of them speaks of something else, however well the rest fits. Predicates are left out, as
what was done can be said in other words. Of people, whom releases in English name too, the surname
is known in letters (`surnames.tsv`: Korean, tab, the usual spellings; given names have too many).
"""

import re
import unicodedata
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from qa.language.terms import find_terms
from qa.lazy_regex import lazy_regex

_TITLES = (
    "장관|차관|차관보|총리|대통령|대사|특사|회장|의장|의원|본부장|실장|국장|원장|위원장|사장|이사장|대표"
    "|정책관|과장|시장|지사|청장|처장|단장|대변인|교수|총재"
)
# What stands behind the stem of a verb: "둘러봤나요", "정리해 주세요", "훑어보는".
_PREDICATE = lazy_regex(
    r"[가-힣]{0,2}(?:했|하(?:였|셨|는|던|고|면|며|기|나|자|지)|해(?![가-힣])|해[서야요주줘]|할|합니|한(?![가-힣])"
    r"|됐|되|된|될|받[았은을는]|시[켰키킨킬]|[았었겠봤렸졌꼈갔왔셨났뤘뒀쳤섰탔랐](?:나|는|던|습|다|을|고|지|으))"
    r"|[가-힣]{0,3}(?:나요|까요?|니까|습니다|세요|어요|아요|는지|는가|지요|죠|[줘달]|주)(?![가-힣])"
)

_PARTICLE = "(?:은|는|이|가|을|를|의|에|에서|에게|과|와|도|만|로|으로|이나|까지|부터|보다|들)"
# Of a word, up to its particle. Compiled once, as to do so takes longer than all else here.
_REST = lazy_regex(rf"[가-힣]*?(?={_PARTICLE}?(?![가-힣]))")
_HANGUL = lazy_regex("[가-힣]")


@dataclass(frozen=True, slots=True)
class UnreadWord:
    """A Korean word without English, and the spellings of whose surname it is, if it names one."""

    korean: str
    surnames: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[str, ...]:
        """Those that it is searched for by."""
        return tuple(find_terms(self.korean))

    def is_among(self, terms: Container[str]) -> bool:
        """Whether all terms that it is searched for by are among `terms`."""
        own = self.terms
        return bool(own) and all(term in terms for term in own)

    def stands_in(self, text: str) -> bool:
        """Whether `text`, of either language, has it.

        >>> UnreadWord("표재훈", ("Pyo",)).stands_in("Minister Pyo Jae-hoon met his counterpart.")
        True
        """
        return self.korean in text or any(
            re.search(rf"\b{each}\b", text) is not None for each in self.surnames
        )


def find_unread_words(text: str, unrendered: Sequence[str]) -> tuple[UnreadWord, ...]:
    """Those of `unrendered`, the pieces of `text` without English, that name something, in order.

    >>> [each.korean for each in find_unread_words("제습기를 둘러봤나요?", ["제습", "둘러봤"])]
    ['제습기']
    >>> find_unread_words("하동욱 장관은 누구를 만났나요?", ["욱"])[0].surnames
    ('Ha',)
    """
    text = unicodedata.normalize("NFC", text)
    people = [found["name"] for found in _holders().finditer(text)]
    words: dict[str, UnreadWord] = {}
    for piece in unrendered:
        person = next((name for name in people if piece in name), None)
        if person is not None:
            words[person] = UnreadWord(person, _surnames()[person[0]])
        elif len(piece) > 1 and not _is_predicate(piece, text):
            word = _write_whole(piece, text)
            words[word] = UnreadWord(word)
    return tuple(words.values())


def _write_whole(piece: str, text: str) -> str:
    """The word that begins with `piece`, whose end may look like an ending; else the piece."""
    for begun in re.finditer(re.escape(piece), text):
        rest = _REST.match(text, begun.end())
        if rest is not None and not _HANGUL.match(text[begun.start() - 1 : begun.start()]):
            return piece + rest.group()
    return piece


def _is_predicate(piece: str, text: str) -> bool:
    """Whether the word that `piece` is of says what is done, wherever it stands."""
    behind = [found.end() for found in re.finditer(re.escape(piece), text)]
    own = _PREDICATE.fullmatch(piece) is not None
    return own or (bool(behind) and all(_PREDICATE.match(text, end) for end in behind))


def spell_surname(word: str) -> tuple[str, ...]:
    """The other usual spellings of a Korean surname in letters, in either script; none of what is
    no such surname.

    >>> spell_surname("Koh")
    ('고', 'Ko', 'Go')
    """
    return tuple(
        spelling
        for korean, usual in _surnames().items()
        if word in usual
        for spelling in (korean, *usual)
        if spelling != word
    )


@cache
def _surnames() -> dict[str, tuple[str, ...]]:
    lines = files("qa.language").joinpath("surnames.tsv").read_text("utf-8").splitlines()
    return {korean: tuple(usual.split()) for korean, usual in (line.split("\t") for line in lines)}


@cache
def write_name() -> str:
    """A pattern of a name of three syllables."""
    return f"[{''.join(_surnames())}][가-힣]{{2}}"


@cache
def _holders() -> re.Pattern[str]:
    """A name before the title of an office."""
    return re.compile(rf"(?<![가-힣])(?P<name>{write_name()}) (?:{_TITLES})(?![가-힣]{{3}})")
