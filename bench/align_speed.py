"""Time and memory of aligning plain texts, from the start of the process to the last bead.

Documents of distinct sentences are made by `bench/long_documents.py`. `--help` is wall time, the median of 15
calls.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

import dragoman
from bench.apart import apart, cpu_seconds
from bench.long_documents import long_document
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import prepare, read_off, scored
from dragoman.bitext.profile import profile
from dragoman.bitext.score import score
from dragoman.bitext.scorer import scorer
from dragoman.bitext.wording import wording
from dragoman.languages import language

_SIZES = (2_000, 10_000, 50_000)


def whole(units: str) -> dict[str, float]:
    """Align a document of so many units, its sentences given; called in a process of its own."""
    gold = long_document(int(units))
    source, target = ([s.text for s in side] for side in (gold.source, gold.target))
    began = cpu_seconds()
    alignment = dragoman.align(source, target, from_="ru", to="zh")
    seconds = cpu_seconds() - began
    result = score([([(bead.source, bead.target) for bead in alignment], gold.beads)])
    return {"source": len(source), "target": len(target), "seconds": seconds, "f1": result.strict.f1}


def from_text(units: str) -> dict[str, float]:
    """The same from running text, sentences found by Dragoman."""
    gold = long_document(int(units))
    texts = ["\n\n".join(s.text for s in side) for side in (gold.source, gold.target)]
    began = cpu_seconds()
    alignment = dragoman.align(texts[0], texts[1], from_="ru", to="zh")
    return {
        "source": len(alignment.source),
        "target": len(alignment.target),
        "seconds": cpu_seconds() - began,
    }


def without_encoding(units: str) -> dict[str, float]:
    """Everything but the encoder, in CPU seconds; the best of three, as the machine is shared."""
    gold = long_document(int(units))
    codes = (gold.source_language, gold.target_language)
    vectors = [
        encoder().encode([wording(s.text, code) for s in side])
        for side, code in zip((gold.source, gold.target), codes, strict=True)
    ]
    fitted = scorer("with-vectors")
    times = []
    for _ in range(3):
        began = cpu_seconds()
        profiles = [
            profile(side, language(code))
            for side, code in zip((gold.source, gold.target), codes, strict=True)
        ]
        pairing = prepare(profiles[0], profiles[1], (vectors[0].copy(), vectors[1].copy()))
        read_off(fitted, pairing.corridor, scored(fitted, pairing))
        times.append(cpu_seconds() - began)
    return {"pairs": len(gold.source) / min(times)}


def help_page() -> float:
    """Wall seconds of `dragoman --help`."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "dragoman", "--help"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def measure() -> dict[str, object]:
    """Rows of what was done, how long it took, how much memory it took, and the F1 that came out."""
    rows: list[list[object]] = []
    text = apart("align_speed", "from_text", "2000")
    rows.append(
        [
            f"{text.result['source']:.0f} × {text.result['target']:.0f} sentences from plain text",
            f"{text.seconds:.1f}",
            round(text.memory),
            "",
        ]
    )
    for units in _SIZES:
        done = apart("align_speed", "whole", str(units))
        rows.append(
            [
                f"{done.result['source']:.0f} × {done.result['target']:.0f} sentences, given",
                f"{done.result['seconds']:.1f}",
                round(done.memory),
                f"{done.result['f1']:.3f}",
            ]
        )
    pairs = apart("align_speed", "without_encoding", "2000").result["pairs"]
    rows.append(["aligning without encoding, pairs a CPU second", f"{pairs:.0f}", "", ""])
    rows.append(
        [
            "`dragoman --help`, wall seconds",
            f"{statistics.median(help_page() for _ in range(15)):.2f}",
            "",
            "",
        ]
    )
    return {
        "columns": ["what", "CPU s", "memory, MB", "F1 strict"],
        "rows": rows,
        "data": "Russian-Chinese documents of bench/long_documents.py, one BLAS thread",
    }
