"""Beads as indices, one a line, as Vecalign writes and scores them (Thompson and Koehn 2019)."""

from __future__ import annotations

from dragoman.bitext.model import Alignment


def beads(alignment: Alignment) -> str:
    """Lines such as `[3]:[2, 3]`, indices from 0, an empty side as `[]`."""
    return "".join(f"{list(bead.source)}:{list(bead.target)}\n" for bead in alignment)
