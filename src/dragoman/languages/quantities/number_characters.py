"""Numbers in Chinese characters, and figures followed by characters (190.27亿)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dragoman.languages.model import NumberKind
from dragoman.languages.quantities.character_tokens import Token, informal, number_tokens, word_tokens
from dragoman.languages.quantities.figures import Figure
from dragoman.languages.quantities.numerals import EXACT, LONGEST, Characters, Found

_LABEL_AFTER = tuple("、.．)）")
_OPENING = " \t\u3000(（"
_LOOK_BACK = 4
_HALF = Decimal("0.5")
_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_MYRIAD = Decimal(10**4)


class _Reading(NamedTuple):
    """A value and the index of the first token after it.

    `low` is the lesser of two where it is a guess (三四十); `is_name` that the digits count nothing (五四).
    """

    value: Decimal
    after: int
    scale: Decimal = _ONE
    low: Decimal | None = None
    is_name: bool = False


def read_characters(text: str, figures: Sequence[Figure], characters: Characters) -> list[Found]:
    """All numbers of a text, in order: in characters, in figures, and where the two mix."""
    text = informal(text, characters)
    tokens = number_tokens(text, figures, characters)
    found: list[Found] = []
    index = 0
    while index < len(tokens):
        reading = _with_decimals(text, tokens, _whole(tokens, index), characters)
        found.extend(_completed(text, tokens, index, reading, characters))
        index = reading.after
        if found and found[-1].end > tokens[index - 1].end:
            # The reading was the denominator of a fraction that reaches further.
            while index < len(tokens) and tokens[index].start < found[-1].end:
                index += 1
    return found


def character_value(word: str, characters: Characters) -> int | None:
    """The value of a whole number that is written in characters and nothing else; None for other words."""
    tokens = word_tokens(word, characters)
    reading = _whole(tokens, 0) if tokens else None
    return int(reading.value) if reading is not None and reading.after == len(word) else None


def _whole(tokens: Sequence[Token], first: int) -> _Reading:
    """The whole number that begins at a token."""
    end = first + 1
    while end < len(tokens) and tokens[end].joined and end - first < LONGEST:
        end += 1
    digits = first
    while digits < end and tokens[digits].role == "digit":
        digits += 1
    if digits - first < 2:
        return _by_units(tokens, first, end)
    low, high = tokens[first].value, tokens[first + 1].value
    if digits - first == 2 and low > 0 and high - low == 1:
        return _guess(tokens, first, end)
    if digits == end or tokens[digits].role == "myriad":
        return _digit_by_digit(tokens, first, digits, end)
    return _by_units(tokens, first, end)


def _guess(tokens: Sequence[Token], first: int, end: int) -> _Reading:
    """两三 as 2 or 3, 三四十 as 30 or 40."""
    high = _by_units(tokens, first + 1, end)
    factor, rest = divmod(high.value, tokens[first + 1].value)
    return _Reading(high.value, high.after, high.scale, tokens[first].value * (factor if rest == 0 else _ONE))


def _digit_by_digit(tokens: Sequence[Token], first: int, digits: int, end: int) -> _Reading:
    """二〇二四; two digits without a zero (五四) are a name rather than a number."""
    values = "".join(str(token.value) for token in tokens[first:digits])
    scale, index = _ONE, digits
    while index < end and tokens[index].role == "myriad":
        scale *= tokens[index].value
        index += 1
    return _Reading(Decimal(values) * scale, index, scale, is_name=len(values) == 2 and "0" not in values)


def _by_units(tokens: Sequence[Token], first: int, end: int) -> _Reading:
    """三亿五千万: sections below 10^4, each times its power of 10^4."""
    total, top, scale = Decimal(0), Decimal(0), _ONE
    index = first
    while index < end:
        section, after = _section(tokens, index, end)
        factor, following = _ONE, after
        while following < end and tokens[following].role == "myriad":
            factor *= tokens[following].value
            following += 1
        if following == after:
            # 三万五 is 35,000; 三万零五 begins its section with a zero.
            is_short = top and after == index + 1 and tokens[index].role == "digit"
            return _Reading(
                total + (section * top / 10 if is_short else section), max(after, first + 1), scale
            )
        section = _ONE if after == index else section
        # In 一万二千亿 the greater factor comes last and multiplies all.
        total = (total + section) * factor if factor > top else total + section * factor
        top = scale = factor
        index = following
    return _Reading(total, index, scale)


def _section(tokens: Sequence[Token], first: int, end: int) -> tuple[Decimal, int]:
    """A number below 10^4, or a figure, and the index after it: 三千二百零五."""
    total, room, index = Decimal(0), _MYRIAD, first
    after_zero = False
    while index < end and tokens[index].role != "myriad":
        token = tokens[index]
        following = tokens[index + 1] if index + 1 < end else None
        if token.role == "unit":
            if token.value >= room:
                break
            total, room, index = total + token.value, token.value, index + 1
        elif following is not None and following.role == "unit" and following.value < room:
            total, room, index = total + token.value * following.value, following.value, index + 2
        elif (
            token.value == 0 and token.role == "digit" and following is not None and following.role == "digit"
        ):
            after_zero, index = True, index + 1
        elif token.role == "figure" and index > first:
            break
        else:
            # 一百五 is 150, 一百零五 is 105.
            is_short = token.role == "digit" and not after_zero and _HUNDRED <= room < _MYRIAD
            return total + (token.value * room / 10 if is_short else token.value), index + 1
    return total, index


def _completed(
    text: str, tokens: Sequence[Token], first: int, reading: _Reading, characters: Characters
) -> list[Found]:
    """The number with its fraction, prefix and suffix; none where it counts nothing."""
    start, end = tokens[first].start, tokens[reading.after - 1].end
    fraction = _fraction(text, tokens, reading, characters)
    if fraction is not None:
        return [fraction._replace(start=start)]
    if text[max(0, start - 2) : start].rstrip(" ").endswith(characters.ordinal):
        start = text.rindex(characters.ordinal, 0, start)
        return [Found(start, end, reading.value, "ordinal", reading.scale)]
    if not _counts(text, tokens, first, reading, characters):
        return []
    value = reading.value + _HALF if characters.half_after.match(text, end) else reading.value
    kind: NumberKind = "ordinal" if characters.century.match(text, end) else "cardinal"
    if reading.low is None:
        return [Found(start, end, value, kind, reading.scale)]
    middle = tokens[first].end
    return [Found(start, middle, reading.low, kind), Found(middle, end, value, kind, reading.scale)]


def _with_decimals(text: str, tokens: Sequence[Token], reading: _Reading, characters: Characters) -> _Reading:
    """二十五点五, 二点五亿; but 三点十分 is a time."""
    index, end = reading.after, tokens[reading.after - 1].end
    if index >= len(tokens) or text[end] not in characters.point or tokens[index].start != end + 1:
        return reading
    after = index
    while after < len(tokens) and tokens[after].role == "digit" and (after == index or tokens[after].joined):
        after += 1
        if after - index > LONGEST:
            return reading
    more = tokens[after] if after < len(tokens) and tokens[after].joined else None
    if after == index or (more is not None and more.role == "unit"):
        return reading
    decimals = "".join(str(token.value) for token in tokens[index:after])
    value, scale = reading.value + Decimal(f"0.{decimals}"), _ONE
    while after < len(tokens) and tokens[after].role == "myriad" and tokens[after].joined:
        scale *= tokens[after].value
        after += 1
    return _Reading(value * scale, after, scale)


def _fraction(text: str, tokens: Sequence[Token], reading: _Reading, characters: Characters) -> Found | None:
    """三分之一, 百分之五, 二又三分之一: the fraction that begins with a number; None where none does."""
    whole, index, end = Decimal(0), reading.after, tokens[reading.after - 1].end
    if index >= len(tokens):
        return None
    if text.startswith(characters.mixed, end) and tokens[index].start == end + len(characters.mixed):
        whole, reading = reading.value, _whole(tokens, index)
        index, end = reading.after, tokens[reading.after - 1].end
    at = end + len(characters.share)
    if not text.startswith(characters.share, end) or index >= len(tokens) or tokens[index].start > at + 1:
        return None
    if reading.value == 0 or reading.value % 1:
        return None
    numerator = _with_decimals(text, tokens, _whole(tokens, index), characters)
    last = tokens[numerator.after - 1].end
    if reading.value == _HUNDRED and not whole:
        return Found(tokens[index].start, last, numerator.value, "percent")
    return Found(tokens[index].start, last, whole + EXACT.divide(numerator.value, reading.value))


def _counts(
    text: str, tokens: Sequence[Token], first: int, reading: _Reading, characters: Characters
) -> bool:
    """Whether a numeral without prefix is meant as a number, and exactly."""
    head = tokens[first]
    if head.role == "figure" or reading.is_name:
        return not reading.is_name
    end = tokens[reading.after - 1].end
    before = text[max(0, head.start - _LOOK_BACK) : head.start]
    if text[end : end + 1] and text[end] in characters.vague_after:
        return False
    if head.role in ("unit", "myriad") and characters.vague.search(before):
        return False
    if reading.after > first + 1:
        return True
    if head.role == "myriad" or (head.role == "unit" and head.value >= _HUNDRED):
        return characters.per.search(before) is not None
    if head.role == "digit" and head.value <= 1:
        is_first = head.start <= _LOOK_BACK and not before.strip(_OPENING)
        is_label = is_first and text[end : end + 1] in _LABEL_AFTER
        is_named = characters.one.search(before) and not characters.one_not.match(text, end)
        return bool(is_label or is_named or characters.half_after.match(text, end))
    return True
