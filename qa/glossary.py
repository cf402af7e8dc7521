"""English renderings of Korean questions, for finding English releases.

A rendering is words to search with, not a translation: the words of `glossary.tsv` (Korean, tab,
English) in the question's order, question words first, grammar dropped. Dates, amounts and
ordinals are rewritten as releases write them. Which period or answer a question asks for is left
to the modules that read the question itself.

Each run of Hangul is divided where it costs least: few unknown syllables, then few entries, then
the longest entry first (https://en.wikipedia.org/wiki/Viterbi_algorithm). Entries, endings and
number patterns have a bounded length, so time is linear in the text.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import product

_HANGUL = "ㄱ-ㆎ가-힣\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7fb"
_RUN = re.compile(rf"([{_HANGUL}]+(?: [{_HANGUL}]+)*)")
_QUESTION_WORD = re.compile(r"(?:with )?(?:who|whom|when|where|what|which|why|how)\b")
_OPENING = ("(", "[", "“", "‘")
_CLOSING = frozenset("%)]”’")
_QUOTES = frozenset("\"'")

# What a division of Hangul costs: an unknown syllable outweighs everything that explains it.
_UNKNOWN, _BARE_ENDING, _ENTRY, _ENDING = 20, 9, 4, 2

# Particles, alone and after another: 까지, 까지의.
_PARTICLES = """
    은 는 이 가 을 를 의 에 에서 에게 께 께서 로 으로 와 과 랑 도 만 까지 부터 보다 처럼 마다
    나 이나 란 이란 라는 이라는 라고 이라고 로서 으로서 로써 으로써 대로 밖에 뿐 씩 든 이든
    들 님 만에 하에
""".split()
_FIRST_PARTICLES = """
    에 에서 에게 께 께서 로 으로 와 과 만 까지 부터 보다 들 로서 으로서 만에 님 뿐
""".split()
# Past stems with their endings, present stems with theirs, and forms that merge the two.
_PAST_STEMS = """
    했 하였 하셨 됐 되었 되셨 시켰 였 이었 었 았 졌 해졌 어졌 아졌 받았 당했 겠 하겠 되겠
""".split()
_PAST_ENDINGS = """
    습니까 습니다 나 나요 는가 는가요 는지 는지요 는지를 는지에 던 던가 던가요 다 다고 다는
    다면 고 고요 으며 으나 지만 을까 을까요 어 어요 죠 지 지요 니 냐 냐고 는데 는데요 으면 음
    을 기
""".split()
_PRESENT_STEMS = ["", *"하 되 시키 하시 받 당하 이 지 해지 어지 아지".split()]
_PRESENT_ENDINGS = """
    는 는가 는가요 는지 는지요 는지를 나 나요 고 고자 며 면 면서 기 기로 기에 지 지만 려 려고
    려는 도록 게 는데 던 던가 던가요 자 다 다가 어 어서 거나 죠 지요 니 냐
""".split()
_MERGED = """
    한 할 함 한다 한다고 한다는 합니까 합니다 하여 하여금 해 해서 해야 해요 했을 하신 하십니까
    할까 할까요 할지 된 될 됨 된다 된다고 됩니까 됩니다 되어 돼 돼서 돼요 될까 될까요 된다면
    될지 시킨 시킬 시켜 시킵니까 받은 받을 받아 진 질 져 집니까 집니다 해진 해질 인 일 입니까
    입니다 인가 인가요 인지 인지를 인지요 일까 일까요 일지 이다 이고 이며 이자 이면 인데 예요
    이에요 에요 이죠 이지 이냐 습니까 습니다 은가 은가요 은지 을까 을까요 을지 어요 요 인들 야
    이야
""".split()
# One syllable that bends the entry before it and needs no English: 수출업 exports.
_NOMINAL = frozenset("적화별간들측당내급용형상성액량품국사업계권률율하중")
# Words of grammar standing alone.
_STOPS = """
    것 건가 걸 게 수 때 바 데 점 중 등 및 또 또는 그 그리고 그런데 그러면 이 저 이것 그것 일 더
    가운데 사이 대한 대해 대해서 대하여 관한 관해 관해서 관하여 위한 위해 위해서 위하여 따른
    따라 따르면 의한 의해 의하면 통한 통해 통해서 통하여 함께 있 없 하는 하던 했던 된 되는 됐던
    하고 하며 하기 한다 합니다 한 할 하 되 했 됐 같 같이 만 만에 약간 좀 정도 이유로 경우 후 뒤
    전 앞 속 안 밖 위 아래 가지 겁니까 건가요 인가 인가요 말씀 혹시 그럼 바로 특히 즉 궁금 싶 주
    알고 알려 알려줘 알려주세요 주세요 주십시오 가졌 가진 갖 인지 간 아니 아니라 온 왔
