from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from bench.align import interval, some
from bench.calibration import error, parted
from bench.diagram import Bin, binned, calibration_error, drawn
from bench.real_texts import right, worst
from bench.stopwatch import Stopwatch
from dragoman.bitext.gold import Gold
from dragoman.bitext.model import Bead, Sentence
from scripts import tables

SVG = "{http://www.w3.org/2000/svg}"


def test_the_interval_of_a_share_is_wilsons() -> None:
    """Newcombe 1998, Statistics in Medicine 17, table I, p. 861: 81 of 263, 15 of 148 and 0 of 20."""
    for share, low, high in ((Bin(263, 0.3, 81), 0.2553, 0.3662), (Bin(148, 0.1, 15), 0.0624, 0.1605)):
        assert share.interval() == pytest.approx((low, high), abs=5e-5)
    assert Bin(20, 0.0, 0).interval() == pytest.approx((0, 0.1611), abs=5e-5)


def test_the_calibration_error_is_the_mean_gap() -> None:
    assert calibration_error([Bin(10, 0.9, 8), Bin(30, 0.5, 15)]) == pytest.approx(0.025)
    assert binned([(0.25, False), (0.5, True)]) == Bin(2, 0.375, 1)


def test_every_stated_probability_is_in_one_bin() -> None:
    pairs = [(k / 20, k % 2 == 0) for k in range(21)]
    bins = parted(pairs, (0.0, 0.5, 0.9, 1.0))
    assert {edges: one.beads for edges, one in bins.items()} == {(0.0, 0.5): 10, (0.5, 0.9): 8, (0.9, 1.0): 3}
    assert error([(1.0, True), (0.0, False)]) == 0
    assert error([(1.0, False), (0.0, True)]) == 1


def test_the_diagram_can_be_read_out_and_stays_the_same() -> None:
    bins = [Bin(10, 0.35, 4), Bin(1000, 0.98, 985)]
    picture = drawn(bins, "Title & more", "What <it> shows")
    assert picture == drawn(bins, "Title & more", "What <it> shows")
    root = ElementTree.fromstring(picture)
    named = {child.get("id"): child.text for child in root if child.get("id")}
    assert [named[name] for name in root.get("aria-labelledby", "").split()] == [
        "Title & more",
        "What <it> shows",
    ]
    points = [
        (float(c.get("cx", 0)), float(c.get("cy", 0)), float(c.get("r", 0)))
        for c in root.iter(f"{SVG}circle")
    ]
    assert points[0][0] < points[1][0]
    assert points[0][1] > points[1][1]
    assert points[0][2] < points[1][2]
    assert "<style" not in picture
    assert "<script" not in picture


def test_documents_are_drawn_anew_for_the_interval() -> None:
    good = ([([0], [0]), ([1], [1])], [([0], [0]), ([1], [1])])
    bad = ([([0], [0]), ([1], [1])], [([0, 1], [0]), ([], [1])])
    assert interval([good] * 5) == (1, 1)
    low, high = interval([good, bad] * 10)
    assert 0 < low < 0.5 < high < 1


def document(beads: int, *, merged: bool = False) -> Gold:
    """A document whose beads are 1-1 but for perhaps the first."""
    source = tuple(Sentence(f"s{k}") for k in range(beads + merged))
    target = tuple(Sentence(f"t{k}") for k in range(beads))
    first = ((0, 1), (0,)) if merged else ((0,), (0,))
    rest = tuple(((k + merged,), (k,)) for k in range(1, beads))
    return Gold(source, target, "ru", "zh", (first, *rest))


def test_only_documents_of_single_sentences_are_cut() -> None:
    parts = some([document(250)], 1000)
    assert [len(gold.source) for gold in parts] == [100, 100, 50]
    assert [s.text for gold in parts for s in gold.target] == [f"t{k}" for k in range(250)]
    assert all(gold.beads[0] == ((0,), (0,)) for gold in parts)
    assert some([document(250, merged=True)], 1000) == [document(250, merged=True)]
    assert some([document(250, merged=True), document(20)], 100) == [document(20)]


def test_the_worst_beads_are_sure_errors_then_doubtful_ones() -> None:
    beads = [Bead((k,), (k,), 0.5 + k / 40) for k in range(20)]
    wrong = [Bead((20 + k,), (), 0.1 * k) for k in range(1, 8)]
    assert right(beads[0])
    assert not right(wrong[0])
    shown = worst([*beads, *wrong])
    assert [bead.probability for bead in shown[:5]] == pytest.approx([0.7, 0.6, 0.5, 0.4, 0.3])
    assert [bead.probability for bead in shown[5:]] == pytest.approx([0.1, 0.2, 0.5, 0.525, 0.55])


def test_time_counts_once_where_one_stage_calls_another() -> None:
    def busy(seconds: float) -> None:
        begun = time.process_time()
        while time.process_time() - begun < seconds:
            pass

    def long() -> None:
        busy(0.02)
        inner()

    watch = Stopwatch()
    inner = watch.timed("inner", lambda: busy(0.05))
    outer = watch.timed("outer", long)
    outer()
    assert watch.seconds["inner"] == pytest.approx(0.05, abs=0.02)
    assert watch.seconds["outer"] == pytest.approx(0.02, abs=0.02)


def test_functions_are_timed_by_their_names_and_then_left_alone() -> None:
    watch = Stopwatch()
    before = json.dumps
    with watch.on({"json.dumps": "writing", "pathlib.Path.exists": "looking"}):
        assert json.dumps([1]) == "[1]"
        assert Path("/").exists()
    assert json.dumps is before
    assert set(watch.seconds) == {"writing", "looking"}


def test_a_result_may_have_tables_besides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result: dict[str, Any] = {
        "date": "2026-01-01",
        "python": "3.11",
        "machine": "one",
        "columns": ["method"],
        "rows": [["a"]],
        "parts": {"more": {"columns": ["texts"], "rows": [[1]]}},
    }
    monkeypatch.setattr(tables, "RESULTS", tmp_path)
    (tmp_path / "thing.json").write_text(json.dumps(result), encoding="utf-8")
    assert tables.measured("thing.more", Path("README.md")) == "| texts |\n|---:|\n| 1 |"
    assert tables.measured("thing", Path("README.md")).startswith("| method |\n|---|\n| a |\n\nMeasured")
