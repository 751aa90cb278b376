"""Numbers in digits: grouping, decimals, fractions, and what only looks like a number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from dragoman.languages.quantities.numerals import EXACT, LONGEST, Marks, listed

GAP = " \u00a0\u2007\u2009\u202f"
"""Spaces that may part groups of three digits."""

_VULGAR = {
    entry[0]: tuple(map(Decimal, entry[1:].split("/")))
    for entry in listed(
        "½1/2 ⅓1/3 ⅔2/3 ¼1/4 ¾3/4 ⅕1/5 ⅖2/5 ⅗3/5 ⅘4/5 ⅙1/6 ⅚5/6 ⅐1/7 ⅛1/8 ⅜3/8 ⅝5/8 ⅞7/8 ⅑1/9 ⅒1/10"
    )
}
# The zeros of other digits, all of which come in runs of ten: Arabic, Persian, Devanagari, Bengali, Thai,
# Burmese, Khmer, Lao, Tibetan, full width.
_ZEROS = "٠۰०০๐၀០໐༠０"
_OTHER_DIGITS = {chr(ord(zero) + value): str(value) for zero in _ZEROS for value in range(10)}
_OTHER_DIGIT = "".join(f"{zero}-{chr(ord(zero) + 9)}" for zero in _ZEROS)
FIGURE = re.compile(f"[0-9{''.join(_VULGAR)}{_OTHER_DIGIT}]")
"""Anything that figures can begin with."""

_CLUSTER = re.compile(rf"[0-9](?:[0-9]+|[.,٫٬’'](?=[0-9])|[{GAP}](?=[0-9]{{3}}(?![0-9])))*")
_VULGAR_ALONE = re.compile(rf"[{''.join(_VULGAR)}]")
_DIGITS = re.compile(r"\d+")
# 12 345,67 / 12.345,67 / 12,345.67 / 12'345.67
_GROUPED = re.compile(
    rf"(?P<first>\d{{1,3}})(?P<sep>[{GAP}.,٬’'])\d{{3}}(?:(?P=sep)\d{{3}})*(?:(?P<mark>[.,٫])(?P<rest>\d+))?"
)
_DECIMAL = re.compile(r"(?P<whole>\d+)(?P<mark>[.,٫])(?P<rest>\d+)")
_DENOMINATOR = re.compile(r"[/⁄](\d{1,2})(?![\d/]|[.,]\d)")
# Larger denominators in figures are resolutions, seasons and the like: 60/1, 2014/15, 16/18.
_LARGEST_DENOMINATOR = 12
_LARGEST_MIXED = 1000

_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SYMBOL = re.compile(r"[A-Z][A-Za-z]*(?:\.[A-Za-z]+)*(?>(?:/[A-Za-z0-9.()*_-]*[A-Za-z0-9)])+)(?!:\d)")
_NAME = re.compile("(?:COVID|Covid|covid)-19")
_SYMBOL_PART = re.compile(r"(?:Corr|Add|Rev|Amend)\.\s?\d+(?:[-–]\d+)?")
_FULL_WIDTH = {"．": ".", "％": "%", "／": "/", "：": ":", "－": "-", "\u2010": "-", "\u2011": "-"}
_NARROW = str.maketrans(_FULL_WIDTH | _OTHER_DIGITS)
_WIDE = re.compile(f"[{''.join(_FULL_WIDTH)}{_OTHER_DIGIT}]")

# Digits that are glued to a word, or to the punctuation after one, are a footnote mark or part of a name
# (CO2), unless they are money, a year whose space was lost, or a group of states (G20).
_FOOTNOTE_AFTER = re.compile(r"(?:[a-zа-я]{3}[,;:]|[a-zа-я]{6}\.|>>|»)$")
_MONEY = re.compile(r"(?:\b(?:euro?|usd|rub|cny|rmb|chf|gbp|jpy)|\$[a-z])$")
_LOST_SPACE = re.compile(r"[a-zа-я]{3}$")
_YEAR = re.compile(r"[12]\d{3}")
_STATES = re.compile(r"\bg$")
_GROUPS_OF_STATES = frozenset({"7", "8", "20", "24", "77"})
_LOOK_BACK = 8
_FREE = frozenset(" \u00a0(\0")
_FRACTION_SIGNS = frozenset([*_VULGAR, "/", "⁄"])
_LAST_CYRILLIC = "\u052f"


class Figure(NamedTuple):
    """A number in digits."""

    start: int
    end: int
    value: Decimal


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with stretches blanked out, which are given in order; all offsets stay."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        if end > at:
            start = max(start, at)
            pieces += (text[at:start], "\0" * (end - start))
            at = end
    return "".join((*pieces, text[at:])) if pieces else text


def _blanked(match: re.Match[str]) -> str:
    return "\0" * (match.end() - match.start())


def prepared(text: str) -> str:
    """The text with addresses, document symbols (A/RES/70/1) and COVID-19 blanked out.

    Digits of all scripts are made 0 to 9 and full-width marks narrow; all offsets stay. The full-width
    comma parts clauses, never digits, and is left alone.
    """
    if not text.isascii() and _WIDE.search(text):
        text = text.translate(_NARROW)
    if "/" in text:
        if "://" in text or "www." in text:
            text = _ADDRESS.sub(_blanked, text)
        text = _SYMBOL.sub(_blanked, text)
        text = _SYMBOL_PART.sub(_blanked, text)
    if "-19" in text:
        text = _NAME.sub(_blanked, text)
    return _ADDRESS.sub(_blanked, text) if "@" in text else text


def figures(lower: str, marks: Marks) -> list[Figure]:
    """Numbers in digits of a text in lower case, in order."""
    found: list[Figure] = []
    taken = 0
    for match in _CLUSTER.finditer(lower):
        start = match.start()
        if start < taken or (start and lower[start - 1] not in _FREE and _is_glued(lower, start, match[0])):
            continue
        for first, last, value in _pieces(match[0], marks):
            figure = Figure(start + first, start + last, value)
            if lower[figure.end : figure.end + 1] in _FRACTION_SIGNS:
                figure = _with_fraction(lower, figure)
            taken = figure.end
            found.append(figure)
    if not lower.isascii() and _VULGAR_ALONE.search(lower):
        found.extend(_vulgar_fractions(lower))
        found.sort()
    return _mixed(lower, found) if any(figure.value < 1 for figure in found) else found


def _mixed(lower: str, found: list[Figure]) -> list[Figure]:
    """Figures with 2 1/2 as one number."""
    mixed: list[Figure] = []
    for figure in found:
        if mixed and 0 < figure.value < 1 and _is_mixed(lower, mixed[-1], figure):
            whole = mixed.pop()
            figure = Figure(whole.start, figure.end, whole.value + figure.value)
        mixed.append(figure)
    return mixed


def _is_mixed(lower: str, whole: Figure, fraction: Figure) -> bool:
    """Whether a fraction belongs to the whole number before it: 2 1/2."""
    is_near = whole.end + 1 == fraction.start and lower[whole.end] in GAP
    is_fraction = lower[fraction.start] != "0"
    return is_near and is_fraction and 0 < whole.value < _LARGEST_MIXED and whole.value % 1 == 0


def _is_glued(lower: str, start: int, cluster: str) -> bool:
    """Whether digits belong to what stands directly before them."""
    last = lower[start - 1]
    before = lower[max(0, start - _LOOK_BACK) : start]
    if last in ",;:.>»":
        return _FOOTNOTE_AFTER.search(before) is not None
    if last > _LAST_CYRILLIC or not (last.isalpha() or last == "_"):
        return False
    if _MONEY.search(before) or (_YEAR.fullmatch(cluster) and _LOST_SPACE.search(before)):
        return False
    return not (_STATES.search(before) and cluster in _GROUPS_OF_STATES)


def _vulgar_fractions(lower: str) -> Iterable[Figure]:
    """Fraction characters that stand alone."""
    for match in _VULGAR_ALONE.finditer(lower):
        if match.start() == 0 or not lower[match.start() - 1].isdecimal():
            yield Figure(match.start(), match.end(), _vulgar(match[0]))


def _vulgar(character: str) -> Decimal:
    over, under = _VULGAR[character]
    return EXACT.divide(over, under)


def _with_fraction(lower: str, figure: Figure) -> Figure:
    """3½, 1/2 and 2 1/2 as one number each."""
    following = lower[figure.end : figure.end + 1]
    if following in _VULGAR:
        return Figure(figure.start, figure.end + 1, figure.value + _vulgar(following))
    if following in ("/", "⁄"):
        fraction = _fraction(lower, figure)
        return figure if fraction is None else fraction
    return figure


def _fraction(lower: str, numerator: Figure) -> Figure | None:
    """1/2, or None for a numerator that does not belong to a simple fraction."""
    match = _DENOMINATOR.match(lower, numerator.end)
    if match is None or lower[max(0, numerator.start - 1)] in "/⁄" or numerator.value % 1:
        return None
    under = Decimal(match[1])
    if not 0 < numerator.value < under <= _LARGEST_DENOMINATOR:
        return None
    return Figure(numerator.start, match.end(), EXACT.divide(numerator.value, under))


def _pieces(cluster: str, marks: Marks) -> list[tuple[int, int, Decimal]]:
    """The numbers of a run of digits and separators, with offsets in it."""
    value = _value(cluster, marks)
    if value is not None:
        return [(0, len(cluster), value)]
    for separators in (GAP, ",٬’'"):
        if any(separator in cluster for separator in separators):
            return [
                (part.start() + start, part.start() + end, number)
                for part in re.finditer(f"[^{separators}]+", cluster)
                for start, end, number in _pieces(part[0], marks)
            ]
    # Full stops alone are left: 5.2.1 numbers a paragraph and has no single value.
    return []


def _value(cluster: str, marks: Marks) -> Decimal | None:
    """The value of a run of digits and separators, or None where it is no single number."""
    if len(cluster) > LONGEST:
        return None
    if cluster.isdecimal():
        return Decimal(cluster)
    grouped = _GROUPED.fullmatch(cluster)
    if grouped is not None and _is_grouping(grouped, cluster, marks.groups):
        whole = "".join(
            _DIGITS.findall(cluster, 0, grouped.start("mark") if grouped["mark"] else len(cluster))
        )
        return Decimal(f"{whole}.{grouped['rest']}") if grouped["mark"] else Decimal(whole)
    split = _DECIMAL.fullmatch(cluster)
    if split is None:
        return None
    whole, mark, rest = split["whole"], split["mark"], split["rest"]
    # A comma that is not the decimal mark parts a list: rules 3,4; so does one between two years.
    if mark == "," and (marks.decimal == "." or (len(whole) == 4 and len(rest) == 4)):
        return None
    return Decimal(f"{whole}.{rest}")


def _is_grouping(grouped: re.Match[str], cluster: str, groups: str) -> bool:
    separator, mark = grouped["sep"], grouped["mark"]
    if grouped["first"].startswith("0") or separator == mark:
        return False
    # One group behind a mark that the language does not group by is a decimal: 1,234 in Russian.
    return (
        separator in GAP
        or separator in "’'"
        or separator in groups
        or bool(mark)
        or cluster.count(separator) > 1
    )
