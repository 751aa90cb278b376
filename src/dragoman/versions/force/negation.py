"""A negation in one version that the other has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log

from dragoman.marking import Reason, _
from dragoman.versions.force.lexicon import Cue
from dragoman.versions.force.opposites import is_opposite
from dragoman.versions.force.pairing import paired
from dragoman.versions.force.scene import Scene, place
from dragoman.versions.force.usual import kept
from dragoman.versions.model import Clue

_SOFT, _WORD, _OPPOSITE = "soft.", "soft.word", "opposite"
# A word such as 非法 answers one such as "unlawful" that stands no further off than a fourth of the text.
_NEAR = 0.5


def negations(scene: Scene) -> Iterator[Clue]:
    """Clues of the kind "negation"."""
    left, right = (
        [read(cue, code) for cue in cues]
        for cues, code in zip(scene.cues("negation"), scene.languages, strict=True)
    )
    hard_left, hard_right = _hard(left), _hard(right)
    if not hard_left and not hard_right:
        return
    _pairs, lone_left, lone_right = paired(hard_left, hard_right, _cost)
    more = float(len(hard_left) - len(hard_right))
    soft_left = [one for one in left if one.name.startswith(_SOFT)]
    soft_right = [one for one in right if one.name.startswith(_SOFT)]
    yield from _alone(scene, 0, lone_left, soft_right, hard_left, min(more, 3.0))
    yield from _alone(scene, 1, lone_right, soft_left, hard_right, min(-more, 3.0))


def read(cue: Cue, language: str) -> Cue:
    """不 and the like within a longer word are no denial of their own; words such as impossible are one."""
    if cue.inner:
        return replace(cue, name="soft.strong")
    return replace(cue, name=_OPPOSITE) if cue.name == _WORD and is_opposite(cue, language) else cue


def _hard(cues: Sequence[Cue]) -> list[Cue]:
    return [one for one in cues if not one.name.startswith(_SOFT)]


def _cost(one: Cue, other: Cue) -> float:
    return 0.0 if one.name == other.name else 0.1


# Denials that stand as near as this, in characters, are often one: «ни … не», "не … и не".
_BESIDE = {"zh": 14, "en": 40, "ru": 40}


def _alone(
    scene: Scene, side: int, cues: Sequence[Cue], others: Sequence[Cue], same: Sequence[Cue], more: float
) -> Iterator[Clue]:
    language, other = scene.languages[side], scene.languages[1 - side]
    for cue in cues:
        if cue.name == _OPPOSITE and _answered(cue, others, "soft.strong") > _NEAR:
            continue
        here = place(cue)
        beside = min((abs(cue.start - one.start) for one in same if one is not cue), default=999)
        yield Clue(
            "negation",
            scene.passage,
            here if side == 0 else (),
            here if side == 1 else (),
            Reason(
                _("{words} denies something; the other version does not."), {"words": scene.said(side, cue)}
            ),
            scene.about()
            | {
                cue.name: 1.0,
                "kept": kept("negation", language, other, cue),
                "answered strongly": _answered(cue, others, "soft.strong"),
                "answered weakly": _answered(cue, others, "soft.weak"),
                "answered by a word": _answered(cue, others, "soft.word"),
                "answers there": min(log(1.0 + sum(one.name == "soft.strong" for one in others)), 2.0),
                "several left over": float(len(cues) > 1),
                "beside another": float(beside <= _BESIDE.get(language, 40)),
                "more": more,
                "others here": float(min(len(same) - len(cues), 3)),
                "gap": scene.gap(side, cue),
            },
        )


def _answered(cue: Cue, others: Sequence[Cue], name: str) -> float:
    """How near the nearest word that may stand for a denial is: 1 at the same place, 0 where none."""
    return max((1.0 / (1.0 + 4.0 * abs(cue.at - one.at)) for one in others if one.name == name), default=0.0)


def negation_cost(one: Cue, other: Cue) -> float | None:
    """What two cues cost as counterparts where soft ones count as well: None for two soft ones."""
    softs = one.name.startswith(_SOFT) + other.name.startswith(_SOFT)
    return None if softs == 2 else _cost(one, other) + 0.3 * softs
