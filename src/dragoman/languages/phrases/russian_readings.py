"""What one Russian word can be inside a noun phrase, told from its tag."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple

from dragoman.languages.model import Word

Role = Literal["noun", "modifier", "preposition", "conjunction", "adverb", "numeral", "determiner", "other"]


class Reading(NamedTuple):
    """A word's part in a phrase. Features that a word does not have, or that any value fits, are ""."""

    role: Role
    case: str = ""
    number: str = ""
    gender: str = ""
    proper: bool = False
    abbreviation: bool = False
    participle: bool = False


_OTHER = Reading("other")
_PLAIN_ROLES: dict[str, Role] = {
    "ADP": "preposition",
    "CCONJ": "conjunction",
    "ADV": "adverb",
    "NUM": "numeral",
    "DET": "determiner",
}


def reading(word: Word) -> Reading:
    """The part of a word in a phrase, by its part of speech and features."""
    return _reading(word.pos, word.features)


@lru_cache(maxsize=4096)
def _reading(pos: str, features: str) -> Reading:
    values = dict(part.split("=", 1) for part in features.split("|")) if features else {}
    number, gender = values.get("Number", ""), values.get("Gender", "")
    if pos in ("NOUN", "PROPN"):
        short = values.get("Abbr") == "Yes"
        fixed = short or values.get("InflClass") == "Ind"
        case = "" if fixed else values.get("Case", "")
        return Reading("noun", case, number, gender, pos == "PROPN", short)
    if pos in ("ADJ", "VERB"):
        participle = values.get("VerbForm") == "Part"
        if (pos == "VERB" and not participle) or values.get("Variant") == "Short" or "Case" not in values:
            return _OTHER
        return Reading("modifier", values["Case"], number, gender, participle=participle)
    role = _PLAIN_ROLES.get(pos)
    return Reading(role, values.get("Case", ""), number, gender) if role else _OTHER


def agree(modifier: Reading, noun: Reading) -> bool:
    """Whether a modifier has the case, number and, in the singular, the gender of a noun."""
    if noun.abbreviation:
        return True
    if (noun.case and modifier.case != noun.case) or modifier.number != noun.number:
        return False
    return noun.number != "Sing" or not (noun.gender and modifier.gender) or modifier.gender == noun.gender
