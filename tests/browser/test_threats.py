"""From a figure to the sentence behind it, which is confirmed: by mouse and keys, without JavaScript too."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from dragoman.workspace import About, File, Workspace
from tests.browsing import Visitor
from tests.serving import Served, serving

TEXT = "Паводки угрожают нижнему городу. Кролики представляют угрозу для капусты."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A workspace with one document of one state."""
    folder = tmp_path_factory.mktemp("threats") / "workspace"
    with Workspace.create(folder, author="Анна") as workspace:
        about = About(title="Report", parties=("Lake Republic",), date="2024", invented=True)
        workspace.add([File(TEXT.encode(), "report.ru.txt")], about)
        workspace.work()
    with serving(folder, working=False) as it:
        yield it


@pytest.mark.parametrize(("javascript", "width"), [(True, 1280), (False, 320)])
def test_a_sentence_is_found_and_judged(visit: Visitor, site: Served, javascript: bool, width: int) -> None:
    page = visit(locale="en", javascript=javascript, width=width)
    page.goto(f"{site.address}/en/threats")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".threat-table td.figure a").first.click()
    expect(page.locator(".quotations mark")).to_have_text("Паводки")
    expect(page.locator(".quotations .cue")).to_contain_text("угрожают")
    page.locator(".quotations summary").click()
    page.locator("button[value=confirm]").click()
    expect(page.locator(".judged strong")).to_have_text("Confirmed")
    expect(page.locator(".judged")).to_contain_text("Анна")
    page.locator(".quotations summary").click()
    page.locator("button[value=reopen]").click()
    expect(page.locator(".judged")).to_have_count(0)
    page.locator(".quotations .about a").first.click()
    expect(page.locator("body.page-reader")).to_be_visible()
