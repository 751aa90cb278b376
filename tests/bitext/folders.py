"""Folders of small pairs, and programs that stand in for the processes that align them."""

from __future__ import annotations

from pathlib import Path

RU = "Стороны обменялись мнениями о судоходстве.\nСледующая встреча состоится в {year} году.\n"
ZH = "双方就航运问题交换了意见。\n下次会晤将于{year}年举行。\n"


def write_pairs(folder: Path, names: list[str]) -> tuple[Path, Path]:
    """A pair of two sentences under each name, no two alike; gives both folders."""
    sides = (folder / "ru", folder / "zh")
    for side, text in zip(sides, (RU, ZH), strict=True):
        side.mkdir(parents=True, exist_ok=True)
        for number, name in enumerate(names):
            (side / name).write_text(text.format(year=2000 + number), encoding="utf-8")
    return sides


# Answers at once; a text that says "die" kills it, "fail" is a mistake, "slow" takes a second.
QUICK_WORKER = """
import json, os, sys, time
from pathlib import Path
sys.path[:0] = os.environ["PYTHONPATH"].split(os.pathsep)
from dragoman.bitext.folder.stamp import stamp
from dataclasses import astuple
sys.stdin.readline()
print("{}", flush=True)
for line in sys.stdin:
    source, target, output = map(Path, json.loads(line))
    text = source.read_text(encoding="utf-8")
    if "die" in text:
        os.kill(os.getpid(), 9)
    if "slow" in text:
        time.sleep(1)
    if "fail" in text:
        print(json.dumps({"kind": "Failed", "message": "It says so."}), flush=True)
        continue
    output.write_text(text, encoding="utf-8")
    print(json.dumps({"source": astuple(stamp(source)), "target": astuple(stamp(target))}), flush=True)
"""
