"""Counts by year and by name."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.concordance.statistics import dispersion, interval, shares, years


def array(*values: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(values, dtype=np.int64)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        # Newcombe, R. G. 1998. Statistics in Medicine 17, 857-872, table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_are_those_published(hits: int, of: int, low: float, high: float) -> None:
    found = interval(array(hits), array(of))
    assert found[0][0] == pytest.approx(low, abs=5e-5)
    assert found[1][0] == pytest.approx(high, abs=5e-5)


def test_an_interval_of_nothing_is_everything() -> None:
    low, high = interval(array(0, 5), array(0, 5))
    assert (low[0], high[0]) == (0.0, 1.0)
    assert high[1] == 1.0


def test_intervals_cover_what_they_say_also_where_documents_differ() -> None:
    """Hits come in bunches: without the dispersion the intervals would be far too narrow."""
    chance = np.random.default_rng(7)
    documents, size, share = 60, 50, 0.1
    covered = narrow = 0
    rounds = 400
    for _ in range(rounds):
        of_document = chance.beta(2, 18, documents)
        hits = chance.binomial(size, of_document)
        group, sentences = np.zeros(documents, dtype=np.int64), np.full(documents, size)
        found, of = array(int(hits.sum())), array(documents * size)
        low, high = interval(found, of, dispersion(group, hits, sentences, 1))
        covered += bool(low[0] <= share <= high[0])
        low, high = interval(found, of)
        narrow += bool(low[0] <= share <= high[0])
    assert covered / rounds > 0.92
    assert narrow / rounds < 0.80


def test_hits_by_chance_are_not_dispersed() -> None:
    chance = np.random.default_rng(8)
    sentences = np.full(2_000, 40)
    hits = chance.binomial(40, 0.2, 2_000)
    assert dispersion(np.zeros(2_000, dtype=np.int64), hits, sentences, 1) == pytest.approx(1.0, abs=0.15)


def test_years_hold_all_documents_that_were_asked() -> None:
    found = years(["", "2020", "2021"], array(1, 1, 2, 2, 0), array(2, 0, 0, 0, 1), array(10, 10, 5, 0, 4))
    assert [(year.year, year.hits, year.documents, year.of_documents, year.sentences) for year in found] == [
        ("", 1, 1, 1, 4),
        ("2020", 2, 1, 2, 20),
        ("2021", 0, 0, 1, 5),
    ]
    assert found[1].rate == pytest.approx(100.0)
    assert all(year.low <= year.rate <= year.high for year in found)


def test_shares_are_sorted_and_named() -> None:
    found = shares(["", "a", "b", "c"], array(1, 2, 2, 0, 3), array(5, 3, 2, 9, 0))
    assert [(share.name, share.hits, share.documents) for share in found] == [("a", 5, 1), ("b", 5, 2)]
