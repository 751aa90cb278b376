"""Events as sentences."""

from __future__ import annotations

import string
from typing import Any

import pytest

from dragoman.glossary import story
from dragoman.glossary.entry import AIMS
from dragoman.glossary.story import TOLD, Telling, counted, reached, told
from dragoman.record.kinds import KINDS, kind_fault
from tests.glossary.contents import HASH, LAKE, PARTIES, STEPPE, content

TELLING = Telling({LAKE: "Lake Republic"}, ("en", "ru"))
KEY = "ed25519:" + "0" * 64
PROOF = "0" * 32 + ":" + "0" * 128
_ENTRY = {"glossary": "foreign-policy", "entry": "water"}
_ROUND = {"glossary": "foreign-policy", "round": "first"}
_PASSAGE = {"language": "en", "original": HASH[LAKE], "ranges": [[0, 5]], "words": ["Water"]}
EVENTS: dict[str, tuple[dict[str, Any], str]] = {
    "party.founded": (
        {"names": {"ru": "Озеро", "en": "Lake"}, "key": KEY, "chair": "A. Chair", "recovery": ""},
        "Lake Republic founds itself as “Lake”.",
    ),
    "party.named": ({"names": {"ru": "Озеро"}}, "Lake Republic is called “Озеро” from now on."),
    "key.rotated": ({"key": KEY, "proof": PROOF, "reason": " "}, "Lake Republic signs with another key."),
    "key.revoked": (
        {"key": "", "proof": "", "reason": "Lost."},
        "Lake Republic revokes its key and has no other: Lost.",
    ),
    "chair.succeeded": (
        {"chair": "B. Chair", "key": KEY, "proof": PROOF, "reason": ""},
        "B. Chair chairs Lake Republic from now on.",
    ),
    "glossary.founded": (
        {
            "glossary": "foreign-policy",
            "titles": {"en": "Foreign policy"},
            "languages": ["en", "ru"],
            "parties": list(PARTIES),
        },
        "Lake Republic founds the glossary “Foreign policy” for Lake Republic, steppe.",
    ),
    "glossary.extended": (
        {"glossary": "foreign-policy", "parties": [STEPPE], "languages": ["zh"]},
        "Lake Republic extends the glossary by steppe, zh.",
    ),
    "definition.given": (
        {
            **_ENTRY,
            "language": "en",
            "text": "Clean water.",
            "source": "Law 7",
            "date": "",
            "translations": {},
        },
        "Lake Republic gives its own definition: Clean water. (Law 7)",
    ),
    "note.given": ({**_ENTRY, "language": "en", "text": "Not ice."}, "Lake Republic notes: Not ice."),
    "attestation.given": (
        {
            **_ENTRY,
            "attestation": {
                "document": "d1",
                "title": "Communiqué",
                "body": "Ministry",
                "date": "2024-05",
                "source": "",
                "passages": [_PASSAGE],
            },
        },
        "Lake Republic shows it in use: Communiqué, 2024-05.",
    ),
    "attestation.withdrawn": (
        {**_ENTRY, "attestation": HASH[LAKE], "reason": "Another sense."},
        "Lake Republic takes a passage back: Another sense.",
    ),
    "proposal.made": (
        {**_ENTRY, "content": content("joint")},
        "Lake Republic proposes it as “Joint”: водная безопасность · 水安全 · water security.",
    ),
    "proposal.accepted": (
        {**_ENTRY, "proposal": HASH[LAKE], "reservation": {"ru": "Кроме льда."}},
        "Lake Republic accepts, with a reservation: Кроме льда.",
    ),
    "proposal.refused": (
        {**_ENTRY, "proposal": HASH[LAKE], "reason": "Too wide."},
        "Lake Republic does not accept it: Too wide.",
    ),
    "proposal.withdrawn": (
        {**_ENTRY, "proposal": HASH[LAKE], "reason": ""},
        "Lake Republic takes its proposal back.",
    ),
    "acceptance.withdrawn": (
        {**_ENTRY, "proposal": HASH[LAKE], "reason": "A new law."},
        "Lake Republic takes its acceptance back: A new law.",
    ),
    "round.opened": (
        {
            **_ROUND,
            "topics": {"en": "Water"},
            "from": "2024",
            "to": "",
            "parties": list(PARTIES),
            "chair": "A. Chair",
            "experts": [],
        },
        "Lake Republic opens the round “Water” for Lake Republic, steppe.",
    ),
    "round.joined": (
        {**_ROUND, "chair": "B. Chair", "experts": ["An expert"]},
        "Lake Republic joins the round; B. Chair chairs.",
    ),
    "agenda.added": ({**_ROUND, "entry": "water", "note": ""}, "Lake Republic puts water on the agenda."),
    "agenda.removed": (
        {**_ROUND, "entry": "water", "reason": "Not ready."},
        "Lake Republic takes water off the agenda: Not ready.",
    ),
    "minutes.proposed": ({**_ROUND, "texts": {"en": "We met."}}, "Lake Republic proposes minutes: We met."),
    "minutes.accepted": ({**_ROUND, "minutes": HASH[LAKE]}, "Lake Republic accepts the minutes."),
    "round.closed": (
        {**_ROUND, "outcomes": {"water": ["joint", HASH[LAKE]]}},
        "Lake Republic closes the round. Entries with an outcome: 1.",
    ),
}


