"""Which pages of other origins may ask (https://fetch.spec.whatwg.org/#http-cors-protocol)."""

from starlette.datastructures import Headers
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response

from qa.api.problems import make_problem


class CrossOrigin(CORSMiddleware):
    """Starlette's, which says what it refuses as every other error is said."""

    def preflight_response(self, request_headers: Headers) -> Response:
        answer = super().preflight_response(request_headers)
        if answer.status_code < 400:
            return answer
        kept = {name: text for name, text in answer.headers.items() if "content-" not in name}
        said = bytes(answer.body).decode()  # "Disallowed CORS origin, method"
        advice = (
            "QA_CORS_ORIGINS says whose pages may ask."
            if "origin" in said
            else f"Allowed are {answer.headers['access-control-allow-methods']} with "
            f"{answer.headers['access-control-allow-headers']}."
        )
        detail = f"{said}. {advice}"
        return make_problem(answer.status_code, detail, headers=kept)
