"""How often one caller may ask."""

import doctest
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest

from qa.api import rate_limits
from qa.api.rate_limits import Buckets, name_caller
from qa.api.sharing import Commons, Place
from qa.keys import KeyRing, Right
from qa.retrieval.asking import Asker
from qa.settings import Settings
from tests.qa.api.service import check_problem, serve


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(rate_limits).failed == 0


def test_bucket_holds_its_size_and_fills_evenly_within_a_minute() -> None:
    clock = Clock()
    buckets = Buckets(6, Commons(), clock=clock)
    assert [buckets.take("a").left for _ in range(6)] == [5, 4, 3, 2, 1, 0]
    empty = buckets.take("a")
    assert (empty.left, empty.wait_s, empty.full_s) == (0, 10, 60)
    clock.now += 9
    assert buckets.take("a").wait_s == pytest.approx(1)
    clock.now += 1
    assert buckets.take("a").wait_s == 0
    assert buckets.take("a").wait_s == pytest.approx(10)
    clock.now += 600
    assert [buckets.take("a").wait_s > 0 for _ in range(7)] == [False] * 6 + [True]


@pytest.mark.parametrize("size", [1, 7, 60, 1_000_000])
def test_no_more_than_its_size_goes_through_at_once(size: int) -> None:
    buckets = Buckets(size, Commons(), clock=Clock())
    asked = min(size, 1000)
    assert all(buckets.take("a").wait_s == 0 for _ in range(asked))
    assert (buckets.take("a").wait_s > 0) == (asked == size)


def test_callers_have_a_bucket_each_and_the_oldest_is_forgotten() -> None:
    buckets = Buckets(1, Commons(), callers_kept=2, clock=Clock())
    assert [buckets.take(caller).wait_s > 0 for caller in "aabb"] == [False, True, False, True]
    assert buckets.take("c").wait_s == 0
    assert buckets.take("b").wait_s > 0
    assert buckets.take("a").wait_s == 0


def test_workers_count_one_caller_together(tmp_path: Path) -> None:
    clock = Clock()
    one, other = (
        Buckets(3, Commons(Place(tmp_path, workers=2, number=number)), clock=clock)
        for number in range(2)
    )
    assert [each.take("a").left for each in (one, other, one)] == [2, 1, 0]
    assert one.take("a").wait_s == other.take("a").wait_s == 20
    assert other.take("b").left == 2


def test_no_request_is_counted_twice_or_not_at_all(tmp_path: Path) -> None:
    """By processes that count at the same time."""
    code = (
        "import sys; from pathlib import Path; from qa.api.rate_limits import Buckets; "
        "from qa.api.sharing import Commons, Place; "
        "buckets = Buckets(5000, Commons(Place(Path(sys.argv[1]), 2, 0)), clock=lambda: 100.0); "
        "print(sum(buckets.take('a').wait_s == 0 for _ in range(4000)))"
    )
    both = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    let_in = [int(each.communicate()[0]) for each in both]
    assert sum(let_in) == 5000


@pytest.mark.parametrize(
    ("host", "named"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:0:1::7", "2001:db8:0:1::/64"),
        ("testclient", "testclient"),
    ],
)
def test_caller_without_a_key_is_named_by_address(host: str, named: str) -> None:
    assert name_caller({"client": (host, 1)}) == named
    assert name_caller({"client": None}) == ""


@pytest.fixture
def client(seed_asker: Asker) -> Iterator[httpx.Client]:
    with serve(lambda _: seed_asker, Settings(rate_limit=3)) as client:
        yield client


def test_past_the_limit_is_429_and_says_when_to_come_back(client: httpx.Client) -> None:
    left = []
    for _ in range(3):
        answer = client.get("/v1/releases")
        assert answer.status_code in (200, 503)
        assert answer.headers["ratelimit-policy"] == '"minute";q=3;w=60'
        left.append(answer.headers["ratelimit"].partition(";t=")[0])
    assert left == ['"minute";r=2', '"minute";r=1', '"minute";r=0']
    refused = client.get("/v1/releases")
    check_problem(refused, 429)
    assert 1 <= int(refused.headers["retry-after"]) <= 20
    assert refused.headers["ratelimit"].startswith('"minute";r=0;t=')
    for path in ("/healthz", "/readyz"):
        assert client.get(path).status_code in (200, 503)
        assert "ratelimit" not in client.get(path).headers


def test_callers_behind_a_proxy_are_counted_by_the_address_that_it_saw(
    seed_asker: Asker,
) -> None:
    with serve(lambda _: seed_asker, Settings(rate_limit=2)) as client:

        def ask(forged: str, seen: str) -> int:
            headers = {"X-Forwarded-For": f"{forged}, {seen}"}
            return client.get("/openapi.json", headers=headers).status_code

        # What was in the header when it came to the proxy is the caller's own word.
        asked = [ask(f"198.51.100.{number}", "203.0.113.7") for number in range(3)]
        assert asked == [200, 200, 429]
        assert ask("203.0.113.7", "203.0.113.8") == 200


def test_keys_are_counted_apart(seed_asker: Asker, tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    tokens = [ring.add(name, [Right.READ], made=date(2025, 12, 20)) for name in ("a", "b")]
    with serve(lambda _: seed_asker, Settings(rate_limit=2), ring) as client:
        for token in tokens:
            headers = {"Authorization": f"Bearer {token}"}
            asked = [client.get("/openapi.json", headers=headers).status_code for _ in range(3)]
            assert asked == [200, 200, 429]
        # Nobody is kept out by those who have no key.
        assert client.get("/openapi.json").status_code == 401
