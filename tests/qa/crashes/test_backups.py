"""A backup, and what is put back from one, killed or refused by the disk at any call."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from qa.index.upkeep import check_library
from qa.keys import FILE_NAME as KEYS
from qa.keys import KeyRing, Right
from qa.storage.schema import FILE_NAME
from tests.qa.crashes.changes import HELD, Change, add, apply, copy_library, find_backup
from tests.qa.crashes.conftest import Tried
from tests.qa.crashes.schema_2 import dump
from tests.qa.crashes.states import observe
from tests.qa.crashes.test_sweep import judge_end
from tests.qa.crashes.tracing import Fault

_FEW = 6  # faults tried of each kind, where not all are


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """A backup of what was held at first, with another key."""
    add(tmp_path / "data", HELD[:2])
    KeyRing(tmp_path / "data").add("of-old", [Right.READ], made=date(2025, 1, 1))
    apply(Change.BACK_UP, tmp_path / "data")
    return find_backup(tmp_path / "data")


def prepare(tried: Tried, earlier: Path, name: str) -> Path:
    """The library and its key, and the earlier backup where its own is to be."""
    data = copy_library(tried.folder, tried.scratch / name)
    KeyRing(data).add("of-now", [Right.READ], made=date(2025, 1, 1))
    shutil.rmtree(find_backup(data), ignore_errors=True)
    shutil.copytree(earlier, find_backup(data))
    return data


def read_names(folder: Path) -> list[str]:
    return [key.name for key in KeyRing(folder).read()]


@pytest.mark.parametrize("fault", Fault)
def test_fault_while_backing_up_leaves_the_earlier_copies_or_the_new(
    tried: Tried, earlier: Path, fault: Fault
) -> None:
    undisturbed = prepare(tried, earlier, "undisturbed")
    calls = tried.forker.trace(Change.BACK_UP, undisturbed)
    old, new = dump(earlier / FILE_NAME), dump(undisturbed / FILE_NAME)
    assert dump(find_backup(undisturbed) / FILE_NAME) == new != old
    wrong = []
    for call in tried.choose(calls, _FEW):
        data = prepare(tried, earlier, "disturbed")
        backup = find_backup(data)
        faults = judge_end(tried.forker.disturb(Change.BACK_UP, data, call, fault), fault)
        found = (dump(backup / FILE_NAME), read_names(backup))
        # With keys that are newer an earlier library lets nobody in who may not come.
        if found not in ((old, ["of-old"]), (old, ["of-now"]), (new, ["of-now"])):
            faults.append("holds neither the earlier copies nor the new")
        apply(Change.BACK_UP, data)
        if (dump(backup / FILE_NAME), read_names(backup)) != (new, ["of-now"]):
            faults.append("is not made afterwards")
        left = {path.name for path in backup.iterdir()}
        faults += left - {FILE_NAME, KEYS, "backup.lock"}
        wrong += [f"{fault.value} at {call}: {each}" for each in faults]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("fault", Fault)
def test_fault_while_restoring_leaves_what_was_held_or_the_backup(
    tried: Tried, earlier: Path, fault: Fault
) -> None:
    undisturbed = prepare(tried, earlier, "undisturbed")
    calls = tried.forker.trace(Change.RESTORE, undisturbed)
    new = observe(undisturbed)
    assert new != tried.old
    wrong = []
    for call in tried.choose(calls, _FEW):
        data = prepare(tried, earlier, "disturbed")
        faults = judge_end(tried.forker.disturb(Change.RESTORE, data, call, fault), fault)
        if observe(data) not in (tried.old, new):
            faults.append("serves neither what was held nor the backup")
        apply(Change.RESTORE, data)
        if observe(data) != new or read_names(data) != ["of-now"]:
            faults.append("does not serve the backup, with the keys that were there, afterwards")
        wrong += [f"{fault.value} at {call}: {each}" for each in [*faults, *check_library(data)]]
    assert not wrong, "\n".join(wrong)
