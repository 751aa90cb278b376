"""A closer look at the most suspicious clues, with a sentence encoder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.versions.force.deletion import Answer, Question, missing
from dragoman.versions.force.opposites import bare
from dragoman.versions.force.strength import plain
from dragoman.versions.model import Clue
from dragoman.versions.side import Passage, Setting

# From which suspicion on an encoder is asked, of words cut out and of words exchanged: on untouched UN
# documents in 15 and 7 of a hundred passages. A question takes 1 to 3 ms.
_CUT, _SWAPPED = -1.0, 0.8
# Of texts that differ all over, so many questions a hundred passages at most.
_MOST = 60


def looked_at(found: Sequence[Clue], passages: Sequence[Passage], setting: Setting) -> Iterator[Clue]:
    """The clues; the most suspicious ones with what the encoder says of them."""
    if setting.encoder is None:
        yield from found
        return
    most = 1 + _MOST * len(passages) // 100
    doubts = [_suspicion(one) for one in found]
    cut = [i for i, one in enumerate(found) if _worth_cutting(one, doubts[i])][:most]
    swapped = [i for i, one in enumerate(found) if _swappable(one) and doubts[i] > _SWAPPED][:most]
    questions = [_cut(found[i], passages) for i in cut]
    for i in swapped:
        questions.extend(_swap(found[i], passages))
    answers = missing(setting.encoder, questions)
    features = {i: answer.features() for i, answer in zip(cut, answers, strict=False)}
    pairs = answers[len(cut) :]
    for i, one, other in zip(swapped, pairs[::2], pairs[1::2], strict=True):
        features[i] = _exchanged(one, other)
    for i, clue in enumerate(found):
        yield replace(clue, features={**clue.features, **features[i]}) if i in features else clue


def _suspicion(clue: Clue) -> float:
    """How much a clue is worth a closer look."""
    get = clue.features.get
    if clue.kind == "obligation":
        return get("step", 0.0) - get("usual pair", 0.0) - get("answered", 0.0) - 2.0 * get("soft clash", 0.0)
    return get("kept", 0.0) + get("gap", 0.0) - get("related", 0.0) - get("same there", 0.0)


def _worth_cutting(clue: Clue, doubt: float) -> bool:
    """Of qualifications an encoder knows more than the lexicons do."""
    return clue.kind == "qualification" or (clue.kind == "negation" and doubt > _CUT)


def _swappable(clue: Clue) -> bool:
    return clue.kind == "obligation" and bool(clue.left) and bool(clue.right)


def _cut(clue: Clue, passages: Sequence[Passage]) -> Question:
    passage = passages[clue.passage]
    here, there = (passage.left, passage.right) if clue.left else (passage.right, passage.left)
    start, end = (clue.left or clue.right)[0]
    kept = bare(here.text[start:end], here.language) if clue.features.get("opposite") else ""
    return Question(here.text, start, end, there.text, kept)


def _swap(clue: Clue, passages: Sequence[Passage]) -> tuple[Question, Question]:
    """Each side with a plain word of the other's force in place of its own."""
    left, right = passages[clue.passage].left, passages[clue.passage].right
    names = clue.reason.names
    return (
        Question(left.text, *clue.left[0], right.text, plain(names["right_force"], left.language)),
        Question(right.text, *clue.right[0], left.text, plain(names["left_force"], right.language)),
    )


def _exchanged(one: Answer, other: Answer) -> dict[str, float]:
    nearer = 10.0 * (one.nearer + other.nearer)
    return {
        "exchanged": 1.0,
        "nearer if exchanged": max(-3.0, min(3.0, nearer)),
        "toward": (one.toward + other.toward) / 2.0,
    }
