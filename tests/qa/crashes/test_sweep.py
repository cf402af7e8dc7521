"""A change that is killed, or refused by the disk, at any system call it makes.

With TEST_CRASHES=all every call is tried, which takes a quarter of an hour; otherwise a few.
"""

from pathlib import Path

import pytest

from qa.index.upkeep import check_library
from tests.qa.crashes.changes import SECRET, Change, apply, copy_library
from tests.qa.crashes.conftest import Tried
from tests.qa.crashes.states import State, observe
from tests.qa.crashes.tracing import Ended, Fault

_FEW = 4  # faults tried of each kind in each change, where not all are


@pytest.mark.parametrize("fault", Fault)
@pytest.mark.parametrize("change", [Change.ADD, Change.REMOVE, Change.REBUILD])
def test_fault_at_any_call_leaves_the_old_or_the_new_state(
    tried: Tried, change: Change, fault: Fault
) -> None:
    undisturbed = copy_library(tried.folder, tried.scratch / "undisturbed")
    calls = tried.forker.trace(change, undisturbed)
    new = observe(undisturbed)
    assert change is Change.REBUILD or new != tried.old
    assert len({call.name for call in calls if call.by_main}) > 5
    assert [call for call in calls if not call.by_main]
    wrong = []
    for call in tried.choose(calls, _FEW):
        data = copy_library(tried.folder, tried.scratch / "disturbed")
        ended = tried.forker.disturb(change, data, call, fault)
        faults = [*judge_end(ended, fault), *_judge_library(data, change, ended, tried.old, new)]
        wrong += [f"{change.value}, {fault.value} at {call}: {each}" for each in faults]
    assert not wrong, "\n".join(wrong)


def judge_end(ended: Ended, fault: Fault) -> list[str]:
    """What is wrong with how a change ended."""
    if fault is Fault.KILL:
        # It may have made the call on another thread, or not at all.
        return [] if ended.status <= 0 else [f"ended with {ended}"]
    lines = ended.said.splitlines()
    if ended.status == 2 and len(lines) == 1 and lines[0].startswith("qa: "):
        return []
    # Not every refusal need matter.
    return [] if ended.status == 0 and "Traceback" not in ended.said else [f"ended with {ended}"]


def _judge_library(data: Path, change: Change, ended: Ended, old: State, new: State) -> list[str]:
    """What is wrong with the library that a change left behind, and with making it again."""
    wrong = []
    state = observe(data)
    if state not in ((new,) if ended.status == 0 else (old, new)):
        wrong.append(f"serves neither the old nor the new state, having ended with {ended}")
    # What was removed goes out of the files when the next change is made.
    wrong += [each for each in check_library(data) if "what was removed" not in each]
    apply(change, data)
    if observe(data) != new:
        wrong.append("does not serve the new state after the change was made again")
    wrong += check_library(data)
    if change is Change.REMOVE:
        secret = SECRET.encode()
        files = [path for path in data.rglob("*") if path.is_file()]
        wrong += [f"{path} holds what was removed" for path in files if secret in path.read_bytes()]
    return wrong
