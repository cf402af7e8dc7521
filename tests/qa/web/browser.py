"""A real browser for tests: Debian's Chromium, headless, driven by Playwright.

Where there is none its tests are skipped, unless REQUIRE_CHROMIUM is set, which makes that a
failure. Whatever a page asks of another address than the service's, or writes to its console, is
kept, for tests to hold against it.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

TIMEOUT_MS = 15_000


@dataclass
class Tab:
    """A page in a window of its own, and what it asked for and said meanwhile."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def hear(self, message: ConsoleMessage) -> None:
        """Keep what the console is told, but for the status of a page that is an error itself."""
        if message.location["url"] != self.page.url or "status of" not in message.text:
            self.said.append(message.text)

    @property
    def asked_elsewhere(self) -> list[str]:
        return [url for url in self.asked if not url.startswith((self.address, "data:"))]


@contextmanager
def launch() -> Iterator[Browser]:
    """Chromium, for as long as it is needed."""
    chromium = shutil.which("chromium")
    if chromium is None:
        if os.environ.get("REQUIRE_CHROMIUM"):
            pytest.fail(
                "REQUIRE_CHROMIUM is set, and chromium is not there: apt-get install chromium"
            )
        # .ci/run installs it, and fails above without.
        pytest.skip("chromium is not there, and much to ask of who changes no page; .ci/run has it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            # In a container there is no sandbox for root, and little shared memory.
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        yield browser
        browser.close()


@contextmanager
def open_tab(
    browser: Browser,
    address: str,
    *,
    scripts: bool = True,
    dark: bool = False,
    phone: bool = False,
    language: str = "en-GB",
) -> Iterator[Tab]:
    """A window on the service at `address`, as one reader has it."""
    context: BrowserContext = browser.new_context(
        java_script_enabled=scripts,
        color_scheme="dark" if dark else "light",
        viewport={"width": 390, "height": 760} if phone else {"width": 1100, "height": 800},
        locale=language,
        permissions=["clipboard-read", "clipboard-write"],
        accept_downloads=True,
    )
    context.set_default_timeout(TIMEOUT_MS)
    tab = Tab(context.new_page(), address)
    context.on("request", lambda request: tab.asked.append(request.url))
    tab.page.on("console", tab.hear)
    tab.page.on("pageerror", lambda error: tab.said.append(str(error)))
    tab.page.on("dialog", lambda dialog: tab.said.append(f"dialog: {dialog.message}"))
    try:
        yield tab
        assert tab.asked_elsewhere == []
        assert tab.said == []
    finally:
        context.close()
