"""OpenTelemetry's traces of a real server, in memory: they hold no question unless that is allowed.

In a process of its own, as what collects traces is set once for all of it.
"""

import os
import subprocess
import sys

import pytest

from tests.qa.api.service import ROOT

PROGRAM = """
import sys
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from qa.errors import LibraryError
from qa.settings import Settings
from tests.qa.api.service import serve

spans = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(spans))
trace.set_tracer_provider(provider)

def open_asker(_):
    raise LibraryError("none")

with serve(open_asker, Settings(log_questions=sys.argv[1] == "allowed")) as client:
    client.get("/v1/ask", params={"question": "Xanadu"})
    client.post("/v1/ask", json={"question": "Kubla"})
for span in spans.get_finished_spans():
    print(span.name, dict(span.attributes))
"""


@pytest.mark.parametrize("allowed", ["allowed", "not allowed"])
def test_traces_hold_questions_only_if_allowed(allowed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, allowed],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "POST /v1/ask" in done.stdout
    assert "Kubla" not in done.stdout
    assert ("Xanadu" in done.stdout) == (allowed == "allowed")
