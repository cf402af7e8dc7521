"""What the holder of an office said: whose words a question asks for, and which sentences give
them. A release quotes who speaks for somebody; what others said is told in whatever words."""

import re
from dataclasses import dataclass

from qa.language.countries import find_countries
from qa.lazy_regex import lazy_regex

_VERBS = (
    r"(?:say(?:ing)?|said|tell|told|note[ds]?|stress(?:ed)?|emphasi[sz]ed?|state[ds]?|argue[ds]?"
    r"|call(?:ed)? for|promise[ds]?|pledge[ds]?|urge[ds]?|ask(?:ed)?|answer(?:ed)?|claim(?:ed)?"
    r"|declare[ds]?|remark(?:ed)?|complain(?:ed)?|warn(?:ed)?|propose[ds]?)"
)
_WORDS = r"(?:quotes?|quotations?|words|remarks?|comments?|statements?)"
_TILL = r"(?=\W*$|,? (?:on|about|in|at|during|regarding|when|while|after|before|to)\b)"
_ASKED = tuple(
    (lazy_regex(words, re.IGNORECASE), verbatim)
    for words, verbatim in (
        (rf"\bwhat (?:did|does|do|has|had|have) (?P<who>(?:[\w.’'-]+ ){{1,6}}?){_VERBS}\b", False),
        (
            rf"(?:^\W*(?:please )?(?:quote|cite)|\b{_WORDS} (?:by|from|of))"
            rf" (?P<who>[\w.’'-]+(?: [\w.’'-]+){{0,5}}?){_TILL}",
            True,
        ),
        (
            rf"\bwhat (?:are|is|was|were) (?P<who>(?:[\w.’'-]+ ){{0,5}}?[\w.-]+)[’']s? {_WORDS}\b",
            True,
        ),
    )
)
# Nothing but whose words are asked for.
_ASKED_ALONE = lazy_regex(
    rf"^\W*what (?:did|does|has|had) (?P<who>(?:[\w.’'-]+ ){{2,8}}?){_VERBS}\W*$", re.IGNORECASE
)
_SPEECH = "호소|건의|요청|약속|강조|당부|언급|말|주장|제안|답|지적"
_ASKED_KO = lazy_regex(
    rf"(?:무엇[을이]?라?고?|뭐라고|뭘) ?(?:{_SPEECH})|(?:{_SPEECH})(?:한|하는|했던) .*(?:무엇|뭐)"
    r"|한 말씀?(?:[은이]|\W*$)|(?:애로|어려움|고충|건의)[^?]*(?:무엇|뭐)"
)
_SPEAKER_KO = lazy_regex(r"(?:장관|차관|본부장|대사|대표|회장|실장|위원장)(?=[은는이가])")
# Who speaks so tells what the release announces, in nobody's words.
_NOBODY = frozenset(
    "ministry statistics figures release report survey data government latest new motir"
    " motie".split()
)
_OFFICES = frozenset(
    "minister secretary senator sen president director head chief ambassador chairman chairwoman"
    " chair commissioner governor mayor spokesman spokeswoman spokesperson official ceo".split()
)
_NO_NAMES = _OFFICES | frozenset(
    "the of and a vice deputy trade mr ms mrs dr general director-general vice-minister".split()
)
_SAID = lazy_regex(
    r"[\"“”]|\b(?:said|says|noted|stressed|stated|emphasi[sz]ed|added|urged|told|argued|promised"
    r"|pledged|remarked|warned|asked|proposed|called for)\b",
    re.IGNORECASE,
)
_SAID_KO = lazy_regex(
    r"[“\"]|말했|말하|강조[했하]|당부[했하]|답[했하]|언급[했하]|호소|꼽[았는]|건의했|건의하였|요청[했하]"
    r"|약속[했하]|제안[했하]|지적[했하]"
)
_WORD = lazy_regex(r"\w+(?:[-’'](?!s\b)\w+)*")


@dataclass(frozen=True, slots=True)
class Saying:
    """The words of somebody; `speakers`, in lower case, are what they go by, any of them. They are
    wanted `verbatim` where it is asked for a quote, and not for what was said. `alone`: they are
    all that is asked for, and `speakers` the name in full of one person, all of it."""

    speakers: frozenset[str]
    korean: bool = False
    verbatim: bool = False
    alone: bool = False

    def is_in(self, sentence: str) -> bool:
        """Whether a sentence gives words of theirs, and says so.

        >>> Saying(frozenset({"pyo"})).is_in("“Both gain,” Minister Pyo said.")
        True
        """
        if not self.korean:
            said = {word.lower() for word in _WORD.findall(sentence)}
            named = self.speakers <= said if self.alone else not self.speakers.isdisjoint(said)
            return named and _SAID.search(sentence) is not None
        spoken = _SAID_KO.search(sentence) is not None
        return spoken and (not self.speakers or any(each in sentence for each in self.speakers))


def find_saying(question: str) -> Saying | None:
    """Whose words a question asks for; None where nobody's are.

    >>> sorted(find_saying("What did Minister Pyo say in Ulaanbaatar?").speakers)
    ['pyo']
    >>> find_saying("What did Pyo Han-sol say?").alone
    True
    >>> find_saying("What did the ministry say about exports?")
    >>> find_saying("What did Luther say?")
    """
    if speaker := _find_speaker(question):
        return Saying(speaker, alone=True)
    for asking, verbatim in _ASKED:
        asked = asking.search(question)
        if asked is None:
            continue
        words = _WORD.findall(asked["who"])
        lowered = {word.lower() for word in words}
        if not _NOBODY.isdisjoint(lowered) or _OFFICES.isdisjoint(lowered):
            return None
        named = {word.lower() for word in words if word[0].isupper()} - _NO_NAMES
        speakers = named or lowered - {"the", "of", "and", "a"}
        return Saying(frozenset(speakers), verbatim=verbatim) if speakers else None
    if _ASKED_KO.search(question):
        return Saying(frozenset(_SPEAKER_KO.findall(question)), korean=True)
    return None


def _find_speaker(question: str) -> frozenset[str]:
    """The names of who is named in full, where what they said is asked for and nothing else. A
    country has a name of two words as well, and is spoken of by whoever speaks."""
    asked = _ASKED_ALONE.match(question)
    words = _WORD.findall(asked["who"]) if asked and not find_countries(question) else []
    names = [word for word in words if word.lower() not in _NO_NAMES]
    in_full = len(names) > 1 and all(word[0].isupper() for word in names)
    return frozenset(map(str.lower, names)) if in_full else frozenset()
