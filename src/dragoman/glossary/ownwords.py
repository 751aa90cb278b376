"""What a party says of a concept in its own name: its definition and its note, before they are given.

A definition is a mapping of `DEFINITION_FIELDS`, a note one of `NOTE_FIELDS`; {} is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.glossary.dates import is_date
from dragoman.glossary.problem import Problem, problem
from dragoman.glossary.shape import mapping, record, text
from dragoman.marking import _

DEFINITION_FIELDS = ("language", "text", "source", "date", "translations")
NOTE_FIELDS = ("language", "text")

_definition = record(
    {**dict.fromkeys(DEFINITION_FIELDS, text()), "translations": mapping(text())}, or_empty=True
)
_note = record(dict.fromkeys(NOTE_FIELDS, text()), or_empty=True)


def own_shape(definition: Any, note: Any) -> list[Problem]:
    """What keeps a definition and a note from having their shape; whatever is given."""
    return [*_definition("definition", definition), *_note("note", note)]


def own_problems(
    definition: Mapping[str, Any], note: Mapping[str, Any], *, languages: Sequence[str]
) -> list[Problem]:
    """What keeps a party's definition and note from being given, in a glossary of these languages."""
    return own_shape(definition, note) or [*_of_definition(definition, languages), *_of_note(note, languages)]


def _of_definition(definition: Mapping[str, Any], languages: Sequence[str]) -> Iterator[Problem]:
    if not definition:
        return
    yield from _of_language("definition.language", definition["language"], languages)
    if not definition["text"].strip():
        yield problem(
            "definition.text", _("The definition is empty."), _("Write it, or leave all of it out.")
        )
    if not is_date(definition["date"]):
        what = _("{date} is no date.")
        remedy = _("Write it as 2024, 2024-05 or 2024-05-16.")
        yield problem("definition.date", what, remedy, date=definition["date"])
    for code, said in definition["translations"].items():
        field = f"definition.translations.{code}"
        yield from _of_language(field, code, languages)
        if code == definition["language"]:
            what = _("The definition is translated into its own language.")
            yield problem(field, what, _("Take one of the two out."))
        if not said.strip():
            what = _("The text in {language} is empty.")
            yield problem(field, what, _("Write it, or take it out."), language=code)


def _of_note(note: Mapping[str, Any], languages: Sequence[str]) -> Iterator[Problem]:
    if note:
        yield from _of_language("note.language", note["language"], languages)


def _of_language(field: str, code: str, languages: Sequence[str]) -> Iterator[Problem]:
    if code not in languages:
        what = _("The glossary does not have the language {code}.")
        remedy = _("Its languages are: {there}.")
        yield problem(field, what, remedy, code=code or "“”", there=", ".join(languages))
