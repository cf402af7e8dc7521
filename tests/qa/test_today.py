"""Which day it is, by time zones that are never on the same day, and what asks for it."""

import io
import json
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from qa.settings import Settings, make_settings
from qa.today import find_today, require_timezone
from tests.qa.api.service import run_service
from tests.qa.commands import QUESTION, Call, run
from tests.qa.relay.answered import count

# 26 hours apart: https://en.wikipedia.org/wiki/Time_in_Kiribati, and the last zone to begin a day.
EAST, WEST = "Pacific/Kiritimati", "Etc/GMT+12"
HOST_IN_THE_WEST = {"TZ": WEST, "QA_TIMEZONE": EAST}


def is_today(found: str | date, hours_east: int) -> bool:
    """Whether a day is, or just was, the one in a zone so many hours east of UTC."""
    moment = datetime.now(UTC) + timedelta(hours=hours_east)
    return str(found) in {str((moment - timedelta(minutes=ago)).date()) for ago in (0, 5)}


def test_zones_have_days_of_their_own() -> None:
    east, west = find_today(EAST), find_today(WEST)
    assert is_today(east, 14)
    assert is_today(west, -12)
    assert not is_today(east, -12)


def test_machine_decides_where_no_zone_is_named() -> None:
    assert find_today("") in {date.today(), (datetime.now() - timedelta(minutes=5)).date()}


@pytest.mark.parametrize("name", ["", "Asia/Seoul", "UTC"])
def test_names_of_the_database_are_taken(name: str) -> None:
    assert require_timezone(name) == name


@pytest.mark.parametrize("name", ["KST", "Seoul", "+09:00", "Asia", "../Asia/Seoul", "/etc", " "])
def test_other_names_are_refused_with_what_would_do(name: str) -> None:
    with pytest.raises(ValueError, match=r"Asia/Seoul, found "):
        require_timezone(name)


def test_settings_have_the_day_of_their_zone() -> None:
    assert is_today(make_settings({"QA_TIMEZONE": EAST}).find_today(), 14)
    assert is_today(make_settings({"QA_TIMEZONE": WEST}).find_today(), -12)


def test_command_goes_by_the_zone(seed_settings: Settings, tmp_path: Path) -> None:
    asked = ("ask", QUESTION, "--json", "--data", seed_settings.data)
    _, out, _ = run(tmp_path, *asked, **HOST_IN_THE_WEST)
    assert is_today(json.loads(out)["interpretation"]["as_of"], 14)


def test_lines_of_stdin_go_by_the_zone(
    seed_settings: Settings, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for zone in (EAST, WEST):
        monkeypatch.setenv("QA_TIMEZONE", zone)
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{QUESTION}\n"))
        _, out, _ = call("ask", "--json", "--data", seed_settings.data)
        found.append(json.loads(out)["interpretation"]["as_of"])
    assert is_today(found[0], 14)
    assert is_today(found[1], -12)


def test_service_goes_by_the_zone_and_a_command_it_answers_by_its_own(
    seed_settings: Settings, tmp_path: Path
) -> None:
    with run_service(seed_settings.data, **HOST_IN_THE_WEST) as service:
        asked = {"question": QUESTION}
        answer = httpx.get(f"{service.url}/v1/ask", params=asked, timeout=60).json()
        assert is_today(answer["interpretation"]["as_of"], 14)
        command = ("ask", QUESTION, "--json", "--data", seed_settings.data)
        for variables, hours_east in (
            ({"TZ": WEST}, -12),
            ({"TZ": EAST}, 14),
            ({"TZ": EAST, "QA_TIMEZONE": WEST}, -12),
        ):
            before = count(service)
            _, out, _ = run(tmp_path, *command, **variables)
            assert is_today(json.loads(out)["interpretation"]["as_of"], hours_east)
            assert count(service) == before + 1


def test_keys_have_the_day_of_the_zone(tmp_path: Path) -> None:
    run(tmp_path, "keys", "add", "me", **HOST_IN_THE_WEST)
    _, listed, _ = run(tmp_path, "keys", "list")
    assert is_today(listed.strip().rpartition(" ")[2], 14)


def test_unknown_zone_is_said_before_anything_is_loaded(tmp_path: Path) -> None:
    status, _, said = run(tmp_path, "serve", QA_TIMEZONE="KST")
    assert status == 2
    assert "QA_TIMEZONE" in said
    assert "'KST'" in said
    assert "Traceback" not in said
