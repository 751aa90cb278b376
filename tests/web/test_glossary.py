from __future__ import annotations

import csv
import time
from io import StringIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import insert, select

from dragoman.web.app import create_app
from dragoman.workspace import Workspace, tables
from tests.web.agreeing import LAKE, PASSPHRASE, RESERVED, STEPPE, TITLES, Site
from tests.web.browser import LANGUAGES, Browser, Page

PATH = "/glossary/river"


def texts(page: Page, path: str) -> list[str]:
    """What elements say, with single spaces."""
    return [" ".join(each.text_content().split()) for each in page.find(path)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_glossary_is_shown_at_once(riverside: Site, language: str) -> None:
    site = riverside.browser
    assert site.get(f"/{language}/glossary").headers["location"] == f"/{language}{PATH}"
    page = site.get(f"/{language}{PATH}")
    assert page.status == 200
    assert texts(page, "//h1") == [TITLES[language]]
    # 草原 (caoyuan) comes before 湖泽 (huze), «Озёрная» before «Степная».
    names = [LAKE[language], STEPPE[language]]
    expected = names[::-1] if language == "zh" else names
    about = texts(page, "//main/p[@class='about']//span[contains(@class, 'member')]")
    assert about == expected
    heads = page.find("//tbody//th[@scope='row']//a/span")
    assert {each.get("lang") for each in heads} == {language}


def test_the_first_line_counts(riverside: Site) -> None:
    page = riverside.browser.get(f"/en{PATH}")
    (lead,) = texts(page, "//p[@class='lead']")
    assert lead.startswith("3 entries: 1 joint, 1 proposed, 1 contested.")
    assert lead.endswith("Answers are awaited: Steppe Republic 1")
    assert texts(page, "//ul[@class='levels']/li/a") == ["= Joint", "○ Proposed", "≠ Contested"]
    # What is told by a sign and a colour is told in words as well.
    assert all(each.get("aria-hidden") for each in page.find("//span[@class='sign']"))


def test_entries_stand_by_level_with_what_is_to_be_minded(riverside: Site) -> None:
    page = riverside.browser.get(f"/en{PATH}")
    rows = texts(page, "//tbody/tr[td]")
    assert rows == [
        "river basin бассейн реки 流域 liúyù all parties with 1 reservation Ecological",
        "ferry паром 渡轮 dùlún all parties Steppe Republic",
        "tributary приток 支流 zhīliú all parties with 2 reservations",
    ]
    assert page.find("//span[@class='spelling']/@lang") == ["zh-Latn"] * 3
    for language, order in (("en", ["ferry", "river basin", "tributary"]), ("zh", ["渡轮", "流域", "支流"])):
        page = riverside.browser.get(f"/en{PATH}?sort=name&in={language}")
        assert texts(page, "//tbody//th[@scope='row']//a") == order
        assert "≠ Contested" in texts(page, "//tbody//td//span[contains(@class, 'level')]")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=реки", ["river basin"]),
        ("q=притоками", ["tributary"]),
        ("q=流", ["river basin", "tributary"]),
        ("level=joint", ["river basin"]),
        ("dimension=ecological", ["river basin"]),
        ("party=steppe", ["ferry"]),
        ("party=lake", []),
        ("level=parallel", []),
        ("q=nothingofthekind", []),
    ],
)
def test_entries_are_found(riverside: Site, query: str, expected: list[str]) -> None:
    page = riverside.browser.get(f"/en{PATH}?{query}")
    assert texts(page, "//tbody//th[@scope='row']//a") == expected
    if not expected:
        assert "No entry is like that." in page.words


def test_odd_questions_have_an_answer(riverside: Site) -> None:
    site = riverside.browser
    for address in (
        f"{PATH}?sort=x",
        f"{PATH}?page=0",
        f"{PATH}?party=nobody",
        "/glossary/none",
        f"{PATH}/none",
    ):
        assert site.get(f"/en{address}").status in (400, 404, 422), address
    for query in ("q=%00", "level=x", "dimension=x", "in=xx", "page=99", f"q={'x' * 5000}", "q=<b>"):
        assert site.get(f"/en{PATH}?{query}").status == 200, query


