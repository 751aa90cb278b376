"""Negation: one taken away or put in, and words that a prefix turns into their opposite.

The plain negations are a closed list, which both halves use; words with a prefix are halved.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from bench.planting.halves import half, listed
from bench.planting.model import Change, Part
from bench.planting.occurrences import borders
from bench.planting.russian import analysed

# Russian words of the list that are no stems.
_WHOLE = (
    "имеется возможность",
    "отсутствует возможность",
    "необходимо",
    "нет необходимости",
    "всегда",
    "никогда не",
)
_HELPERS = "shall|may|must|should|will|would|could|can|is|are|was|were|has|have|had|does|do|did"
_OFF = {"cannot": "can", "no longer": "still", "never": "always"}
# Not a negation of what the sentence says: "not only … but", "including but not limited to".
_KEEP = re.compile(r" (?:only|just|least|limited|merely|necessarily|later|less|more|exceed)")
# A negation shortly before: another one would say nothing clear.
_NEGATED = re.compile(
    r"\b(?:no|not|nor|neither|none|never|nothing|without|few|little)\b[^.;]{0,60}$", re.IGNORECASE
)
_PARTICIPLE = re.compile(
    r" (?:been|[a-z]+ed|be|able|subject|responsible|possible|available|in|made|taken|given|held)\b"
)
_CHINESE = {
    "不得": "可", "不应": "应", "不能": "能", "不会": "会", "不可": "可", "并未": "已", "尚未": "已",
    "未能": "得以", "从未": "一直", "没有": "有", "无权": "有权", "不再": "仍然", "不愿": "愿",
    "不允许": "允许",
    "不包括": "包括", "不属于": "属于", "不支持": "支持", "不同意": "同意", "不适用": "适用",
    "不构成": "构成", "不存在": "存在",
    "不是": "是", "不符合": "符合", "不需要": "需要", "不影响": "影响", "不足以": "足以", "不接受": "接受",
    "未经": "经", "未获": "已获", "未予": "已予",
}  # fmt: skip
_CHINESE_IN = {
    "应": "不应", "应当": "不应当", "可以": "不得", "能够": "不能", "能": "不能", "将": "将不", "会": "不会",
    "有权": "无权", "允许": "不允许", "包括": "不包括", "支持": "不支持", "同意": "不同意", "适用": "不适用",
    "构成": "不构成", "存在": "不存在", "是": "不是", "符合": "不符合", "需要": "不需要", "已": "尚未",
    "必须": "不得",
    "接受": "不接受", "已经": "尚未", "属于": "不属于", "认为": "不认为", "愿意": "不愿意",
}  # fmt: skip
_NOT_ONLY = re.compile(r"不(?:仅|但|只|论|管|过|断|同|少|久|利|足|良|安|幸|当|等|限于|可或缺|可避免|可分割)")


def changes(text: str, language: str, part: Part, dice: random.Random) -> list[Change]:
    """Every negation taken away, and one put in wherever that is grammatical."""
    find = {"en": _english, "ru": _russian, "zh": _chinese}[language]
    return [*find(text), *_prefixed(text, language, part)]


def _english(text: str) -> Iterator[Change]:
    for match in re.finditer(rf"\b({_HELPERS}) not\b", text):
        helper = match.group(1)
        if _KEEP.match(text[match.end() :]):
            continue
        if helper == "do":
            yield Change(match.start(), match.end() + 1, "", "do not>")
        elif helper == "does":
            verb = re.match(r" ([a-z]+)", text[match.end() :])
            if verb:
                yield Change(match.start(), match.end() + verb.end(), _third(verb.group(1)), "does not>")
        elif helper != "did":
            yield Change(match.start(), match.end(), helper, f"{helper} not>")
    for now, new in _OFF.items():
        for match in re.finditer(rf"\b{now}\b", text):
            yield Change(*match.span(), new, f"{now}>")
    for match in re.finditer(r"\b(shall|may|must|should|will|can|could|would)(?= [a-z])(?! not)", text):
        noun = re.search(
            r"\b(?:political|good|the|free|own|a|of|in|since|by|from|\d)\s$", text[: match.start()]
        )
        if not noun and not _NEGATED.search(text[: match.start()]):
            new = "cannot" if match.group() == "can" else f"{match.group()} not"
            yield Change(*match.span(), new, f">{match.group()} not")
    for match in re.finditer(r"\b(is|are|was|were|has|have|had)\b(?! not)", text):
        if _PARTICIPLE.match(text[match.end() :]) and not _NEGATED.search(text[: match.start()]):
            yield Change(*match.span(), f"{match.group()} not", f">{match.group()} not")
    for match in re.finditer(
        r"\b(?:decided|decides|agreed|agrees|undertake|undertakes|intends|intend)(?= to [a-z])", text
    ):
        yield Change(match.end(), match.end(), " not", ">not to")


def _third(verb: str) -> str:
    """ "Supports" of "support", "applies" of "apply"."""
    if verb == "have":
        return "has"
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if re.search("[^aeiou]y$", verb) else f"{verb}s"


def _russian(text: str) -> Iterator[Change]:
    words = analysed(text)
    for at, (start, end, reading) in enumerate(words):
        before = words[at - 1][2].lemma if at else ""
        following = words[at + 1] if at + 1 < len(words) else None
        if reading.lemma == "не" and following:
            word = text[following[0] : following[1]]
            own = before not in ("если", "пока", "чтобы", "тем", "более")
            if own and _stands_without(following[2].pos, following[2].feats, word):
                new = word[0].upper() + word[1:] if text[start].isupper() else word
                yield Change(start, following[1], new, "не>")
        elif _takes_negation(reading.feats, text[start:end]) and before not in ("не", "ни", "бы", "пусть"):
            word = text[start:end]
            new = f"Не {word[0].lower()}{word[1:]}" if word[0].isupper() else f"не {word}"
            sort = "мочь" if reading.lemma in ("мочь", "должный") else "глагол"
            yield Change(start, end, new, f">не {sort}")


def _stands_without(pos: str, features: dict[str, str], word: str) -> bool:
    """Whether a word needs no other case around it when its «не» is taken away."""
    if word in ("может", "могут", "должен", "должна", "должно", "должны", "следует", "обязаны", "вправе"):
        return True
    if word.endswith("ся") or word.endswith("сь"):
        return word not in ("имеется", "удается", "удалось", "требуется", "осталось", "оставалось", "имелось")
    return features.get("Variant") == "Short" or features.get("VerbForm") == "Part" or pos == "ADJ"


def _takes_negation(features: dict[str, str], word: str) -> bool:
    finite = features.get("VerbForm") == "Fin" and features.get("Mood", "Ind") == "Ind"
    short = features.get("Variant") == "Short" and features.get("VerbForm") == "Part"
    return (finite or short or word in ("должен", "должна", "должно", "должны", "вправе")) and word not in (
        "есть", "нет", "можно", "нельзя", "было", "бы",
    )  # fmt: skip


def _chinese(text: str) -> Iterator[Change]:
    edges = borders(text)
    kept = {match.start() for match in _NOT_ONLY.finditer(text)}
    for now, new in _CHINESE.items():
        for match in re.finditer(now, text):
            if match.start() not in kept and match.start() in edges and match.end() in edges:
                yield Change(*match.span(), new, f"{now}>")
    for now, new in _CHINESE_IN.items():
        for match in re.finditer(rf"(?<![不未无没非别会来以予的]){now}(?![不否非])", text):
            before, after = text[: match.start()], text[match.end() :]
            if now in ("是", "会", "将", "包括") and not re.search(r"[\u4e00-\u9fff]$", before):
                continue
            # 将 also marks an object.
            if now == "将" and re.match("[其该本]", after):
                continue
            if {match.start(), match.end()} <= edges and len(after) > 1:
                yield Change(*match.span(), new, f">{new}")


def _prefixed(text: str, language: str, part: Part) -> Iterator[Change]:
    for row in listed("lexical"):
        if row["language"] != language or half(row["en"]) != part:
            continue
        both = "/" in row["words"]
        one, _mark, other = row["words"].partition("/" if both else ">")
        for now, new in ((one, other), (other, one)) if both else ((one, other),):
            for match in re.finditer(_searched(now, language), text):
                if language != "zh" or {match.start(), match.end()} <= borders(text):
                    yield Change(*match.span(), new + match.group(1), f"{now}>{new}")


def _searched(word: str, language: str) -> str:
    """A pattern for a word of the list; its group is the ending where the list has a Russian stem."""
    if language == "zh":
        return rf"(?<![不无未非没有]){word}()"
    return rf"(?<![\w-]){word}" + (r"()(?![\w-])" if language == "en" or word in _WHOLE else r"(\w*)")
