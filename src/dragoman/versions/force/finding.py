"""Strength of obligation, negation and qualification of two versions, set against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.versions.force.deletion import Question, missing
from dragoman.versions.force.negation import negations
from dragoman.versions.force.obligation import obligations
from dragoman.versions.force.qualification import qualifications, suspicion
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
    yield from asked(found, passages, setting)


# How many stretches of a hundred passages an encoder is asked about, the most suspicious first. One takes
# about 2 ms: with 12 it is less than a third of all that this room may take.
_ASKED = 12


def asked(found: Sequence[Clue], passages: Sequence[Passage], setting: Setting) -> Iterator[Clue]:
    """The clues; the most suspicious qualifications with what the encoder says of them."""
    if setting.encoder is None:
        yield from found
        return
    doubtful = [number for number, clue in enumerate(found) if clue.kind == "qualification"]
    doubtful.sort(key=lambda number: -suspicion(found[number]))
    doubtful = doubtful[: 1 + _ASKED * len(passages) // 100]
    answers = missing(setting.encoder, [_question(found[number], passages) for number in doubtful])
    said = dict(zip(doubtful, answers, strict=True))
    for number, clue in enumerate(found):
        if number in said:
            features = {**clue.features, "asked": 1.0, "missing": max(-2.0, min(2.0, said[number]))}
            yield replace(clue, features=features)
        else:
            yield clue


def _question(clue: Clue, passages: Sequence[Passage]) -> Question:
    passage = passages[clue.passage]
    here, there = (passage.left, passage.right) if clue.left else (passage.right, passage.left)
    start, end = (clue.left or clue.right)[0]
    return Question(here.text, start, end, there.text)
