"""Where a Chinese text may be cut: whether a stretch of it is words, or only characters beside each other.

积分 is no word in 累积分布, which is 累积 and 分布. The dictionary's own words decide, without the model that
guesses new ones: a new term falls into characters there, between which it may be cut anywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from dragoman.languages.simplified import simplified
from dragoman.languages.words.chinese_words import dictionary
from dragoman.languages.words.vocabulary import vocabulary

# What may follow or precede a term whatever word the dictionary makes of both: 碳达峰|时, not 中国人|民.
_LOOSE = vocabulary(
    """
    的 了 着 过 和 与 及 或 并 而 是 为 在 于 对 从 向 由 以 将 把 被 就 也 都 又 不 未 已 时 中 后 前 内 外
    上 下 间 等 之 其 所 且 但 若 如 则 各 该 此 这 那 我 你 他 她 它 您
    """
)

# What makes another word of a term, where it stands alone after it: 国家行为|体 is no 国家行为.
_SUFFIXES = vocabulary("者 性 化 体 学 型 率 论 员")

# What the dictionary has joined to words, though it only points at them or counts them: 该证据, 亿美元.
_POINTING = vocabulary("该 此 这 那 各 其 本 亿 万 千 百 两 数")
# Words of two characters begin many others that have little to do with them.
_SHORT = 2


class Borders:
    """How the dictionary divides one text."""

    def __init__(self, text: str) -> None:
        self._text = simplified(text)
        self._pieces: list[str] = dictionary().cut(self._text, False)
        self._edges = [0, *accumulate(map(len, self._pieces))]
        self._at = [number for number, piece in enumerate(self._pieces) for _ in piece]

    def apart(self, start: int, end: int, term: str = "") -> bool:
        """Whether a stretch of the text stands for itself, and is no chance of its neighbours.

        `term` is the stretch as a list has it, without the spaces and quotes that the text may have in it.
        """
        first, last = self._at[start], self._at[end - 1]
        before, after = self._text[self._edges[first] : start], self._text[end : self._edges[last + 1]]
        if not after and last + 1 < len(self._pieces) and self._pieces[last + 1] in _SUFFIXES:
            return False
        if not before and not after:
            return True
        known = dictionary().has_word
        if first == last:
            return _in_compound(before, after, end - start)
        unknown = not known(term or self._text[start:end])
        # The rest of the word that reaches over an edge, and what the term has of that word.
        sides = (
            (before, self._text[start : self._edges[first + 1]]),
            (after, self._text[self._edges[last] : end]),
        )
        crossed = [(rest, own) for rest, own in sides if rest]
        if all(_is_word(rest) and _is_word(own) for rest, own in crossed):
            return True  # 国家安全|部门: 安全部门 is 安全 and 部门
        return unknown and len(crossed) == 1 and crossed[0][0] in _LOOSE


def _in_compound(before: str, after: str, length: int) -> bool:
    """Whether a term stands for itself in a longer word of the dictionary.

    It does at the end, the head of a compound (协定 in 贸易协定, not 积分 in 微积分), and after 该 or 亿; at
    the beginning only if it is longer (阿根廷 in 阿根廷共和国, not 基础 in 基础设施).
    """
    if not after:
        return _is_word(before) or (before in _POINTING and length >= _SHORT)
    return not before and _is_word(after) and length > _SHORT


def _is_word(part: str) -> bool:
    return len(part) > 1 and dictionary().has_word(part)


def inside_name(names: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch is a part of the name of a person: 国强 in 李国强."""
    return any(first < end and start < last and not (start <= first and last <= end) for first, last in names)
