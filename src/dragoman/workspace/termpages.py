"""The terms of the collection and their pairs, as they were last found."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, Select, and_, false, func, or_, select

from dragoman.errors import NoSuchTerm
from dragoman.terms.keys import BY_CHARACTER, key_of
from dragoman.terms.links import Partner
from dragoman.terms.model import Mark, Pair, PairOrder, Pairs, Term, TermKind, TermOrder, Terms
from dragoman.workspace import tables
from dragoman.workspace.documents import AnyRow
from dragoman.workspace.termwork import stale
from dragoman.writers.characters import possible

_t, _p, _o = tables.term.c, tables.pair.c, tables.occurrence.c
_MOST = 1_000
# Terms that are looked up at once, fewer than SQLite takes values.
_AT_ONCE = 500
# A partner that is less probable than this is no answer; one below the first by this factor neither.
_LEAST, _FACTOR = 0.1, 0.1


def terms(
    connection: Connection,
    code: str,
    query: str,
    kind: str,
    order: TermOrder,
    limit: int,
    offset: int,
) -> Terms:
    """Terms of one language, or of all; `query` keeps those that hold its words."""
    asked = select(tables.term)
    if code:
        asked = asked.where(_t.language == code)
    if kind:
        asked = asked.where(_t.kind == kind)
    query = possible(query)
    if query.strip():
        asked = asked.where(_holding(connection, query, code))
    total = connection.scalar(select(func.count()).select_from(asked.subquery())) or 0
    by = {
        "termhood": (_t.termhood.desc(),),
        "count": (_t.count.desc(),),
        "keyness": (_t.keyness.desc(),),
        "newest": (_t.first.desc(),),
        "form": (),
    }[order]
    limit, offset = max(0, min(limit, _MOST)), max(0, offset)
    rows = connection.execute(asked.order_by(*by, _t.form, _t.language, _t.key).limit(limit).offset(offset))
    return Terms(total, tuple(map(_term, rows)), stale(connection))


def term(connection: Connection, code: str, name: str) -> Term:
    """A term by its key, its dictionary form, or any form that it occurs in.

    Raises:
        NoSuchTerm
    """
    name = possible(name)
    keys = [name, key_of(name, code)]
    asked = select(tables.term).where(_t.language == code, _t.key.in_(keys) | (_t.form == name))
    rows = connection.execute(asked).all()
    if not rows:
        # A form whose dictionary form depends on its sentence.
        written = json.dumps(name, ensure_ascii=False)
        some = select(tables.term).where(_t.language == code, _t.forms.contains(written, autoescape=True))
        rows = connection.execute(some).all()
    if not rows:
        raise NoSuchTerm(
            "{term} is no term of the collection in the language {language}.",
            remedy="Look for it in the concordance: every word is found there.",
            term=name,
            language=code,
        )
    # What was named exactly comes first.
    return _term(min(rows, key=lambda row: (row.key != name, row.form != name, row.key)))


def pairs(
    connection: Connection, left: str, right: str, query: str, order: PairOrder, limit: int, offset: int
) -> Pairs:
    """Pairs of two languages; `query` keeps those that hold its words on a side."""
    turned = left > right
    one, other = (right, left) if turned else (left, right)
    asked = _paired().where(_p.left_language == one, _p.right_language == other)
    query = possible(query)
    if query.strip():
        keys = [(_p.left_key, key_of(query, one), one), (_p.right_key, key_of(query, other), other)]
        asked = asked.where(or_(false(), *(_has(column, key, code) for column, key, code in keys if key)))
    total = connection.scalar(select(func.count()).select_from(asked.subquery())) or 0
    first = _p.probability if order == "probability" else _p.probability * _p.count
    ordered = asked.order_by(first.desc(), _p.count.desc(), _p.left_key, _p.right_key)
    rows = connection.execute(ordered.limit(max(0, min(limit, _MOST))).offset(max(0, offset)))
    return Pairs(total, tuple(_pair(row, turned=turned) for row in rows), stale(connection))


def partners_of(connection: Connection, code: str, key: str) -> tuple[Pair, ...]:
    """The pairs that a term is in, with it on the left, by language, the most probable first."""
    mine = or_(
        and_(_p.left_language == code, _p.left_key == key),
        and_(_p.right_language == code, _p.right_key == key),
    )
    found = [
        _pair(row, turned=row.right_language == code) for row in connection.execute(_paired().where(mine))
    ]
    return tuple(sorted(found, key=lambda each: (each.right_language, -each.probability, each.right)))


def partners(
    connection: Connection, code: str, keys: Sequence[str], other: str
) -> Mapping[str, tuple[Partner, ...]]:
    """What renders each of these terms in another language, the most probable first, unlikely ones not."""
    here, there = (_p.left_key, _p.right_key) if code < other else (_p.right_key, _p.left_key)
    found: dict[str, list[Partner]] = {}
    for first in range(0, len(keys), _AT_ONCE):
        asked = (
            select(here, there, _p.probability, _t.forms)
            .join(tables.term, (_t.language == other) & (_t.key == there))
            .where(
                _p.left_language == min(code, other),
                _p.right_language == max(code, other),
                here.in_(keys[first : first + _AT_ONCE]),
                _p.probability >= _LEAST,
            )
        )
        for key, partner, probability, forms in connection.execute(asked):
            found.setdefault(key, []).append(Partner(partner, probability, tuple(json.loads(forms))))
    return {key: tuple(_likely(each)) for key, each in found.items()}


def forms_of(connection: Connection, code: str, keys: Sequence[str]) -> Mapping[str, str]:
    """The dictionary form of each of these terms."""
    found: dict[str, str] = {}
    for first in range(0, len(keys), _AT_ONCE):
        asked = select(_t.key, _t.form).where(_t.language == code, _t.key.in_(keys[first : first + _AT_ONCE]))
        found.update((row.key, row.form) for row in connection.execute(asked))
    return found


def marks(
    connection: Connection, original: str, code: str, kinds: Sequence[str]
) -> Mapping[int, tuple[Mark, ...]]:
    """The terms of a version, none inside another, by the offset at which their sentence begins."""
    s = tables.sentence.c
    here = (s.original == original) & (s.language == code)
    starts = connection.scalars(select(s.start).where(here).order_by(s.position)).all()
    asked = (
        select(_o.key, _o.places, _t.form, _t.kind, _t.first)
        .join(tables.term, (_t.language == _o.language) & (_t.key == _o.key))
        .where(_o.original == original, _o.language == code, _t.kind.in_(kinds))
    )
    said: list[tuple[str, str, TermKind, str]] = []
    found: dict[int, list[tuple[int, int, str, int]]] = {}
    for number, (key, places, *rest) in enumerate(connection.execute(asked)):
        said.append((key, *rest))
        for sentence, start, end in json.loads(places):
            found.setdefault(sentence, []).append((start - end, start, key, number))
    return {
        starts[sentence]: tuple(Mark(start, end, code, *said[at]) for start, end, at in _outermost(each))
        for sentence, each in found.items()
    }


def _outermost(found: list[tuple[int, int, str, int]]) -> list[tuple[int, int, int]]:
    """Of places as (start - end, start, key, number) the longest, then those that overlap none of them.

    Returns (start, end, number) in the order of the text.
    """
    kept: list[tuple[int, int, int]] = []
    for shorter, start, _key, number in sorted(found):
        end = start - shorter
        if all(end <= other or start >= after for other, after, _number in kept):
            kept.append((start, end, number))
    return sorted(kept)


def _likely(found: Sequence[Partner]) -> Iterator[Partner]:
    ordered = sorted(found, key=lambda each: (-each.probability, each.key))
    return (each for each in ordered if each.probability >= _FACTOR * ordered[0].probability)


def _has(column: ColumnElement[str], key: str, code: str) -> tables.Condition:
    """Whether a key holds another: its characters, or its lemmas as whole words."""
    if code in BY_CHARACTER:
        return column.contains(key, autoescape=True)
    return (" " + column + " ").contains(f" {key} ", autoescape=True)


def _holding(connection: Connection, query: str, code: str) -> tables.Condition:
    """Terms that hold the words of a query, in one language or in each language's own way."""
    codes = [code] if code else list(connection.scalars(select(_t.language).distinct()))
    keys = [(each, key_of(query, each)) for each in sorted(codes)]
    return or_(
        false(),
        *(and_(_t.language == each, _has(_t.key, key, each)) for each, key in keys if key),
    )


