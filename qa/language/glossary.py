"""English renderings of Korean questions, for finding English releases.

A rendering is words to search with, not a translation: the words of `glossary.tsv` (Korean, tab,
English) in the question's order, question words first, grammar dropped. Figures and dates are
rewritten by `qa.language.korean_numbers`. Which period or answer a question asks for is left to the
modules that read the question itself.

Each run of Hangul is divided where it costs least: few unknown syllables, then few entries, then
the longest entry first (https://en.wikipedia.org/wiki/Viterbi_algorithm). Entries, endings and
number patterns have a bounded length, so time is linear in the text.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

from qa.language.korean_numbers import COUNTERS, HANGUL, join_words, rewrite_numbers
from qa.lazy_regex import lazy_regex

_RULES = 3  # raised whenever, by the same glossary.tsv, anything is rendered otherwise
_RENDERINGS_KEPT = 4096

_RUN = lazy_regex(rf"([{HANGUL}]+(?: [{HANGUL}]+)*)")
_QUESTION_WORD = lazy_regex(r"(?:with )?(?:who|whom|when|where|what|which|why|how)\b")
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
# One syllable that bends the entry before it, with its English if it needs any: 수출업 exports,
# 출산율 childbirth rate.
_NOMINAL = dict.fromkeys("적화별간들측당내급용형상성액량품국사업계권하중", "") | dict.fromkeys(
    "률율", " rate"
)
# Words of grammar standing alone.
_STOPS = """
    것 건가 걸 게 수 때 바 데 점 중 등 및 또 또는 그 그리고 그런데 그러면 이 저 이것 그것 일 더
    가운데 사이 대한 대해 대해서 대하여 관한 관해 관해서 관하여 위한 위해 위해서 위하여 따른
    따라 따르면 의한 의해 의하면 통한 통해 통해서 통하여 함께 있 없 하는 하던 했던 된 되는 됐던
    하고 하며 하기 한다 합니다 한 할 하 되 했 됐 같 같이 만 만에 약간 좀 정도 이유로 경우 후 뒤
    전 앞 속 안 밖 위 아래 가지 겁니까 건가요 인가 인가요 말씀 혹시 그럼 바로 특히 즉 궁금 싶 주
    알고 알려 알려줘 알려주세요 주세요 주십시오 가졌 가진 갖 인지 간 아니 아니라 온 왔
    보여 보여줘 보여주세요 적 적이
""".split()
# A year written without its unit counts nothing: "2025 인도".
_COUNTER = lazy_regex(
    rf"((?<!(?:19|20)[0-9])[0-9]|illion)여? ?({'|'.join(sorted(COUNTERS, key=len, reverse=True))})"
    rf"([{HANGUL}]{{0,6}})(?![{HANGUL}])"
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
    text = _compose(text)
    if _RUN.search(text) is None:
        return None
    asked: list[str] = []
    words: list[str] = []
    unknown: list[str] = []
    before = ""
    for place, part in enumerate(_RUN.split(_write_numbers(text))):
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


@lru_cache(_RENDERINGS_KEPT)
def render(text: str) -> str:
    """The English words for Korean text; the text itself where there are none.

    >>> render("11월 수출은 255억 달러를 기록했다")
    'November exports USD 25.5 billion record'
    """
    rendering = translate_question(text)
    return rendering.text if rendering and rendering.text else text


@lru_cache(_RENDERINGS_KEPT)
def find_unrendered(text: str) -> tuple[str, ...]:
    """The Korean words of `text` that have no English, in order."""
    rendering = translate_question(text)
    return rendering.unknown if rendering else ()


def renders_to(word: str) -> bool:
    """Whether Korean words are rendered by an English one, in whatever letters.

    >>> renders_to("Hyundai"), renders_to("Gaon")
    (True, False)
    """
    return word.lower() in _english_words()


@cache
def _english_words() -> frozenset[str]:
    english = _table().entries.values()
    return frozenset(word for words in english for word in words.lower().split())


def find_rendered(text: str) -> tuple[tuple[str, str], ...]:
    """The Korean words of `text` of two syllables and more that have English, each with it, in
    order; not those that ask.

    >>> find_rendered("11월 반도체 수출은 얼마인가요?")
    (('반도체', 'semiconductors'), ('수출', 'exports'))
    """
    composed = _compose(text)
    runs = _RUN.findall(_write_numbers(composed)) if _RUN.search(composed) else []
    pieces = (piece for run in runs for piece in _divide(run, glued=False))
    return tuple(
        (piece.korean, piece.english)
        for piece in pieces
        if piece.english and len(piece.korean) > 1 and not _QUESTION_WORD.match(piece.english)
    )


@cache
def digest_glossary() -> str:
    """What tells these renderings from those of other words, or by other rules."""
    words = files("qa.language").joinpath("glossary.tsv").read_bytes()
    return f"{_RULES}-{hashlib.sha256(words).hexdigest()[:12]}"


def _compose(text: str) -> str:
    """Composed letters, single spaces, one middle dot."""
    return " ".join(unicodedata.normalize("NFC", text).replace("ㆍ", "·").split())


def _write_numbers(text: str) -> str:
    """Figures and what they count in English."""
    return _COUNTER.sub(_write_counter, rewrite_numbers(text))


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
                bent = english and english + _NOMINAL[run[j]]
                cost[i], step[i] = cost[j + 1] + _ENTRY + 1, (j + 1, bent)
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
    for line in files("qa.language").joinpath("glossary.tsv").read_text("utf-8").splitlines():
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


def _write_counter(match: re.Match[str]) -> str:
    counter, ending = match[2], match[3]
    table = _table()
    if ending and (counter + ending in table.entries or ending not in table.endings):
        return match[0]
    return join_words(match[1], COUNTERS[counter])
