"""Verdicts of people on what was found: a change of the patterns may not lose what was right."""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from dragoman.bitext.document import sentences_of
from dragoman.languages import language
from dragoman.threats import CUES, STANCES, TOPICS, mentions
from tests.conftest import ROOT

JUDGED = ROOT / "bench" / "judged"
# Of what was judged right so much must still be found.
KEPT = 0.95


def rows(name: str) -> list[dict[str, str]]:
    with (JUDGED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_verdicts_are_whole() -> None:
    judged = rows("threats.tsv")
    assert Counter(row["language"] for row in judged) == {"en": 150, "ru": 60, "zh": 60}
    for row in judged:
        assert row["verdict"] in ("yes", "topic", "no")
        assert row["cue"] in CUES
        assert row["topic"] in TOPICS
        assert row["stance"] in STANCES
        assert 0 <= int(row["start"]) < int(row["end"])
    missed = rows("threats_recall.tsv")
    assert len(missed) == 150
    assert all(int(row["found"]) >= 0 and int(row["missed"]) >= 0 for row in missed)


def speeches(file: Path, wanted: set[str]) -> Iterator[tuple[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with gzip.open(file) as packed:
        for row in csv.DictReader(io.TextIOWrapper(packed, "utf-8")):
            name = f"{row['iso3']}{row['year']}"
            if name in wanted:
                yield name, row["text"]


def found_again(text: str, judged: list[Mapping[str, str]]) -> int:
    sentences = {one.start: one.text for one in sentences_of(text, language("en"))}
    count = 0
    for row in judged:
        found = mentions(sentences[int(row["sentence"])], "en")
        here = (int(row["start"]), int(row["end"]), row["topic"])
        count += here in {(one.start, one.end, one.topic) for one in found}
    return count


def test_what_was_judged_right_is_still_found(shared_data: Path) -> None:
    file = shared_data / "text" / "un-general-debate" / "speeches.csv.gz"
    if not file.is_file():
        pytest.skip(f"There are no speeches at {file}.")
    right = [row for row in rows("threats.tsv") if row["language"] == "en" and row["verdict"] == "yes"]
    texts = dict(speeches(file, {row["text"] for row in right}))
    kept = sum(
        found_again(text, [row for row in right if row["text"] == name]) for name, text in texts.items()
    )
    assert kept >= KEPT * len(right), f"{kept} of {len(right)}"
