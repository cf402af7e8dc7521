"""What is measured of a service under load: a real one, over the seeds."""

import pytest

from embeddings.encoder import Encoder
from qa.load import (
    Answering,
    Throughput,
    format_load,
    measure_answering,
    measure_throughput,
    serve,
)
from qa.settings import Settings

QUESTIONS = ["Who is the new ambassador of India?", "rare metals"]


@pytest.mark.serial
def test_service_is_measured_beside_its_encoder(seed_settings: Settings, encoder: Encoder) -> None:
    with serve(seed_settings) as url:
        answering = measure_answering(url, encoder, QUESTIONS, rounds=2)
        throughput = measure_throughput(url, QUESTIONS, 4, seconds=1)
    assert answering.ratio > 1
    assert throughput.clients == 4
    assert throughput.answers_per_s > 1
    assert 0 < throughput.p50_s <= throughput.p95_s <= throughput.p99_s
    assert throughput.refused == 0


def test_table_compares_with_bare_encodings() -> None:
    shown = format_load(Answering(0.012, 0.004), [Throughput(8, 125.0, 0.0151, 0.0202, 0.0303, 4)])
    assert shown.splitlines() == [
        "an answer over HTTP 12.0 ms, its question's encoding 4.0 ms (3.00 times that)",
        " clients         answers/s       p50       p95       p99   refused",
        "       8     125.0 (0.50)     15 ms     20 ms     30 ms         4",
    ]
