"""Forces of obligation, and which cues translators use for one another."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.marking import _
from dragoman.versions.force.lexicon import Cue

FORCES: Mapping[str, str] = {
    "ban": _("a prohibition"),
    "free": _("a release from a duty"),
    "duty": _("a duty"),
    "advice": _("a recommendation"),
    "intend": _("an intention"),
    "future": _("a statement about the future"),
    "permit": _("a permission or a possibility"),
    "decide": _("a decision"),
    "demand": _("a demand"),
    "urge": _("an urgent call"),
    "call": _("a call"),
    "request": _("a request"),
    "invite": _("an invitation"),
    "encourage": _("an encouragement"),
    "recommend": _("a suggestion"),
}
"""Force -> what a reason calls it; strong ones first."""

# From a duty to a permission; the verbs of resolutions have a scale of their own.
_SCALE: Mapping[str, float] = {
    "duty": 3.0, "advice": 2.0, "future": 1.6, "intend": 1.0, "permit": 0.0, "free": -1.0, "ban": 4.5,
    "decide": 4.5, "demand": 4.0, "urge": 3.0, "call": 2.5, "request": 2.0, "invite": 1.0, "encourage": 0.8,
    "recommend": 0.5,
}  # fmt: skip

# Names of cues that are nouns and the like: they may answer a cue but are none on their own.
_SOFT = frozenset(
    {"duty.noun", "duty.need", "permit.noun", "permit.able", "intend.noun", "request.noun", "duty.undertake"}
)

# What two cues of different names cost as counterparts of each other, from usage in official texts.
_NEAR: Mapping[tuple[str, str], float] = {
    tuple(sorted(names.split())): cost  # type: ignore[misc]  # two names in every key
    for cost, pairs in {
        0.02: (
            "request.noun request.decide, request.noun request.demand, duty.shall duty.ought, duty.ought duty.must, duty.ought advice.should, permit.may permit.can, duty.shall duty.must, "
            "ban.not ban.cannot, request.urge request.call, request.invite request.recommend, request.noun request.recommend"
        ),
        0.12: (
            "permit.may permit.able, permit.can permit.able, permit.can permit.right, permit.may permit.right, permit.right permit.noun, "
            "duty.undertake duty.noun, intend.plan intend.noun, intend.plan intend.ready, intend.plan future.will, "
            "duty.must duty.need, duty.ought duty.need, advice.should duty.need, request.demand request.request, request.invite request.request, "
            "ban.not ban.should, duty.must duty.undertake, intend.ready intend.noun, request.demand duty.must, request.demand duty.need, "
            "request.call request.encourage, request.urge request.encourage, request.invite request.encourage, request.decide request.recommend"
        ),
        0.22: (
            "duty.shall future.will, duty.ought future.will, intend.ready future.will, duty.noun duty.need, duty.must duty.noun, "
            "duty.undertake intend.plan, duty.undertake intend.noun, duty.undertake intend.ready, permit.able permit.noun, request.urge request.request, request.call request.request, "
            "request.encourage request.recommend, request.demand request.urge, request.call request.invite, request.demand duty.ought, request.demand duty.shall, "
            "request.call request.noun, request.request request.noun, request.invite request.noun, duty.ought duty.noun, duty.shall duty.noun, free.not ban.cannot, "
            "duty.shall duty.undertake, request.encourage request.noun, request.urge request.noun, request.recommend request.request"
        ),
        0.35: (
            "duty.shall advice.should, duty.must advice.should, ban.should ban.cannot, ban.not free.not, free.not duty.need, duty.shall duty.need, "
            "permit.may future.will, permit.can future.will, permit.able future.will, advice.should future.will, duty.undertake future.will, duty.ought duty.undertake, "
            "request.decide intend.plan, request.decide duty.undertake, request.decide intend.noun, request.call request.recommend, request.call request.demand, ban.cannot permit.able, "
            "intend.noun future.will, advice.should permit.able, request.urge request.recommend, request.invite intend.plan, request.recommend intend.plan, advice.should request.recommend, "
            "advice.should request.encourage, advice.should request.invite, duty.must future.will, request.noun duty.need, intend.ready request.decide, request.recommend advice.should, ban.cannot duty.need"
        ),
    }.items()
    for names in pairs.split(", ")
}


def force(cue: Cue) -> str:
    """The force of a cue, one of `FORCES`."""
    first, _, second = cue.name.partition(".")
    return second if first == "request" and second != "noun" else first


def soft(cue: Cue) -> bool:
    """Whether a cue may answer another but says nothing on its own."""
    return cue.name in _SOFT


def verb(cue: Cue) -> bool:
    """Whether a cue is one of the verbs by which resolutions ask for something."""
    return cue.name.startswith("request.")


def step(one: Cue, other: Cue) -> float:
    """How far two forces are from each other, from 0 to 5.5."""
    return abs(_SCALE.get(force(one), 2.0) - _SCALE.get(force(other), 2.0))


def exchange(one: Cue, other: Cue) -> float | None:
    """What two cues cost as counterparts: 0 for the same name, None where that would be a difference."""
    if one.name == other.name:
        return 0.0
    return _NEAR.get((one.name, other.name), _NEAR.get((other.name, one.name)))
