"""The questions about the generated ministry: every kind, and what is right for each."""

import re
from collections import Counter

import pytest

from qa.records import Release
from tests.ministry import Ministry, generate_ministry
from tests.ministry.asking import QuestionKind, phrasings
from tests.ministry.asking_fit import QUESTIONS_FIT
from tests.ministry.asking_heldout import QUESTIONS_HELDOUT
from tests.ministry.beside_fit import BESIDE_FIT
from tests.ministry.beside_heldout import BESIDE_HELDOUT
from tests.ministry.generate import ALL_KINDS, ALL_SERIES
from tests.ministry.phrases import read_sections
from tests.ministry.series import Split

ON_PERIODS = (QuestionKind.DATED, QuestionKind.RELATIVE, QuestionKind.LATEST)
LEAST = {
    QuestionKind.DATED: 150,
    QuestionKind.RELATIVE: 100,
    QuestionKind.LATEST: 80,
    QuestionKind.PUBLISHED: 80,
    QuestionKind.UNDATED: 120,
    QuestionKind.UNANSWERABLE: 100,
    QuestionKind.BESIDE: 50,
}
BESIDE = {Split.FIT: BESIDE_FIT, Split.HELDOUT: BESIDE_HELDOUT}


@pytest.fixture(scope="module")
def ministry() -> Ministry:
    return generate_ministry()


@pytest.fixture(scope="module")
def releases(ministry: Ministry) -> dict[str, Release]:
    return {release.id: release for release in ministry.releases}


def wording(release: Release) -> str:
    return f"{release.title}\n{release.body}".casefold()


def nouns_beside(split: Split) -> list[str]:
    sections = read_sections(BESIDE[split])
    return [noun for each in sections for line in each.lines for noun in line.split(" | ")]


@pytest.mark.parametrize("split", Split)
def test_questions_of_every_kind_are_enough(ministry: Ministry, split: Split) -> None:
    asked = [each for each in ministry.questions if each.split is split]
    assert len(asked) >= 600
    counts = Counter(each.kind for each in asked)
    assert all(counts[kind] >= least for kind, least in LEAST.items()), counts
    assert 0.15 <= sum(each.language == "ko" for each in asked) / len(asked) <= 0.25


@pytest.mark.parametrize("split", Split)
@pytest.mark.parametrize("prefix", ["", "ko-"])
def test_every_kind_has_a_dozen_phrasings(split: Split, prefix: str) -> None:
    for name in ("dated", "relative"):
        assert len(phrasings(split, f"{prefix}{name}", "amount")) >= 12
    for name in ("latest", "published"):
        assert len(phrasings(split, f"{prefix}{name}")) >= 12
    section = "ko" if prefix else "ask"
    undated = {line for k in ALL_KINDS if k.split is split for line in k.lines(section)}
    assert len(undated) >= 12


def test_every_answer_stands_in_a_right_release(
    ministry: Ministry, releases: dict[str, Release]
) -> None:
    for question in ministry.questions:
        right = [releases[key].body for key, grade in question.grades if grade == 2]
        assert all(any(answer in body for body in right) for answer in question.answers), question
        assert bool(question.answers) == bool(right)


def test_right_releases_are_published_by_as_of(
    ministry: Ministry, releases: dict[str, Release]
) -> None:
    for question in ministry.questions:
        published = [releases[key].published for key, _ in question.grades]
        assert all(day <= question.as_of for day in published), question


def test_question_on_a_period_has_one_current_instalment(ministry: Ministry) -> None:
    facts = {fact.release_id: fact for fact in ministry.facts}
    for question in ministry.questions:
        if question.kind not in ON_PERIODS:
            continue
        current = [facts[key] for key, grade in question.grades if grade == 2]
        assert len(current) == 1, question
        judged = {key for key, _ in question.grades}
        published = {release.id: release.published for release in ministry.releases}
        about_it = {
            fact.release_id
            for fact in ministry.facts
            if (fact.series, fact.first) == (current[0].series, current[0].first)
            and published[fact.release_id] <= question.as_of
        }
        assert judged == about_it
        assert max(about_it, key=lambda key: published[key]) == current[0].release_id
        assert ministry.splits[current[0].release_id] is question.split


