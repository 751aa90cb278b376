from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest

from dragoman.web.slugs import formulation_path, term_path
from tests.web.browser import LANGUAGES, Browser


@pytest.fixture(scope="module")
def paired(browser: Browser) -> Any:
    """A pair of the collection whose left term has no more probable partner."""
    return next(
        pair for pair in browser.json("/en/pairs.json?left=ru&right=zh")["pairs"] if pair["left_rank"] == 1
    )


def test_the_list_says_what_its_json_says(browser: Browser) -> None:
    found = browser.json("/en/terms.json?in=ru")
    page = browser.get("/en/terms?in=ru")
    links = page.find("//tbody//th/a")
    assert [link.text for link in links] == [term["form"] for term in found["terms"]]
    assert found["total"] >= len(links) > 10
    assert all(link.getparent().get("lang") == "ru" for link in links)
    assert {term["language"] for term in found["terms"]} == {"ru"}
    of_kind = browser.json("/en/terms.json?in=ru&kind=word")["terms"]
    assert {term["kind"] for term in of_kind} == {"word"}
    assert browser.get("/en/terms?kind=none").status == 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_of_the_list_is_that_of_the_pages(browser: Browser, language: str) -> None:
    assert browser.json(f"/{language}/terms.json")["in"] == language


def test_the_table_has_all_terms(browser: Browser) -> None:
    total = browser.json("/en/terms.json?in=zh")["total"]
    table = browser.get("/en/terms.csv?in=zh").content.decode("utf-8-sig")
    assert table.count("\r\n") == total + 1
    assert table.startswith("language,key,form,kind,count,")


def test_a_term_says_what_stands_for_it(browser: Browser, paired: Any) -> None:
    address = f"{term_path(paired['left_form'])}?in=ru"
    facts = browser.json(f"/en{address.replace('?', '.json?')}")
    assert facts["term"]["form"] == paired["left_form"]
    page = browser.get(f"/en{address}")
    heading = page.find("//div[@class='card']/h1")[0].text_content()
    assert paired["left_form"] in heading
    assert str(facts["term"]["count"]) in heading
    assert [each["other"] for each in facts["renderings"]] == ["en", "zh"]
    for renderings in facts["renderings"]:
        assert sum(each["count"] for each in renderings["renderings"]) == (
            renderings["total"] - renderings["without"]
        )
        for each in renderings["renderings"]:
            assert each["rendering"] in page.words
            assert each["low"] <= each["share"] <= each["high"]
    assert paired["right_form"] in [pair["right_form"] for pair in facts["candidates"]]
    assert page.find("//ol[@class='uses']/li//mark")
    assert facts["lines"][0]["original"].startswith("sha256:")
    assert page.find("//dt[text()='First use']")


def test_a_term_is_found_by_any_of_its_forms(browser: Browser) -> None:
    terms = browser.json("/en/terms.json?in=ru")["terms"]
    term = next(each for each in terms if len(each["forms"]) > 1 and " " in each["form"])
    for form in (term["form"], term["key"], *term["forms"]):
        found = browser.json(f"/en{term_path(form)}.json?in=ru")
        assert found["term"]["form"] == term["form"], form


def test_a_brief_page_has_the_card_alone(browser: Browser, paired: Any) -> None:
    page = browser.get(f"/zh{term_path(paired['right_form'])}?in=zh&brief=yes")
    assert page.find("//div[@class='card']//dl")
    assert not page.find("//section | //figure | //ol[@class='uses']")
    (whole,) = page.find("//div[@class='card']/p/a/@href")
    assert browser.get(whole).find("//section")


def test_what_is_no_term_leads_to_the_concordance(browser: Browser) -> None:
    page = browser.get("/en/terms/helicopters?in=en")
    assert page.status == 404
    assert "helicopters is no term of the collection" in page.words
    assert "/en/concordance?q=helicopters" in page.links()


def test_pairs_are_turned_round(browser: Browser) -> None:
    there = browser.json("/en/pairs.json?left=ru&right=zh")
    back = browser.json("/en/pairs.json?left=zh&right=ru")
    assert there["total"] == back["total"] > 5
    assert [(each["left"], each["right"]) for each in there["pairs"]] == [
        (each["right"], each["left"]) for each in back["pairs"]
    ]
    page = browser.get("/en/pairs?left=ru&right=zh&limit=5")
    assert len(page.find("//tbody/tr")) == 5
    (turned,) = page.find("//a[text()='Turn the columns round']/@href")
    assert browser.get(turned).find("//thead//th[2]/span/@lang") == ["zh"]
    (after,) = page.find("//a[@rel='next']/@href")
    assert browser.get(after).find("//tbody/tr[1]/td[1]")[0].text == "6"


