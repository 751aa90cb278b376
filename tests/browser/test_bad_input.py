"""What a visitor brings that cannot be used: what is wrong is said, what else was filled in stays."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import pytest
from playwright.sync_api import FilePayload, Page, expect
from pypdf import PdfWriter

from dragoman.web.locales import LOCALES
from dragoman.workspace import Workspace
from tests.browsing import Visitor
from tests.places import LANGUAGES
from tests.serving import Served, serving

State: TypeAlias = tuple[int, int, int]

SENTENCE = "Одно предложение о реке. Другое предложение о мосте."
UNRELATED = {
    "ru": "Кошка спит на окне. Дождь идёт весь день. В лесу растут грибы. Завтра, говорят, будет солнце.",
    "zh": "第一条 税率为百分之五。第二条 本条例自公布之日起施行。第三条 船舶应当悬挂国旗。",
}
FIELDS = {"title": "A title «in» 三种语言", "date": "2024-05", "parties": "A\nB", "licence": "Apache-2.0"}
PATIENCE = 60_000


@pytest.fixture(scope="module")
def site(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A copy of the demo that should stay as it is."""
    folder = Path(shutil.copytree(demo_folder, tmp_path_factory.mktemp("refusing") / "workspace"))
    with serving(folder) as it:
        yield it


def kept(site: Served) -> State:
    """How much the workspace holds: documents, events, files."""
    with Workspace.open(site.folder) as workspace:
        files = sum(1 for file in (site.folder / "originals").rglob("*") if file.is_file())
        return len(workspace.documents()), len(workspace.history()), files


def text(name: str, said: str) -> FilePayload:
    return FilePayload(name=name, mimeType="text/plain", buffer=said.encode())


def scanned() -> FilePayload:
    """A PDF whose pages have no text."""
    made, writer = BytesIO(), PdfWriter()
    for _page in range(2):
        writer.add_blank_page(595, 842)
    writer.write(made)
    return FilePayload(name="scanned.pdf", mimeType="application/pdf", buffer=made.getvalue())


def program() -> FilePayload:
    data = b"MZ\x90\x00\x03" + bytes(range(256)) * 20
    return FilePayload(name="setup.exe", mimeType="application/x-msdownload", buffer=data)


def filled(page: Page, home: str) -> None:
    page.goto(f"{home}/documents/new")
    for name, value in FIELDS.items():
        page.locator(f"#{name}").fill(value)
    page.locator("#invented").check()
    page.locator("#language2").select_option("zh")


def refused(page: Page, language: str, what: str, remedy: str) -> None:
    """The page says what is wrong in its language, and has what was filled in before."""
    gettext = LOCALES[language].words.gettext
    problem = page.get_by_role("alert")
    expect(problem).to_be_in_viewport()
    # Sentences with a figure in them are compared up to it.
    expect(problem).to_contain_text(gettext(what).partition("{")[0])
    expect(problem).to_contain_text(gettext(remedy).partition("{")[0])
    if language != "en":
        assert gettext(what) != what
    for name, value in FIELDS.items():
        expect(page.locator(f"#{name}")).to_have_value(value)
    expect(page.locator("#invented")).to_be_checked()
    expect(page.locator("#language2")).to_have_value("zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_used_is_refused(visit: Visitor, site: Served, language: str) -> None:
    page = visit(locale=language)
    home = f"{site.address}/{language}"
    before = kept(site)

    filled(page, home)
    page.locator("main .button").click()
    refused(page, language, "No file was chosen.", "Choose one file for each language version.")
    assert page.locator(".again").count() == 0

    for file, what, remedy in (
        (scanned(), "There is no text in it.", "Check that the right file was given."),
        (program(), "This is not a text: it holds zero bytes.", "Give a plain text file."),
    ):
        filled(page, home)
        page.locator("#file1").set_input_files(text("note.ru.txt", SENTENCE))
        page.locator("#file2").set_input_files(file)
        page.locator("main .button").click()
        refused(page, language, what, remedy)
        expect(page.get_by_role("alert")).to_contain_text(file["name"])
        # A page cannot choose files again; it can say which they were.
        expect(page.locator(".again")).to_have_count(2)
        expect(page.locator(".again").first).to_contain_text("note.ru.txt")
        expect(page.locator(".again").last).to_contain_text(file["name"])

    assert kept(site) == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_that_have_nothing_in_common_are_said_to_have_nothing(
    visit: Visitor, site: Served, language: str
) -> None:
    page = visit(locale=language)
    page.goto(f"{site.address}/{language}/documents/new")
    for at, (code, said) in enumerate(UNRELATED.items(), 1):
        page.locator(f"#file{at}").set_input_files(text(f"paper.{code}.txt", f"{said} {language}"))
    page.locator("#title").fill("Cats and ships")
    page.locator("main .button").click()
    problem = page.get_by_role("alert")
    expect(problem).to_be_visible(timeout=PATIENCE)
    gettext = LOCALES[language].words.gettext
    expect(problem).to_contain_text(
        gettext(
            "The two texts do not seem to be versions of one document: hardly a sentence of one is like a "
            "sentence of the other."
        )
    )
    expect(problem).to_contain_text(gettext("Check that the right files were given, and their languages."))
    expect(page.locator("main")).to_contain_text("Cats and ships")
    # What came is kept and can be mended; nothing is shown as if it were aligned.
    page.locator("main .button").click()
    expect(page.locator("input[name=document]")).to_be_attached()
    page.locator(".lead a").click()
    expect(page.locator(".list tbody tr:not(.remark)")).to_have_count(2)
    expect(page.get_by_role("alert")).to_be_visible()


def test_a_row_is_not_corrected_by_half(visit: Visitor, site: Served) -> None:
    before = kept(site)
    with Workspace.open(site.folder) as workspace:
        document = next(each.id for each in workspace.documents() if len(each.languages) == 3)
        row = workspace.parallel(document, ("ru", "zh")).rows[4]
    page = visit(locale="zh")
    page.goto(f"{site.address}/zh/documents/{document}/rows/{row.anchor}?in=ru&with=zh")
    for box in page.locator(".own [name=right]").all():
        box.uncheck()
    page.locator("[name=action][value=join]").click()
    problem = page.get_by_role("alert")
    gettext = LOCALES["zh"].words.gettext
    expect(problem).to_contain_text(gettext("Sentences were chosen on one side only."))
    expect(page.locator(".own [name=left]").first).to_be_checked()
    expect(page.locator(".own [name=right]").first).not_to_be_checked()
    assert kept(site) == before
