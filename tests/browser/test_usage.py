"""Pages about usage as people meet them: terms in a text, filters, keys, paper, no JavaScript."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from dragoman.workspace import Workspace
from tests.browsing import Visitor
from tests.places import LANGUAGES
from tests.serving import Served


@pytest.fixture(scope="module")
def document(served: Served) -> str:
    """The document in three languages."""
    with Workspace.open(served.folder) as workspace:
        return next(each.id for each in workspace.documents() if len(each.languages) == 3)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_term_opens_beside_the_text(
    visit: Visitor, served: Served, document: str, language: str, width: int
) -> None:
    page = visit(locale=language, width=width)
    page.goto(f"{served.address}/{language}/documents/{document}?in=ru&with=zh")
    panel = page.locator(".panel")
    expect(panel).to_be_hidden()
    term = page.locator("a.term").first
    term.click()
    expect(panel.locator(".card h1")).to_contain_text(re.compile(r"\d"))
    expect(panel).to_be_in_viewport(ratio=1)
    inside = panel.evaluate("panel => [panel.scrollWidth, panel.clientWidth]")
    assert inside[0] == inside[1]
    expect(page).to_have_url(re.compile(rf"/documents/{document}\?"))
    # It came from the page that it leads to.
    leads = panel.locator(".card > p a").get_attribute("href")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(term).to_be_focused()
    assert leads
    page.goto(f"{served.address}{leads}")
    expect(page.locator("body.page-term section").first).to_be_visible()


def test_a_term_opens_by_the_keyboard(visit: Visitor, served: Served, document: str) -> None:
    page = visit()
    page.goto(f"{served.address}/en/documents/{document}?in=ru&with=zh")
    term = page.locator("a.term").nth(2)
    term.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".panel")
    expect(panel.locator(".card")).to_be_visible()
    expect(panel).to_be_focused()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel).to_be_hidden()
    expect(term).to_be_focused()


def test_without_javascript_a_term_leads_to_its_page(visit: Visitor, served: Served, document: str) -> None:
    page = visit(locale="ru", javascript=False)
    page.goto(f"{served.address}/ru/documents/{document}?in=ru&with=zh")
    expect(page.locator(".panel")).to_be_hidden()
    page.locator("a.term").first.click()
    expect(page).to_have_url(re.compile(r"/ru/terms/.+\?in=ru$"))
    expect(page.locator(".card h1")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
def test_from_a_word_to_its_row(visit: Visitor, served: Served, javascript: bool) -> None:
    page = visit(locale="ru", javascript=javascript)
    page.goto(f"{served.address}/ru/")
    page.locator("#q").fill("безопасность")
    page.locator("#q").press("Enter")
    expect(page).to_have_url(re.compile("/ru/concordance"))
    uses = page.locator(".uses > li")
    count = uses.count()
    assert count > 3
    body = page.locator(".facets a[href*='body=']").first
    body.click()
    narrowed = uses.count()
    assert 0 < narrowed < count
    page.locator(".holding a").click()
    expect(uses).to_have_count(count)
    page.locator("#sort").select_option("oldest")
    page.locator(".choice button").click()
    dates = [each.get_attribute("datetime") or "" for each in page.locator(".uses time").all()]
    assert dates == sorted(dates)
    uses.first.locator(".about a").click()
    expect(page.locator("tr:target")).to_be_in_viewport()


def test_the_years_by_mouse_and_by_keyboard(visit: Visitor, served: Served) -> None:
    page = visit()
    address = f"{served.address}/en/concordance?q=безопасность"
    page.goto(address)
    page.locator(".bars a").first.click()
    expect(page).to_have_url(re.compile(r"since=(\d{4})&until=\1"))
    by_mouse = page.url
    page.goto(address)
    page.locator(".by-year summary").focus()
    page.keyboard.press("Enter")
    page.locator(".by-year tbody a").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(by_mouse)


def test_letters_of_the_bars_do_not_overlap(visit: Visitor, served: Served) -> None:
    for width in (320, 640, 1280):
        page = visit(width=width)
        page.goto(f"{served.address}/en/concordance?q=безопасность")
        boxes = [each.bounding_box() for each in page.locator(".bars .year").all() if each.is_visible()]
        places = [(box["x"], box["x"] + box["width"]) for box in boxes if box]
        assert len(places) > 2
        assert all(one[1] < other[0] for one, other in pairwise(places))


def sheets(page: Page) -> list[str]:
    return [each.extract_text() for each in PdfReader(BytesIO(page.pdf(format="A4"))).pages]


def test_twenty_pairs_are_one_sheet_of_paper(visit: Visitor, served: Served) -> None:
    page = visit(scheme="dark")
    page.goto(f"{served.address}/en/pairs?left=ru&right=zh&limit=20")
    terms = page.locator("tbody th a").all_inner_texts()
    assert len(terms) == 20
    paper = sheets(page)
    assert len(paper) == 1
    words = "".join(paper[0].split())
    assert [term for term in terms if "".join(term.split()) not in words] == []
    page.emulate_media(media="print")
    for selector in (".masthead nav", ".beside", "form", ".tools", ".pager"):
        expect(page.locator(selector).first).to_be_hidden()


def test_a_concordance_on_paper(visit: Visitor, served: Served) -> None:
    page = visit()
    page.goto(f"{served.address}/en/concordance?q=безопасность&in=ru&with=zh")
    hits = page.locator(".uses .hit[lang=ru]").all_inner_texts()
    words = "".join("".join(sheets(page)).replace("-\n", "").split())
    assert [hit for hit in hits if "".join(hit.split())[-8:] not in words] == []
    page.emulate_media(media="print")
    for selector in (".facets", "form", ".tools", ".by-year details"):
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
