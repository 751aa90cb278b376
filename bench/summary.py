"""Quality and speed in a few lines, taken from what `bench/align.py` and `bench/align_speed.py` gave last."""

from __future__ import annotations

import json
from typing import Any

from bench.align import TOGETHER
from bench.apart import ROOT

_COLUMNS = ("method", "F1 strict", "F1 lax", "omissions P / R", "sentences/s", "memory, MB")


def _result(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "bench" / "results" / f"{name}.json").read_text("utf-8"))
    return found


def measure() -> dict[str, Any]:
    """The aligners over all corpora; in `parts` the time and memory of Dragoman."""
    quality, speed = _result("align"), _result("align_speed")
    places = [quality["columns"].index(column) for column in _COLUMNS]
    rows = [[row[k] for k in places] for row in quality["rows"] if row[0] == TOGETHER]
    # The rows of single stages are for the page on the method.
    whole = [row for row in speed["rows"] if not row[0].startswith("–")]
    parts = {"speed": {"columns": speed["columns"], "rows": whole}}
    return {"columns": list(_COLUMNS), "rows": rows, "data": quality["data"], "parts": parts}
