from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

import pytest

from dragoman.web.standing import COOKIE
from tests.people import PASSWORD, cheap_passwords
from tests.web.agreeing import PASSPHRASE, Site
from tests.web.browser import LANGUAGES, Page
from tests.web.test_glossary import texts

Form = dict[str, str | Sequence[str]]
HEADS = {"en": "lock", "ru": "шлюз", "zh": "船闸"}


def address(site: Site, entry: str = "lock", language: str = "en") -> str:
    return f"/{language}/glossary/river/{entry}/draft?party={quote(site.made.lake)}"


def form(
    site: Site, action: str, after: int, terms: Mapping[str, str] | None = None, /, **fields: str
) -> Form:
    """The form of a draft as a browser sends it, a row for each language and an empty one."""
    terms = terms or HEADS
    codes = [*terms, "en"]
    rows: Form = {
        "term-language": codes,
        "term-text": [*terms.values(), ""],
        **{f"term-{name}": [""] * len(codes) for name in ("part_of_speech", "pinyin", "palladius", "source")},
        "term-status": ["preferred"] * len(codes),
        "term-note": [""] * len(codes),
    }
    return {
        **rows,
        "action": action,
        "after": str(after),
        "aim": "equivalent",
        "parties": sorted((site.made.lake, site.made.steppe)),
        "own-language": "en",
        "note-language": "en",
        **fields,
    }


def begin(site: Site, **fields: str) -> Page:
    terms = {f"term-{code}": text for code, text in HEADS.items()}
    return site.browser.post("/en/glossary/river/new", {"party": site.made.lake, **terms, **fields})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_begins_with_a_term(own_riverside: Site, language: str) -> None:
    page = own_riverside.browser.get(f"/{language}/glossary/river/new?term=шлюз")
    assert page.find("//input[@id='term-ru']/@value") == ["шлюз"]
    assert page.find("//input[@id='entry']/@value") == ["shlyuz"]
    sent = begin(own_riverside)
    assert sent.headers["location"] == address(own_riverside).replace("%40", "@").replace("@", "%40")
    page = own_riverside.browser.get(address(own_riverside, "lock", language))
    assert page.status == 200
    assert page.find("//input[@name='term-pinyin']/@value") == ["", "", "chuánzhá"] or "chuánzhá" in page.text
    assert len(page.find("//fieldset")) == 5


def test_what_there_is_already_is_said(own_riverside: Site) -> None:
    page = own_riverside.browser.get("/en/glossary/river/new?term=river%20basin")
    assert "/en/glossary/river/basin" in list(page.links())
    taken = begin(own_riverside, entry="basin")
    assert taken.status == 409
    assert "/en/glossary/river/basin" in [str(each) for each in taken.find("//*[@role='alert']//a/@href")]
    assert taken.find("//input[@id='term-ru']/@value") == ["шлюз"]
    assert begin(own_riverside).status == 303
    again = begin(own_riverside, entry="lock")
    assert again.status == 409
    assert any("/lock/draft" in each for each in again.find("//*[@role='alert']//a/@href"))
    for name in ("rounds", "Бассейн", "x" * 90, "../x"):
        assert begin(own_riverside, entry=name).status == 400, name
    assert begin(own_riverside, party="").status == 400


def test_a_draft_is_saved_and_its_revisions_are_kept(own_riverside: Site) -> None:
    site = own_riverside.browser
    begin(own_riverside)
    sent = site.post(
        address(own_riverside), form(own_riverside, "save", 1, subject="Navigation", author="Вера")
    )
    assert sent.status == 303, sent.words
    page = site.get(address(own_riverside))
    assert page.find("//input[@id='subject']/@value") == ["Navigation"]
    assert "Revision 2" in page.words
    assert "Вера" in page.words
    page = site.get(f"{address(own_riverside)}&revision=1")
    assert page.find("//input[@id='subject']/@value") == [""]
    assert "the present one is 2" in page.words
    assert site.get(f"{address(own_riverside)}&revision=9").status == 404
    # Somebody else saved in between.
    page = site.post(address(own_riverside), form(own_riverside, "save", 1, subject="Mine"))
    assert page.status == 409
    assert page.find("//input[@id='subject']/@value") == ["Mine"]
    ready = site.post(address(own_riverside), form(own_riverside, "ready", 2))
    assert ready.status == 303
    assert "ready for the chair" in site.get("/en/glossary/river/drafts").words


