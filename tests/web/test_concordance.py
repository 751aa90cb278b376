from __future__ import annotations

import csv
from io import StringIO

import pytest

from dragoman.web.locales import LOCALES
from dragoman.web.pages import concordance
from tests.web.browser import LANGUAGES, Browser

USES = "//ol[contains(@class, 'uses')]/li"


def test_each_line_leads_to_its_row(browser: Browser) -> None:
    found = browser.json("/en/concordance.json?q=реки&in=ru&with=zh")
    assert found["total"] == len(found["lines"]) > 3
    page = browser.get("/en/concordance?q=реки&in=ru&with=zh")
    assert len(page.find(USES)) == found["total"]
    addresses = page.find(f"{USES}//p[@class='about']/a/@href")
    for line, link in zip(found["lines"], addresses, strict=True):
        assert line["sentence"]["text"] in page.words
        assert line["address"] == f"http://localhost{link}"
        leads = browser.get(link)
        assert leads.status == 303
        target, _hash, anchor = leads.headers["location"].partition("#")
        (row,) = browser.get(target).find(f"//tr[@id='{anchor}']")
        assert line["sentence"]["text"] in row.text_content()


def test_what_answers_is_marked(browser: Browser) -> None:
    page = browser.get("/en/concordance?q=реки&in=ru&with=zh")
    for use in page.find(USES):
        hit, *_others = use.xpath(".//p[@class='hit']")
        assert hit.get("lang") == "ru"
        assert all(mark.text.lower().startswith("рек") for mark in hit.xpath("./mark"))
        assert hit.xpath("./mark")
    assert page.find(f"{USES}//div[@class='answers']//p[@lang='zh-Hans']")
    assert not page.find(f"{USES}//p[@lang='en']")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_line_says_the_answer(browser: Browser, language: str) -> None:
    found = browser.json(f"/{language}/concordance.json?q=реки")
    (heading,) = browser.get(f"/{language}/concordance?q=реки").find("//h1")
    said = " ".join(heading.text_content().split())
    assert "реки" in said
    assert str(found["total"]) in said
    assert "2025" in said


def test_the_years_lead_to_their_lines(browser: Browser) -> None:
    found = browser.json("/en/concordance.json?q=реки")
    page = browser.get("/en/concordance?q=реки")
    bars = page.find("//svg//a")
    rows = page.find("//figure//tbody/tr")
    assert len(bars) == len([year for year in found["years"] if year["year"]])
    assert len(rows) == len(found["years"])
    for row, year in zip(rows, found["years"], strict=True):
        for address in row.xpath(".//a/@href"):
            there = browser.json(address.replace("/concordance?", "/concordance.json?"))
            assert there["total"] == year["hits"]
            assert address in [bar.get("href") for bar in bars]
    # What is drawn is for the eye; everybody else and the keyboard have the table.
    (svg,) = page.find("//svg")
    assert svg.get("aria-hidden") == "true"
    assert {bar.get("tabindex") for bar in bars} == {"-1"}


def test_a_facet_narrows_down_and_is_given_up(browser: Browser) -> None:
    page = browser.get("/en/concordance?q=реки OR river")
    facets = page.find("//aside//a[contains(@href, 'in=')]")
    assert {facet.text_content().strip() for facet in facets} == {"English", "русский"}
    for facet in facets:
        count = int(facet.getnext().text)
        narrowed = browser.get(facet.get("href"))
        assert len(narrowed.find(USES)) == count
        (chip,) = narrowed.find("//p[@class='holding']/a")
        assert browser.get(chip.get("href")).find("//h1")[0].text_content() == (
            page.find("//h1")[0].text_content()
        )


def test_the_filters_of_the_address_hold(browser: Browser) -> None:
    def total(query: str) -> int:
        return int(browser.json(f"/en/concordance.json?q=river&{query}")["total"])

    everything = total("")
    assert everything > 0
    assert total("party=Lake Republic") == everything
    assert total("party=Nobody") == 0
    assert total("since=2025&until=2025-09-18") == everything
    assert total("until=2024") == 0
    assert total(f"document={browser.statement}") == everything
    page = browser.get("/en/concordance?q=river&party=Lake Republic&since=2025&view=lines")
    kept = {(each.get("name"), each.get("value")) for each in page.find("//form[@role='search']//input")}
    assert {("party", "Lake Republic"), ("since", "2025"), ("view", "lines")} <= kept


def test_lines_below_each_other(browser: Browser) -> None:
    page = browser.get("/en/concordance?q=река&in=ru&view=lines&sort=left")
    found = browser.json("/en/concordance.json?q=река&in=ru&sort=left")
    cuts = page.find("//p[@class='cut']")
    assert len(cuts) == found["total"]
    for cut, line in zip(cuts, found["lines"], strict=True):
        start, end = line["spans"][0]
        assert cut.xpath("./mark")[0].text == line["sentence"]["text"][start:end]
        before = cut.xpath("./span[@class='before']")[0].text_content()
        assert line["sentence"]["text"][:start].endswith(before.removeprefix("…"))


