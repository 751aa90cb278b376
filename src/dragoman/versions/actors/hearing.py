"""How alike two names sound in Latin, Russian and Chinese writing, by their consonants.

Vowels are left aside: Chinese puts them between consonants that stand together, and drops others. What is
compared are classes of consonants that transliterations mix: b and p, d and t, l and r. Classes and costs are
by judgement. They tell which of a few names in one passage is meant, not one name of hundreds: of the short
names of 195 states, which are not all written by sound, 147 Russian and 112 Chinese ones are nearest to their
own English one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dragoman.languages.simplified import simplified
from dragoman.languages.transcription.sounds import sounds

_LATIN = (
    ("tch", "S"), ("sch", "S"), ("dzh", "S"), ("sh", "S"), ("ch", "S"), ("ph", "F"), ("th", "T"),
    ("kh", "K"), ("gh", "K"), ("zh", "S"), ("ts", "S"), ("tz", "S"), ("dj", "S"), ("ck", "K"), ("qu", "K"),
    ("x", "KS"), ("ce", "S"), ("ci", "S"),
    ("ge", "J"), ("gi", "J"), ("cy", "S"), ("b", "P"), ("p", "P"), ("f", "F"), ("v", "F"),
    ("w", "F"), ("d", "T"), ("t", "T"), ("k", "K"), ("c", "K"), ("q", "K"), ("g", "K"), ("j", "J"),
    ("s", "S"), ("z", "S"), ("m", "M"), ("n", "N"), ("l", "L"), ("r", "L"), ("h", "H"),
)  # fmt: skip
_RUSSIAN = dict(zip("бпфвдткгхсзшщчцжмнлр", "PPFFTTKKHSSSSSSSMNLL", strict=True))
_INITIALS = (
    ("zh", "S"), ("ch", "S"), ("sh", "S"), ("b", "P"), ("p", "P"), ("m", "M"), ("f", "F"), ("d", "T"),
    ("t", "T"), ("n", "N"), ("l", "L"), ("r", "L"), ("g", "K"), ("k", "K"), ("h", "H"), ("j", "J"),
    ("q", "J"), ("x", "J"), ("z", "S"), ("c", "S"), ("s", "S"), ("w", "F"),
)  # fmt: skip
_DROPPED = {"H": 0.15, "F": 0.5, "L": 0.5, "N": 0.6, "T": 0.8}
_CHANGED = {
    frozenset("JS"): 0.1, frozenset("JK"): 0.1, frozenset("JH"): 0.2, frozenset("MN"): 0.3,
    frozenset("PF"): 0.5, frozenset("LN"): 0.7, frozenset("TS"): 0.5, frozenset("KH"): 0.2,
    frozenset("FH"): 0.4, frozenset("JT"): 0.4,
}  # fmt: skip
_HAN = re.compile(r"[\u4e00-\u9fff]")


@lru_cache(maxsize=8192)
def consonants(name: str) -> str:
    """The classes of a name's consonants in order, whatever its writing."""
    if _HAN.search(name):
        return "".join(map(_syllable, sounds(simplified(name))))
    small = unicodedata.normalize("NFD", name.lower())
    found, at, before = "", 0, ""
    while at < len(small):
        sign = small[at]
        if sign in _RUSSIAN:
            heard, size = _RUSSIAN[sign], 1
        else:
            heard, size = next(
                ((classes, len(letters)) for letters, classes in _LATIN if small.startswith(letters, at)),
                ("", 1),
            )
        if small[at - 1 : at] != sign or heard != before:  # a double letter is one sound
            found += heard
        before = heard
        at += size
    return found


def _syllable(syllable: str) -> str:
    if syllable == "er":
        return "L"
    first = next((heard for letters, heard in _INITIALS if syllable.startswith(letters)), "")
    return first + ("N" if len(syllable) > 1 and syllable.endswith(("n", "ng")) else "")


def weight(name: str) -> float:
    """How much there is to hear of a name; two names with less than 2 tell little."""
    return sum(_dropped(heard) for heard in consonants(name))


def _dropped(heard: str) -> float:
    return _DROPPED.get(heard, 1.0)


def alike(one: str, other: str) -> float:
    """How alike two names sound, from 0 to 1."""
    first, second = consonants(one), consonants(other)
    most = max(sum(map(_dropped, first)), sum(map(_dropped, second)))
    return max(0.0, 1 - _cost(first, second, inside=False) / most) if most else 0.0


def heard_in(name: str, text: str) -> float:
    """How alike a name is to the part of a longer text that is most like it, from 0 to 1."""
    wanted = consonants(name)
    most = sum(map(_dropped, wanted))
    return max(0.0, 1 - _cost(wanted, consonants(text), inside=True) / most) if most else 0.0


@lru_cache(maxsize=65536)
def _cost(one: str, other: str, *, inside: bool) -> float:
    """The least cost of turning one into the other, or into a part of it (Levenshtein, weighted)."""
    row = [0.0]
    for heard in other:
        row.append(0.0 if inside else row[-1] + _dropped(heard))
    for mine in one:
        previous, row = row, [row[0] + _dropped(mine)]
        for at, heard in enumerate(other):
            change = 0.0 if mine == heard else _CHANGED.get(frozenset((mine, heard)), 1.2)
            row.append(
                min(previous[at] + change, previous[at + 1] + _dropped(mine), row[at] + _dropped(heard))
            )
    return min(row) if inside else row[-1]
