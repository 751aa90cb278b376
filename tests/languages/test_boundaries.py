"""Sentence ends found again in real texts whose lines were joined.

A line may hold several sentences, so what is found beyond the joints need not be wrong, and precision
and F1 are lower bounds; some lines begin with a small letter, so recall cannot reach 1 either. Floors
stand a little below what was measured when they were set.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from dragoman.languages import language

_ENDED = re.compile(r"[.!?…。！？][»\"”’」』）)>\]]*\Z")
_LINES_JOINED = 50


def un(folder: Path, code: str) -> list[str]:
    path = folder / "text" / "un-parallel-dev" / f"UNv1.0.devset.{code}"
    return unicodedata.normalize("NFC", path.read_text(encoding="utf-8")).split("\n")


def column(folder: Path, name: str, index: int) -> list[str]:
    rows = (folder / "text" / name).read_text(encoding="utf-8").split("\n")[1:]
    return [unicodedata.normalize("NFC", row.split("\t")[index]) for row in rows if row.count("\t") >= index]


def boundary_f1(lines: list[str], code: str) -> float:
    """F1 of the joints among the sentence ends that are found, first and last of a text left out."""
    ended = [line.strip() for line in lines if _ENDED.search(line.strip())]
    joiner = "" if code == "zh" else " "
    right = found = wanted = 0
    for first in range(0, len(ended), _LINES_JOINED):
        part = ended[first : first + _LINES_JOINED]
        text = joiner.join(part)
        joints = {len(joiner.join(part[:count])) for count in range(1, len(part))}
        ends = {span.end for span in language(code).sentences(text)} - {len(text)}
        right += len(joints & ends)
        found += len(ends)
        wanted += len(joints)
    return 2 * right / (found + wanted)


@pytest.mark.parametrize(("code", "floor"), [("ru", 0.987), ("en", 0.997), ("zh", 0.998)])
def test_lines_of_the_united_nations(shared_data: Path, code: str, floor: float) -> None:
    assert boundary_f1(un(shared_data, code), code) >= floor


@pytest.mark.parametrize(("index", "code", "floor"), [(1, "ru", 0.805), (2, "zh", 0.87)])
def test_verses(shared_data: Path, index: int, code: str, floor: float) -> None:
    assert boundary_f1(column(shared_data, "bible-nt/nt_ru_zh_verses.tsv", index), code) >= floor


@pytest.mark.parametrize("code", ["ru", "en", "zh"])
def test_lines_as_blocks(shared_data: Path, code: str) -> None:
    lines = [line.strip() for line in un(shared_data, code) if line.strip()]
    text = "\n".join(lines)
    assert [text[block.start : block.end] for block in language(code).blocks(text)] == lines


@pytest.mark.parametrize("code", ["ru", "zh"])
def test_labels_agree_where_both_versions_have_one(shared_data: Path, code: str) -> None:
    """What differs beyond the floor are letters out of their lists, and numbers that differ in the source."""
    mine, english = (
        [block.label for block in language(one).blocks("\n".join(un(shared_data, one)))]
        for one in (code, "en")
    )
    both = [(one, other) for one, other in zip(mine, english, strict=True) if one and other]
    assert len(both) > 500
    assert sum(one == other for one, other in both) / len(both) >= 0.985
