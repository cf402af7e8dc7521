"""The matter that news is asked for of, and whether a text speaks of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from qa.language.countries import cut_countries, find_countries, names_country
from qa.language.terms import find_terms, find_terms_in


@dataclass(frozen=True, slots=True)
class Matter:
    """Terms that all belong to a matter, and the countries among it, in any form of their names."""

    terms: frozenset[str]
    countries: frozenset[str] = frozenset()

    def is_in(self, text: str, language: str) -> bool:
        """Whether a text has all terms and names all countries.

        >>> Matter(frozenset({"envoy"}), frozenset({"Türkiye"})).is_in("New Turkish envoy", "en")
        True
        """
        if not all(names_country(text, each) for each in self.countries):
            return False
        return not self.terms or self.terms.issubset(find_terms_in(text, language))


def read_matter(words: str, beside: Iterable[str]) -> Matter | None:
    """What English words are about, without the terms `beside` it; None where that is nothing.

    Of what is said in full and by its initials, "urban air mobility UAM", a text has often one.

    >>> read_matter("news of Chilean lithium", ["news"])
    Matter(terms=frozenset({'lithium'}), countries=frozenset({'Chile'}))
    """
    matter = Matter(
        frozenset(find_terms(_cut_initials(cut_countries(words)))).difference(beside),
        find_countries(words),
    )
    return matter if matter.terms or matter.countries else None


def _cut_initials(words: str) -> str:
    """The words without initials of those right before them."""
    kept: list[str] = []
    for word in words.split():
        short = word.strip("().,?!")
        initials = "".join(each[0] for each in kept[-len(short) :] if short)
        if len(short) < 2 or not short.isupper() or initials.upper() != short:
            kept.append(word)
    return " ".join(kept)
