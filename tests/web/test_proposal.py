from __future__ import annotations

from threading import Thread

import pytest

from tests.web.agreeing import PASSPHRASE, RESERVED, Site, content
from tests.web.browser import LANGUAGES, Page
from tests.web.test_glossary import texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_proposal_is_shown_in_full(riverside: Site, language: str) -> None:
    page = riverside.browser.get(f"/{language}{riverside.proposal('basin', 1)}")
    assert page.status == 200
    assert riverside.made.proposals["basin"][1] in page.words
    assert len(page.find("//section[@id='whole']//dl[@class='by-tongue']/div")) == 6
    assert len(page.find("//ul[@class='positions']/li[@class='accepted']")) == 2
    assert RESERVED in page.words
    assert not page.find("//surface")


def test_what_is_different_is_marked_and_told(riverside: Site) -> None:
    page = riverside.browser.get(f"/en{riverside.proposal('basin', 1)}")
    assert "Compared with proposal 1, 8 things are different." in page.words
    rows = texts(page, "//dl[@class='changes']/div")
    assert rows[0] == "What it aims at changed Equivalent Joint"
    assert "Joint definition · 中文 new 全部水流汇入同一条河流的地区。" in rows
    assert "Takes the place of new proposal 1" in rows
    (change, *_more) = page.find("//dl[@class='changes']/div")
    assert change.xpath("string(.//del)") == "Equivalent"
    assert change.xpath("string(.//ins)") == "Joint"
    assert page.find("//dl[@class='changes']//dd/@lang")[:3] == ["en", "ru", "zh"]
    back = riverside.browser.get(
        f"/en{riverside.proposal('basin')}?with={riverside.made.proposals['basin'][1][7:]}"
    )
    assert "Joint" in [each.text_content() for each in back.find("//del")]
    first = riverside.browser.get(f"/en{riverside.proposal('basin')}")
    assert "there is nothing to compare it with" in first.words
    assert riverside.browser.get(f"/en{riverside.proposal('basin')}?with=00").status == 404


def test_a_beginning_of_the_hash_is_enough(riverside: Site) -> None:
    address = riverside.proposal("ferry")
    short = address[: -64 + 8]
    assert riverside.browser.get(f"/en{short}").status == 200
    assert riverside.browser.get(f"/en{address[:-60]}").status == 404
    facts = riverside.browser.json(f"/en{short}.json")
    assert facts["proposal"]["hash"] == riverside.made.proposals["ferry"][0]
    assert facts["follows"][0]["sentence"] == (
        "If Steppe Republic accepts too, the entry is “Equivalent” among Lake Republic and Steppe Republic."
    )


def answer(site: Site, action: str, party: str, **fields: str) -> Page:
    """Answer to the proposal for the ferry."""
    form = {"action": action, "party": party, "passphrase": PASSPHRASE, **fields}
    return site.browser.post(f"/en{site.proposal('ferry')}", form)


def test_a_chair_accepts_with_a_reservation(own_riverside: Site) -> None:
    site, steppe = own_riverside, own_riverside.made.steppe
    sent = answer(site, "accept", steppe, **{"reservation-zh": "仅限\r\n夏季。", "author": "Борис"})
    assert sent.status == 303, sent.words
    with site.workspace() as workspace:
        view = workspace.glossaries.entry("river", "ferry")
    assert view.line.level == "equivalent"
    (mine,) = [one for one in view.proposals[0].acceptances if one.party == steppe]
    assert (dict(mine.reservation), mine.author) == ({"zh": "仅限\n夏季。"}, "Борис")
    page = site.browser.get(f"/en{site.proposal('ferry')}")
    assert "accept exactly this content: among them the entry is “Equivalent”" in page.words
    again = answer(site, "accept", steppe)
    assert again.status == 400
    assert "accepted this already" in again.words


