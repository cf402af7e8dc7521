"""Which concrete parts stand behind the seams. The one file that names them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from embeddings.encoder import Encoder, Progress, Reranker, Vectors, no_progress
from embeddings.errors import EmbeddingError, ModelUnsupported
from embeddings.model_folder import Precision
from qa.errors import LibraryError, SettingsError
from qa.index.changing_library import changing, has_been
from qa.index.indexing import Change, identify, index_releases
from qa.index.local_index import LocalPassageIndex, open_newest
from qa.index.upkeep import find_mendable, is_written_otherwise
from qa.records import Release
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import Ranking, read_ranking
from qa.settings import Engine, Settings
from qa.storage.fetched_pages import forget_pages
from qa.storage.release_library import Library
from qa.storage.release_rows import NOBODY, Applied, HeldBy
from qa.storage.schema import check_encoder
from qa.storage.snapshot import Snapshot
from qa.storage.write_lock import Patience

if TYPE_CHECKING:
    from qa.reading.fetching import Fetcher

_PRECISIONS = {Engine.ONNX: Precision.FLOAT32, Engine.ONNX_INT8: Precision.INT8}


def _say_nothing(_message: str) -> None:
    """Tell nobody."""


def load_encoder(settings: Settings, tell: Callable[[str], None] = _say_nothing) -> Encoder:
    """The encoder that the settings name; `tell` hears of what takes a while.

    Raises SettingsError when there is none, or its engine cannot run it.
    """
    # Imported here: they take a while, and commands that encode nothing do without.
    from embeddings.packaged_model import NAME, find_packaged_model

    try:
        model = settings.model or find_packaged_model()
        name = settings.model or NAME
        if settings.engine is Engine.TORCH:
            from embeddings.sentence_transformer import SentenceTransformerEncoder

            return SentenceTransformerEncoder(
                model,
                name=name,
                query_prompt=settings.query_prompt,
                passage_prompt=settings.passage_prompt,
            )
        from embeddings.onnx_graphs import open_encoder

        return open_encoder(
            model,
            _PRECISIONS[settings.engine],
            settings.graphs or settings.data / "models",
            name=name,
            query_prompt=settings.query_prompt,
            passage_prompt=settings.passage_prompt,
            tell=tell,
        )
    except ModelUnsupported as error:
        raise SettingsError(
            f"{settings.engine} cannot run this model: {error} Set QA_ENGINE=torch."
        ) from error
    except EmbeddingError as error:
        raise SettingsError(str(error)) from error


def load_baseline(settings: Settings) -> Callable[[Sequence[str]], Vectors]:
    """sentence-transformers' own way of encoding texts with the model of the settings."""
    from embeddings.packaged_model import find_packaged_model
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    try:
        return SentenceTransformerEncoder(settings.model or find_packaged_model()).encode_plainly
    except EmbeddingError as error:
        raise SettingsError(str(error)) from error


def find_fingerprints(settings: Settings) -> frozenset[str]:
    """The fingerprints that the model of the settings has in each precision."""
    from embeddings.model_folder import find_model_folder
    from embeddings.onnx_graphs import fingerprint_model
    from embeddings.packaged_model import find_packaged_model

    try:
        folder = find_model_folder(settings.model or find_packaged_model())
        return frozenset(
            fingerprint_model(
                folder,
                precision,
                query_prompt=settings.query_prompt,
                passage_prompt=settings.passage_prompt,
            )
            for precision in Precision
        )
    except ModelUnsupported:
        return frozenset()
    except EmbeddingError as error:
        raise SettingsError(str(error)) from error


def load_reranker(settings: Settings) -> Reranker | None:
    """The reranker that the settings name, None when they name none.

    Raises SettingsError when it cannot be had.
    """
    if not settings.reranker:
        return None
    from embeddings.sentence_transformer import CrossEncoderReranker

    try:
        return CrossEncoderReranker(settings.reranker)
    except EmbeddingError as error:
        raise SettingsError(str(error)) from error


def open_fetcher(
    settings: Settings,
    *,
    allow_private: bool = False,
    report: Callable[[str], None] | None = None,
) -> Fetcher:
    """What fetches pages, and keeps them in the data folder. To be closed.

    `allow_private` lets it go to addresses inside a network; `report` is told each address.
    """
    # Imported here: only what is read from the web needs them.
    from qa.reading.fetching import Fetcher
    from qa.reading.http_client import HttpClient
    from qa.reading.page_cache import FILE_NAME, PageCache

    cache = PageCache(settings.data / FILE_NAME, partial(has_been, settings.data))
    return Fetcher(HttpClient(allow_private=allow_private), cache, report=report)


