"""Which languages a text is in: enough to notice that a file is not in the language declared.

Script first; then, where several languages share it, the commonest words and the letters that
a language does not have. Closely related languages (Bosnian and Croatian, Indonesian and Malay)
are told apart only in long texts, if at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from dragoman.languages.function_words import FUNCTION_WORDS
from dragoman.languages.generic import UNDETERMINED
from dragoman.languages.registry import composed, in_depth

# First code points of Unicode blocks and the script from there on; "" for anything else.
_BLOCKS = (
    (0x41, "Latn"), (0x5B, ""), (0x61, "Latn"), (0x7B, ""), (0xC0, "Latn"), (0x250, ""),
    (0x370, "Grek"), (0x400, "Cyrl"), (0x530, "Armn"), (0x590, "Hebr"), (0x600, "Arab"), (0x700, ""),
    (0x750, "Arab"), (0x780, ""), (0x8A0, "Arab"), (0x900, "Deva"), (0x980, "Beng"), (0xA00, "Guru"),
    (0xA80, "Gujr"), (0xB00, ""), (0xB80, "Taml"), (0xC00, "Telu"), (0xC80, "Knda"), (0xD00, "Mlym"),
    (0xD80, "Sinh"), (0xE00, "Thai"), (0xE80, "Laoo"), (0xF00, "Tibt"), (0x1000, "Mymr"), (0x10A0, "Geor"),
    (0x1100, "Hang"), (0x1200, "Ethi"), (0x13A0, ""), (0x1780, "Khmr"), (0x1800, "Mong"), (0x18B0, ""),
    (0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1CC0, ""), (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, ""),
    (0x2E80, "Hani"), (0x2FE0, ""), (0x3005, "Hani"), (0x3008, ""), (0x3041, "Kana"), (0x3100, ""),
    (0x3131, "Hang"), (0x3190, ""), (0x31F0, "Kana"), (0x3200, ""), (0x3400, "Hani"), (0xA000, ""),
    (0xAC00, "Hang"), (0xD7B0, ""), (0xF900, "Hani"), (0xFB00, "Latn"), (0xFB13, "Armn"), (0xFB1D, "Hebr"),
    (0xFB50, "Arab"), (0xFE00, ""), (0xFE70, "Arab"), (0xFEFF, ""), (0xFF21, "Latn"), (0xFF3B, ""),
    (0xFF41, "Latn"), (0xFF5B, ""), (0xFF66, "Kana"), (0xFFA0, "Hang"), (0xFFE0, ""),
    (0x20000, "Hani"), (0x32400, ""),
)  # fmt: skip
_STARTS = tuple(start for start, _ in _BLOCKS)

_ONE_LANGUAGE = {
    "Grek": "el", "Armn": "hy", "Hebr": "he", "Beng": "bn", "Guru": "pa", "Gujr": "gu", "Taml": "ta",
    "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si", "Thai": "th", "Laoo": "lo", "Tibt": "bo",
    "Mymr": "my", "Geor": "ka", "Hang": "ko", "Ethi": "am", "Khmr": "km", "Mong": "mn",
}  # fmt: skip

# Letters that a language has beyond, or lacks of, the 32 that Cyrillic alphabets share.
_SHARED = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюя")
_ALPHABETS = {
    code: (_SHARED - frozenset(lacks)) | frozenset(has)
    for code, lacks, has in (
        ("be", "ищъ", "ёіў"), ("bg", "ыэ", ""), ("kk", "", "ёәғқңөұүһі"), ("ky", "", "ёңөү"),
        ("mk", "йщъыьэюя", "ѓѕјљњќџ"), ("mn", "", "ёөү"), ("ru", "", "ё"), ("sr", "йщъыьэюя", "ђјљњћџ"),
        ("tg", "щыьц", "ёғӣқӯҳҷ"), ("tt", "", "ёәөүҗңһ"), ("uk", "ъыэ", "ґєії"),
    )
}  # fmt: skip
_ARABIC_LETTERS = {
    "ar": "",
    "fa": "پچژگکی",
    "ur": "پچژگکیٹڈڑںہھے",
    "ps": "پچژګټډړږښڼېۍ",
    "sd": "ٻڄڃڇڙڪڳڱ",
    "ug": "ەۇۆۈېۋ",
}
_MARKED_ARABIC = frozenset("".join(_ARABIC_LETTERS.values()))

_UNIT = re.compile(r"[^\n.!?;。！？；]+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")

# At most this much of a text is read, in stretches spread evenly over it.
_MOST_READ = 200_000
_STRETCH = 2_000
_SHORTEST_HAN_UNIT = 8  # a shorter stretch without kana may still be Japanese


# Common words, less foreign letters. One may be a name or a loan, so a sentence with one counts for
# its language only if others speak for that language too.
_SURE = 2.0
_LIKELY = 1.0


class _Unit(NamedTuple):
    """A sentence or so: its letters, their script and how well each language fits."""

    letters: int
    script: str
    scores: Mapping[str, float]

    def best(self, least: float) -> list[str]:
        """The languages that fit best, several where they fit alike, if they score `least`."""
        top = max(self.scores.values(), default=0)
        return [code for code, score in self.scores.items() if score == top] if top >= least else []


def detect(text: str) -> list[tuple[str, float]]:
    """Languages of a text with the share of its letters that each has, largest first.

    Sentence by sentence, so that a text in two languages gives two. Sentences that tell nothing
    (names, headings) count for the commonest language of their script; where there is none,
    for "und". Shares add up to 1; a text without letters gives an empty list. Reads at most
    200,000 characters, spread over the text.
    """
    units = [unit for stretch in _stretches(text) for unit in _units(stretch)]
    clear = _clear(units)
    winners = _winners(units, clear)
    mass: Counter[str] = Counter()
    for unit in units:
        code = max(unit.best(_SURE), key=clear.__getitem__, default="")
        if not clear[code]:
            code = winners.get(unit.script, UNDETERMINED)
        mass[code] += unit.letters
    total = mass.total()
    return [(code, letters / total) for code, letters in mass.most_common()]


def _stretches(text: str) -> Iterator[str]:
    if len(text) <= _MOST_READ:
        yield text
        return
    count = _MOST_READ // _STRETCH
    for index in range(count):
        start = index * (len(text) - _STRETCH) // (count - 1)
        yield text[start : start + _STRETCH]


def _units(text: str) -> Iterator[_Unit]:
    for match in _UNIT.finditer(text.lower()):
        scripts = Counter(map(_script, match.group()))
        del scripts[""]
        if not scripts:
            continue
        kana, han = scripts.pop("Kana", 0), scripts.pop("Hani", 0)
        if kana + han:
            scripts["Hani"] = kana + han
        script, _ = scripts.most_common(1)[0]
        if script == "Hani":
            scores = _han_scores(kana, han)
        elif script in _ONE_LANGUAGE:
            scores = {_ONE_LANGUAGE[script]: _SURE}
        else:
            scores = _word_scores(match.group(), script)
        yield _Unit(scripts.total(), script, scores)


@cache
def _script(character: str) -> str:
    place = bisect_right(_STARTS, ord(character)) - 1
    return _BLOCKS[place][1] if place >= 0 and character.isalpha() else ""


def _han_scores(kana: int, han: int) -> dict[str, float]:
    if kana:
        return {"ja": _SURE}
    return {"zh": _SURE if han >= _SHORTEST_HAN_UNIT else _LIKELY}


def _word_scores(text: str, script: str) -> dict[str, float]:
    """Common words of each language in the text, less the letters that it does not have."""
    languages = _languages_by_word()
    scores: dict[str, float] = defaultdict(float)
    for word in _WORD.findall(text):
        for code in languages.get(word, ()):
            scores[code] += 1
    if script == "Cyrl":
        letters = Counter(text)
        for code, alphabet in _ALPHABETS.items():
            foreign = sum(n for c, n in letters.items() if c not in alphabet and _script(c) == "Cyrl")
            if code in scores or not foreign:
                scores[code] -= foreign
    elif script == "Arab":
        for code, own in _ARABIC_LETTERS.items():
            foreign = sum(text.count(c) for c in _MARKED_ARABIC.difference(own))
            if code in scores:
                scores[code] -= foreign
    return scores


@cache
def _languages_by_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    own = {code: composed(code).function_words for code in in_depth()}
    for code, words in (FUNCTION_WORDS | own).items():
        for word in words:
            found[word].append(code)
    return dict(found)


def _clear(units: list[_Unit]) -> Counter[str]:
    """How many letters stand in sentences that speak for one language only."""
    letters: Counter[str] = Counter()
    for unit in units:
        codes = unit.best(_LIKELY)
        if len(codes) == 1:
            letters[codes[0]] += unit.letters
    return letters


def _winners(units: list[_Unit], clear: Counter[str]) -> dict[str, str]:
    """The language of each script that most letters speak for, or else the highest score."""
    scores: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in units:
        for code, score in unit.scores.items():
            scores[unit.script][code] += round(score / _LIKELY)
    winners: dict[str, str] = {}
    for script, fits in scores.items():
        best, second = [*fits.most_common(2), ("", 0), ("", 0)][:2]
        spoken_for = max(fits, key=clear.__getitem__)
        if clear[spoken_for]:
            winners[script] = spoken_for
        elif best[1] > max(0, second[1]):
            winners[script] = best[0]
    return winners
