from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.bitext.similarity import Similarity, Vectors, similarity, without_vectors
from tests.bitext.material import Floats, directions, planted

SEED = st.integers(0, 10**6)


def side(n: int, seed: int) -> Vectors:
    dice = np.random.default_rng(seed)
    return Vectors(directions(n, dice, 12), dice.uniform(-0.2, 0.4, n).astype(np.float32))


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 30), st.integers(1, 6), SEED)
def test_norms_are_the_lengths_of_summed_vectors(n: int, size: int, seed: int) -> None:
    vectors = side(n, seed)
    found = vectors.norms(size)
    assert found.shape == (n + 1,)
    for place in range(n + 1):
        block = vectors.unit[place - size : place] if place >= size else None
        expected = 1.0 if block is None else np.linalg.norm(block.sum(axis=0))
        assert found[place] == pytest.approx(expected, abs=1e-4)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 30), st.integers(1, 6), SEED)
def test_chances_are_the_mean_cosines_of_summed_vectors(n: int, size: int, seed: int) -> None:
    """`chance` is a mean of dot products: that of a sum is the sum of its members' over the sum's length."""
    vectors = side(n, seed)
    found = vectors.chances(size)
    for place in range(n + 1):
        block = slice(place - size, place)
        length = np.linalg.norm(vectors.unit[block].sum(axis=0)) if place >= size else 1.0
        expected = vectors.chance[block].sum() / length if place >= size else 0.0
        assert found[place] == pytest.approx(expected, abs=1e-3)


def test_chances_of_blocks_agree_with_the_other_side_itself() -> None:
    dice = np.random.default_rng(0)
    other = directions(40, dice, 12)
    own = directions(20, dice, 12)
    vectors = Vectors(own, (own @ other.T).mean(axis=1))
    for size in (1, 2, 3):
        for place in range(size, 21):
            block = own[place - size : place].sum(axis=0)
            expected = (other @ (block / np.linalg.norm(block))).mean()
            assert vectors.chances(size)[place] == pytest.approx(expected, abs=1e-5)


def test_opposite_vectors_cancel_without_harm() -> None:
    one = directions(1, np.random.default_rng(0), 12)
    vectors = Vectors(np.concatenate([one, -one, one]), np.full(3, 0.1, np.float32))
    assert np.isfinite(vectors.norms(2)).all()
    assert np.isfinite(vectors.chances(2)).all()


def constant(n: int, value: float) -> Floats:
    return np.full((n, 16), value, np.float32)


DEGENERATE = {
    "identical": (constant(9, 1.0), constant(7, 1.0)),
    "zero": (constant(9, 0.0), constant(7, 0.0)),
    "zero on one side": (constant(9, 0.0), directions(7, np.random.default_rng(1), 16)),
    "one against one": (
        directions(1, np.random.default_rng(1), 16),
        directions(1, np.random.default_rng(2), 16),
    ),
    "one against many": (
        directions(1, np.random.default_rng(1), 16),
        directions(70, np.random.default_rng(2), 16),
    ),
    "one zero row": (
        np.vstack([constant(1, 0), directions(9, np.random.default_rng(1), 16)]),
        constant(3, 1.0),
    ),
    "tiny": (constant(4, 1e-30), constant(4, 1e-30)),
    "huge": (constant(4, 1e15), directions(4, np.random.default_rng(1), 16) * 1e15),
}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("name", DEGENERATE)
def test_degenerate_vectors_give_numbers(name: str) -> None:
    source, target = DEGENERATE[name]
    pair = similarity(source, target)
    for vectors, given_ in ((pair.source, source), (pair.target, target)):
        assert len(vectors) == len(given_)
        assert np.isfinite(vectors.unit).all()
        assert np.isfinite(vectors.chance).all()
        for size in range(1, 7):
            norms = vectors.norms(size)
            assert np.isfinite(norms).all()
            assert (norms > 0).all()
            assert np.isfinite(vectors.chances(size)).all()
    margins = pair.margins(slice(None), slice(None))
    assert margins.shape == (len(source), len(target))
    assert np.isfinite(margins).all()
    assert np.isfinite(pair.stranger)


