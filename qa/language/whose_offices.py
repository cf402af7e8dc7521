"""Just which office is meant where one is named: of what rank, in charge of what, of which country.

"Japan's vice minister of industry" is neither Korea's nor Japan's minister, nor that of finance.
What stands beside the office is read, in both languages; what does not say may be any.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from qa.language.countries import Mention, find_mentions
from qa.lazy_regex import lazy_regex
from qa.periods.month_names import FULL_NAME

_KEPT = 1024  # names of publishers, and what offices are said to be in charge of
_PORTFOLIOS = {
    "trade": (r"(?:(?:foreign|external) )?trade|commerce|motir|motie", "통상|무역|상무|상공"),
    "industry": (r"industr(?:y|ies)|industrial|motir|motie", "산업|공업"),
    "resources": (r"resources|mines?|mining|minerals?|petroleum|motir", "자원|광물|광업|석유"),
    "energy": (r"energy|power|electricity|motie", "에너지"),
    "economy": (r"econom(?:y|ics?)", "경제"),
    "finance": (r"finance|treasury|budget", "재정|재무|예산"),
    "foreign": (r"foreign(?! trade)(?: affairs)?|state", "외교|외무|국무"),
    "defense": (r"defen[cs]e", "국방"),
    "agriculture": (r"agriculture|food|rural", "농업|농림|식품"),
    "environment": (r"environment|climate", "환경|기후"),
    "science": (r"science|technology|ict|digital|communications?", "과학|기술|정보통신|디지털"),
    "transport": (r"transport(?:ation)?|infrastructure|railways?", "교통|국토(?!안보)"),
    "health": (r"health|human services|welfare", "보건|복지"),
    "labor": (r"labou?r|employment", "노동|고용"),
    "education": ("education", "교육"),
    "culture": (r"culture|sports?|tourism", "문화|체육|관광"),
    "interior": (r"(?:the )?interior|home affairs", "내무|행정안전"),
    "homeland": (r"homeland(?: security)?", "국토안보"),
    "justice": ("justice", "법무"),
    "oceans": (r"oceans?|fisheries|maritime affairs", "해양|수산"),
    "investment": (r"investment|planning|development", "투자|개발"),
    "veterans": (r"veterans[’']?(?: affairs)?", "보훈"),
    "housing": (r"housing|urban development", "주택"),
}
_IN_CHARGE = [
    (name, lazy_regex(rf"\b(?:{english})\b|{korean}", re.IGNORECASE))
    for name, (english, korean) in _PORTFOLIOS.items()
]
_OF_WHAT = rf"(?:{'|'.join(english for english, _ in _PORTFOLIOS.values())})\b"
LIST = rf"{_OF_WHAT}(?:,? (?:(?:and|&) )?(?:the )?{_OF_WHAT})*"
_CAPITAL = r"(?-i:[A-Z])[\w.’'-]*"
_NEW = r"(?:newly|new|appointed|then|former|current|outgoing|incoming|acting|visiting|first|second)"

_RANKS = {
    "제?[12]?차관": frozenset({"vice", "deputy"}),  # of another country either
    "부총리": frozenset({"deputy prime"}),
    "총리": frozenset({"prime"}),
}
_PLAIN = frozenset({""})
_DEPUTY = "(?:vice|deputy|prime|assistant|associate|under)"
RANK = rf"(?:{_DEPUTY}[- ])*"
# "deputy trade ", "trade vice "
_RANKED = lazy_regex(rf"\b(?:(first|second)[- ])?({RANK})(?:{LIST}[ -])?({RANK})$", re.IGNORECASE)
_DEPUTY_KO = lazy_regex(r"(?<![가-힣])부$")  # 부회장
_GRADE_KO = lazy_regex(r"제?([12])$")
_GRADES = {"1": "first", "2": "second"}

# What stands between a country and an office of its own.
_OWNS = lazy_regex(
    rf"(?:['’]s?)?(?: (?:{_NEW}|{_DEPUTY}|{_CAPITAL}))*(?: {LIST})? {RANK}"
    r"|의? (?:[^\s.,?!]+ ){0,2}[^\s.,?!]*|(?![은는이가을를과와에도의])[가-힣]* ?",
    re.IGNORECASE,
)
_FILLING = rf"(?:,? (?:of|for|the|in charge|and|&|to|ministry|department|{_OF_WHAT}|{_CAPITAL}))*,?"
_OF = lazy_regex(rf"s?{_FILLING} (?:of|from) (?:the )?", re.IGNORECASE)
_ASKED_OF = lazy_regex(
    rf"s?{_FILLING} (?:of|from) (?:the )?|s?(?: (?:of|for) {LIST})? in (?:the )?", re.IGNORECASE
)
_OF_ALL = lazy_regex("s['’]")  # the trade ministers’ meeting
# Who has been named before: "The vice minister promised".
_THE = lazy_regex(rf"\b[Tt]he {RANK}(?:{LIST} )?{RANK}$")
_DOES = lazy_regex(r" (?!(?:and|at|for|from|in|of|to|under|who)\b)[a-z]")
_GOES_ON = lazy_regex(r"['’]s|[–-]")  # China's club, Japan–Korea talks
_CHARGED_BEFORE = lazy_regex(rf"\b({LIST})[ -]{RANK}$", re.IGNORECASE)
_CHARGED_AFTER = lazy_regex(
    rf"s? (?:of|for|in charge of) (?:the )?(?:(?:ministry|department) (?:of|for) )?({LIST})",
    re.IGNORECASE,
)
_CHARGED_KO = lazy_regex(r"([가-힣]+) ?$")
# Who is met there is another's: "met Tarek Fahmy, Deputy Minister for Trade".
_FACED = lazy_regex(
    rf"\b(?:met|with|received|welcomed)(?: (?:the|{_NEW}|{_DEPUTY}|{_CAPITAL}))*,?(?: the)?"
    rf"(?: (?:{_NEW}|{_DEPUTY}))*(?: {LIST})? {RANK}$",
    re.IGNORECASE,
)
_BESIDE = 100  # characters that are looked at before and behind
# The publisher's own is asked for without saying so, but not by who was met where.
_OWN_KINDS = lazy_regex("minister|장관|차관|본부장", re.IGNORECASE)
_SAYS_WHICH = lazy_regex(
    r"\b(?:whom?|whose|that|which|met|meets?|visit\w*|with|from|to)\b|만[나난났]|방문"
    r"|\bat\b(?! the (?:end|beginning|start) of)"
    rf"|\bin (?!\d|early|late|mid|the (?:first|second|third|fourth)|(?:{FULL_NAME})\b)",
    re.IGNORECASE,
)
_OF_STATES = frozenset({"minister", "president", "ambassador"})


@dataclass(frozen=True, slots=True)
class Office:
    """An office, by its kind as `qa.language.offices` names it, and what is said of it.

    `ranks` are those that may be meant, "" for who is nobody's deputy; none where any will do.
    `grade` is "first" or "second", of several vice ministers. `portfolio` is what it is in charge
    of, `countries` are those whose it is. `own`: the publisher's own is asked for.
    """

    kind: str
    ranks: frozenset[str] = frozenset()
    grade: str = ""
    portfolio: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    own: bool = False

    @property
    def is_particular(self) -> bool:
        """Whether anything is said that tells it from others of its kind."""
        return bool(self.portfolio or self.countries or self.own or self.ranks - _PLAIN)


def read_office(kind: str, question: str, start: int, end: int) -> Office:
    """The office that a question names from `start` to `end`.

    >>> office = read_office("minister", "Japan's deputy trade minister", 21, 29)
    >>> sorted(office.ranks), sorted(office.portfolio), sorted(office.countries)
    (['deputy'], ['trade'], ['Japan'])
    """
    ranks, grade = _find_ranks(question, start, end)
    of_state = kind in _OF_STATES
    mentions = find_mentions(question) if of_state else []
    return Office(
        kind,
        ranks,
        grade,
        find_portfolio(question, start, end) if kind == "minister" else frozenset(),
        _find_owners(mentions, question, start, end, _ASKED_OF),
        own=kind == "minister"
        and not mentions
        and "prime" not in ranks
        and _OWN_KINDS.match(question, start) is not None
        and _SAYS_WHICH.search(question, end) is None,
    )


def rate_office(asked: Office, text: str, start: int, end: int) -> int:
    """Whether the office that `text` names from `start` to `end`, one of that kind, may be the one
    asked for: 2 if it is in charge of just the same, 1 if it may be, else 0.

    >>> rate_office(Office("minister", portfolio=frozenset({"trade"})), "Trade Minister Yeo", 6, 14)
    2
    """
    if _OF_ALL.match(text, end - 1) or _is_spoken_of(text, start, end):
        return 0
    if asked.ranks:
        ranks, grade = _find_ranks(text, start, end)
        if not ranks & asked.ranks or (asked.grade and grade != asked.grade):
            return 0
    if (asked.countries or asked.own) and not _may_be_of(asked, text, start, end):
        return 0
    if not asked.portfolio:
        return 1
    portfolio = find_portfolio(text, start, end)
    if portfolio and len(portfolio & asked.portfolio) < min(2, len(asked.portfolio)):
        return 0
    return 2 if portfolio == asked.portfolio else 1


def _is_spoken_of(text: str, start: int, end: int) -> bool:
    """Whether it stands for its holder, who is not named there."""
    before = text[max(0, start - _BESIDE) : start]
    return _THE.search(before) is not None and _DOES.match(text, end) is not None


def _may_be_of(asked: Office, text: str, start: int, end: int) -> bool:
    """Whether it may be of a country asked for, or the publisher's own."""
    first = max(0, start - _BESIDE)
    near = text[first : end + _BESIDE]
    owners = _find_owners(find_mentions(near), near, start - first, end - first, _OF)
    faced = _FACED.search(near, 0, start - first) is not None
    if asked.own:
        return not owners and not faced
    # Who is only called a minister is the publisher's.
    is_own = asked.kind == "minister" and "prime" not in asked.ranks and not faced
    return bool(owners & asked.countries) or (not owners and not is_own)


