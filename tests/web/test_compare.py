from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import delete, insert, select

from dragoman.versions.model import KINDS, Kind
from dragoman.web.app import create_app
from dragoman.workspace import About, File, Workspace, tables
from dragoman.workspace.identity import finding_id
from tests.web.browser import LANGUAGES, Browser

EN = (
    "The two ferries cross the lake every morning.\n\n"
    "Each harbour keeps one tug ready for the whole night.\n\n"
    "Children under seven travel free of charge.\n\n"
    "A bell is rung when the fog is <thick> & grey.\n\n"
    "In winter the ice is measured once a week.\n"
)
RU = (
    "Два парома ходят через озеро каждое утро.\n\n"
    "В каждой гавани всю ночь стоит наготове один буксир.\n\n"
    "В густом и сером тумане звонят в колокол.\n\n"
    "Зимой раз в неделю измеряют толщину льда.\n"
)
ZH = (
    "两艘渡轮每天早上横渡湖面。\n\n每个港口整夜都有一艘拖船待命。\n\n"
    "浓雾弥漫时要敲钟。\n\n冬季每周测量一次冰层厚度。\n"
)
OMITTED = "Children under seven travel free of charge."
HOSTILE = "<script>alert('{left}')</script>"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document in three languages, of which English has a sentence more, and one in one language.

    Of what is found by itself that sentence is left alone, so that the pages do not hang on the detectors.
    """
    folder = tmp_path_factory.mktemp("differences") / "workspace"
    with Workspace.create(folder, title="Harbours", author="A. Reader") as workspace:
        files = [
            File(text.encode(), f"x.{code}.txt") for code, text in zip(LANGUAGES, (EN, RU, ZH), strict=True)
        ]
        workspace.add(files, About(title="Harbours", invented=True))
        workspace.add([File(EN.replace("lake", "bay").encode(), "alone.en.txt")], About(title="Alone"))
        workspace.work()
        with workspace._core.database.writing() as connection:
            connection.execute(delete(tables.finding).where(tables.finding.c.kind != "omitted"))
    return folder


@pytest.fixture
def site(made: Path, tmp_path: Path) -> Iterator[Browser]:
    """A copy of it, which each test may write in."""
    folder = tmp_path / "workspace"
    folder.mkdir()
    for file in made.rglob("*"):
        target = folder / file.relative_to(made)
        if file.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.read_bytes())
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        yield Browser(client, folder)


def path(site: Browser) -> str:
    return f"/documents/{site.statement}/compare"


def omitted(site: Browser, query: str = "") -> dict[str, Any]:
    """The finding that is there by itself, as JSON."""
    facts = site.json(f"/en{path(site)}.json{query}")
    (found,) = [each for each in facts["findings"] if each["kind"] == "omitted"]
    return dict(found)


def planted(site: Browser, kind: Kind, word: str, probability: float, template: str = "A {left}.") -> str:
    """Write a finding in the bell's row into the database; returns its name."""
    at = EN.index(word)
    versions = next(each for each in site.documents() if each.id == site.statement).versions
    originals = {version.language: version.original for version in versions}
    ranges = {"en": [(at, at + len(word))]}
    name = finding_id(kind, [(code, originals[code], ranges.get(code, [])) for code in LANGUAGES])
    with Workspace.open(site.folder) as workspace, workspace._core.database.writing() as connection:
        c = tables.finding.c
        first = (
            connection.execute(
                select(tables.finding).where(c.document == site.statement, c.kind == "omitted")
            )
            .mappings()
            .one()
        )
        start = EN.index("A bell")
        # The row of the bell follows that of the sentence that is left out.
        connection.execute(
            insert(tables.finding),
            {
                **first,
                "number": 100 + list(KINDS).index(kind),
                "id": name,
                "kind": kind,
                "row": first["row"] + 1,
                "places": json.dumps([[[3, at - start, at - start + len(word), at, at + len(word)]], [], []]),
                "reason": json.dumps([template, {"left": word}, {}]),
                "probability": probability,
                "alone": "",
            },
        )
    return name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_tells_where_the_versions_differ(site: Browser, language: str) -> None:
    page = site.get(f"/{language}{path(site)}")
    assert page.status == 200
    assert page.find("//p[@class='lead']")[0].text_content().strip()
    (finding,) = page.find("//li[contains(@class, 'finding')]")
    told = finding.xpath(".//dl[contains(@class, 'versions')]/div")
    # The version in the language of the interface comes first, as in the reader.
    assert told[0].xpath(".//dt//@lang")[0] == language
    texts = {each.xpath(".//dt//@lang")[0]: each.xpath("./dd")[0] for each in told}
    assert texts["en"].xpath(".//mark/text()") == [OMITTED]
    assert texts["en"].get("lang") == "en"
    assert texts["en"].get("dir") == "ltr"
    assert texts["ru"].get("class") == texts["zh"].get("class") == "nothing"
    assert "alone" in texts["en"].getparent().get("class")
    (row,) = finding.xpath(".//div[@class='gist']//a/@href")
    reader = site.get(row, follow=True)
    assert OMITTED in reader.words


