"""The reader on paper: the texts, the names of the languages on every sheet, and nothing to press."""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from dragoman.workspace import Workspace
from tests.browsing import Visitor
from tests.serving import Served

LEFT_OUT = (
    ".masthead nav",
    ".colophon",
    ".tools",
    ".contents",
    ".mend",
    ".skip",
)


@pytest.fixture
def reader(visit: Visitor, served: Served) -> Page:
    with Workspace.open(served.folder) as workspace:
        document = next(each.id for each in workspace.documents() if len(each.languages) == 3)
    page = visit(scheme="dark")
    page.goto(f"{served.address}/en/documents/{document}?in=ru&with=zh")
    return page


def test_what_leads_elsewhere_is_left_out(reader: Page) -> None:
    for selector in LEFT_OUT:
        expect(reader.locator(selector).first).to_be_attached()
    reader.emulate_media(media="print")
    for selector in LEFT_OUT:
        expect(reader.locator(selector).first).to_be_hidden()
    expect(reader.locator("h1")).to_be_visible()
    expect(reader.locator(".summary")).to_be_visible()
    expect(reader.locator(".invented-note")).to_be_visible()
    # Ink on paper, whatever the screen has.
    expect(reader.locator("body")).to_have_css("color", "rgb(0, 0, 0)")


def test_all_rows_are_on_paper(reader: Page) -> None:
    cells = {
        tag: reader.locator(f"td[lang={tag}]:not(.blank)").all_inner_texts() for tag in ("ru", "zh-Hans")
    }
    links = reader.locator(".places a").all_inner_texts()
    sheets = [page.extract_text() for page in PdfReader(BytesIO(reader.pdf(format="A4"))).pages]
    paper = packed("".join(sheets))
    for texts in cells.values():
        assert len(texts) > 40
        # The last words: a line in the middle may have been hyphenated.
        assert [text for text in texts if packed(text)[-8:] not in paper] == []
    assert len(sheets) > 2
    for sheet in sheets:
        assert "русский中文" in packed(sheet)
    assert [link for link in links if link in sheets[0].splitlines()[:3]] == []


def packed(text: str) -> str:
    """The letters and figures of a text: lines may gain spaces and hyphens.

    Of characters that have one picture, such as the Han character and the radical 日, a PDF may name either.
    """
    return "".join(letter for letter in unicodedata.normalize("NFKC", text) if letter.isalnum())
