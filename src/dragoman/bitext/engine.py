"""Align two texts sentence by sentence: the steps in their order.

Vectors give a rough path, the path a corridor; in the corridor every possible bead gets features and a
score, the lattice of all alignments gives each bead's probability, and the alignment with the most beads
that can be expected right is read off. Passages that stand elsewhere in the other text are looked for last.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.corridor import Corridor, Pair, bridged, cell_products, corridor, rough_path
from dragoman.bitext.encoder import Encoder
from dragoman.bitext.features import OMISSIONS, TWO_SIDED, Candidates, Pairing, pairing, stretches
from dragoman.bitext.lattice import Lattice, Scores
from dragoman.bitext.lengths import length_path
from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.bitext.moved import with_moved
from dragoman.bitext.profile import Profile, number_vectors, profile, token_vectors
from dragoman.bitext.scorer import Scorer, scorer
from dragoman.bitext.similarity import Similarity, Vectors, similarity, without_vectors
from dragoman.bitext.wording import wording
from dragoman.errors import EmptyInput, Unrelated
from dragoman.languages.registry import language

Floats = NDArray[np.float32]

METHOD = "align.v1"
# What a result says of itself when no encoder knew both languages.
LOW_CONFIDENCE = (
    "Low confidence: the encoder does not know both languages, "
    "so sentences were aligned by length, numbers and names alone."
)

# Rows and columns beside the rough path; gaps wider than the second number get stepping stones. Without
# vectors the path is a guess from lengths and shared numbers: the corridor is wide, and at first wider
# still, for running lengths drift apart with the square root of the number of sentences.
_RADIUS, _WIDEST = 4, 100
_BLIND_RADIUS, _BLIND_WIDEST = 8, 6
_DRIFT = 0.6
# Similarity above strangers' that the rough path gathers, a sentence of the shorter text: from the first
# number on the texts are related, below the second they are not; between them the path must gather so many
# times what it gathers when one text is read backwards. Measured on the dev texts: versions of one text .04
# to .54, strangers .02 to .06.
_SURELY_RELATED, _SURELY_STRANGERS, _FORWARD_OVER_BACKWARD = 0.12, 0.01, 2.0
# With fewer sentences than this, reading backwards tells nothing.
_FEW = 4


def prepare(left: Profile, right: Profile, vectors: tuple[Floats, Floats] | None) -> Pairing:
    """Everything that is known before beads are weighed.

    `vectors` holds (n, d) and (m, d), None where no encoder serves.
    """
    lengths = (left.length, right.length)
    if vectors is None:
        anchors = [
            np.hstack(both)
            for both in zip(number_vectors(left, right), token_vectors(left, right), strict=True)
        ]
        stones, _ = bridged(rough_path(similarity(anchors[0], anchors[1])), lengths, _BLIND_WIDEST)
        drift = math.ceil(_DRIFT * math.sqrt(max(len(left), len(right))))
        wide = corridor(len(left), len(right), stones, max(_BLIND_RADIUS, drift))
        path = length_path(*lengths, cell_products(wide, anchors[0], anchors[1]), wide)
        narrow = corridor(len(left), len(right), bridged(path, lengths, _BLIND_WIDEST)[0], _BLIND_RADIUS)
        return pairing(left, right, without_vectors(len(left), len(right)), path, narrow)
    pair = similarity(*vectors)
    path = rough_path(pair)
    stepping, _ = bridged(path, lengths, _WIDEST)
    return pairing(left, right, pair, path, corridor(len(left), len(right), stepping, _RADIUS))


def decode(scoring: Scorer, cells: Corridor, candidates: Mapping[Pair, Candidates]) -> list[Bead]:
    """The alignment with the greatest expected number of right beads, less the price of listing each."""
    return read_off(scoring, cells, scoring.scores(candidates, cells.size))


def scored(scoring: Scorer, found: Pairing) -> dict[Pair, Floats]:
    """The scores of all beads, (cells,) each, -inf where a bead is not possible."""
    cells = found.corridor
    scores = {bead: np.full(cells.size, -np.inf, np.float32) for bead in (*TWO_SIDED, *OMISSIONS)}
    for numbers, places, evidence in stretches(found):
        for bead, values in scoring.scores(evidence.candidates(), evidence.cells.size).items():
            scores[bead][numbers.start : numbers.stop] = values[places]
    return scores


def read_off(scoring: Scorer, cells: Corridor, scores: Scores) -> list[Bead]:
    """The best alignment by the scores of its beads, see `decode`."""
    gains = Lattice(cells, scores).posterior().beads
    # Where in its gap an omitted sentence stands means nothing: its chance is summed over all places.
    gains[1, 0] = np.bincount(cells.rows, weights=gains[1, 0])[cells.rows].astype(np.float64)
    gains[0, 1] = np.bincount(cells.columns, weights=gains[0, 1])[cells.columns].astype(np.float64)
    for bead, values in gains.items():
        values -= scoring.price
        values[np.isneginf(scores[bead])] = -np.inf
    beads = []
    for bead, cell in Lattice(cells, gains).best():
        i, j = int(cells.rows[cell]), int(cells.columns[cell])
        chance = float(gains[bead][cell]) + scoring.price
        sure = scoring.probability(chance, omission=bead in OMISSIONS)
        beads.append(Bead(tuple(range(i - bead[0], i)), tuple(range(j - bead[1], j)), sure))
    return beads


def gathered(pair: Similarity, path: Sequence[Pair]) -> float:
    """Similarity above strangers' along a path, a sentence of the shorter text."""
    if not path:
        return 0.0
    return float((pair.of_pairs(path) - pair.stranger).sum() / min(len(pair.source), len(pair.target)))


