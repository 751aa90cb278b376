"""Words that speak of a number without being one: bilateral and 双方 of two, a single one of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from dragoman.languages.quantities.figures import blank
from dragoman.versions.values.item import Item

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "0": r"\bno\b|\bnone\b|zero|nil",
        "0.5": r"half|halv|mid|semi|bi",
        "1": r"\bone|first|single|sole|once|initial|mono|each|former|origin|prim",
        "2": r"\btwo|second|both|twice|doubl|\bbi|pair|couple|dual|either|half|latter|mutual|twin|neither",
        "3": r"three|third|tripl|\btri|thrice", "4": r"\bfour|quarter|quad", "5": r"\bfive|fifth|quin",
        "6": r"\bsix|half-year|hex", "7": r"\bseven", "8": r"\beight", "9": r"\bnin",
        "10": r"\bten|decade|deci",
        "12": r"dozen|twel|\byear|annual", "100": r"hundred|centur|centen", "1000": r"thousand|millen",
        "1000000": r"million", "1000000000": r"billion",
    },
    "ru": {
        "0": r"\bнол|\bнул|\bнет\b|\bни\b",
        "0.5": r"\bпол|половин|серед",
        "1": r"\bодн|\bодин|един|перв|раз\b|однаж|\bодно|начал|ряд",
        "2": r"\bдв[уоае]|\bоб[аеои]|втор|\bпар[аыуо]|вдвое|удво|взаимн|двой|полугод|дважд",
        "3": r"\bтр[иеёо]|тройк", "4": r"\bчетв|\bчетыр|кварт", "5": r"\bпят", "6": r"\bшест|полугод",
        "7": r"\bсем[иь]|\bседьм", "8": r"\bвос[еь]м", "9": r"\bдевят", "10": r"\bдесят|декад",
        "12": r"двенадц|\bгод|дюжин", "100": r"\bсот|\bсто\b|столет|\bвек", "1000": r"тысяч",
        "1000000": r"миллион|млн", "1000000000": r"миллиард|млрд",
    },
    "zh": {
        "0": "零|无|没有|未", "0.5": "半", "1": "一|首|单|初|每|唯|某|独",
        "2": "二|两|兩|双|雙|对|倍|彼此|另|再|次|乙", "3": "三|参|叁", "4": "四|季", "5": "五",
        "6": "六|半年", "7": "七", "8": "八", "9": "九", "10": "十|旬",
        "12": "十二|年|打", "100": "百|世纪", "1000": "千", "1000000": "百万", "1000000000": "十亿",
    },
}  # fmt: skip
_SHARES = {"50": "0.5", "200": "2", "300": "3"}
"""What a percentage is in other words: a half, twice."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


def echoed(item: Item, text: str, matched: Iterable[Item], code: str) -> bool:
    """Whether the other text, apart from its `matched` values, has a word or figure that may mean a value."""
    spans = sorted((one.start, one.end) for one in matched)
    rest = blank(text, spans).lower()
    if not _numerals(rest).isdisjoint(item.keys):
        return True
    key = _SHARES.get(item.key, item.key) if item.kind == "percent" else item.key
    pattern = _pattern(code, key)
    return pattern is not None and pattern.search(rest) is not None


def _numerals(text: str) -> frozenset[str]:
    return frozenset(one.replace(",", ".") for one in _DIGITS.findall(text)) | frozenset(
        one.replace(",", "") for one in _DIGITS.findall(text)
    )


@cache
def _pattern(code: str, key: str) -> re.Pattern[str] | None:
    words = _WORDS.get(code, {}).get(key)
    return re.compile(words) if words else None
