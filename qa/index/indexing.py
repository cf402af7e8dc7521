"""Releases into the library: split, encode what is new, and put it all in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from embeddings.encoder import Encoder, Progress, no_progress
from qa.index.encoded_text import PassageWriter
from qa.records import Release
from qa.storage.release_library import Library
from qa.storage.release_rows import NOBODY, Applied, HeldBy, IndexedRelease, encoding_key
from qa.storage.schema import EncoderIdentity

_CHUNK = 512  # passages encoded between two commits of encodings: what a crash can cost


@dataclass(frozen=True, slots=True)
class Change:
    """What indexing did: what of it was applied, and how many passages were newly encoded.

    `unchanged` counts releases that were held just so.
    """

    applied: Applied
    unchanged: int
    encoded: int

    @property
    def generation(self) -> int:
        return self.applied.generation


def identify(encoder: Encoder) -> EncoderIdentity:
    return EncoderIdentity(encoder.name, encoder.fingerprint, encoder.dimension)


def index_releases(
    library: Library,
    encoder: Encoder,
    releases: Sequence[Release],
    progress: Progress = no_progress,
    *,
    languages: Sequence[str] | None = None,
    remove: Sequence[str] = (),
    held_by: HeldBy = NOBODY,
    anew: Sequence[Release] = (),
) -> Change:
    """Put `releases` into the library, each in place of what had its id, and take out others.

    `languages` are what the encoder knows (None: all); what is in another is rendered for it.
    `remove` and `held_by` are as in `Library.put`: all of it is one change. Of those held that are
    to be written `anew`, only damaged encodings are made again.

    What the library already holds just so is left alone, and no text is encoded twice; when
    nothing changed, neither does the generation. `progress` counts encoded passages.
    Raises ModelMismatch when the library's vectors are another encoder's.
    """
    library.claim(identify(encoder))
    writer = PassageWriter(encoder, languages)
    changed = library.find_changed(releases)
    unchanged = len(releases) - len(changed)
    if library.read_rules() != writer.rules:
        # Passages are cut by other rules now; of what is held only what they change is encoded.
        new = {release.id for release in changed}
        changed += [each for each in library.read_releases() if each.id not in new]
    else:
        changed += anew
    prepared = [_prepare(release, encoder, writer) for release in changed]
    texts = {
        key: text
        for entry, encoded in prepared
        for key, text in zip(entry.encoding_keys, encoded, strict=True)
    }
    missing = sorted(library.find_missing(list(texts)), key=lambda key: len(texts[key]))
    for start in range(0, len(missing), _CHUNK):
        keys = missing[start : start + _CHUNK]
        encoded = encoder.encode_passages([texts[key] for key in keys], progress)
        library.keep_encodings(keys, encoded)
    entries = [entry for entry, _ in prepared]
    applied = library.put(entries, remove=remove, rules=writer.rules, held_by=held_by)
    return Change(applied, unchanged, len(missing))


def _prepare(
    release: Release, encoder: Encoder, writer: PassageWriter
) -> tuple[IndexedRelease, list[str]]:
    """A release with its passages, their keys and analyses, and the exact texts to encode."""
    passages = writer.split(release)
    texts = [writer.write(release, passage.text) for passage in passages]
    keys = tuple(encoding_key(encoder.fingerprint, text) for text in texts)
    analyses = tuple(writer.analyse(release, each.text).pack(writer.rules) for each in passages)
    return IndexedRelease(release, tuple(passages), keys, analyses), texts
