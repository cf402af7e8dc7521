"""What servers do when they do not behave: each path of `PATHS` in its own way."""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.misbehaving_server import Handler

PAGE = (
    '<html><head><meta charset="utf-8"></head><body><h3 class="tit">Korea’s Exports Rise</h3>'
    '<p>Date 2025-12-01</p><div class="view_cont"><p>Exports rose 8.4 percent in November.</p>'
    "</div></body></html>"
)
KOREAN_PAGE = (
    "<html><head><title>산업통상부</title></head><body><h3>11월 수출 8.4% 증가</h3>"
    '<dl><dt>등록일</dt><dd>2025.12.01</dd></dl><div class="view_cont">11월 수출이 8.4% 증가하여 '
    "역대 최대를 기록했다.</div></body></html>"
)
ETAG = '"v1"'


def send_drips(handler: Handler) -> None:
    """A byte now and then, for ever: no read ever takes long."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    for _ in range(2000):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.02)


def send_dripping_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(2000):
        handler.wfile.write(b"X-%d: y\r\n" % number)
        handler.wfile.flush()
        time.sleep(0.02)


def send_nothing(handler: Handler) -> None:
    handler.rfile.read(1)  # comes to an end when the client has given up
    handler.close_connection = True


def send_cut_off(handler: Handler) -> None:
    """Half of a page the first time, the whole the next."""
    body = PAGE.encode()
    if handler.times_asked() > 1:
        handler.send(body)
        return
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2])
    handler.close_connection = True


def send_cut_off_gzip(handler: Handler) -> None:
    """Gzip that ends early in an answer that is whole."""
    body = gzip.compress(PAGE.encode())
    handler.send(body[: len(body) // 2], Content_Encoding="gzip")


def send_if_changed(handler: Handler) -> None:
    if handler.headers.get("If-None-Match") == ETAG:
        handler.send(b"", status=304, ETag=ETAG)
    else:
        handler.send(PAGE.encode(), ETag=ETAG)


def send_if_modified(handler: Handler) -> None:
    moment = "Mon, 01 Dec 2025 00:00:00 GMT"
    if handler.headers.get("If-Modified-Since") == moment:
        handler.send(b"", status=304)
    else:
        handler.send(PAGE.encode(), Last_Modified=moment)


def send_never_changed(handler: Handler) -> None:
    """304 to someone who has nothing."""
    handler.send(b"", status=304)


def send_too_many(handler: Handler) -> None:
    if handler.times_asked() > 1:
        handler.send(PAGE.encode())
    else:
        handler.send(b"", status=429, Retry_After="7")


def send_too_many_until(handler: Handler) -> None:
    if handler.times_asked() > 1:
        handler.send(PAGE.encode())
    else:
        handler.send(b"", status=503, Retry_After="Mon, 01 Dec 2025 00:00:30 GMT")


def send_come_back_tomorrow(handler: Handler) -> None:
    handler.send(b"", status=429, Retry_After="86400")


def send_error_twice(handler: Handler) -> None:
    if handler.times_asked() > 2:
        handler.send(PAGE.encode())
    else:
        handler.send(b"oh no", status=500)


def send_error(handler: Handler) -> None:
    handler.send(b"oh no", status=500)


def send_endless(handler: Handler) -> None:
    """Gigabytes, as fast as they are taken, up to four."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    piece = b"<p>more and more</p>" * 3000
    for _ in range(4 * 2**30 // len(piece)):
        handler.wfile.write(piece)
        handler.state.sent += len(piece)


def send_endless_chunks(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    piece = b"x" * 60_000
    while True:
        handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.state.sent += len(piece)


@cache
def make_bomb() -> bytes:
    """A quarter of a gigabyte of zeros in a quarter of a megabyte."""
    packer = zlib.compressobj(wbits=31)
    piece = bytes(2**20)
    return b"".join(packer.compress(piece) for _ in range(256)) + packer.flush()


def send_bomb(handler: Handler) -> None:
    handler.send(make_bomb(), Content_Encoding="gzip")


def send_gzip(handler: Handler) -> None:
    half = len(PAGE.encode()) // 2
    body = gzip.compress(PAGE.encode()[:half]) + gzip.compress(PAGE.encode()[half:])
    handler.send(body, Content_Encoding="gzip")


def send_raw_deflate(handler: Handler) -> None:
    packer = zlib.compressobj(wbits=-15)
    handler.send(packer.compress(PAGE.encode()) + packer.flush(), Content_Encoding="deflate")


def send_unasked_encoding(handler: Handler) -> None:
    handler.send(b"\x0b\x02\x80abc\x03", Content_Encoding="br")


def send_false_gzip(handler: Handler) -> None:
    handler.send(PAGE.encode(), Content_Encoding="gzip")


def send_wrong_charset(handler: Handler) -> None:
    """Korean in EUC-KR, said to be Western."""
    handler.send(KOREAN_PAGE.encode("euc-kr"), Content_Type="text/html; charset=ISO-8859-1")


def send_large_headers(handler: Handler) -> None:
    handler.send(PAGE.encode(), X_Large="x" * 60_000)


def redirect(target: str, status: int = 302) -> Callable[[Handler], None]:
    return lambda handler: handler.send(b"", status=status, Location=target)


PATHS: dict[str, Callable[[Handler], None]] = {
    "/page": lambda handler: handler.send(PAGE.encode()),
    "/drip": send_drips,
    "/drip-headers": send_dripping_headers,
    "/nothing": send_nothing,
    "/cut-off": send_cut_off,
    "/cut-off-gzip": send_cut_off_gzip,
    "/etag": send_if_changed,
    "/modified": send_if_modified,
    "/never-changed": send_never_changed,
    "/429": send_too_many,
    "/503-until": send_too_many_until,
    "/429-tomorrow": send_come_back_tomorrow,
    "/500-twice": send_error_twice,
    "/500": send_error,
    "/endless": send_endless,
    "/endless-chunks": send_endless_chunks,
    "/bomb": send_bomb,
    "/gzip": send_gzip,
    "/raw-deflate": send_raw_deflate,
    "/brotli": send_unasked_encoding,
    "/false-gzip": send_false_gzip,
    "/wrong-charset": send_wrong_charset,
    "/large-headers": send_large_headers,
    "/moved": redirect("/moved-again", 301),
    "/moved-again": redirect("etag", 307),
    "/moved/readyz": redirect("/elsewhere/readyz"),
    "/loop": redirect("/loop"),
    "/to-nowhere": lambda handler: handler.send(b"", status=302),
    "/to-file": redirect("file:///etc/hostname"),
    "/to-metadata": redirect("http://169.254.169.254/latest/meta-data/"),
    "/to-private": redirect("http://10.0.0.1/"),
    "/to-loopback": redirect("http://127.0.0.1:9/"),
    "/to-disguised": redirect("http://0x7f000001:9/"),
    "/to-user": redirect("http://user:secret@example.org/"),
}