def test_refusing_taking_back_and_withdrawing(own_riverside: Site) -> None:
    site, lake, steppe = own_riverside, own_riverside.made.lake, own_riverside.made.steppe
    without = answer(site, "refuse", steppe, reason="  ")
    assert without.status == 400
    assert "A refusal needs a reason." in without.words
    assert without.find("//details[@open]//textarea[@name='reason']")
    assert answer(site, "refuse", steppe, reason="A <ferry> is a boat.").status == 303
    page = site.browser.get(f"/en{site.proposal('ferry')}")
    assert "A <ferry> is a boat." in page.words
    assert "Steppe Republic does not accept it." in page.words
    assert answer(site, "accept", steppe).status == 303
    assert answer(site, "take-back", steppe, reason="").status == 400
    assert answer(site, "take-back", steppe, reason="A mistake").status == 303
    page = site.browser.get(f"/en{site.proposal('ferry')}")
    assert "it holds no longer" in page.words
    assert answer(site, "withdraw", steppe).status == 400
    assert answer(site, "withdraw", lake, reason="Later").status == 303
    page = site.browser.get(f"/en{site.proposal('ferry')}")
    assert "so it cannot be accepted any more" in page.words
    assert not page.find("//input[@value='accept']")


@pytest.mark.parametrize("passphrase", ["", "wrong", PASSPHRASE.upper()])
def test_without_the_passphrase_nothing_is_signed(own_riverside: Site, passphrase: str) -> None:
    site, steppe = own_riverside, own_riverside.made.steppe
    fields = {"reservation-en": "Only & always", "passphrase": passphrase, "author": "B"}
    page = answer(site, "accept", steppe, **fields)
    assert page.status == 400
    assert page.find("//*[@role='alert']")
    assert "Only & always" in texts(page, "//textarea[@name='reservation-en']")
    assert page.find("//input[@name='author']/@value").count("B") >= 1
    (field,) = page.find("//input[@type='password'][@aria-invalid]")
    assert field.get("value") is None
    assert field.get("autocomplete") == "current-password"
    with site.workspace() as workspace:
        assert workspace.glossaries.entry("river", "ferry").line.level == "proposed"


def test_nobody_signs_for_a_party_whose_key_is_elsewhere(own_riverside: Site) -> None:
    for party in ("nobody", "lake@" + "0" * 32, "<b>"):
        page = answer(own_riverside, "accept", party)
        assert page.status in (400, 403, 404), party
        assert not page.find("//b[not(*) and text()='']")


def test_what_would_be_given_up_is_said_before(own_riverside: Site) -> None:
    made = own_riverside.made
    both = tuple(sorted((made.lake, made.steppe)))
    with own_riverside.workspace() as workspace:
        signer = workspace.parties.unlocked(made.lake, PASSPHRASE)
        heads = {"en": "river basin", "ru": "бассейн реки", "zh": "流域"}
        name = workspace.glossaries.propose(
            signer, "river", "basin", content(both, "equivalent", heads, reason="Too early")
        )
    page = own_riverside.browser.get(f"/en/glossary/river/proposals/{name[7:]}")
    (note,) = texts(page, "//p[@class='note']")
    assert note == (
        "Mind: “Joint” (proposal 2) would become “Equivalent”. "
        "The parties would give up something that they agreed on."
    )
    # Until the other party accepts, what was agreed holds.
    assert "= Joint" in texts(
        own_riverside.browser.get("/en/glossary/river/basin"), "//p[@class='lead']/span"
    )
    chooser = page.find("//select[@id='with']/option")
    assert [each.get("selected") is not None for each in chooser] == [False, True]


def test_two_accept_in_the_same_second(own_riverside: Site) -> None:
    pages: list[Page] = []
    both = [
        Thread(target=lambda: pages.append(answer(own_riverside, "accept", own_riverside.made.steppe)))
        for _number in range(2)
    ]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(page.status for page in pages) == [303, 400]
    with own_riverside.workspace() as workspace:
        (proposal,) = workspace.glossaries.entry("river", "ferry").proposals
    assert len(proposal.acceptances) == 2


def test_what_another_site_sends_is_refused(own_riverside: Site) -> None:
    form = {"action": "accept", "party": own_riverside.made.steppe, "passphrase": PASSPHRASE}
    page = own_riverside.browser.post(
        f"/en{own_riverside.proposal('ferry')}", form, headers={"origin": "http://elsewhere.example"}
    )
    assert page.status == 403
