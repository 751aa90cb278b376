"""The table of a page: one row a bead.

Roles are written out because narrow screens show the table as blocks, which would undo them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.bitext.formats.contents import Place
from dragoman.bitext.formats.preface import DOUBTFUL, percent
from dragoman.bitext.formats.side import Sides, html
from dragoman.bitext.model import Alignment, Bead
from dragoman.interface import Interface


def table(alignment: Alignment, sides: Sides, marks: Sequence[Place], words: Interface) -> Iterator[str]:
    """The lines of the table; `marks` says which rows are headings."""
    _ = words.gettext
    caption, number, sure = html(_("Both texts, side by side")), html(_("Row")), html(_("Probability"))
    yield '<table role="table">'
    yield f'<caption class="unseen">{caption}</caption>'
    yield '<thead role="rowgroup"><tr role="row">'
    yield f'<th role="columnheader" scope="col"><span class="unseen">{number}</span></th>'
    for side in sides:
        yield f'<th role="columnheader" scope="col" {side.attributes}>{side.name}</th>'
    yield f'<th role="columnheader" scope="col"><span class="unseen">{sure}</span></th>'
    yield "</tr></thead>"
    yield '<tbody role="rowgroup">'
    headings = {place.row for place in marks if place.headings is not None}
    row = _Row(alignment, sides, words)
    for index, (bead, opens) in enumerate(zip(alignment, _openings(alignment), strict=True)):
        kinds = (("opens", opens), ("heading", index in headings), ("doubtful", bead.probability < DOUBTFUL))
        yield row.line(bead, index + 1, [name for name, holds in kinds if holds])
    yield "</tbody>"
    yield "</table>"


def _openings(alignment: Alignment) -> Iterator[bool]:
    """For each bead whether a new paragraph begins with it, on either side."""
    source, target = -1, -1
    for bead in alignment:
        opens = False
        if bead.source:
            opens = alignment.source[bead.source[0]].block > source
            source = max(source, alignment.source[bead.source[-1]].block)
        # The target of a moved bead stands in a paragraph from elsewhere.
        if bead.target and not bead.moved:
            opens |= alignment.target[bead.target[0]].block > target
            target = max(target, alignment.target[bead.target[-1]].block)
        yield opens


class _Row:
    """Writes rows; what all of them have in common is made once."""

    def __init__(self, alignment: Alignment, sides: Sides, words: Interface) -> None:
        _ = words.gettext
        self._alignment, self._sides, self._words = alignment, sides, words
        remark, elsewhere, moved = (
            html(_("no counterpart")),
            html(_("Stands elsewhere in the other text.")),
            html(_("moved")),
        )
        self._blank = f'<i lang="{words.tag}" dir="ltr">{remark}</i>'
        self._moved = f'<small title="{elsewhere}">{moved}</small>'
        self._doubtful = _("Doubtful: these sentences belong together with a probability of {percent}.")

    def line(self, bead: Bead, number: int, kinds: Sequence[str]) -> str:
        """The row of a bead, with its kinds as classes."""
        names = f' class="{" ".join(kinds)}"' if kinds else ""
        cells = "".join(
            f'<td role="cell" {side.attributes}>{html(text)}</td>'
            if text
            else f'<td role="cell" class="blank" {side.attributes}>{self._blank}</td>'
            for side, text in zip(self._sides, self._alignment.texts(bead), strict=True)
        )
        return (
            f'<tr role="row" id="b{number}"{names}>'
            f'<th role="rowheader" scope="row"><a href="#b{number}">{number}</a>{self._ratio(bead)}</th>'
            f'{cells}<td role="cell" class="sure">{self._sure(bead)}</td></tr>'
        )

    def _ratio(self, bead: Bead) -> str:
        """ "2 : 1", nothing where it is one to one or one side is empty."""
        counts = (len(bead.source), len(bead.target))
        return (
            "" if 0 in counts or counts == (1, 1) else f"<small>{counts[0]}&#8239;:&#8239;{counts[1]}</small>"
        )

    def _sure(self, bead: Bead) -> str:
        shown = percent(bead.probability, self._words)
        if bead.probability < DOUBTFUL:
            title = html(self._doubtful.format(percent=shown))
            remark = f'<span title="{title}">{shown}&#8239;?</span>'
        else:
            remark = f"<span>{shown}</span>"
        return remark + self._moved if bead.moved else remark
