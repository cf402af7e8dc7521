"""What is measured of a service under load: a real one, over the seeds."""

import pytest

from embeddings.encoder import Encoder
from qa.errors import SettingsError
from qa.measuring.load import (
    Answering,
    Scaling,
    Throughput,
    measure_answering,
    measure_scaling,
    measure_throughput,
    read_memory,
    serve,
)
from qa.measuring.load_text import format_load, format_scaling
from qa.settings import Settings
from qa.stopwatch import Stage
from tests import misbehaving_server

QUESTIONS = ["Who is the new ambassador of India?", "rare metals"]


@pytest.mark.serial
def test_service_is_measured_beside_its_encoder(seed_settings: Settings, encoder: Encoder) -> None:
    with serve(seed_settings) as service:
        answering = measure_answering(service.url, encoder, QUESTIONS, rounds=2)
        throughput = measure_throughput(service.url, QUESTIONS, 4, seconds=1)
    assert answering.ratio > 1
    assert answering.first_s >= answering.answer_s
    assert list(answering.stage_s) == list(Stage)
    assert all(took > 0 for took in answering.stage_s.values())
    assert answering.around_s > 0
    assert throughput.clients == 4
    assert throughput.answers_per_s > 1
    assert 0 < throughput.p50_s <= throughput.p95_s <= throughput.p99_s
    assert throughput.refused == 0


def test_service_that_answers_nothing_is_said_with_what_it_gave() -> None:
    # No quantiles can be told of nothing, and that error hid how often it refused, and why.
    said = r"found 0 and [1-9]\d* refusals \([1-9]\d* × 503\)"
    with misbehaving_server.serve() as server:
        server.fail.add("/v1/ask?question=rare")
        with pytest.raises(SettingsError, match=said):
            measure_throughput(server.url, ["rare"], 2, seconds=0.2)


def test_services_of_one_process_and_of_two_are_measured_in_turn(seed_settings: Settings) -> None:
    two = seed_settings.model_copy(update={"workers": 2})
    with serve(seed_settings) as alone, serve(two) as together:
        [scaling] = measure_scaling(alone, together, QUESTIONS, seconds=1, clients=[4], rounds=1)
        memory = [read_memory(each.pid) for each in (alone, together)]
    # Two take more than one, and less than twice as much and the process above them.
    assert 20e6 < memory[0] < memory[1] < 3 * memory[0]
    assert scaling.clients == 4
    assert scaling.alone_per_s > 1
    assert scaling.together_per_s > 1


def test_table_of_scaling_has_the_ratio() -> None:
    assert format_scaling(2, [Scaling(8, 50.0, 90.0)]).splitlines() == [
        " clients      1 worker     2 workers   answers/s",
        "       8          50.0          90.0 (1.80)",
    ]


def test_table_compares_with_bare_encodings() -> None:
    shown = format_load(
        Answering(0.012, 0.013, 0.004, {Stage.ENCODE: 0.0042, Stage.RANK: 0.0051}, 0.0017),
        [Throughput(8, 125.0, 0.0151, 0.0202, 0.0303, 4)],
    )
    assert shown.splitlines() == [
        "an answer over HTTP 12.0 ms, its question's encoding 4.0 ms (3.00 times that); "
        "asked for the first time 13.0 ms",
        "on average: encode 4.2 ms, rank 5.1 ms, HTTP and the rest 1.7 ms",
        " clients         answers/s       p50       p95       p99   refused",
        "       8     125.0 (0.50)     15 ms     20 ms     30 ms         4",
    ]
