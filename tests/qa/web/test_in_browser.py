"""The pages as people use them: in Chromium, by mouse and by keyboard, with and without scripts.

After each test nothing may have been asked of another address, and nothing been complained of on
the console: a breach of the content security policy, a script of a release that runs.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.qa.web.browser import Tab, open_tab

APRIL = "What were battery exports in April 2025?"
LATEST = "What are the latest battery exports published last month?"
ANCHOVY = "By how much does the anchovy quota double?"


def address_of(question: str, path: str = "/") -> str:
    return f"{path}?q={quote(question)}&as_of=2025-09-01"


PAGES = {
    "first": "/",
    "answer": address_of(APRIL),
    "understood": address_of(LATEST),
    "nasty": address_of(ANCHOVY),
    "not found": address_of("Who won the World Cup?"),
    "empty": address_of("exports") + "&published_to=2020-12-31",
    "timeline": address_of("How much were exports of batteries?", "/timeline"),
    "no timeline": address_of("Who won the World Cup?", "/timeline"),
    "release": "/releases/battery-04?passage=0-120&sentence=0-60#passage",
    "releases": "/releases?published_from=2025-01-01&publisher=Ministry+of+Trade",
    "fault": "/releases/none",
}


@pytest.fixture
def bare(browser: Browser, client: httpx.Client) -> Iterator[Tab]:
    """A window without scripts."""
    with open_tab(browser, str(client.base_url), scripts=False) as tab:
        yield tab


def test_question_is_asked_answered_and_opened_at_its_passage(tab: Tab) -> None:
    tab.open("/")
    tab.page.get_by_role("searchbox", name="Question").fill(APRIL)
    tab.page.get_by_role("button", name="Ask").click()
    tab.page.wait_for_url(re.compile(r"q=What\+were\+battery"))
    expect(tab.page.locator(".answer blockquote")).to_contain_text("fell 1.2 percent")
    tab.page.locator(".hit h3 a").first.click()
    passage = tab.page.locator("#passage")
    expect(passage).to_be_in_viewport()
    expect(passage.locator("mark")).to_contain_text("fell 1.2 percent")
    tab.page.get_by_role("link", name="Back to the answer").click()
    expect(tab.page.get_by_role("searchbox")).to_have_value(APRIL)


def test_chips_are_removed_by_click_and_by_key(tab: Tab) -> None:
    tab.open(address_of(LATEST))
    chips = tab.page.locator(".understood a.chip:not(.undo)")
    expect(chips).to_have_count(3)  # as of the day, too
    tab.page.get_by_role("link", name="the latest").click()
    tab.page.wait_for_url(re.compile("ignore=latest"))
    expect(chips).to_have_count(2)
    chips.first.focus()
    tab.page.keyboard.press("Delete")
    expect(chips).to_have_count(1)
    tab.page.get_by_role("link", name="Read “the latest” again").click()
    expect(chips).to_have_count(2)


def test_hits_are_sorted_and_filtered(tab: Tab) -> None:
    tab.open(address_of("exports of batteries"))
    days = tab.page.locator(".hit time")
    tab.page.get_by_role("link", name="oldest").click()
    tab.page.wait_for_url(re.compile("sort=oldest"))
    shown = [str(each.get_attribute("datetime")) for each in days.all()]
    assert shown == sorted(shown)
    assert len(shown) == 5
    tab.page.locator(".filters").get_by_role("link", name="2023").click()
    expect(tab.page.locator(".hit")).to_have_count(1)
    expect(tab.page.locator(".hit h3")).to_have_text("Battery Exporters Meet in Ochang")
    tab.page.get_by_role("link", name="All years").click()
    tab.page.locator(".filters").get_by_role("link", name="Power Exchange").click()
    expect(tab.page.locator(".hit .source").first).to_contain_text("Power Exchange")


def test_citation_is_copied_in_each_form_and_that_is_said(tab: Tab) -> None:
    tab.open(address_of(APRIL))
    tab.page.locator(".hit .cite summary").first.click()
    for form, begins in (
        ("Plain text", "Ministry of Trade, “Battery Exports at USD 659 Million in April”, 20 June"),
        ("Markdown", r"Ministry of Trade, “[Battery Exports at USD 659 Million in April](<"),
        ("BibTeX", "@misc{battery-04-corrected,"),
        ("RIS", "TY  - GEN"),
    ):
        tab.page.locator(".hit").first.get_by_role("button", name=f"Copy {form}").click()
        expect(tab.page.get_by_role("status")).to_have_text(f"Copied: {form}")
        assert str(tab.page.evaluate("navigator.clipboard.readText()")).startswith(begins)


def test_citation_is_copied_where_there_is_no_clipboard_to_ask_for(tab: Tab) -> None:
    tab.open(address_of(APRIL))
    tab.page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    tab.page.locator(".hit .cite summary").first.click()
    tab.page.get_by_role("button", name="Copy RIS").first.click()
    expect(tab.page.get_by_role("status")).to_have_text("Copied: RIS")
    expect(tab.page.get_by_role("button", name="Copy RIS").first).to_be_focused()


def test_timeline_shows_plot_and_table_and_hands_out_csv(tab: Tab) -> None:
    tab.open(address_of(APRIL))
    tab.page.get_by_role("link", name="3 other months").first.click()
    tab.page.wait_for_url(re.compile("/timeline"))
    tab.open(PAGES["timeline"])
    plot = tab.page.locator(".plot svg")
    expect(plot).to_be_visible()
    # The style sheet of the page reaches into the plot.
    accent = tab.page.evaluate("getComputedStyle(document.querySelector('.plot .mark')).color")
    assert accent == "rgb(140, 47, 27)"
    with tab.page.expect_download() as download:
        tab.page.get_by_role("link", name="Download as CSV").click()
    assert "USD 1,801 million" in download.value.path().read_text(encoding="utf-8")


def test_page_works_in_korean(browser: Browser, client: httpx.Client) -> None:
    with open_tab(browser, str(client.base_url), language="ko-KR") as tab:
        tab.open("/")
        tab.page.get_by_role("searchbox", name="질문").fill("2025년 4월 배터리 수출은 얼마인가요?")
        tab.page.get_by_role("button", name="묻기").click()
        expect(tab.page.locator(".answer .badge")).to_have_text("2025년 4월 내용")
        tab.page.get_by_role("link", name="English").click()
        expect(tab.page.locator(".answer .badge")).to_have_text("about April 2025")


def test_everything_is_there_without_scripts(bare: Tab) -> None:
    bare.open("/")
    bare.page.get_by_role("searchbox").fill(LATEST)
    bare.page.get_by_role("button", name="Ask").click()
    expect(bare.page.locator(".answer blockquote, .nothing").first).to_be_visible()
    chips = bare.page.locator(".understood a.chip:not(.undo)")
    before = chips.count()
    bare.page.get_by_role("link", name="the latest").click()
    expect(chips).to_have_count(before - 1)
    bare.open(address_of(APRIL))
    bare.page.locator(".hit .cite summary").first.click()
    expect(bare.page.locator(".hit .cite p").first).to_contain_text("Ministry of Trade, “Battery")
    expect(bare.page.locator(".cite button")).to_have_count(bare.page.locator(".cite li").count())
    expect(bare.page.get_by_role("button", name="Copy")).to_have_count(0)
    with bare.page.expect_download() as download:
        bare.page.get_by_role("link", name="Download BibTeX").first.click()
    assert download.value.path().read_text(encoding="utf-8").startswith("@misc{")
    bare.open(PAGES["timeline"])
    expect(bare.page.locator(".plot svg")).to_be_visible()


def test_everything_can_be_reached_by_keyboard_alone(tab: Tab) -> None:
    tab.open(address_of(APRIL))
    page = tab.page
    focused = page.locator(":focus")
    page.keyboard.press("Tab")
    expect(focused).to_have_text("Skip to the content")
    expect(focused).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()
    reached = set()
    for _ in range(150):
        page.keyboard.press("Tab")
        # What is focused is seen to be.
        told = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            "const around = getComputedStyle(e.parentElement).boxShadow;"
            "return [e.tagName, e.textContent.trim(), s.outlineStyle, around] }"
        )
        if told[0] == "BODY":
            break
        assert told[2:] != ["none", "none"], told
        reached.add(told[1])
    assert {"Ask", "Limit the dates", "newest", "2025", "3 other months"} <= reached
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator(".hit h3 a").first).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("#passage")).to_be_visible()


def test_keys_that_open_a_calendar_do_not_leave_its_field(tab: Tab) -> None:
    tab.open(address_of(APRIL))
    field = tab.page.get_by_label("Published from")
    field.focus()
    tab.page.keyboard.press("Alt+ArrowDown")
    expect(field).to_be_focused()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_page_fits_a_phone(browser: Browser, client: httpx.Client, path: str) -> None:
    with open_tab(browser, str(client.base_url), phone=True) as tab:
        tab.open(path)
        wide = tab.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390


def test_page_is_dark_where_the_screen_is(browser: Browser, client: httpx.Client) -> None:
    grounds = []
    for dark in (False, True):
        with open_tab(browser, str(client.base_url), dark=dark) as tab:
            tab.open("/")
            grounds.append(tab.page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(253, 252, 249)", "rgb(24, 23, 21)"]


def test_print_leaves_out_what_paper_has_no_use_for(tab: Tab) -> None:
    tab.open(address_of(APRIL))
    tab.page.emulate_media(media="print")
    expect(tab.page.locator(".answer blockquote")).to_be_visible()
    for hidden in (".ask", ".filters", ".ways"):
        expect(tab.page.locator(hidden).first).to_be_hidden()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(browser: Browser, client: httpx.Client, dark: bool) -> None:
    found = {}
    axe = Axe()
    # In the dark nothing but the colours is another.
    rules = {"runOnly": ["color-contrast", "link-in-text-block"]} if dark else {}
    options = {"resultTypes": ["violations"], **rules}
    with open_tab(browser, str(client.base_url), dark=dark) as tab:
        for name, path in PAGES.items():
            tab.open(path)
            # Closed parts are looked at as well.
            tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            violations = axe.run(tab.page, options=options).response["violations"]
            if violations:
                found[name] = [
                    (each["id"], node["target"], node["failureSummary"])
                    for each in violations
                    for node in each["nodes"]
                ]
    assert found == {}
