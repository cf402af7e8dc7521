"""Korean words as terms, with the analyser and without."""

import pytest

from qa.language.korean import name_analysis, split_bigrams, split_korean, split_morphemes

needs_kiwi = pytest.mark.skipif(
    name_analysis() != "kiwi", reason="needs the extra: pip install '.[korean]'"
)


def test_a_run_becomes_its_overlapping_pairs_of_syllables() -> None:
    assert split_bigrams("반도체수출") == ("반도", "도체", "체수", "수출")


@pytest.mark.parametrize("run", ["수", "수출"])
def test_a_short_run_stays_whole(run: str) -> None:
    assert split_bigrams(run) == (run,)


def test_pairs_are_used_exactly_where_no_analyser_is_installed() -> None:
    in_pairs = split_korean("수출액이") == split_bigrams("수출액이")
    assert in_pairs is (name_analysis() == "bigrams")


@needs_kiwi
def test_the_analyser_drops_particles_and_endings() -> None:
    assert split_morphemes("수출은") == ("수출",)
    assert "증가" in split_morphemes("증가했습니다")


@needs_kiwi
def test_a_noun_is_one_term_whatever_particle_follows() -> None:
    forms = {split_korean(word)[0] for word in ("수출은", "수출이", "수출을", "수출의")}
    assert forms == {"수출"}
