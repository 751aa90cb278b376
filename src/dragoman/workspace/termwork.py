"""The job "terms": find the terms and pairs of the whole collection, when it has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from secrets import token_hex

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from dragoman.bitext.encoder import encoder
from dragoman.bitext.remembering import Remembering
from dragoman.terms.extraction import METHOD, PAIRING, Extraction, extract
from dragoman.terms.model import Pair, Term
from dragoman.terms.texts import Text, Units
from dragoman.workspace import jobs, tables
from dragoman.workspace.analyses import kept_analysis
from dragoman.workspace.compact import compact
from dragoman.workspace.comparing import FROM_TERMS, found_by_terms, keep_findings
from dragoman.workspace.documents import AnyRow
from dragoman.workspace.jobs import Claim

KIND = "terms"

# From so many sentences on a collection is large, and is looked through again when this share has changed.
_LARGE, _CHANGED = 200_000, 0.01
# Rows that are written at once.
_AT_ONCE = 5_000


def want_terms(connection: Connection, *, fresh: bool = False, now: bool = False) -> str:
    """Ask for the terms to be found anew, unless that is asked for already; returns the job's name.

    In a large collection it takes long, and a little more text changes little: unless it is wanted `now`,
    nothing is asked for, and "" returned, until a hundredth of the sentences have come or gone. Until then
    the terms are `stale`.
    """
    c = tables.job.c
    asked = select(c.id).where(c.kind == KIND, c.state == "waiting")
    waiting: str | None = connection.scalar(asked.where(c.fresh) if fresh else asked)
    if waiting is not None:
        return waiting
    if not (fresh or now):
        size, last = _sentences(connection), _made_of(connection)
        if size >= _LARGE and last and abs(size - last) < _CHANGED * last:
            # A description or a row may have changed, and no sentence: without the stamp that is seen.
            connection.execute(update(tables.made).where(tables.made.c.kind == KIND).values(stamp=""))
            return ""
    return jobs.enqueue(connection, KIND, "", token_hex(8), fresh=fresh)


def find_terms(claim: Claim) -> None:
    """Do the job; nothing is computed if the collection is as it was when the terms were last found."""
    claim.step(0, 3, "")
    with claim.database.reading() as connection:
        stamp = _stamp(connection)
        made = connection.scalar(select(tables.made.c.stamp).where(tables.made.c.kind == KIND))
        if made == stamp and not claim.fresh:
            return
        size = _sentences(connection)
        texts = list(_texts(connection))
        units = list(_units(connection, texts))
    claim.step(1, 3, "")
    vectors = Remembering(encoder())
    found = extract(texts, units, vectors.encode, known=vectors.languages)
    with claim.database.reading() as connection:
        renderings = list(found_by_terms(connection, texts, found))
    claim.step(2, 3, "")
    with claim.database.writing() as connection:
        if claim.held(connection):
            _keep(connection, texts, found)
            connection.execute(delete(tables.finding).where(tables.finding.c.source == FROM_TERMS))
            for document, each in renderings:
                keep_findings(connection, document, FROM_TERMS, each)
            connection.execute(delete(tables.made).where(tables.made.c.kind == KIND))
            connection.execute(insert(tables.made).values(kind=KIND, stamp=stamp, sentences=size))
    claim.step(3, 3, "")


def stale(connection: Connection) -> bool:
    """Whether the collection has changed, or may have, since the terms were found."""
    c = tables.job.c
    active = select(c.id).where(c.state.in_(("waiting", "running"))).limit(1)
    if connection.scalar(active) is not None:
        return True
    stamp = connection.scalar(select(tables.made.c.stamp).where(tables.made.c.kind == KIND))
    return stamp == "" or _sentences(connection) != _made_of(connection)


def _sentences(connection: Connection) -> int:
    """The sentences that can be found, which are those of present versions."""
    return connection.scalar(select(func.sum(tables.extent.c.sentences))) or 0


def _made_of(connection: Connection) -> int:
    """The sentences that the terms were found in, 0 if they were never looked for."""
    asked = select(tables.made.c.sentences).where(tables.made.c.kind == KIND)
    return connection.scalar(asked) or 0


def _stamp(connection: Connection) -> str:
    """A hash of all that the terms depend on."""
    known = encoder()
    total = hashlib.sha256(f"{METHOD} {PAIRING} {known.name} {sorted(known.languages)}\n".encode())
    a, x, alignment = tables.analysis.c, tables.correction.c, tables.alignment.c
    asked: tuple[Sequence[Sequence[object]], ...] = (
        _versions(connection),
        connection.execute(select(a.original, a.language, a.method).order_by(a.original, a.language)).all(),
        connection.execute(select(x.event, x.withdrawn).order_by(x.event)).all(),
        connection.execute(
            select(alignment.left_original, alignment.right_original, alignment.method).order_by(
                alignment.left_original, alignment.right_original
            )
        ).all(),
    )
    for rows in asked:
        for line in sorted(json.dumps(list(row)) for row in rows):
            total.update(line.encode() + b"\n")
    return total.hexdigest()


def _versions(connection: Connection) -> Sequence[AnyRow]:
    """Present versions; in Python's order, whatever that of the database's language is."""
    v, d = tables.version.c, tables.document.c
    asked = (
        select(v.document, v.language, v.original, d.date, d.body)
        .select_from(tables.version)
        .join(tables.document, d.id == v.document)
        .where(v.current)
    )
    return sorted(connection.execute(asked), key=lambda row: (row.document, row.language))


def _texts(connection: Connection) -> Iterator[Text]:
    s = tables.sentence.c
    for row in _versions(connection):
        analysis = kept_analysis(connection, row.original, row.language)
        here = (s.original == row.original) & (s.language == row.language)
        sentences = tuple(connection.scalars(select(s.text).where(here).order_by(s.position)))
        # A version that could not be read, or whose job waits, has none: its turn comes with that job.
        if analysis is not None and len(analysis.words) == len(sentences):
            yield Text(
                row.original,
                row.document,
                row.language,
                row.date,
                row.body,
                sentences,
                analysis.words,
                analysis.phrases,
            )


def _units(connection: Connection, texts: Sequence[Text]) -> Iterator[Units]:
    number = {(text.document, text.language): at for at, text in enumerate(texts)}
    a, b = tables.alignment.c, tables.bead.c
    asked = select(a.document, a.left_language, a.right_language, a.left_original, a.right_original)
    for row in sorted(connection.execute(asked), key=tuple):
        left = number.get((row.document, row.left_language))
        right = number.get((row.document, row.right_language))
        if left is None or right is None:
            continue
        if (texts[left].name, texts[right].name) != (row.left_original, row.right_original):
            continue
        beads = connection.execute(
            select(b.left, b.right)
            .where(
                b.document == row.document,
                b.left_language == row.left_language,
                b.right_language == row.right_language,
            )
            .order_by(b.position)
        )
        yield Units(
            left, right, tuple((tuple(json.loads(one)), tuple(json.loads(other))) for one, other in beads)
        )


def _keep(connection: Connection, texts: Sequence[Text], found: Extraction) -> None:
    for table in (tables.term, tables.occurrence, tables.pair):
        connection.execute(delete(table))
    _insert(connection, tables.term, (_term(term) for terms in found.terms.values() for term in terms))
    _insert(
        connection,
        tables.occurrence,
        (
            {
                "original": texts[at].name,
                "language": texts[at].language,
                "key": key,
                "places": compact(places),
            }
            for (at, key), places in _by_original(texts, found).items()
        ),
    )
    _insert(connection, tables.pair, map(_pair, found.pairs))


def _by_original(texts: Sequence[Text], found: Extraction) -> Mapping[tuple[int, str], object]:
    """Places by text, an original once, even if several documents have it."""
    first: dict[tuple[str, str], int] = {}
    for at, text in enumerate(texts):
        first.setdefault((text.name, text.language), at)
    mine = set(first.values())
    return {key: places for key, places in found.places.items() if key[0] in mine}


def _term(term: Term) -> Mapping[str, object]:
    return {
        **{
            name: getattr(term, name)
            for name in (
                "language", "key", "form", "kind", "count", "documents", "first", "last", "cvalue", "keyness",
                "dispersion", "cohesion", "entropy", "termhood", "long",
            )
        },
        "short": compact(term.short),
        "forms": compact(term.forms),
    }  # fmt: skip


def _pair(pair: Pair) -> Mapping[str, object]:
    return {
        "left_language": pair.left_language,
        "right_language": pair.right_language,
        "left_key": pair.left,
        "right_key": pair.right,
        "bodies": compact(pair.bodies),
        **{
            name: getattr(pair, name)
            for name in (
                "count", "documents", "first", "last", "association", "dice", "similarity", "probability",
                "left_rank", "right_rank",
            )
        },
    }  # fmt: skip


def _insert(connection: Connection, table: Table, rows: Iterator[Mapping[str, object]]) -> None:
    waiting: list[Mapping[str, object]] = []
    for row in rows:
        waiting.append(row)
        if len(waiting) == _AT_ONCE:
            connection.execute(insert(table), waiting)
            waiting = []
    if waiting:
        connection.execute(insert(table), waiting)
