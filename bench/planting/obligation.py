"""Strength of obligation: another modal verb, another verb for what is decided, asked or promised.

The modal verbs are a closed list, which both halves use; the other verbs are halved by pair.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import rumorph

from bench.planting.halves import half, listed
from bench.planting.model import Change, Part
from bench.planting.occurrences import borders
from bench.planting.russian import analysed

# A class each: a duty, advice, permission, intention. Within a class nothing is exchanged.
_ENGLISH = (("shall", "must"), ("should",), ("may", "can"), ("will",))
_NOUN_BEFORE = re.compile(
    r"(?:political|good|the|their|its|free|own|popular|goods|strong|a|of|collective|his|her|last|"
    r"national|this|in|since|until|by|from|\d|early|late|and)\s$",
    re.IGNORECASE,
)
_CHINESE = (("应", "应当", "须", "必须"), ("可", "可以"), ("将",))
_DUTY = {"Masc": "должен", "Fem": "должна", "Neut": "должно"}
# Verbs, adverbs and prepositions that usually follow: 应确保, 可在, 将继续.
_USUAL = re.compile(
    r"确保|采取|考虑|继续|努力|加强|促进|提供|包括|进行|举行|开展|作出|做出|制定|"
    r"建立|使用|酌情|尽快|尽可能|通过|立即|由|在|向|对|与|根据|按照|依照|避免|"
    r"成为|有|得到|获得|支持|鼓励|提出|审议|需要|协助|帮助|利用|导致|能|随时|充分|"
    r"适用|定期|实施|执行|参加|召开|组织|编写|提交|维持|保持|发挥|承担|保护|尊重|"
    r"讨论|列入|设立|任命|指定|要求|请|选择|遵守|履行|处理|解决|优先|同时|同样|"
    r"始终|全面|积极|共同|单独"
)
# Before an infinitive only these are what is meant: «постановил продлить», «имеет право участвовать».
_BEFORE_INFINITIVE = (
    "постанов", "имеет право", "имеют право", "обязан", "обяз", "необходимо", "следует", "надлежит", "можно",
    "вынужден",
)  # fmt: skip


def changes(text: str, language: str, part: Part, dice: random.Random) -> list[Change]:
    """One other strength for each expression of obligation."""
    modal = {"en": _english, "ru": _russian, "zh": _chinese}[language]
    return [*modal(text, dice), *_verbs(text, language, part)]


def _english(text: str, dice: random.Random) -> Iterator[Change]:
    for match in re.finditer(r"\b(shall|must|should|may|can|will)\b(?! not\b| like\b|'|,)(?= [a-z])", text):
        if match.group() in ("may", "can", "will") and _NOUN_BEFORE.search(text[: match.start()]):
            continue
        others = [one for words in _ENGLISH if match.group() not in words for one in words]
        new = dice.choice(others)
        yield Change(*match.span(), new, f"{match.group()}>{new}")


def _russian(text: str, dice: random.Random) -> Iterator[Change]:
    words = analysed(text)
    for at, (start, end, _reading) in enumerate(words):
        after = words[at + 1][2].feats.get("VerbForm") if at + 1 < len(words) else ""
        before = words[at - 1][2] if at else None
        if after != "Inf" or (before is not None and before.lemma in ("не", "ни", "бы")):
            continue
        new = _russian_other(text[start:end], before, dice)
        if new:
            yield Change(start, end, new, f"{text[start:end]}>{new}")


def _russian_other(word: str, before: rumorph.Analysis | None, dice: random.Random) -> str:
    """Another modal verb that agrees with the same subject, as far as that can be told from the word."""
    gender = (
        before.feats.get("Gender", "") if before is not None and before.feats.get("Case") == "Nom" else ""
    )
    single = before is not None and before.feats.get("Number") == "Sing"
    others = {
        "должны": ["могут", "вправе", "намерены"],
        "должен": ["может", "вправе", "намерен"],
        "должна": ["может", "вправе", "намерена"],
        "должно": ["может", "вправе"],
        "могут": ["должны", "обязаны"],
        "может": [_DUTY[gender]] if single and gender in _DUTY else [],
        "будут": ["могут", "должны"],
        "будет": ["может", *([_DUTY[gender]] if single and gender in _DUTY else [])],
        "намерены": ["обязаны", "должны"],
        "намерен": ["обязан", "должен"],
        "намерена": ["обязана", "должна"],
        "обязаны": ["вправе", "могут"],
        "обязан": ["вправе", "может"],
        "обязана": ["вправе", "может"],
    }.get(word, [])
    return dice.choice(others) if others else ""


def _chinese(text: str, dice: random.Random) -> Iterator[Change]:
    edges = borders(text)
    for match in re.finditer(r"(?<![不未无非])(?:必须|应当|可以|应|须|可|将)", text):
        start, end = match.span()
        lone = {start, end} <= edges and not re.match(r"[不无予否要其该]", text[end:])
        # 将 also marks an object, as 把 does; 应 and 可 end many other words.
        if not lone or (match.group() in ("将", "可", "应") and not _USUAL.match(text, end)):
            continue
        others = [one for words in _CHINESE if match.group() not in words for one in words]
        new = dice.choice(others)
        yield Change(start, end, new, f"{match.group()}>{new}")


def _verbs(text: str, language: str, part: Part) -> Iterator[Change]:
    edges = borders(text) if language == "zh" else frozenset()
    for row in listed("performatives"):
        now, _slash, new = row["forms"].partition("/")
        if row["language"] != language or half(f"{now.lower()}>{new.lower()}") != part:
            continue
        search = re.escape(now) if language == "zh" else rf"(?<![\w-]){re.escape(now)}(?![\w-])"
        for match in re.finditer(search, text):
            negated = re.search(r"\b(?:not|не)\s$|[不未没]$", text[: match.start()])
            apart = language != "zh" or (
                {match.start(), match.end()} <= edges and match.end() < len(text) - 2
            )
            if not negated and apart and _governs(text, match, language):
                yield Change(*match.span(), new, row["forms"])


def _governs(text: str, match: re.Match[str], language: str) -> bool:
    """Whether the word acts as a verb here: the same forms are nouns elsewhere."""
    before, after = text[: match.start()], text[match.end() :]
    word = match.group()
    if language == "en" and word in ("requests", "needs to", "need to"):
        return re.search(r"\b(?:the|of|such|all|any|these|for|to|and|no)\s$", before) is None
    if language == "en" and word in ("requested", "urged", "invited", "encouraged"):
        return re.match(r" (?:the|that|all|States|Member|its|Governments|to)\b", after) is not None
    if language == "ru" and word.lower().startswith(_BEFORE_INFINITIVE):
        following = next((one for start, _end, one in analysed(text) if start > match.end()), None)
        return following is not None and following.feats.get("VerbForm") == "Inf"
    if language == "zh" and word in ("决定", "建议", "要求", "请", "呼吁", "邀请", "承诺", "希望", "保证"):
        return re.search(r"(?:^|[，；：。]|\d\. ?|会|书长|们|组|国|还|并|又)$", before) is not None
    return True
