"""What the tests of a service over the seeds ask, and how."""

from typing import Any

import httpx

QUESTION = "How much did Korea's ICT exports rise in November 2025?"
ICT_TITLE = "Korea’s ICT Exports Reach All-Time High in November"
Params = dict[str, str | int]


def ask(client: httpx.Client, **params: str | int) -> dict[str, Any]:
    response = client.get("/v1/ask", params={"question": QUESTION, **params})
    assert response.status_code == 200, response.text
    answer: dict[str, Any] = response.json()
    return answer


def without_time(answer: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in answer.items() if name != "took_ms"}