def related(pairing: Pairing) -> bool:
    """Whether the two texts have to do with each other at all."""
    pair = pairing.similarity
    forward = gathered(pair, pairing.path)
    if forward >= _SURELY_RELATED or forward < _SURELY_STRANGERS:
        return forward >= _SURELY_RELATED
    if min(len(pair.source), len(pair.target)) < _FEW:
        return True
    turned = Similarity(pair.source, Vectors(pair.target.unit[::-1], pair.target.chance[::-1]), pair.stranger)
    return forward >= _FORWARD_OVER_BACKWARD * gathered(turned, rough_path(turned))


def align_sentences(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    source_language: str,
    target_language: str,
    encoder: Encoder,
) -> Alignment:
    """Align two lists of sentences.

    Languages are BCP 47 codes. Where the encoder lacks one of them, lengths and shared numbers and names
    decide, and a note in the result says so.

    Raises:
        EmptyInput: a side has no sentence.
        Unrelated: the texts have nothing to do with each other.
    """
    for sentences, name in ((source, "source"), (target, "target")):
        if not sentences:
            raise EmptyInput(
                "There is no sentence in it.", where=name, remedy="Give a text with at least one sentence."
            )
    languages = (language(source_language), language(target_language))
    codes = (languages[0].code, languages[1].code)
    notes = []
    vectors = None
    if not encoder.languages.issuperset(codes):
        notes.append(LOW_CONFIDENCE)
    else:
        vectors = (
            encoder.encode([wording(sentence.text, codes[0]) for sentence in source]),
            encoder.encode([wording(sentence.text, codes[1]) for sentence in target]),
        )
    blind = vectors is None
    found = prepare(profile(source, languages[0]), profile(target, languages[1]), vectors)
    del vectors  # of a long text some hundred megabytes, which centred ones have taken the place of
    if not blind and not related(found):
        raise Unrelated(
            "The two texts do not seem to be versions of one document: hardly a sentence of one is like a "
            "sentence of the other.",
            remedy="Check that the right files were given, and their languages.",
        )
    scoring = scorer("without-vectors" if blind else "with-vectors")
    beads = read_off(scoring, found.corridor, scored(scoring, found))
    if not blind:
        beads = with_moved(beads, found)
    return Alignment(tuple(source), tuple(target), tuple(beads), *codes, METHOD, tuple(notes))