def test_a_term_with_several_partners_says_so(browser: Browser) -> None:
    found = browser.json("/en/pairs.json?left=ru&right=zh&limit=1000")["pairs"]
    page = browser.get("/en/pairs?left=ru&right=zh&limit=1000")
    for side, rank in (("th", "right_rank"), ("td[2]", "left_rank")):
        said = [bool(row.xpath(f"./{side}/small")) for row in page.find("//tbody/tr")]
        assert said == [pair[rank] > 1 for pair in found]
        assert any(said)


def test_pairs_need_two_languages(browser: Browser) -> None:
    for query in ("left=ru&right=ru", "left=ru&right=fr"):
        assert browser.json(f"/en/pairs.json?{query}")["total"] == 0
        assert browser.get(f"/en/pairs?{query}").status == 200


def test_the_history_of_a_phrase(browser: Browser) -> None:
    phrase = "Степная Республика"
    page = browser.get(f"/en{formulation_path(phrase)}?in=ru")
    facts = browser.json(f"/en{formulation_path(phrase)}.json?in=ru")
    assert (facts["phrase"], facts["language"], facts["of_documents"]) == (phrase, "ru", 2)
    assert facts["documents"] == 1
    heading = page.find("//h1")[0].text_content()
    assert "in 1 of 2 documents" in heading
    assert "2025" in heading
    assert "Too few years" in page.words
    table = browser.get(f"/en{formulation_path(phrase)}.csv?in=ru").content.decode("utf-8-sig")
    assert table.splitlines()[1].startswith(f"{phrase},ru,2025-09,2025-09,1,1,")


def test_phrases_of_one_s_own(browser: Browser) -> None:
    phrases = ["вода", "река", "вертолёт"]
    found = browser.json(f"/en/formulations.json?in=ru&phrase={quote(chr(10).join(phrases))}")
    assert sorted(each["phrase"] for each in found["formulations"]) == sorted(phrases)
    page = browser.get(f"/en/formulations?in=ru&phrase={quote(chr(10).join(phrases))}")
    assert sorted(link.text for link in page.find("//tbody//th/a")) == sorted(phrases)
    (kept,) = page.find("//textarea")
    assert kept.text.split() == phrases


def test_terms_in_a_text_lead_to_their_pages(browser: Browser) -> None:
    address = f"/en/documents/{browser.statement}"
    facts = browser.json(f"{address}.json?in=ru&with=zh")
    page = browser.get(f"{address}?in=ru&with=zh")
    links = page.find("//tbody//a[@class='term']")
    assert len(links) == sum(len(row["terms"]) for row in facts["rows"]) > 10
    for row in facts["rows"]:
        sentences = {(code, one["start"]): one["text"] for code, cell in row["cells"].items() for one in cell}
        for term in row["terms"]:
            assert sentences[term["language"], term["sentence"]][term["start"] : term["end"]]
    for link in links[:6]:
        leads = browser.get(link.get("href"))
        assert leads.status == 200
        assert leads.find("//div[@class='card']")


def test_the_terms_of_a_text_are_hidden(browser: Browser) -> None:
    address = f"/en/documents/{browser.statement}?in=ru&with=zh"
    page = browser.get(address)
    (hide,) = page.find("//a[text()='Hide the terms']/@href")
    hidden = browser.get(hide)
    assert not hidden.find("//a[@class='term']")
    assert [cell.text_content() for cell in hidden.find("//tbody//td")] == [
        cell.text_content() for cell in page.find("//tbody//td")
    ]
    (turned,) = hidden.find("//a[text()='Turn the columns round']/@href")
    assert "terms=off" in turned
    assert hidden.find("//form[@class='choice']/input[@name='terms']/@value") == ["off"]
    (show,) = hidden.find("//a[text()='Show the terms']/@href")
    assert "terms" not in show
    assert browser.get(f"{address}&terms=some").status == 400