def _find_ranks(text: str, start: int, end: int) -> tuple[frozenset[str], str]:
    said = text[start:end]
    before = text[max(0, start - _BESIDE) : start]
    for korean, ranks in _RANKS.items():
        if re.fullmatch(korean, said):
            graded = _GRADE_KO.search(before)
            return ranks, _GRADES[graded[1]] if graded else ""
    if _DEPUTY_KO.search(before):
        return _RANKS["제?[12]?차관"], ""
    found = _RANKED.search(before)
    if found is None:
        return _PLAIN, ""
    rank = (found[2] or found[3]).replace("-", " ").strip().lower()
    return frozenset({rank}), (found[1] or "").lower()


def find_portfolio(text: str, start: int, end: int) -> frozenset[str]:
    """What the office that `text` names from `start` to `end` is said to be in charge of.

    >>> sorted(find_portfolio("Minister for Trade and Industry", 0, 8))
    ['industry', 'trade']
    """
    before = text[max(0, start - _BESIDE) : start]
    if text[start:end].isascii():
        found = [_CHARGED_BEFORE.search(before), _CHARGED_AFTER.match(text, end)]
    else:
        found = [_CHARGED_KO.search(before)]
    return list_portfolio(" ".join(each[1] for each in found if each))


@lru_cache(_KEPT)
def list_portfolio(name: str) -> frozenset[str]:
    """What whoever goes by that name is in charge of.

    >>> sorted(list_portfolio("산업통상부"))
    ['industry', 'trade']
    """
    return frozenset(each for each, pattern in _IN_CHARGE if pattern.search(name))


def _find_owners(
    mentions: list[Mention], text: str, start: int, end: int, behind: re.Pattern[str]
) -> frozenset[str]:
    """Whose it is; `behind` is what stands between the office and a country behind it."""
    return frozenset(
        each.country
        for each in mentions
        if (each.end <= start and _OWNS.fullmatch(text, each.end, start))
        or (
            each.start >= end
            and not each.by_adjective
            and behind.fullmatch(text, end, each.start)
            and not _GOES_ON.match(text, each.end)
        )
    )
