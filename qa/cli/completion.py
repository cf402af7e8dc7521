"""What a shell offers for an argument that is half typed, beside the names of commands and options.

The scripts for bash, zsh and fish are typer's: `qa --install-completion`.
"""

import typer

from qa.errors import QaError
from qa.lazy_regex import lazy_regex
from qa.settings import read_settings

_OFFERED = 200
# Shells evaluate what they are offered, and a release's id may have come from anywhere.
_PLAIN_ID = lazy_regex(r"[\w.-]+")


def complete_release_id(context: typer.Context, incomplete: str) -> list[str]:
    """Ids that begin with `incomplete`, newest first, at most 200; none of what cannot be read."""
    # Imported here: everything else that is completed does without.
    from qa.storage.snapshot import Snapshot

    try:
        with Snapshot(read_settings(data=context.params.get("data")).data) as snapshot:
            found = snapshot.find_release_ids(incomplete, limit=_OFFERED)
    except QaError:
        return []
    return [each for each in found if _PLAIN_ID.fullmatch(each)]
