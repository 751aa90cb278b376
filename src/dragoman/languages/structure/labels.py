"""The numbers and letters that a text gives its own parts, in one form for all languages.

"Статья 5", "Article V" and 第五条 are all "article 5"; "б)" in a Russian list and "(b)" in an
English one are both "b"; （二）, "(ii)" and "2." are all "2".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from dragoman.languages.quantities.roman import roman
from dragoman.languages.structure.counting import CHINESE_NUMERALS, in_figures

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CHINESE = f"[{CHINESE_NUMERALS}]{{1,8}}"
_NUMBER = rf"(?P<number>\d{{1,4}}(?:\.\d{{1,3}}){{0,4}}|[IVXLCХ]{{1,8}}|{_CHINESE})"
# "5", "5.2", "1.a"
_LEVELS = r"(?P<levels>\d{1,3}(?:\.(?:\d{1,3}|[^\W\d_])(?![^\W_])){0,5})"
_LOWER_LEVELS = r"(?P<levels>\d{1,3}(?:\.(?:\d{1,3}|[^\W\d_])(?![^\W_])){1,5})"
# One character that is a number by itself: ① ⑴ ⒈ ㈠ ㊀.
_ENCLOSED = re.compile(r"[\u2460-\u249b\u3220-\u3229\u3280-\u3289]\s*")
_PUNCTUATION_AFTER_HEAD = frozenset(":：.。,，、")
# After "5.2" without a full stop of its own these show a quantity, not a paragraph.
_QUANTITIES = frozenset("%％‰°万亿萬億千百度倍个個年月日")
_CHAPTERS = frozenset({"chapter", "section", "part", "annex", "title"})


@dataclass(frozen=True, slots=True)
class StructureWords:
    """How a language names the parts of a document."""

    before: Mapping[str, str] = field(default_factory=dict)
    """Words before a number, in small letters, with the neutral name: статья -> article."""
    after: Mapping[str, str] = field(default_factory=dict)
    """Words after a number that `opens` opens: 条 -> article."""
    opens: str = ""
    """What opens such a number: 第."""
    letters: str = _LATIN
    """The alphabet of lettered items, as drafters use it."""
    look_alikes: Mapping[str, str] = field(default_factory=dict)
    """Letters of it that may stand for Latin ones: В. after A."""
    running: str = r"(?!)"
    """Pattern of what, right after such a number, shows that a sentence begins with it."""


class Label(NamedTuple):
    """A label as it was found."""

    text: str
    style: str
    """Tells kinds of numbering apart, "(a)" from "a."; the noun for articles and chapters."""
    end: int
    other: str = ""
    """What else it may be: a letter for a Roman number, a Latin letter for a Cyrillic one like it."""
    doubtful: bool = False
    """Whether it may be no label at all unless its neighbours are: «г. Москва», 第五条规定."""

    @property
    def is_article(self) -> bool:
        """Whether this is a numbered article."""
        return self.style == "article"

    @property
    def is_chapter(self) -> bool:
        """Whether this opens a chapter, section, part, annex or title."""
        return self.style in _CHAPTERS


class LabelReader:
    """Reads the label at the beginning of a block, for one language."""

    def __init__(self, words: StructureWords) -> None:
        self._words = words
        letter = f"(?P<letter>(?i:[{_LATIN}{words.letters}]))"
        chinese = f"(?P<chinese>{_CHINESE})"
        self._running = re.compile(words.running)
        self._head = re.compile(rf"(?P<word>(?i:{_any_of(words.before)}))[ \u00a0]*{_NUMBER}(?!\w)")
        self._framed = re.compile(
            rf"(?:{words.opens or '(?!)'})[ ]?{_NUMBER}[ ]?(?P<word>{_any_of(words.after)})"
            rf"(?:之(?P<sub>{_CHINESE}|\d{{1,2}}))?"
        )
        numeral = "(?P<roman>(?i:[ivxlc]{2,8}|[ivx]))"
        self._bracketed = re.compile(
            rf"(?P<open>[(（\[])?[ ]?(?:{_LEVELS}|{chinese}|{numeral}|{letter})[ ]?[)）\]]\s*"
        )
        # An initial is no label: "А. С. Иванов".
        self._dotted = re.compile(
            rf"(?:{_LEVELS}(?:[.．](?!\d|[^\W\d_\u2e80-\uffff]\s)|、)|{chinese}[、．.]"
            rf"|(?:(?P<roman>[IVX]|[IVXLCХ]{{2,8}})|{letter})[.．、](?=\s)(?!\s*[^\W\d_]\.))\s*"
        )
        self._bare = re.compile(rf"{_LOWER_LEVELS}\s+")

    def read(self, text: str, start: int, end: int) -> Label | None:
        """The label that opens `text[start:end]`, or None."""
        head = self._head.match(text, start, end)
        if head is not None and self._ends_head(text, head.end(), end):
            name = self._words.before[head["word"].lower()]
            return Label(f"{name} {in_figures(head['number'])}", name, head.end())
        framed = self._framed.match(text, start, end)
        if framed is not None and not self._running.match(text, framed.end(), end):
            name = self._words.after[framed["word"]]
            number = in_figures(framed["number"]) + (f".{in_figures(framed['sub'])}" if framed["sub"] else "")
            apart = framed.end() == end or not text[framed.end()].isalnum()
            return Label(f"{name} {number}", name, framed.end(), doubtful=not apart)
        return self._read_item(text, start, end)

    def _ends_head(self, text: str, position: int, end: int) -> bool:
        """Whether the number of an article is followed by what follows a heading."""
        if position == end or text[position] in _PUNCTUATION_AFTER_HEAD:
            return True
        if not text[position].isspace():
            return False
        rest = text[position:end].lstrip()[:40]
        return not rest[:1].islower() and not self._running.match(rest)

    def _read_item(self, text: str, start: int, end: int) -> Label | None:
        enclosed = _ENCLOSED.match(text, start, end)
        if enclosed is not None:
            return Label(str(int(unicodedata.numeric(text[start]))), "enclosed", enclosed.end())
        bracketed = self._bracketed.match(text, start, end)
        if bracketed is not None:
            return self._item(bracketed, "()" if bracketed["open"] else ")")
        dotted = self._dotted.match(text, start, end)
        if dotted is not None:
            return self._item(dotted, ".")
        bare = self._bare.match(text, start, end)
        if bare is None or bare.end() == end:
            return None
        following = text[bare.end()]
        if not following.isalpha() or following.islower() or following in _QUANTITIES:
            return None
        return Label(self._levels(bare["levels"]), ".1", bare.end())

    def _item(self, match: re.Match[str], style: str) -> Label | None:
        if match["levels"]:
            return Label(self._levels(match["levels"]), style + "1", match.end())
        if match["chinese"]:
            return Label(in_figures(match["chinese"]), style + "一", match.end())
        written = match["roman"] or match["letter"]
        style += "A" if written.isupper() else "a"
        small = written.lower()
        doubtful = style.startswith(".") and len(written) == 1
        if match["letter"]:
            other = self._words.look_alikes.get(small, "")
            return Label(self._position(small), style, match.end(), other, doubtful)
        value = roman(written.upper())
        if value is None:
            return None
        return Label(str(value), style, match.end(), small if len(small) == 1 else "", doubtful)

    def _levels(self, written: str) -> str:
        """ "1.б" as "1.b"."""
        return ".".join(
            in_figures(level) if level.isdecimal() else self._position(level)
            for level in written.lower().split(".")
        )

    def _position(self, letter: str) -> str:
        """The Latin letter at the same place of the alphabet: б is the second, so b."""
        place = self._words.letters.find(letter)
        if letter in _LATIN or place < 0:
            return letter
        return _LATIN[place] if place < len(_LATIN) else "a" + _LATIN[place - len(_LATIN)]


def _any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first; nothing if there are none."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
