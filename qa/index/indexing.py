"""Releases into the library: split, encode what is new, and put it all in one transaction.

What is held already is brought up to date with the rules of this version a part at a time, so that
a library of any size takes no more memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from embeddings.encoder import Encoder, Progress, no_progress
from qa.index.encoded_text import PassageWriter
from qa.records import Release
from qa.storage.release_library import Library
from qa.storage.release_rows import NOBODY, Applied, HeldBy, IndexedRelease, encoding_key
from qa.storage.schema import EncoderIdentity

_CHUNK = 512  # passages encoded between two commits of encodings: what a crash can cost
_PART = 1000  # releases held that are written by other rules in one transaction


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

    def followed_by(self, later: "Change") -> "Change":
        """Both as one, of other releases each."""
        first, second = self.applied, later.applied
        applied = Applied(
            generation=second.generation,
            added=first.added + second.added,
            replaced=first.replaced + second.replaced,
            removed=first.removed + second.removed,
        )
        return Change(applied, self.unchanged + later.unchanged, self.encoded + later.encoded)


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
    nothing changed, neither does the generation. Where passages are cut and taken apart by other
    rules now, all that is held is written anew afterwards, a generation for every thousand
    releases; broken off there, the next change does it from the start. `progress` counts encoded
    passages. Raises ModelMismatch when the library's vectors are another encoder's.
    """
    library.claim(identify(encoder))
    writer = PassageWriter(encoder, languages)
    changed = library.find_changed(releases)
    unchanged = len(releases) - len(changed)
    outdated: list[str] = []
    if library.read_rules() != writer.rules:
        written = {*remove, *(each.id for each in changed)}
        outdated = [each for each in library.list_ids() if each not in written]
    else:
        changed += anew
    rules = None if outdated else writer.rules
    write = partial(_write, library, encoder, writer, progress)
    change = write(changed, remove=remove, rules=rules, held_by=held_by)
    for start in range(0, len(outdated), _PART):
        held = library.read_releases(outdated[start : start + _PART])
        rules = writer.rules if start + _PART >= len(outdated) else None
        change = change.followed_by(write(held, rules=rules))
    return replace(change, unchanged=unchanged)


def _write(
    library: Library,
    encoder: Encoder,
    writer: PassageWriter,
    progress: Progress,
    releases: Sequence[Release],
    *,
    rules: str | None,
    remove: Sequence[str] = (),
    held_by: HeldBy = NOBODY,
) -> Change:
    """Put releases into the library in one transaction, what they are encoded as before it."""
    prepared = [_prepare(release, encoder, writer) for release in releases]
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
    applied = library.put(entries, remove=remove, rules=rules, held_by=held_by)
    return Change(applied, 0, len(missing))


def _prepare(
    release: Release, encoder: Encoder, writer: PassageWriter
) -> tuple[IndexedRelease, list[str]]:
    """A release with its passages, their keys and analyses, and the exact texts to encode."""
    passages = writer.split(release)
    texts = [writer.write(release, passage.text) for passage in passages]
    keys = tuple(encoding_key(encoder.fingerprint, text) for text in texts)
    analyses = tuple(writer.analyse(release, each.text).pack(writer.rules) for each in passages)
    return IndexedRelease(release, tuple(passages), keys, analyses), texts
