"""What the content of a proposal must hold, and what is said of one that does not."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from dragoman.record import content as module
from dragoman.record.canonical import digest
from dragoman.record.content import AIMS, FIELDS, LEVELS, OUTCOMES, content_fault, proposal_hash
from tests.record.events import ORIGINALS
from tests.record.signing import DEFINITION, content, term

LAKE, STEPPE, RIVER = (
    f"{name}@{digit * 32}" for name, digit in (("lake", "1"), ("steppe", "2"), ("river", "0"))
)
BOTH = [LAKE, STEPPE]
EN, RU = term("en", "harbour"), term("ru", "гавань")
BROADER = {"of": LAKE, "to": STEPPE, "relation": "broader"}
SIGNED = {"title": "Agreement", "date": "2026", "source": ""}
LONG = "a" * 20_001
_NO_FORMS: tuple[Any, ...] = (None, [], "gavan", {"pinyin": None})

_TEXT = "A field that must be a text is none, or is too long."
_PARTIES = "The parties are not a list of parties that sign, in rising order."
_PARTS = "Scope note, usage advice or definition is not a text in each language, or too long."
_TERM = "A term does not have the fields that a term has."
_RELATION = "A relation does not name two parties and how their concepts are related."
_INSTRUMENT = "An instrument has a title, a date and a source."
_REPLACES = "What a proposal takes the place of is a list of hashes in rising order."
_WORDS = "Part of speech, source or note of a term is no text."
_FORMS = "The transliterations of a term are no texts by name."
_DEFINITIONS = "The definitions do not name events."
_RENDERINGS = "Renderings of each other need terms in two languages or more."
_JOINT = "A joint definition is there in every language of the terms, and in no other."
_FIXED = "What is fixed in an instrument names it, with its date."
_PARALLEL = "Parallel definitions are there of every party."


def each(aim: str, field: str, values: Sequence[Any], what: str) -> list[tuple[str, Mapping[str, Any], str]]:
    """The same fault of several values of a field."""
    return [(aim, {field: value}, what) for value in values]


def terms(values: Sequence[Any], what: str) -> list[tuple[str, Mapping[str, Any], str]]:
    """The same fault of several second terms."""
    return each("equivalent", "terms", [[EN, value] for value in values], what)


FAULTS: list[tuple[str, Mapping[str, Any], str]] = [
    ("equivalent", {"more": ""}, "The content does not have the fields that a proposal has."),
    ("equivalent", {"aim": None}, _TEXT),
    ("equivalent", {"subject": 1}, _TEXT),
    ("equivalent", {"dimension": None}, _TEXT),
    ("equivalent", {"successor": []}, _TEXT),
    ("equivalent", {"reason": LONG}, _TEXT),
    *each("equivalent", "aim", ["", "proposed", "agreed"], "The aim is none of the levels and outcomes."),
    *each("equivalent", "parties", [[], [STEPPE, LAKE], [LAKE, LAKE], ["lake"], LAKE, None], _PARTIES),
    (
        "equivalent",
        {"parties": [LAKE]},
        "A proposal is for two parties or more; what is one party's own stays in its drafts.",
    ),
    *each("equivalent", "scope", [{"en": ""}, None], _PARTS),
    *each("equivalent", "usage", [{"en": LONG}, {"": "a"}], _PARTS),
    *each("equivalent", "definition", ["A place.", {"en": 1}], _PARTS),
    *each("equivalent", "terms", [[], None, "harbour"], "There is no term."),
    *terms([None, "гавань", {}, {**RU, "more": ""}, {k: v for k, v in RU.items() if k != "note"}], _TERM),
    *terms([{**RU, "language": code} for code in ("русский", None)],
           "The language of a term is no code of a language."),
    *terms([{**RU, "text": text} for text in ("", " \n", "а" * 301, None)],
           "A term is empty, too long, or no text."),
    *terms([{**RU, "status": value} for value in ("", "best", None, ["preferred"])],
           "The status of a term is none of preferred, admitted, deprecated, superseded."),
    *terms([{**RU, name: None} for name in ("part_of_speech", "source", "note")], _WORDS),
    *terms([{**RU, "transliterations": said} for said in _NO_FORMS], _FORMS),
    *terms([{**EN, "status": "admitted"}], "A term stands twice in the same language."),
    *each("equivalent", "definitions", [None, [], {LAKE: "a"}, {LAKE: None}], _DEFINITIONS),
    ("equivalent", {"definitions": {RIVER: ORIGINALS[0]}},
     "There is a definition of a party that the proposal is not for."),
    *each("contested", "relations", [
        None, "broader", [None], [{}], [{**BROADER, "relation": "alike"}], [{**BROADER, "to": LAKE}],
        [{**BROADER, "of": "lake"}], [{**BROADER, "more": ""}], [{**BROADER, "relation": ["broader"]}],
    ], _RELATION),
    ("contested", {"relations": [{**BROADER, "of": RIVER}]},
     "There is a relation of a party that the proposal is not for."),
    *each("instrument", "instrument", [
        None, [], {"title": "a"}, {**SIGNED, "more": ""}, {**SIGNED, "date": "soon"},
        {**SIGNED, "title": None}, {**SIGNED, "source": 1},
    ], _INSTRUMENT),
    *each("equivalent", "replaces", [
        None, "a", ["a"], [ORIGINALS[1], ORIGINALS[0]], [ORIGINALS[0]] * 2, ORIGINALS[0],
    ], _REPLACES),
    ("superseded", {"successor": "The port"}, "The successor is no name of an entry."),
    *((aim, {"terms": [EN, term("en", "port")], "definition": {}}, _RENDERINGS)
      for aim in ("equivalent", "joint", "instrument")),
    *each("joint", "definition", [{}, {"en": "A place."}, {**DEFINITION, "fr": "Un abri."}], _JOINT),
    *each("instrument", "definition", [{}, {"en": "A place."}, {**DEFINITION, "fr": "Un abri."}], _JOINT),
    *each("instrument", "instrument", [{}, {**SIGNED, "title": ""}, {**SIGNED, "date": ""}], _FIXED),
    *each("parallel", "definitions", [{}, {LAKE: ORIGINALS[0]}], _PARALLEL),
    *each("contested", "relations", [[]],
          "What is contested has a relation between the parties' concepts."),
    *each("deferred", "reason", ["", " \n"], "The reason is missing."),
    *each("withdrawn", "reason", ["", " \n"], "The reason is missing."),
    *each("superseded", "successor", [""], "It is not said which entry takes its place."),
]  # fmt: skip


def right(aim: str, **said: Any) -> dict[str, Any]:
    """A whole content."""
    if aim == "parallel":
        said = {"definitions": {LAKE: ORIGINALS[0], STEPPE: ORIGINALS[1]}, **said}
    return content(aim, BOTH, **said)


@pytest.mark.parametrize("aim", AIMS)
def test_a_whole_content_has_no_fault(aim: str) -> None:
    assert content_fault(right(aim)) is None


def test_levels_and_outcomes_are_never_taken_back() -> None:
    assert LEVELS == ("proposed", "parallel", "equivalent", "joint", "instrument")
    assert OUTCOMES == ("contested", "deferred", "withdrawn", "superseded")
    assert (*LEVELS[1:], *OUTCOMES) == AIMS


@pytest.mark.parametrize(("aim", "change", "what"), FAULTS)
def test_a_fault_is_named(aim: str, change: Mapping[str, Any], what: str) -> None:
    assert content_fault({**right(aim), **change}) == what


@pytest.mark.parametrize("name", FIELDS)
def test_no_field_may_be_missing(name: str) -> None:
    said = {key: value for key, value in right("joint").items() if key != name}
    assert content_fault(said) == "The content does not have the fields that a proposal has."


def test_every_rule_is_tested() -> None:
    """Each sentence that the module can say stands in the table above."""
    found = {
        node.args[0].value
        for node in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and isinstance(node.args[0], ast.Constant)
    }
    assert found == {what for _aim, _change, what in FAULTS}


@pytest.mark.parametrize("aim", ["parallel", "contested", "deferred", "withdrawn", "superseded"])
def test_what_is_no_rendering_may_have_one_term(aim: str) -> None:
    assert content_fault(right(aim, terms=[EN])) is None


def test_a_proposal_is_named_by_all_that_it_holds() -> None:
    said = right("joint")
    name = proposal_hash("harbours", "water", said)
    assert name == digest({"content": said, "entry": "water", "glossary": "harbours"})
    others: list[tuple[str, str, dict[str, Any]]] = [
        ("river", "water", said),
        ("harbours", "port", said),
        *(("harbours", "water", {**said, field: "x"}) for field in FIELDS),
        ("harbours", "water", {**said, "terms": list(reversed(said["terms"]))}),
    ]
    names = [proposal_hash(*one) for one in others]
    assert len({name, *names}) == len(others) + 1
    assert proposal_hash("harbours", "water", dict(reversed(said.items()))) == name
