"""Whether the versions of a document keep to a termbase: each is read as a draft beside the others."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.bitext.parallel import Columns
from dragoman.glossary.check import checked
from dragoman.glossary.model import Remark
from dragoman.terms.termbase import Termbase
from dragoman.versions.judge import log_odds
from dragoman.versions.merged import Weighed
from dragoman.versions.model import Kind, Stretch
from dragoman.versions.passages import Layout


def agreed(layout: Layout, termbase: Termbase) -> Iterator[Weighed]:
    """Renderings that are not those of a termbase, and words that it does not want.

    Of two versions each is looked at as the draft, the other as its source; what is told of an entry in one
    direction is not told again of the same row in the other.
    """
    for pair in layout.pairs:
        told: set[tuple[int, str]] = set()
        for source, draft in (pair, pair[::-1]):
            for remark in _remarks(layout, termbase, (source, draft)):
                row = layout.row_of(draft, remark.sentence)
                if (row, remark.entry.id) not in told:
                    told.add((row, remark.entry.id))
                    yield _weighed(layout, remark, (source, draft), row)


def _remarks(layout: Layout, termbase: Termbase, columns: Columns) -> Iterator[Remark]:
    source, draft = (layout.versions[column] for column in columns)
    if {source.language, draft.language} <= set(termbase.languages):
        yield from checked(draft, termbase, source, layout.alignment(columns)).remarks


def _weighed(layout: Layout, remark: Remark, columns: Columns, row: int) -> Weighed:
    source, draft = columns
    kind: Kind = "inconsistent" if remark.kind == "inconsistent" else "rendering"
    here, there = layout.side(row, draft), layout.side(row, source)
    spans: dict[int, tuple[Stretch, ...]] = {draft: (), source: ()}
    if here is not None:
        spans[draft] = (here.stretch(remark.sentence, remark.start, remark.end),)
    if there is not None:
        spans[source] = tuple(
            there.stretch(place.sentence, place.start, place.end)
            for place in remark.source_spans
            if place.sentence in there.numbers_of
        )
    return Weighed(kind, row, spans, remark.reason, log_odds(remark.probability))
