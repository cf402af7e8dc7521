"""Where a setting comes from, and which are refused."""

import os
from pathlib import Path

import pytest

from qa.errors import SettingsError
from qa.settings import Engine, LogFormat, Settings, make_settings, read_settings


@pytest.fixture(autouse=True)
def no_settings_around(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("QA_")]:
        monkeypatch.delenv(name)


def test_defaults_serve_the_machine_itself_from_the_packaged_model() -> None:
    settings = read_settings()
    assert (settings.data, settings.model, settings.ranking) == (Path("data"), "", None)
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)


def test_environment_beats_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_DATA", "elsewhere")
    monkeypatch.setenv("QA_PORT", "9000")
    settings = read_settings()
    assert (settings.data, settings.port) == (Path("elsewhere"), 9000)


def test_option_beats_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_DATA", "elsewhere")
    monkeypatch.setenv("QA_MODEL", "kept")
    settings = read_settings(data=Path("here"), model=None)
    assert (settings.data, settings.model) == (Path("here"), "kept")


@pytest.mark.parametrize(
    "settings",
    [
        Settings(),
        Settings(
            data=Path("else where"),
            engine=Engine.TORCH,
            query_prompt="query: ",
            threshold=0.25,
            threads=3,
            question_timeout_s=2.5,
            log_format=LogFormat.JSON,
            log_questions=True,
            cors_origins=("https://example.org", "http://localhost:3000"),
        ),
    ],
)
def test_settings_are_read_from_the_environment_that_they_write(settings: Settings) -> None:
    assert make_settings(settings.write_environment()) == settings


def test_unknown_variable_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_TRESHOLD", "0.5")
    with pytest.raises(SettingsError, match=r"QA_TRESHOLD.*QA_THRESHOLD"):
        read_settings()


def test_variables_of_others_do_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QAT_ENGINE", "1")
    monkeypatch.setenv("MY_QA_DATA", "1")
    assert read_settings().data == Path("data")


def test_answers_depend_on_every_setting_but_those_of_place_and_service() -> None:
    place = {"data", "graphs", "timezone"}  # what is today comes with a command
    service = {
        *("host", "port", "workers", "threads", "queue", "question_timeout_s", "client_timeout_s"),
        *("question_cache", "log_format", "log_questions", "rate_limit", "cors_origins", "drain_s"),
    }
    # Whoever adds a setting says which it is: a service answers for those who share the first.
    assert set(Settings().choose_for_answers()) == set(Settings.model_fields) - place - service


def test_unknown_option_is_refused() -> None:
    with pytest.raises(SettingsError, match="QA_PROT"):
        read_settings(prot=1)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QA_PORT", "65536"),
        ("QA_PORT", "-1"),
        ("QA_PORT", "http"),
        ("QA_THRESHOLD", "1.5"),
        ("QA_THRESHOLD", "-0.1"),
        ("QA_TIMEZONE", "Korea/Seoul"),
        ("QA_DATA", ""),
        ("QA_GRAPHS", ""),
        ("QA_RANKING", ""),
    ],
)
def test_value_out_of_range_is_refused_by_name_with_what_was_found(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    found = f"found '{value}'" if value else "found none"
    with pytest.raises(SettingsError, match=f"^A setting cannot be used: {name}: .*{found}[;.]"):
        read_settings()


@pytest.mark.parametrize("value", ["0", "1", "0.0915"])
def test_threshold_may_be_any_probability(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("QA_THRESHOLD", value)
    assert read_settings().threshold == float(value)
