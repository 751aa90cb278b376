from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from dragoman.bitext import features as module
from dragoman.bitext.engine import prepare, scored
from dragoman.bitext.features import OMISSIONS, TWO_SIDED, Candidates, Evidence, Pairing
from dragoman.bitext.model import Sentence
from dragoman.bitext.profile import Profile, profile
from dragoman.bitext.scorer import ModelName, scorer
from dragoman.languages import language
from tests.bitext.material import Floats, Pair, directions, planted, units

MODELS: tuple[ModelName, ...] = ("with-vectors", "without-vectors")


def sentences(texts: Sequence[str], per_paragraph: int = 3) -> list[Sentence]:
    return [
        Sentence(text, block=k // per_paragraph, label="2" if text[:1] == "2" else "")
        for k, text in enumerate(texts)
    ]


def sides(n: int = 40, m: int = 40) -> tuple[Profile, Profile]:
    return (
        profile(sentences(units("ru")[:n]), language("ru")),
        profile(sentences(units("zh")[:m]), language("zh")),
    )


def paired(blind: bool = False) -> Pairing:
    """A pair of texts, in which one has lost two sentences and has two of the other's joined."""
    keep = [k for k in range(40) if k not in (7, 21)]
    left, right = sides()
    right = profile(sentences([units("zh")[k] for k in keep]), language("zh"))
    source, target, _ = planted((range(40), keep), np.random.default_rng(0))
    return prepare(left, right, None if blind else (source, target))


def by_place(found: Candidates, pairing: Pairing) -> dict[Pair, Floats]:
    cells = pairing.corridor
    return {
        (int(cells.rows[cell]), int(cells.columns[cell])): row
        for cell, row in zip(found.cells, found.features, strict=True)
    }


@pytest.mark.parametrize("blind", [False, True])
def test_candidates_lie_in_the_corridor_with_both_ends(blind: bool) -> None:
    pairing = paired(blind)
    cells = pairing.corridor
    for bead, found in Evidence(pairing).candidates().items():
        assert found.features.shape[0] == len(found.cells)
        assert found.features.dtype == np.float32
        assert np.isfinite(found.features).all()
        assert (cells.at(-bead[0], -bead[1])[found.cells] < cells.size).all()
        if bead == (1, 1) or bead in OMISSIONS:
            assert len(found.cells) == (cells.at(-bead[0], -bead[1]) < cells.size).sum()


@pytest.mark.parametrize("name", MODELS)
def test_the_fitted_weights_fit_the_features(name: ModelName) -> None:
    found = Evidence(paired(blind=name == "without-vectors")).candidates()
    fitted = scorer(name)
    for network, beads in ((fitted.two_sided, TWO_SIDED), (fitted.omissions, OMISSIONS)):
        for bead in beads:
            assert found[bead].features.shape[1] == len(network.hidden) == len(network.direct)
        assert network.hidden.shape[1] == network.kind.shape[1] == len(network.out)
        assert len(network.kind) == len(network.bias) == len(beads)
        assert all(
            np.isfinite(part).all() for part in (network.hidden, network.kind, network.out, network.direct)
        )
    assert 0.3 <= fitted.price <= 0.5
    assert all(slope > 0 for slope, _ in fitted.calibration)


@pytest.mark.parametrize("blind", [False, True])
@pytest.mark.parametrize("rows", [1, 7, 1000])
def test_some_rows_at_a_time_give_the_same_scores(
    rows: int, blind: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairing = paired(blind)
    scoring = scorer("without-vectors" if blind else "with-vectors")
    cells = pairing.corridor.size
    expected = scoring.scores(Evidence(pairing).candidates(), cells)
    monkeypatch.setattr(module, "_ROWS_AT_ONCE", rows)
    for bead, values in scored(scoring, pairing).items():
        np.testing.assert_allclose(values, expected[bead], atol=1e-3, err_msg=str(bead))


# These two columns count clauses in the source's measure, so they say a little else the other way round.
CLAUSE_COLUMNS = {36, 37}


def test_what_compares_both_sides_does_not_depend_on_their_order() -> None:
    pairing = paired()
    source, target = pairing.similarity.source.unit, pairing.similarity.target.unit
    other = prepare(pairing.target, pairing.source, (target, source))
    same = replace(
        other,
        similarity=replace(
            pairing.similarity, source=pairing.similarity.target, target=pairing.similarity.source
        ),
        usual=pairing.usual,
        spread=pairing.spread,
        covered=pairing.covered,
        ratio=1 / pairing.ratio,
    )
    one, turned = Evidence(pairing), Evidence(same)
    for bead in ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3)):
        ours = by_place(one.two_sided(bead), pairing)
        theirs = by_place(turned.two_sided((bead[1], bead[0])), same)
        shared = {(i, j) for i, j in ours if (j, i) in theirs}
        assert len(shared) > 0.9 * len(ours)
        table = np.array([ours[i, j] for i, j in sorted(shared)])
        mirrored = np.array([theirs[j, i] for i, j in sorted(shared)])
        assert_mirrored(table, mirrored)


