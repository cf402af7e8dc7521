"""What keeps a question from being answered: that it asks for nothing, or in what language."""

from collections.abc import Collection

from qa.language.other_languages import find_other_language
from qa.questions import Obstacle


def find_obstacle(asked: str, known: Collection[str] | None) -> Obstacle | None:
    """Why nothing can be found for a question, `asked` being it without the chat around it.

    `known` are the languages that the encoder knows, None: any. Korean is always read.

    >>> find_obstacle("", None)
    <Obstacle.NOTHING_ASKED: 'nothing_asked'>
    >>> find_obstacle("Wie hoch war das?", ["en"]), find_obstacle("Wie hoch war das?", ["de", "en"])
    (<Obstacle.LANGUAGE: 'language'>, None)
    """
    if not asked:
        return Obstacle.NOTHING_ASKED
    if known is None:
        return None
    language = find_other_language(asked)
    return Obstacle.LANGUAGE if language and not {*language} & {*known} else None
