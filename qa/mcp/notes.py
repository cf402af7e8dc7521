"""What a model is told to make of an answer, in a sentence or two."""

from qa.answers import describe_later, is_unsure
from qa.api.answer_schemas import AnswerOut
from qa.language.extremes import Extreme
from qa.language.plurals import count
from qa.output.words import Language, read_words

NAMES_OF_PUBLISHERS = "See list_publishers for the names that there are."

_SEVERAL = "Several periods are asked about: `by_period` has what answers for each."
_NONE_FOR = "For {} nothing was found: say so."
_NOT_SHOWN = "What answers for {} comes after the `k` hits asked for: ask again with more."
_ANOTHER_PERIOD = (
    "The best passage is of another time than the one asked about, or of a part of it alone: its "
    "figures are not those."
)
_UNTOLD = "No passage that surely answers says that this was the {}: `timeline` lines figures up."
_OBSTACLES = {
    "nothing_asked": "Not found: nothing is asked for that a release could tell, so nothing was "
    "looked for. Ask for a figure, a name, a date, or by a word of the matter.",
    "language": "Not found: the question seems to be in a language that is not understood here, so "
    "nothing was looked for. Ask again in English or Korean.",
}
_UNSURE = (
    "Unsure: `sentence` is less likely to answer than not. If it does not, say that the releases "
    "held do not answer; if it does, quote it as it stands and give its citation."
)
_CORRECTED = (
    "The release of `sentence` was corrected since: read what is in its `corrected_by`, and name "
    "it with whatever is quoted."
)
_NOTES = {
    "answered": "Answered. Quote `sentence` as it stands and give its citation.",
    "not_found": "Not found: no release held answers this. Say so. The passages in `hits` are the "
    "nearest, and do not seem to answer.",
    "unjudged": "Not judged: whether these passages answer is not known. Read them first.",
}


def write_note(answer: AnswerOut) -> str:
    """What to make of an answer."""
    if answer.total is not None:
        were = "was" if answer.total == 1 else "were"
        return f"{count(answer.total, 'release')} {were} published; `hits` has the newest."
    if not answer.hits:
        return _note_nothing(answer)
    unsure = answer.verdict == "answered" and is_unsure(answer.hits[0].confidence)
    said = [_UNSURE if unsure else _NOTES[answer.verdict]]
    if answer.by_period and answer.verdict != "not_found":
        said.append(_SEVERAL)
        found = [(each.name, each.verdict, each.rank) for each in answer.by_period]
        none = [name for name, verdict, _ in found if verdict == "not_found"]
        beyond = [name for name, verdict, rank in found if verdict == "answered" and rank is None]
        said += [_NONE_FOR.format(", ".join(none))] if none else []
        said += [_NOT_SHOWN.format(", ".join(beyond))] if beyond else []
    if answer.why is not None and answer.why.name != "extreme_untold":
        said.append(answer.why.said)
    if answer.sentence is not None and answer.hits[0].release.corrected_by:
        said.append(_CORRECTED)
    if answer.missing is not None and answer.verdict != "not_found":
        said.append(read_words()[Language.ENGLISH].say(f"missing_{answer.missing}"))
    if answer.of_another_period:
        said.append(_ANOTHER_PERIOD)
    elif answer.extreme_untold:
        said.append(_UNTOLD.format(Extreme(answer.extreme_untold).phrase))
    return " ".join(said)


def _note_nothing(answer: AnswerOut) -> str:
    """What there is to say where there was no release to look at."""
    understood = answer.interpretation
    if understood.obstacle is not None:
        return _OBSTACLES[understood.obstacle]
    later = f", but {describe_later(answer.later)}" if answer.later else ""
    if answer.nearest:
        by = f" by {understood.as_of}" if later else ""
        return (
            f"Not found: nothing held was published in the days asked for{by}{later}. Say so. "
            "`nearest` has the releases nearest in time."
        )
    if later:
        return f"Not found: nothing held was published by {understood.as_of}{later}. Say so."
    if understood.publisher is not None and understood.publisher_words is None:
        return (
            f"Not found: nothing held is of a publisher named {understood.publisher!r}. "
            f"{NAMES_OF_PUBLISHERS}"
        )
    return f"Not found: nothing held was published by {understood.as_of}. Say so."
