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
_NEAR_PAIRS: Mapping[float, str] = {
    0.02: (
        "advice.should duty.ought, ban.cannot ban.not, duty.must duty.ought, duty.must duty.shall, "
        "duty.ought duty.shall, permit.can permit.may, request.call request.urge, "
        "request.decide request.noun, request.demand request.noun, request.invite request.recommend, "
        "request.noun request.recommend"
    ),
    0.12: (
        "advice.should duty.need, ban.not ban.should, duty.must duty.need, duty.must duty.undertake, "
        "duty.must request.demand, duty.need duty.ought, duty.need request.demand, "
        "duty.noun duty.undertake, future.will intend.plan, intend.noun intend.plan, "
        "intend.noun intend.ready, intend.plan intend.ready, permit.able permit.can, "
        "permit.able permit.may, permit.can permit.right, permit.may permit.right, "
        "permit.noun permit.right, request.call request.encourage, request.decide request.recommend, "
        "request.demand request.request, request.encourage request.invite, "
        "request.encourage request.urge, request.invite request.request"
    ),
    0.22: (
        "ban.cannot free.not, duty.must duty.noun, duty.need duty.noun, duty.noun duty.ought, "
        "duty.noun duty.shall, duty.ought future.will, duty.ought request.demand, "
        "duty.shall duty.undertake, duty.shall future.will, duty.shall request.demand, "
        "duty.undertake intend.noun, duty.undertake intend.plan, duty.undertake intend.ready, "
        "future.will intend.ready, permit.able permit.noun, request.call request.invite, "
        "request.call request.noun, request.call request.request, request.demand request.urge, "
        "request.encourage request.noun, request.encourage request.recommend, "
        "request.invite request.noun, request.noun request.request, request.noun request.urge, "
        "request.recommend request.request, request.request request.urge"
    ),
    0.35: (
        "advice.should duty.must, advice.should duty.shall, advice.should future.will, "
        "advice.should permit.able, advice.should request.encourage, advice.should request.invite, "
        "advice.should request.recommend, ban.cannot ban.should, ban.cannot duty.need, "
        "ban.cannot permit.able, ban.not free.not, duty.must future.will, duty.need duty.shall, "
        "duty.need free.not, duty.need request.noun, duty.ought duty.undertake, "
        "duty.undertake future.will, duty.undertake request.decide, future.will intend.noun, "
        "future.will permit.able, future.will permit.can, future.will permit.may, "
        "intend.noun request.decide, intend.plan request.decide, intend.plan request.invite, "
        "intend.plan request.recommend, intend.ready request.decide, request.call request.demand, "
        "request.call request.recommend, request.recommend request.urge"
    ),
}
_NEAR: Mapping[frozenset[str], float] = {
    frozenset(names.split()): cost for cost, pairs in _NEAR_PAIRS.items() for names in pairs.split(", ")
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
    return _NEAR.get(frozenset({one.name, other.name}))


# A word of each force, for every language.
_PLAIN: Mapping[str, Mapping[str, str]] = {
    "en": {
        "ban": "may not", "free": "need not", "duty": "must", "advice": "should", "intend": "intends to",
        "future": "will", "permit": "may", "decide": "decides", "demand": "demands", "urge": "urges",
        "call": "calls upon", "request": "requests", "invite": "invites", "encourage": "encourages",
        "recommend": "recommends",
    },
    "ru": {
        "ban": "не может", "free": "не обязан", "duty": "должен", "advice": "следует", "intend": "намерен",
        "future": "будет", "permit": "может", "decide": "постановляет", "demand": "требует",
        "urge": "настоятельно призывает", "call": "призывает", "request": "просит", "invite": "приглашает",
        "encourage": "поощряет", "recommend": "рекомендует",
    },
    "zh": {
        "ban": "不得", "free": "不必", "duty": "必须", "advice": "应该", "intend": "打算", "future": "将",
        "permit": "可以", "decide": "决定", "demand": "要求", "urge": "敦促", "call": "呼吁", "request": "请",
        "invite": "邀请", "encourage": "鼓励", "recommend": "建议",
    },
}  # fmt: skip


def plain(name: str, language: str) -> str:
    """A plain word for what a reason calls a force, in a language."""
    return _PLAIN[language][next(key for key, said in FORCES.items() if said == name)]