""".split()
_COUNTERS = {
    "개국": "countries", "개사": "companies", "개월": "months", "개": "", "명": "people",
    "인": "people", "대": "units", "건": "cases", "곳": "places", "톤": "tons", "배럴": "barrels",
    "배": "times", "회": "times", "차례": "times", "번": "times", "년": "years", "달": "months",
    "주": "weeks", "일": "", "시간": "hours", "종": "types", "가지": "types", "척": "ships",
    "분기": "quarters", "국": "countries",
}  # fmt: skip
_CURRENCIES = {
    "미국 달러": "USD", "미 달러": "USD", "미달러": "USD", "달러": "USD", "불": "USD", "원": "KRW",
    "유로": "EUR", "엔": "JPY", "위안": "CNY", "파운드": "GBP",
}  # fmt: skip
_MULTIPLES = {"십": 10, "백": 100, "천": 1000, "만": 10**4, "억": 10**8, "조": 10**12, "": 1}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_NATIONS = {
    "한": "Korea", "미": "U.S.", "중": "China", "일": "Japan", "러": "Russia", "영": "UK",
    "북": "North Korea",
}  # fmt: skip
# Figures and signs that belong to a word of the glossary.
_RESPELLED = (
    ("2차전지", "이차전지"),
    ("2차 전지", "이차전지"),
    ("몇%p", "몇 퍼센트포인트"),
    ("몇 %p", "몇 퍼센트포인트"),
    ("몇%", "몇 퍼센트"),
    ("몇 %", "몇 퍼센트"),
)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?"
# What follows makes another word of it: 원자력, 불확실, 엔진, 원인 but not 원인가요.
_NOT_MONEY = "전|자|유|산|내|료|천|활|동|화|확|가리|가피|진|지|비|터|인(?!가|지)"
_STEP = rf"(?:{_FIGURE}) ?(?:[십백천][조억만]?|[조억만])"
_AMOUNT = re.compile(
    rf"(?<![0-9.,])((?:{_STEP}(?: ?{_STEP}){{0,3}}(?:[0-9]{{1,4}})?)|{_FIGURE})여?"
    rf"(?: ?({'|'.join(_CURRENCIES)})(?!{_NOT_MONEY}))?"
)
_STEPS = re.compile(rf"({_FIGURE}) ?([십백천]?)([조억만]?)")
_YEAR = r"(?:(?<![0-9])((?:19|20)[0-9]{2})년도?|['‘’]([0-9]{2})년)"
_MONTH, _DAY = r"(1[0-2]|0?[1-9])", r"(3[01]|[12][0-9]|0?[1-9])"
_UNTIL = r" ?[~∼～–-] ?"
_DATE = re.compile(
    rf"(?:{_YEAR} ?)?(?<![0-9.])(?:{_MONTH}월?{_UNTIL})?{_MONTH}월"
    rf"(?: ?{_DAY}일?(?:{_UNTIL}{_DAY}일?)?(?<=일))?"
)
_QUARTER = re.compile(rf"(?:{_YEAR} ?)?(?<![0-9.])([1-4])(?:/4)? ?분기(?! ?연속)")
_YEAR_ALONE = re.compile(rf"{_YEAR}(대(?!비))?(?! ?연속)")
_CONSECUTIVE = re.compile(r"(?<![0-9.])([0-9]{1,4}) ?(개월|분기|년|주|일|회|차례|번) ?연속")
_ORDINAL = re.compile(
    r"(?<![0-9.,])(?:(?<![가-힣])제 ?)?([0-9]{1,3}) ?"
    r"(?:차(?!관|원|전지|례|량|이)|번째|위(?!원)|(?=차관))"
    r"|(?<![가-힣])제 ?([0-9]{1,3}) ?(?:회|대|호|기)?"
)
# A year written without its unit counts nothing: "2025 인도".
_COUNTER = re.compile(
    rf"((?<!(?:19|20)[0-9])[0-9]|illion)여? ?({'|'.join(sorted(_COUNTERS, key=len, reverse=True))})"
    rf"([{_HANGUL}]{{0,6}})(?![{_HANGUL}])"
)
_JOINT = "[·‧・∙–-]"
_NATION_CHAIN = re.compile(
    rf"(?<![{_HANGUL}])[한미](?:"
    rf"(?:{_JOINT}[{''.join(_NATIONS)}](?=[은는을를의과와에]?(?![{_HANGUL}])))+"
    rf"|{_JOINT}(?=[가-힣A-Z])|(?=[A-Z]))"
)


@dataclass(frozen=True, slots=True)
class Rendering:
    """English words for a question, and the Korean words that have none and were left out."""

    text: str
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Part of a run of Hangul and its English: "" for grammar, None when unknown."""

    korean: str
    english: str | None


