from __future__ import annotations

from typing import Any

import pytest

from dragoman.record.document_kinds import METADATA
from dragoman.record.documents import MEANINGS
from dragoman.record.kinds import KINDS, kind_fault
from tests.record.events import METADATA as SAID
from tests.record.events import ORIGINALS, judging, small

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
}


def test_every_kind_has_a_meaning_and_an_example() -> None:
    assert set(KINDS) == set(MEANINGS) == set(RIGHT)
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
    }
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


def test_an_unknown_kind_is_found() -> None:
    fault = kind_fault("document.removed", {})
    assert fault == (
        "There is no kind of event {kind!r}; a newer Dragoman may know it.",
        {"kind": "document.removed"},
    )