def test_another_row_is_made_without_scripts(own_riverside: Site) -> None:
    begin(own_riverside)
    sent = form(own_riverside, "", 1, {**HEADS, "en": "sluice"})
    page = own_riverside.browser.post(address(own_riverside), {**sent, "more": "ru"})
    assert page.status == 200
    assert "not saved yet" in page.words
    assert page.find("//input[@name='term-text'][@lang='ru']/@value") == ["шлюз", ""]
    assert page.find("//input[@name='term-text'][@lang='en']/@value") == ["sluice"]
    identifiers = page.find("//*[@id]/@id")
    assert len(identifiers) == len(set(identifiers))


def test_a_pinyin_can_be_corrected(own_riverside: Site) -> None:
    begin(own_riverside)
    sent = form(own_riverside, "save", 1)
    pinyin = ["", "", "chuán zhá", ""]
    own_riverside.browser.post(address(own_riverside), {**sent, "term-pinyin": pinyin})
    facts = own_riverside.browser.json(address(own_riverside).replace("/draft?", "/draft.json?"))
    (term,) = [each for each in facts["content"]["terms"] if each["language"] == "zh"]
    assert term["transliterations"]["pinyin"] == "chuán zhá"
    assert term["transliterations"]["palladius"]


def test_what_keeps_it_from_being_proposed_stands_beside_its_field(own_riverside: Site) -> None:
    begin(own_riverside)
    sent = form(own_riverside, "propose", 1, {"ru": "шлюз"}, aim="joint", passphrase=PASSPHRASE)
    page = own_riverside.browser.post(address(own_riverside), sent)
    assert page.status == 400
    assert page.find("//*[@role='alert']")
    assert page.find("//textarea[@id='definition-ru'][@aria-invalid]")
    assert "The joint definition in ru is missing." in page.words
    assert page.find("//details[@open]/summary[contains(., 'Before it can be proposed')]")
    (hint,) = page.find("//small[@id='definition-ru-wrong']")
    assert "Write it in every language of the terms." in hint.text_content()
    # What was written is saved all the same, and nothing was proposed.
    assert "Revision 2" in page.words
    assert own_riverside.browser.get("/en/glossary/river/lock").status == 404


def test_a_chair_proposes_with_the_definition_of_his_party(own_riverside: Site) -> None:
    site, lake = own_riverside.browser, own_riverside.made.lake
    begin(own_riverside)
    fields = {
        "own-text": "Сооружение\r\nдля судов.", "own-language": "ru", "own-source": "Кодекс",
        "own-date": "2001",
        "own-translation-en": "A structure for ships.", "note-language": "ru", "note-text": "На картах.",
        "aim": "contested", "scope-en": "Inland.", "passphrase": PASSPHRASE, "author": "Анна",
    }  # fmt: skip
    relation: Form = {
        "relation-of": [lake, lake], "relation": ["broader", ""],
        "relation-to": [own_riverside.made.steppe, own_riverside.made.steppe],
    }  # fmt: skip
    wrong = site.post(
        address(own_riverside),
        {**form(own_riverside, "propose", 1, **fields), **relation, "passphrase": "no"},
    )
    assert wrong.status == 400
    assert texts(wrong, "//textarea[@id='scope-en']") == ["Inland."]
    assert wrong.find("//input[@name='passphrase']/@value") == []
    after = wrong.find("//input[@name='after']/@value")[0]
    contested = {**form(own_riverside, "propose", int(after), **fields), **relation}
    without = site.post(address(own_riverside), contested)
    assert without.status == 400
    assert "accepted with a reservation" in without.words
    sent = site.post(address(own_riverside), {**contested, "reservation-ru": "Не плотина."})
    assert sent.status == 303, sent.words
    assert "/glossary/river/proposals/" in sent.headers["location"]
    with own_riverside.workspace() as workspace:
        view = workspace.glossaries.entry("river", "lock")
        assert workspace.drafts.draft(lake, "river", "lock").state == "proposed"
    assert view.definitions[lake].text == "Сооружение\nдля судов."
    assert [note.text for note in view.notes] == ["На картах."]
    assert view.proposals[0].content["scope"] == {"en": "Inland."}
    assert dict(view.proposals[0].acceptances[0].reservation) == {"ru": "Не плотина."}
    assert view.line.waits == (own_riverside.made.steppe,)
    # Proposed once more with a change, the definition is not given again.
    page = site.get(address(own_riverside))
    number = int(page.find("//input[@name='after']/@value")[0])
    again = {**fields, "aim": "equivalent", "scope-en": "Inland only."}
    assert site.post(address(own_riverside), form(own_riverside, "propose", number, **again)).status == 303
    with own_riverside.workspace() as workspace:
        view = workspace.glossaries.entry("river", "lock")
    assert not view.earlier
    assert [one.state for one in view.proposals] == ["withdrawn", "open"]


