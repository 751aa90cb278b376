"""From two files to a text that is read, corrected and found again, with JavaScript and without."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Locator, Page, expect

from dragoman.web.locales import LOCALES
from tests.browser.agreement import CHINESE, RUSSIAN, written
from tests.browsing import Visitor
from tests.places import LANGUAGES, TAGS, kinds, places
from tests.serving import Served, serving

AUTHOR = "Ада Верина"
# A document is prepared by a process that may just be starting, on a machine that may be busy.
PATIENCE = 60_000

TITLES = {"ru": RUSSIAN[0][0], "zh": CHINESE[0][0]}
JOURNEYS = [(1, "en", True), (2, "ru", True), (3, "zh", True), (4, "ru", False)]


@pytest.fixture(scope="module")
def site(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A copy of the demo that these visitors write in one after the other."""
    folder = Path(shutil.copytree(demo_folder, tmp_path_factory.mktemp("journey") / "workspace"))
    with serving(folder) as it:
        yield it


@pytest.mark.parametrize(("number", "language", "javascript"), JOURNEYS)
def test_two_files_are_read_corrected_and_found(
    visit: Visitor, site: Served, tmp_path: Path, number: int, language: str, javascript: bool
) -> None:
    page = visit(locale=language, javascript=javascript)
    bring(page, f"{site.address}/{language}", written(tmp_path, number))
    read(page, number, language)
    jump(page)
    correct(page)
    take_back(page)
    find(page, f"{site.address}/{language}", number)


def bring(page: Page, home: str, files: tuple[Path, Path]) -> None:
    """Send two files; the page of the job leads on to the reader by itself."""
    page.goto(f"{home}/")
    page.locator(".entrances a[href$='/documents/new']").click()
    for at, file in enumerate(files, 1):
        page.locator(f"#file{at}").set_input_files(file)
    page.locator("#kind").fill("agreement")
    with page.expect_response(lambda it: "/jobs/" in it.url and it.status == 200) as shown:
        page.locator("main .button").click()
    assert "<progress" in shown.value.text()
    expect(page.locator("body.page-reader")).to_be_visible(timeout=PATIENCE)


def read(page: Page, number: int, language: str) -> None:
    """Both texts stand side by side, each in its language; title and all around in the visitor's."""
    expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
    expect(page.locator("h1")).to_have_text(TITLES.get(language, TITLES["ru"]).format(number=number))
    page.locator(".links a").first.click()
    expect(page.locator("thead th[lang]")).to_have_text(
        ["中文", "русский"] if language != "zh" else ["русский", "中文"]
    )
    page.go_back()
    texts = {"ru": "Расходы делятся поровну.", "zh-Hans": "费用由双方平均分担。"}
    row = page.locator(".parallel tbody tr", has_text=texts["ru"])
    for tag, text in texts.items():
        expect(row.locator(f"td[lang={tag}]")).to_have_text(text)
    expect(row.locator(".sure span")).to_have_text(re.compile(r"\d+.?%"))


def jump(page: Page) -> None:
    """The third article is one click away."""
    page.locator(".contents a").nth(2).click()
    marked = page.locator(".parallel tr:target")
    expect(marked).to_contain_text("Статья 3")
    expect(marked).to_contain_text("第三条")
    expect(marked).to_be_in_viewport()


def correct(page: Page) -> None:
    """Two rows become one, for good, with the author's name and the time."""
    rows = page.locator(".parallel tbody tr")
    count = rows.count()
    row = rows.filter(has_text="Расходы делятся поровну.")
    row.hover()
    row.locator(".mend").click()
    for box in page.locator(".choosing tr", has_text="Каждая Сторона").locator("input").all():
        box.check()
    page.locator("#author").fill(AUTHOR)
    page.locator("[name=action][value=join]").click()
    joined = page.locator(".parallel tr.corrected")
    for _again in range(2):
        expect(joined).to_have_count(1)
        expect(joined).to_be_in_viewport()
        expect(joined).to_contain_text("Расходы делятся поровну. Каждая Сторона ведёт учёт своих расходов.")
        expect(joined).to_contain_text("费用由双方平均分担。每一方对自己的费用进行核算。")
        expect(rows).to_have_count(count - 1)
        expect(joined.locator(".mended")).to_have_attribute("title", re.compile(AUTHOR))
        page.reload()
    joined.locator(".mended").click()
    expect(page.locator("#corrections li time").first).to_have_attribute(
        "datetime", re.compile(r"^\d{4}-.*Z$")
    )
    expect(page.locator("#corrections")).to_contain_text(AUTHOR)


def take_back(page: Page) -> None:
    """The correction is taken back by its author, and stays in the history with what took it back."""
    page.locator("#corrections button").click()
    expect(page.locator("body.page-reader")).to_be_visible()
    expect(page.locator(".parallel tr.corrected")).to_have_count(0)
    row = page.locator(".parallel tbody tr", has_text="Расходы делятся поровну.")
    expect(row).not_to_contain_text("Каждая Сторона")
    row.hover()
    row.locator(".mend").click()
    expect(page.locator("#corrections li time")).to_have_count(2)
    expect(page.locator("#corrections button")).to_have_count(0)


def find(page: Page, home: str, number: int) -> None:
    """A word in another form than the text has leads to its row, and a Chinese word as it stands."""
    for query, answer, text in (
        (f"мостами {number}", "мосте", f"Соглашение о пешеходном мосте № {number}"),
        (f"步行桥 {number}", "步行桥", f"关于步行桥的第{number}号协定"),
    ):
        page.goto(f"{home}/concordance")
        page.locator("#q").fill(query)
        page.locator("#q").press("Enter")
        use = page.locator(".uses > li", has_text=text).first
        expect(use.locator("mark").first).to_have_text(answer)
        use.locator(".about a").click()
        expect(the_row(page)).to_contain_text(text)


def the_row(page: Page) -> Locator:
    """The row that the address names."""
    expect(page.locator("tr:target")).to_be_in_viewport()
    return page.locator("tr:target td[lang]").first.locator("xpath=..")


def test_the_language_of_the_pages_changes_and_nothing_else(visit: Visitor, staged: Served) -> None:
    page = visit()
    for at, place in enumerate(kinds(each for each in places(staged.folder) if not each.press)):
        place.open(page, staged.address, LANGUAGES[at % 3])
        links = page.locator(".tongues a")
        expect(links).to_have_text([LOCALES[language].name for language in LANGUAGES])
        for link, language in zip(links.all(), LANGUAGES, strict=True):
            leads = unquote(link.get_attribute("href") or "")
            assert leads == f"/{language}{unquote(place.path)}", place.name
        language = LANGUAGES[(at + 1) % 3]
        page.locator(f".tongues a[hreflang={TAGS[language]}]").click()
        expect(page.locator("html")).to_have_attribute("lang", TAGS[language])
        expect(page.locator(".tongues [aria-current=true]")).to_have_text(LOCALES[language].name)
        assert unquote(page.url) == f"{staged.address}/{language}{unquote(place.path)}"
