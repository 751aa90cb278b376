"""The job "derive": read a document's versions, align and compare them, keep what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from sqlalchemy import Connection, select

from dragoman.bitext.encoder import Encoder
from dragoman.bitext.encoder import encoder as encoder_named
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.given import given_alignment, is_given
from dragoman.bitext.model import Alignment
from dragoman.bitext.remembering import Remembering
from dragoman.readers import read, version_in
from dragoman.readers.reading import Reading
from dragoman.workspace import evidence, tables
from dragoman.workspace.comparing import forget_comparison, found_in, is_compared, keep_comparison, stamp_of
from dragoman.workspace.documents import AnyRow
from dragoman.workspace.evidence import Pair, Read
from dragoman.workspace.jobs import Claim
from dragoman.workspace.originals import Originals
from dragoman.workspace.termwork import want_terms

KIND = "derive"


def derive(claim: Claim, originals: Originals) -> None:
    """Do the job; what was kept before a kill is not done again, unless all is to be made anew.

    Raises:
        DragomanError: a version cannot be read, or two cannot be aligned. What others gave is kept.
    """
    document = claim.job.document
    with claim.database.reading() as connection:
        versions = _versions(connection, document)
    pairs = _pairs(document, versions)
    total = len(versions) + len(pairs) + 1
    results: list[Read | tuple[Pair, Alignment]] = []
    reads = {}
    for number, version in enumerate(versions):
        claim.step(number, total, version.language)
        found, new = _read(claim, originals, version)
        reads[version.language] = found
        if new:
            results.append(found)
    encoder = Remembering(encoder_named())
    for number, pair in enumerate(pairs, start=len(versions)):
        claim.step(number, total, "–".join(pair.languages))
        if not claim.fresh:
            _keep(claim, results)
            with claim.database.reading() as connection:
                if evidence.computed(connection, pair) is not None:
                    continue
        results.append((pair, _aligned(pair, reads, encoder)))
    _keep(claim, results)
    claim.step(total - 1, total, "")
    _compare(claim, encoder)
    claim.step(total, total, "")


def _compare(claim: Claim, encoder: Encoder) -> None:
    """Look for differences between the versions, unless they were compared as they are."""
    document = claim.job.document
    with claim.database.reading() as connection:
        stamp = stamp_of(connection, document)
        if stamp and not claim.fresh and is_compared(connection, document, stamp):
            return
        found = found_in(connection, document, encoder) if stamp else None
    with claim.database.writing() as connection:
        if not claim.held(connection):
            return
        if found is None:
            forget_comparison(connection, document)
        elif stamp_of(connection, document) == stamp:
            keep_comparison(connection, found[0], stamp, found[1])


def reading_of(data: bytes, name: str, code: str) -> Reading:
    """The reading of an original in one of its languages."""
    return version_in(read(data, name=name), code, name)


def _versions(connection: Connection, document: str) -> Sequence[AnyRow]:
    c = tables.version.c
    asked = select(c.language, c.original, c.name, c.form).where(c.document == document, c.current)
    # In Python's order, which is that of `Pair` and of corrections; a server orders as its language does.
    return sorted(connection.execute(asked), key=lambda row: str(row.language))


def _pairs(document: str, versions: Sequence[AnyRow]) -> list[Pair]:
    return [
        Pair(document, (one.language, other.language), (one.original, other.original))
        for one, other in combinations(versions, 2)
    ]


def _read(claim: Claim, originals: Originals, version: AnyRow) -> tuple[Read, bool]:
    """A version as it was read, and whether it was read just now."""
    original, code = version.original, version.language
    if not claim.fresh:
        with claim.database.reading() as connection:
            reading = evidence.kept_reading(connection, original, code, version.form)
            if reading is not None and evidence.is_found(connection, original, code):
                return Read(original, code, reading, evidence.sentences(connection, original, code)), False
    reading = reading_of(originals.bytes_of(original), version.name, code)
    return evidence.read_version(original, code, reading, version.name), True


def _aligned(pair: Pair, reads: dict[str, Read], encoder: Encoder) -> Alignment:
    left, right = (reads[code] for code in pair.languages)
    if left.original == right.original and is_given(left.reading, right.reading):
        return given_alignment(left.reading, right.reading, *pair.languages, left.sentences, right.sentences)
    return align_sentences(left.sentences, right.sentences, *pair.languages, encoder)


def _keep(claim: Claim, results: list[Read | tuple[Pair, Alignment]]) -> None:
    """Keep results in one transaction, if the job is still ours, of versions that are still present."""
    document = claim.job.document
    with claim.database.writing() as connection:
        if claim.held(connection):
            present = _pairs(document, _versions(connection, document))
            evidence.forget(connection, document, present)
            for result in results:
                if isinstance(result, Read):
                    evidence.keep_reading(connection, result)
                elif result[0] in present:
                    evidence.keep_alignment(connection, *result)
            want_terms(connection)
    results.clear()
