"""Counting, on untouched parallel text, what `usual.json` holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from dragoman.versions.force.lexicon import Cue, Lexicons
from dragoman.versions.force.negation import negation_cost, read
from dragoman.versions.force.pairing import Pairs, paired
from dragoman.versions.force.qualification import same
from dragoman.versions.force.scene import Scene, scenes
from dragoman.versions.force.strength import exchange
from dragoman.versions.force.usual import Counts, keys, pair_key, table_of
from dragoman.versions.side import Passage, Setting

# A cue with its words is worth an entry of its own when it was seen so often.
_LEAST_SEEN = 3


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
        left, right = [read(cue) for cue in left], [read(cue) for cue in right]
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
