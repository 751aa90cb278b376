from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import insert

from dragoman.web.app import create_app
from dragoman.workspace import About, File, Workspace, tables
from tests.web.browser import LANGUAGES, Browser

LAKE = "Lake Republic · Озёрная Республика · 湖泽共和国"
STEPPE = "Steppe Republic · Степная Республика · 草原共和国"
PATH = "/en/threats/quotations"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Browser]:
    """A site of three documents: of two states, and of both together."""
    folder = tmp_path / "workspace"
    with Workspace.create(folder, title="T", author="A. Reader") as workspace:
        for parties, texts in (
            ((LAKE,), {"en": "Floods threaten the lower town. Rabbits pose a threat to <cabbage>."}),
            ((STEPPE,), {"zh": "洪水威胁着下游城镇。移民并不对城镇构成威胁。"}),
            ((STEPPE, LAKE), {"ru": "Стороны ведут борьбу с браконьерством."}),
        ):
            files = [File(text.encode(), f"t.{code}.txt", code) for code, text in texts.items()]
            about = About(title="Report", parties=parties, date="2024-05-16", source="Tests", invented=True)
            workspace.add(files, about)
        workspace.work()
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        yield Browser(client, folder)


def cells(site: Browser, language: str) -> list[list[str]]:
    rows = site.get(f"/{language}/threats").find("//table//tbody/tr[td]")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_states_stand_side_by_side(site: Browser, language: str) -> None:
    page = site.get(f"/{language}/threats")
    assert page.status == 200
    own = [LAKE.split(" · "), STEPPE.split(" · ")]
    names = [name[LANGUAGES.index(language)] for name in own]
    # 草原 (caoyuan) comes before 湖泽 (huze).
    expected = names[::-1] if language == "zh" else names
    heads = [" ".join(cell.text_content().split()) for cell in page.find("//thead//th")]
    assert [head.startswith(name) for head, name in zip(heads[1:3], expected, strict=True)] == [True, True]
    for row in page.find("//table//tbody/tr/td/a/@href"):
        found = site.get(row)
        assert found.status == 200
        assert len(found.find("//ol[contains(@class, 'quotations')]/li")) == 1


def test_every_figure_leads_to_its_quotations(site: Browser) -> None:
    page = site.get("/en/threats")
    addresses = page.find("//td/a/@href")
    assert len(addresses) == 3
    for address in addresses:
        assert "state=counted" in address
        facts = site.json(address.replace("/quotations?", "/quotations.json?"))
        assert (facts["total"], facts["documents"]) == (1, 1)
    assert [row[-1] for row in cells(site, "en")] == ["only together", "all"]
    assert site.get("/en/threats?shared=all").find("//tbody//th[@scope='row']")[0].text_content() == (
        "Natural and man-made disasters"
    )
    assert not site.get("/en/threats?shared=one").find("//tbody")


def test_the_same_as_data(site: Browser) -> None:
    facts = site.json("/en/threats.json?since=2020")
    assert facts["parties"] == [LAKE, STEPPE]
    assert (facts["joint"], facts["nobody"], facts["open"]) == (1, 0, 1)
    rows = list(csv.DictReader(StringIO(site.get("/en/threats.csv").text.removeprefix("\ufeff"))))
    assert [(row["topic"], row["party"], row["documents"], row["of"]) for row in rows[3:]] == [
        ("disasters", LAKE, "1", "1"),
        ("disasters", STEPPE, "1", "1"),
        ("disasters", "*", "0", "1"),
    ]
    named = list(csv.DictReader(StringIO(site.get(f"{PATH}.csv?in=zh").text.removeprefix("\ufeff"))))
    assert [(row["words"], row["topic"], row["stance"]) for row in named] == [
        ("洪水", "disasters", "asserted"),
        ("移民", "migration", "denied"),
    ]


def test_what_is_named_and_how_is_set_apart(site: Browser) -> None:
    page = site.get(f"{PATH}?topic=other")
    (hit,) = page.find("//p[@class='hit']")
    assert hit.get("lang") == "en"
    assert hit.text_content() == "Rabbits pose a threat to <cabbage>."
    assert page.find("//mark/text()") == ["Rabbits"]
    assert page.find("//span[@class='cue']/text()") == ["pose a threat"]
    assert "not counted until it is confirmed" in page.words
    assert "invented" in page.words
    assert "says that it is none" in site.get(f"{PATH}?topic=migration").words


def test_a_visitor_confirms_rejects_and_takes_back(site: Browser) -> None:
    address = f"{PATH}?topic=other"
    (mention,) = site.get(address).find("//input[@name='mention']/@value")
    sent = site.post(address, {"mention": mention, "action": "confirm", "author": "Анна"})
    assert sent.status == 303
    assert sent.headers["location"] == f"{address}#m-{mention}"
    assert "Confirmed, Анна" in site.get(address).words
    without = site.post(address, {"mention": mention, "action": "reject", "reason": " ", "author": "Борис"})
    assert without.status == 400
    assert "A rejection needs a reason." in without.words
    assert without.find(f"//input[@id='author-{mention}']/@value") == ["Борис"]
    assert without.find("//details[@open]")
    site.post(address, {"mention": mention, "action": "reject", "reason": "A joke", "author": "Борис"})
    assert "A joke" in site.get(address).words
    about = site.get(
        f"/en/documents/{site.json(f'{PATH}.json?topic=other')['quotations'][0]['document']}/about"
    )
    assert "That “Rabbits” names a threat was rejected: A joke" in about.words
    site.post(address, {"mention": mention, "action": "reopen"})
    assert "A joke" not in site.get(address).words
    for form in ({"mention": "x", "action": "confirm"}, {"mention": mention, "action": "dance"}, {}):
        assert site.post(address, form).status == 400


def test_odd_questions_have_an_answer(site: Browser) -> None:
    for query in ("topic=x", "dimension=x", "state=x", "strength=x", "since=zzz", "page=0"):
        assert site.get(f"{PATH}?{query}").status in (400, 404, 422), query
    assert site.get("/en/threats?shared=x").status in (400, 404, 422)
    assert "2021-13 is no date" in site.get("/en/threats?until=2021-13").words
    for query in (
        "party=%00",
        "party=nobody",
        "in=xx",
        "page=99",
        "document=",
        f"party={'x' * 5000}",
    ):
        assert site.get(f"{PATH}?{query}").status == 200, query
    assert "No document names anything" in site.get("/en/threats?since=2030").words


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_workspace_says_what_would_be_here(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "w"
    Workspace.create(folder).close()
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        site = Browser(client, folder)
        assert site.get(f"/{language}/threats").find("//section[@class='empty']//a/@href") == [
            f"/{language}/documents/new"
        ]
        assert site.get(f"/{language}/threats/quotations").status == 200


def test_the_front_page_leads_here(site: Browser) -> None:
    assert "/en/threats" in list(site.get("/en/").links())


def test_five_thousand_mentions_are_shown_at_once(site: Browser) -> None:
    with Workspace.open(site.folder) as workspace, workspace._core.database.writing() as connection:
        first = connection.execute(tables.mention.select()).mappings().first()
        assert first is not None
        connection.execute(
            insert(tables.mention),
            [
                {**first, "id": f"m{number}", "topic": ("water", "food", "war")[number % 3]}
                for number in range(5_000)
            ],
        )
    for address in ("/en/threats", f"{PATH}?state=counted"):
        site.get(address)
        begun = time.perf_counter()
        assert site.get(address).status == 200
        # A tenth of a second on a machine that does nothing else.
        assert time.perf_counter() - begun < 0.5
