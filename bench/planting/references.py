"""References: another article, paragraph, resolution, letter or document.

The nouns are a closed list, and the numbers are none: both halves use all of them.
"""

from __future__ import annotations

import random
import re

from bench.planting.model import Change, Part
from bench.planting.russian import declined, gender

_NOUNS = {
    "en": (
        r"(?:[Aa]rticles?|[Pp]aragraphs?|[Pp]aras?\.|[Ss]ections?|[Cc]hapters?|[Rr]ules?|[Aa]nnex(?:es)?|"
        r"[Aa]ppendix|[Pp]rinciples?|[Aa]ctions?|[Gg]oals?|[Tt]argets?|[Ii]tems?|[Rr]ecommendations?|"
        r"[Rr]esolutions?|[Dd]ecisions?|[Rr]egulations?|[Pp]art|[Tt]ables?|[Ff]igure|[Cc]lauses?|[Pp]rotocol|"
        r"[Ss]ubparagraphs?|[Nn]ote|[Ss]tep|[Cc]ategory|[Aa]rea|[Oo]ption)"
    ),
    "ru": (
        r"(?:(?:[Сс]тать|[Пп]ункт|[Пп]одпункт|[Рр]аздел|[Гг]лав|[Пп]равил|[Пп]риложени|[Пп]ринцип|[Дд]ействи|"
        r"[Цц]ел|[Зз]адач|[Рр]екомендаци|[Рр]езолюци|[Рр]ешени|[Пп]оложени|[Чч]аст|[Тт]аблиц|[Дд]иаграмм|"
        r"[Пп]ротокол|[Пп]римечани|[Кк]атегори|[Оо]бласт|[Вв]ариант)[а-я]{0,3})"
    ),
}
_AFTER_NOUN = r"(?P<number>\d{1,4})(?![\d/]|[.,]\d| год| процент|%)"
_SEARCHES = {
    "en": (
        rf"\b{_NOUNS['en']} {_AFTER_NOUN}(?P<letter> \([a-h]\))?",
        rf"\b{_NOUNS['en']} (?P<roman>[IVX]+)\b",
        rf"\b{_NOUNS['en']} (?P<alone>\([a-h]\))",
        r"\b(?P<number>\d{3,4})(?= \((?:19|20)\d\d\))",
        r"\bA/RES/\d+/(?P<number>\d+)\b",
        r"\b[A-Z]/(?:[A-Z.]+[\d]*/)*\d{2,4}/(?P<number>\d{1,4})\b",
        r"\b[Rr]esolutions? \d\d/(?P<number>\d{1,3})\b",
    ),
    "ru": (
        rf"\b{_NOUNS['ru']} {_AFTER_NOUN}(?P<letter> \([a-zа-е]\))?",
        rf"\b{_NOUNS['ru']} (?P<roman>[IVX]+)\b",
        rf"\b{_NOUNS['ru']} (?P<alone>\(?[a-hа-е]\))",
        r"\b(?P<number>\d{3,4})(?= \((?:19|20)\d\d\))",
        r"\b[AА]/RES/\d+/(?P<number>\d+)\b",
        r"\b[A-Z]/(?:[A-Z.]+[\d]*/)*\d{2,4}/(?P<number>\d{1,4})\b",
        r"\b[Рр]езолюци\w+ \d\d/(?P<number>\d{1,3})\b",
    ),
    "zh": (
        r"第(?P<number>\d{1,4})(?=[条款段章节项号]|\(\d{4}\)号)(?:[条段款](?:第?(?P<letter>\([a-h]\)))?)?",
        r"第(?P<chinese>[一二三四五六七八九十])(?=[条款段章节部])",
        r"(?:项目|行动|附件|目标|建议|表|图|原则|规则|备选案文)(?P<number>\d{1,3})(?![\d%年/月]|\.\d)",
        r"附件(?P<chinese>[一二三四五六七八九])",
        r"第\d\d/(?P<number>\d{1,3})号",
        r"(?<![A-Za-z])[A-Z]/(?:[A-Z.]+[\d]*/)*\d{2,4}/(?P<number>\d{1,4})\b",
        r"(?P<alone>\([a-h]\))(?=分?段|项|款)",
    ),
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_CHINESE = "一二三四五六七八九十"
# Nouns that are exchanged before the same number: gender and number are the same, so the rest agrees.
_OTHER_NOUNS = {
    "en": {"article": "paragraph", "paragraph": "article", "section": "chapter", "chapter": "section",
           "annex": "section", "Article": "Paragraph", "resolution": "decision", "decision": "resolution"},
    "ru": {"статья": "глава", "глава": "статья", "пункт": "раздел", "раздел": "пункт"},
    "zh": {"条": "款", "款": "条", "段": "条", "章": "节", "节": "章"},
}  # fmt: skip


def changes(text: str, language: str, part: Part, dice: random.Random) -> list[Change]:
    """One other number, letter or noun for every reference."""
    found: dict[tuple[int, int], Change] = {}
    for search in _SEARCHES[language]:
        for match in re.finditer(search, text):
            for name, value in match.groupdict().items():
                if value and match.span(name) not in found:
                    new = {"number": _number, "roman": _roman, "chinese": _chinese}.get(name, _letter)(
                        value, dice
                    )
                    found[match.span(name)] = Change(*match.span(name), new, name)
    return [*found.values(), *_nouns(text, language)]


def _number(value: str, dice: random.Random) -> str:
    number = int(value)
    drawn = [number - 1, number + 1, number + 2, number + 10, int(value[::-1])]
    return str(dice.choice([other for other in drawn if other > 0 and other != number]))


def _roman(value: str, dice: random.Random) -> str:
    if value not in _ROMAN:
        return "I"
    at = _ROMAN.index(value)
    return _ROMAN[dice.choice([other for other in (at - 1, at + 1, at + 2) if 0 <= other < len(_ROMAN)])]


def _chinese(value: str, dice: random.Random) -> str:
    return dice.choice([other for other in _CHINESE if other != value])


def _letter(value: str, dice: random.Random) -> str:
    known = "abcdefgh" if re.search("[a-h]", value) else "абвгде"
    now = next((sign for sign in value if sign in known), "")
    return value.replace(now, dice.choice([other for other in known if other != now])) if now else value


def _nouns(text: str, language: str) -> list[Change]:
    found = []
    for noun, other in _OTHER_NOUNS[language].items():
        if language == "zh":
            for match in re.finditer(rf"(?<=第)\d{{1,3}}({noun})(?!件)", text):
                found.append(Change(*match.span(1), other, "the noun"))
        elif language == "en":
            for match in re.finditer(rf"\b({noun})(?= (?:\d|[IVX]+\b))", text):
                found.append(Change(*match.span(1), other, "the noun"))
        else:
            found += _russian_nouns(text, noun, other)
    return found


def _russian_nouns(text: str, noun: str, other: str) -> list[Change]:
    forms, others = declined(noun), declined(other)
    if gender(noun) != gender(other):
        return []
    found = []
    for form in set(forms.values()):
        new = {others[case] for case, each in forms.items() if each == form}
        for match in re.finditer(rf"\b({form})(?= (?:\d|[IVX]+\b))", text):
            if len(new) == 1:
                found.append(Change(*match.span(1), next(iter(new)), "the noun"))
    return found
