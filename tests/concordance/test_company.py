from __future__ import annotations

import pytest

from dragoman.concordance.company import companions, log_likelihood


def test_the_likelihood_ratio_is_the_published_one() -> None:
    """Dunning 1993, table 1, p. 72: "the swiss", 110 2442 111 29114."""
    assert log_likelihood(110, 2552, 111, 29225) == pytest.approx(270.72, abs=0.005)


def test_company_is_what_stands_there_more_often_than_elsewhere() -> None:
    sentences = [["peace", "phrase", "the", "the"]] * 8 + [["the", "phrase", "trade"]] * 2
    elsewhere = {"the": 100, "peace": 2, "trade": 1}
    found = companions(sentences, elsewhere, 100, without={"phrase"})
    assert [one.lemma for one in found] == ["peace"]
    assert found[0].count == 8
    assert found[0].expected == pytest.approx(10 * 10 / 110)
    assert found[0].g2 > 10.83


def test_what_is_rarer_here_is_no_company() -> None:
    assert not companions([["a", "b"]] * 3 + [["b"]] * 30, {"a": 90}, 100, without={"b"})


def test_without_sentences_there_is_no_company() -> None:
    assert companions([], {"a": 5}, 10) == ()
    assert companions([["a"]] * 5, {}, 0) == ()
