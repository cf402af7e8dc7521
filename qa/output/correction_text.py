"""What is said, in a line each, of a release that was corrected or corrects another."""

from collections.abc import Iterator

from qa.records import CorrectionLink, Corrections


def write_corrections(known: Corrections, *, withdrawn: bool = False) -> list[str]:
    """The lines, none where there is nothing to say. `withdrawn`: what is asked for was corrected.

    >>> from datetime import date
    >>> link = CorrectionLink("1", "Corrected Figures", date(2026, 7, 10), "en", whole=False)
    >>> write_corrections(Corrections((link,)), withdrawn=True)
    ['in this corrected by “Corrected Figures”, published 2026-07-10']
    """
    return list(_write_lines(known, withdrawn=withdrawn))


def _write_lines(known: Corrections, *, withdrawn: bool) -> Iterator[str]:
    for link in known.corrected_by:
        verb = "replaced" if link.whole else "in this corrected" if withdrawn else "corrected"
        yield f"{verb} by {_name(link)}"
    if known.corrects is not None:
        verb = "replaces" if known.corrects.whole else "corrects"
        yield f"{verb} {_name(known.corrects)}"


def _name(link: CorrectionLink) -> str:
    return f"“{link.title}”, published {link.published}"
