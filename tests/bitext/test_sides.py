from __future__ import annotations

import numpy as np
import pytest

from dragoman.bitext.model import Sentence
from dragoman.bitext.profile import CLAUSES, CLOSINGS, ENDING, LOWER, NUMBERED, QUESTIONS, QUOTES, profile
from dragoman.bitext.sides import Side
from dragoman.bitext.similarity import Vectors
from dragoman.languages import language
from tests.bitext.material import directions, units

COUNT = 40
SCALE = 0.7


@pytest.fixture(scope="module")
def side() -> Side:
    dice = np.random.default_rng(1)
    vectors = Vectors(directions(COUNT, dice, 12), dice.uniform(-0.1, 0.3, COUNT).astype(np.float32))
    anchors = tuple(dice.integers(0, 2, (COUNT, width)).astype(np.float32) for width in (6, 9))
    labels = dice.integers(0, 4, COUNT).astype(np.int32)
    return Side(profile(sentences(), language("en")), vectors, (anchors[0], anchors[1]), SCALE, labels, True)


def sentences() -> list[Sentence]:
    texts = [unit.lower() if k % 5 == 0 else unit for k, unit in enumerate(units("en")[102 : 102 + COUNT])]
    return [Sentence(text, block=k // 3) for k, text in enumerate(texts)]


@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_a_block_is_made_of_the_sentences_before_its_place(side: Side, size: int) -> None:
    own = profile(sentences(), language("en"))
    places = np.arange(size, COUNT + 1, dtype=np.int32)
    found = side.blocks(size, places)
    for k, place in enumerate(places.tolist()):
        here = slice(place - size, place)
        first = place - size
        marks = own.marks[here].sum(axis=0)
        endings = own.marks[here, ENDING][:-1]
        summed = side.vectors.unit[here].sum(axis=0)
        expected = {
            "norm": np.linalg.norm(summed),
            "chance": side.vectors.chance[here].sum() / np.linalg.norm(summed),
            "number_norm": np.linalg.norm(side.numbers[here].sum(axis=0)) or 1.0,
            "number_mass": side.numbers[here].sum(),
            "token_norm": np.linalg.norm(side.tokens[here].sum(axis=0)) or 1.0,
            "token_mass": side.tokens[here].sum(),
            "length": own.length[here].sum() * SCALE,
            "closings": marks[CLOSINGS],
            "clauses": marks[CLAUSES],
            "questions": marks[QUESTIONS],
            "quotes": marks[QUOTES],
            "lower": own.marks[first, LOWER],
            "numbered": own.marks[first, NUMBERED],
            "opens": own.opens[first],
            "label": side.labels[first],
            "before": own.marks[first - 1, ENDING] if first else 1.0,
            "joints_mean": endings.mean() if size > 1 else 0.0,
            "joints_most": endings.max() if size > 1 else 0.0,
            "inner": own.opens[first + 1 : place].sum(),
        }
        for name, value in expected.items():
            assert getattr(found, name)[k] == pytest.approx(value, abs=2e-3), (name, place)


def test_what_stands_at_a_place(side: Side) -> None:
    own = profile(sentences(), language("en"))
    assert side.ending.tolist() == pytest.approx([1.0, *own.marks[:, ENDING]])
    assert side.lower.tolist() == pytest.approx([*own.marks[:, LOWER], 0.0])
    assert side.opens.tolist() == pytest.approx([*own.opens, 1.0])
    assert side.mean_length == pytest.approx(own.length.mean() * SCALE, rel=1e-4)
    assert own.opens[3] == 1
    assert own.marks[:, LOWER].any()
    assert own.marks[:, NUMBERED].any()


def test_paragraphs_of_one_side_alone_do_not_count() -> None:
    vectors = Vectors(directions(COUNT, np.random.default_rng(1), 4), np.zeros(COUNT, np.float32))
    anchors = np.zeros((COUNT, 2), np.float32), np.zeros((COUNT, 2), np.float32)
    labels = np.zeros(COUNT, np.int32)
    one = Side(profile(sentences(), language("en")), vectors, anchors, 1.0, labels, structured=False)
    assert not one.opens.any()
    assert not one.blocks(3, np.arange(3, COUNT + 1, dtype=np.int32)).inner.any()