@dataclass(frozen=True, slots=True)
class _Table:
    entries: dict[str, str]
    endings: frozenset[str]
    alone: frozenset[str]
    longest: int
    longest_ending: int


def translate_question(text: str) -> Rendering | None:
    """English search words for a question with Hangul in it; None for a question without.

    Latin letters, digits and symbols stay as they stand. Question words come first; the other
    words keep their order, which is Korean. Never raises.

    >>> translate_question("2025년 11월 수출은 얼마입니까?")
    Rendering(text='how much November 2025 exports?', unknown=())
    >>> translate_question("Who signed the MOU?")
    """
    text = " ".join(unicodedata.normalize("NFC", text).replace("ㆍ", "·").split())
    if _RUN.search(text) is None:
        return None
    asked: list[str] = []
    words: list[str] = []
    unknown: list[str] = []
    before = ""
    for place, part in enumerate(_RUN.split(_rewrite_numbers(text))):
        if place % 2 == 0:  # what is not Hangul
            opens = part[:1].isalnum() or part.startswith(_OPENING)
            words.append(f" {part}" if opens else part)
            before = part[-1:]
            continue
        glued = before.isalnum() or before in _CLOSING | _QUOTES
        pieces = list(_divide(part, glued=glued))
        if glued and not (before in _QUOTES and pieces[0].english):
            words.append(" ")
        unknown.extend(piece.korean for piece in pieces if piece.english is None)
        english = [piece.english for piece in pieces if piece.english]
        asked.extend(word for word in english if _QUESTION_WORD.match(word))
        words.append(" ".join(word for word in english if not _QUESTION_WORD.match(word)))
    rendered = _tidy(" ".join((*dict.fromkeys(asked), "".join(words))))
    return Rendering(rendered, tuple(dict.fromkeys(unknown)))


def _tidy(text: str) -> str:
    """Single spaces, none before closing punctuation, no brackets or quotes around nothing."""
    text = re.sub(r"\( ?\)|“ ?”|‘ ?’|「 ?」", "", text)
    return re.sub(r" (?=[?!.,)](?: |$))", "", " ".join(text.split())).strip()


def _divide(run: str, *, glued: bool) -> Iterator[_Piece]:
    """The cheapest division of Hangul words parted by single spaces, in order.

    `glued` says that a Latin letter, digit or sign stands right before: a particle may begin it.
    """
    table = _table()
    size = len(run)
    cost = [0] * (size + 1)
    step: list[tuple[int, str | None]] = [(0, None)] * size
    word_end = size
    for i in range(size - 1, -1, -1):
        if run[i] == " ":
            word_end = i
            cost[i], step[i] = cost[i + 1], (i + 1, "")
            continue
        begins = i == 0 or run[i - 1] == " "
        cost[i], step[i] = cost[i + 1] + _UNKNOWN, (i + 1, None)
        for j in range(min(size, i + table.longest), i, -1):
            korean = run[i:j]
            english = table.entries.get(korean)
            if english is None:
                continue
            if korean in table.alone and not (
                begins and (j == word_end or _ends_word(run, j, word_end))
            ):
                continue
            if cost[j] + _ENTRY < cost[i]:
                cost[i], step[i] = cost[j] + _ENTRY, (j, english)
            if j < size and run[j] in _NOMINAL and cost[j + 1] + _ENTRY + 1 < cost[i]:
                cost[i], step[i] = cost[j + 1] + _ENTRY + 1, (j + 1, english)
        if _ends_word(run, i, word_end):
            price = _BARE_ENDING if begins and not (glued and i == 0) else _ENDING
            if cost[word_end] + price < cost[i]:
                cost[i], step[i] = cost[word_end] + price, (word_end, "")
    i, strange = 0, 0
    while i < size:
        j, english = step[i]
        if english is not None:
            if strange < i:
                yield _Piece(run[strange:i], None)
            strange = j
            yield _Piece(run[i:j], english)
        i = j
    if strange < size:
        yield _Piece(run[strange:], None)