def test_the_same_as_data(riverside: Site) -> None:
    site = riverside.browser
    facts = site.json(f"/ru{PATH}.json?level=joint")
    assert [each["id"] for each in facts["entries"]] == ["basin"]
    assert facts["glossary"]["counts"]["entries"] == 3
    rows = list(csv.DictReader(StringIO(site.get(f"/ru{PATH}.csv").text.removeprefix("\ufeff"))))
    assert [(row["id"], row["term_zh"], row["level"]) for row in rows] == [
        ("basin", "流域", "joint"),
        ("ferry", "渡轮", "proposed"),
        ("tributary", "支流", "contested"),
    ]
    assert rows[1]["waits"] == riverside.made.steppe
    listed = site.json("/en/glossary.json")
    assert [each["id"] for each in listed["glossaries"]] == ["river"]
    entry = site.json(f"/en{PATH}/tributary.json")
    assert entry["parties"][riverside.made.lake] == "Lake Republic"
    assert len(entry["definitions"]) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_says_what_holds_and_what_each_party_says(riverside: Site, language: str) -> None:
    page = riverside.browser.get(f"/{language}{PATH}/tributary")
    assert page.status == 200
    columns = page.find("//section[@id='parties']//section")
    assert len(columns) == 2
    lake = next(each for each in columns if LAKE[language] in each.text_content())
    assert [each.get("lang") for each in lake.xpath(".//p[@class='hit']")][:2] == ["ru", "en"]
    assert "Озеро — не река." in lake.text_content()
    assert "условный знак 12" in lake.text_content()


def test_an_entry_marks_what_is_newer_and_keeps_what_was(riverside: Site) -> None:
    page = riverside.browser.get(f"/en{PATH}/tributary")
    (steppe,) = [
        each
        for each in page.find("//section[@id='parties']//section")
        if "Newer than the definition" in each.text_content()
    ]
    assert STEPPE["en"] in steppe.text_content()
    (earlier,) = steppe.xpath(".//details[div[@class='earlier']]")
    assert "汇入另一条河流或湖泊的河流。" in earlier.text_content()
    assert "This one was acknowledged by the others:" in earlier.text_content()
    assert "The concept of Lake Republic is narrower: it lies inside that of Steppe Republic." in page.words
    (standing,) = texts(page, "//div[@class='standing']")
    assert "Contested among Lake Republic, Steppe Republic" in standing
    assert standing.count("With a reservation:") == 2


def test_an_entry_shows_reservations_and_what_nobody_said(riverside: Site) -> None:
    page = riverside.browser.get(f"/en{PATH}/basin")
    assert texts(page, "//div[@class='standing']//p[@lang='en']") == [RESERVED]
    assert page.words.count("No definition has been given by") == 2
    assert texts(page, "//section[@id='definition']//dt") == ["English", "русский", "中文"]
    assert page.find("//section[@id='definition']//p/@lang") == ["en", "ru", "zh"]
    assert "люй" in page.words or "люю" in page.words
    assert "Palladius" in page.words
    assert "No party has cited a passage yet." in page.words
    ferry = riverside.browser.get(f"/en{PATH}/ferry")
    assert "Nothing is agreed yet." in ferry.words
    assert "As in proposal 1, which is not agreed." in ferry.words


def test_a_story_is_told_with_its_events(riverside: Site) -> None:
    page = riverside.browser.get(f"/en{PATH}/basin/history")
    told = texts(page, "//ol[@class='story']/li/div/p[1]")
    assert told == [
        "Lake Republic proposes it as “Equivalent”: river basin · бассейн реки · 流域.",
        "Lake Republic accepts.",
        "Steppe Republic accepts.",
        "Steppe Republic proposes it as “Joint”: river basin · бассейн реки · 流域.",
        "Steppe Republic accepts.",
        f"Lake Republic accepts, with a reservation: {RESERVED}",
    ]
    assert texts(page, "//p[@class='follows']")[-1].startswith(
        "Every party has accepted: the level is now “Joint”"
    )
    assert len(page.find("//ol[@class='story']//code[@title]")) == 6
    facts = riverside.browser.json(f"/ru{PATH}/basin/history.json")
    assert len(facts["steps"]) == 6
    assert facts["steps"][0]["event"].startswith("sha256:")


def test_a_party_gives_its_definition_and_a_note(own_riverside: Site) -> None:
    site, made = own_riverside.browser, own_riverside.made
    address = f"/en{PATH}/ferry"
    form = {
        "action": "define", "party": made.lake, "language": "ru", "text": "Судно для переправы.",
        "source": "Словарь", "date": "2001", "translation-en": "A boat for crossing.",
        "passphrase": PASSPHRASE, "author": "Анна",
    }  # fmt: skip
    assert site.post(address, form).status == 303
    note = {
        "action": "note",
        "party": made.lake,
        "language": "zh",
        "text": "仅限夏季。",
        "passphrase": PASSPHRASE,
    }
    assert site.post(address, note).status == 303
    with own_riverside.workspace() as workspace:
        view = workspace.glossaries.entry("river", "ferry")
    assert view.definitions[made.lake].translations == {"en": "A boat for crossing."}
    assert view.definitions[made.lake].author == "Анна"
    assert [note.text for note in view.notes] == ["仅限夏季。"]
    assert "A boat for crossing." in site.get(address).words


