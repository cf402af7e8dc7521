"""A limit on the size of request bodies, whichever way they are sent."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.api.problems import make_problem

MAX_BODY_BYTES = 64 * 1024


class BodyLimit:
    """Answers 413 to a body over the limit, declared or sent in chunks, before the app sees it."""

    def __init__(self, app: ASGIApp, max_bytes: int = MAX_BODY_BYTES) -> None:
        self._app = app
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        body = b""
        more = True
        too_large = declared.isdigit() and int(declared) > self._max_bytes
        while more and not too_large:
            message = await receive()
            if message["type"] != "http.request":
                return  # the client has gone
            body += message.get("body", b"")
            more = message.get("more_body", False)
            too_large = len(body) > self._max_bytes
        if too_large:
            refusal = make_problem(
                413,
                f"A request body may hold {self._max_bytes} bytes at most. "
                f"Ask with a shorter question.",
                headers={"Connection": "close"},
            )
            await refusal(scope, receive, send)
            return
        replayed = False

        async def replay() -> Message:
            nonlocal replayed
            if replayed:
                return await receive()
            replayed = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, replay, send)
