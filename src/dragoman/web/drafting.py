"""The form of a draft: from what is stored to its fields, and from what was sent to what is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.glossary.content import blank, filled, homonyms, problems
from dragoman.glossary.ownwords import own_problems
from dragoman.glossary.problem import Problem
from dragoman.glossary.shape import INSTRUMENT_FIELDS, TERM_FIELDS, TRANSLITERATIONS
from dragoman.terms.keys import key_of
from dragoman.web.posted import Posted
from dragoman.web.signing import by_language
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import EntryView, GlossaryView

_PLAIN = tuple(name for name in TERM_FIELDS if name not in ("language", "transliterations"))
_RELATION_ROWS = 1


@dataclass(frozen=True, slots=True)
class Parts:
    """What a draft holds: the content to be proposed, the party's own definition and note ({} for none)."""

    content: Mapping[str, Any]
    definition: Mapping[str, Any]
    note: Mapping[str, Any]

    def stored(self) -> dict[str, Any]:
        """As `Drafts.save` takes it."""
        return {"content": self.content, "definition": self.definition, "note": self.note}


@dataclass(frozen=True, slots=True)
class Found:
    """What is to be said of a draft: what keeps it from being proposed, and what is to be minded."""

    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]

    def at(self, field: str) -> list[Problem]:
        """The problems of one field."""
        return [one for one in self.problems if one.field == field]


def rows(
    content: Mapping[str, Any], languages: Sequence[str], more: str = ""
) -> dict[str, list[dict[str, Any]]]:
    """The terms of a content by language, each with its number in the form; `more` gets an empty row.

    Each language of the glossary has one row at least. The numbers are those by which `problems` counts: rows
    that are empty come behind all that are not.
    """
    found: dict[str, list[dict[str, Any]]] = {code: [] for code in languages}
    for number, term in enumerate(content["terms"]):
        found.setdefault(term["language"], []).append({**term, "number": number})
    empty = len(content["terms"])
    for code, some in found.items():
        if not some or code == more:
            term = blank((), (code,))["terms"][0]
            some.append({**term, "number": empty})
            empty += 1
    return found


def relation_rows(content: Mapping[str, Any]) -> list[Mapping[str, str]]:
    """The relations, and an empty row for another one."""
    return [*content["relations"], *[{"of": "", "to": "", "relation": ""}] * _RELATION_ROWS]


def from_form(sent: Posted, glossary: GlossaryView) -> Parts:
    """What a form holds; rows that say nothing are left out."""
    terms = []
    columns = {name: sent.all(f"term-{name}") for name in ("language", *_PLAIN, *TRANSLITERATIONS)}
    for number, code in enumerate(columns["language"]):
        row = {
            name: values[number].strip() if number < len(values) else "" for name, values in columns.items()
        }
        said = {name: row[name] for name in TRANSLITERATIONS if row[name]}
        terms.append({"language": code, **{name: row[name] for name in _PLAIN}, "transliterations": said})
    content = {
        **blank(sent.all("parties"), ()),
        "terms": [term for term in terms if term["text"] or term["source"] or term["note"]],
        **{name: _text(sent, name) for name in ("aim", "subject", "dimension", "successor", "reason")},
        **{name: by_language(sent, name, glossary.languages) for name in ("scope", "usage", "definition")},
        "relations": _relations(sent),
        "instrument": _instrument(sent),
    }
    definition: dict[str, Any] = {
        "language": sent.one("own-language"),
        "text": _text(sent, "own-text"),
        "source": sent.one("own-source"),
        "date": sent.one("own-date"),
        "translations": by_language(sent, "own-translation", glossary.languages),
    }
    said = definition["text"] or definition["source"] or definition["translations"]
    note = {"language": sent.one("note-language"), "text": _text(sent, "note-text")}
    return Parts(content, definition if said else {}, note if note["text"] else {})


def ready_to_propose(parts: Parts, party: str, entry: EntryView | None) -> dict[str, Any]:
    """The content as it would be proposed: filled in, with what it acknowledges and takes the place of.

    A definition of the draft that is still to be given is not named yet.
    """
    present = {name: one.event for name, one in entry.definitions.items()} if entry else {}
    if parts.definition and not is_given(parts, party, entry):
        present.pop(party, None)
    content = filled({**parts.content, "definitions": {}}, definitions=present)
    if entry:
        among = set(content["parties"])
        held = [one.hash for one in entry.proposals if one.state == "agreed" and set(one.parties) <= among]
        content["replaces"] = sorted(held)
    return content


def is_given(parts: Parts, party: str, entry: EntryView | None) -> bool:
    """Whether the definition in a draft is just the one that the party gave last."""
    present = entry.definitions.get(party) if entry else None
    if present is None or not parts.definition:
        return False
    return all(getattr(present, name) == value for name, value in parts.definition.items())


def examined(
    workspace: Workspace, parts: Parts, party: str, glossary: GlossaryView, name: str, entry: EntryView | None
) -> Found:
    """What is to be said of a draft before it is proposed."""
    present = {whose: one.event for whose, one in entry.definitions.items()} if entry else {}
    if parts.definition and not is_given(parts, party, entry):
        present[party] = ""
    content = ready_to_propose(parts, party, entry)
    found = problems(
        content,
        languages=glossary.languages,
        parties=glossary.parties,
        own_definitions=present,
        in_force={one.hash: one.aim for one in entry.proposals if one.state == "agreed"} if entry else {},
        entry=name,
    )
    mine = own_problems(parts.definition, parts.note, languages=glossary.languages)
    own = [Problem(f"own.{one.field}", one.what, one.remedy) for one in mine]
    minded = () if found else homonyms(content, _elsewhere(workspace, content, glossary, name))
    return Found((*found, *own), tuple(minded))


def _elsewhere(
    workspace: Workspace, content: Mapping[str, Any], glossary: GlossaryView, name: str
) -> dict[tuple[str, str], str]:
    """Other entries that have one of these terms first, by language and key."""
    found: dict[tuple[str, str], str] = {}
    for term in content["terms"]:
        code, key = term["language"], key_of(term["text"], term["language"])
        for line in workspace.glossaries.entries(glossary.id, query=term["text"], language=code):
            if line.id != name and key_of(line.heads[code], code) == key:
                found[code, key] = line.id
    return found


def _relations(sent: Posted) -> list[dict[str, str]]:
    together = zip(sent.all("relation-of"), sent.all("relation"), sent.all("relation-to"), strict=False)
    return [{"of": of, "to": to, "relation": relation} for of, relation, to in together if relation]


def _instrument(sent: Posted) -> dict[str, str]:
    found = {name: sent.one(f"instrument-{name}") for name in INSTRUMENT_FIELDS}
    return found if any(found.values()) else {}


def _text(sent: Posted, name: str) -> str:
    return sent.one(name).replace("\r\n", "\n")
