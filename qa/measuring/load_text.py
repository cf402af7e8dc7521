"""What `qa.measuring.load` measured, as text: figures, and in brackets how they compare."""

from collections.abc import Sequence

from qa.measuring.load import Answering, Scaling, Throughput


def format_scaling(workers: int, scalings: Sequence[Scaling]) -> str:
    """Answers a second of one process and of several, and in brackets how they compare."""
    lines = [f"{'clients':>8}{'1 worker':>14}{f'{workers} workers':>14}   answers/s"]
    lines += [
        f"{each.clients:>8}{each.alone_per_s:>14.1f}{each.together_per_s:>14.1f} ({each.ratio:.2f})"
        for each in scalings
    ]
    return "\n".join(lines)


def format_load(answering: Answering, throughputs: Sequence[Throughput]) -> str:
    """Answers over HTTP, and in brackets how they compare with bare encodings on one core."""
    encodings_per_s = 1 / answering.encoding_s
    lines = [
        f"an answer over HTTP {1000 * answering.answer_s:.1f} ms, its question's encoding "
        f"{1000 * answering.encoding_s:.1f} ms ({answering.ratio:.2f} times that); asked for the "
        f"first time {1000 * answering.first_s:.1f} ms",
        "on average: "
        + "".join(f"{stage} {1000 * took:.1f} ms, " for stage, took in answering.stage_s.items())
        + f"HTTP and the rest {1000 * answering.around_s:.1f} ms",
        f"{'clients':>8}{'answers/s':>18}{'p50':>10}{'p95':>10}{'p99':>10}{'refused':>10}",
    ]
    lines += [
        f"{each.clients:>8}"
        f"{each.answers_per_s:>10.1f} ({each.answers_per_s / encodings_per_s:.2f})"
        f"{1000 * each.p50_s:>7.0f} ms{1000 * each.p95_s:>7.0f} ms{1000 * each.p99_s:>7.0f} ms"
        f"{each.refused:>10}"
        for each in throughputs
    ]
    return "\n".join(lines)
