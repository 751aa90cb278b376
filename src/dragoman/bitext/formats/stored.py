"""An alignment as JSON, all of it, so that it can be read back.

The schema is described in docs/formats.md. Keys are never renamed; a change that old readers would get wrong
raises `VERSION`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.errors import InputError

FORMAT = "dragoman-alignment"
VERSION = 1

_WHOLE = "the alignment"
_SURROGATE = re.compile("[\ud800-\udfff]")
T = TypeVar("T", str, int, float, bool, list[Any], dict[str, Any])


def to_json(alignment: Alignment) -> str:
    """The whole alignment, one sentence and one bead a line, so that two versions compare line by line.

    Raises:
        ValueError: a probability is not a number.
    """
    parts = {
        "format": _dumped(FORMAT),
        "version": _dumped(VERSION),
        "method": _dumped(alignment.method),
        "notes": _dumped(alignment.notes),
        "source": _side(alignment.source_language, alignment.source),
        "target": _side(alignment.target_language, alignment.target),
        "beads": _lines(asdict(bead) for bead in alignment),
    }
    return "{\n" + ",\n".join(f'"{name}": {value}' for name, value in parts.items()) + "\n}\n"


def _dumped(value: object) -> str:
    """JSON with its characters as they are, except those that UTF-8 cannot hold."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _side(code: str, sentences: Iterable[Sentence]) -> str:
    rows = _lines(asdict(sentence) for sentence in sentences)
    return f'{{"language": {_dumped(code)}, "sentences": {rows}}}'


def _lines(rows: Iterable[Mapping[str, object]]) -> str:
    """A list, one object a line."""
    lines = ",\n".join(_dumped(row) for row in rows)
    return f"[\n{lines}\n]" if lines else "[]"


def from_json(text: str) -> Alignment:
    """The alignment that was written as "json", equal to the one it was made from.

    Raises:
        InputError: the text is no such alignment; the message says where it fails.
    """
    try:
        stored = json.loads(text)
    except ValueError as error:
        raise _unreadable(f"it is not JSON ({error})") from error
    if not isinstance(stored, dict) or stored.get("format") != FORMAT:
        raise _unreadable(f'it does not say "format": "{FORMAT}"')
    if stored.get("version") != VERSION:
        raise InputError(
            "The alignment is of version {version}; this Dragoman reads version {known}.",
            remedy="Read it with a newer Dragoman.",
            version=stored.get("version"),
            known=VERSION,
        )
    (from_, source), (to, target) = (_read_side(stored, name) for name in ("source", "target"))
    sizes = (len(source), len(target))
    beads = _field(stored, "beads", list, _WHOLE)
    notes = _field(stored, "notes", list, _WHOLE)
    if not all(isinstance(note, str) for note in notes):
        raise _unreadable("a note is no text")
    return Alignment(
        source=source,
        target=target,
        beads=tuple(_bead(row, sizes, f"bead {k}") for k, row in enumerate(beads)),
        source_language=from_,
        target_language=to,
        method=_field(stored, "method", str, _WHOLE),
        notes=tuple(notes),
    )


def _read_side(stored: object, name: str) -> tuple[str, tuple[Sentence, ...]]:
    """The language and the sentences of a side."""
    side = _field(stored, name, dict, _WHOLE)
    rows = _field(side, "sentences", list, name)
    sentences = tuple(_sentence(row, f"{name} sentence {k}") for k, row in enumerate(rows))
    return _field(side, "language", str, name), sentences


def _unreadable(why: str) -> InputError:
    return InputError("This is no alignment: {why}.", remedy="Give a file that was written as json.", why=why)


def _field(row: object, name: str, kind: type[T], where: str) -> T:
    """A value of the kind that the schema gives it."""
    value = row.get(name) if isinstance(row, dict) else None
    # JSON has one kind of number; a bool is an int in Python, but not in the schema.
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        raise _unreadable(f"{where} has no {name!r} of type {kind.__name__}")
    return value


def _sentence(row: object, where: str) -> Sentence:
    return Sentence(
        text=_field(row, "text", str, where),
        start=_field(row, "start", int, where),
        end=_field(row, "end", int, where),
        block=_field(row, "block", int, where),
        label=_field(row, "label", str, where),
        **_younger(row, where),
    )


def _younger(row: object, where: str) -> dict[str, Any]:
    """Fields of a sentence that were not written from the beginning: what lacks them has the usual values."""
    stored = row if isinstance(row, dict) else {}
    fields = {"kind": str, "level": int}
    return {name: _field(row, name, kind, where) for name, kind in fields.items() if name in stored}


def _bead(row: object, sizes: tuple[int, int], where: str) -> Bead:
    sides = [tuple(_field(row, name, list, where)) for name in ("source", "target")]
    for indices, size in zip(sides, sizes, strict=True):
        if not all(type(index) is int and 0 <= index < size for index in indices):
            raise _unreadable(f"{where} names a sentence that is not there")
    probability = _field(row, "probability", float, where)
    if not 0 <= probability <= 1:
        raise _unreadable(f"{where} has a probability outside of 0 to 1")
    return Bead(sides[0], sides[1], probability, _field(row, "moved", bool, where))
