"""The demo's round: what docs/demo.md says of it is what the record holds."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.demo import words
from dragoman.demo.delegations import LAKE, PASSPHRASE, STEPPE
from dragoman.demo.entries import AGENDA, FIRE, GLOSSARY, POLLUTION, Concept
from dragoman.errors import WrongPassphrase
from dragoman.glossary.content import problems
from dragoman.terms.keys import key_of
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import EntryView
from tests.demo.texts import NAMES, reading, table

ENDS = {
    "disaster-prevention": "joint",
    "rescue-team": "joint",
    "connectivity": "equivalent",
    "cross-border-crime": "equivalent",
    "neighbourhood-of-mutual-support": "parallel",
    "sustainable-security": "parallel",
    "flow-of-small-arms": "contested",
    "spread-of-false-information": "deferred",
}
OPEN = {"unemployment-among-the-young": "lake", "water-shortage": "steppe"}


def entry(demo: Workspace, name: str) -> EntryView:
    return demo.glossaries.entry(GLOSSARY, name)


def party(demo: Workspace, name: str) -> str:
    return demo.parties.party(name).id


def test_eight_terms_end_where_the_page_says(demo: Workspace) -> None:
    found = demo.rounds.round(GLOSSARY, words.ROUND)
    assert {item.entry: item.outcome for item in found.agenda} == ENDS
    told = {cells[0].strip("`"): cells[1] for cells in table("### How the eight terms end")}
    assert told == ENDS
    assert found.line.state == "closed"
    assert found.differing == ()
    assert found.counts.levels == Counter(ENDS.values())


def test_both_parties_give_and_take_alike(demo: Workspace) -> None:
    found = demo.rounds.round(GLOSSARY, words.ROUND)
    lake, steppe = party(demo, "lake"), party(demo, "steppe")
    assert Counter(item.party for item in found.agenda) == {lake: 4, steppe: 4}
    assert found.counts.proposed_by == {lake: 6, steppe: 6}
    made = Counter(
        event.party
        for event in demo.history()
        if event.kind == "proposal.made" and event.body["entry"] in ENDS
    )
    assert made == {lake: 5, steppe: 5}
    assert {name: len(found.experts[name]) for name in found.experts} == {lake: 2, steppe: 2}
    assert found.chairs == {lake: LAKE.chair, steppe: STEPPE.chair}
    assert len({each.party for each in words.MEANINGS}) == 2
    assert Counter(each.party.name for each in words.MEANINGS) == {"lake": 3, "steppe": 3}
    assert Counter(each.party.name for each in words.CITATIONS) == {"lake": 8, "steppe": 8}


@pytest.mark.parametrize("name", [*ENDS, *OPEN])
def test_every_term_stands_in_the_documents(demo: Workspace, name: str) -> None:
    found = entry(demo, name)
    for term in found.proposals[-1].content["terms"]:
        code = term["language"]
        key = key_of(term["text"], code)
        texts = [reading(file).text for file in NAMES if f".{code}." in file]
        if code == "zh":
            assert any(key in text for text in texts), term["text"]
        else:
            # Every word of it in some form, near each other, is enough here: "relations" inflect.
            words_of = [word[:5].casefold() for word in term["text"].split()]
            assert any(all(word in text.casefold() for word in words_of) for text in texts), term["text"]


@pytest.mark.parametrize("name", [*ENDS, *OPEN])
def test_every_proposal_is_one_that_the_pages_would_take(demo: Workspace, name: str) -> None:
    view, found = demo.glossaries.glossary(GLOSSARY), entry(demo, name)
    own = {one: given.event for one, given in found.definitions.items()}
    force = {replaced: "equivalent" for one in found.proposals for replaced in one.content["replaces"]}
    for one in found.proposals:
        assert (
            problems(
                one.content,
                languages=view.languages,
                parties=view.parties,
                own_definitions=own,
                in_force=force,
                entry=name,
            )
            == []
        )


def test_a_refused_proposal_is_followed_by_one_that_is_accepted(demo: Workspace) -> None:
    first, second = entry(demo, "disaster-prevention").proposals
    assert (first.state, [each.reason for each in first.refusals]) == (
        "withdrawn",
        [words.PREVENTION_REFUSED],
    )
    assert (second.state, second.missing) == ("agreed", ())
    assert second.content["definition"] == words.PREVENTION_AGREED
    superseded = [t["text"] for t in second.content["terms"] if t["status"] == "superseded"]
    assert superseded == ["灾害预防"]


def test_a_level_rises_by_a_proposal_that_takes_the_place_of_another(demo: Workspace) -> None:
    first, second = entry(demo, "rescue-team").proposals
    assert (first.aim, first.state) == ("equivalent", "replaced")
    assert (second.aim, second.content["replaces"]) == ("joint", (first.hash,))
    levels = [step.level for step in demo.glossaries.story(GLOSSARY, "rescue-team")]
    assert list(dict.fromkeys(filter(None, levels))) == ["proposed", "equivalent", "joint"]


def test_each_keeps_its_own_definition_in_its_own_language(demo: Workspace) -> None:
    lake, steppe = party(demo, "lake"), party(demo, "steppe")
    found = entry(demo, "sustainable-security")
    assert {name: one.language for name, one in found.definitions.items()} == {lake: "ru", steppe: "zh"}
    assert all(set(one.translations) == {"en"} for one in found.definitions.values())
    assert found.definitions[lake].date == "2024-11-20"
    assert found.unacknowledged == ()
    assert {(note.party, note.language) for note in found.notes} == {(lake, "ru"), (steppe, "zh")}
    # What the governments' reports of 2024 say, word by word but for how the sentence begins.
    for name, file in ((lake, "lake-2024.ru.txt"), (steppe, "steppe-2024.zh.txt")):
        said = found.definitions[name].text
        assert (
            said[1:] in reading(file).text or said in reading(file).text or said[1:-1] in reading(file).text
        )


def test_what_is_contested_has_its_relation_and_both_reservations(demo: Workspace) -> None:
    lake, steppe = party(demo, "lake"), party(demo, "steppe")
    (proposal,) = entry(demo, "flow-of-small-arms").proposals
    assert proposal.content["relations"] == ({"of": lake, "to": steppe, "relation": "broader"},)
    assert {one.party: set(one.reservation) for one in proposal.acceptances} == {
        lake: {"ru", "en"},
        steppe: {"zh", "en"},
    }


def test_one_term_is_taken_with_a_reservation(demo: Workspace) -> None:
    lines = {line.id: line for line in demo.glossaries.entries(GLOSSARY)}
    assert {name: line.reservations for name, line in lines.items() if line.reservations} == {
        "connectivity": 1,
        "flow-of-small-arms": 2,
    }


def test_minutes_are_agreed(demo: Workspace) -> None:
    (minutes,) = demo.rounds.round(GLOSSARY, words.ROUND).minutes
    assert minutes.agreed
    assert set(minutes.texts) == {"ru", "zh", "en"}


def test_every_citation_leads_to_its_words(demo: Workspace) -> None:
    for concept in (concept for some in AGENDA.values() for concept in some):
        cited = entry(demo, concept.id).attestations
        assert {one.party for one in cited} == {party(demo, "lake"), party(demo, "steppe")}
        for one in cited:
            assert one.here
            assert len(one.quotations) >= 2
            for quotation in one.quotations:
                assert demo.original(quotation.original).exists()
                assert all(quotation.words)


def test_something_waits_for_each_and_each_has_a_draft(demo: Workspace) -> None:
    waiting = {(one.entry, one.party.partition("@")[0], one.wanted) for one in demo.glossaries.waiting()}
    assert waiting == {(name, who, "answer") for name, who in OPEN.items()}
    drafts: dict[str, Concept] = {"lake": POLLUTION, "steppe": FIRE}
    for name, concept in drafts.items():
        (draft,) = demo.drafts.drafts(party(demo, name))
        assert draft.entry == concept.id
        assert draft.state == "open"
    everything = " ".join(event.to_json() for event in demo.history())
    assert not any(concept.id in everything for concept in drafts.values())


def test_the_passphrase_of_the_page_opens_both_keys(demo: Workspace) -> None:
    assert demo.parties.held() == (party(demo, "lake"), party(demo, "steppe"))
    assert demo.parties.unlocked("lake", PASSPHRASE).party == party(demo, "lake")
    with pytest.raises(WrongPassphrase):
        demo.parties.unlocked("steppe", "another passphrase")
