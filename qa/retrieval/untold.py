"""What is asked for and a hit does not tell, however well all else fits.

Its sentence may hold no date, or not say that this was the highest. Its release may leave out a
part of what its series reports on: each month a template lists other items, regions or ages, and
one that is left out has all other words of the question, and the figure of the whole. That a word
names a part, and is no other word for what the whole is of, is known by the other instalments: some
tell of it, and not where they say what they are about. And it may say nothing of the subject of
which it is asked whether something was done to it: of a toaster, where others were recalled.
"""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from embeddings.late_interaction import Comparison
from qa.index.passage_index import PassageIndex
from qa.language.extremes import Extreme
from qa.language.plainly_missing import Missing, name_missing
from qa.language.sentences import Span
from qa.language.subjects import find_subject
from qa.language.synonyms import list_others
from qa.language.terms import find_terms
from qa.records import DateRange, Scope
from qa.retrieval.extreme_sentences import find_untold
from qa.retrieval.lacking import find_own_word
from qa.retrieval.read_passages import ReadPassage
from qa.retrieval.shortlist import ReadQuestion, Shortlist
from qa.series.series import SeriesBook, SeriesPlace, Standing
from qa.understanding.wanted import Wanted

# As an estimated cosine: less than any other form or name of a thing comes to, where others have
# its own name, and where that is not known.
_UNLIKE, _UNLIKE_SUBJECT = 0.35, 0.45
_SAME = 0.5  # and what only another form of it comes to
# Terms for what may go without saying or is said in many words: whose, of what kind, how counted.
_GOES_WITHOUT_SAYING = frozenset(
    find_terms(
        "sector industry field firms companies makers manufacturers businesses chains stores goods"
        " products items kinds types people persons new own other core main major big small large"
        " working day daily average level base basis outlook expectations forecast index survey"
    )
)
_READ = 12  # passages of other instalments that are read for where they tell of it


@dataclass(frozen=True, slots=True)
class Untold:
    """What a question asks for and a hit does not tell: that this is the `extreme` over time, what
    is plainly `missing` in its sentence, and the `part` and the `subject` that its release says
    nothing of, as the question writes them."""

    extreme: Extreme | None = None
    missing: Missing | None = None
    part: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class UntoldFinder:
    """Finds what is asked for and not told. `find_keys` gives the keys of the passages of each
    release, by its id, and `read` takes passages apart by their keys."""

    index: PassageIndex
    series: SeriesBook
    find_keys: Callable[[Sequence[str]], Sequence[Sequence[int]]]
    read: Callable[[Sequence[int]], Sequence[ReadPassage]]

    def find(
        self,
        shortlist: Shortlist,
        row: int,
        read: ReadPassage,
        marked: Sequence[Span],
        place: SeriesPlace | None,
        *,
        likely: bool,
    ) -> Untold:
        """What the hit in a row does not tell, of which the sentences `marked` in the passage
        `read` are shown, and whose release stands at a `place`. Only of a `likely` answer is the
        release looked through for the part and the subject."""
        wanted = shortlist.question.wanted
        extreme = find_untold(wanted, read, marked, place)
        missing = find_missing(wanted, read, marked, extreme)
        if not likely:
            return Untold(extreme, missing)
        subject = self.find_subject(shortlist, row)
        return Untold(extreme, missing, self.find_part(shortlist, row), subject)

    def find_subject(self, shortlist: Shortlist, row: int) -> str | None:
        """The noun of which it is asked whether something was done to it, where the release of the
        passage in a row has it in no form and nothing like it; else None."""
        question = shortlist.question
        subject = find_subject(question.wanted.question)
        if subject is None:
            return None
        found = re.search(rf"\b{re.escape(subject)}\b", question.text, re.IGNORECASE)
        tokens = [] if found is None else _find_tokens(question, found.start(), found.end())
        if not tokens or self._tells(shortlist, row, find_terms(subject)):
            return None
        return subject if _find_likeness(shortlist, row, tokens) < _UNLIKE_SUBJECT else None

    def find_part(self, shortlist: Shortlist, row: int) -> str | None:
        """The word of the question for a part of which a figure is asked for, that the release of
        the passage in a row does not tell of, while other instalments of its series do; None where
        there is no such word."""
        series, wanted = shortlist.series[row], shortlist.question.wanted
        if series is None or wanted.figure is None:
            return None
        release = shortlist.releases[row]
        for word, terms, tokens in _list_words(shortlist.question):
            if _find_likeness(shortlist, row, tokens) >= _UNLIKE:
                continue
            if self._tells(shortlist, row, terms):
                continue
            if self._is_part(terms, series, release, shortlist.as_of):
                return find_own_word(word, wanted.question)
        return None

    def _tells(self, shortlist: Shortlist, row: int, terms: Sequence[str]) -> bool:
        """Whether the release of the passage in a row has any of the terms."""
        [keys] = self.find_keys([shortlist.releases[row]])
        return any(_are_in(terms, each.places.keys()) for each in self.read(keys))

    def _is_part(self, terms: Sequence[str], series: str, release: str, as_of: date) -> bool:
        """Whether other instalments tell of it, and do not lead with it."""
        known = self.series.list_current(series, Scope(DateRange(date.min, as_of)))
        others = [each.release_id for each in known if each.release_id != release]
        keys = [key for of_one in self.find_keys(others) for key in of_one]
        if not keys:
            return False
        scores = self.index.score_passages(terms, keys).tolist()
        held = [key for key, score in zip(keys, scores, strict=True) if score]
        telling = self.read(held[-_READ:])
        return bool(telling) and not any(each.lead_terms & {*terms} for each in telling)