def test_the_first_line_counts(site: Browser) -> None:
    lead = "//p[@class='lead']"
    one = site.get(f"/en{path(site)}").find(lead)[0].text_content()
    assert "1 place where the versions may differ in substance; it is open." in one
    planted(site, "number", "bell", 0.9)
    planted(site, "negation", "fog", 0.2)
    page = site.get(f"/en{path(site)}")
    said = " ".join(page.find(lead)[0].text_content().split())
    assert "2 places where the versions may differ in substance; nothing is decided of them yet." in said
    assert "1 less probable one (below 50%) is not shown." in said
    (address,) = page.find("//p[@class='lead']/a/@href")
    assert len(site.get(address).find("//li[contains(@class, 'finding')]")) == 3
    assert "stands alone: the others agree" in page.words


def test_what_is_asked_for_is_shown(site: Browser) -> None:
    planted(site, "number", "bell", 0.95)
    planted(site, "negation", "fog", 0.3)
    findings = "//li[contains(@class, 'finding')]//h2/text()"
    for query, expected in (
        ("", ["Left out", "Another number"]),
        ("?line=0", ["Left out", "Another number", "Negation"]),
        ("?line=0,2", ["Left out", "Another number", "Negation"]),
        ("?line=0&kind=negation", ["Negation"]),
        ("?kind=negation", []),
        ("?state=accepted", []),
        ("?line=", ["Left out", "Another number"]),
    ):
        assert site.get(f"/en{path(site)}{query}").find(findings) == expected, query
    page = site.get(f"/en{path(site)}?line=0&kind=negation")
    assert [" ".join(each.split()) for each in page.find("//select[@name='kind']/option/text()")] == [
        "any",
        "left out (1)",
        "another number (1)",
        "negation (1)",
    ]
    assert page.find("//select[@name='kind']/option[@selected]/@value") == ["negation"]
    assert page.find("//input[@name='line']/@value") == ["0"]
    for query in ("line=2", "line=x", "line=nan", "kind=x", "state=x"):
        assert site.get(f"/en{path(site)}?{query}").status == 400, query


def test_the_same_as_data(site: Browser) -> None:
    planted(site, "number", "bell", 0.95, "Здесь {left}.")
    facts = site.json(f"/ru{path(site)}.json?kind=number")
    assert facts["languages"] == ["en", "ru", "zh"]
    assert facts["counts"] == {"open": 2, "accepted": 0, "dismissed": 0}
    (found,) = facts["findings"]
    assert (found["probability"], found["state"], found["decision"]) == (0.95, "open", None)
    assert found["reason"] == "Здесь bell."
    assert [version["words"] for version in found["versions"]] == [["bell"], [], []]
    sentence = found["versions"][0]["sentences"][0]
    (place,) = sentence["places"]
    assert sentence["text"][place["start"] : place["end"]] == "bell"
    assert EN[sentence["start"] : sentence["end"]] == sentence["text"]
    rows = list(csv.DictReader(StringIO(site.get(f"/en{path(site)}.csv").text.removeprefix("\ufeff"))))
    assert [row["kind"] for row in rows] == ["omitted", "number"]
    assert (rows[0]["en"], rows[0]["en_words"], rows[0]["ru"]) == (OMITTED, OMITTED, "")


def test_the_report_as_docx(site: Browser) -> None:
    answer = site.get(f"/ru{path(site)}.docx")
    assert answer.status == 200
    assert answer.headers["content-disposition"].startswith("attachment; ")
    with ZipFile(BytesIO(answer.content)) as package:
        assert "word/comments.xml" in package.namelist()
        assert OMITTED in package.read("word/document.xml").decode()
    alone = next(each.id for each in site.documents() if len(each.languages) == 1)
    assert site.get(f"/ru/documents/{alone}/compare.docx").status == 404
    assert site.get("/ru/documents.docx").status == 404


