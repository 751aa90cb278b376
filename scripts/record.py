"""Keeps a measurement, with the day and the machine, where the tables of the documentation find it."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scripts.tables import RESULTS


def machine() -> str:
    """The machine in a few words, such as "Linux x86_64, 2 × Xeon"."""
    processors = [
        line.partition(":")[2].strip()
        for line in _lines(Path("/proc/cpuinfo"))
        if line.startswith("model name")
    ]
    model = f", {len(processors)} × {processors[0]}" if processors else ""
    return f"{platform.system()} {platform.machine()}{model}"


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def keep(name: str, result: Mapping[str, Any]) -> Path:
    """Write a result (`columns`, `rows`, perhaps `data`) under its name; gives the file."""
    stamped = {
        "date": datetime.now(tz=UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": machine(),
        **result,
    }
    RESULTS.mkdir(parents=True, exist_ok=True)
    file = RESULTS / f"{name}.json"
    file.write_text(json.dumps(stamped, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return file
