"""The body of an HTTP answer, unpacked as it comes and no further than its limit.

A few kilobytes of gzip can hold gigabytes: so much is unpacked as is still allowed, and the rest
is never looked at.
"""

import zlib
from collections.abc import Iterable, Iterator

from qa.errors import FetchError

_ZLIB_OR_GZIP = 32 + zlib.MAX_WBITS
_RAW = -zlib.MAX_WBITS
_GZIP = b"\x1f\x8b"
_PIECE = 64 * 1024  # bytes unpacked at a time
_PLAIN = ("", "identity")
_PACKED = ("gzip", "x-gzip", "deflate")


class BrokenOff(FetchError):
    """A body ends before it is whole, or is damaged."""


class Unpacker:
    """Reads one body. `cut` takes what is within the limit of one that is too long."""

    def __init__(self, encoding: str, max_bytes: int, url: str, *, cut: bool = False) -> None:
        """Raises FetchError for a Content-Encoding that was not asked for."""
        self._encoding = encoding.strip().lower()
        self._max_bytes = max_bytes
        self._url = url
        self._cut = cut
        if self._encoding not in _PLAIN + _PACKED:
            raise FetchError(
                f"expected an answer from {url} plain or in gzip, found {self._encoding[:40]}; "
                "save the page by hand"
            )

    def read(self, chunks: Iterable[bytes]) -> bytes:
        """The whole body. Raises FetchError when it is too long, and BrokenOff."""
        pieces: list[bytes] = []
        length = 0
        for piece in chunks if self._encoding in _PLAIN else self._unpack(chunks):
            pieces.append(piece[: self._max_bytes - length + 1])
            length += len(pieces[-1])
            if length > self._max_bytes:
                if self._cut:
                    break
                raise FetchError(
                    f"expected at most {self._max_bytes:,} bytes from {self._url}, found more; "
                    "leave it out"
                )
        return b"".join(pieces)[: self._max_bytes]

    def _unpack(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        start = b""
        unpacking = None
        for chunk in chunks:
            packed = start + chunk
            if unpacking is None:
                if len(packed) < 2:  # too few to tell how they are packed
                    start = packed
                    continue
                start = b""
                unpacking = zlib.decompressobj(_choose_form(self._encoding, packed))
            try:
                while packed and not unpacking.eof:
                    yield unpacking.decompress(packed, _PIECE)
                    packed = unpacking.unconsumed_tail
                    if unpacking.eof and unpacking.unused_data.startswith(_GZIP):
                        packed = unpacking.unused_data
                        unpacking = zlib.decompressobj(_ZLIB_OR_GZIP)
            except zlib.error as error:
                raise BrokenOff(
                    f"expected an answer from {self._url} in {self._encoding}, found bytes that "
                    "are not; try again later"
                ) from error
        if start or (unpacking is not None and not unpacking.eof):
            raise BrokenOff(
                f"expected a whole answer from {self._url}, found that it breaks off; try again"
            )


def _choose_form(encoding: str, start: bytes) -> int:
    """What zlib is to expect: servers send "deflate" with zlib's two first bytes or without."""
    has_header = start[0] & 0x0F == 8 and int.from_bytes(start[:2], "big") % 31 == 0
    return _RAW if encoding == "deflate" and not has_header else _ZLIB_OR_GZIP