def test_a_visitor_accepts_dismisses_and_takes_back(site: Browser) -> None:
    address, name = f"/en{path(site)}", omitted(site)["id"]
    sent = site.post(address, {"finding": name, "action": "accept", "author": "Анна"})
    assert (sent.status, sent.headers["location"]) == (303, f"{address}#f-{name}")
    page = site.get(address)
    assert "Accepted: the versions differ here · Анна" in page.words
    assert page.find("//li[contains(@class, 'accepted')]")
    assert "all of it is decided" in page.words
    site.post(
        address, {"finding": name, "action": "dismiss", "reason": "It is  in the\nannex", "author": "Б."}
    )
    assert "Dismissed: It is in the annex · Б." in site.get(address).words
    about = site.get(f"/en/documents/{site.statement}/about")
    assert "That the versions differ in substance was dismissed: left out · It is in the annex" in about.words
    site.post(address, {"finding": name, "action": "reopen"})
    assert omitted(site)["state"] == "open"
    assert "It is in the annex" not in site.get(address).words


def test_what_a_filter_would_hide_stays_in_sight(site: Browser) -> None:
    address, name = f"/en{path(site)}", omitted(site)["id"]
    sent = site.post(f"{address}?state=open", {"finding": name, "action": "accept"})
    page = site.get(sent.headers["location"].partition("#")[0])
    assert page.find(f"//li[@id='f-{name}']")
    assert site.get(f"{address}?state=open").find("//li[contains(@class, 'finding')]") == []
    low = planted(site, "negation", "fog", 0.2)
    sent = site.post(f"{address}?line=0", {"finding": low, "action": "accept"})
    assert sent.status == 303, sent.words
    sent = site.post(f"{address}?line=0.6", {"finding": low, "action": "reopen"})
    assert site.get(sent.headers["location"].partition("#")[0]).find(f"//li[@id='f-{low}']")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_typed_is_still_there_after_a_mistake(site: Browser, language: str) -> None:
    address, name = f"/{language}{path(site)}", omitted(site)["id"]
    page = site.post(address, {"finding": name, "action": "dismiss", "reason": " ", "author": 'A "<b>"'})
    assert page.status == 400
    (problem,) = page.find("//*[@role='alert']")
    assert problem.xpath(".//a/@href") == [f"#f-{name}"]
    assert page.find(f"//input[@id='author-{name}']/@value") == ['A "<b>"']
    assert page.find("//details[@open]")
    page = site.post(address, {"finding": name, "action": "dance", "reason": "Because"})
    assert page.status == 400
    assert page.find(f"//input[@id='reason-{name}']/@value") == ["Because"]
    for form in ({"finding": "x", "action": "accept"}, {"finding": name}, {}, {"action": "reopen"}):
        assert site.post(address, form).status == 400, form
    assert omitted(site)["state"] == "open"


def test_decisions_are_of_the_document_of_the_page(site: Browser) -> None:
    name = omitted(site)["id"]
    alone = next(each.id for each in site.documents() if len(each.languages) == 1)
    for action in ("accept", "dismiss"):
        sent = site.post(
            f"/en/documents/{alone}/compare", {"finding": name, "action": action, "reason": "No"}
        )
        assert sent.status == 400, action
    assert omitted(site)["state"] == "open"


def test_what_another_site_sends_is_refused(site: Browser) -> None:
    form = {"finding": omitted(site)["id"], "action": "accept"}
    for headers in ({"origin": "http://elsewhere.example"}, {"sec-fetch-site": "cross-site"}):
        assert site.post(f"/en{path(site)}", form, headers=headers).status == 403
    assert omitted(site)["state"] == "open"


def test_hostile_words_are_shown_as_words(site: Browser) -> None:
    name = planted(site, "name", "<thick>", 0.9, HOSTILE)
    reason = '"><img src=x onerror=alert(1)>'
    site.post(
        f"/en{path(site)}", {"finding": name, "action": "dismiss", "reason": reason, "author": "<i>x</i>"}
    )
    for address in (path(site), f"/documents/{site.statement}", f"/documents/{site.statement}/about"):
        page = site.get(f"/en{address}")
        assert page.find("//img | //i[text()='x'] | //script[not(@src)]") == [], address
    page = site.get(f"/en{path(site)}")
    assert page.find(f"//li[@id='f-{name}']//mark/text()") == ["<thick>"]
    assert unescape(reason) in page.words
    assert "alert('<thick>')" in page.words


