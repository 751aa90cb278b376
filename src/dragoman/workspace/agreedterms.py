"""What parties have agreed on as a termbase, so that drafts can be checked against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, select

from dragoman.errors import InputError
from dragoman.record import agreement
from dragoman.record.subjects import of_entry, of_glossary
from dragoman.terms.termbase import Designation, Entry, Termbase
from dragoman.workspace import tables
from dragoman.workspace.agreed import folded, glossary_of

RENDERING = frozenset({"equivalent", "joint", "instrument"})
"""The levels at which parties accept terms as renderings of each other."""

# Entries that are read at once, fewer than SQLite takes values.
_AT_ONCE = 500


def agreed_termbase(
    connection: Connection, glossary: str, parties: Sequence[str] = (), *, source: str = ""
) -> Termbase:
    """The terms that parties of a glossary accept as renderings of each other.

    Args:
        connection: The database.
        glossary: Which one.
        parties: Among whom, by whole identifiers; without any what each entry shows: what holds among most
            parties at the highest level.
        source: What entries name as where they come from; the glossary's name without it.

    Raises:
        NoSuchEntry: there is no such glossary.
    """
    glossary_of(connection, glossary)
    e = tables.entry.c
    asked = select(e.id).where(e.glossary == glossary, e.level.in_(sorted(RENDERING))).order_by(e.id)
    # Where only some parties are meant, the level among all says nothing of theirs.
    names = connection.scalars(
        select(e.id).where(e.glossary == glossary).order_by(e.id) if parties else asked
    ).all()
    agreed: list[tuple[str, Mapping[str, Any]]] = []
    for first in range(0, len(names), _AT_ONCE):
        some = names[first : first + _AT_ONCE]
        subjects = [of_glossary(glossary), *(of_entry(glossary, name) for name in some)]
        entries = folded(connection, *subjects)[0][glossary].entries
        for name in some:
            holding = agreement.agreed(entries[name])
            wanted = [one for one in holding if set(parties) <= set(one.parties)]
            agreed += [(name, one.content) for one in wanted[:1]]
    return agreed_terms(agreed, source or glossary)


def agreed_terms(agreed: Iterable[tuple[str, Mapping[str, Any]]], source: str) -> Termbase:
    """Agreed contents as entries of the standing "agreed", in their order.

    A term has its own note, and the usage advice in its language. Contents of another level than `RENDERING`
    are left out, and so are terms that cannot be looked for: without a letter, or in a language that is not
    known here.

    Args:
        agreed: Names of entries, each with the content of a proposal that holds.
        source: What entries name as where they come from.
    """
    entries = []
    for name, content in agreed:
        if content["aim"] in RENDERING:
            unique = {(one.language, one.text): one for one in reversed(list(_designations(content)))}
            if unique:
                entries.append(Entry(name, tuple(reversed(unique.values())), source, "agreed"))
    return Termbase(tuple(entries))


def _designations(content: Mapping[str, Any]) -> Iterator[Designation]:
    for term in content["terms"]:
        said = (term["note"], content["usage"].get(term["language"], ""))
        note = " ".join(text.strip() for text in said if text.strip())
        with suppress(InputError):
            yield Designation(term["language"], term["text"], term["status"], note)