def test_a_cited_passage_is_shown_and_taken_back(own_riverside: Site) -> None:
    site, made = own_riverside.browser, own_riverside.made
    passage = {"original": f"sha256:{'0' * 64}", "ranges": [[0, 9]]}
    with own_riverside.workspace() as workspace:
        signer = workspace.parties.unlocked(made.lake, PASSPHRASE)
        event = workspace.glossaries.attest(
            signer,
            "river",
            "ferry",
            {
                "document": "elsewhere", "title": "Timetable · Расписание", "body": "Port", "date": "2024",
                "source": "", "passages": [
                    {"language": "en", "words": ["The <ferry>."], **passage},
                    {"language": "ru", "words": ["Паром."], **passage},
                ],
            },
        )  # fmt: skip
    page = site.get(f"/en{PATH}/ferry")
    (shown,) = page.find("//section[@id='attestations']//li")
    assert [each.get("lang") for each in shown.xpath(".//p[@class='hit']/span")] == ["en", "ru"]
    assert "Timetable (the text is not in this workspace)" in " ".join(shown.text_content().split())
    assert not shown.xpath(".//a")
    form = {"action": "unattest", "party": made.lake, "attestation": event, "reason": "Misread"}
    again = site.post(f"/en{PATH}/ferry", {**form, "passphrase": "no"})
    assert again.status == 400
    assert again.find("//details[@open]//input[@name='reason']/@value") == ["Misread"]
    assert site.post(f"/en{PATH}/ferry", {**form, "passphrase": PASSPHRASE}).status == 303
    assert "No party has cited a passage yet." in site.get(f"/en{PATH}/ferry").words


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"passphrase": "wrong <b>"}, "passphrase"),
        ({"passphrase": ""}, "The passphrase is missing."),
        ({"text": "  "}, "The definition is empty."),
        ({"date": "yesterday"}, ""),
        ({"language": "fr"}, "language fr"),
        ({"translation-ru": "Ещё раз"}, "no translation of itself"),
        ({"party": ""}, "which party signs"),
        ({"action": "dance"}, "dance"),
    ],
)
def test_a_mistake_changes_nothing_and_keeps_what_was_written(
    own_riverside: Site, changed: dict[str, str], problem: str
) -> None:
    site, made = own_riverside.browser, own_riverside.made
    form = {
        "action": "define", "party": made.lake, "language": "ru", "text": "Судно <i>", "source": "Словарь",
        "date": "2001", "passphrase": PASSPHRASE,
    }  # fmt: skip
    page = site.post(f"/en{PATH}/ferry", {**form, **changed})
    assert page.status == 400
    (alert,) = page.find("//*[@role='alert']")
    assert problem in alert.text_content()
    if changed.get("party", made.lake) and "action" not in changed:
        assert page.find("//details[@open]//input[@name='source']/@value") == ["Словарь"]
    assert PASSPHRASE not in page.text
    assert changed.get("passphrase") != "wrong <b>" or "wrong" not in "".join(page.find("//input/@value"))
    assert not page.find("//i[text()]")
    with own_riverside.workspace() as workspace:
        assert not workspace.glossaries.entry("river", "ferry").definitions


def test_other_pages_lead_here(riverside: Site, browser: Browser, writer: Browser) -> None:
    front = riverside.browser.get("/en/")
    assert f"/en{PATH}/basin" in list(front.links())
    assert "3 entries: 1 joint" in front.words
    assert "/en/glossary" in list(browser.get("/en/").links())


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_glossary_the_page_teaches(browser: Browser, language: str) -> None:
    page = browser.get(f"/{language}/glossary")
    assert page.status == 200
    assert "dragoman glossary found" in page.words
    assert len(page.find("//section[@class='empty']//code")) == 4


def test_a_thousand_entries_are_shown_at_once(own_riverside: Site) -> None:
    site = own_riverside.browser
    with own_riverside.workspace() as workspace, workspace._core.database.writing() as connection:
        row = connection.execute(select(tables.entry)).mappings().first()
        assert row is not None
        many = [
            {**row, "id": f"e{number}", "facts": row["facts"].replace('"basin"', f'"e{number}"')}
            for number in range(1_000)
        ]
        connection.execute(insert(tables.entry), many)
    site.get(f"/en{PATH}")
    begun = time.perf_counter()
    page = site.get(f"/en{PATH}")
    # A tenth of a second on a machine that does nothing else.
    assert time.perf_counter() - begun < 0.5
    assert len(page.find("//tbody//th[@scope='row']")) == 100
    assert "Page 1 of 11" in page.words


def test_a_glossary_without_entries_says_what_would_be_here(tmp_path: Path) -> None:
    folder = tmp_path / "w"
    with Workspace.create(folder) as workspace:
        party = workspace.parties.found("lake", LAKE, passphrase=PASSPHRASE)
        signer = workspace.parties.unlocked(party.party, PASSPHRASE)
        workspace.glossaries.found(signer, "empty", {}, ("en", "ru"), ())
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        page = Browser(client, folder).get("/en/glossary/empty")
        assert "The glossary has no entry yet." in page.words
        assert "/en/glossary/empty/new" in list(page.links())
