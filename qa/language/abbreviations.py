"""Abbreviations of the trade, written out: an encoder knows what an index of business surveys is,
and hardly what a BSI is, which a release may not call so at all.

They stand in `abbreviations.tsv`, each with what it is short for. What a release always calls by
its abbreviation ("ICT", "FTA"), or what is short for several things, is not among them.
"""

import re
from functools import cache
from importlib.resources import files


def write_out(text: str) -> str:
    """`text` with what each abbreviation is short for before it, in brackets after that.

    >>> write_out("FDI of SMEs")
    'foreign direct investment (FDI) of small and medium-sized enterprises (SMEs)'
    """
    return _pattern().sub(_write_one, text)


def _write_one(found: re.Match[str]) -> str:
    short, plural = found["short"], found["plural"]
    long = _table()[short.upper()]
    if long in found.string.lower().replace("’", "'"):  # said by whoever asks
        return found.group()
    written = _make_plural(long) if plural else long
    # "outbound FDI" is no name, and the FDI in it means what comes in.
    return written if " " in short else f"{written} ({short}{plural})"


def _make_plural(long: str) -> str:
    """`long` of several: the noun before "of" and "to" is the one that they are."""
    return re.sub(r"(?<!s)(?= of | to |$)", "s", long, count=1)


@cache
def _table() -> dict[str, str]:
    lines = files("qa.language").joinpath("abbreviations.tsv").read_text("utf-8").splitlines()
    return {short.upper(): long for short, long in (line.split("\t") for line in lines)}


@cache
def _pattern() -> re.Pattern[str]:
    """Two letters without capitals may be another word. Korean may follow at once."""
    shorts = sorted(_table(), key=len, reverse=True)
    either_case = "|".join(
        re.escape(each) if len(each) < 3 else f"(?i:{re.escape(each)})" for each in shorts
    )
    return re.compile(
        rf"(?<![A-Za-z0-9&.-])(?P<short>{either_case})(?P<plural>s?)(?![A-Za-z0-9&-])"
    )
