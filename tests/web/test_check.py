from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import create_app
from dragoman.web.pages.check import TEXT_LIMIT
from dragoman.workspace import File, Workspace
from tests.glossary.contents import content, term
from tests.web.browser import LANGUAGES, Browser, Page

CSV = "text/csv"
LIST = (
    "ru,ru deprecated,zh,en,note\n"
    "карта,план,地图,map,План — не карта.\n"
    "пункт пропуска,пограничный пункт,口岸,checkpoint,\n"
)
DRAFT = (
    "Стороны обменялись планами границы.\r\n\r\nНа карте отмечен пункт пропуска.\r\n\r\nКарта утверждена.\r\n"
)
SOURCE = "双方交换了边界地图。\n\n地图上标有口岸。\n\n地图已获批准。\n"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with documents in which a term comes back with its rendering."""
    folder = tmp_path_factory.mktemp("checking") / "workspace"
    pairs = [
        ("В {n} году устойчивая безопасность укреплялась.", "{n}年可持续安全得到加强。"),
        ("Мы ценим устойчивую безопасность с {n} года.", "自{n}年以来我们重视可持续安全。"),
        ("Вопросы устойчивой безопасности обсуждались {n} раз.", "可持续安全问题讨论了{n}次。"),
    ]
    with Workspace.create(folder, title="Room · Комната · 房间", author="A. Reader") as workspace:
        for year in range(2010, 2016):
            texts = [
                "\n\n".join(each[side].format(n=year + at) for at, each in enumerate(pairs))
                for side in (0, 1)
            ]
            workspace.add(
                [File(text.encode(), f"x.{code}.txt") for code, text in zip(("ru", "zh"), texts, strict=True)]
            )
        workspace.work()
    return folder


@pytest.fixture(scope="module")
def site(room: Path) -> Iterator[Browser]:
    """Its site; nothing is written by a check."""
    with TestClient(create_app(room, working=False), base_url="http://localhost") as client:
        yield Browser(client, room)


def sent(site: Browser, interface: str = "en", **fields: str) -> Page:
    """A form with a draft and a list that are pasted, unless something else is given; "" leaves one out."""
    form = {"draft": DRAFT, "language": "ru", "terms": LIST, **fields}
    return site.post(f"/{interface}/check", form, [("source", ("", b"", "application/octet-stream"))])


def facts(site: Browser, **fields: str) -> Any:
    form = {"draft": DRAFT, "language": "ru", "terms": LIST, **fields}
    answer = site.post("/en/check.json", form)
    assert answer.status == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    return answer.answer.json()


def kept(site: Browser) -> tuple[int, int, set[str]]:
    with Workspace.open(site.folder) as workspace:
        files = {str(path) for path in (site.folder / "originals").rglob("*")}
        return len(workspace.documents()), len(workspace.history()), files


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_is_shown_with_its_remarks(site: Browser, language: str) -> None:
    before = kept(site)
    page = sent(site, language)
    assert page.status == 200
    assert page.find("//ol[@class='draft']/li/p/text()[1]")
    texts = [each.text_content() for each in page.find("//ol[@class='draft']/li/p[@class='hit']")]
    assert texts == [*DRAFT.split("\r\n\r\n")[:2], "Карта утверждена."]
    (line,) = page.find("//li[contains(@class, 'remarked')]")
    assert line.xpath(".//p[@class='hit'][1]/mark/text()") == ["планами"]
    assert line.xpath("./p[@class='hit']/@lang") == ["ru"]
    (remark,) = line.xpath(".//div[@class='remark-beside']")
    assert remark.xpath(".//b[@class='wanted']/text()") == ["карта"]
    assert remark.xpath(".//b[@class='wanted']/@lang") == ["ru"]
    assert "План — не карта." in remark.text_content()
    assert kept(site) == before


def test_the_first_line_answers(site: Browser) -> None:
    page = sent(site)
    assert page.find("//h1/text()") == ["1 remark in 1 of 3 sentences"]
    assert "Not to be used: 1. Nothing of what you gave has been stored." in page.words
    right = sent(site, draft="Карта утверждена.")
    assert right.find("//h1/text()") == ["There is nothing to remark: the draft keeps to these terms"]
    none = sent(site, draft="Дождь идёт весь день.")
    assert none.find("//h1/text()")[0].endswith("none of these terms stands in the draft")


def test_the_terms_of_the_draft_stand_below_with_their_equivalents(site: Browser) -> None:
    rows = sent(site).find("//table//tbody/tr")
    told = [[" ".join(cell.text_content().split()) for cell in row] for row in rows]
    assert told[0][:3] == ["план not to be used", "1", "map地图"]
    assert ["карта", "2", "map地图", "the list of terms"] in told
    assert {code for row in rows for code in row.xpath(".//@lang")} >= {"ru", "zh", "en"}


def test_with_the_source_beside_it(site: Browser) -> None:
    draft = "Стороны обменялись картами границы.\n\nНа схеме отмечен пункт пропуска.\n\nКарта утверждена.\n"
    found = facts(site, draft=draft, source=SOURCE, source_language="zh", line="0.2")
    assert found["source_language"] == "zh"
    assert [(each["kind"], each["sentence"], each["wanted"]) for each in found["remarks"]] == [
        ("not followed", 1, ["карта"])
    ]
    page = sent(site, draft=draft, source=SOURCE, line="0.2")
    (line,) = page.find("//li[contains(@class, 'remarked')]")
    assert line.get("id") == "s2"
    (original,) = line.xpath(".//div[@class='remark-beside']//p[@lang]")
    assert original.get("lang") == "zh-Hans"
    assert original.xpath("./mark/text()") == ["地图"]


def test_files_are_read_in_every_form(site: Browser) -> None:
    page = site.post(
        "/en/check",
        {"language": ""},
        [
            ("draft", ("note.html", f"<p>{DRAFT.split(chr(13))[0]}</p>".encode(), "text/html")),
            ("terms", ("words.tsv", LIST.replace(",", "\t").encode("utf-16"), CSV)),
        ],
    )
    assert page.status == 200
    assert page.find("//h1/text()") == ["1 remark in 1 of 1 sentence"]
    assert "words.tsv" in page.words
    # The files are to be chosen again, if something is to be changed.
    assert len(page.find("//small[@class='again']")) == 2


def test_the_terms_of_the_workspace_are_known(site: Browser) -> None:
    draft = "Есть важные вопросы о мосте."
    found = facts(site, draft=draft, terms="", known="yes")
    assert [(each["entry"]["standing"], each["designation"]["text"]) for each in found["used"]] == [
        ("known", "вопросы")
    ]
    page = sent(site, "zh", draft=draft, terms="", known="yes")
    (row,) = page.find("//table//tbody/tr")
    assert "问题" in row.text_content()
    assert "房间" in row.text_content()
    assert page.find("//input[@name='known']/@checked")
    refused = sent(
        site,
        draft="The parties agreed upon a plan of work for the year.",
        language="en",
        known="yes",
        terms="",
    )
    assert refused.status == 400
    assert "In this workspace no terms with known renderings in en have been found." in refused.words


def test_the_same_as_data(site: Browser) -> None:
    found = facts(site)
    assert (found["stored"], found["line"], found["method"]) == (False, 0.5, "check.v1")
    (remark,) = found["remarks"]
    assert found["sentences"][remark["sentence"]]["text"][remark["start"] : remark["end"]] == "планами"
    assert DRAFT.replace("\r\n", "\n")[remark["first"] : remark["last"]] == "планами"
    assert remark["reason"] == "планами is not to be used, says the list of terms."
    assert facts(site, line="1")["remarks"] == []
    assert facts(site, line="1")["below"] == 1
    assert {"draft", "source", "terms"} <= set(site.json("/en/check.json")["fields"])
    refused = site.post("/ru/check.json", {"draft": ""})
    assert refused.status == 400
    assert set(refused.answer.json()["error"]) == {"status", "title", "message"}
    assert site.get("/en/check.csv").status == 404


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"draft": " \r\n "}, 400),
        ({"terms": ""}, 400),
        ({"language": "zh"}, 400),
        ({"language": "xx"}, 400),
        ({"terms": "no,such,columns\n1,2,3"}, 400),
        ({"terms": "ru,zh\n"}, 400),
        ({"terms": 'ru,zh\n"карта,地图\n'}, 400),
        ({"terms": "fr,de\ncarte,Karte"}, 400),
        ({"line": "2"}, 400),
        ({"line": "x"}, 400),
        ({"source": "Стороны согласны с этим планом работ.", "source_language": "ru"}, 400),
        (
            {
                "source": "今天下雨。猫在窗台上睡觉。",
                "source_language": "zh",
                "draft": "Слово. Дело. Год." * 9,
            },
            422,
        ),
        ({"draft": "Слово и дело. " * 25_000}, 413),
    ],
)
def test_what_was_pasted_is_still_there_after_a_mistake(
    site: Browser, language: str, fields: dict[str, str], status: int
) -> None:
    page = sent(site, language, **fields)
    if "source" not in fields or status == 400:
        assert page.status == status, page.words
    (problem,) = page.find("//*[@role='alert']")
    assert problem.text_content().strip()
    form = {"draft": DRAFT, "terms": LIST, **fields}
    for name in ("draft", "terms"):
        (area,) = page.find(f"//textarea[@name='{name}']")
        assert (area.text or "") == "\n" + form[name].replace("\r\n", "\n") or area.text == form[
            name
        ].replace("\r\n", "\n")
    assert page.find("//form[@class='checking']")


def test_one_thing_is_given_once(site: Browser) -> None:
    files = [("draft", ("d.txt", DRAFT.encode(), "text/plain"))]
    page = site.post("/en/check", {"draft": DRAFT, "terms": LIST}, files)
    assert page.status == 400
    assert "both pasted and sent" in page.words
    assert "You had chosen d.txt" in page.words


def test_bad_files_are_named(site: Browser) -> None:
    for name, data, status in (("setup.exe", b"MZ\0\0\0\0", 415), ("empty.txt", b"", 400)):
        page = site.post("/en/check", {"terms": LIST}, [("draft", (name, data, "text/plain"))])
        assert page.status == status, name
        assert name in page.find("//*[@role='alert']")[0].text_content()
    page = site.post("/en/check", {"draft": DRAFT}, [("terms", ("x.csv", b"a\nb", CSV))])
    assert "x.csv" in page.find("//*[@role='alert']")[0].text_content()


def test_what_is_pasted_has_a_limit(site: Browser) -> None:
    page = sent(site, draft="x" * (TEXT_LIMIT + 1))
    assert page.status == 413
    assert page.find("//select[@name='language']/option[@selected]/@value") == ["ru"]


def test_what_another_site_sends_is_refused(site: Browser) -> None:
    for address in ("/en/check", "/en/check.json"):
        form = {"draft": DRAFT, "terms": LIST}
        assert site.post(address, form, headers={"origin": "http://elsewhere.example"}).status == 403
        assert site.post(address, form, headers={"sec-fetch-site": "cross-site"}).status == 403


def test_hostile_words_are_shown_as_words(site: Browser) -> None:
    hostile = "<script>alert(1)</script>"
    terms = f'ru,ru deprecated,note\n"{hostile} карта",план,"<img src=x onerror=alert(2)>"\n'
    draft = f'План готов {hostile} "x" </textarea><b>. '
    page = sent(site, draft=draft, terms=terms)
    assert page.status == 200
    assert page.find("//script[not(@src)] | //img | //main//b[not(@lang or span)]") == []
    assert page.find("//textarea[@name='draft']")[0].text.strip() == draft.strip()
    assert hostile in page.words


def test_the_way_here(site: Browser) -> None:
    for language in LANGUAGES:
        front = site.get(f"/{language}/")
        assert list(front.links()).count(f"/{language}/check") == 2
        page = site.get(f"/{language}/check")
        assert page.find("//input[@name='known']/@checked")
        assert page.find("//nav[@class='places']//a[@aria-current]/@href") == [f"/{language}/check"]


def test_what_parties_agreed_on_is_kept_to(room: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(room, tmp_path / "workspace"))
    with Workspace.open(folder) as workspace:
        for name in ("lake", "steppe"):
            workspace.parties.found(name, {"en": name}, passphrase="a good passphrase")
        lake, steppe = (workspace.parties.unlocked(name, "a good passphrase") for name in ("lake", "steppe"))
        workspace.glossaries.found(lake, "plans", {"ru": "Планы", "en": "Plans"}, ["ru", "zh"], ["steppe"])
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        site = Browser(client, folder)
        assert site.get("/ru/check").find("//input[@name='glossary' and @value='plans']/@checked")
        refused = sent(site, terms="", glossary="plans")
        assert refused.status == 400
        assert "In these glossaries nothing has been agreed yet" in refused.words
        terms = [term("ru", "программа"), term("ru", "план", "deprecated"), term("zh", "方案")]
        with Workspace.open(folder) as workspace:
            made = workspace.glossaries.propose(
                lake, "plans", "plan", {**content(terms=terms), "parties": ["lake", "steppe"]}
            )
            workspace.glossaries.accept(steppe, "plans", made)
        (remark,) = facts(site, terms="", glossary="plans")["remarks"]
        assert (remark["kind"], remark["words"], remark["wanted"]) == ("forbidden", "планами", ["программа"])
        page = sent(site, "ru", terms="", glossary="plans")
        assert page.find("//input[@name='glossary']/@checked")
        assert "Планы" in page.words
        assert sent(site, terms="", glossary="other").status == 404
