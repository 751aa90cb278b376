"""The keys of the pages, which do what links do, and can be turned off."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from dragoman.workspace import Workspace
from tests.browsing import Visitor
from tests.serving import Served


@pytest.fixture
def reader(visit: Visitor, served: Served) -> Page:
    """The reader of the document in three languages, at its top."""
    with Workspace.open(served.folder) as workspace:
        document = next(each.id for each in workspace.documents() if len(each.languages) == 3)
    page = visit()
    page.goto(f"{served.address}/en/documents/{document}?in=ru&with=zh")
    return page


def marked(page: Page) -> int:
    """The number of the row that is marked."""
    return int(page.locator("tr:target th a").inner_text())


def test_j_and_k_go_from_row_to_row(reader: Page) -> None:
    reader.keyboard.press("j")
    assert marked(reader) == 1
    for _time in range(29):
        reader.keyboard.press("j")
    assert marked(reader) == 30
    expect(reader.locator("tr:target")).to_be_in_viewport(ratio=1)
    reader.keyboard.press("k")
    assert marked(reader) == 29
    # Going from row to row is not a way that one goes back step by step.
    reader.go_back()
    expect(reader).to_have_url("about:blank")


def test_at_the_ends_the_keys_stay(reader: Page) -> None:
    reader.keyboard.press("j")
    reader.keyboard.press("k")
    assert marked(reader) == 1
    last = reader.locator(".parallel tbody tr").last
    last.locator("th a").click()
    number = int(last.locator("th a").inner_text())
    reader.keyboard.press("j")
    assert marked(reader) == number


def test_c_leads_to_the_correction_of_the_row(reader: Page) -> None:
    for _time in range(5):
        reader.keyboard.press("j")
    words = reader.locator("tr:target td[lang=ru]").inner_text()
    reader.keyboard.press("c")
    expect(reader).to_have_url(re.compile(r"/en/documents/\w+/rows/ru\d+\?in=ru&with=zh$"))
    expect(reader.locator(".choosing .own [lang=ru]").first).to_be_visible()
    assert " ".join(reader.locator(".choosing .own [lang=ru]").all_inner_texts()) == words


def test_the_slash_leads_to_the_search(reader: Page) -> None:
    reader.keyboard.press("/")
    expect(reader).to_have_url(re.compile("/en/concordance$"))
    # Keys are heard once the page's script has run.
    reader.wait_for_load_state()
    expect(reader.locator("#q")).not_to_be_focused()
    reader.keyboard.press("/")
    expect(reader.locator("#q")).to_be_focused()
    reader.keyboard.type("jkc/")
    expect(reader.locator("#q")).to_have_value("jkc/")


def test_keys_with_others_belong_to_the_browser(reader: Page) -> None:
    for key in ("Control+j", "Alt+j", "Meta+j"):
        reader.keyboard.press(key)
    expect(reader.locator("tr:target")).to_have_count(0)


def test_the_keys_can_be_turned_off_for_good(reader: Page) -> None:
    button = reader.locator(".keyboard button")
    on = button.inner_text()
    button.click()
    off = button.inner_text()
    assert off != on
    reader.reload()
    reader.keyboard.press("j")
    expect(reader.locator("tr:target")).to_have_count(0)
    expect(button).to_have_text(off)
    button.click()
    expect(button).to_have_text(on)
    reader.locator("h1").click()
    reader.keyboard.press("j")
    assert marked(reader) == 1


def test_everything_is_reached_by_the_tabulator(reader: Page) -> None:
    reader.keyboard.press("Tab")
    expect(reader.locator(".skip")).to_be_focused()
    expect(reader.locator(".skip")).to_be_in_viewport(ratio=1)
    seen = set()
    for _time in range(60):
        reader.keyboard.press("Tab")
        seen.add(reader.evaluate("document.activeElement.className || document.activeElement.tagName"))
        if "mend" in seen:
            break
    expect(reader.locator(".mend:focus")).to_have_css("opacity", "1")


def test_without_javascript_the_page_speaks_of_no_keys(visit: Visitor, served: Served) -> None:
    page = visit(javascript=False)
    page.goto(f"{served.address}/en/")
    expect(page.locator(".keyboard")).to_be_hidden()
