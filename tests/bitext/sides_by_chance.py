"""Alignments that partition both sides, as engines give them, for tests of what people do with them."""

from __future__ import annotations

from hypothesis import strategies as st

from dragoman.bitext.model import Alignment, Bead, Sentence

SHAPES = [(1, 1), (1, 1), (1, 1), (2, 1), (1, 2), (2, 2), (1, 0), (0, 1), (3, 1), (1, 4)]


def numbered(code: str, count: int) -> tuple[Sentence, ...]:
    """Sentences of nine characters with a space between."""
    return tuple(Sentence(f"{code}{k:06}.", 10 * k, 10 * k + 9, k) for k in range(count))


def aligned(sizes: tuple[int, int], *beads: Bead, languages: tuple[str, str] = ("ru", "zh")) -> Alignment:
    """An alignment of numbered sentences."""
    source, target = (numbered(code, size) for code, size in zip(languages, sizes, strict=True))
    return Alignment(source, target, beads, *languages, "align.v1")


def bead(source: list[int], target: list[int], probability: float = 0.9, moved: bool = False) -> Bead:
    return Bead(tuple(source), tuple(target), probability, moved)


@st.composite
def beads_of(draw: st.DrawFn, size: int, other: int) -> list[Bead]:
    """Beads in order over two sides of these sizes; now and then two omissions make one that has moved."""
    made = []
    i = j = 0
    while i < size or j < other:
        left = [shape for shape in SHAPES if i + shape[0] <= size and j + shape[1] <= other]
        a, b = draw(st.sampled_from(left))
        chance = draw(st.sampled_from([0.3, 0.6, 0.9, 0.99]))
        made.append(Bead(tuple(range(i, i + a)), tuple(range(j, j + b)), chance))
        i, j = i + a, j + b
    sources = [it for it in made if not it.target]
    targets = [it for it in made if not it.source]
    moves: bool = draw(st.booleans())
    if moves and sources and targets:
        here, there = draw(st.sampled_from(sources)), draw(st.sampled_from(targets))
        made[made.index(here)] = Bead(here.source, there.target, 0.8, moved=True)
        made.remove(there)
    return made


@st.composite
def partitions(draw: st.DrawFn, most: int = 12) -> Alignment:
    """An alignment such as an engine gives."""
    sizes = draw(st.integers(0, most)), draw(st.integers(0, most))
    return aligned(sizes, *draw(beads_of(*sizes)))
