"""What the files of an index depend on beside the library: by it they are told from older ones."""

from qa.index.manifest import Manifest
from qa.language.glossary import digest_glossary
from qa.language.korean import name_analysis
from qa.storage.snapshot import Snapshot

# Raised whenever what is written changes, analysis of terms included: older folders are rebuilt.
FORMAT = 9


def name_rules(snapshot: Snapshot) -> str:
    """The rules by which an index of the snapshot would be made now."""
    encoder = snapshot.encoder.fingerprint if snapshot.encoder else "none"
    # Korean words are indexed with their English ones, whatever the encoder knows.
    glossary = digest_glossary()
    return f"format {FORMAT}, {name_analysis()}, glossary {glossary}, encoder {encoder}"


def is_of_past(manifest: Manifest, snapshot: Snapshot) -> bool:
    """Whether a generation is of the library's present or past, made by the rules of today."""
    stamp = snapshot.find_stamp(manifest.generation)
    return manifest.stamp == stamp and manifest.rules == name_rules(snapshot)
