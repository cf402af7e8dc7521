"""A library of an earlier version, killed or refused by the disk while its tables are changed."""

from dataclasses import replace
from pathlib import Path

import pytest

from qa.index.upkeep import check_library
from qa.storage.schema import FILE_NAME, SCHEMA_VERSION
from tests.qa.crashes.changes import Change, apply, copy_library
from tests.qa.crashes.conftest import Tried
from tests.qa.crashes.schema_2 import dump, make_old_library, read_version
from tests.qa.crashes.states import observe
from tests.qa.crashes.test_sweep import judge_end
from tests.qa.crashes.tracing import Fault

_BACKUP = f"{FILE_NAME}.schema-2"


@pytest.fixture
def older(tried: Tried, tmp_path: Path) -> Path:
    make_old_library(tried.folder, tmp_path / "older")
    return tmp_path / "older"


@pytest.mark.parametrize("fault", Fault)
def test_fault_while_migrating_leaves_the_old_tables_or_the_new_and_a_whole_copy(
    tried: Tried, older: Path, fault: Fault
) -> None:
    undisturbed = copy_library(older, tried.scratch / "undisturbed")
    before = dump(undisturbed / FILE_NAME)
    calls = tried.forker.trace(Change.MIGRATE, undisturbed)
    new = observe(undisturbed)
    # Schema 2 had no versions.
    assert new == replace(tried.old, versions=())
    wrong = []
    for call in tried.choose(calls, 4):
        data = copy_library(older, tried.scratch / "disturbed")
        ended = tried.forker.disturb(Change.MIGRATE, data, call, fault)
        faults = judge_end(ended, fault)
        if read_version(data / FILE_NAME) == SCHEMA_VERSION:
            if dump(data / _BACKUP) != before:
                faults.append("has new tables, but no whole copy of the old ones")
        elif dump(data / FILE_NAME) != before:
            faults.append("has neither the old tables nor the new")
        apply(Change.MIGRATE, data)
        if observe(data) != new or dump(data / _BACKUP) != before:
            faults.append("is not brought up to date afterwards")
        faults += check_library(data) + [str(each) for each in data.glob("*.draft*")]
        wrong += [f"{fault.value} at {call}: {each}" for each in faults]
    assert not wrong, "\n".join(wrong)
