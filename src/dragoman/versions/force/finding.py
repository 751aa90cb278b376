"""Strength of obligation, negation and qualification of two versions, set against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.versions.force.closer import looked_at
from dragoman.versions.force.negation import negations
from dragoman.versions.force.obligation import obligations
from dragoman.versions.force.qualification import qualifications
from dragoman.versions.force.scene import scenes
from dragoman.versions.model import Clue
from dragoman.versions.side import Passage, Setting


def clues(passages: Sequence[Passage], setting: Setting) -> Iterator[Clue]:
    """Clues of the kinds "obligation", "negation" and "qualification", passage by passage.

    None where one of the two languages has no lexicon.
    """
    found: list[Clue] = []
    for scene in scenes(passages, setting):
        found.extend(obligations(scene))
        found.extend(negations(scene))
        found.extend(qualifications(scene))
    yield from looked_at(found, passages, setting)
