"""The unit beside a number, and units without one: kilometres, months, dollars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.languages.words.vocabulary import vocabulary
from dragoman.versions.values.unit_names import MEASURES, SIGNS
from dragoman.versions.values.unit_patterns import after_number, meanings, sign_before, without_number

_RATES: Mapping[str, Mapping[str, str]] = {
    "en": {"annual": "year", "annually": "year", "yearly": "year", "annum": "year", "monthly": "month",
           "weekly": "week", "daily": "day", "hourly": "hour", "quarterly": "quarter"},
    "ru": {"ежегодн": "year", "годов": "year", "ежемесячн": "month", "еженедельн": "week", "ежедневн": "day",
           "ежеквартальн": "quarter", "ежечасн": "hour"},
    "zh": {"年度": "year", "月度": "month", "季度": "quarter", "逐年": "year", "逐月": "month",
           "日常": "day"},
}  # fmt: skip
"""Other words for each year, month and so on."""
_RATE_ENDS = {"en": r"\b", "ru": r"\w+", "zh": ""}
_AMBIGUOUS = vocabulary(
    """
    won sum sums som soms rand rands lira drams dram foot feet yard yards pound pounds second seconds minute
    minutes ounce cents cent quarter quarters shilling metre meter tons ton baht lari sec sec. min min.
    сом сома сому сомом сум сума суму сумом сумы вон вона воны драм драма драмы драму лари лир лира лиры
    крон крона кроны бат бата сек мин час. минут минуту минуты секунд му мили миля цент рэнд
    """
)
"""Words that are units after a number only."""
_SHORTEST = 3
"""Letters of a word that is a unit without a number beside it."""
_NO_UNIT = re.compile(
    r"年代|年级|年度|日[本元圆]|人权|人民|元素|元首|周边|周围|米粒|度假|人道|名称|名义|户口|克服|升级"
)
"""What only begins like a unit."""
_INSIDE = {
    "летн": "year", "лети": "year", "годич": "year", "дневн": "day", "суточн": "day", "недельн": "week",
    "месячн": "month", "часов": "hour", "минутн": "minute", "процентн": "percent", "километров": "kilometre",
    "тонн": "tonne", "decade": "year",
}  # fmt: skip
"""Units that are part of the word that tells the number: «пятилетний»."""
_POINTS = re.compile(r"percentage\spoint|процентн\w*\sпункт|п\.\s?п\.|百分点")
_LONGEST_SIGN = 6
_LONGEST_POINT = 14


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in a text: what its word may mean, and from where to where it stands."""

    names: frozenset[str]
    start: int
    end: int

    @property
    def dimensions(self) -> frozenset[str]:
        """What it measures."""
        return frozenset(MEASURES[name][0] for name in self.names)

    def fits(self, other: Unit) -> bool:
        """Whether both may mean the same unit."""
        return not self.names.isdisjoint(other.names)


def unit_of(text: str, start: int, end: int, code: str, kind: str) -> Unit | None:
    """The unit of the number `text[start:end]`: after it, or a sign of money before it, or inside it."""
    written = text[start:end].lower()
    if kind == "percent":
        is_points = _POINTS.search(text[start : end + _LONGEST_POINT].lower()) is not None
        return Unit(frozenset({"percentage_point" if is_points else "percent"}), start, end)
    if text.startswith(("百分之[", "百分之("), start - 4):
        return Unit(frozenset({"percent"}), start - 4, end)
    sign = sign_before().search(text, max(0, start - _LONGEST_SIGN), start)
    if sign is not None:
        return Unit(frozenset({SIGNS[sign["sign"]]}), *sign.span("sign"))
    for stem, name in _INSIDE.items():
        if stem in written:
            return Unit(frozenset({name}), start, end)
    match = after_number(code).match(text, end)
    if match is None or (len(match["unit"]) == 1 and _NO_UNIT.match(text, match.start("unit"))):
        return None
    if match["unit"] == "м" and match.start("unit") == end:
        return None  # 2м is "the 2nd" with its hyphen lost, far more often than two metres
    names = meanings(code, match["unit"])
    return Unit(names, *match.span("unit")) if names else None


def units_alone(text: str, code: str) -> Iterator[tuple[int, Unit]]:
    """Units without a number: a month, each year, annually, in euros; each with where its words begin."""
    for match in without_number(code).finditer(text):
        group = match.lastgroup or "unit"
        word = match[group]
        if word[0].isupper() or _NO_UNIT.match(text, match.start(group)):
            continue
        if code != "zh" and (len(word) < _SHORTEST or word.lower() in _AMBIGUOUS):
            continue
        names = meanings(code, word)
        if names:
            yield match.start(), Unit(names, *match.span(group))
    for match in _rate(code).finditer(text):
        yield match.start(), Unit(frozenset({_RATES[code][match["word"].lower()]}), *match.span())


def ratio(left: Unit, right: Unit) -> float:
    """How many of the right unit one of the left is; 0 where that is not fixed."""
    for one in left.names:
        for other in right.names:
            (dimension, factor), (its_dimension, its_factor) = MEASURES[one], MEASURES[other]
            if dimension == its_dimension and factor and its_factor:
                return factor / its_factor
    return 0.0


@cache
def _rate(code: str) -> re.Pattern[str]:
    words = "|".join(sorted(_RATES[code], key=len, reverse=True))
    return re.compile(rf"(?P<word>{words}){_RATE_ENDS[code]}", re.IGNORECASE)