def test_latest_question_wants_the_newest_period(
    ministry: Ministry, releases: dict[str, Release]
) -> None:
    facts = {fact.release_id: fact for fact in ministry.facts}
    for question in ministry.questions:
        if question.kind is QuestionKind.LATEST:
            right = facts[question.grades[0][0]]
            newest = max(
                fact.first
                for fact in ministry.facts
                if fact.series == right.series
                and releases[fact.release_id].published <= question.as_of
            )
            assert right.first == newest, question


def test_last_month_is_the_month_before_as_of(ministry: Ministry) -> None:
    facts = {fact.release_id: fact for fact in ministry.facts}
    asked = [
        each
        for each in ministry.questions
        if each.kind is QuestionKind.RELATIVE and re.search("last month(?! but)|지난달", each.text)
    ]
    assert len(asked) >= 5
    for question in asked:
        first = facts[question.grades[0][0]].first
        months = (question.as_of.year - first.year) * 12 + question.as_of.month - first.month
        assert months == (2 if "지지난달" in question.text else 1), question


def test_question_without_an_answer_has_no_right_release(ministry: Ministry) -> None:
    reasons: Counter[tuple[Split, str]] = Counter()
    for question in ministry.questions:
        if question.kind is QuestionKind.UNANSWERABLE:
            assert not question.grades
            reasons[question.split, question.reason] += 1
    for split in Split:
        for reason in ("gap", "future", "not yet", "before", "nowhere", "swapped"):
            assert reasons[split, reason] >= 15, reasons


def test_question_beside_a_series_has_no_right_release(ministry: Ministry) -> None:
    asked = [each for each in ministry.questions if each.kind is QuestionKind.BESIDE]
    assert {(each.split, each.grades, each.reason) for each in asked} == {
        (Split.FIT, (), ""),
        (Split.HELDOUT, (), "beside"),
    }


@pytest.mark.parametrize("split", Split)
def test_what_lies_beside_a_series_is_reported_nowhere(ministry: Ministry, split: Split) -> None:
    wordings = [wording(each) for each in ministry.releases]
    for noun in nouns_beside(split):
        assert not any(noun.casefold() in each for each in wordings), noun


@pytest.mark.parametrize("split", Split)
def test_something_lies_beside_every_series_in_both_languages(split: Split) -> None:
    sections = read_sections(BESIDE[split])
    series = [each.name for each in ALL_SERIES if each.split is split]
    assert sorted(each.name for each in sections) == sorted(series)
    for section in sections:
        english, korean = section.lines
        assert english.isascii()
        assert all(re.search("[가-힣]", noun) for noun in korean.split(" | "))


def test_parts_share_nothing_that_lies_beside_a_series() -> None:
    fit, heldout = (nouns_beside(split) for split in (Split.FIT, Split.HELDOUT))
    assert len(set(heldout)) == len(heldout)
    assert not {each.casefold() for each in fit} & {each.casefold() for each in heldout}


def test_subjects_that_appear_nowhere_appear_nowhere(ministry: Ministry) -> None:
    for block in (QUESTIONS_FIT, QUESTIONS_HELDOUT):
        for section in read_sections(block):
            if section.name.endswith("nowhere-subject"):
                for subject in " | ".join(section.lines).split(" | "):
                    sought = subject.strip(" |").casefold()
                    assert sought
                    assert not any(sought in wording(each) for each in ministry.releases), subject


def test_hardly_a_question_is_asked_twice(ministry: Ministry) -> None:
    asked = Counter((each.split, each.language, each.text) for each in ministry.questions)
    assert sum(count - 1 for count in asked.values()) <= 5
