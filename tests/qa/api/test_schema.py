"""The service held against its own description, by Schemathesis: requests that nobody thought of.

It makes requests that fit the description and requests that do not, and looks for answers that
are faults, that the description does not know, that are not of the form it gives, and for what is
let in without a key.
"""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from qa.asking import Asker
from qa.keys import KeyRing, Right
from tests.qa.api.service import serve, wait_until

EXAMPLES = os.environ.get("TEST_EXAMPLES", "25")
# What a description cannot say is refused too: days the wrong way round, or one without the other.
LEFT_OUT = "positive_data_acceptance"


def test_every_answer_is_as_described(monthly_asker: Asker, tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    token = ring.add("schemathesis", [Right.READ, Right.WRITE], made=date(2025, 12, 20))
    key = f"Authorization: Bearer {token}"
    with serve(lambda _: monthly_asker, keys=ring) as client:
        client.headers["Authorization"] = f"Bearer {token}"
        wait_until(lambda: client.get("/readyz").status_code == 200)
        options = ["--header", key, "--max-examples", EXAMPLES, "--exclude-checks", LEFT_OUT]
        done = subprocess.run(
            [
                *(sys.executable, "-m", "schemathesis.cli", "run"),
                *(f"{client.base_url}/openapi.json", *options),
                *("--seed", "1", "--phases", "examples,coverage,fuzzing", "--no-color"),
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
