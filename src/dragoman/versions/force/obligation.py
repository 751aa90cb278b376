"""A duty in one version, a permission or an intention in the other."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.marking import Reason, _
from dragoman.versions.force.lexicon import Cue
from dragoman.versions.force.pairing import paired
from dragoman.versions.force.scene import Scene, place
from dragoman.versions.force.strength import FORCES, exchange, force, soft, step, verb
from dragoman.versions.force.usual import kept, paired_usually
from dragoman.versions.model import Clue

# Cues of different force that stand farther apart than this share of the text are not set against each other.
_APART = 0.5
# A permission against a prohibition is a negation, and told as such.
_DENIALS = ({"ban", "permit"}, {"ban", "intend"}, {"ban", "future"}, {"free", "permit"})
# Pairs of forces that have a feature of their own.
_PATTERNS = frozenset({"duty-permit", "duty-intend", "advice-permit", "future-permit"})


def obligations(scene: Scene) -> Iterator[Clue]:
    """Clues of the kind "obligation"."""
    left, right = ([cue for cue in cues if not cue.inner] for cues in scene.cues("modality"))
    if not left and not right:
        return
    pairs, lone_left, lone_right = paired(
        [one for one in left if not soft(one)], [one for one in right if not soft(one)], exchange
    )
    for one, other in pairs:
        if force(one) != force(other) and one.name != other.name:
            yield _against(scene, one, other, {"near": 1.0})
    soft_left, soft_right = [one for one in left if soft(one)], [one for one in right if soft(one)]
    clashes, lone_left, lone_right = paired(lone_left, lone_right, _clash)
    for one, other in clashes:
        answers = _answered(one, soft_right) + _answered(other, soft_left)
        yield _against(scene, one, other, {"clash": 1.0, "answered": answers})
    # A noun or an adjective of another force, "need" against "may", is a weaker sign of the same.
    weak, lone_left, _rest = paired(lone_left, _unanswered(soft_right, left), _clash)
    clashes, _rest, lone_right = paired(_unanswered(soft_left, right), lone_right, _clash)
    for one, other in weak + clashes:
        yield _against(scene, one, other, {"soft clash": 1.0})
    yield from _alone(scene, 0, lone_left, right)
    yield from _alone(scene, 1, lone_right, left)


def _unanswered(cues: list[Cue], others: list[Cue]) -> list[Cue]:
    """Soft cues that nothing in the other text could answer."""
    return [
        cue for cue in cues if cue.name != "permit.noun" and all(exchange(cue, one) is None for one in others)
    ]


def _clash(one: Cue, other: Cue) -> float | None:
    if (
        force(one) == force(other)
        or verb(one) != verb(other)
        or {force(one), force(other)} in _DENIALS
        or abs(one.at - other.at) > _APART
    ):
        return None
    return 0.0


def _answered(cue: Cue, others: list[Cue]) -> float:
    """How near the nearest cue is that could answer one: 1 at the same place, 0 where there is none."""
    return max(
        (1.0 - abs(cue.at - other.at) for other in others if exchange(cue, other) is not None), default=0.0
    )


def _against(scene: Scene, one: Cue, other: Cue, features: dict[str, float]) -> Clue:
    first, second = sorted((force(one), force(other)))
    pattern = f"{first}-{second}"
    if verb(one) and verb(other):
        pattern = "verbs"
    elif pattern not in _PATTERNS:
        pattern = "other forces"
    languages = scene.languages
    return Clue(
        "obligation",
        scene.passage,
        place(one),
        place(other),
        Reason(
            _("{left} is {left_force}, {right} is {right_force}."),
            {"left": scene.said(0, one), "right": scene.said(1, other)},
            {"left_force": FORCES[force(one)], "right_force": FORCES[force(other)]},
        ),
        scene.about()
        | features
        | {
            pattern: 1.0,
            "step": step(one, other),
            "usual pair": max(
                paired_usually("modality", *languages, one, other),
                paired_usually("modality", *languages[::-1], other, one),
            ),
        },
    )


def _alone(scene: Scene, side: int, cues: list[Cue], others: list[Cue]) -> Iterator[Clue]:
    language, other = scene.languages[side], scene.languages[1 - side]
    for cue in cues:
        usual = kept("modality", language, other, cue)
        here = place(cue)
        yield Clue(
            "obligation",
            scene.passage,
            here if side == 0 else (),
            here if side == 1 else (),
            Reason(
                _("{words} is {force}; the other version has nothing of the kind."),
                {"words": scene.said(side, cue)},
                {"force": FORCES[force(cue)]},
            ),
            scene.about()
            | {
                "alone": 1.0,
                "alone kept": usual,
                "alone answered": _answered(cue, others),
                "alone duty": float(force(cue) == "duty"),
                "alone permit": float(force(cue) == "permit"),
                "alone without any": float(not others),
            },
        )
