"""What a page says of an alignment before the texts: a summary in words, and what its signs mean."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.bitext.model import Alignment
from dragoman.interface import Interface
from dragoman.languages.registry import language
from dragoman.languages.spacing import between_sentences

DOUBTFUL = 0.7
"""Rows less probable than this are marked: of those just below it, every third is wrong."""


def percent(probability: float, interface: Interface) -> str:
    """A probability in whole per cent; 100 % and 0 % only where it is exactly that."""
    figure = round(100 * probability)
    if 0 < probability < 1:
        figure = min(99, max(1, figure))
    _ = interface.gettext
    return _("{figure}%").format(figure=figure)


def summary(alignment: Alignment, interface: Interface) -> str:
    """How many sentences and rows there are, how many rows may be right, and what to look at."""
    _, ngettext = interface.gettext, interface.ngettext
    counts = [
        ngettext("{count} sentence ({language})", "{count} sentences ({language})", len(sentences)).format(
            count=len(sentences), language=language(code).name
        )
        for sentences, code in (
            (alignment.source, alignment.source_language),
            (alignment.target, alignment.target_language),
        )
    ]
    rows = len(alignment)
    right = round(sum(bead.probability for bead in alignment))
    doubtful = sum(bead.probability < DOUBTFUL for bead in alignment)
    alone = sum(len(bead.source + bead.target) for bead in alignment if not (bead.source and bead.target))
    moved = sum(bead.moved for bead in alignment)
    said = [
        ngettext(
            "{source} and {target} stand in {rows} row; about {right} can be expected to be right.",
            "{source} and {target} stand in {rows} rows; about {right} of them can be expected to be right.",
            rows,
        ).format(source=counts[0], target=counts[1], rows=rows, right=right)
    ]
    if doubtful:
        some = ngettext("{count} row is doubtful.", "{count} rows are doubtful.", doubtful)
        said.append(some.format(count=doubtful))
    some = ngettext("{count} sentence has no counterpart.", "{count} sentences have no counterpart.", alone)
    said.append(some.format(count=alone) if alone else _("Every sentence has a counterpart."))
    if moved:
        some = ngettext(
            "{count} row stands elsewhere in the other text.",
            "{count} rows stand elsewhere in the other text.",
            moved,
        )
        said.append(some.format(count=moved))
    return between_sentences(interface.tag.partition("-")[0]).join(said)


def legend(alignment: Alignment, interface: Interface) -> Iterator[tuple[str, str]]:
    """Each sign that occurs on the page, and what it means."""
    _ = interface.gettext
    sure = percent(0.97, interface)
    yield sure, _("the probability that exactly these sentences belong together")
    if any(bead.probability < DOUBTFUL for bead in alignment):
        limit = percent(DOUBTFUL, interface)
        sign = f"{percent(0.48, interface)}\u202f?"
        yield sign, _("a doubtful row: its probability is below {limit}").format(limit=limit)
    if any(len(bead.source) > 1 or len(bead.target) > 1 for bead in alignment):
        yield "2\u202f:\u202f1", _("two sentences here say what one says there")
    if any(bead.moved for bead in alignment):
        yield _("moved"), _("the right-hand sentences stand elsewhere in their own text")