def test_every_kind_that_is_signed_has_its_sentence() -> None:
    assert TOLD == {kind.name for kind in KINDS.values() if kind.signed} == set(EVENTS)


@pytest.mark.parametrize("kind", EVENTS)
def test_an_event_is_told(kind: str) -> None:
    body, sentence = EVENTS[kind]
    assert kind_fault(kind, body) is None
    assert told(kind, LAKE, body, TELLING).said() == sentence


@pytest.mark.parametrize("aim", AIMS)
def test_a_proposal_of_each_aim_is_told(aim: str) -> None:
    said = told("proposal.made", STEPPE, {**_ENTRY, "content": content(aim)}, TELLING)
    assert said.said().startswith("steppe proposes ")
    assert "water security" in said.said()
    if aim in ("deferred", "withdrawn"):
        assert said.said().endswith("The experts need more time.")
    if aim == "superseded":
        assert "clean-water" in said.said()


@pytest.mark.parametrize(
    ("kind", "body", "sentence"),
    [
        ("proposal.accepted", {"reservation": {}}, "steppe accepts."),
        ("note.given", {"text": ""}, "steppe takes its note back."),
        ("definition.given", {"text": "Clean.", "source": ""}, "steppe gives its own definition: Clean."),
        (
            "key.revoked",
            {"key": KEY, "reason": "Lost."},
            "steppe revokes its key and signs with another one: Lost.",
        ),
        (
            "attestation.given",
            {"attestation": {"title": "Note", "date": ""}},
            "steppe shows it in use: Note.",
        ),
        ("story.retold", {}, "steppe wrote an event of the kind story.retold."),
    ],
)
def test_what_is_not_there_is_not_told(kind: str, body: dict[str, Any], sentence: str) -> None:
    assert told(kind, STEPPE, body, TELLING).said() == sentence


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("proposed", "joint", "Every party has accepted: the level is now “Joint”."),
        ("", "contested", "The outcome is now “Contested”."),
        ("joint", "equivalent", "It is no longer “Joint”, but “Equivalent”."),
        ("joint", "proposed", "It is no longer “Joint”."),
        ("", "proposed", None),
        ("joint", "joint", None),
    ],
)
def test_what_follows_is_told(before: str, after: str, sentence: str | None) -> None:
    found = reached(before, after)
    assert (found.said() if found else None) == sentence


def test_counts_are_told() -> None:
    said = counted(4, {"joint": 1, "contested": 2, "parallel": 0}, {STEPPE: 3, LAKE: 1}, TELLING)
    assert [one.said() for one in said] == [
        "Entries: 4.",
        "Joint: 1.",
        "Contested: 2.",
        "Proposed by Lake Republic: 1.",
        "Proposed by steppe: 3.",
    ]


def test_braces_in_words_are_words() -> None:
    said = told("note.given", "x{0}@" + "1" * 32, {"text": "{party} {"}, Telling())
    assert said.said() == "x{0} notes: {party} {"


def test_sentences_are_said_in_the_readers_language() -> None:
    def shout(sentence: str) -> str:
        return sentence.upper() if "{" not in sentence else sentence

    found = reached("", "joint")
    assert found is not None
    assert "“JOINT”" in found.said(shout)
    fields = {
        name
        for template in (EVENTS[kind][1] for kind in EVENTS)
        for _text, name, _spec, _conversion in string.Formatter().parse(template)
        if name
    }
    assert fields == set()
    assert story.TOLD
