from __future__ import annotations

from typing import Any

import pytest

from dragoman.record import documents, glossaries, parties
from dragoman.record.document_kinds import METADATA
from dragoman.record.fold import fold
from dragoman.record.kinds import KINDS, kind_fault
from tests.record.events import METADATA as SAID
from tests.record.events import ORIGINALS, Chain, judging, small
from tests.record.signing import attestation, content
from tests.record.trading import key_of

SIDE: dict[str, Any] = {"original": ORIGINALS[0], "ranges": [[0, 3], [3, 5]], "words": ["a", "b"]}
EMPTY: dict[str, Any] = {"original": ORIGINALS[1], "ranges": [], "words": []}
NAMED: dict[str, Any] = {
    "document": "a1",
    "language": "ru",
    "original": ORIGINALS[0],
    "range": [12, 21],
    "words": "паводками",
    "topic": "disasters",
}
DIFFERENCE: dict[str, Any] = {
    "document": "a1",
    "kind": "number",
    "passages": [{"language": "ru", **SIDE}, {"language": "zh", **EMPTY}],
}
LAKE, STEPPE = f"lake@{'1' * 32}", f"steppe@{'2' * 32}"
KEY, OTHER = (key_of(name).public for name in ("a", "b"))
PROOF = key_of("b").sign("whatever")
IN_ENTRY = {"glossary": "harbours", "entry": "water"}
IN_ROUND = {"glossary": "harbours", "round": "spring-2026"}
OF_PROPOSAL = {**IN_ENTRY, "proposal": ORIGINALS[0]}
RIGHT: dict[str, dict[str, Any]] = {
    "document.added": {"document": "a1", **SAID},
    "document.described": {"document": "a1", "field": "date", "value": "2024", "was": ""},
    "version.added": {
        "document": "a1",
        "language": "zh",
        "original": ORIGINALS[0],
        "name": "声明.txt",
        "form": "plain",
    },
    "alignment.corrected": {"document": "a1", "languages": ["ru", "zh"], "left": SIDE, "right": EMPTY},
    "alignment.restored": {"document": "a1", "correction": ORIGINALS[0]},
    "threat.confirmed": NAMED,
    "threat.rejected": {**NAMED, "reason": "It is the name of a service."},
    "threat.reopened": {"document": "a1", "judgement": ORIGINALS[0]},
    "finding.accepted": DIFFERENCE,
    "finding.dismissed": {**DIFFERENCE, "reason": "Both words mean it."},
    "finding.reopened": {"document": "a1", "decision": ORIGINALS[0]},
    "party.trusted": {"party": LAKE, "reason": ""},
    "party.founded": {"names": {"en": "Lake", "ru": "Озеро"}, "key": KEY, "chair": "", "recovery": OTHER},
    "party.named": {"names": {"zh": "湖"}},
    "key.rotated": {"key": OTHER, "proof": PROOF, "reason": ""},
    "key.revoked": {"key": "", "proof": "", "reason": "Stolen."},
    "chair.succeeded": {"chair": "B. Chair", "key": OTHER, "proof": PROOF, "reason": ""},
    "glossary.founded": {
        "glossary": "harbours",
        "titles": {"en": "Harbours"},
        "languages": ["en", "zh"],
        "parties": [LAKE, STEPPE],
    },
    "glossary.extended": {"glossary": "harbours", "parties": [], "languages": ["ru"]},
    "definition.given": {
        **IN_ENTRY,
        "language": "ru",
        "text": "Укрытое место.",
        "source": "",
        "date": "2024",
        "translations": {"en": "A sheltered place."},
    },
    "note.given": {**IN_ENTRY, "language": "en", "text": ""},
    "attestation.given": {**IN_ENTRY, "attestation": attestation()},
    "attestation.withdrawn": {**IN_ENTRY, "attestation": ORIGINALS[0], "reason": ""},
    "proposal.made": {**IN_ENTRY, "content": content("equivalent", [LAKE, STEPPE])},
    "proposal.accepted": {**OF_PROPOSAL, "reservation": {"en": "Not at sea."}},
    "proposal.refused": {**OF_PROPOSAL, "reason": "No."},
    "proposal.withdrawn": {**OF_PROPOSAL, "reason": ""},
    "acceptance.withdrawn": {**OF_PROPOSAL, "reason": "Changed."},
    "round.opened": {
        **IN_ROUND,
        "topics": {"en": "Water"},
        "from": "2026-03-02",
        "to": "2026-03-05",
        "parties": [LAKE, STEPPE],
        "chair": "A. Chair",
        "experts": ["E. Expert"],
    },
    "round.joined": {**IN_ROUND, "chair": "B. Chair", "experts": []},
    "agenda.added": {**IN_ROUND, "entry": "water", "note": ""},
    "agenda.removed": {**IN_ROUND, "entry": "water", "reason": "No time."},
    "minutes.proposed": {**IN_ROUND, "texts": {"en": "They met."}},
    "minutes.accepted": {**IN_ROUND, "minutes": ORIGINALS[0]},
    "round.closed": {**IN_ROUND, "outcomes": {"water": ["joint", ORIGINALS[0]], "port": ["", ""]}},
}


