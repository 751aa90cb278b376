"""Who acts or who is addressed: another actor in the place of a subject or of an addressee."""

from __future__ import annotations

import random
import re

from bench.planting.model import Change, Part
from bench.planting.occurrences import Occurrence, exchanged, occurrences, tagged
from bench.planting.russian import analysed

_OPENING = {
    "en": re.compile(
        r"(?:^(?:\d+\. |\([a-z]\) )?|[,;:] |\b(?:that|and|which|whether|where|if|as|when|while) )$"
    ),
    "zh": re.compile(r"(?:^(?:\d+\. ?|\([a-z]\) ?)?|[，；：。]|但|并|而|如|因此)$"),
}  # fmt: skip
_ADDRESSED = {
    "en": re.compile(
        r"\b(?:calls? (?:up)?on|called (?:up)?on|calling (?:up)?on|requests?|requested|requesting|invites?|"
        r"invited|inviting|urges?|urged|urging|encourages?|encouraged|encouraging|asks?|asked|appeals? to|"
        r"reminds?|reminded|by|Requests|Invites|Urges|Encourages|Calls upon|Calls on) $"
    ),
    "ru": re.compile(
        r"\b(?:призыва\w+|призва\w+|прос\w+|предлага\w+|предлож\w+|рекоменд\w+|обраща\w+ к|поруч\w+|"
        r"поощря\w+|настоятельно призыва\w+|напомина\w+) $",
        re.IGNORECASE,
    ),
    "zh": re.compile(r"(?:请|促请|敦促|呼吁|邀请|鼓励|由|要求|吁请|建议|责成|提醒|促使|使|让)$"),
}
_VERB = re.compile(
    r" (?:has|have|had|shall|may|must|will|should|would|could|can|is|are|was|were|do|does|did|also|further|"
    r"[a-z]{3,}(?:ed|es|s))\b(?! of)"
)


def changes(text: str, language: str, part: Part, dice: random.Random) -> list[Change]:
    """Another actor for each subject or addressee, one drawn for each."""
    found = []
    for one in occurrences(text, language, "actors", part):
        addressed = _ADDRESSED[language].search(text[: one.start]) and _lone(text, one, language)
        if addressed or _acts(text, one, language):
            others = exchanged(text, language, "actors", one, part)
            if others:
                found.append(dice.choice(others))
    return found


def _acts(text: str, one: Occurrence, language: str) -> bool:
    if language == "ru":
        return one.cases == {"Nom"} and _has_verb(text, one)
    if not _OPENING[language].search(text[: one.start]):
        return False
    if language == "zh":
        return tagged(text).get(one.end, "x")[0] in "vdp"
    return _VERB.match(text[one.end :]) is not None


def _has_verb(text: str, one: Occurrence) -> bool:
    """Whether a finite verb stands right after a Russian subject, or with an adverb or particle between."""
    after = [reading for start, _end, reading in analysed(text) if start >= one.end][:2]
    finite = [reading.feats.get("VerbForm") == "Fin" for reading in after]
    return any(finite[:1]) or (any(finite) and after[0].pos in ("ADV", "PART"))


def _lone(text: str, one: Occurrence, language: str) -> bool:
    """Whether nothing follows that belongs to the name, such as a genitive."""
    if language == "zh":
        return not re.match(r"的|第|主席|报告|成员|代表|秘书|决议", text[one.end :])
    after = next((reading for start, _end, reading in analysed(text) if start > one.end), None)
    return language != "ru" or after is None or after.feats.get("Case") != "Gen"
