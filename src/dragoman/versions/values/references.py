"""References to parts of documents, and to documents by their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache

from dragoman.languages.model import Number
from dragoman.languages.quantities.figures import blank
from dragoman.languages.structure.counting import CHINESE_NUMERALS, in_figures
from dragoman.versions.values.item import Item, figure
from dragoman.versions.values.labels import item_keys, label_keys
from dragoman.versions.values.part_names import (
    CHINESE_AFTER,
    CHINESE_BEFORE,
    ENGLISH,
    ENGLISH_PLURALS,
    PART,
    RUSSIAN,
)
from dragoman.versions.values.symbols import symbols

_AGAIN = r"(?:[\s-]?(?:bis|ter|quater|бис|тер|кватер)\b)?"
_FIGURES = rf"\d{{1,4}}(?:\.\d{{1,3}})*(?![\d/]|[.,]\d|\s\d{{3}}\b)(?:[A-ZА-Яa-z](?![\w.]))?{_AGAIN}"
_ENGLISH_LABEL = rf"(?:{_FIGURES}|[Oo]ne\b|[IVXLC]+\b|[A-Z]\b(?![.'’]))"
_RUSSIAN_LABEL = rf"(?:{_FIGURES}|[IVXLCІХ]+\b|[A-ZА-Я]\b(?!\.))"
_ITEM = r"\s?\((?:[a-z]{1,4}|[A-Z]|\d{1,2})\)"
_RUSSIAN_ITEM = r"(?:\s?\((?:[a-zа-я]{1,4}|[A-ZА-Я]|\d{1,2})\)|\s?[«\"]?(?:[a-zа-я]|[ivx]{2,4})[»\"]?\))"
_QUOTED_ITEM = r"\s?(?:«[a-zа-я]»|<<[a-zа-я]>>|\"[a-zа-я]\")"
_LINKS = {
    "en": r"(?:\s?(?:,|;)?\s?(?:and|or|to|through|and/or)\s(?:to\s)?|\s?[,;]\s|\s?[-–—]\s?)",
    "ru": r"(?:,?\s(?:и|или|по|до|и/или)\s|\s?[,;]\s|\s?[-–—]{1,2}\s?)",
}
_DIGITS = (
    rf"(?:\d{{1,4}}(?:\.\d{{1,3}})*(?:之(?:[{CHINESE_NUMERALS}]+|\d+))?(?:[A-Za-z](?![A-Za-z]))?(?![\d/])"
    r"|[IVXLCⅠ-Ⅻ]+(?![A-Za-z])|[A-Z](?![A-Za-z0-9]))"
)
_NUMERALS = rf"[{CHINESE_NUMERALS}]{{1,6}}(?:之[{CHINESE_NUMERALS}]{{1,2}})?"
_CHINESE_ITEM = (
    rf"(?:\s?[（(](?:[a-z]{{1,4}}|[A-Z]|\d{{1,2}}|[{CHINESE_NUMERALS}]{{1,3}})[）)]|[㈠-㈩①-⑳⑴-⒇])"
)
_CHINESE_LINK = r"\s?(?:[、，,和及与與或至到~～–—-]|以及)\s?"
_NOT_AFTER = {
    "条": frozenset("件约例款目"),
    "款": frozenset("项"),
    "目": frozenset("标的录前"),
    "段": frozenset("落"),
    "节": frozenset("日省约能目制"),
    "点": frozenset("五"),
    "卷": frozenset("入"),
}
"""What shows that the character is part of another word: 条件, 目标."""
_ADJECTIVE = re.compile(
    r"(?:preambular|operative|introductory|new|substantive|provisional|draft|преамбулы|постановляющ\w+)\s"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED = frozenset({"resolution", "decision"})
"""What may have a number that looks like a year."""
_LOOK_BACK = 40


def references(text: str, code: str, dates: Iterable[tuple[int, int]]) -> list[Item]:
    """References of a text, in order and without overlap; `dates` are where dates stand.

    Addresses are told as references without a key, so that nothing is read in them.
    """
    found = [
        Item(start, end, 0.0, "reference", tuple(dict.fromkeys((key, key.partition("(")[0]))), is_symbol=True)
        for start, end, key in symbols(text)
    ]
    found.sort(key=lambda item: (item.start, -item.end))
    taken = _apart(found)
    plain = blank(text, sorted([*((one.start, one.end) for one in taken), *dates]))
    parts = [*_after(plain), *_before(plain)] if code == "zh" else list(_headed(plain, code))
    return _apart(sorted([*taken, *parts], key=lambda item: (item.start, -item.end)))


def spelled(text: str, number: Number, code: str) -> Item | None:
    """A reference whose number is a word: «пятая статья», "article five", "the second paragraph"."""
    if code == "zh" or number.kind == "percent":
        return None
    heads = _heads(code)
    if number.kind == "ordinal" and text[number.end : number.end + 1].isspace():
        adjective = _ADJECTIVE.match(text, number.end + 1)
        match = heads.match(text, adjective.end() if adjective else number.end + 1)
        if match is not None:
            return _reference(number, number.start, match.end(), _meaning(match, code))
    before = list(heads.finditer(text, max(0, number.start - _LOOK_BACK), number.start))
    if before and text[before[-1].end() : number.start] in (" ", "\u00a0"):
        return _reference(number, before[-1].start(), number.end, _meaning(before[-1], code))
    return None


def _reference(number: Number, start: int, end: int, names: frozenset[str]) -> Item:
    return Item(
        start, end, 0.0, "reference", (figure(number.value),), number.value, spelled=True, names=names
    )


def _apart(found: list[Item]) -> list[Item]:
    apart: list[Item] = []
    for item in found:
        if not apart or item.start >= apart[-1].end:
            apart.append(item)
    return apart


def _headed(text: str, code: str) -> Iterator[Item]:
    """«пункты 2 и 3 а) статьи 7» and the like: a word, and what it numbers."""
    listed, label, item = _lists(code)
    for match in listed.finditer(text):
        names = _meaning(match, code)
        yield from _members(text, match.span("list"), (label, item), names, match.start())


def _members(
    text: str,
    span: tuple[int, int],
    patterns: tuple[re.Pattern[str], re.Pattern[str]],
    names: frozenset[str],
    head: int,
) -> Iterator[Item]:
    """Every label of a list; `head` is where the first one begins together with its word."""
    label, item = patterns
    at, end = span
    start = head
    while at < end:
        match = label.match(text, at, end)
        inner = item.match(text, at, end) if match is None else None
        if match is not None:
            keys = label_keys(match[0].strip())
            if keys and not (_YEAR.fullmatch(keys[0]) and names.isdisjoint(_DATED)):
                yield _part(start, match.end(), keys, names)
            at = match.end()
        elif inner is not None:
            written = inner[0].strip(' \u00a0()（）«»"<>')
            yield _part(start if start < at else inner.start(), inner.end(), item_keys(written), PART | names)
            at = inner.end()
        else:
            # A link between two labels; the first label keeps its word, and its 第.
            at += 1
            start = head if start == head else at
            continue
        start = at


def _part(start: int, end: int, keys: tuple[str, ...], names: frozenset[str]) -> Item:
    value = Decimal(keys[0]) if keys[0].isdecimal() else None
    return Item(start, end, 0.0, "reference", keys, value, names=names)


def _after(text: str) -> Iterator[Item]:
    """第五条, 第2(a)和(b)段, 第三至第五章; without 第: (a)项, a款, B部分, and the (i) of 第五条(i)."""
    listed, label, item = _chinese()
    for match in listed.finditer(text):
        word = match["word"] or match["tail"] or match["head"] or ""
        if text[match.end() : match.end() + 1] in _NOT_AFTER.get(word, frozenset()):
            continue
        names = CHINESE_AFTER.get(word, PART)
        if match["letter"]:
            keys = label_keys(match["letter"]) or item_keys(match["letter"])
            yield _part(match.start(), match.end(), keys, names)
            continue
        group = "list" if match["word"] else "item" if match["tail"] else "alone"
        members = list(_members(text, match.span(group), (label, item), names, match.start()))
        if members:
            members[-1] = _extended(members[-1], match)
        yield from members


def _extended(item: Item, match: re.Match[str]) -> Item:
    """The last label together with the word after it, and with the 之二 that may follow: 第七十六条之二."""
    keys = item.keys
    if match["again"]:
        keys = (f"{item.key}.{in_figures(match['again'][1:])}",)
    return _part(item.start, match.end(), keys, item.names)


def _before(text: str) -> Iterator[Item]:
    """附件三, 议程项目5(a), 表2."""
    _, label, item = _chinese()
    for match in _chinese_before().finditer(text):
        yield from _members(
            text, match.span("list"), (label, item), CHINESE_BEFORE[match["word"]], match.start()
        )


def _meaning(match: re.Match[str], code: str) -> frozenset[str]:
    return _named(code, re.sub(r"\s+", " ", match["word"].lower()))


@cache
def _named(code: str, word: str) -> frozenset[str]:
    if code == "en":
        singular = _english_heads().get(word)
        return ENGLISH[singular] if singular else frozenset()
    for pattern, names in RUSSIAN.items():
        if re.fullmatch(pattern, word):
            return names
    return frozenset()


@cache
def _english_heads() -> Mapping[str, str]:
    return {word: word for word in ENGLISH} | {
        ENGLISH_PLURALS.get(word, word.removesuffix(".") + ("s." if word.endswith(".") else "s")): word
        for word in ENGLISH
    }


@cache
def _heads(code: str) -> re.Pattern[str]:
    words = [re.escape(word) for word in _english_heads()] if code == "en" else list(RUSSIAN)
    alternatives = "|".join(sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<word>(?i:{alternatives}))(?=$|\d|[^\w])")


@cache
def _lists(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    label = _ENGLISH_LABEL if code == "en" else _RUSSIAN_LABEL
    item = _ITEM if code == "en" else _RUSSIAN_ITEM
    alone = item if code == "en" else rf"(?:{item}|{_QUOTED_ITEM})"
    member = rf"(?:{label}(?:{alone})*|(?:{alone})+)"
    listed = re.compile(
        rf"{_heads(code).pattern}(?:[\s\u00a0]?(?:No\.|Nos\.|№№?|N)[\s\u00a0]?|[\s\u00a0]|(?=\()|(?<=[.§]))"
        rf"(?P<list>{member}(?:{_LINKS[code]}{member})*)"
    )
    return listed, re.compile(label), re.compile(alone)


@cache
def _chinese() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    label = rf"(?:{_DIGITS}|{_NUMERALS})"
    member = rf"(?:第?\s?{label}(?:{_CHINESE_ITEM})*|第?(?:{_CHINESE_ITEM})+)"
    words = "|".join(sorted(CHINESE_AFTER, key=len, reverse=True))
    listed = re.compile(
        rf"(?:(?=第)(?P<list>{member}(?:{_CHINESE_LINK}{member})*)\s?(?P<word>{words})"
        rf"|(?<![A-Za-z0-9])(?P<letter>[A-Za-z]|[IVX]{{1,5}})\s?(?P<head>部分|节|款|项|目|分段)"
        rf"|(?<!第)(?P<item>{_CHINESE_ITEM}(?:{_CHINESE_LINK}{_CHINESE_ITEM})*)\s?(?P<tail>分段|小项|项|款|目)"
        rf"|(?<=[条款项目段])(?P<alone>{_CHINESE_ITEM}))"
        rf"(?P<again>之(?:[{CHINESE_NUMERALS}]{{1,2}}|\d{{1,2}}))?"
    )
    return listed, re.compile(label), re.compile(_CHINESE_ITEM)


@cache
def _chinese_before() -> re.Pattern[str]:
    label = rf"(?:{_DIGITS}|{_NUMERALS})"
    member = rf"(?:{label}(?:{_CHINESE_ITEM})*|(?:{_CHINESE_ITEM})+)"
    words = "|".join(sorted(CHINESE_BEFORE, key=len, reverse=True))
    return re.compile(
        rf"(?<![发代列外报量力意试企地])(?P<word>{words})\s?(?P<list>{member}(?:{_CHINESE_LINK}{member})*)"
    )
