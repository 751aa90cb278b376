from __future__ import annotations

from typing import Any

from dragoman.workspace import Workspace
from tests.web.browser import Browser


def rows_of(browser: Browser) -> Any:
    """The rows of the statement in Russian and Chinese."""
    return browser.json(f"/en/documents/{browser.statement}.json?in=ru&with=zh")["rows"]


def places(row: Any, code: str) -> list[str]:
    """The sentences of a cell as the form names them."""
    return [f"{one['start']}-{one['end']}" for one in row["cells"][code]]


def test_sentences_are_joined_and_the_correction_is_taken_back(writer: Browser) -> None:
    before = rows_of(writer)
    one, other = before[7], before[8]
    address = f"/ru/documents/{writer.statement}/rows/{one['anchor']}?in=ru&with=zh"
    page = writer.get(address)
    assert page.find("//input[@name='left'][@checked]/@value") == places(one, "ru")
    assert len(page.find("//tbody/tr")) == 7

    left = [*places(one, "ru"), *places(other, "ru")]
    right = [*places(one, "zh"), *places(other, "zh")]
    sent = writer.post(address, {"left": left, "right": right, "action": "join", "author": "В. Читатель"})
    assert sent.status == 303, sent.text
    shown = writer.get(sent.headers["location"], follow=True)
    assert shown.status == 200
    assert "В. Читатель" in shown.text
    after = rows_of(writer)
    assert len(after) == len(before) - 1
    assert after[7]["probability"] == 1.0
    assert places(after[7], "zh") == right

    page = writer.get(address)
    (correction,) = page.find("//section[@id='corrections']//input[@name='restore']/@value")
    assert correction in after[7]["corrected"]
    assert writer.post(address, {"restore": correction}).status == 303
    assert rows_of(writer) == before
    assert "В. Читатель" in writer.get(address).words
    with Workspace.open(writer.folder) as workspace:
        assert workspace.verify() == []


def test_sentences_that_nothing_corresponds_to(writer: Browser) -> None:
    row = rows_of(writer)[7]
    address = f"/en/documents/{writer.statement}/rows/{row['anchor']}?in=ru&with=zh"
    chosen = {"left": places(row, "ru"), "right": places(row, "zh"), "action": "alone"}
    assert writer.post(address, chosen).status == 303
    alone = [each for each in rows_of(writer) if each["corrected"] and not all(each["cells"].values())]
    assert len(alone) == 2
    for code in ("ru", "zh"):
        assert places(row, code) in [places(each, code) for each in alone]


def test_a_mistake_leaves_the_choice_as_it_was(writer: Browser) -> None:
    row = rows_of(writer)[7]
    address = f"/en/documents/{writer.statement}/rows/{row['anchor']}?in=ru&with=zh"
    page = writer.post(address, {"left": places(row, "ru"), "action": "join"})
    assert page.status == 400
    assert "one side only" in page.find("//*[@role='alert']")[0].text_content()
    assert page.find("//input[@name='left'][@checked]/@value") == places(row, "ru")
    assert page.find("//input[@name='right'][@checked]") == []
    assert writer.post(address, {"action": "alone"}).status == 400
    assert writer.post(address, {"left": "1-2", "right": places(row, "zh"), "action": "join"}).status == 400
    assert writer.post(address, {"left": "all", "right": "all"}).status == 400
    assert writer.post(address, {"restore": "sha256:" + "0" * 64}).status == 400


def test_rows_that_are_not_there(browser: Browser) -> None:
    for place in ("ru999999", "nothing", "ru1"):
        assert browser.get(f"/en/documents/{browser.statement}/rows/{place}?in=ru&with=zh").status == 404
    single = next(each for each in browser.documents() if len(each.languages) == 1)
    assert browser.get(f"/en/documents/{single.id}/rows/ru0").status == 404
    assert browser.get("/en/documents/nothing/rows/ru0").status == 404


def test_a_description_is_mended_field_by_field(writer: Browser) -> None:
    address = f"/en/documents/{writer.statement}/about"
    page = writer.get(address)
    shown = {
        field.get("name"): field.get("value")
        for field in page.find("//form//input[starts-with(@name, 'was-')]")
    }
    assert shown["was-title"] == "Joint statement on the river"
    # Somebody else mends the place while this form is open.
    with Workspace.open(writer.folder) as workspace:
        workspace.describe(writer.statement, "place", "Озёрск")
    wanted = {name.removeprefix("was-"): value for name, value in shown.items()}
    wanted |= {"title": "A better title", "parties": "Lake Republic\r\nForest Republic"}
    sent = writer.post(address, {**shown, **wanted, "author": "C. Reader"}, follow=True)
    assert sent.status == 200
    assert "The description was mended" in sent.words
    facts = writer.json(f"{address}.json")
    assert facts["title"] == "A better title"
    assert facts["parties"] == ["Lake Republic", "Forest Republic"]
    assert facts["place"] == "Озёрск"
    assert facts["invented"] is True
    mended = [event for event in facts["history"] if event["kind"] == "document.described"]
    assert [(event["body"]["field"], event["author"]) for event in mended] == [
        ("place", "A. Reader"),
        ("title", "C. Reader"),
        ("parties", "C. Reader"),
    ]


def test_a_description_that_cannot_be_is_shown_again(writer: Browser) -> None:
    address = f"/ru/documents/{writer.statement}/about"
    page = writer.post(address, {"was-date": "2025-09-18", "date": "someday"})
    assert page.status == 400
    assert page.find("//input[@name='date']/@value") == ["someday"]
    assert page.find("//details[@open]")
