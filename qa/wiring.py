"""Which concrete parts stand behind the seams. The one file that names them."""

import hashlib
from collections.abc import Sequence

from embeddings.encoder import Encoder, Progress, Reranker, no_progress
from embeddings.errors import EmbeddingError
from qa.asking import Asker
from qa.collections import Collection
from qa.errors import LibraryError, SettingsError
from qa.indexing import Change, identify, index_releases
from qa.library import Library
from qa.local_index import open_or_publish
from qa.publishing import FOLDER_NAME
from qa.ranking import Ranking
from qa.records import Release
from qa.schema import FILE_NAME, check_encoder
from qa.settings import Settings
from qa.snapshot import Snapshot


def load_encoder(settings: Settings) -> Encoder:
    """The encoder that the settings name. Raises SettingsError when there is none."""
    # Imported here: it takes seconds, and commands that encode nothing do without.
    from embeddings.packaged_model import NAME, find_packaged_model
    from embeddings.sentence_transformer import SentenceTransformerEncoder

    try:
        return SentenceTransformerEncoder(
            settings.model or find_packaged_model(),
            name=settings.model or NAME,
            query_prompt=settings.query_prompt,
            passage_prompt=settings.passage_prompt,
        )
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


def update_library(
    settings: Settings,
    encoder: Encoder,
    releases: Sequence[Release],
    progress: Progress = no_progress,
) -> Change:
    """Put releases into the library of the settings and publish its index."""
    with Library(settings.data) as library:
        change = index_releases(library, encoder, releases, progress)
        snapshot = Snapshot(settings.data)
        try:
            open_or_publish(settings.data / FOLDER_NAME, snapshot)
        finally:
            snapshot.close()
    return change


def find_changed(settings: Settings, releases: Sequence[Release]) -> list[Release]:
    """Those of `releases` that the library of the settings does not hold just as they are."""
    if not (settings.data / FILE_NAME).is_file():
        return list(releases)
    with Library(settings.data) as library:
        return library.find_changed(releases)


def open_collection(
    settings: Settings,
    encoder: Encoder,
    ranking: Ranking | None,
    collection: Collection,
    progress: Progress = no_progress,
) -> Asker:
    """What answers from the releases of a collection, indexed under the settings' data folder.

    Encodings stay there, so that a second evaluation encodes nothing.
    """
    if collection.releases is None:
        return open_asker(settings, encoder, ranking)
    ids = "\n".join(release.id for release in collection.releases)
    name = f"{collection.name}-{hashlib.sha256(ids.encode()).hexdigest()[:8]}"
    own = settings.model_copy(update={"data": settings.data / "collections" / name})
    update_library(own, encoder, collection.releases, progress)
    return open_asker(own, encoder, ranking)


def require_library(settings: Settings) -> None:
    """Raise LibraryError when the settings' data folder holds no library: before models load."""
    Snapshot(settings.data).close()


def open_asker(settings: Settings, encoder: Encoder, ranking: Ranking | None) -> Asker:
    """What answers questions from the library of the settings, as it stands now.

    `ranking` is used when it was fitted for the encoder.

    Raises LibraryError when there is none, ModelMismatch when another encoder made its vectors.
    """
    snapshot = Snapshot(settings.data)
    try:
        if snapshot.encoder is None:
            raise LibraryError(
                f"The library in {settings.data} is empty. Index some releases first: "
                f"qa index PATH --data {settings.data}"
            )
        check_encoder(snapshot.encoder, identify(encoder), settings.data)
        index = open_or_publish(settings.data / FOLDER_NAME, snapshot)
        return Asker(
            encoder,
            index,
            snapshot,
            ranking,
            threshold=settings.threshold,
            reranker=load_reranker(settings),
            rerank_depth=settings.rerank_depth,
        )
    except BaseException:
        snapshot.close()
        raise