def nearly_equal(one: Floats, other: Floats) -> bool:
    """Equal but for a few beads at the corridor's edge, where a block is summed up from what lies inside."""
    return float(np.isclose(one, other, atol=2e-3).mean()) > 0.9


def assert_mirrored(ours: Floats, theirs: Floats) -> None:
    """Each column is found again: as it was, with the sign turned, or in the place of its counterpart."""
    place = [
        next(
            (
                k
                for k in sorted(range(theirs.shape[1]), key=lambda k: abs(k - column))
                if nearly_equal(ours[:, column], theirs[:, k]) or nearly_equal(ours[:, column], -theirs[:, k])
            ),
            None,
        )
        for column in range(ours.shape[1])
    ]
    lost = [column for column, found in enumerate(place) if found is None]
    assert set(lost) == CLAUSE_COLUMNS
    assert sum(column == found for column, found in enumerate(place)) > 0.5 * len(place)


def test_similarity_length_and_anchors_speak_for_the_true_pair() -> None:
    pairing = paired()
    found = by_place(Evidence(pairing).two_sided((1, 1)), pairing)
    true = np.array([found[k, k] for k in range(1, 8)])
    false = np.array([found[k, k + 1] for k in range(1, 8)])
    alike, far = 0, 7  # how alike they are; how far apart their lengths are
    assert true[:, alike].mean() > false[:, alike].mean() + 0.3
    assert true[:, far].mean() < false[:, far].mean()


EDGES: dict[str, tuple[list[str], list[str]]] = {
    "one sentence each": (["Мир."], ["和平。"]),
    "one against many": (["Мир."], ["和平。"] * 30),
    "empty sentences": (["", "", "Мир."], ["和平。", "", ""]),
    "only marks": (["…", "?!", "—"], ["。", "。。", "！"]),
    "all the same": (["Да."] * 25, ["是。"] * 25),
    "a huge sentence": (["слово " * 30_000, "Да."], ["是。", "不。"]),
    "no letters": (["1.", "2.", "3.5"], ["1.", "2.", "3.5"]),
}


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("vectors", ["random", "zero", "equal", "none"])
@pytest.mark.parametrize("name", EDGES)
def test_odd_texts_have_finite_features(name: str, vectors: str) -> None:
    source, target = (
        profile(sentences(texts), language(code))
        for texts, code in zip(EDGES[name], ("ru", "zh"), strict=True)
    )
    n, m = len(source), len(target)
    dice = np.random.default_rng(1)
    made = {
        "random": (directions(n, dice), directions(m, dice)),
        "zero": (np.zeros((n, 8), np.float32), np.zeros((m, 8), np.float32)),
        "equal": (np.ones((n, 8), np.float32), np.ones((m, 8), np.float32)),
        "none": None,
    }
    for found in Evidence(prepare(source, target, made[vectors])).candidates().values():
        assert np.isfinite(found.features).all()
        assert np.abs(found.features).max(initial=0) < 1000


@pytest.mark.filterwarnings("error")
def test_short_sentences_keep_their_lengths_far_into_a_text() -> None:
    """A 64 MB file holds some 35 million letters: sums over it must still tell a short sentence from none."""
    left, right = sides(12, 12)
    plain = prepare(left, right, None)
    far = replace(
        plain,
        source=replace(left, length=np.concatenate([[4e7], left.length[1:]]).astype(np.float32)),
        target=replace(
            right, length=np.concatenate([[4e7 * plain.ratio], right.length[1:]]).astype(np.float32)
        ),
    )
    near_rows = by_place(Evidence(plain).two_sided((1, 1)), plain)
    far_rows = by_place(Evidence(far).two_sided((1, 1)), far)
    lengths = slice(6, 12)
    for place in ((i, j) for i, j in near_rows if i > 1 and j > 1):
        np.testing.assert_allclose(near_rows[place][lengths], far_rows[place][lengths], atol=1e-3)
    for found in Evidence(far).candidates().values():
        assert np.isfinite(found.features).all()
