"""Invented versions of one text, and layouts of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dragoman.bitext.model import Alignment, Bead
from dragoman.bitext.parallel import rows
from dragoman.bitext.taking import take
from dragoman.versions.passages import Layout

Beads = Sequence[tuple[tuple[int, ...], tuple[int, ...]]]


def layout(texts: Sequence[tuple[str, Sequence[str]]], beads: Sequence[Beads], sure: float = 0.9) -> Layout:
    """Versions by code and sentences; `beads` of each pair of them in order, all equally sure."""
    versions = [take(list(sentences), code, code) for code, sentences in texts]
    alignments = {}
    for (left, right), pairs in zip(combinations(range(len(versions)), 2), beads, strict=True):
        alignments[left, right] = Alignment(
            versions[left].sentences,
            versions[right].sentences,
            tuple(Bead(one, other, sure) for one, other in pairs),
            versions[left].language,
            versions[right].language,
            "test",
        )
    return Layout(versions, rows([version.sentences for version in versions], alignments), alignments)


def one_to_one(size: int) -> Beads:
    """Beads of texts that go hand in hand."""
    return [((at,), (at,)) for at in range(size)]
