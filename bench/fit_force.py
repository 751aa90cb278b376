"""Count how often translators leave words of obligation and denial out: python -m bench.fit_force.

On the lines of the United Nations for tuning (`bench.planting.parts`), as they are. Writes
src/dragoman/versions/force/usual.json.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import get_args

from bench.planting.parts import nations
from dragoman.bitext.model import Sentence
from dragoman.versions.force.lexicon import Cue, Lexicons
from dragoman.versions.force.negation import negation_cost, read
from dragoman.versions.force.pairing import Pairs, paired
from dragoman.versions.force.qualification import same
from dragoman.versions.force.scene import Scene, scenes
from dragoman.versions.force.strength import exchange
from dragoman.versions.force.usual import Counts, keys, pair_key, table_of
from dragoman.versions.side import Passage, Setting, Side

# A cue with its words is worth an entry of its own when it was seen so often.
_LEAST_SEEN = 3
_USUAL = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "versions" / "force" / "usual.json"


def counted(counts: Counts, passages: Sequence[Passage], setting: Setting) -> None:
    """Adds how often each cue was seen, was without counterpart, and by what it was answered."""
    for scene in scenes(passages, setting):
        for kind in get_args(Lexicons):
            _count(counts, scene, kind)


def pruned(counts: Counts) -> Counts:
    """The counts in order, without words that were hardly ever seen."""
    return {
        table: {
            key: entry for key, entry in sorted(entries.items()) if "|" not in key or entry[0] >= _LEAST_SEEN
        }
        for table, entries in sorted(counts.items())
    }


def _count(counts: Counts, scene: Scene, kind: Lexicons) -> None:
    one, other = scene.languages
    left, right = scene.cues(kind)
    if kind == "negation":
        left, right = [read(cue, one) for cue in left], [read(cue, other) for cue in right]
    else:
        left, right = [cue for cue in left if not cue.inner], [cue for cue in right if not cue.inner]
    pairs, lone_left, lone_right = _matched(kind, left, right)
    there, back = (
        counts.setdefault(table_of(kind, one, other), {}),
        counts.setdefault(table_of(kind, other, one), {}),
    )
    if kind == "modality":
        for cue, answer in pairs:
            there.setdefault(pair_key(cue, answer), [0, 0])[0] += 1
            back.setdefault(pair_key(answer, cue), [0, 0])[0] += 1
    for into, cues, lone in ((there, left, lone_left), (back, right, lone_right)):
        lost = {cue.start for cue in lone}
        for cue in cues:
            for key in keys(cue):
                entry = into.setdefault(key, [0, 0])
                entry[0] += 1
                entry[1] += cue.start in lost


def _matched(kind: Lexicons, left: Sequence[Cue], right: Sequence[Cue]) -> tuple[Pairs, list[Cue], list[Cue]]:
    return paired(left, right, {"modality": exchange, "negation": negation_cost, "qualification": same}[kind])


def main() -> None:
    """Count and write."""
    units = nations("tuning").units
    counts: Counts = {}
    for pair in combinations(sorted(units), 2):
        passages = [
            Passage(Side(pair[0], [Sentence(one)]), Side(pair[1], [Sentence(other)]))
            for one, other in zip(units[pair[0]], units[pair[1]], strict=True)
        ]
        counted(counts, passages, Setting(pair, None))
    lines = ",\n".join(
        f"{json.dumps(table)}: {json.dumps(entries, ensure_ascii=False, separators=(',', ':'))}"
        for table, entries in pruned(counts).items()
    )
    _USUAL.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
