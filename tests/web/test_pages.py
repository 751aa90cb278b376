from __future__ import annotations

import csv
import re
from importlib import import_module
from io import StringIO
from urllib.parse import unquote

import pytest

from dragoman.bitext import engine, given
from dragoman.readers import FORMS
from dragoman.web.methods import METHODS
from tests.web.browser import LANGUAGES, Browser, Page

TAGS = {"en": "en", "ru": "ru", "zh": "zh-Hans"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers_in_its_language_and_safely(browser: Browser, language: str) -> None:
    for path in browser.addresses():
        page = browser.get(f"/{language}{path}")
        assert page.status == 200, (path, page.text)
        assert page.tree.get("lang") == TAGS[language]
        assert page.headers["content-type"] == "text/html; charset=utf-8"
        policy = page.headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["referrer-policy"] == "same-origin"
        nothing_inline(page)


def nothing_inline(page: Page) -> None:
    """No style and no script stands in the page itself."""
    assert page.find("//style | //*[@style]") == []
    assert page.find("//script[not(@src) or normalize-space()]") == []
    assert page.find("//@*[starts-with(name(), 'on')]") == []
    assert page.find("//*[starts-with(@href, 'javascript:') or starts-with(@action, 'javascript:')]") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_itself_in_the_other_languages(browser: Browser, language: str) -> None:
    for path in browser.addresses():
        page = browser.get(f"/{language}{path}")
        wanted = [f"/{code}{unquote(path)}" for code in LANGUAGES]
        for query in ("//link[@rel='alternate'][@hreflang]/@href", "//nav[@class='tongues']//a/@href"):
            found = page.find(query)
            assert [unquote(address) for address in found] == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_its_json_beside_it(browser: Browser, language: str) -> None:
    for path in browser.addresses():
        page = browser.get(f"/{language}{path}")
        (address,) = page.find("//link[@type='application/json']/@href")
        assert browser.json(address)


def test_every_table_has_its_csv_beside_it(browser: Browser) -> None:
    tables = 0
    for path in browser.addresses():
        page = browser.get(f"/en{path}")
        for address in page.find("//link[@type='text/csv']/@href"):
            answer = browser.get(address)
            assert answer.headers["content-type"] == "text/csv; charset=utf-8"
            assert answer.headers["content-disposition"].startswith("attachment")
            rows = list(csv.reader(StringIO(answer.content.decode("utf-8-sig"), newline="")))
            assert {len(row) for row in rows} == {len(rows[0])}
            tables += 1
    assert tables >= 20
    assert browser.get("/en/documents/new.csv").status == 404


def test_the_library_says_what_its_json_says(browser: Browser) -> None:
    facts = browser.json("/ru/documents.json")["documents"]
    page = browser.get("/ru/documents")
    assert len(page.find("//tbody/tr")) == len(facts) == 2
    for each in facts:
        titles = [each["title"], *(version["title"] for version in each["versions"])]
        assert any(title in page.words for title in titles)
        assert f"/ru/documents/{each['id']}" in page.links()
    assert [each["invented"] for each in facts].count(True) == 1
    assert len(page.find("//em[@class='invented']")) == 1
    table = browser.get("/ru/documents.csv").content.decode("utf-8-sig")
    assert "Lake Republic; Steppe Republic" in table
    assert ",true," in table


def test_the_reader_shows_what_its_json_says(browser: Browser) -> None:
    address = f"/en/documents/{browser.statement}"
    facts = browser.json(f"{address}.json?in=ru&with=zh")
    page = browser.get(f"{address}?in=ru&with=zh")
    rows = page.find("//tr[@id]")
    assert [row.get("id") for row in rows] == [row["anchor"] for row in facts["rows"]]
    assert len(rows) == facts["total"]
    for shown, row in zip(rows, facts["rows"], strict=True):
        cells = shown.xpath("./td[@lang]")
        assert [cell.get("lang") for cell in cells] == ["ru", "zh-Hans"]
        for cell, code in zip(cells, ("ru", "zh"), strict=True):
            said = [one["text"] for one in row["cells"][code]]
            joint = "" if code == "zh" else " "
            assert cell.text_content() == (joint.join(said) if said else "no counterpart")
        assert ("doubtful" in (shown.get("class") or "").split()) == (row["probability"] < 0.7)
        assert bool(shown.xpath(".//a[@class='mended']")) == bool(row["corrected"])


def test_the_reader_shows_up_to_three_languages_in_the_order_asked_for(browser: Browser) -> None:
    address = f"/zh/documents/{browser.statement}"
    heads = "//table//th[@scope='col'][@lang]/@lang"
    assert browser.get(address).find(heads) == ["zh-Hans", "en", "ru"]
    assert browser.get(f"{address}?in=ru&with=&with=en").find(heads) == ["ru", "en"]
    assert browser.get(f"{address}?in=en&with=en").find(heads) == ["en"]
    assert browser.get(f"{address}?in=fr").status == 400
    assert browser.get(f"{address}?in=ru&page=2").status == 400
    assert browser.get(f"{address}?page=none").status == 400


def test_a_corrected_row_says_by_whom(browser: Browser) -> None:
    page = browser.get(f"/en/documents/{browser.statement}?in=ru&with=zh")
    (link,) = page.find("//a[@class='mended']")
    assert link.get("title").startswith("Corrected by Б. Читатель, ")
    assert "Б. Читатель" in browser.get(link.get("href")).words


def test_an_original_is_saved_and_never_shown(browser: Browser) -> None:
    for source in browser.json("/en/sources.json")["sources"]:
        answer = browser.get(f"/originals/{source['original'].removeprefix('sha256:')}")
        assert len(answer.content) == source["size"]
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        assert "sandbox" in answer.headers["content-security-policy"]
        assert answer.headers["content-type"] == "application/octet-stream"
    assert browser.get("/originals/" + "0" * 64).status == 404
    assert browser.get("/originals/..%2f..%2fdragoman.db").status == 404


def test_an_invented_document_is_marked_wherever_it_is_shown(browser: Browser) -> None:
    for path in ("/", "/documents", "/sources", "/concordance?q=реки"):
        assert browser.get(f"/en{path}").find("//em[@class='invented']"), path
    row = browser.json(f"/en/documents/{browser.statement}.json?in=ru&with=zh")["rows"][0]["anchor"]
    for path in ("", "/about", f"/rows/{row}"):
        page = browser.get(f"/en/documents/{browser.statement}{path}?in=ru&with=zh")
        assert page.find("//p[contains(@class, 'invented-note')]"), path
    assert browser.json(f"/en/documents/{browser.statement}.json")["document"]["invented"] is True


def test_texts_carry_their_language(browser: Browser) -> None:
    page = browser.get("/zh/documents")
    (title,) = page.find("//tbody//a[contains(., 'Joint statement')]/span/@lang")
    assert title == "en"
    assert page.find("//td//span[@lang='ru']")


def test_all_methods_are_shown_in_every_language(browser: Browser) -> None:
    names = [method.name for method in METHODS]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z]+\.v\d+", name) for name in names)
    shown = set()
    for language in LANGUAGES:
        facts = browser.json(f"/{language}/methods.json")["methods"]
        assert [method["name"] for method in facts] == names
        shown.add(facts[0]["task"])
    assert len(shown) == 3


def test_every_method_in_use_is_described(browser: Browser) -> None:
    names = {method.name for method in METHODS}
    assert {import_module(form.home).METHOD for form in FORMS} | {engine.METHOD, given.METHOD} <= names
    for document in browser.json("/en/documents.json")["documents"]:
        assert {version["method"] for version in document["versions"]} <= names
        assert set(browser.json(f"/en/documents/{document['id']}.json")["methods"]) <= names


def test_head_is_answered_without_a_body(browser: Browser) -> None:
    answer = browser.client.head("/en/documents")
    assert answer.status_code == 200
    assert answer.content == b""


def test_the_style_and_the_keys_are_small(browser: Browser) -> None:
    scripts = [browser.get(f"/static/{name}.js") for name in ("keys", "terms")]
    assert all(script.status == 200 for script in scripts)
    assert sum(len(script.content) for script in scripts) < 15_000
    for name in ("style", "usage"):
        assert browser.get(f"/static/{name}.css").headers["content-type"].startswith("text/css")
