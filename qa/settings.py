"""What can be set, read once at the edge: from options, else from QA_… variables, else defaults."""

import os
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from embeddings.cores import count_cores
from qa.errors import SettingsError
from qa.lazy_regex import lazy_regex
from qa.today import find_today, require_timezone

_PREFIX = "QA_"
_ORIGIN = lazy_regex(r"https?://[^\s/*?#@]+")


# What an answer depends on, beside the library.
_OF_ANSWERS = frozenset(
    "model engine query_prompt passage_prompt ranking reranker rerank_depth threshold".split()
)


class Engine(StrEnum):
    """What runs the encoder."""

    TORCH = "torch"
    ONNX = "onnx"
    ONNX_INT8 = "onnx-int8"


def _split_origins(given: object) -> object:
    """Text, as a variable has it, at its commas."""
    if not isinstance(given, str):
        return given
    return tuple(origin for part in given.split(",") if (origin := part.strip()))


def _require_origin(origin: str) -> str:
    """Raises ValueError when it is not what browsers send as Origin."""
    if not _ORIGIN.fullmatch(origin):
        raise ValueError(
            f"expected a scheme and a host, as https://example.org, found {origin!r}; a path and "
            f"* are not allowed"
        )
    return origin


def _require_path(given: object) -> object:
    """Raises ValueError for empty text, which would be the path of the current folder."""
    if given == "":
        raise ValueError('expected a path, found none; name one, as "." for the current folder')
    return given


NamedPath = Annotated[Path, BeforeValidator(_require_path)]
Origins = Annotated[
    tuple[Annotated[str, AfterValidator(_require_origin)], ...], BeforeValidator(_split_origins)
]


class LogFormat(StrEnum):
    """How the service's log is written."""

    HUMAN = "human"
    JSON = "json"


