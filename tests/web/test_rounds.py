from __future__ import annotations

import csv
import shutil
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.web.app import create_app
from dragoman.workspace import Workspace
from tests.web.browser import LANGUAGES, Browser, Page
from tests.web.talks import NAMES, PASSPHRASE, TERMS, Talks, content, hold_talks, signer

BOARD = "/glossary/river/rounds/first"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Talks:
    """Talks that nobody changes."""
    return hold_talks(tmp_path_factory.mktemp("talks") / "workspace")


@pytest.fixture
def site(made: Talks, tmp_path: Path) -> Iterator[Browser]:
    """A copy of them, which each test may change."""
    folder = Path(shutil.copytree(made.folder, tmp_path / "workspace"))
    with TestClient(create_app(folder, working=False), base_url="http://localhost") as client:
        yield Browser(client, folder)


def lead(page: Page) -> str:
    """The first lines of a page."""
    return " ".join(page.find("//p[@class='lead']")[0].text_content().split())


def signed(site: Browser, party: str, action: str, path: str = BOARD, **fields: str | list[str]) -> Page:
    """Send a form that a party signs."""
    said = {"party": party, "action": action, "passphrase": PASSPHRASE, "author": "Ann", **fields}
    return site.post(f"/en{path}", said)


def test_the_first_lines_count(site: Browser) -> None:
    said = lead(site.get(f"/en{BOARD}"))
    assert said == (
        "6 entries are on the agenda: 2 equivalent, 3 proposed, 1 without a proposal. "
        "Put forward by Lake Republic (3), Steppe Republic (2). "
        "Answers are outstanding from Lake Republic (2), Steppe Republic (1)."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_stands_with_its_terms_and_what_each_party_says(
    site: Browser, made: Talks, language: str
) -> None:
    page = site.get(f"/{language}{BOARD}")
    assert page.status == 200
    lines = page.find("//table//tbody")
    assert len(lines) == 6
    for line, terms in zip(lines, TERMS.values(), strict=False):
        heads = line.xpath(".//th//*[contains(@class, 'head')]")
        assert {head.get("lang"): head.text_content() for head in heads} == terms
        assert heads[0].get("lang") == language
    # One column a party, in the alphabetical order of the interface: 草原 (caoyuan) before 湖泽 (huze).
    columns = [cell.text_content().strip() for cell in page.find("//table/thead//th")[3:]]
    own = [names[language] for names in NAMES.values()]
    assert columns == (own[::-1] if language == "zh" else own)
    assert page.find("//tbody//td[contains(@class, 'reserved')]//q/text()") == [
        "Только промысловые.",
        "Включая стихийные бедствия.",
    ]
    assert page.find(f"//a[@title='{made.proposals['threat']}']/@href") == [
        f"/{language}/glossary/river/proposals/{made.digits('threat')}"
    ]


def test_a_party_is_asked_for_what_it_has_not_answered(site: Browser, made: Talks) -> None:
    def asked(party: str) -> set[str]:
        found = site.get(f"/en{BOARD}?party={party}").find("//input[@type='radio']/@name")
        return {name.removeprefix("answer-") for name in found}

    assert asked(made.lake) == {made.digits("threat"), made.digits("upper-reaches")}
    assert asked(made.steppe) == {made.digits("flood-warning")}


def test_what_is_contested_cannot_be_accepted_without_a_reservation(site: Browser, made: Talks) -> None:
    page = site.get(f"/en{BOARD}?party={made.lake}")
    choices = page.find(f"//input[@name='answer-{made.digits('threat')}']/@value")
    assert choices == ["", "reserve", "refuse"]


def test_one_passphrase_signs_all_answers(site: Browser, made: Talks) -> None:
    threat, upper = made.digits("threat"), made.digits("upper-reaches")
    sent = signed(
        site,
        made.lake,
        "answer",
        **{
            f"answer-{threat}": "reserve",
            f"reservation-{threat}-en": "Floods are none.",
            f"answer-{upper}": "refuse",
            f"reason-{upper}": "Whose upper reaches?",
        },
    )
    assert sent.status == 303, sent.words
    page = site.get(sent.headers["location"])
    assert "The answers are signed" in page.words
    assert "1 contested" in lead(page)
    assert "Floods are none." in page.words
    assert "Whose upper reaches?" in page.words
    with Workspace.open(site.folder) as workspace:
        view = workspace.glossaries.proposal("river", made.proposals["threat"])
        (acceptance,) = [one for one in view.acceptances if one.party == made.lake]
        assert (acceptance.author, acceptance.reservation) == ("Ann", {"en": "Floods are none."})


def test_a_wrong_passphrase_changes_nothing_and_loses_nothing(site: Browser, made: Talks) -> None:
    threat, upper = made.digits("threat"), made.digits("upper-reaches")
    before = site.json(f"/en{BOARD}.json")
    chosen = {
        f"answer-{threat}": "reserve",
        f"reservation-{threat}-zh": "洪水<除外>",
        f"answer-{upper}": "refuse",
        f"reason-{upper}": "Не так\nбыстро",
        "passphrase": "wrong but long",
    }
    page = signed(site, made.lake, "answer", **chosen)
    assert page.status == 400
    assert "does not open the key" in page.find("//div[@role='alert']")[0].text_content()
    checked = page.find("//form[@id='answers']//input[@checked]")
    assert {one.get("name"): one.get("value") for one in checked} == {
        f"answer-{threat}": "reserve",
        f"answer-{upper}": "refuse",
    }
    assert page.find(f"//textarea[@name='reservation-{threat}-zh']")[0].text.strip() == "洪水<除外>"
    reason = page.find(f"//textarea[@name='reason-{upper}']")[0].text
    assert [line.strip() for line in reason.split()] == ["Не", "так", "быстро"]
    assert "wrong but long" not in page.text
    assert not page.find("//input[@type='password']/@value")
    assert page.find("//input[@id='passphrase-answer']/@aria-invalid") == ["true"]
    assert site.json(f"/en{BOARD}.json") == before


def test_answers_that_say_too_little_are_sent_back(site: Browser, made: Talks) -> None:
    upper = f"answer-{made.digits('upper-reaches')}"
    before = site.json(f"/en{BOARD}.json")
    for fields, said in (
        ({}, "No answer was chosen."),
        ({upper: ""}, "No answer was chosen."),
        ({upper: "reserve"}, "The reservation is missing."),
        ({upper: "refuse"}, "A refusal needs a reason."),
        ({f"answer-{'0' * 64}": "accept"}, "There is no proposal"),
        ({f"answer-{made.digits('flood-warning')}": "accept"}, "has accepted this already"),
    ):
        page = signed(site, made.lake, "answer", **fields)
        assert (page.status in (400, 404), said in page.words) == (True, True), said
    for form in ({"action": "dance"}, {"action": "answer", "party": "nobody"}, {}):
        assert site.post(f"/en{BOARD}", form).status in (400, 403, 404)
    assert site.json(f"/en{BOARD}.json") == before


def test_another_party_is_not_signed_for(site: Browser, made: Talks) -> None:
    upper = f"answer-{made.digits('upper-reaches')}"
    stranger = f"stranger@{'0' * 32}"
    page = site.post(
        f"/en{BOARD}", {"action": "answer", upper: "accept", "party": stranger, "passphrase": "x" * 9}
    )
    assert page.status == 403


def test_the_agenda_is_changed(site: Browser, made: Talks) -> None:
    page = site.get(
        signed(site, made.lake, "add", entries="snow\nsnow-melt", note="Spring").headers["location"]
    )
    assert "8 entries are on the agenda" in lead(page)
    assert page.words.count("Spring") == 2
    again = signed(site, made.lake, "add", entries="snow")
    assert again.status == 400
    assert "snow is on the agenda already" in again.words
    assert signed(site, made.lake, "add", entries="Not A Slug").status == 400
    assert signed(site, made.lake, "remove", entry="snow", reason=" ").status == 400
    signed(site, made.steppe, "remove", entry="snow", reason="Too cold")
    page = site.get(f"/en{BOARD}")
    assert "7 entries" in lead(page)
    assert "Too cold" in page.words


def test_minutes_are_agreed_when_every_party_accepts(site: Browser, made: Talks) -> None:
    sent = signed(site, made.lake, "minutes", **{"minutes-en": "We met.\nWe left.", "minutes-ru": ""})
    assert sent.status == 303
    page = site.get(f"/en{BOARD}")
    assert "accepted by Lake Republic" in page.words
    (event,) = page.find("//input[@name='minutes']/@value")
    assert signed(site, made.steppe, "accept-minutes", minutes=event).status == 303
    assert "agreed by all" in site.get(f"/en{BOARD}").words
    assert signed(site, made.lake, "minutes", **{"minutes-en": " "}).status == 400


def test_a_party_joins_with_its_chair_and_experts(site: Browser, made: Talks) -> None:
    sent = signed(site, made.steppe, "join", chair="В. Полынь", experts="Е. Тростник\n\nЖ. Осока")
    assert sent.status == 303
    facts = site.json(f"/en{BOARD}.json")
    assert facts["chairs"][made.steppe] == "В. Полынь"
    assert facts["experts"][made.steppe] == ["Е. Тростник", "Ж. Осока"]


def test_a_round_closes_when_all_close_it_alike(site: Browser, made: Talks) -> None:
    assert signed(site, made.lake, "close").status == 303
    page = site.get(f"/en{BOARD}")
    assert "Closed so far by Lake Republic" in page.words
    # What Steppe accepts now, Lake had not closed with.
    flood = made.digits("flood-warning")
    signed(site, made.steppe, "answer", **{f"answer-{flood}": "accept"})
    page = site.get(f"/en{BOARD}")
    (differing,) = page.find("//section[@id='closing']//div[@class='problem']")
    told = " ".join(differing.text_content().split())
    assert told.startswith("Lake Republic closed with other outcomes")
    assert "flood-warning" in told
    assert "Proposed → ≈ Equivalent" in told
    signed(site, made.steppe, "close")
    assert site.json(f"/en{BOARD}.json")["line"]["state"] == "closing"
    signed(site, made.lake, "close")
    page = site.get(f"/en{BOARD}")
    assert lead(page).startswith("The round is closed with 6 entries: 3 equivalent, 2 proposed")
    assert not page.find("//input[@type='radio']")
    assert not page.find("//section[@id='work']")
    assert signed(site, made.lake, "add", entries="snow").status == 400


def test_several_proposals_of_an_entry_are_all_shown(site: Browser, made: Talks) -> None:
    with Workspace.open(site.folder) as workspace:
        other = content("equivalent", sorted((made.lake, made.steppe)), "upper-reaches", subject="rivers")
        workspace.glossaries.propose(signer(workspace, "lake"), "river", "upper-reaches", other)
    page = site.get(f"/en{BOARD}?party={made.lake}")
    assert len(page.find("//tbody[contains(@class, 'stop')]")) == 7
    assert "another proposal for the same entry" in page.words


def test_the_same_as_data(site: Browser, made: Talks) -> None:
    facts = site.json(f"/ru{BOARD}.json")
    assert facts["line"]["topics"]["ru"] == "Вода и рыба"
    assert facts["parties"][made.lake] == "Озёрная Республика"
    assert [item["entry"] for item in facts["agenda"]] == [*TERMS, "ice-jam"]
    rows = list(csv.DictReader(StringIO(site.get(f"/en{BOARD}.csv").text.removeprefix("\ufeff"))))
    assert {(row["entry"], row["party"]): row["answer"] for row in rows if row["entry"] == "fish-stock"} == {
        ("fish-stock", made.lake): "accepted",
        ("fish-stock", made.steppe): "reserved",
    }
    listed = site.json("/en/glossary/river/rounds.json")["rounds"]
    assert [(one["id"], one["state"], one["items"]) for one in listed] == [("first", "open", 6)]
    assert "first" in site.get("/en/glossary/river/rounds.csv").text


def opening(made: Talks) -> dict[str, str | list[str]]:
    """What opens another round."""
    return {
        "round": "second",
        "topic-en": "Ice",
        "topic-ru": "Лёд",
        "start": "2026-09-01",
        "with": [made.lake, made.steppe],
        "chair": "Ann Brook",
        "experts": "C. Heron",
    }


def test_a_round_is_opened(site: Browser, made: Talks) -> None:
    rounds = "/glossary/river/rounds"
    sent = signed(site, made.lake, "open", rounds, **opening(made))
    assert sent.status == 303
    page = site.get(sent.headers["location"])
    assert page.find("//h1")[0].text_content() == "Ice"
    assert "has not joined yet" in page.words
    assert "Nothing is on the agenda yet." in page.words
    assert site.get(f"/en{rounds}").find("//tbody//th//a/text()") or True
    assert lead(site.get(f"/en{rounds}")) == "2 rounds of talks: 2 are under way."


def test_what_cannot_open_a_round_is_still_there(site: Browser, made: Talks) -> None:
    rounds = "/glossary/river/rounds"
    for wrong in (
        {"round": "First!"},
        {"start": "soon"},
        {"passphrase": "wrong but long"},
        {"round": "first"},
    ):
        page = signed(site, made.lake, "open", rounds, **{**opening(made), **wrong})
        assert page.status in (400, 409), wrong
        assert page.find("//div[@role='alert']")
        assert page.find("//input[@name='topic-ru']/@value") == ["Лёд"]
        assert page.find("//textarea[@name='experts']")[0].text.strip() == "C. Heron"
        assert not page.find("//input[@type='password']/@value")
    assert len(site.json(f"/en{rounds}.json")["rounds"]) == 1


def test_what_does_not_exist_is_not_found(site: Browser) -> None:
    for path in ("nothing/rounds", "nothing/agenda", "river/rounds/nothing", "nothing/rounds/first"):
        assert site.get(f"/en/glossary/{path}").status == 404, path
        assert site.get(f"/en/glossary/{path}.json").status == 404, path
    assert site.get(f"/en{BOARD}?party=nobody&noted=nothing").status == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_documents_there_are_no_candidates(site: Browser, language: str) -> None:
    page = site.get(f"/{language}/glossary/river/agenda")
    assert page.find("//section[@class='empty']//a/@href") == [f"/{language}/documents/new"]


def test_a_glossary_is_founded(site: Browser, made: Talks) -> None:
    path = "/glossary/found"
    fields: dict[str, str | list[str]] = {
        "title-en": "Ice talks",
        "title-more": "kk Мұз",
        "glossary": "ice",
        "languages": "ru zh kk",
        "with": [made.steppe],
    }
    assert signed(site, made.lake, "form", path, **fields).headers["location"] == "/en/glossary/ice"
    with Workspace.open(site.folder) as workspace:
        found = workspace.glossaries.glossary("ice")
    assert (found.languages, found.parties) == (("kk", "ru", "zh"), tuple(sorted((made.lake, made.steppe))))
    assert found.titles == {"en": "Ice talks", "kk": "Мұз"}
    for wrong in (
        {"glossary": "found"},
        {"glossary": "ice"},
        {"languages": "ru qqq-1-1"},
        {"languages": " "},
        {"title-more": "Without a code"},
    ):
        page = signed(site, made.lake, "form", path, **{**fields, "glossary": "snow", **wrong})
        assert page.status in (400, 409), wrong
        assert page.find("//input[@name='title-en']/@value") == ["Ice talks"]


def test_a_round_of_forty_entries_is_shown_at_once(site: Browser, made: Talks) -> None:
    parties = sorted((made.lake, made.steppe))
    with Workspace.open(site.folder) as workspace:
        lake = signer(workspace, "lake")
        for number in range(34):
            whole = content("equivalent", parties, "threat", subject=str(number))
            workspace.glossaries.propose(lake, "river", f"entry-{number}", whole)
        workspace.rounds.add(lake, "river", "first", [f"entry-{number}" for number in range(34)])

    def taken() -> float:
        begun = time.perf_counter()
        assert site.get(f"/en{BOARD}?party={made.steppe}").status == 200
        return time.perf_counter() - begun

    # A tenth of a second on a machine that does nothing else.
    assert min(taken() for _time in range(4)) < 0.5
