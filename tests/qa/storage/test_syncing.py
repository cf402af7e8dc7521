"""A library kept to what its sources hold: the plan as values, and the command over real files."""

from datetime import date

from qa.records import Held, Problem, Reading, Release
from qa.storage.syncing import SourceReading, plan_sync


def make_release(name: str) -> Release:
    return Release(name, f"Title {name}", date(2025, 12, 1), "Words.", "M")


def read(
    source: str, *names: str, passing: str = "", problems: tuple[Problem, ...] = ()
) -> SourceReading:
    releases = tuple(make_release(name) for name in names)
    return SourceReading(source, Reading(releases, problems, frozenset(passing.split())))


def note(**sources: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(ids.split()) for name, ids in sources.items()}


def hold(*, is_whole: bool = True, **sources: str) -> dict[str, Held]:
    return {name: Held(ids, is_whole=is_whole) for name, ids in note(**sources).items()}


def remember(held_by: dict[str, Held]) -> dict[str, frozenset[str]]:
    return {name: held.release_ids for name, held in held_by.items()}


def test_what_a_source_no_longer_has_is_gone() -> None:
    plan = plan_sync([read("folder", "a", "c")], note(folder="a b"))
    assert [release.id for release in plan.releases] == ["a", "c"]
    assert plan.gone == ("b",)
    assert plan.held_by == hold(folder="a c")


def test_nothing_is_gone_by_a_source_read_for_the_first_time() -> None:
    assert plan_sync([read("folder", "a")], {}).gone == ()


def test_what_another_source_has_stays() -> None:
    assert plan_sync([read("one"), read("two", "a")], note(one="a", two="a")).gone == ()
    assert plan_sync([read("one")], note(one="a", two="a")).gone == ()
    assert plan_sync([read("one"), read("two")], note(one="a", two="a")).gone == ("a",)


def test_nothing_is_gone_by_a_source_of_which_a_part_could_not_be_read() -> None:
    fault = Problem("folder/b.jsonl", 1, "expected JSON")
    plan = plan_sync([read("folder", "a", problems=(fault,))], note(folder="a b"))
    assert plan.gone == ()
    # It is remembered, and goes once all of it can be read.
    assert plan.held_by == hold(folder="a b", is_whole=False)
    assert plan_sync([read("folder", "a")], remember(plan.held_by)).gone == ("b",)


def test_source_that_says_a_release_twice_is_read_whole() -> None:
    again = Problem("folder/b.jsonl", 1, "the same release", is_repeat=True)
    plan = plan_sync([read("folder", "a", problems=(again,))], note(folder="a b"))
    assert plan.gone == ("b",)
    assert plan.held_by == hold(folder="a")


def test_what_a_feed_no_longer_shows_stays() -> None:
    plan = plan_sync([read("feed", "a", "b", passing="a b")], {})
    assert plan.held_by == hold(feed="")
    assert plan_sync([read("feed", "b", passing="b")], remember(plan.held_by)).gone == ()


def test_release_of_several_sources_is_taken_from_the_last() -> None:
    newer = Release("a", "Newer", date(2025, 12, 1), "Words.", "M")
    last = SourceReading("two", Reading((newer,), ()))
    assert plan_sync([read("one", "a"), last], {}).releases == (newer,)


def test_nothing_is_gone_by_a_source_that_another_process_read_meanwhile() -> None:
    plan = plan_sync([read("one"), read("two")], note(one="a", two="b"), overtaken=["one"])
    assert plan.gone == ("b",)
    assert plan.held_by == hold(one="a", two="")
    assert plan_sync([read("one")], remember(plan.held_by)).gone == ("a",)
