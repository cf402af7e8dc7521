"""What every answer says to browsers, whatever it is, and who may ask from a page."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest
from fastapi import APIRouter

from qa.errors import SettingsError
from qa.keys import KeyRing, Right
from qa.retrieval.asking import Asker
from qa.settings import Settings, read_settings
from tests.qa.api.service import check_problem, serve, wait_until

ORIGIN = "https://page.example"


@pytest.fixture(scope="module")
def client(seed_asker: Asker) -> Iterator[httpx.Client]:
    router = APIRouter()

    @router.get("/fault")
    async def fail() -> None:
        raise RuntimeError("/secret")

    with serve(lambda _: seed_asker, routers=[router]) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/ask?question=Who", 200),
        ("/v1/ask", 422),
        ("/nowhere", 404),
        ("/fault", 500),
        ("/healthz", 200),
        ("/metrics", 200),
    ],
)
def test_every_answer_is_safe_to_show(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-request-id"]
    assert "access-control-allow-origin" not in answer.headers
    if status == 500:
        check_problem(answer, 500)


def test_pages_of_other_origins_may_not_ask(client: httpx.Client) -> None:
    asked = {"Origin": ORIGIN, "Access-Control-Request-Method": "GET"}
    assert client.options("/v1/ask", headers=asked).status_code == 405
    answer = client.get("/healthz", headers={"Origin": ORIGIN})
    assert "access-control-allow-origin" not in answer.headers


def test_pages_of_listed_origins_may_ask(seed_asker: Asker, tmp_path: Path) -> None:
    ring = KeyRing(tmp_path)
    ring.add("page", [Right.READ], made=date(2025, 12, 20))
    settings = Settings(cors_origins=(ORIGIN, "http://localhost:3000"))
    with serve(lambda _: seed_asker, settings, ring) as client:
        asked = {
            "Origin": ORIGIN,
            "Access-Control-Request-Method": "GET",
            "Access-Control-Request-Headers": "Authorization",
        }
        allowed = client.options("/v1/ask", headers=asked)
        assert allowed.status_code == 200
        assert allowed.headers["access-control-allow-origin"] == ORIGIN
        for asks in ({"Origin": "https://other.example"}, {"Access-Control-Request-Method": "PUT"}):
            denied = client.options("/v1/ask", headers=asked | asks)
            assert "Disallowed CORS" in check_problem(denied, 400)["detail"]
        # The page can read why it was refused.
        refused = client.get("/v1/releases", headers={"Origin": ORIGIN})
        assert refused.status_code == 401
        assert refused.headers["access-control-allow-origin"] == ORIGIN
        other = client.get("/v1/releases", headers={"Origin": "https://other.example"})
        assert "access-control-allow-origin" not in other.headers


def test_origins_are_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QA_CORS_ORIGINS", f"{ORIGIN}, http://localhost:3000,")
    assert read_settings().cors_origins == (ORIGIN, "http://localhost:3000")
    for wrong in ("*", "page.example", f"{ORIGIN}/", "https://*.example"):
        monkeypatch.setenv("QA_CORS_ORIGINS", wrong)
        with pytest.raises(SettingsError, match="scheme and a host"):
            read_settings()
