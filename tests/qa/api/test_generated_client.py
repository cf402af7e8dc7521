"""The OpenAPI description as generators read it: a client made from it asks the real service.

The generator wants older packages than the service, so that it, and what it makes, run on a Python
of their own: OPENAPI_CLIENT_PYTHON names one that has openapi-python-client.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from qa.retrieval.asking import Asker
from tests.qa.api.service import serve_at

PYTHON = os.environ.get("OPENAPI_CLIENT_PYTHON", sys.executable)
HAS_GENERATOR = not subprocess.run(
    [PYTHON, "-c", "import openapi_python_client"], stderr=subprocess.DEVNULL, check=False
).returncode

pytestmark = pytest.mark.skipif(
    not HAS_GENERATOR,
    reason="needs OPENAPI_CLIENT_PYTHON, a Python that has openapi-python-client",
)

# Everything that a service offers, by the names that the description gives.
PROGRAM = """
import json, sys
from made import Client, models
from made.api.health import check_health, check_readiness
from made.api.questions import get_ask, get_timeline, post_ask
from made.api.releases import list_releases, read_release

client = Client(sys.argv[1])
question = "How much did Korea's ICT exports rise in November 2025?"
answer = get_ask.sync(client=client, question=question, k=2, ignore=[models.Aspect.LATEST])
posted = post_ask.sync(client=client, body=models.AskRequest(question=question, k=2))
release = read_release.sync(answer.hits[0].release.id, client=client)
print(json.dumps({
    "title": answer.hits[0].release.title,
    "published": answer.hits[0].release.published.isoformat(),
    "signals": answer.hits[0].signals.to_dict()["cosine"],
    "posted": posted.sentence == answer.sentence,
    "in_body": answer.sentence in release.body,
    "listed": list_releases.sync(client=client, limit=3).total,
    "held": check_readiness.sync(client=client).releases,
    "health": check_health.sync(client=client).status,
    "refused": get_ask.sync(client=client, question=question, k=101).errors[0].field,
    "not_held": read_release.sync("nothing", client=client).status,
    "no_series": get_timeline.sync(client=client, q=question).status,
}))
"""


def run(*arguments: str | Path, folder: Path) -> str:
    done = subprocess.run(
        [PYTHON, *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def url(seed_asker: Asker) -> Iterator[str]:
    with serve_at(lambda _: seed_asker) as url:
        yield url


def test_generated_client_asks_the_service(url: str, tmp_path: Path) -> None:
    description = httpx.get(f"{url}/openapi.json").text
    (tmp_path / "openapi.json").write_text(description, encoding="utf-8")
    (tmp_path / "config.json").write_text('{"post_hooks": []}', encoding="utf-8")
    run(
        *("-m", "openapi_python_client", "generate", "--path", "openapi.json"),
        *("--config", "config.json", "--meta", "none", "--output-path", "made"),
        "--fail-on-warning",
        folder=tmp_path,
    )
    (tmp_path / "program.py").write_text(PROGRAM, encoding="utf-8")
    said = json.loads(run("program.py", url, folder=tmp_path))
    assert 0 < said.pop("signals") < 1
    assert said == {
        "title": "Korea’s ICT Exports Reach All-Time High in November",
        "published": "2025-12-15",
        "posted": True,
        "in_body": True,
        "listed": 8,
        "held": 8,
        "health": "ok",
        "refused": "k",
        "not_held": 404,
        "no_series": 404,
    }