def test_a_table_that_can_be_cited(browser: Browser) -> None:
    answer = browser.get("/ru/concordance.csv?q=реки&in=ru")
    rows = list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"), newline="")))
    found = browser.json("/ru/concordance.json?q=реки&in=ru")
    assert [row["sentence"] for row in rows] == [line["sentence"]["text"] for line in found["lines"]]
    originals = {source["original"] for source in browser.json("/ru/sources.json")["sources"]}
    for row in rows:
        assert row["original"] in originals
        assert row["address"].startswith("http://localhost/ru/documents/")
        if row["document"] == browser.statement:
            assert (row["date"], row["body"], row["invented"]) == ("2025-09-18", "Two delegations", "true")
            assert row["zh"]
            assert 0 <= float(row["zh_probability"]) <= 1


def test_the_documents_as_a_bibliography(browser: Browser) -> None:
    page = browser.get("/en/concordance?q=реки")
    (address,) = page.find("//link[@type='application/x-bibtex']/@href")
    answer = browser.get(address)
    assert answer.headers["content-type"] == "application/x-bibtex; charset=utf-8"
    assert 'filename="concordance.bib"' in answer.headers["content-disposition"]
    assert answer.text.count("@misc{") == 2
    assert f"@misc{{dragoman-{browser.statement}," in answer.text
    assert "date = {2025-09-18}" in answer.text
    assert browser.get("/en/terms.bib").status == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_cannot_be_meant_is_said_and_kept(browser: Browser, language: str) -> None:
    page = browser.get(f"/{language}/concordance?q=река&since=never")
    assert page.status == 400
    (problem,) = page.find("//div[@role='alert']")
    assert "never" in problem.text_content()
    assert page.find("//input[@name='q']/@value") == ["река"]
    answer = browser.get(f"/{language}/concordance.json?q=река&since=never")
    assert (answer.status, answer.answer.json()["error"]["status"]) == (400, 400)
    assert browser.get(f"/{language}/concordance/collocates?q=река&since=never").status == 400


@pytest.mark.parametrize(
    "query",
    ['"', "((((", "%ED%A0%80", "и" * 10_000, "the of and", "* * *", "NOT", "река NEAR/5", "()", "=", "-"],
)
def test_whatever_is_asked_is_answered(browser: Browser, query: str) -> None:
    for path in ("concordance.json", "concordance/collocates"):
        assert browser.get(f"/en/{path}?q={query}").status in (200, 400)
    page = browser.get(f"/en/concordance?q={query}")
    assert page.status == (400 if page.find("//div[@role='alert']") else 200)


def test_a_slip_of_typing_is_corrected_and_said(browser: Browser) -> None:
    page = browser.get("/en/concordance?q=сотрудничесто&in=ru")
    assert page.find(USES)
    (reading,) = page.find("//p[@class='reading']")
    assert "сотрудничество" in reading.text_content()
    (exact,) = reading.xpath(".//a/@href")
    assert "q=%3D" in exact
    assert not browser.get(exact).find(USES)


def test_pinyin_is_said_to_be_pinyin(browser: Browser) -> None:
    page = browser.get("/en/concordance?q=heliu")
    assert page.find(f"{USES}//p[starts-with(@lang, 'zh')]/mark[text()='河流']")
    assert "read as pinyin" in page.find("//p[@class='reading']")[0].text_content()


def test_page_by_page(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(concordance, "PAGE", 3)
    total = browser.json("/en/concordance.json?q=river")["total"]
    address, seen = "/en/concordance?q=river", 0
    while address:
        page = browser.get(address)
        seen += len(page.find(USES))
        address = next(iter(page.find("//p[@class='pager']/a[@rel='next']/@href")), "")
    assert seen == total > 3


def test_a_sample_is_the_same_for_its_seed(browser: Browser) -> None:
    def anchors(seed: int) -> list[str]:
        found = browser.json(f"/en/concordance.json?q=the&in=en&sort=sample&seed={seed}")
        return [line["anchor"] for line in found["lines"]]

    assert anchors(1) == anchors(1)
    assert sorted(anchors(1)) == sorted(anchors(2))
    assert anchors(1) != anchors(2)
    page = browser.get("/en/concordance?q=the&in=en&sort=sample&seed=1")
    assert "seed=2" in page.find("//a[text()='Another sample']/@href")[0]


def test_the_company_leads_to_lines(browser: Browser) -> None:
    found = browser.json("/en/concordance/collocates.json?q=river")["collocates"]
    page = browser.get("/en/concordance/collocates?q=river")
    links = page.find("//tbody//th/a")
    assert [link.text for link in links] == [each["lemma"] for each in found]
    for link in links[:5]:
        assert browser.get(link.get("href")).find(USES)


def test_the_former_address_leads_to_the_concordance(browser: Browser) -> None:
    for former, present in (
        ("/ru/search?q=реки&in=ru&page=2", "/ru/concordance?q=%D1%80%D0%B5%D0%BA%D0%B8&in=ru&page=2"),
        ("/ru/search", "/ru/concordance"),
        ("/ru/search.json?q=x", "/ru/concordance.json?q=x"),
    ):
        answer = browser.get(former)
        assert (answer.status, answer.headers["location"]) == (301, present)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_empty_page_teaches_with_what_is_there(browser: Browser, language: str) -> None:
    page = browser.get(f"/{language}/concordance")
    examples = page.find("//dl[@class='asking-how']//a")
    assert len(examples) >= 3
    for example in examples:
        assert browser.get(example.get("href")).find(USES), example.text
    assert LOCALES[language].words.gettext("Search") in page.words