def test_every_kind_has_a_meaning_and_an_example() -> None:
    meant = [*documents.MEANINGS, *parties.MEANINGS, *glossaries.MEANINGS, "party.trusted"]
    assert len(meant) == len(set(meant))
    assert set(KINDS) == set(meant) == set(RIGHT)
    assert all(name == kind.name for name, kind in KINDS.items())
    assert set(SAID) == set(METADATA)


def test_names_of_kinds_and_their_fields_are_never_taken_back() -> None:
    """Append-only: what is listed here stays as it is, new kinds are added."""
    assert {name: list(kind.fields) for name, kind in KINDS.items()} == {
        "document.added": ["document", *METADATA],
        "document.described": ["document", "field", "value", "was"],
        "version.added": ["document", "language", "original", "name", "form"],
        "alignment.corrected": ["document", "languages", "left", "right"],
        "alignment.restored": ["document", "correction"],
        "threat.confirmed": ["document", "language", "original", "range", "words", "topic"],
        "threat.rejected": ["document", "language", "original", "range", "words", "topic", "reason"],
        "threat.reopened": ["document", "judgement"],
        "finding.accepted": ["document", "kind", "passages"],
        "finding.dismissed": ["document", "kind", "passages", "reason"],
        "finding.reopened": ["document", "decision"],
        "party.trusted": ["party", "reason"],
        "party.founded": ["names", "key", "chair", "recovery"],
        "party.named": ["names"],
        "key.rotated": ["key", "proof", "reason"],
        "key.revoked": ["key", "proof", "reason"],
        "chair.succeeded": ["chair", "key", "proof", "reason"],
        "glossary.founded": ["glossary", "titles", "languages", "parties"],
        "glossary.extended": ["glossary", "parties", "languages"],
        "definition.given": [
            "glossary", "entry", "language", "text", "source", "date", "translations",
        ],
        "note.given": ["glossary", "entry", "language", "text"],
        "attestation.given": ["glossary", "entry", "attestation"],
        "attestation.withdrawn": ["glossary", "entry", "attestation", "reason"],
        "proposal.made": ["glossary", "entry", "content"],
        "proposal.accepted": ["glossary", "entry", "proposal", "reservation"],
        "proposal.refused": ["glossary", "entry", "proposal", "reason"],
        "proposal.withdrawn": ["glossary", "entry", "proposal", "reason"],
        "acceptance.withdrawn": ["glossary", "entry", "proposal", "reason"],
        "round.opened": ["glossary", "round", "topics", "from", "to", "parties", "chair", "experts"],
        "round.joined": ["glossary", "round", "chair", "experts"],
        "agenda.added": ["glossary", "round", "entry", "note"],
        "agenda.removed": ["glossary", "round", "entry", "reason"],
        "minutes.proposed": ["glossary", "round", "texts"],
        "minutes.accepted": ["glossary", "round", "minutes"],
        "round.closed": ["glossary", "round", "outcomes"],
    }  # fmt: skip
    assert list(METADATA) == [
        "title", "kind", "body", "parties", "date", "place", "source", "licence", "invented",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", RIGHT)
def test_a_right_body_has_no_fault(kind: str) -> None:
    assert kind_fault(kind, RIGHT[kind]) is None


@pytest.mark.parametrize("event", [*small().events, *judging().events], ids=lambda event: event.kind)
def test_a_frozen_body_has_no_fault(event: Any) -> None:
    assert kind_fault(event.kind, event.body) is None


@pytest.mark.parametrize("kind", RIGHT)
def test_a_body_must_have_its_fields_and_no_others(kind: str) -> None:
    for name in RIGHT[kind]:
        fault = kind_fault(kind, {key: value for key, value in RIGHT[kind].items() if key != name})
        assert fault == ("The field {field!r} is missing.", {"field": name})
    fault = kind_fault(kind, {**RIGHT[kind], "more": ""})
    assert fault == ("There is no field {field!r}.", {"field": "more"})


WRONG: dict[str, dict[str, list[Any]]] = {
    "document.added": {
        "document": ["", "a b", "../a", "-", 1, "a" * 101],
        "title": [None, 1, ["a"]],
        "parties": ["a", [1], None, {"a": "b"}],
        "date": [
            "24",
            "2024-13",
            "2024-02-30",
            "2024-5",
            "2024-05-16T00:00:00",
            None,
            2024,
            "2024\n",
            "２024",
        ],
        "invented": [None, 0, "true"],
    },
    "document.described": {
        "field": ["document", "x", None, ["title"], {"a": []}],
        "value": ["2024-13", True, ["2024"], None],
        "was": ["x", 1],
    },
    "version.added": {"language": ["", "r", "русский", "zh-", None], "original": ["sha256:0", "", None]},
    "alignment.corrected": {
        "languages": [["zh", "ru"], ["ru", "ru"], ["ru"], "ru", ["ru", "zh", "en"], [1, 2], None],
        "left": [
            None,
            [],
            EMPTY,
            {},
            {**SIDE, "more": 1},
            {**SIDE, "original": "x"},
            {**SIDE, "ranges": ""},
            {**SIDE, "words": ["a"]},
            {**SIDE, "words": [1, 2]},
            {**SIDE, "words": "ab"},
            {**SIDE, "ranges": [[0, 3], [2, 5]]},
            {**SIDE, "ranges": [[3, 5], [0, 3]]},
            {**SIDE, "ranges": [[0, 0], [3, 5]]},
            {**SIDE, "ranges": [[-1, 3], [3, 5]]},
            {**SIDE, "ranges": [[0, True], [3, 5]]},
            {**SIDE, "ranges": [[0], [3, 5]]},
            {**SIDE, "ranges": ["01", [3, 5]]},
        ],
    },
    "alignment.restored": {"correction": ["", None, "a1"]},
    "threat.confirmed": {
        "range": [[3, 3], [5, 3], [-1, 3], [0], [0, True], "01", [[0, 3]], None],
        "words": [None, 1, ["a"]],
        "topic": [None, 1],
    },
    "threat.rejected": {"reason": ["", " \n", None, 1]},
    "threat.reopened": {"judgement": ["", None, "a1"]},
    "finding.accepted": {
        "kind": [None, 1],
        "passages": [
            None,
            [],
            "ru",
            [{"language": "ru", **SIDE}],
            [{"language": "ru", **SIDE}, {"language": "ru", **EMPTY}],
            [{"language": "ru", **SIDE}, {"language": "zh"}],
            [{"language": "ru", **SIDE}, {**EMPTY}],
            [{"language": "ru", **SIDE}, None],
            [{"language": code, **SIDE} for code in ("de", "en", "ru", "zh")],
            [{"language": "ru", **EMPTY}, {"language": "zh", **EMPTY}],
        ],
    },
    "finding.dismissed": {"reason": ["", " \n", None, 1]},
    "finding.reopened": {"decision": ["", None, "a1"]},
    "party.trusted": {"party": ["lake", f"lake@{'1' * 31}", f"a b@{'1' * 32}", f"@{'1' * 32}", None, [LAKE]]},
    "party.founded": {
        "names": [{}, {"en": " "}, {"en": 1}, {"": "Lake"}, {"in English": "Lake"}, ["Lake"], None],
        "key": ["", KEY.upper(), KEY[:-1], "rsa:" + "0" * 64, None],
        "chair": [None, 1],
        "recovery": [KEY[:-1], None, 1, KEY],
    },
    "party.named": {"names": [{}, None]},
    "key.rotated": {
        "key": ["", KEY[:-1], None],
        "proof": ["", PROOF[:-1], PROOF[33:], None],
        "reason": [None],
    },
    "key.revoked": {"key": [OTHER, None], "proof": [PROOF, None], "reason": ["", " ", None]},
    "chair.succeeded": {"chair": ["", None], "key": [""], "proof": [""], "reason": [1]},
    "glossary.founded": {
        "glossary": ["", "Harbours", "a b", "a/b", "-a", "a" * 81, "порт", None],
        "titles": [{"en": ""}, None],
        "languages": [[], ["zh", "en"], ["en", "en"], ["e"], "en", None],
        "parties": [[], [STEPPE, LAKE], [LAKE, LAKE], ["lake"], LAKE, None],
    },
    "glossary.extended": {"parties": [[STEPPE, LAKE], None], "languages": [["ru", "en"], None]},
    "definition.given": {
        "entry": [
            "",
            "rounds",
            "proposals",
            "waiting",
            "drafts",
            "editions",
            "difference",
            "agenda",
            "new",
            "learn",
            "Water",
            "a/b",
        ],
        "language": ["", "русский", None],
        "text": ["", " \n", None],
        "source": [None],
        "date": ["soon", None],
        "translations": [{"en": ""}, {"": "a"}, [], None],
    },
    "note.given": {"entry": ["new"], "language": [""], "text": [None, 1]},
    "attestation.given": {
        "entry": ["drafts"],
        "attestation": [
            None,
            {},
            {**attestation(), "more": ""},
            {**attestation(), "date": "soon"},
            {**attestation(), "title": None},
            {**attestation(), "document": ""},
            {**attestation(), "passages": []},
            {**attestation(), "passages": None},
            {**attestation(), "passages": [SIDE]},
            {**attestation(), "passages": ["ru"]},
            {**attestation(), "passages": [{"language": "ru", **EMPTY}]},
            {**attestation(), "passages": [{"language": "ru", **SIDE, "ranges": [[5, 3], [6, 7]]}]},
        ],
    },
    "attestation.withdrawn": {"attestation": ["", None], "reason": [None]},
    "proposal.made": {"entry": ["rounds", ""], "content": [None, [], {}, "a"]},
    "proposal.accepted": {"proposal": ["", "sha256:0", None], "reservation": [{"en": " "}, None, []]},
    "proposal.refused": {"proposal": [""], "reason": ["", " ", None]},
    "proposal.withdrawn": {"proposal": [""], "reason": [None]},
    "acceptance.withdrawn": {"proposal": [""], "reason": ["", " ", None]},
    "round.opened": {
        "round": ["", "Spring", None],
        "topics": [{"en": ""}, None],
        "from": ["soon", None],
        "to": ["2026-02-30", None, "2026-03-01", "2026-02", "2025"],
        "parties": [[], [STEPPE, LAKE], None],
        "chair": [None],
        "experts": ["E. Expert", [1], None],
    },
    "round.joined": {"chair": ["", " ", None], "experts": [None]},
    "agenda.added": {"entry": ["", "learn", None], "note": [None]},
    "agenda.removed": {"entry": ["", None], "reason": ["", None]},
    "minutes.proposed": {"texts": [{"en": ""}, None]},
    "minutes.accepted": {"minutes": ["", None]},
    "round.closed": {
        "outcomes": [
            None,
            [],
            {"Water": ["", ""]},
            {"water": ["agreed", ""]},
            {"water": ["joint", "sha256:0"]},
            {"water": ["joint"]},
            {"water": "joint"},
            {"water": None},
        ],
    },
}


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [(kind, name, value) for kind in WRONG for name in WRONG[kind] for value in WRONG[kind][name]],
)
def test_what_a_field_cannot_hold_is_found(kind: str, name: str, value: Any) -> None:
    fault = kind_fault(kind, {**RIGHT[kind], name: value})
    assert fault is not None
    what, values = fault
    assert what.format(**values)


def test_what_cannot_be_is_in_no_table() -> None:
    """Every kind has a body that it cannot have, but those whose fields hold whatever is a text."""
    assert set(WRONG) == set(RIGHT)


def test_kinds_of_parties_that_sign_are_those_of_parties_and_glossaries() -> None:
    """What lies in a chain that leaves the workspace, and what never does."""
    signed = {name for name, kind in KINDS.items() if kind.signed}
    assert signed == set(KINDS) - set(documents.MEANINGS) - {"party.trusted"}


def test_whom_a_workspace_trusts() -> None:
    chain = Chain()
    chain.add("party.trusted", RIGHT["party.trusted"])
    chain.add("party.trusted", {"party": "steppe", "reason": ""})
    state = fold(chain.events)
    assert state.trusted == {LAKE}
    assert [fault.event for fault in state.refused] == [chain.events[1].hash]


def test_an_unknown_kind_is_found() -> None:
    fault = kind_fault("document.removed", {})
    assert fault == (
        "There is no kind of event {kind!r}; a newer Dragoman may know it.",
        {"kind": "document.removed"},
    )
