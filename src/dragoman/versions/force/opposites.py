"""Words that deny by their own first letters: impossible, неполный.

A word is one where it ends as adjectives do and the words made of them, and what follows the prefix is a word
by itself; what its prefix means is not looked up.
"""

from __future__ import annotations

import re
from functools import lru_cache

from simplemma import is_known

from dragoman.languages.words.russian_words import guessed
from dragoman.versions.force.lexicon import Cue

# What begins so by chance mostly has other endings: increase, information, неделя.
_PATTERNS = {
    "en": re.compile(
        r"(?:un|non-?|in(?=[^lmrbp])|im(?=[mpb])|il(?=l)|ir(?=r)|dis)"
        r"(?P<rest>[a-z]{2,}(?:[ai]ble|[ai]bly|[ai]bility|ive|ively|ful|fully|al|ally|ality|ed|ing|ent|ently|"
        r"ency|ence|ant|antly|ance|ary|ate|ately|acy|ic|ous|ously|ain|ainty|air|airly|ect|ectly|ete|ust|ustly|"
        r"ise|ual|ear|ity))"
    ),
    "ru": re.compile(
        r"не(?!котор|обход|посредств|медл|давн|пременн|отлож|смотр|прерывн|уклонн|избеж)(?P<rest>[а-я]{3,}(?:[ыио]й|[аяоеы]е|[аую]я|[ую]ю|[ое]го|[ое]му|[ыи]ми?|[ое]м|[ыи]х|но|ость|ости|"
        r"остью))"
    ),
}


def is_opposite(cue: Cue, language: str) -> bool:
    """Whether the word of a cue denies what the rest of it says; False for languages but en and ru."""
    return _is_opposite(cue.said, language)


def bare(word: str, language: str) -> str:
    """The word without the prefix that denies it; the word itself where it has none."""
    found = _PATTERNS[language].fullmatch(word.lower()) if language in _PATTERNS else None
    return word[found.start("rest") :] if found else word


@lru_cache(maxsize=4_096)
def _is_opposite(said: str, language: str) -> bool:
    found = _PATTERNS[language].fullmatch(said) if language in _PATTERNS else None
    if found is None:
        return False
    rest = found["rest"]
    return is_known(rest, language) if language == "en" else not guessed(rest)
