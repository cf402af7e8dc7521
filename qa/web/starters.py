"""Questions for someone who does not know yet what to ask: made of what this library holds.

Each is proposed from the wording of a release and shown only when asking it brings that release
first, so that none of them disappoints.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from qa.answers import Verdict
from qa.lazy_regex import lazy_regex
from qa.output.words import Language
from qa.questions import Question
from qa.records import DateRange, Release
from qa.retrieval.asking import Asker

_RELEASES = 60  # of the newest, from which questions are made
_TRIES = 12  # of these that are asked
_SHOWN = 3
_LONGEST = 90  # characters of what is asked about

# "… that Korea’s exports of ICT goods in November 2025 rose 24.3 percent"
_CHANGE = lazy_regex(
    r"(?:^|\bthat |[.!?]\s+)(?P<subject>[A-Z“][^.;:!?()]{6,80}?) "
    r"(?P<verb>rose|fell|increased|declined|decreased|grew|dropped) (?:by )?[0-9][0-9.,]* ?"
    r"(?:percent|%)"
)
_PRESENT = {
    "rose": "rise",
    "fell": "fall",
    "increased": "increase",
    "declined": "decline",
    "decreased": "decrease",
    "grew": "grow",
    "dropped": "drop",
}
# "Je Kyung-hee, Director-General of the Free Economic Zone Planning Office, …"
_OFFICE = lazy_regex(
    r"\b[A-Z][\w’-]+(?: [A-Z][\w’-]+){1,3}, (?P<office>(?:the )?(?:newly appointed )?"
    r"(?:[A-Z][\w’-]+ )?(?:Ambassador|Chair(?:man|woman)?|Commissioner|Director(?:-General)?|"
    r"Governor|Minister|President|Secretary) (?:of|for) (?:the )?[A-Z][^,.;:()“”]{3,60}),"
)
_TITLE = {
    "en": "What was announced about “{title}”?",
    "ko": "“{title}”에 대해 무엇이 발표되었나요?",
}


@dataclass(frozen=True, slots=True)
class _Proposal:
    kind: str
    text: str
    release: Release


def find_starters(asker: Asker, language: Language, today: date) -> tuple[str, ...]:
    """At most three questions whose answers are at hand, of different kinds where that can be.

    They are in the language of their releases: in `language` where there are releases in it.
    """
    releases = asker.snapshot.list_releases(DateRange(date.min, today), limit=_RELEASES)
    chosen: list[_Proposal] = []
    for each in islice(_take_turns(_propose(releases, language)), _TRIES):
        if each.release in [other.release for other in chosen]:
            continue
        if _is_answered(asker, each, today):
            chosen.append(each)
        if len(chosen) == _SHOWN:
            break
    return tuple(each.text for each in chosen)


def _propose(releases: Sequence[Release], language: Language) -> Iterator[_Proposal]:
    own = [each for each in releases if each.language == language.value]
    spoken = {word for each in releases for word in each.body.split() if word.islower()}
    for release in own or releases:
        if release.language == "en":
            for found in _CHANGE.finditer(release.body):
                subject = _uncapitalise(found["subject"], spoken)
                text = f"How much did {subject} {_PRESENT[found['verb']]}?"
                yield _Proposal("change", text, release)
                break
            for found in _OFFICE.finditer(release.body):
                yield _Proposal("office", f"Who is {found['office']}?", release)
                break
        title = " ".join(release.title.split())
        if len(title) <= _LONGEST:
            frame = _TITLE.get(release.language, _TITLE["en"])
            yield _Proposal("title", frame.format(title=title), release)


def _uncapitalise(subject: str, spoken: set[str]) -> str:
    """The subject within a sentence: its first word in small letters when it is `spoken` so."""
    first, _, _ = subject.partition(" ")
    return subject[0].lower() + subject[1:] if first.lower() in spoken else subject


def _take_turns(proposals: Iterator[_Proposal]) -> Iterator[_Proposal]:
    """The proposals with one of each kind by turns, each kind in its order."""
    queues: dict[str, list[_Proposal]] = {"change": [], "office": [], "title": []}
    for each in proposals:
        queues[each.kind].append(each)
    while any(queues.values()):
        for queue in queues.values():
            if queue:
                yield queue.pop(0)


def _is_answered(asker: Asker, proposal: _Proposal, today: date) -> bool:
    answer = asker.ask(Question(proposal.text, today, k=1))
    if answer.verdict is Verdict.NOT_FOUND or not answer.hits:
        return False
    return answer.hits[0].release.id == proposal.release.id