def update_library(
    settings: Settings,
    encoder: Encoder,
    releases: Sequence[Release],
    progress: Progress = no_progress,
    *,
    languages: Sequence[str] | None = None,
) -> Change:
    """Put releases into the library of the settings and publish its index.

    `languages` are what the encoder knows, where not the settings' ranking is to say.
    """
    with changing(settings.data) as library:
        return change_library(settings, library, encoder, releases, progress, languages=languages)


def change_library(
    settings: Settings,
    library: Library,
    encoder: Encoder,
    releases: Sequence[Release],
    progress: Progress = no_progress,
    *,
    languages: Sequence[str] | None = None,
    remove: Sequence[str] = (),
    held_by: HeldBy = NOBODY,
) -> Change:
    """`update_library` for the library of the settings where it is open already, by `changing`,
    which publishes the index at its end.

    `remove` and `held_by` are as in `Library.put`.
    """
    if languages is None:
        languages = _find_languages(encoder, read_ranking(settings.ranking))
    forget_pages(settings.data, remove)
    return index_releases(
        library,
        encoder,
        releases,
        progress,
        languages=languages,
        remove=remove,
        held_by=held_by,
    )


def remove_releases(
    settings: Settings, release_ids: Sequence[str], patience: Patience | None = None
) -> Applied:
    """Take releases out of the library of the settings and publish its index.

    The pages they were fetched as go too. Raises LibraryError when there is no library.
    """
    require_library(settings)
    with changing(settings.data, patience) as library:
        # Before they are taken out: a removal that is broken off is made again.
        forget_pages(settings.data, release_ids)
        return library.remove(release_ids)


def mend_passages(
    settings: Settings,
    tell: Callable[[str], None] = _say_nothing,
    progress: Progress = no_progress,
    patience: Patience | None = None,
) -> Change | None:
    """Make anew from its text what is damaged in the library of the settings, or written by the
    rules of another version: passages, encodings, periods and series; None: nothing is. The model
    is loaded only where something is."""
    with Snapshot(settings.data) as snapshot:
        if find_mendable(snapshot):
            tell("Parts of releases are damaged. Loading the model to make them anew.")
        elif is_written_otherwise(snapshot):
            tell("Passages are as another version wrote them. Loading the model to make them anew.")
        else:
            return None
    encoder = load_encoder(settings, tell)
    with changing(settings.data, patience) as library:
        # Looked for again, as others may have changed or removed them meanwhile.
        with Snapshot(settings.data) as snapshot:
            anew = find_mendable(snapshot)
        languages = _find_languages(encoder, read_ranking(settings.ranking))
        return index_releases(library, encoder, [], progress, languages=languages, anew=anew)


def _find_languages(encoder: Encoder, ranking: Ranking) -> Sequence[str] | None:
    """What an encoder knows, if a ranking was fitted for it; None: not known, taken for all."""
    return ranking.languages if ranking.holds_for(encoder.fingerprint) else None


def require_library(settings: Settings) -> None:
    """Raise LibraryError when the settings' data folder holds no library: before models load."""
    Snapshot(settings.data).close()


def open_asker(
    settings: Settings,
    encoder: Encoder,
    ranking: Ranking | None,
    *,
    languages: Sequence[str] | None = None,
    earlier: Asker | None = None,
) -> Asker:
    """What answers questions from the library of the settings, as it stands now.

    `ranking` is used when it was fitted for the encoder; otherwise `languages` are what that knows.
    What it has in common with an `earlier` one, still open, is not read again.

    Raises LibraryError when there is none, ModelMismatch when another encoder made its vectors.
    """
    held = earlier.index if earlier is not None else None
    snapshot, index = open_newest(
        settings.data, held if isinstance(held, LocalPassageIndex) else None
    )
    try:
        if snapshot.encoder is None:
            raise LibraryError(
                f"The library in {settings.data} is empty. Index some releases first: "
                f"qa add PATH --data {settings.data}"
            )
        check_encoder(snapshot.encoder, identify(encoder), settings.data)
        return Asker(
            encoder,
            index,
            snapshot,
            ranking,
            languages=languages,
            threshold=settings.threshold,
            reranker=earlier.reranker if earlier is not None else load_reranker(settings),
            rerank_depth=settings.rerank_depth,
        )
    except BaseException:
        snapshot.close()
        raise
