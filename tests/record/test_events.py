from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest

from dragoman.errors import InputError, RecordError
from dragoman.record.canonical import canonical, digest
from dragoman.record.events import Event
from tests.record.events import ORIGINALS, TIME, small

FIRST: dict[str, Any] = {
    "party": "north",
    "author": "",
    "sequence": 1,
    "previous": "",
    "heads": {},
    "time": TIME,
    "kind": "document.added",
    "body": {"list": [1, {"a": None}], "text": "\u2028 ё"},
}


def test_the_hash_is_that_of_all_other_fields() -> None:
    event = Event(**FIRST)
    assert event.hash == digest(FIRST)
    assert event.fields() == FIRST
    assert event.to_json().encode() == canonical({**FIRST, "hash": event.hash})


def test_an_event_reads_back_equal() -> None:
    event = Event(**FIRST)
    for same in (Event.from_json(event.to_json()), pickle.loads(pickle.dumps(event)), copy.deepcopy(event)):
        assert same == event
        assert hash(same) == hash(event)
        assert same.fields() == event.fields()
    assert event != Event(**{**FIRST, "author": "A. Author"})
    assert event != event.hash


def test_an_event_cannot_be_changed() -> None:
    given = copy.deepcopy(FIRST)
    event: Any = Event(**given)
    given["body"]["list"][1]["a"] = 2
    event.fields()["body"]["list"].append(3)
    assert event.body["list"][1]["a"] is None
    for change in (
        lambda: setattr(event, "author", "B"),
        lambda: event.body.update(a=1),
        lambda: event.body["list"].append(1),
        lambda: event.body["list"][1].update(a=1),
        lambda: event.heads.update(south=ORIGINALS[0]),
    ):
        with pytest.raises(AttributeError):
            change()


WRONG: dict[str, list[Any]] = {
    "party": ["", " ", "a\nb", "\x1b[1m", 1, None],
    "author": [None, 1],
    "sequence": [0, -1, True, "1", 1.0],
    "previous": [ORIGINALS[0], "sha256:0", None],
    "heads": [[], {"north": ORIGINALS[0]}, {"south": "x"}, {"": ORIGINALS[0]}],
    "time": [
        "",
        "2026-11-22T05:40:25",
        "2026-02-30T05:40:25Z",
        "2026-11-22 05:40:25Z",
        "２026-11-22T05:40:25Z",
    ],
    "kind": ["", None],
    "body": [[], "x", {"a": 1.5}, {"a": {1}}, {1: "a"}, {"a": "\ud800"}, {"a": 2**53}],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in WRONG for value in WRONG[name]])
def test_what_a_field_cannot_be_is_refused(name: str, value: Any) -> None:
    with pytest.raises(InputError) as caught:
        Event(**{**FIRST, name: value})
    assert str(caught.value)


def test_only_the_first_event_has_none_before_it() -> None:
    with pytest.raises(InputError, match="previous"):
        Event(**{**FIRST, "sequence": 2})
    assert Event(**{**FIRST, "sequence": 2, "previous": ORIGINALS[0]}).follows == {ORIGINALS[0]}


def test_an_event_follows_its_chain_and_the_heads() -> None:
    heads = {"south": ORIGINALS[1], "west": ORIGINALS[2]}
    event = Event(**{**FIRST, "sequence": 2, "previous": ORIGINALS[0], "heads": heads})
    assert event.follows == set(ORIGINALS[:3])


@pytest.mark.parametrize("place", range(len(small().events)))
def test_a_line_altered_at_any_byte_is_no_event(place: int) -> None:
    line = small().events[place].to_json().encode()
    for at in range(len(line)):
        for other in {line[at] ^ 1, line[at] ^ 32, ord("0"), ord("}")} - {line[at]}:
            text = (line[:at] + bytes([other]) + line[at + 1 :]).decode(errors="surrogateescape")
            with pytest.raises(RecordError):
                Event.from_json(text)


@pytest.mark.parametrize("place", range(len(small().events)))
def test_a_line_with_a_byte_more_or_less_is_no_event(place: int) -> None:
    line = small().events[place].to_json()
    for at in range(len(line)):
        for other in (line[:at] + line[at + 1 :], line[:at] + " " + line[at:]):
            with pytest.raises(RecordError):
                Event.from_json(other)


def written_otherwise() -> dict[str, str]:
    event = Event(**FIRST)
    fields = {**event.fields(), "hash": event.hash}
    return {
        "with spaces": json.dumps(fields),
        "escaped": event.to_json().replace("ё", "\\u0451"),
        "a key twice": event.to_json().replace("{", '{"author":"",', 1),
        "no event": "[]",
        "a field more": json.dumps({**fields, "more": 1}),
        "a field less": json.dumps({name: fields[name] for name in fields if name != "author"}),
        "no hash": json.dumps(event.fields()),
        "deep": "[" * 100_000,
        "deep in the body": event.to_json().replace("null", "[" * 900 + "]" * 900),
        "not a number": event.to_json().replace("null", "NaN"),
        "huge": event.to_json().replace("null", "9" * 5000),
        "line feed": event.to_json() + "\n",
        "": "",
    }


@pytest.mark.parametrize("name", written_otherwise())
def test_a_line_written_otherwise_is_refused(name: str) -> None:
    with pytest.raises(RecordError) as caught:
        Event.from_json(written_otherwise()[name], where="line 7")
    assert caught.value.message().startswith("line 7: ")
    assert caught.value.exit_code == 5


def test_without_a_place_the_message_shows_the_line_cut_short() -> None:
    with pytest.raises(RecordError) as caught:
        Event.from_json("x" * 1000)
    assert str(caught.value).startswith("x" * 60 + "…: ")
