"""Terms of the documents that the parties of a glossary could agree on.

Whose a document is, its description says in words: "Lake Republic · Озёрная Республика · 湖泽共和国". A party
that signs is meant where one of these parts, or the whole, is one of its names in any language, small and
large letters being the same. A joint document is one of each of its parties.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from sqlalchemy import Connection, select, text

from dragoman.errors import NoSuchEntry
from dragoman.glossary.agenda import Concept, Rendering, Term, concepts
from dragoman.terms.keys import BY_CHARACTER, key_of
from dragoman.workspace import tables
from dragoman.workspace.agreedmodel import Candidate
from dragoman.workspace.documents import AnyRow
from dragoman.workspace.rowwise import packed, rows_of

_p, _e = tables.pair.c, tables.entry.c
# Pairs that are less probable than the first are no candidates; those below the second do not tell, either,
# that two terms go together. Set by judgement.
_PROBABLE, _POSSIBLE = 0.5, 0.2
# The most used pairs, of which candidates are made. A round has twenty to forty.
_PAIRS = 5_000
_BETWEEN = "·"

_PLACES = """
SELECT DISTINCT given.language, given.key, document.parties
FROM {given}
JOIN occurrence ON occurrence.language = given.language AND occurrence.key = given.key
JOIN version ON version.original = occurrence.original AND version.language = occurrence.language
AND version.current
JOIN document ON document.id = version.document
"""


def candidates(
    connection: Connection,
    glossary: str,
    *,
    query: str = "",
    limit: int = 100,
    parties: Sequence[str] = (),
    names: bool = False,
) -> list[Candidate]:
    """Concepts to agree on, those first that every party uses, then by evidence (`dragoman.glossary.agenda`).

    Args:
        connection: The database.
        glossary: For which one: its languages, its parties, its entries.
        query: Keeps concepts of which a term holds these words, by lemma or by character.
        limit: How many at most.
        parties: Those of the glossary who want to agree; all without them.
        names: Whether names of places, bodies and treaties are among them.

    Raises:
        NoSuchEntry: there is no such glossary.
    """
    facts = connection.scalar(select(tables.glossary.c.facts).where(tables.glossary.c.id == glossary))
    if facts is None:
        raise NoSuchEntry("There is no glossary {glossary}.", where=glossary, glossary=glossary)
    known = json.loads(facts)
    rows = _pairs(connection, known["languages"])
    terms = sorted(
        {
            term
            for row in rows
            for term in ((row.left_language, row.left_key), (row.right_language, row.right_key))
        }
    )
    wanted = parties or known["parties"]
    used_by = _used_by(connection, terms, wanted)
    about = _about(connection, terms)
    found = concepts(
        [_rendering(row) for row in rows],
        used_by,
        wanted,
        entries=_entries(connection, glossary, terms),
        weights={term: row.termhood for term, row in about.items()},
        names=() if names else {term for term, row in about.items() if row.kind == "name"},
    )
    asked = [one for one in found if _holds(one, query)][: max(0, limit)]
    return [_candidate(one, about) for one in asked]


def named_parties(connection: Connection, parties: Iterable[str]) -> dict[str, str]:
    """Which party each of these parties' names means, in small letters."""
    p = tables.party.c
    asked = select(p.id, p.facts).where(p.id.in_(list(parties)))
    return {
        name.strip().casefold(): row.id
        for row in connection.execute(asked)
        for name in json.loads(row.facts).get("names", {}).values()
    }


def whose(described: Iterable[str], named: Mapping[str, str]) -> frozenset[str]:
    """The parties that a document is one of, by the parties of its description."""
    parts = chain.from_iterable((whole, *whole.split(_BETWEEN)) for whole in described)
    return frozenset(named[name] for part in parts if (name := part.strip().casefold()) in named)


def _pairs(connection: Connection, languages: Sequence[str]) -> Sequence[AnyRow]:
    asked = (
        select(tables.pair)
        .where(_p.left_language.in_(languages), _p.right_language.in_(languages), _p.probability >= _POSSIBLE)
        .order_by((_p.probability * _p.count).desc(), _p.left_key, _p.right_key)
        .limit(_PAIRS)
    )
    return connection.execute(asked).all()


def _rendering(row: AnyRow) -> Rendering:
    return Rendering(
        (row.left_language, row.left_key),
        (row.right_language, row.right_key),
        row._mapping["count"],
        row.documents,
        row.probability,
        row.probability >= _PROBABLE and row.left_rank == row.right_rank == 1,
    )


def _used_by(
    connection: Connection, terms: Iterable[Term], parties: Sequence[str]
) -> Mapping[Term, frozenset[str]]:
    """In whose documents each term stands."""
    named = named_parties(connection, parties)
    given = rows_of(connection, "given", language=str, key=str)
    rows = connection.execute(text(_PLACES.format(given=given)), {"rows": packed(terms)})
    found: dict[Term, frozenset[str]] = {}
    meant: dict[str, frozenset[str]] = {}
    for language, key, described in rows:
        if described not in meant:
            meant[described] = whose(json.loads(described), named)
        found[language, key] = found.get((language, key), frozenset()) | meant[described]
    return found


def _entries(connection: Connection, glossary: str, terms: Iterable[Term]) -> Mapping[Term, str]:
    """The entries of a glossary that have a term: keys stand there as `agreed` writes them, a line each."""
    asked = select(_e.id, _e.words).where(_e.glossary == glossary).order_by(_e.id)
    there: dict[str, str] = {}
    for row in connection.execute(asked):
        for line in row.words.split("\n"):
            there.setdefault(line, row.id)
    written = ((term, term[1] if term[0] in BY_CHARACTER else f" {term[1]} ") for term in terms)
    return {term: there[line] for term, line in written if line in there}


def _holds(found: Concept, query: str) -> bool:
    if not query.strip():
        return True
    return any(
        (key := key_of(query, code)) and (key in term if code in BY_CHARACTER else f" {key} " in f" {term} ")
        for code, term in found.terms.items()
    )


def _about(connection: Connection, terms: Sequence[Term]) -> Mapping[Term, AnyRow]:
    """The dictionary form of each of these terms, its kind, and how much of a term it is."""
    given = rows_of(connection, "given", language=str, key=str)
    asked = text(
        f"SELECT term.language, term.key, term.form, term.kind, term.termhood FROM {given} "
        "JOIN term ON term.language = given.language AND term.key = given.key"
    )
    rows = connection.execute(asked, {"rows": packed(terms)})
    return {(row.language, row.key): row for row in rows}


def _candidate(found: Concept, about: Mapping[Term, AnyRow]) -> Candidate:
    return Candidate(
        terms={code: about[code, key].form for code, key in found.terms.items()},
        count=found.count,
        documents=found.documents,
        probability=found.probability,
        parties=found.parties,
        both=found.both,
        entry=found.entry,
    )