class Settings(BaseModel):
    """All settings. `read_settings` reads each from the environment too: QA_DATA, QA_MODEL, ..."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    data: NamedPath = Field(
        default=Path("data"), description="Folder of the library and the indexes made from it."
    )
    model: str = Field(
        default="",
        description="Encoder: a sentence-transformers name in the local model cache, or a "
        "folder. Empty: the packaged all-MiniLM-L6-v2.",
    )
    engine: Engine = Field(
        default=Engine.ONNX_INT8,
        description="What runs the encoder: PyTorch, or ONNX Runtime in full precision or in "
        "8-bit integers.",
    )
    graphs: NamedPath | None = Field(
        default=None,
        description="Folder of the ONNX graphs made from models. Default: models, in the data "
        "folder.",
    )
    query_prompt: str | None = Field(
        default=None,
        description="Text put before a question when it is encoded, where the model does not "
        "declare one itself (multilingual-e5: 'query: ').",
    )
    passage_prompt: str | None = Field(
        default=None,
        description="Text put before a passage when it is encoded (multilingual-e5: 'passage: ').",
    )
    ranking: NamedPath | None = Field(
        default=None, description="A ranking file to use in place of the one that comes along."
    )
    reranker: str = Field(
        default="",
        description="A sentence-transformers CrossEncoder, by name in the local model cache or "
        "by folder, that reads the best hits again. Empty: none.",
    )
    rerank_depth: int = Field(
        default=20, ge=1, le=50, description="How many of the best passages the reranker reads."
    )
    threshold: float | None = Field(
        default=None,
        ge=0,
        le=1,
        description="Probability from which on the first hit counts as an answer, in place of the "
        "ranking's own.",
    )
    timezone: Annotated[str, AfterValidator(require_timezone)] = Field(
        default="",
        description="Time zone whose day is today, by its IANA name, as Asia/Seoul. Empty: the "
        "machine's.",
    )
    host: str = Field(default="127.0.0.1", description="Address that the service listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port; 0 takes any free one.")
    workers: int = Field(
        default=1, ge=1, le=64, description="How many processes the service answers with."
    )
    threads: int | None = Field(
        default=None,
        ge=1,
        le=256,
        description="How many questions each worker answers at once. Default: the cores, shared "
        "out over the workers.",
    )
    queue: int = Field(
        default=64,
        ge=0,
        le=100_000,
        description="How many more may wait for each worker. Past these the answer is 503, at "
        "once.",
    )
    question_timeout_s: float = Field(
        default=10, gt=0, le=3600, description="Seconds that an answer may take, waiting included."
    )
    client_timeout_s: float = Field(
        default=10,
        gt=0,
        le=3600,
        description="Seconds that a client may take to send its request, or to read its answer.",
    )
    question_cache: int = Field(
        default=1024,
        ge=0,
        le=1_000_000,
        description="How many encoded questions each worker remembers, of some 30 KB each.",
    )
    log_format: LogFormat = Field(
        default=LogFormat.HUMAN, description="The service's log: for people, or JSON a line."
    )
    log_questions: bool = Field(
        default=False, description="Whether the service's log may hold questions."
    )
    rate_limit: int = Field(
        default=0,
        ge=0,
        le=1_000_000,
        description="Requests a minute of one key, or of one address where there are no keys. "
        "0: any number.",
    )
    cors_origins: Origins = Field(
        default=(),
        description="Origins whose pages may ask in a browser, with commas between them.",
    )
    drain_s: float = Field(
        default=1,
        ge=0,
        le=3600,
        description="Seconds that the service goes on after SIGTERM, with /readyz at 503.",
    )

    def choose_for_answers(self) -> dict[str, object]:
        """Those that an answer depends on, by name; what is in the library is not among them."""
        return self.model_dump(include=set(_OF_ANSWERS))

    def write_environment(self) -> dict[str, str]:
        """The variables that `make_settings` reads these settings from, without the defaults.

        >>> Settings(port=80, cors_origins=("https://a.org", "https://b.org")).write_environment()
        {'QA_PORT': '80', 'QA_CORS_ORIGINS': 'https://a.org,https://b.org'}
        """
        own = self.model_dump(exclude_none=True, exclude_defaults=True)
        return {
            f"{_PREFIX}{name.upper()}": ",".join(value) if isinstance(value, tuple) else str(value)
            for name, value in own.items()
        }

    def find_today(self) -> date:
        """The day that questions are asked on, unless they say another."""
        return find_today(self.timezone)

    @property
    def answered_at_once(self) -> int:
        """How many questions each worker answers at once."""
        return self.threads or max(1, count_cores() // self.workers)


def read_settings(**options: Path | str | int | None) -> Settings:
    """The settings, with the `options` that are not None in place of anything else.

    Raises SettingsError for an unknown QA_ variable or a value that is out of range.
    """
    return make_settings(os.environ, **options)


def make_settings(environment: Mapping[str, str], **options: Path | str | int | None) -> Settings:
    """The same from another environment than this process's."""
    given: dict[str, object] = dict(_read_environment(environment))
    given |= {name: value for name, value in options.items() if value is not None}
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        faults = "; ".join(
            _say_fault(fault["loc"], fault["type"], fault["msg"], fault["input"])
            for fault in error.errors()
        )
        raise SettingsError(
            f"A setting cannot be used: {faults}. See the settings in the README."
        ) from error


def _say_fault(place: tuple[int | str, ...], kind: str, said: str, given: object) -> str:
    """What is wrong with a setting, by the name that it is set by, and what was found."""
    if kind == "value_error":  # in our own words, which have it
        return f"{_PREFIX}{str(place[0]).upper()}: {said.removeprefix('Value error, ')}"
    return f"{_PREFIX}{str(place[0]).upper()}: {said}, found {given!r}"


def _read_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The text of each setting that has a variable. Raises SettingsError for an unknown one."""
    # Not by pydantic-settings: importing it takes longer than answering a question.
    named = {f"{_PREFIX}{name.upper()}": name for name in Settings.model_fields}
    texts = {name: text for name, text in environment.items() if name.startswith(_PREFIX)}
    unknown = sorted(name for name in texts if name.upper() not in named)
    if unknown:
        raise SettingsError(
            f"Unknown setting {unknown[0]} in the environment. Known are: "
            f"{', '.join(sorted(named))}."
        )
    return {named[name.upper()]: text for name, text in texts.items()}