def test_what_is_given_is_left_as_it_was() -> None:
    source, target = directions(5, np.random.default_rng(1)), directions(6, np.random.default_rng(2))
    before = source.copy(), target.copy()
    similarity(source, target).margins(slice(None), slice(None))
    np.testing.assert_array_equal(source, before[0])
    np.testing.assert_array_equal(target, before[1])


def test_what_all_sentences_of_a_side_share_is_taken_away() -> None:
    dice = np.random.default_rng(3)
    source, target, _ = planted((range(60), range(60)), dice)
    shifted = similarity(source + 2 * directions(1, dice), target + 3 * directions(1, dice))
    plain = similarity(source, target)
    np.testing.assert_allclose(
        shifted.margins(slice(None), slice(None)), plain.margins(slice(None), slice(None)), atol=0.12
    )


def test_partners_stand_out_from_strangers() -> None:
    source, target, truth = planted((range(200), range(200)), np.random.default_rng(4))
    pair = similarity(source, target)
    margins = pair.margins(slice(None), slice(None))
    true = np.zeros(margins.shape, bool)
    true[tuple(np.array(sorted(truth)).T)] = True
    assert (margins[~true] > pair.stranger).mean() == pytest.approx(0.02, abs=0.01)
    assert (margins[true] > pair.stranger).all()


def test_a_margin_is_the_cosine_less_what_is_usual_on_either_side() -> None:
    one, other = side(9, 1), side(7, 2)
    margins = Similarity(one, other, 0.1).margins(slice(None), slice(None))
    for i in range(9):
        for j in range(7):
            expected = one.unit[i] @ other.unit[j] - (one.chance[i] + other.chance[j]) / 2
            assert margins[i, j] == pytest.approx(expected, abs=1e-5)


def test_chance_is_the_mean_cosine_with_the_other_side_drawn_towards_none() -> None:
    pair = similarity(directions(30, np.random.default_rng(1)), directions(40, np.random.default_rng(2)))
    np.testing.assert_allclose(
        pair.source.chance, (pair.source.unit @ pair.target.unit.T).sum(axis=1) / 45, atol=1e-6
    )
    np.testing.assert_allclose(
        pair.target.chance, (pair.target.unit @ pair.source.unit.T).sum(axis=1) / 35, atol=1e-6
    )


def test_a_rectangle_of_margins_is_a_part_of_the_whole() -> None:
    source, target, _ = planted((range(40), range(30)), np.random.default_rng(5))
    pair = similarity(source, target)
    whole = pair.margins(slice(None), slice(None))
    np.testing.assert_allclose(pair.margins(slice(7, 19), slice(3, 8)), whole[7:19, 3:8], atol=1e-6)


def transposed(pair: Similarity) -> Similarity:
    return Similarity(pair.target, pair.source, pair.stranger)


@pytest.mark.parametrize(("n", "m"), [(5, 9), (60, 80), (300, 250)])
def test_the_order_of_the_sides_does_not_matter(n: int, m: int) -> None:
    source, target, _ = planted((range(n), range(m)), np.random.default_rng(6))
    one, other = similarity(source, target), transposed(similarity(target, source))
    np.testing.assert_allclose(one.source.chance, other.source.chance, atol=1e-6)
    np.testing.assert_allclose(one.target.chance, other.target.chance, atol=1e-6)
    assert one.stranger == pytest.approx(other.stranger, abs=0.01)


def test_without_vectors_every_pair_is_alike() -> None:
    pair = without_vectors(3, 5)
    assert pair.blind
    assert (len(pair.source), len(pair.target)) == (3, 5)
    assert not pair.margins(slice(None), slice(None)).any()
    assert not similarity(
        directions(3, np.random.default_rng(1)), directions(5, np.random.default_rng(2))
    ).blind
