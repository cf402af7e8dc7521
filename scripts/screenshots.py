#!/usr/bin/env python3
"""Take pictures of the page in headless Chromium: as it looks on a desk, on a phone, in the dark.

Of the seeds and of the last two years of the generated ministry, which has series. Chromium is
Debian's (apt-get install chromium).

Example: scripts/screenshots.py data/screenshots
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from _environment import ROOT, SEEDS, enter_environment  # type: ignore[import-not-found]

if TYPE_CHECKING:
    from qa.records import Release

_TODAY = date(2025, 12, 20)
_MINISTRY_FROM = date(2024, 1, 1)
_DESK, _PHONE = (1080, 740), (390, 740)


@dataclass(frozen=True)
class Shot:
    """A picture: its name, the releases shown, the page's address, and how it is looked at."""

    name: str
    releases: str
    path: str
    size: tuple[int, int] = _DESK
    dark: bool = False
    whole: bool = False


_ICT = "/?" + urlencode({"q": "How much did Korea's ICT exports rise in November 2025?"})
_PLEDGED = {"q": "How much did foreign investors pledge?"}
SHOTS = (
    Shot("first", "seeds", "/", whole=True),
    Shot("answer", "seeds", _ICT),
    Shot("answer-dark", "seeds", _ICT, dark=True),
    Shot("answer-whole", "seeds", _ICT, whole=True),
    Shot("phone", "seeds", _ICT, size=_PHONE, dark=True),
    Shot("phone-first", "seeds", "/", size=_PHONE, whole=True),
    Shot("korean", "seeds", "/?" + urlencode({"q": "2025년 11월 ICT 수출", "lang": "ko"})),
    Shot("not-found", "seeds", "/?" + urlencode({"q": "Who won the World Cup?"}), whole=True),
    Shot("empty", "seeds", "/?" + urlencode({"q": "Exports", "published_to": "2019-12-31"})),
    Shot("series", "ministry", "/?" + urlencode(_PLEDGED), whole=True),
    Shot("first-ministry", "ministry", "/", whole=True),
    Shot("timeline", "ministry", "/timeline?" + urlencode(_PLEDGED)),
    Shot("timeline-dark", "ministry", "/timeline?" + urlencode(_PLEDGED), dark=True, whole=True),
    Shot("timeline-phone", "ministry", "/timeline?" + urlencode(_PLEDGED), size=_PHONE, whole=True),
    Shot("fault", "seeds", "/releases/none"),
)


def main() -> None:
    enter_environment()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures are put, as PNG")
    parser.add_argument("--only", nargs="+", help="the names of those wanted")
    arguments = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("There is no chromium here. Install it (apt-get install chromium) and run again.")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    wanted = [each for each in SHOTS if not arguments.only or each.name in arguments.only]
    for library in sorted({each.releases for each in wanted}):
        with tempfile.TemporaryDirectory() as data, _serve(library, Path(data)) as address:
            shots = [each for each in wanted if each.releases == library]
            _take(shots, address, chromium, arguments.folder)


def _take(shots: list[Shot], address: str, chromium: str, folder: Path) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in shots:
            width, height = shot.size
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if shot.dark else "light",
                locale="en-GB",
            )
            page.goto(address + shot.path)
            path = folder / f"{shot.name}.png"
            page.screenshot(path=path, full_page=shot.whole)
            print(path)
            page.close()
        browser.close()


@contextmanager
def _serve(library: str, data: Path) -> Iterator[str]:
    """The address of a service over a library made for the pictures."""
    import uvicorn

    from qa.api.app import create_app
    from qa.retrieval.ranking import read_ranking
    from qa.settings import Settings
    from qa.wiring import load_encoder, open_asker, update_library

    settings = Settings(data=data, graphs=ROOT / "data" / "models")
    encoder = load_encoder(settings)
    update_library(settings, encoder, _read_releases(library))
    asker = open_asker(settings, encoder, read_ranking())
    app = create_app(lambda _: asker, today=lambda: _TODAY)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.05)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        asker.snapshot.close()


def _read_releases(library: str) -> list[Release]:
    from qa.reading.sources import read_sources

    if library == "seeds":
        return list(read_sources([SEEDS]).releases)
    sys.path.insert(0, str(ROOT))
    from tests.ministry import generate_ministry

    made = generate_ministry().releases
    return [each for each in made if each.published >= _MINISTRY_FROM]


if __name__ == "__main__":
    main()
