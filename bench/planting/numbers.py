"""Numbers: other digits, a digit lost or two exchanged, another word for the number or its order of size."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from bench.planting.model import Change, Part
from bench.planting.russian import analyser

_DIGITS = {
    "en": re.compile(
        r"(?<![\w.,/():№$-])[$€]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w/():-]|[.,]\d| \(\d{4}\))"
    ),
    "ru": re.compile(r"(?<![\w.,/():№-])(\d{1,3}(?: \d{3})+|\d+)(,\d+)?(?![\w/():-]|[.,]\d| \d| \(\d{4}\))"),
    "zh": re.compile(
        r"(?<![A-Za-z\d.,/():第-])(\d{1,3}(?:[ ,]\d{3})+|\d+)(\.\d+)?"
        r"(?![A-Za-z\d/():号条款段章届年月日时分-]|[.,]\d)"
    ),
}  # fmt: skip
_MONTHS = (
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
)
# Before these figures are not amounts but dates and references.
_NO_AMOUNT_BEFORE = re.compile(
    rf"(?:{_MONTHS}|\b(?:articles?|paragraphs?|paras?\.|sections?|chapters?|rules?|annex(?:es)?|principles?|"
    r"actions?|goals?|targets?|items?|recommendations?|resolutions?|decisions?|regulations?|parts?|tables?|"
    r"figures?|No\.|Nos\.|in|since|by|of|until|from|and|to|for)|стать\w+|пункт\w*|раздел\w*|"
    r"глав\w+|правил\w+|приложени\w+|принцип\w*|действи\w+|цел\w+|задач\w+|рекомендаци\w+|резолюци\w+|решени\w+|положени\w+|"
    r"таблиц\w+|№|议程项目|项目|行动|附件|目标|建议|表|图)"
    r"\s*(?:\d+(?:, | and | и |、|-|–|和|至))*$",
    re.IGNORECASE,
)
_NO_AMOUNT_AFTER = re.compile(
    rf"\s*(?:{_MONTHS}|год|гг?\.|ч\.|a\.m|p\.m|час\w* \d|"
    rf"(?:to|and|-+|–|по|и|至|和|、)\s*\d{{1,2}}\s*(?:{_MONTHS}|日|ч\.))",
    re.IGNORECASE,
)
_FEW = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_RUSSIAN = (
    ("два", "три", "четыре"), ("двух", "трех", "четырех"), ("двум", "трем", "четырем"),
    ("двумя", "тремя", "четырьмя"), ("пять", "шесть", "семь", "восемь", "девять", "десять"),
    ("пяти", "шести", "семи", "восьми", "девяти", "десяти"),
)  # fmt: skip
_CHINESE = "两三四五六七八九十"
_ORDINALS = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_RUSSIAN_ORDINALS = ("второй", "четвертый", "пятый", "шестой", "седьмой", "восьмой", "девятый", "десятый")
_AGREEMENT = ("Case", "Gender", "Number", "Animacy")
_SCALES = {
    "en": (("thousand", "million", "billion", "trillion"),),
    "ru": (("тыс.", "млн.", "млрд."), ("тыс", "млн", "млрд"), ("миллиона", "миллиарда"),
           ("миллионов", "миллиардов")),
    "zh": (("万", "亿"), ("百万", "千万", "亿")),
}  # fmt: skip


def changes(text: str, language: str, part: Part, dice: random.Random) -> list[Change]:
    """Every number that can be changed, once each way. The lists are closed: both halves use all of them."""
    return [
        *_figures(text, language, dice),
        *_scales(text, language, dice),
        *_words(text, language, dice),
        *_ordinals(text, language, dice),
    ]


def _figures(text: str, language: str, dice: random.Random) -> list[Change]:
    found = []
    for match in _DIGITS[language].finditer(text):
        start, whole, rest = match.start(1), match.group(1), match.group(2) or ""
        before, after = text[: match.start()], text[match.end() :]
        if not before.strip() or not after.strip() or len(whole) + len(rest) > 15:
            continue
        year = not rest and re.fullmatch(r"(?:19|20)\d\d", whole)
        if year or _NO_AMOUNT_BEFORE.search(before) or _NO_AMOUNT_AFTER.match(after):
            continue
        for pattern, new in _others(whole, rest, language, dice):
            found.append(Change(start, match.end(), new, pattern))
    return found


def _others(whole: str, rest: str, language: str, dice: random.Random) -> list[tuple[str, str]]:
    """What could be written instead of a figure, with the name of what was done."""
    mark = next((sign for sign in whole if not sign.isdigit()), "")
    value = int(re.sub(r"\D", "", whole))
    drawn = {
        "a little": value + dice.choice((-2, -1, 1, 2, 3)),
        "much": max(1, round(value * dice.choice((0.2, 0.4, 0.5, 2, 3, 5)))),
        "a zero lost": value // 10 if value % 10 == 0 else 0,
        "a zero more": value * 10 if value > 9 and value % 10 == 0 else 0,
        "digits exchanged": _exchanged(value, dice),
    }
    found = [
        (pattern, f"{_written(new, mark)}{rest}")
        for pattern, new in drawn.items()
        if new > 1 and new != value and (rest or language != "ru" or _agrees(new) == _agrees(value))
    ]
    if rest:
        digits = rest[1:]
        other = digits[:-1] + str((int(digits[-1]) + dice.randint(1, 8)) % 9 + 1)
        if other != digits:
            found.append(("after the point", f"{whole}{rest[0]}{other}"))
        if len(whole) > 1 and not mark:
            found.append(("the point moved", f"{whole[:-1]}{rest[0]}{whole[-1]}{digits}"))
    return found


def _exchanged(value: int, dice: random.Random) -> int:
    digits = list(str(value))
    places = [at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and digits[at + 1] != "0"]
    if not places:
        return 0
    at = dice.choice(places)
    digits[at], digits[at + 1] = digits[at + 1], digits[at]
    return int("".join(digits))


def _written(value: int, mark: str) -> str:
    return f"{value:,}".replace(",", mark) if mark else str(value)


def _agrees(value: int) -> str:
    """The form that a Russian noun has after a number."""
    if value % 100 in range(11, 15) or value % 10 in (0, 5, 6, 7, 8, 9):
        return "many"
    return "one" if value % 10 == 1 else "few"


def _scales(text: str, language: str, dice: random.Random) -> list[Change]:
    found = []
    for scales in _SCALES[language]:
        either = "|".join(re.escape(scale) for scale in sorted(scales, key=len, reverse=True))
        end = "" if language == "zh" else r"(?!\w)"
        for match in re.finditer(rf"(?<=\d)\s?({either}){end}", text):
            new = dice.choice([scale for scale in scales if scale != match.group(1)])
            found.append(Change(*match.span(1), new, "order of size"))
        if language == "zh":
            found += [
                Change(*match.span(1), "", "order of size lost")
                for match in re.finditer(r"(?<=\d)([万亿])", text)
            ]
    return found


def _words(text: str, language: str, dice: random.Random) -> list[Change]:
    if language == "zh":
        counted = "[个项名次年天位种份条艘架轮届]|小时|周"
        search = rf"(?<![第一二三四五六七八九十百千万几数成])([{_CHINESE}])(?={counted})"
        return [
            Change(*match.span(), dice.choice([one for one in _CHINESE if one != match.group()]), "a word")
            for match in re.finditer(search, text)
            if not text[match.end() :].startswith("方面")
        ]
    found = []
    for words in [_FEW] if language == "en" else _RUSSIAN:
        for match in re.finditer(rf"(?<![\w-])({'|'.join(words)})(?![\w-])", text):
            new = dice.choice([word for word in words if word != match.group()])
            found.append(Change(*match.span(), new, "a word"))
    return found


def _ordinals(text: str, language: str, dice: random.Random) -> list[Change]:
    """Ordinals of sessions, meetings, reports and the like."""
    if language == "ru":
        return list(_russian_ordinals(text, dice))
    if language == "zh":
        ordinals, search = tuple("二三四五六七八九"), r"(?<=第)([二三四五六七八九])(?=[届次轮期个])"
    else:
        ordinals = _ORDINALS
        search = rf"(?<!\w)({'|'.join(ordinals)})(?= (?:session|meeting|report|periodic|round|conf|anniv))"
    return [
        Change(*match.span(1), dice.choice([one for one in ordinals if one != match.group(1)]), "an ordinal")
        for match in re.finditer(search, text)
    ]


def _russian_ordinals(text: str, dice: random.Random) -> Iterator[Change]:
    stems = "|".join(word[:-2] for word in _RUSSIAN_ORDINALS)
    for match in re.finditer(rf"(?<![\w-])(?:{stems})\w{{2,3}}(?![\w-])", text):
        readings = analyser().analyze(match.group())
        reading = next((one for one in readings if one.lemma in _RUSSIAN_ORDINALS), None)
        if reading is not None:
            others = [one for one in _RUSSIAN_ORDINALS if one != reading.lemma]
            wanted = {name: value for name, value in reading.feats.items() if name in _AGREEMENT}
            other = next(
                one for one in analyser().analyze(dice.choice(others)) if one.feats.get("Case") == "Nom"
            )
            yield Change(*match.span(), other.inflect(**wanted).replace("ё", "е"), "an ordinal")
