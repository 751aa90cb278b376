"""What limits a commitment in one version and is missing from the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dragoman.marking import Reason, _
from dragoman.versions.force.lexicon import Cue
from dragoman.versions.force.pairing import paired
from dragoman.versions.force.scene import Scene, place
from dragoman.versions.force.usual import kept
from dragoman.versions.model import Clue

_FAMILIES: Mapping[str, str] = {
    "possible": "circumstances", "appropriate": "circumstances", "necessary": "circumstances",
    "applicable": "circumstances", "requested": "circumstances", "capability": "circumstances",
    "reasonable": "circumstances", "relevant": "circumstances", "possible adjective": "circumstances",
    "national law": "law", "international law": "law", "charter": "law", "accordance": "law",
    "without prejudice": "conditions", "subject to": "conditions", "reserving": "conditions",
    "agreed": "consent", "voluntary": "consent",
    "exception": "limits", "only": "limits", "at least": "limits",
    "at most": "limits", "until": "limits", "in particular": "emphasis", "inter alia": "emphasis",
    "soon": "time", "at once": "time", "gradually": "time", "temporarily": "time", "repeatedly": "time",
    "in principle": "degree", "certain": "degree", "substantially": "degree", "fully": "degree",
    "strictly": "manner", "good faith": "manner", "effectively": "manner", "equally": "manner",
    "directly": "manner", "further": "degree",
}  # fmt: skip
# Classes that translators trade for one another.
_TRADED = frozenset(
    frozenset(pair)
    for group in (
        ("possible", "appropriate", "necessary", "applicable"),
        ("soon", "at once"),
        ("soon", "possible"),
    )
    for pair in combinations(group, 2)
)
_TRADED_COST = 0.6
# Words that may answer a qualification but limit nothing for certain.
_LOOSE = ".loose"


def qualifications(scene: Scene) -> Iterator[Clue]:
    """Clues of the kind "qualification" by what the lexicons know."""
    left, right = ([cue for cue in cues if not cue.inner] for cues in scene.cues("qualification"))
    if not left and not right:
        return
    _pairs, lone_left, lone_right = paired(left, right, same)
    yield from _alone(scene, 0, lone_left, lone_right, right)
    yield from _alone(scene, 1, lone_right, lone_left, left)


def _class(cue: Cue) -> str:
    return cue.name.removesuffix(_LOOSE)


def same(one: Cue, other: Cue) -> float | None:
    """What two cues cost as counterparts; None where their classes are not traded for one another."""
    if _class(one) != _class(other):
        return _TRADED_COST if frozenset({_class(one), _class(other)}) in _TRADED else None
    return 0.2 if one.name.endswith(_LOOSE) or other.name.endswith(_LOOSE) else 0.0


def _alone(
    scene: Scene, side: int, cues: Sequence[Cue], lone: Sequence[Cue], others: Sequence[Cue]
) -> Iterator[Clue]:
    language, other = scene.languages[side], scene.languages[1 - side]
    free = Counter(_FAMILIES[_class(one)] for one in lone)
    for cue in cues:
        if cue.name.endswith(_LOOSE):
            continue
        family = _FAMILIES[_class(cue)]
        related = max(
            (1.0 - abs(cue.at - one.at) for one in lone if _FAMILIES[_class(one)] == family), default=0.0
        )
        here = place(cue)
        yield Clue(
            "qualification",
            scene.passage,
            here if side == 0 else (),
            here if side == 1 else (),
            Reason(_("{words} has no counterpart in the other version."), {"words": scene.said(side, cue)}),
            scene.about()
            | {
                family: 1.0,
                "kept": kept("qualification", language, other, cue),
                "related": related,
                "related ones": float(min(free[family], 3)),
                "same there": float(any(_class(one) == _class(cue) for one in others)),
                "gap": scene.gap(side, cue),
                "length": float(min(len(cue.said) / (3.0 if language == "zh" else 10.0), 4.0)),
            },
        )