def _ends_word(run: str, start: int, end: int) -> bool:
    table = _table()
    return end - start <= table.longest_ending and run[start:end] in table.endings


@cache
def _table() -> _Table:
    """The packaged entries, under their spellings with and without spaces, and the endings."""
    entries = dict.fromkeys(_STOPS, "")
    alone = set(_STOPS)
    for line in files("qa").joinpath("glossary.tsv").read_text("utf-8").splitlines():
        korean, english = line.split("\t")
        first, *rest = korean.split(" ")
        for gaps in product((" ", ""), repeat=len(rest)):
            spelling = first + "".join(map(str.__add__, gaps, rest))
            entries[spelling] = english
            alone.discard(spelling)
        if len(korean) == 1:
            alone.add(korean)
    past = map("".join, product(_PAST_STEMS, _PAST_ENDINGS))
    present = map("".join, product(_PRESENT_STEMS, _PRESENT_ENDINGS))
    simple = {*_PARTICLES, *past, *present, *_MERGED}
    endings = simple | set(map("".join, product(_FIRST_PARTICLES, simple)))
    return _Table(
        entries,
        frozenset(endings),
        frozenset(alone),
        max(map(len, entries)),
        max(map(len, endings)),
    )


def _rewrite_numbers(text: str) -> str:
    """Dates, amounts, ordinals, counts and joined nations, in English where they stand."""
    for korean, plain in _RESPELLED:
        text = text.replace(korean, plain)
    text = _NATION_CHAIN.sub(_join_nations, text)
    text = _CONSECUTIVE.sub(lambda m: f"{m[1]} consecutive {_COUNTERS[m[2]] or 'days'}", text)
    text = _QUARTER.sub(lambda m: _spaced(_ORDINALS[int(m[3]) - 1], "quarter", _year(m)), text)
    text = _DATE.sub(_write_date, text)
    text = _YEAR_ALONE.sub(lambda m: _year(m) + ("s" if m[3] else ""), text)
    text = _ORDINAL.sub(lambda m: f" {_write_ordinal(int(m[1] or m[2]))} ", text)
    text = _AMOUNT.sub(_write_amount, text)
    return _COUNTER.sub(_write_counter, text)


def _join_nations(match: re.Match[str]) -> str:
    names = "-".join(_NATIONS[sign] for sign in match[0] if sign in _NATIONS)
    return names if match[0][-1] in _NATIONS and len(match[0]) > 1 else f"{names}-"


def _year(match: re.Match[str]) -> str:
    return match[1] or (f"20{match[2]}" if match[2] else "")


def _write_date(match: re.Match[str]) -> str:
    """ "2025년 12월 11일" -> "December 11, 2025"; ranges with "to"."""
    first_month, month, day, last_day = match[3], match[4], match[5], match[6]
    days = _spaced(day, last_day and f"to {int(last_day)}") if day else ""
    year = _year(match)
    return _spaced(
        first_month and f"{_MONTHS[int(first_month) - 1]} to",
        _MONTHS[int(month) - 1],
        f"{days}," if days and year else days,
        year,
    )


def _write_ordinal(number: int) -> str:
    """1 -> "first", 10 -> "tenth", 14 -> "14th", 21 -> "21st"."""
    if 1 <= number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    teens = number // 10 % 10 == 1
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _write_amount(match: re.Match[str]) -> str:
    """ "255억 달러" -> "USD 25.5 billion"; a figure alone stays as it stands."""
    currency = _CURRENCIES.get(match[2] or "", "")
    value = section = Decimal(0)
    for figure, small, large in _STEPS.findall(match[1]):
        section += Decimal(figure.replace(",", "")) * _MULTIPLES[small]
        if large:
            value, section = value + section * _MULTIPLES[large], Decimal(0)
    value += section
    if not currency and match[1].replace(",", "").replace(".", "").isdecimal():
        return match[0]
    for scale, name in _SCALES:
        if value >= scale:
            return _spaced(currency, f"{(value / scale).normalize():,f}", name)
    return _spaced(currency, f"{value:,f}")


def _write_counter(match: re.Match[str]) -> str:
    counter, ending = match[2], match[3]
    table = _table()
    if ending and (counter + ending in table.entries or ending not in table.endings):
        return match[0]
    return _spaced(match[1], _COUNTERS[counter])


def _spaced(*words: str | None) -> str:
    return " ".join(word for word in words if word)
