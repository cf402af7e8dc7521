"""The service with its pages over real releases, and a browser to look at them."""

from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser

from embeddings.encoder import Encoder
from qa.retrieval.asking import Asker
from tests.qa.api.service import serve, wait_until
from tests.qa.holding import hold
from tests.qa.web.browser import Tab, launch, open_tab
from tests.qa.web.nasty_releases import LIBRARY


@pytest.fixture(scope="session")
def page_asker(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Asker]:
    """What answers from the monthly series and releases full of markup."""
    with hold(tmp_path_factory.mktemp("pages"), encoder, LIBRARY) as asker:
        yield asker


@pytest.fixture(scope="session")
def client(page_asker: Asker) -> Iterator[httpx.Client]:
    """A client of the service; its base_url is where that is."""
    with serve(lambda _: page_asker) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """For no longer: while it is there Playwright's event loop runs in the thread of the tests, and
    no other can."""
    with launch() as browser:
        yield browser


@pytest.fixture
def tab(browser: Browser, client: httpx.Client) -> Iterator[Tab]:
    """A window on the service on a desk, in the light, in English."""
    with open_tab(browser, str(client.base_url)) as tab:
        yield tab