def find_missing(
    wanted: Wanted, read: ReadPassage, marked: Sequence[Span], untold: Extreme | None
) -> Missing | None:
    """What is plainly asked for, where the sentences marked in a passage hold none; None where they
    do, or nothing is marked. `untold` is the extreme asked for, where they do not say it.

    When an extreme was says the period of its release, which is shown beside them.
    """
    if not marked:
        return None
    text = read.stored.passage.text
    missing = name_missing(
        wanted.question, " ".join(text[each.start : each.end] for each in marked)
    )
    dates_extreme = wanted.extreme is not None and untold is None and read.stored.about is not None
    return None if missing == "date" and dates_extreme else missing


def find_silent(
    question: ReadQuestion, passages: Sequence[ReadPassage], compared: Comparison
) -> frozenset[str]:
    """The releases, of all instalments of a series, that do not tell of a part that is asked for
    while others do. `compared` are the tokens of their `passages` with the question's."""
    releases = [each.stored.release.id for each in passages]
    told: dict[str, set[str]] = {}
    for release, each in zip(releases, passages, strict=True):
        told.setdefault(release, set()).update(each.places)
    matches = compared.match_passages()
    silent: set[str] = set()
    for _, terms, tokens in _list_words(question):
        telling = {release for release, words in told.items() if _are_in(terms, words)}
        if not telling or telling == told.keys():
            continue
        if any(each.lead_terms & {*terms} for each in passages):
            continue
        likeness = matches[:, tokens].mean(axis=1)
        like = {each for each, much in zip(releases, likeness, strict=True) if much >= _UNLIKE}
        silent |= told.keys() - telling - like
    return frozenset(silent)


def prefer_telling(
    question: ReadQuestion,
    read: Sequence[ReadPassage],
    matches: npt.NDArray[np.float32],
    standings: Sequence[Standing],
) -> list[bool]:
    """Whether each passage tells of a part of which a figure is asked for, and is of the newest
    release that does, where the newest of its series does not: though no month is named, it is
    that one that is meant."""
    wanted, rows = question.wanted, range(len(read))
    timed = wanted.period is not None or wanted.extreme is not None or wanted.recency == 1
    if timed or wanted.figure is None:
        return [False] * len(read)
    best: dict[str, set[int]] = {}
    for _, terms, tokens in _list_words(question):
        holding = [_are_in(terms, each.places.keys()) for each in read]
        likeness = matches[:, tokens].mean(axis=1)
        for matter in {each.matter for each in standings} - {None}:
            own = [row for row in rows if standings[row].matter == matter]
            telling = {row for row in own if holding[row]}
            newest = [row for row in own if standings[row].newness >= 0]
            told = any(holding[row] or likeness[row] >= _SAME for row in newest)
            led = any(read[row].lead_terms & {*terms} for row in own)
            if telling and newest and not told and not led:
                best[str(matter)] = best.get(str(matter), telling) & telling or telling
    preferred: set[int] = set()
    for telling in best.values():
        day = max(read[row].stored.release.published for row in telling)
        preferred |= {row for row in telling if read[row].stored.release.published == day}
    return [row in preferred for row in rows]


def _find_likeness(shortlist: Shortlist, row: int, tokens: Sequence[int]) -> float:
    """How much like a word of the question whatever is most like it in the release is."""
    release = shortlist.releases[row]
    rows = [at for at, each in enumerate(shortlist.releases) if each == release]
    return float(shortlist.matches[rows][:, list(tokens)].max(axis=0).mean())


def _find_tokens(question: ReadQuestion, begin: int, end: int) -> list[int]:
    spans = question.encoded.spans
    found: list[int] = np.flatnonzero((spans[:, 0] < end) & (spans[:, 1] > begin)).tolist()
    return found


def _list_words(question: ReadQuestion) -> Iterator[tuple[str, list[str], list[int]]]:
    """The words that say of what a figure is asked for, with their terms and the places of their
    tokens, but those that may go without saying and countries, which have a signal of their own."""
    general = _GOES_WITHOUT_SAYING | {term for term, _ in question.wanted.country_terms}
    spans = question.encoded.spans
    for tokens in question.things:
        word = question.text[int(spans[tokens[0], 0]) : int(spans[tokens[-1], 1])]
        terms = find_terms(word)
        if general.isdisjoint(terms):
            yield word, terms, list(tokens)


def _are_in(terms: Sequence[str], told: Set[str]) -> bool:
    """Whether any of them is told of, also by another word for the same thing."""
    return any(each in told or not told.isdisjoint(list_others(each)) for each in terms)
