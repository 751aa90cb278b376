"""The forward pass of USE multilingual v3 (Yang et al. 2019, "Multilingual Universal Sentence Encoder").

Each piece of a sentence has an embedding. Three branches take it through a projection and two layers of
convolution, over windows of 2, 3 and 5 pieces, each layer with a threshold and a way past it. Embedding and
branches together are normalised and summed over the sentence; dense layers make the sum a vector of length 1.

Here the sentences of a call form one stream. Gaps of zero rows between them stand for the zeros beyond the
ends of a sentence, so that the stream can be worked off in chunks of equal length, whatever the lengths of
the sentences. What depends on one piece alone is looked up (`rows`), the second convolution uses fewer
products (`convolution`), and normalising and summing are products with weights. The vectors are those of a
plain forward pass but for rounding.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray

from dragoman.bitext.usem3.convolution import Convolution
from dragoman.bitext.usem3.rows import GAP, Ids, PieceRows
from dragoman.bitext.usem3.weights import BRANCH, BRANCHES, EMBEDDING, Branch, Floats, Weights

# The signs for begin and end of a sentence, which are pieces.
BEGIN, END = 1, 2

# Rows that are worked on together: enough for matrix products at full speed, few enough to stay in the cache.
_CHUNK = 1152
# Outputs that the convolution of each order computes together, and a number that all of them divide.
_TILE = {2: 6, 3: 6, 5: 4}
_TILES = 12
# Rows that are summed in single precision: more, if alike, would round to the same side each time.
_SUMMED = 64
# About the code of zero in every part of the table: taken off, so that sums of codes and of lowest values do
# not nearly cancel.
_MIDDLE = np.float32(30)
# How far a window reaches to either side in one layer, at most; so wide are the gaps.
_REACH = 2
# All branches side by side.
_BRANCHES = len(BRANCHES) * BRANCH


class Network:
    """From pieces to vectors. Keeps work areas: for one thread at a time.

    `capacity` is how many pieces keep their rows, 13 kB each; at least those of one chunk do.
    """

    def __init__(self, weights: Weights, capacity: int) -> None:
        self._weights = weights
        self._rows = PieceRows(weights, max(capacity, _CHUNK + 4 * _REACH))
        self._convolutions = [_with_bypass(branch) for branch in weights.branches]
        reached = _CHUNK + 2 * _REACH
        self._hidden = np.empty((reached, _BRANCHES), np.float32)
        self._outputs = np.empty((_CHUNK, _BRANCHES), np.float32)
        # For what is needed only for a moment: rows looked up, the points of a convolution, embeddings.
        widest = max(branch.order for branch in weights.branches)
        needs = [(reached + widest - 1) * widest * BRANCH, *(c.scratch(_CHUNK) for c in self._convolutions)]
        self._scratch = np.empty(max(needs), np.float32)

    def vectors(self, ids: Ids, offsets: NDArray[np.intp]) -> Floats:
        """Vectors of length 1, shape (n, 512); sentence i has the ids from offset i to offset i + 1."""
        if len(offsets) < 2:
            return np.zeros((0, EMBEDDING), np.float32)
        stream, begins, ends = _stream(ids, offsets)
        sums = np.zeros((len(begins), EMBEDDING + _BRANCHES))
        reach = 2 * _REACH
        # The pieces of several chunks are looked up at once, as many as surely find room.
        together = (self._rows.capacity - 2 * reach) // _CHUNK * _CHUNK
        for first in range(reach, len(stream) - reach, together):
            last = min(first + together, len(stream) - reach)
            places = self._rows.places(stream[first - reach : last + reach])
            for start in range(first, last, _CHUNK):
                end = min(start + _CHUNK, last)
                near = places[start - first : end - first + 2 * reach]
                self._convolve(near)
                some = slice(np.searchsorted(ends, start, "right"), np.searchsorted(begins, end))
                bounds = begins[some].clip(start) - start, ends[some].clip(max=end) - start
                self._add(stream[start:end], near[reach:-reach], bounds, sums[some])
        return self._head(sums, (ends - begins).astype(np.float32))

    def _convolve(self, places: NDArray[np.intp]) -> None:
        """Compute the branches of a chunk into `_outputs`; `places` reaches further by two layers' reach."""
        rows, branches = self._rows, self._weights.branches
        within = places[_REACH:-_REACH]
        hidden = self._hidden[: len(within)]
        for number, branch in enumerate(branches):
            first = _REACH - branch.left
            windows = places[first : first + len(within) + branch.order - 1]
            self._sum(rows.products[number], windows, branch.order, hidden[:, _columns(number)])
        # With the input among the summands, max(sum, input) is max(sum without it, 0) + input.
        np.maximum(hidden, self._taken(rows.inputs, within), out=hidden)
        hidden[within == 0] = 0.0
        outputs = self._outputs[: len(within) - 2 * _REACH]
        for number, branch in enumerate(branches):
            near = hidden[_REACH - branch.left :, _columns(number)]
            self._convolutions[number].apply(near, outputs[:, _columns(number)], self._scratch)
        np.maximum(outputs, hidden[_REACH:-_REACH], out=outputs)

    def _taken(self, table: Floats, places: NDArray[np.intp]) -> Floats:
        """Rows of a table, in the scratch area."""
        width = table.shape[1]
        taken = self._scratch[: len(places) * width].reshape(-1, width)
        # All places are valid; "clip" is the mode in which NumPy writes to `out` without a copy between.
        return np.take(table, places, axis=0, out=taken, mode="clip")

    def _sum(self, table: Floats, places: NDArray[np.intp], order: int, out: Floats) -> None:
        """out[t] = sum over k of product k of the piece at place t + k."""
        taken = self._taken(table, places)
        row, item = taken.strides
        # The products of one window lie on a diagonal of the rows taken; ones times them is their sum.
        windows = as_strided(taken, (len(out), order, BRANCH), (row, row + BRANCH * item, item))
        np.matmul(np.ones((1, order), np.float32), windows, out=out[:, None])

    def _add(
        self,
        ids: Ids,
        places: NDArray[np.intp],
        bounds: tuple[NDArray[np.intp], NDArray[np.intp]],
        sums: NDArray[np.float64],
    ) -> None:
        """Add the normalised rows of a chunk, but for gain and offset, to the sums of its sentences.

        `bounds` are the first row and the end of each sentence in the chunk.
        """
        table, rows, outputs = self._weights.table, self._rows, self._outputs[: len(ids)]
        width = sums.shape[1]
        mean = (rows.totals[places] + outputs @ np.ones(_BRANCHES, np.float32)) / width
        variance = (rows.squares[places] + np.vecdot(outputs, outputs)) / width - mean * mean
        inverse = 1.0 / np.sqrt(variance + self._weights.epsilon)
        # A row is (codes * scale + lowest, outputs), less its mean, over its deviation. Taken apart, a
        # sentence's sum is a product of weights and codes, one of weights and outputs, and two constants.
        scale, lowest = table.range_of(ids)
        lowest += _MIDDLE * scale
        of_codes = (inverse * scale).astype(np.float32)
        of_outputs = inverse.astype(np.float32)
        codes = self._scratch[: len(ids) * EMBEDDING].reshape(-1, EMBEDDING)
        codes[:] = table.codes[ids]
        codes -= _MIDDLE
        sums[:, :EMBEDDING] += _between(inverse * (lowest - mean), *bounds)[:, None]
        sums[:, EMBEDDING:] -= _between(inverse * mean, *bounds)[:, None]
        for total, begin, end in zip(sums, bounds[0].tolist(), bounds[1].tolist(), strict=True):
            for first in range(begin, end, _SUMMED):
                part = slice(first, min(first + _SUMMED, end))
                total[:EMBEDDING] += of_codes[part] @ codes[part]
                total[EMBEDDING:] += of_outputs[part] @ outputs[part]

    def _head(self, sums: NDArray[np.float64], lengths: Floats) -> Floats:
        """From the sums over sentences, and how many rows each has, to vectors."""
        weights, head = self._weights, self._weights.head
        sums *= weights.norm.gain
        sums += lengths[:, None] * weights.norm.offset
        mean = sums.astype(np.float32) @ head.projection
        mean += lengths[:, None] * head.bias
        mean /= np.sqrt(lengths)[:, None]
        inner = mean @ head.bypass[0]
        inner += np.maximum(mean @ head.dense[0], 0.0) @ head.dense[1]
        np.maximum(inner, 0.0, out=inner)
        outer: Floats = np.matmul(inner, head.bypass[1])
        outer += np.maximum(inner @ head.dense[2], 0.0) @ head.dense[3]
        np.tanh(outer, out=outer)
        squares = np.maximum(np.vecdot(outer, outer), np.float32(weights.epsilon))
        outer /= np.sqrt(squares)[:, None]
        return outer


