"""A table with tabs, one bead a row, for spreadsheets and for `cut`.

Cells are never quoted, so that a cell holds no tab and no end of line: each becomes a space. Spreadsheets
take a cell that begins with = + - or @ for a formula, and a reader of quoted tables one that begins with a
quotation mark for a quoted cell. Such a cell gets one space in front, which both take for text. No other cell
begins with a space, so taking it away gives the text back; and a list item "- item" stays readable, which an
apostrophe in front would not leave it in programs other than spreadsheets.
"""

from __future__ import annotations

import re

from dragoman.bitext.model import Alignment
from dragoman.writers.characters import possible

COLUMNS = ("source_indices", "target_indices", "source", "target", "probability", "moved")

# Tab, and all that any usual reader takes for the end of a line.
_BREAK = re.compile("\r\n|[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
# Full-width signs open formulas too where the spreadsheet's language is Chinese or Japanese.
_MISLEADING = ("=", "+", "-", "@", "＝", "＋", "－", "＠", '"', "'")


def cell(text: str) -> str:
    """A text as one cell. Spaces that it begins with are lost."""
    flat = possible(_BREAK.sub(" ", text)).lstrip(" ")
    return f" {flat}" if flat.startswith(_MISLEADING) else flat


def text_of(cell: str) -> str:
    """The text that a cell holds, on one line."""
    return cell.removeprefix(" ")


def tsv(alignment: Alignment) -> str:
    """A line of `COLUMNS`, then one bead a line; indices as in "beads", `moved` as true or false."""
    lines = ["\t".join(COLUMNS)]
    for bead in alignment:
        source, target = alignment.texts(bead)
        lines.append(
            "\t".join(
                (
                    str(list(bead.source)),
                    str(list(bead.target)),
                    cell(source),
                    cell(target),
                    f"{bead.probability:.4f}",
                    "true" if bead.moved else "false",
                )
            )
        )
    return "\n".join(lines) + "\n"