def test_a_document_in_one_language_teaches(site: Browser) -> None:
    alone = next(each.id for each in site.documents() if len(each.languages) == 1)
    page = site.get(f"/en/documents/{alone}/compare")
    assert page.status == 200
    assert page.find("//section[@class='empty']//a/@href") == [f"/en/documents/new?document={alone}"]
    assert not page.find("//main//form")
    assert not [link for link in site.get(f"/en/documents/{alone}").links() if link.endswith("/compare")]


def test_what_is_compared_anew_says_so(site: Browser) -> None:
    with Workspace.open(site.folder) as workspace:
        rows = workspace.parallel(site.statement, ("en", "ru")).rows
        one, other = rows[0].cells
        workspace.correct(
            site.statement,
            ("en", [(each.start, each.end) for each in one.sentences]),
            ("ru", [(each.start, each.end) for each in other.sentences]),
        )
    page = site.get(f"/en{path(site)}")
    assert "The versions are being compared" in page.words
    assert page.headers["refresh"] == "2"
    assert site.json(f"/en{path(site)}.json")["ready"] is False
    # The text itself can be read on, without signs that may not hold any more.
    reader = site.get(f"/en/documents/{site.statement}")
    assert reader.find("//tr[@id]")
    assert not reader.find("//a[@class='differs']")
    assert site.get(f"/en{path(site)}.docx").status == 404
    with Workspace.open(site.folder) as workspace:
        workspace.work()
    assert "refresh" not in site.get(f"/en{path(site)}").headers


def test_a_document_that_is_not_ready_is_said_to_be_so(site: Browser) -> None:
    with Workspace.open(site.folder) as workspace:
        files = [File(b"One sentence.", "n.en.txt"), File("Одно предложение.".encode(), "n.ru.txt")]
        waiting = workspace.add(files).document
    page = site.get(f"/en/documents/{waiting}/compare")
    assert page.headers["refresh"] == "2"
    assert "The versions are being compared" in page.words
    assert site.get("/en/documents/nothing/compare").status == 404


def test_decisions_on_what_is_not_found_any_more_are_kept(site: Browser) -> None:
    name = omitted(site)["id"]
    site.post(f"/en{path(site)}", {"finding": name, "action": "dismiss", "reason": "In the annex"})
    with Workspace.open(site.folder) as workspace, workspace._core.database.writing() as connection:
        connection.execute(delete(tables.finding))
    page = site.get(f"/en{path(site)}")
    (lost,) = page.find("//section[@id='lost']//li")
    assert "In the annex" in lost.text_content()
    assert OMITTED in lost.text_content()
    assert "No place was found" in page.words
    facts = site.json(f"/en{path(site)}.json")
    assert [each["words"]["en"] for each in facts["lost"]] == [[OMITTED]]
    sent = site.post(f"/en{path(site)}", {"finding": name, "action": "reopen"})
    assert sent.status == 303
    assert not site.get(f"/en{path(site)}").find("//section[@id='lost']")


def test_the_reader_and_the_library_lead_here(site: Browser) -> None:
    name = omitted(site)["id"]
    for language in LANGUAGES:
        page = site.get(f"/{language}/documents/{site.statement}")
        (sign,) = page.find("//tr//a[@class='differs']")
        assert sign.get("href") == f"/{language}{path(site)}#f-{name}"
        assert OMITTED in sign.getparent().getparent().text_content()
        assert f"/{language}{path(site)}" in page.links()
        assert f"/{language}{path(site)}" in site.get(f"/{language}/documents").links()
    planted(site, "number", "bell", 0.95)
    planted(site, "negation", "fog", 0.95)
    page = site.get(f"/en/documents/{site.statement}?in=en&with=ru")
    _first, second = page.find("//a[@class='differs']")
    assert second.get("title") == "The versions may differ here: another number, negation"
    assert "Differences: 3" in page.words
    # A version without the words has nothing to show beside them.
    assert len(site.get(f"/en/documents/{site.statement}?in=ru&with=zh").find("//a[@class='differs']")) == 0
    site.post(f"/en{path(site)}", {"finding": name, "action": "dismiss", "reason": "No"})
    page = site.get(f"/en/documents/{site.statement}?in=en&with=ru")
    assert len(page.find("//a[@class='differs']")) == 1
    assert "Differences: 2" in page.words
    assert "Differences: 2" in site.get("/en/documents").words
