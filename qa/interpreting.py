"""What a question asks for beside its topic: which period, the newest, published when.

Each thing understood comes with the words of the question that said so. Relative words ("last
month") count from the question's `as_of`. Only the limits that come with a question, never its
words, keep releases out of sight; a period that is asked about is a signal of the ranking.
"""

import re

from qa.answers import AskedPeriod, Interpretation, Question
from qa.errors import QuestionError
from qa.glossary import translate_question
from qa.periods import find_periods

_LATEST = re.compile(
    r"\b(?:(?:the )?(?:latest|newest|most recent)|currently|current|right now|now|so far|recently"
    r"|recent|these days)\b|최신|최근|현재|지금|요즘",
    re.IGNORECASE,
)


def interpret(question: Question, *, render_korean: bool) -> Interpretation:
    """How a question is understood.

    With `render_korean` Korean words are rendered in English, for an encoder that knows no
    Korean. Raises QuestionError when the window of publication ends before it begins.
    """
    window = question.published
    if window is not None and window.first > window.last:
        raise QuestionError(
            f"The window of publication ends on {window.last}, before it begins on "
            f"{window.first}. Give the earlier day first."
        )
    text = question.text
    rendering = translate_question(text) if render_korean else None
    period = None
    for mention in find_periods(text, question.as_of)[:1]:
        period = AskedPeriod(mention.period, text[mention.start : mention.end])
    latest = _LATEST.search(text)
    return Interpretation(
        question=text,
        as_of=question.as_of,
        published=window,
        searched=rendering.text if rendering and rendering.text else text,
        period=period,
        latest_words=latest.group() if latest else None,
    )
