"""Korean days, weeks, months, quarters, halves and years by their names and numbers.

"2025년 11월", "'25년 11월", "지난해 11월 말", "1~11월", "12월 11일(목)부터 12일까지", "3분기",
"올해 상반기", "2023~2027년", "오는 20일". What today's date alone decides ("지난달") is left to
`korean_relative`, dates in figures alone ("12.11.(목)") to `numeric`.

A length of time ("12개월", "3년간") and what recurs ("매년 11월") are not read.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from qa.lazy_regex import lazy_regex
from qa.periods.calendar import Granularity, month_index, same_day, week_of_month
from qa.periods.clues import Clue, Known, Lean, Named, named_period
from qa.periods.korean_parts import PART_AFTER
from qa.periods.numeric import WEEKDAYS_KO, full_year

DASH = r"\s?[~∼～〜–—-]\s?"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
# The word ends here, or only a particle follows.
_PARTICLE = (
    r"까지|부터|에|엔|은|는|이|가|을|를|의|도|로|과|와|랑|하고|보다|처럼|만큼|쯤|경|께|중|만|인|때"
    r"|부로|요(?![가-힣])"
    r"|[치분자](?:에[은는]?|[은는]|[이가을를의도만로엔요])?(?![가-힣])"
)
# What search terms run on with: "지난달수출액".
_RUN_ON = (
    r"수출|수입|무역|실적|통계|동향|발표|보도|기준|판매|생산|매출|투자|외국인|자동차|반도체"
    r"|나온|나왔|공개|배포|공지|자료|소식|뉴스"
)
WORD_END = rf"(?:(?![가-힣])|(?={_PARTICLE}|{_RUN_ON}))"
IS_DAY = rf"\s?일(?:{WORD_END}|(?=이[후전래]|날))"

_YEAR_WORDS = {
    "재재작년": -3,
    "그끄러께": -3,
    "재작년": -2,
    "그러께": -2,
    "작년": -1,
    "지난해": -1,
    "올해": 0,
    "금년": 0,
    "올": 0,
    "내년": 1,
    "내후년": 2,
}
_MONTHS = {name: n for n, name in enumerate("일 이 삼 사 오 유 칠 팔 구 시 십일 십이".split(), 1)}
_MONTHS |= {"육": 6, "십": 10}
_QUARTERS = dict(zip("일이삼사1234", (1, 2, 3, 4) * 2, strict=True))
_WEEKS = {"첫": 1, "첫째": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5, "마지막": -1}
WEEK_PLACE = rf"(?:첫째|{'|'.join(_WEEKS)}|[1-5])"
_NO_DIGIT = r"(?<![0-9.,])"
_FULL_YEAR = r"(?:(?:19|20)[0-9]{2}|2100)"
_MONTH = r"(?:1[0-2]|0?[1-9])"
# "시월", "십이월까지"; not 이월, what is carried over.
_MONTH_WORD = rf"(?<![가-힣])(?:십[일이]?|[일삼사오유육칠팔구시])(?=월(?:달|[초말])?{WORD_END})"


def weekday_after(name: str) -> str:
    """A pattern for "(목)", "(목요일)" or " 목요일", perhaps absent."""
    return (
        rf"(?:\s?\((?P<{name}>[{WEEKDAYS_KO}])(?:요일)?\)|\s(?P<{name}_long>[{WEEKDAYS_KO}])요일)?"
    )


def weekday_said(found: re.Match[str], name: str) -> int | None:
    """0 for Monday to 6 for Sunday, from what `weekday_after` matched; None for none."""
    said = found[name] or found[f"{name}_long"]
    return WEEKDAYS_KO.index(said) if said else None


# What a year in figures and a dot must be followed by: "25.11월", but not "1.5분기", a ratio.
_IS_PART = (
    rf"(?=\s?(?:(?:{_MONTH}\s?월?{DASH})?{_MONTH}월"
    rf"|(?:[1-4]{DASH})?[1-4](?:/4)?\s?분기|[상하]반기))"
)
_YEAR = (
    rf"(?:{_NO_DIGIT}(?:(?P<y>{_FULL_YEAR})(?:\s?(?:년도?|회계\s?연도)(?![대간])|\.{_IS_PART})"
    rf"|['‘’](?P<yy>[0-9]{{2}})(?:\s?년도?|\.)|(?P<yy_bare>[0-9]{{2}})년{_IS_PART}"
    rf"|(?P<yy_dot>1[3-9]|[2-4][0-9])\.{_IS_PART})"
    rf"|(?<![가-힣])(?P<y_word>{'|'.join(_YEAR_WORDS)})(?:\s?한\s?해)?"
    # What counts from the year spoken of before, where a month or the like follows.
    rf"|(?<![가-힣])(?:(?P<y_same>(?:같은|그)\s?해|동년)|(?P<y_next>다음\s?해|이듬해|익년)){_IS_PART})"
    # Year on year: "작년 동월 대비".
    r"(?!도?의?\s?(?:(?:같은\s?|동)(?:월|달|기간?|분기|반기|시기|주)|[이그요]\s?맘때)\s?(?:대비|비(?![가-힣])|比))"
)
_EDGE = r"(?:\s?(?:초순|중순|하순|상순)|\s?[초말](?:(?![가-힣])|(?=까지|부터|에|쯤|경|의|로)))"
# "5월 전반기", "3월 후반", "5월 상반기": fifteen days, and what is left.
HALF_OF_MONTH = rf"\s?(?:[전후]반기?|[상하]반기){WORD_END}"
OF_WEEK = rf"\s?주(?:차(?![가-힣])|{WORD_END})"
_DAYS = (
    rf"\s{{0,2}}(?P<d>{DAY})(?:(?P<d_rest>(?:{IS_DAY}){weekday_after('d_w')})"
    rf"(?:(?:{DASH}|부터\s|에서\s)(?P<d_to>{DAY})(?:{IS_DAY}){weekday_after('to_w')})?"
    rf"|{DASH}(?P<d_to2>{DAY})(?:{IS_DAY}){weekday_after('to2_w')})"
)
_PLACE = (
    rf"(?:(?:(?P<m_from>{_MONTH})(?:\s?월?{DASH}|·|,\s))?(?P<m>{_MONTH}|{_MONTH_WORD})\s?월(?![드간급세]|\s?연속)"
    rf"(?:{_DAYS}|\s(?P<w>{WEEK_PLACE}){OF_WEEK}|{_EDGE}|{HALF_OF_MONTH})?"
    r"|(?P<q_word>[1-4]/4|(?<![가-힣0-9])(?:[일이삼사1-4]사|[일이삼사](?=분)))\s?분기(?![점째별]|\s?연속)"
    rf"|(?:(?P<q_from>[1-4])\s?(?:분기)?(?:{DASH}|[·,]\s?))?(?P<q>[1-4])\s?분기(?![점째별]|\s?(?:연속|만에|전{WORD_END}))"
    rf"|(?<!·)(?P<h>[상하])반기|(?P<h_of>[전후])반기{WORD_END})"
)
_NAMED = lazy_regex(
    r"(?=[0-9'‘’재작지올금내오다매해같그동익상하일이삼사유육칠팔구시십])(?:"
    rf"(?P<years>(?:{_NO_DIGIT}(?P<from_y>{_FULL_YEAR})|['‘’](?P<from_yy>[0-9]{{2}}))\s?년?{DASH}"
    rf"['‘’]?(?P<to_y>{_FULL_YEAR}|[0-9]{{2}})\s?년(?![대간]))"
    rf"|(?P<date>(?:{_YEAR}(?:\s?도)?의?\s{{0,2}}(?:(?:바로|같은|딱|꼭)\s)?|(?P<cue>지난|오는|다가오는|매년|매해|해마다)\s|{_NO_DIGIT})"
    rf"{_PLACE})"
    rf"|(?P<year>{_YEAR.replace('(?P<y', '(?P<only_y')}(?:\s?(?:연말|연초)|{_EDGE})?)"
    rf"|(?P<bare>(?:(?P<b_cue>지난|오는|다가오는)\s|{_NO_DIGIT})(?P<b>{DAY})(?:{IS_DAY}){weekday_after('b_w')}"
    rf"(?!\s?동안)(?:(?:{DASH}|부터\s)(?P<b_to>{DAY})(?:{IS_DAY}){weekday_after('b_to_w')})?)"
    r")"
)
_CUES = {"지난": Lean.PAST, "오는": Lean.FUTURE, "다가오는": Lean.FUTURE}

# Hangul syllables that end in ㅆ make the past tense, but for 있 (is) and 겠 (will).
_PAST = "".join(chr(n) for n in range(0xAC00 + 20, 0xD7A4, 28) if chr(n) not in "있겠")
_PAST_QUESTION = lazy_regex(
    rf"[{_PAST}](?:나요?|는가요?|는지|습니까|을까요?|니|어요?|지요?|죠|던가요?)\s?(?:\?|\Z)"
)
_FIGURES_AFTER = lazy_regex(
    r"[의중]?\s(?:[\w]+\s)?(?:\w+)?(?:수출|수입|무역|실적|흑자|적자|생산|판매)"
)
_GOES_ON = lazy_regex(rf"\s?들어|{PART_AFTER}")  # "올 들어", "올 첫 달"
_TO_COME = lazy_regex(r"예정|전망|계획|목표|될\s|할\s|열릴|개최할")


def read_korean(text: str, anchor: date) -> Iterator[Clue]:
    """The named dates of a text, in order."""
    for found in _NAMED.finditer(text):
        if found["date"]:
            after = 0 if found["y_same"] else 1 if found["y_next"] else None
            for clue in _read_date(found, anchor):
                yield replace(clue, after=after) if isinstance(clue, Named) else clue
        elif found["years"]:
            yield from _read_years(found)
        elif found["year"]:
            year = _said_year(found, "only_", anchor)
            if year is not None and (found[0] != "올" or _GOES_ON.match(text, found.end())):
                yield Named(*found.span(), Granularity.YEAR, year)
        else:
            yield from _read_bare_day(found, anchor)


def _said_year(found: re.Match[str], name: str, anchor: date) -> int | None:
    if found[f"{name}y"]:
        return int(found[f"{name}y"])
    if found[f"{name}y_word"]:
        return anchor.year + _YEAR_WORDS[found[f"{name}y_word"]]
    two = found[f"{name}yy"] or found[f"{name}yy_bare"] or found[f"{name}yy_dot"]
    return full_year(two) if two else None


def _lean(found: re.Match[str]) -> Lean:
    if found["cue"]:
        return _CUES[found["cue"]]
    text, end = found.string, found.end()
    if _TO_COME.search(text, end, end + 60):
        return Lean.NEAREST
    past = _FIGURES_AFTER.match(text, end, end + 30) or _PAST_QUESTION.search(text, end, end + 80)
    return Lean.PAST if past else Lean.NEAREST


def _read_date(found: re.Match[str], anchor: date) -> Iterator[Named | Known]:
    if found["cue"] and found["cue"] not in _CUES:
        return
    year = _said_year(found, "", anchor)
    lean = _lean(found) if year is None else Lean.NEAREST
    start, end = found.span()
    if found["q_word"]:
        word = found["q_word"]
        if year is not None or word != "이":  # "이분기" is also this quarter
            yield Named(start, end, Granularity.QUARTER, year, _QUARTERS[word[0]], lean=lean)
        return
    if found["h_of"] and year is None and not found["cue"]:
        return  # of what is not said: the half before, or one of a game
    if found["h"] or found["h_of"]:
        number = 1 if (found["h"] or found["h_of"]) in "상전" else 2
        half = Named(start, end, Granularity.HALF, year, number, lean=lean)
        yield _before_this_one(half, found, anchor)
        return
    name, kind = ("m", Granularity.MONTH) if found["m"] else ("q", Granularity.QUARTER)
    number = _MONTHS.get(found[name]) or int(found[name])
    clue = Named(start, end, kind, year, number, lean=lean)
    if not found["d"]:
        clue = _before_this_one(clue, found, anchor)
    if found["w"] and not (found["y_same"] or found["y_next"]):
        yield from _week(clue, found["w"], anchor)
        return
    if (before := found[f"{name}_from"]) and not found["d"]:
        yield replace(clue, end=found.end(f"{name}_from"), number=int(before))
        clue = replace(clue, start=found.start(name))
    if found["d"]:
        clue = replace(clue, granularity=Granularity.DAY, day=int(found["d"]))
        yield from _one_or_two_days(clue, found)
    else:
        yield clue


def _before_this_one(clue: Named, found: re.Match[str], anchor: date) -> Named:
    """The last that is over where words say 지난: in July "지난 하반기" ended in December."""
    period = named_period(clue, anchor) if found["cue"] == "지난" else None
    if period is None or period.last < anchor:
        return clue
    return replace(clue, year=period.first.year - 1)


def _one_or_two_days(clue: Named, found: re.Match[str]) -> Iterator[Named]:
    clue = replace(clue, weekday=weekday_said(found, "d_w"))
    to, weekday = ("d_to", "to_w") if found["d_to"] else ("d_to2", "to2_w")
    if found[to]:
        yield replace(clue, end=found.end("d_rest" if found["d_rest"] else "d"))
        day, said = int(found[to]), weekday_said(found, weekday)
        clue = replace(clue, start=found.start(to), day=day, weekday=said)
    yield clue


def _week(clue: Named, which: str, anchor: date) -> Iterator[Known]:
    month = named_period(clue, anchor)
    period = month and week_of_month(month_index(month.first), week_place(which))
    if period is not None:
        yield Known(clue.start, clue.end, period)


def week_place(which: str) -> int:
    """1 to 5, or -1 for the last, from what WEEK_PLACE matched."""
    return _WEEKS.get(which) or int(which)


def _read_years(found: re.Match[str]) -> Iterator[Named]:
    first = int(found["from_y"]) if found["from_y"] else full_year(found["from_yy"])
    to = found["to_y"]
    last = int(to) if len(to) == 4 else first + (int(to) - first) % 100
    end = found.end("from_y") if found["from_y"] else found.end("from_yy")
    yield Named(found.start(), end, Granularity.YEAR, first)
    yield Named(found.start("to_y"), found.end(), Granularity.YEAR, last)


def _read_bare_day(found: re.Match[str], anchor: date) -> Iterator[Named]:
    """A day without its month, read only with "지난", "오는" or a weekday: "11일(목)"."""
    weekday = weekday_said(found, "b_w")
    if weekday is None and not found["b_cue"]:
        return
    lean = _CUES.get(found["b_cue"] or "", Lean.NEAREST)
    day, here = int(found["b"]), anchor.toordinal()
    around = [(n, same_day(month_index(anchor) + n, day)) for n in (0, -1, 1)]
    fitting = [
        index
        for index, ordinal in around
        if ordinal is not None
        and not (lean is Lean.PAST and ordinal > here)
        and not (lean is Lean.FUTURE and ordinal < here)
        and (weekday is None or (ordinal - 1) % 7 == weekday)
    ]
    index = month_index(anchor) + (fitting[0] if fitting else 0)
    end = found.start("b_to") - 1 if found["b_to"] else found.end()
    year, month = index // 12, index % 12 + 1
    clue = Named(found.start(), end, Granularity.DAY, year, month, day)
    yield clue
    if found["b_to"] and int(found["b_to"]) > day:
        yield replace(clue, start=found.start("b_to"), end=found.end(), day=int(found["b_to"]))
