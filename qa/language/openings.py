"""How a release opens: with its first sentence that is more than a line above the text."""

from qa.language.sentences import split_sentences

OPENING = 800
"""Characters of a body that its first sentence is looked for in."""

LONGEST_LINE = 6
"""Words of "For Immediate Release: June 22, 2005", which is no sentence."""


def find_opening(body: str, language: str) -> str:
    """That sentence; where there is none, all that is looked at.

    >>> find_opening("Press Room\\n\\nExports of ICT goods rose 24.3 percent. Imports fell.", "en")
    'Exports of ICT goods rose 24.3 percent.'
    """
    begins = body[:OPENING]
    for span in split_sentences(begins, language):
        said = begins[span.start : span.end]
        if len(said.split()) > LONGEST_LINE:
            return said
    return begins
