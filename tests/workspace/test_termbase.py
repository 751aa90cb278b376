"""The renderings that a collection makes probable, as a termbase."""

from __future__ import annotations

from pathlib import Path

from dragoman.terms.termbase import Termbase
from tests.workspace.test_terms import collection


def renderings(termbase: Termbase) -> set[tuple[str, str]]:
    """The Russian terms, each with what renders it in Chinese."""
    return {(entry.of("ru")[0].text, one.text) for entry in termbase.entries for one in entry.of("zh")}


def test_pairs_that_are_probable_and_frequent_enough_are_known(tmp_path: Path, database: str) -> None:
    usage = collection(tmp_path, database).usage
    pairs = usage.pairs("ru", "zh", limit=1000).pairs
    wanted = {(one.left_form, one.right_form) for one in pairs if one.probability >= 0.5 and one.count >= 2}
    assert 0 < len(wanted) < len(pairs)
    found = usage.termbase("zh", "ru", source="Lake", probability=0.5, times=2)
    assert renderings(found) == wanted
    for entry in found.entries:
        assert (entry.standing, entry.source) == ("known", "Lake")
        assert entry.probability >= 0.5
        assert [one.status for one in entry.of("zh")][:2] in (["preferred"], ["preferred", "admitted"])
    assert renderings(usage.termbase("ru", "zh", probability=0.5, times=2)) == wanted


def test_without_another_language_all_are_meant(tmp_path: Path) -> None:
    usage = collection(tmp_path, "").usage
    assert usage.termbase("zh", probability=0.5, times=2).languages == ("ru", "zh")
    assert usage.termbase("de").entries == ()