def _stream(ids: Ids, offsets: NDArray[np.intp]) -> tuple[Ids, NDArray[np.intp], NDArray[np.intp]]:
    """The sentences in one row with their signs and gaps, and where each begins and ends in it.

    The gaps at both ends are twice as wide, since two layers reach so far; between them are whole tiles.
    """
    lengths = np.diff(offsets)
    begins = 2 * _REACH + offsets[:-1] + (2 + _REACH) * np.arange(len(lengths))
    ends = begins + lengths + 2
    core = int(ends[-1]) - 2 * _REACH
    stream = np.full(core + -core % _TILES + 4 * _REACH, GAP, np.int32)
    stream[begins] = BEGIN
    stream[ends - 1] = END
    stream[np.arange(len(ids)) + np.repeat(begins + 1 - offsets[:-1], lengths)] = ids
    return stream, begins, ends


def _with_bypass(branch: Branch) -> Convolution:
    """The second layer of a branch before its threshold, with its input added."""
    taps = branch.second.copy()
    taps[branch.left] += np.eye(BRANCH, dtype=np.float32)
    return Convolution(taps, branch.second_bias, _TILE[branch.order])


def _columns(number: int) -> slice:
    """The columns of a branch where all stand side by side."""
    return slice(number * BRANCH, (number + 1) * BRANCH)


def _between(
    values: NDArray[np.float64], begins: NDArray[np.intp], ends: NDArray[np.intp]
) -> NDArray[np.float64]:
    """The sums of some stretches of a row of numbers."""
    running: NDArray[np.float64] = np.concatenate([[0.0], np.cumsum(values)])
    return running[ends] - running[begins]
