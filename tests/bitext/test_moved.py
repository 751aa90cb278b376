from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.bitext import moved as module
from dragoman.bitext.engine import prepare
from dragoman.bitext.features import Pairing
from dragoman.bitext.model import Bead, Sentence
from dragoman.bitext.moved import with_moved
from dragoman.bitext.profile import profile
from dragoman.languages import language
from tests.bitext.material import Floats, Indexed, directions, planted

LONG = "word " * 20


def texts(count: int, short: Sequence[int] = ()) -> list[Sentence]:
    return [Sentence("Agreed." if k in short else LONG) for k in range(count)]


def pairing_of(
    vectors: tuple[Floats, Floats], short: tuple[Sequence[int], Sequence[int]] = ((), ())
) -> Pairing:
    sides = [profile(texts(len(v), s), language("en")) for v, s in zip(vectors, short, strict=True)]
    return prepare(sides[0], sides[1], vectors)


def in_order(source: Sequence[int], target: Sequence[int], out: set[int]) -> list[Bead]:
    """The alignment of two lists of units that keeps the order: all but those `out` one to one."""
    beads = []
    i = j = 0
    while i < len(source) or j < len(target):
        if i < len(source) and (source[i] in out or source[i] not in target):
            beads.append(Bead((i,), (), 0.9))
            i += 1
        elif j < len(target) and (target[j] in out or target[j] not in source):
            beads.append(Bead((), (j,), 0.9))
            j += 1
        else:
            assert source[i] == target[j]
            beads.append(Bead((i,), (j,), 0.9))
            i, j = i + 1, j + 1
    return beads


def joined(source: Sequence[int], target: Sequence[int], beads: Sequence[Bead]) -> set[tuple[int, int]]:
    return {(source[b.source[0]], target[b.target[0]]) for b in beads if b.moved}


def assert_whole(beads: Sequence[Bead], n: int, m: int) -> None:
    assert [i for bead in beads for i in bead.source] == list(range(n))
    assert sorted(j for bead in beads for j in bead.target) == list(range(m))


MOVES = {
    "forward": [*range(10), *range(16, 40), *range(10, 16), *range(40, 60)],
    "back": [*range(10), *range(40, 45), *range(10, 40), *range(45, 60)],
    "to the end": [*range(30), *range(36, 60), *range(30, 36)],
    "to the beginning": [*range(50, 56), *range(50), *range(56, 60)],
    "exchanged": [*range(10), *range(40, 45), *range(15, 40), *range(10, 15), *range(45, 60)],
}


@pytest.mark.parametrize("rows", [1024, 3])
@pytest.mark.parametrize("name", MOVES)
def test_a_moved_passage_is_joined(name: str, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ROWS", rows)
    source, target = list(range(60)), MOVES[name]
    passages = {
        "forward": range(10, 16),
        "back": range(40, 45),
        "to the end": range(30, 36),
        "to the beginning": range(50, 56),
        "exchanged": [*range(10, 15), *range(40, 45)],
    }
    out = set(passages[name])
    base, _, _ = planted((source, source), np.random.default_rng(1))
    dice = np.random.default_rng(2)
    vectors = base, base[target] + 0.6 * directions(60, dice)
    beads = with_moved(in_order(source, target, out), pairing_of(vectors))
    assert joined(source, target, beads) == {(unit, unit) for unit in out}
    assert_whole(beads, 60, 60)
    assert all(bead.probability > 0.9 for bead in beads if bead.moved)
    assert [bead for bead in beads if not bead.moved] == [
        bead for bead in in_order(source, target, out) if bead.source and bead.target
    ]


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10**6))
def test_nothing_is_joined_where_nothing_moved(seed: int) -> None:
    dice = np.random.default_rng(seed)
    source = sorted(dice.choice(80, 60, replace=False).tolist())
    target = sorted(dice.choice(80, 60, replace=False).tolist())
    vectors = planted((source, target), dice)
    beads = in_order(source, target, set())
    assert with_moved(beads, pairing_of((vectors[0], vectors[1]))) == beads


def one_moved(short: bool) -> list[Bead]:
    """Unit 10 alone has moved behind unit 30."""
    source, target = list(range(50)), [*range(10), *range(11, 31), 10, *range(31, 50)]
    vectors = planted((source, target), np.random.default_rng(3))
    places = ([10], [30]) if short else ([], [])
    return with_moved(in_order(source, target, {10}), pairing_of((vectors[0], vectors[1]), places))


def test_one_long_sentence_that_moved_alone_is_less_sure() -> None:
    found = [bead for bead in one_moved(short=False) if bead.moved]
    assert [(bead.source, bead.target) for bead in found] == [((10,), (30,))]
    assert found[0].probability < 0.9


def test_one_short_sentence_that_recurs_elsewhere_has_not_moved() -> None:
    assert not any(bead.moved for bead in one_moved(short=True))


def test_a_pair_left_out_in_its_own_place_has_not_moved() -> None:
    """The order is kept there: whatever left the two apart, they are no moved passage."""
    vectors = planted((range(20), range(20)), np.random.default_rng(4))
    beads = [Bead((k,), (k,), 0.9) for k in range(20)]
    beads[7:9] = [Bead((7,), (), 0.6), Bead((8,), (), 0.6), Bead((), (7,), 0.6), Bead((), (8,), 0.6)]
    assert with_moved(beads, pairing_of((vectors[0], vectors[1]))) == beads


def test_a_sentence_translated_loosely_moves_with_its_neighbours() -> None:
    source, target = list(range(60)), MOVES["forward"]
    base, _, _ = planted((source, source), np.random.default_rng(5))
    other = base[target] + 0.5 * directions(60, np.random.default_rng(6))
    place = target.index(12)
    other[place] = base[12] + 2.0 * directions(1, np.random.default_rng(7))
    alone = with_moved(in_order(source, target, set(range(10, 16))), pairing_of((base, other)))
    assert (12, 12) in joined(source, target, alone)


def test_a_passage_does_not_grow_into_what_stands_in_order() -> None:
    """Sentences beside the passage on one side only, or in beads of their own, are left where they are."""
    source, target = list(range(60)), MOVES["forward"]
    base, _, _ = planted((source, source), np.random.default_rng(8))
    equal = np.repeat(base[:1], 60, axis=0)  # all sentences are alike, so nothing but the rule holds them
    mixed = 0.3 * equal + base
    beads = in_order(source, target, set(range(10, 16)))
    found = with_moved(beads, pairing_of((mixed, mixed[target])))
    before: list[Indexed] = [(b.source, b.target) for b in beads if b.source and b.target]
    assert [(b.source, b.target) for b in found if not b.moved] == before


def test_no_omissions_on_a_side_change_nothing() -> None:
    vectors = planted((range(10), range(8)), np.random.default_rng(9))
    beads = [*(Bead((k,), (k,), 0.9) for k in range(8)), Bead((8,), (), 0.8), Bead((9,), (), 0.8)]
    assert with_moved(beads, pairing_of((vectors[0], vectors[1]))) == beads
