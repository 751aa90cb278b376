"""The shape of a proposal's content: which fields it has, and what each may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dragoman.glossary.problem import Problem, problem
from dragoman.marking import _
from dragoman.writers.characters import possible

LONGEST_TERM = 300
"""Characters of a term, a subject field, or a name of something."""
LONGEST_TEXT = 5_000
"""Characters of a definition, a note, or any other text."""
MOST_TERMS = 60
"""Terms of an entry, in all languages."""

# A transliteration has several letters for each character.
_LONGEST_TRANSLITERATION = 10 * LONGEST_TERM

TERM_FIELDS = ("language", "text", "status", "part_of_speech", "transliterations", "source", "note")
"""What is said of a term."""
TRANSLITERATIONS = ("pinyin", "palladius")
"""How a Chinese term may be written in other letters."""
RELATION_FIELDS = ("of", "to", "relation")
INSTRUMENT_FIELDS = ("title", "date", "source")

Shape = Callable[[str, object], Iterator[Problem]]
"""What is wrong with a value, at a field."""

_NOT_TEXT = _("{field} is no text.")
_NOT_LIST = _("{field} is no list.")
_NOT_MAPPING = _("{field} does not map names to values.")
_AS_IN_FORM = _("Give it as the form of a draft has it.")


def text(longest: int = LONGEST_TEXT) -> Shape:
    """A text of so many characters at most, of which XML holds each."""

    def check(field: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, str):
            yield problem(field, _NOT_TEXT, _AS_IN_FORM, field=field)
        elif possible(value) != value:
            yield problem(
                field,
                _("{field} holds characters that no text has."),
                _("Write it anew: they are not seen, and may have come with something pasted."),
                field=field,
            )
        elif len(value) > longest:
            yield problem(
                field,
                _("{field} has {length} characters; {limit} are allowed."),
                _("Make it shorter."),
                field=field,
                length=len(value),
                limit=longest,
            )

    return check


def _list(of: Shape, most: int) -> Shape:
    def check(field: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, list | tuple):
            yield problem(field, _NOT_LIST, _AS_IN_FORM, field=field)
        elif len(value) > most:
            what = _("{field} has {length} items; {limit} are allowed.")
            yield problem(field, what, _("Take some out."), field=field, length=len(value), limit=most)
        else:
            for number, item in enumerate(value):
                yield from of(f"{field}[{number}]", item)

    return check


def record(fields: Mapping[str, Shape], *, or_empty: bool = False) -> Shape:
    """These fields and no others, or perhaps none at all."""

    def check(field: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield problem(field, _NOT_MAPPING, _AS_IN_FORM, field=field)
            return
        if or_empty and not value:
            return
        for name in fields.keys() - value.keys():
            yield problem(_inside(field, name), _("{name} is missing."), _AS_IN_FORM, name=name)
        for name in sorted(map(str, value.keys() - fields.keys())):
            yield problem(field, _("There is no field {name}."), _AS_IN_FORM, name=possible(name))
        for name, of in fields.items():
            if name in value:
                yield from of(_inside(field, name), value[name])

    return check


def mapping(of: Shape) -> Shape:
    """Names, each with a value of a shape."""

    def check(field: str, value: object) -> Iterator[Problem]:
        if not isinstance(value, Mapping):
            yield problem(field, _NOT_MAPPING, _AS_IN_FORM, field=field)
            return
        for name, item in value.items():
            yield from _SHORT(field, name)
            if isinstance(name, str):
                yield from of(f"{field}.{possible(name)}", item)

    return check


def _inside(field: str, name: str) -> str:
    return f"{field}.{name}" if field else name


_SHORT, _LONG = text(LONGEST_TERM), text(LONGEST_TEXT)
_TERM = record(
    {
        **dict.fromkeys(TERM_FIELDS, _LONG),
        "text": _SHORT,
        "transliterations": mapping(text(_LONGEST_TRANSLITERATION)),
    }
)
_FIELDS: Mapping[str, Shape] = {
    "aim": _SHORT,
    "parties": _list(_SHORT, LONGEST_TERM),
    "terms": _list(_TERM, MOST_TERMS),
    "subject": _SHORT,
    "dimension": _SHORT,
    "scope": mapping(_LONG),
    "usage": mapping(_LONG),
    "definition": mapping(_LONG),
    "definitions": mapping(_SHORT),
    "relations": _list(record(dict.fromkeys(RELATION_FIELDS, _SHORT)), LONGEST_TEXT),
    "instrument": record(dict.fromkeys(INSTRUMENT_FIELDS, _LONG), or_empty=True),
    "replaces": _list(_SHORT, LONGEST_TERM),
    "successor": _SHORT,
    "reason": _LONG,
}
FIELDS = tuple(_FIELDS)
"""The fields of a content, in their order."""

_whole = record(_FIELDS)


def shape_problems(content: Any) -> list[Problem]:
    """What keeps a content from having the shape that all contents have; whatever is given."""
    return list(_whole("", content))
