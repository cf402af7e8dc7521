"""The service held against its own description, by Schemathesis: requests that nobody thought of.

It makes requests that fit the description and requests that do not, and looks for answers that
are faults, that the description does not know, that are not of the form it gives, and for what is
let in without a key. They change the library, too.
"""

import os
import shutil
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path

from embeddings.encoder import Encoder
from qa.api.changes import Writer
from qa.keys import KeyRing, Right
from qa.retrieval.asking import Asker
from qa.retrieval.ranking import read_ranking
from qa.settings import Settings
from qa.wiring import open_asker, remove_releases, update_library
from tests.qa.api.service import serve, wait_until

EXAMPLES = os.environ.get("TEST_EXAMPLES", "8")
"""How many requests of each kind are made up; .ci/run has more."""
# What a description cannot say is refused too: days the wrong way round, or one without the other.
LEFT_OUT = "positive_data_acceptance"


def test_every_answer_is_as_described(
    monthly_settings: Settings, encoder: Encoder, tmp_path: Path
) -> None:
    shutil.copytree(monthly_settings.data, tmp_path / "data")
    settings = Settings(data=tmp_path / "data")
    ring = KeyRing(settings.data)
    token = ring.add("schemathesis", [Right.READ, Right.WRITE], made=date(2025, 12, 20))
    key = f"Authorization: Bearer {token}"
    writer = Writer(partial(update_library, settings), partial(remove_releases, settings))

    def open_newest(earlier: Asker | None) -> Asker:
        return open_asker(settings, encoder, read_ranking(), earlier=earlier)

    with serve(open_newest, settings, ring, writer=writer) as client:
        client.headers["Authorization"] = f"Bearer {token}"
        wait_until(lambda: client.get("/readyz").status_code == 200)
        options = ["--header", key, "--max-examples", EXAMPLES, "--exclude-checks", LEFT_OUT]
        done = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", "run"),
                *(f"{client.base_url}/openapi.json", *options),
                *("--seed", "1", "--phases", "examples,coverage,fuzzing,stateful", "--no-color"),
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
