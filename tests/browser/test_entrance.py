"""The way in: `/` leads to the language of the browser, and the demo can be read from there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browsing import Visitor
from tests.serving import Served


@pytest.mark.parametrize(
    ("locale", "language"), [("ru-RU", "ru"), ("zh-CN", "zh"), ("en-GB", "en"), ("de", "en")]
)
def test_the_browser_s_language_is_the_language_of_the_pages(
    visit: Visitor, served: Served, locale: str, language: str
) -> None:
    page = visit(locale=locale)
    page.goto(served.address)
    expect(page).to_have_url(f"{served.address}/{language}/")
    assert page.locator("html").get_attribute("lang") in {language, "zh-Hans"}


@pytest.mark.parametrize("javascript", [True, False])
def test_a_document_is_two_clicks_away(visit: Visitor, served: Served, javascript: bool) -> None:
    page = visit(locale="ru", javascript=javascript)
    page.goto(f"{served.address}/ru/documents")
    page.get_by_role("link", name="устойчивой безопасности").first.click()
    expect(page.get_by_text("本文件").first).to_be_visible()


def test_a_copy_is_one_s_own(visit: Visitor, served_copy: Served, served: Served) -> None:
    assert served_copy.address != served.address
    visit().goto(f"{served_copy.address}/en/documents")
