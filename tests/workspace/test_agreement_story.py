"""Seven parties in one glossary: what some of them agree on, what all do; nothing regresses silently."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from dragoman.errors import InputError
from dragoman.glossary.content import blank, filled
from dragoman.record.keys import SecretKey
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Answer, EntryView, Signer

NAMES = ("alder", "birch", "cedar", "durian", "elm", "fir", "ginkgo")
WORDS = {"en": "ford", "ru": "брод", "zh": "浅滩"}
MEANING = {"en": "A shallow place.", "ru": "Мелкое место.", "zh": "水浅之处。"}


@dataclass(frozen=True)
class Table:
    """A glossary of seven parties, all of whose keys are open, with one entry that they talk of."""

    workspace: Workspace
    signers: Mapping[str, Signer]
    glossary: str

    def propose(self, by: str, aim: str, names: Sequence[str], **more: Any) -> str:
        parties = [self.signers[name].party for name in names]
        terms = [{"language": code, "text": text} for code, text in WORDS.items()]
        reservation = more.pop("reservation", None)
        content = filled({**blank(parties, ()), "aim": aim, "terms": terms, **more})
        return self.workspace.glossaries.propose(
            self.signers[by], self.glossary, "ford", content, reservation=reservation
        )

    def accept(self, proposal: str, *names: str) -> None:
        for name in names:
            self.workspace.glossaries.accept(self.signers[name], self.glossary, proposal)

    def entry(self) -> EntryView:
        return self.workspace.glossaries.entry(self.glossary, "ford")

    def levels(self) -> dict[tuple[str, ...], str]:
        """The level of each set of parties that agreed something, by their short names."""
        return {
            tuple(one.partition("@")[0] for one in parties): level
            for parties, level, _name in self.entry().levels
        }

    def waiting(self) -> list[str]:
        return [party.partition("@")[0] for party in self.entry().line.waits]


@pytest.fixture(scope="module")
def parties(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Workspace, Mapping[str, Signer]]]:
    """A workspace that holds seven parties, and their keys, open."""
    with Workspace.create(tmp_path_factory.mktemp("seven") / "workspace") as workspace:
        signers = {}
        for name in NAMES:
            secret = SecretKey(hashlib.sha256(f"test {name}".encode()).digest())
            made = workspace.parties.found(
                name, {"en": name.title()}, passphrase="a good passphrase", secret=secret
            )
            signers[name] = Signer(made.party, secret, f"chair of {name}")
        yield workspace, signers


@pytest.fixture
def table(parties: tuple[Workspace, Mapping[str, Signer]], request: pytest.FixtureRequest) -> Table:
    """A glossary of these parties, in which nothing has been said."""
    workspace, signers = parties
    name = hashlib.sha256(request.node.name.encode()).hexdigest()[:12]
    workspace.glossaries.found(signers["alder"], name, {"en": name}, tuple(WORDS), NAMES)
    return Table(workspace, signers, name)


def test_a_level_needs_the_seventh_too(table: Table) -> None:
    proposal = table.propose("alder", "equivalent", NAMES)
    for at, name in enumerate(NAMES[1:], start=2):
        assert table.levels() == {}
        assert table.entry().line.level == "proposed"
        assert table.waiting() == list(NAMES[at - 1 :])
        table.accept(proposal, name)
    assert table.levels() == {NAMES: "equivalent"}
    assert table.entry().line.level == "equivalent"
    assert table.entry().line.place == "all"
    assert table.waiting() == []


def test_two_agree_on_more_than_all(table: Table) -> None:
    everybody = table.propose("alder", "equivalent", NAMES)
    table.accept(everybody, *NAMES[1:])
    two = table.propose("birch", "joint", ("birch", "elm"), definition=MEANING)
    table.accept(two, "elm")
    assert table.levels() == {NAMES: "equivalent", ("birch", "elm"): "joint"}
    line = table.entry().line
    # Nobody is made to agree on more than it did: the head shows what all agreed on.
    assert (line.level, line.place) == ("equivalent", "all")
    assert table.entry().holding == everybody
    assert table.entry().conflict == ()


def test_disjoint_pairs_each_have_their_own(table: Table) -> None:
    first = table.propose("alder", "joint", ("alder", "birch"), definition=MEANING)
    second = table.propose("cedar", "equivalent", ("cedar", "durian", "elm"))
    table.accept(first, "birch")
    table.accept(second, "durian", "elm")
    assert table.levels() == {("alder", "birch"): "joint", ("cedar", "durian", "elm"): "equivalent"}
    line = table.entry().line
    assert line.place == "some"
    assert not line.conflict


def test_who_is_not_asked_cannot_answer(table: Table) -> None:
    proposal = table.propose("alder", "equivalent", ("alder", "birch"))
    before = table.entry()
    with pytest.raises(InputError, match="not for this party"):
        table.accept(proposal, "ginkgo")
    with pytest.raises(InputError, match="for itself"):
        table.propose("ginkgo", "equivalent", ("alder", "birch"))
    assert table.entry() == before


def test_one_taking_its_acceptance_back_ends_it_for_that_set_alone(table: Table) -> None:
    everybody = table.propose("alder", "equivalent", NAMES)
    table.accept(everybody, *NAMES[1:])
    two = table.propose("birch", "joint", ("birch", "elm"), definition=MEANING)
    table.accept(two, "elm")
    table.workspace.glossaries.take_back(table.signers["fir"], table.glossary, everybody, "A new law.")
    assert table.levels() == {("birch", "elm"): "joint"}
    last = table.workspace.glossaries.story(table.glossary, "ford")[-1]
    assert (last.kind, last.body["reason"]) == ("acceptance.withdrawn", "A new law.")
    assert {one.hash: one.state for one in table.entry().proposals} == {everybody: "ended", two: "agreed"}


def test_a_proposal_for_all_takes_the_place_of_what_some_agreed_when_all_accept(table: Table) -> None:
    two = table.propose("birch", "equivalent", ("birch", "elm"))
    table.accept(two, "elm")
    everybody = table.propose("alder", "joint", NAMES, definition=MEANING)
    assert table.entry().proposals[-1].content["replaces"] == (two,)
    table.accept(everybody, *NAMES[1:-1])
    assert table.levels() == {("birch", "elm"): "equivalent"}
    table.accept(everybody, NAMES[-1])
    assert table.levels() == {NAMES: "joint"}
    assert [one.state for one in table.entry().proposals] == ["replaced", "agreed"]


def test_answers_to_several_are_kept_together_or_not_at_all(table: Table) -> None:
    first = table.propose("alder", "equivalent", ("alder", "fir"))
    second = table.propose("birch", "equivalent", ("birch", "fir"))
    before = table.entry()
    answers = [Answer(first, "accept"), Answer(second, "refuse", reason=" ")]
    with pytest.raises(InputError, match="needs a reason"):
        table.workspace.glossaries.answer(table.signers["fir"], table.glossary, answers)
    assert table.entry() == before
    answers[1] = Answer(second, "refuse", reason="Not yet.")
    assert table.workspace.glossaries.answer(table.signers["fir"], table.glossary, answers) == 2
    assert table.levels() == {("alder", "fir"): "equivalent"}


def test_a_relation_among_three_is_contested_with_a_reservation_of_each(table: Table) -> None:
    three = ("alder", "birch", "cedar")
    ids = [table.signers[name].party for name in three]
    relations = [
        {"of": ids[0], "to": ids[1], "relation": "broader"},
        {"of": ids[1], "to": ids[2], "relation": "overlapping"},
    ]
    proposal = table.propose(
        "alder", "contested", three, relations=relations, reservation={"en": "Carts only."}
    )
    with pytest.raises(InputError, match="with a reservation"):
        table.accept(proposal, "birch")
    for name in three[1:]:
        table.workspace.glossaries.accept(
            table.signers[name], table.glossary, proposal, reservation={"en": f"Of {name}."}
        )
    assert table.levels() == {three: "contested"}
    assert table.entry().line.reservations == 3


def test_a_definition_of_another_party_cannot_be_given_in_its_name(table: Table) -> None:
    glossaries = table.workspace.glossaries
    own = glossaries.define(table.signers["alder"], table.glossary, "ford", "ru", "Мелкое место.")
    alder, birch = (table.signers[name].party for name in ("alder", "birch"))
    with pytest.raises(InputError, match="is its own"):
        table.propose("alder", "parallel", ("alder", "birch"), definitions={alder: own, birch: own})
    assert table.entry().proposals == ()
    assert set(table.entry().definitions) == {alder}


def test_the_whole_is_signed_and_holds_together(table: Table) -> None:
    table.propose("alder", "equivalent", NAMES)
    assert table.workspace.verify() == []