def test_less_than_before_needs_a_reason(own_riverside: Site) -> None:
    heads = {"en": "river basin", "ru": "бассейн реки", "zh": "流域"}
    where = address(own_riverside, "basin")
    page = own_riverside.browser.get(where)
    assert "it begins with what was proposed last" in page.words
    assert page.find("//input[@name='aim'][@checked]/@value") == ["joint"]
    sent = form(own_riverside, "propose", 0, heads, passphrase=PASSPHRASE)
    page = own_riverside.browser.post(where, sent)
    assert page.status == 400
    assert "It agrees on less than what is in force" in page.words
    assert page.find("//textarea[@id='reason'][@aria-invalid]")
    sent = form(own_riverside, "propose", 1, heads, passphrase=PASSPHRASE, reason="Too early")
    assert own_riverside.browser.post(where, sent).status == 303


def test_people_of_the_party_remark_and_give_up(own_riverside: Site) -> None:
    site = own_riverside.browser
    begin(own_riverside)
    assert (
        site.post(address(own_riverside), {"action": "remark", "remark": "Why <not>?", "author": "Ж."}).status
        == 303
    )
    page = site.get(address(own_riverside))
    assert texts(page, "//div[@class='remark-of-draft']/p[2]") == ["Why <not>?"]
    assert site.post(address(own_riverside), {"action": "remark", "remark": " "}).status == 400
    assert site.post(address(own_riverside), {"action": "dance"}).status == 400
    assert (
        site.post(address(own_riverside), {"action": "drop"}).headers["location"]
        == "/en/glossary/river/drafts"
    )
    assert site.get(address(own_riverside)).status == 404


def test_a_draft_is_its_partys_alone(own_riverside: Site) -> None:
    site = own_riverside.browser
    begin(own_riverside)
    with own_riverside.workspace() as workspace:
        assert "lock" not in "".join(str(event.body) for event in workspace.history())
    assert site.get("/en/glossary/river/lock").status == 404
    assert "lock" not in site.get("/en/glossary/river").words.replace("block", "")
    other = address(own_riverside).replace(quote(own_riverside.made.lake), quote(own_riverside.made.steppe))
    assert site.get(other).status == 404
    with own_riverside.workspace() as workspace, cheap_passwords():
        workspace.people.add("clerk", password=PASSWORD, administrator=True)
        workspace.people.add("drafter", password=PASSWORD)
        workspace.people.grant("drafter", own_riverside.made.steppe, "drafter")
        token = workspace.people.sign_in("drafter", PASSWORD)
    assert site.get(address(own_riverside)).status == 303
    site.client.cookies.set(COOKIE, token)
    assert site.get(address(own_riverside)).status == 403
    assert begin(own_riverside, entry="gate").status == 403
    page = site.get("/en/glossary/river/drafts")
    assert "Lake Republic" not in page.words
    assert "Steppe Republic" in page.words


def test_odd_forms_are_refused_with_a_page(own_riverside: Site) -> None:
    begin(own_riverside)
    for odd in (
        {"aim": "x"}, {"dimension": "x"}, {"term-status": ["x"] * 4}, {"parties": "nobody"}, {"after": "x"},
        {"term-language": ["xx"] * 4}, {"reason": "x" * 6000}, {"instrument-date": "never"}, {},
    ):  # fmt: skip
        page = own_riverside.browser.post(
            address(own_riverside), {**form(own_riverside, "propose", 1), **odd}
        )
        assert page.status in (400, 403, 409), odd
        assert page.find("//*[@role='alert']"), odd
