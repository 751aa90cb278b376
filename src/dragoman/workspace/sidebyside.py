"""A document's versions side by side: rows of sentences that belong together, a page at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from sqlalchemy import Connection, select

from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.bitext.parallel import Row, rows
from dragoman.errors import DamagedDatabase, InputError
from dragoman.workspace import evidence, tables
from dragoman.workspace.documents import document as document_of
from dragoman.workspace.evidence import Pair
from dragoman.workspace.identity import anchor
from dragoman.workspace.model import Cell, Document, Parallel, ParallelRow, Place

LARGEST_PAGE = 1_000
MOST_LANGUAGES = 3
# Fewer places than this are found by eye.
_FEWEST = 3
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Text:
    """The whole of a document in some of its languages."""

    document: Document
    languages: tuple[str, ...]
    sides: tuple[tuple[Sentence, ...], ...]
    rows: tuple[Row, ...]
    alignments: Mapping[tuple[int, int], Alignment]
    corrections: Mapping[tuple[int, int], Mapping[int, str]]


def text_of(connection: Connection, name: str, languages: Sequence[str]) -> Text:
    """The text of a document by its whole identifier; without languages, in up to three of its own.

    Raises:
        NoSuchDocument. InputError: it has no version in one of the languages, or one is named twice.
    """
    found = document_of(connection, name)
    chosen = _chosen(found, languages)
    versions = {version.language: version for version in found.versions}
    sides = tuple(evidence.sentences(connection, versions[code].original, code) for code in chosen)
    alignments, corrections = {}, {}
    for left, right in combinations(range(len(chosen)), 2):
        languages = (chosen[left], chosen[right])
        originals = (versions[chosen[left]].original, versions[chosen[right]].original)
        alignment, by_bead = _alignment(
            connection, found.id, languages, originals, (sides[left], sides[right])
        )
        alignments[left, right] = alignment
        corrections[left, right] = by_bead
    return Text(found, chosen, sides, rows(sides, alignments), alignments, corrections)


def page_of(text: Text, page: int, size: int) -> Parallel:
    """One page of a text; pages count from 1.

    Raises:
        InputError: there is no such page.
    """
    size = _page_size(size)
    pages = max(1, -(-len(text.rows) // size))
    if not 1 <= page <= pages:
        raise InputError(
            "There is no page {page}; the text has {pages}.",
            where=text.document.id,
            page=page,
            pages=pages,
        )
    first = (page - 1) * size
    named = [alignment.method for alignment in text.alignments.values() if alignment.method]
    notes = [note for alignment in text.alignments.values() for note in alignment.notes]
    return Parallel(
        text.document,
        text.languages,
        tuple(_row(text, number, first) for number in range(first, min(first + size, len(text.rows)))),
        page,
        pages,
        len(text.rows),
        _contents(text, size),
        tuple(dict.fromkeys(named)),
        tuple(dict.fromkeys(notes)),
    )


def place_of(text: Text, place: str, size: int) -> tuple[int, str]:
    """The page on which the sentence of an anchor stands, and the anchor of its row there.

    Raises:
        InputError: there is no such sentence.
    """
    number = _row_with(text, place)
    return number // _page_size(size) + 1, _row(text, number, number).anchor


def _page_size(wanted: int) -> int:
    """How many rows a page has."""
    return max(1, min(wanted, LARGEST_PAGE))


def _row_with(text: Text, place: str) -> int:
    """The number, from 0, of the row that holds the sentence of an anchor."""
    for column, (code, side) in enumerate(zip(text.languages, text.sides, strict=True)):
        if place.startswith(code):
            for number, row in enumerate(text.rows):
                if any(anchor(code, side[at].start) == place for at in row.sentences[column]):
                    return number
    raise InputError(
        "There is no sentence {anchor} in this text.",
        where=text.document.id,
        remedy="The text may have been replaced since; look for the passage in the document.",
        anchor=place,
    )


def _chosen(found: Document, languages: Sequence[str]) -> tuple[str, ...]:
    chosen = tuple(languages) or found.languages[:MOST_LANGUAGES]
    for code in chosen:
        if code not in found.languages:
            raise InputError(
                "The document has no version in the language {language}.",
                where=found.id,
                remedy="It has: {languages}.",
                language=code,
                languages=", ".join(found.languages),
            )
    if len(set(chosen)) < len(chosen):
        raise InputError("A language is named twice.", where=found.id, remedy="Name each once.")
    if len(chosen) > MOST_LANGUAGES:
        raise InputError(
            "{count} languages were named.",
            where=found.id,
            remedy="Name up to {most}.",
            count=len(chosen),
            most=MOST_LANGUAGES,
        )
    return chosen


def _alignment(
    connection: Connection,
    name: str,
    languages: tuple[str, str],
    originals: tuple[str, str],
    sides: tuple[tuple[Sentence, ...], tuple[Sentence, ...]],
) -> tuple[Alignment, Mapping[int, str]]:
    """The alignment of two versions as it stands, and its corrected beads.

    Where there is none yet, each sentence stands alone.
    """
    turned = languages[0] > languages[1]
    originals = (originals[1], originals[0]) if turned else originals
    pair = Pair(name, (languages[1], languages[0]) if turned else languages, originals)
    kept = connection.execute(select(tables.alignment).where(*evidence.of_originals(pair))).first()
    if kept is None:
        alone = (
            *(Bead((at,), (), 0.0) for at in range(len(sides[0]))),
            *(Bead((), (at,), 0.0) for at in range(len(sides[1]))),
        )
        return Alignment(*sides, alone, *languages, "", ()), {}
    c = tables.bead.c
    stored = connection.execute(
        select(c.left, c.right, c.probability, c.moved, c.correction)
        .where(*evidence.of(tables.bead, pair))
        .order_by(c.position)
    ).all()
    beads: list[Bead] = []
    corrections = {}
    for left, right, probability, moved, correction in stored:
        source, target = tuple(json.loads(left)), tuple(json.loads(right))
        if turned:
            source, target = target, source
        if correction:
            corrections[len(beads)] = correction
        if max(source, default=0) >= len(sides[0]) or max(target, default=0) >= len(sides[1]):
            raise DamagedDatabase(
                "The alignment names sentences that are not there.",
                where=name,
                remedy="`dragoman rebuild` makes it anew; nothing is lost.",
            )
        beads.append(Bead(source, target, probability, moved))
    notes = tuple(json.loads(kept.notes))
    return Alignment(*sides, tuple(beads), *languages, kept.method, notes), corrections


def _row(text: Text, number: int, first_of_page: int) -> ParallelRow:
    row = text.rows[number]
    cells = tuple(
        Cell(code, tuple(side[at] for at in places))
        for code, side, places in zip(text.languages, text.sides, row.sentences, strict=True)
    )
    first = next(cell for cell in cells if cell.sentences)
    opening = first.sentences[0]
    corrected = {
        text.corrections[bead.columns][bead.index]
        for bead in row.beads
        if bead.index in text.corrections[bead.columns]
    }
    openings = [cell.sentences[0] for cell in cells if cell.sentences]
    label = next((one.label for one in openings if one.label), "")
    return ParallelRow(
        anchor(first.language, opening.start),
        number + 1,
        cells,
        row.probability,
        row.moved,
        tuple(sorted(corrected)),
        opening.kind,
        opening.level,
        label,
        number == first_of_page or _opens(text, number),
    )


def _opens(text: Text, number: int) -> bool:
    """Whether a paragraph begins in this row, in any of its columns."""
    return any(
        one and (not before or side[one[0]].block != side[before[-1]].block)
        for side, one, before in zip(
            text.sides, text.rows[number].sentences, text.rows[number - 1].sentences, strict=True
        )
    )


def _contents(text: Text, size: int) -> tuple[Place, ...]:
    """Headings, articles and the like; where there are none, paragraphs numbered through the text.

    Empty where there is little to jump to, or where numbers recur and so would not tell where they lead.
    """
    found = list(_places(text, size))
    highest = [place for place, level in found if level == 1]
    deeper = any(level > 1 for _place, level in found)
    # A single highest heading above others is the title of the whole.
    title = highest[0] if len(highest) == 1 and deeper else None
    named = [place for place, level in found if (level or " " in place.label) and place is not title]
    if len(named) >= _FEWEST:
        return tuple(named)
    # Plain text has no headings of its own: what looks like one counts where nothing better is there.
    likely = [place for place, _level in found if place.headings or " " in place.label]
    if len(likely) >= _FEWEST:
        return tuple(likely)
    numbered = [place for place, _level in found if place.label.isdecimal()]
    rising = all(int(one.label) < int(other.label) for one, other in pairwise(numbered))
    return tuple(numbered) if rising and len(numbered) >= _FEWEST else ()


def _places(text: Text, size: int) -> Iterator[tuple[Place, int]]:
    """Rows that a label or a heading opens, and the level that its file gives a heading, else 0."""
    for number, row in enumerate(text.rows):
        opening = {
            code: side[places[0]]
            for code, side, places in zip(text.languages, text.sides, row.sentences, strict=True)
            if places
        }
        first = next(iter(opening.items()))
        label = next((one.label for one in opening.values() if one.label), "")
        headings = {
            code: one.text
            for code, one in opening.items()
            if one.kind == "heading" and len(one.text) <= _LONGEST_HEADING
        }
        if label or headings:
            level = max((one.level for one in opening.values() if one.kind == "heading"), default=0)
            yield Place(anchor(first[0], first[1].start), number // size + 1, label, headings), level
