"""From a text to where its versions differ, which is decided; and a draft that is checked: by everybody."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from dragoman.workspace import About, File, Workspace
from tests.browser.test_accessibility import AXE_SCRIPT, found, resized, sideways
from tests.browser.test_print import packed
from tests.browsing import Scheme, Visitor
from tests.places import LANGUAGES, TAGS
from tests.serving import Served, serving

OMITTED = "儿童七岁以下免费乘船。"
TEXTS = {
    "ru": (
        "Два парома ходят через озеро каждое утро.\n\nВ каждой гавани всю ночь наготове один буксир.\n\n"
        "В густом тумане звонят в колокол.\n\nЗимой раз в неделю измеряют толщину льда.\n"
    ),
    "zh": (
        "两艘渡轮每天早上横渡湖面。\n\n每个港口整夜都有一艘拖船待命。\n\n"
        f"{OMITTED}\n\n浓雾弥漫时要敲钟。\n\n冬季每周测量一次冰层厚度。\n"
    ),
}
REASON = "Это сказано в приложении"
LIST = "ru,ru deprecated,zh\nкарта,план,地图\n"
DRAFT = "Стороны обменялись планами границы.\n\nКарта утверждена."
JOURNEYS = [("en", True, 1280), ("ru", False, 320), ("zh", True, 390)]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    """A document in two languages, of which Chinese has a sentence more; what is asked of it is written."""
    folder = tmp_path / "workspace"
    with Workspace.create(folder, author="Анна") as workspace:
        files = [File(text.encode(), f"ferries.{code}.txt") for code, text in TEXTS.items()]
        workspace.add(files, About(title="Ferries", invented=True))
        workspace.work()
    with serving(folder, working=False) as it:
        yield it


@pytest.mark.parametrize(("language", "javascript", "width"), JOURNEYS)
def test_a_difference_is_found_and_decided(
    visit: Visitor, site: Served, language: str, javascript: bool, width: int
) -> None:
    page = visit(locale=language, javascript=javascript, width=width)
    page.goto(f"{site.address}/{language}/documents")
    page.locator("th a").click()
    page.locator("tr", has_text=OMITTED).locator(".differs").click()
    finding = page.locator(".finding:target")
    expect(finding.locator("mark")).to_have_text(OMITTED)
    expect(finding.locator(".nothing")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
    assert sideways(page) == []
    # A dismissal needs a reason: the browser itself asks for it.
    finding.locator("summary").click()
    finding.locator("button[value=dismiss]").click()
    expect(finding.locator(".judged")).to_have_count(0)
    finding.locator("[name=reason]").fill(REASON)
    finding.locator("button[value=dismiss]").click()
    expect(finding.locator(".judged")).to_contain_text(REASON)
    expect(finding.locator(".judged")).to_contain_text("Анна")
    finding.locator("summary").click()
    finding.locator("button[value=accept]").click()
    expect(finding.locator(".judged")).not_to_contain_text(REASON)
    finding.locator("summary").click()
    finding.locator("button[value=reopen]").click()
    expect(finding.locator(".judged")).to_have_count(0)
    finding.locator(".gist a").click()
    expect(page.locator("tr:target")).to_contain_text(OMITTED)


@pytest.mark.parametrize(("language", "javascript", "width"), JOURNEYS)
def test_a_draft_is_checked(
    visit: Visitor, site: Served, language: str, javascript: bool, width: int, tmp_path: Path
) -> None:
    page = visit(locale=language, javascript=javascript, width=width)
    page.goto(f"{site.address}/{language}/")
    page.locator(".entrances a[href$='/check']").click()
    page.locator("#draft").fill(DRAFT)
    page.locator("main .button").click()
    # The workspace is too small to know terms; what was pasted is still there.
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect(page.locator("#draft")).to_have_value(DRAFT)
    terms = tmp_path / "terms.csv"
    terms.write_text(LIST, encoding="utf-8")
    page.locator("fieldset:has(#terms) summary").click()
    page.locator("#terms-file").set_input_files(terms)
    page.locator("main .button").click()
    expect(page.locator(".draft mark")).to_have_text("планами")
    expect(page.locator(".remark-beside .wanted")).to_have_text("карта")
    expect(page.locator(".draft > li")).to_have_count(2)
    assert sideways(page) == []
    page.locator(".again-check summary").first.click()
    expect(page.locator("#draft")).to_have_value(DRAFT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everybody_can_read_what_was_found(visit: Visitor, site: Served, language: str) -> None:
    page = visit(locale=language)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    with Workspace.open(site.folder) as workspace:
        (document,) = workspace.documents()
        (one,) = [
            each for each in workspace.versions.findings(document.id).findings if each.kind == "omitted"
        ]
        workspace.versions.dismiss(one.id, REASON)
    complaints = []
    for place in ("differences", "draft"):
        if place == "differences":
            page.goto(f"{site.address}/{language}/documents/{document.id}/compare?line=0")
            page.locator(".finding summary").first.click()
        else:
            page.goto(f"{site.address}/{language}/check")
            page.locator("#draft").fill(DRAFT)
            page.locator("fieldset:has(#terms) summary").click()
            page.locator("#terms").fill(LIST)
            page.locator("main .button").click()
        page.evaluate(AXE_SCRIPT)
        for width in (1280, 640, 320):
            resized(page, width)
            complaints += [f"{place}, {width}: {each}" for each in sideways(page)]
            for scheme in schemes:
                page.emulate_media(color_scheme=scheme)
                complaints += [f"{place}, {width}, {scheme}: {each}" for each in found(page)]
    assert complaints == []


def test_on_paper_it_is_a_report(visit: Visitor, site: Served) -> None:
    with Workspace.open(site.folder) as workspace:
        (document,) = workspace.documents()
    page = visit(scheme="dark")
    page.goto(f"{site.address}/en/documents/{document.id}/compare")
    said = page.locator(".reason").first.inner_text()
    page.emulate_media(media="print")
    for selector in (".masthead nav", ".colophon", ".beside", ".limits", ".matter details", ".finding form"):
        expect(page.locator(selector).first).to_be_attached()
        expect(page.locator(selector).first).to_be_hidden()
    expect(page.locator(".lead")).to_be_visible()
    expect(page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")
    paper = packed("".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages))
    for text in (OMITTED, said, "Ferries", "What is compared, and what is not"):
        assert packed(text) in paper, text
