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
        detail = f"{bytes(answer.body).decode()}. QA_CORS_ORIGINS says whose pages may ask."
        return make_problem(answer.status_code, detail, headers=kept)