def _paired() -> Select[tuple[AnyRow]]:
    left, right = tables.term.alias("left_term"), tables.term.alias("right_term")
    return (
        select(tables.pair, left.c.form.label("left_form"), right.c.form.label("right_form"))
        .select_from(tables.pair)
        .join(left, (left.c.language == _p.left_language) & (left.c.key == _p.left_key))
        .join(right, (right.c.language == _p.right_language) & (right.c.key == _p.right_key))
    )


def _term(row: AnyRow) -> Term:
    return Term(
        row.language,
        row.key,
        row.form,
        row.kind,
        row._mapping["count"],
        row.documents,
        row.first,
        row.last,
        row.cvalue,
        row.keyness,
        row.dispersion,
        row.cohesion,
        row.entropy,
        row.termhood,
        tuple(json.loads(row.short)),
        row.long,
        tuple(json.loads(row.forms)),
    )


def _pair(row: AnyRow, *, turned: bool) -> Pair:
    found = Pair(
        row.left_language,
        row.right_language,
        row.left_key,
        row.right_key,
        row.left_form,
        row.right_form,
        row._mapping["count"],
        row.documents,
        row.first,
        row.last,
        tuple(json.loads(row.bodies)),
        row.association,
        row.dice,
        row.similarity,
        row.probability,
        row.left_rank,
        row.right_rank,
    )
    if not turned:
        return found
    return replace(
        found,
        left_language=found.right_language,
        right_language=found.left_language,
        left=found.right,
        right=found.left,
        left_form=found.right_form,
        right_form=found.left_form,
        left_rank=found.right_rank,
        right_rank=found.left_rank,
    )
