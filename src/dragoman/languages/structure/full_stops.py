"""Whether a full stop ends a sentence: after paragraph numbers, abbreviations and initials it does not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.languages.structure.sentence_rules import SentenceRules

# A sentence that so far is only this is the number of a paragraph: "45", "5.2", "IV", "b", "二",
# or a structural word with its number, "Article 5".
_NUMBER = (
    r"(?:\d{1,4}(?:\.\d{1,3})*|[IVXLCDM]{1,7}|[ivxl]{1,5}|(?![\u2e80-\uffff])[^\W\d_]"
    r"|[一二三四五六七八九十]{1,3})"
)
_PARAGRAPH_NUMBER = re.compile(
    rf"[(\[（\"'«“]*(?:(?:{_NUMBER}[.)、．]\s*)*{_NUMBER}"
    r"|[^\W\d_]{3,}[ \u00a0](?:\d{1,4}(?:\.\d{1,3})*|[IVXLC]+))"
)
_LONGEST_PARAGRAPH_NUMBER = 24

# What opens the next paragraph: "46. In"
_NEXT_PARAGRAPH = re.compile(r"\d{1,3}\.\s+(?=[^\W\d_])")

_ITEM_NUMBER = re.compile(r"[;:；：]\s\d{1,3}\Z")
_SHORT_NUMBER = re.compile(r"(?<!\w)\d{1,2}\Z")
_ROMAN = re.compile(r"[IVXLC]+\b")
_WORD = re.compile(r"[^\W\d_]+")
_SPELT = r"[^\W\d_\u2e80-\uffff]"  # letters of alphabets only
# The word before a full stop, with the abbreviated words before it: "т. е", "U.S".
_LEFT = re.compile(rf"(?:{_SPELT}{{1,4}}\.[ \u00a0\u202f]?){{0,3}}{_SPELT}+\Z")
_LEFT_WINDOW = 32
_SPACES = re.compile(r"\s+")
# Two or more consonants and no vowel make no word in Latin or Cyrillic script.
_NO_VOWEL = re.compile(r"[bcdfghjklmnpqrstvwxzбвгджзйклмнпрстфхцчшщ]{2,5}")


@dataclass(slots=True)
class Place:
    """A mark in its surroundings; all fields but `text` and `first` are offsets."""

    text: str
    start: int  # of the sentence so far
    mark: int
    mark_end: int
    end: int  # after closing quotes and brackets
    next: int  # what follows, white space left out
    first: str  # the first letter or figure of what follows
    first_at: int

    @property
    def gap(self) -> bool:
        """Whether white space follows."""
        return self.next > self.end


def opens(pattern: re.Pattern[str], place: Place) -> bool:
    """Whether the number or letter of an item or paragraph follows, and after it no small letter."""
    found = pattern.match(place.text, place.first_at)
    if found is None:
        return False
    last = place.text[found.end() - 2]
    return last == ")" or not place.text[found.end()].islower()


def is_ideographic(character: str) -> bool:
    """Whether the character is of the Chinese or Japanese script, punctuation included."""
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff01" <= character <= "\uff65"
        or character >= "\U00020000"
    )


def full_stop_ends(place: Place, rules: SentenceRules) -> bool:
    """Whether a single full stop before a capital, a figure or a script without case ends it."""
    text = place.text
    if place.mark - place.start <= _LONGEST_PARAGRAPH_NUMBER and _PARAGRAPH_NUMBER.fullmatch(
        text, place.start, place.mark
    ):
        return False
    before = text[place.mark - 1] if place.mark > place.start else " "
    if before.isdigit():
        if _ITEM_NUMBER.search(text, max(place.start, place.mark - 6), place.mark):
            return False  # первое; 2. Второе
        ordinal = rules.ordinal_dot and _SHORT_NUMBER.search(
            text, max(place.start, place.mark - 3), place.mark
        )
        return not (ordinal and place.first.isalpha())
    if not before.isalpha() or is_ideographic(before):
        return True
    left = _LEFT.search(text, max(place.start, place.mark - _LEFT_WINDOW), place.mark)
    return left is None or _abbreviation_ends(left.group(), place, rules)


def _abbreviation_ends(left: str, place: Place, rules: SentenceRules) -> bool:
    """The verdict on a full stop after a word, which may be an abbreviation or an initial."""
    word = left.rsplit(".", 1)[-1].strip()
    if len(word) > 1 and not (word.islower() or word.istitle()) and word.upper() != word.lower():
        return True  # ООН., NATO.
    chain = _SPACES.sub("", left).lower()
    parts = chain.split(".")
    endings = {".".join(parts[index:]) for index in range(len(parts))}
    if not endings.isdisjoint(rules.holds):
        return False
    next_paragraph = opens(_NEXT_PARAGRAPH, place)
    ends_before_capital = left.islower() and not endings.isdisjoint(rules.ends_before_capital)
    may_end = ends_before_capital or not endings.isdisjoint(rules.holds_unless_starter)
    numbered = place.first.isdigit() or place.first in "№§" or _ROMAN.match(place.text, place.first_at)
    if numbered and not endings.isdisjoint(rules.holds_before_number) and not (may_end and next_paragraph):
        return False
    if ends_before_capital:
        return True
    uncertain = (
        (len(word) == 1 and not _is_letter_of_its_own(place, rules))
        or not endings.isdisjoint(rules.holds_unless_starter)
        or _NO_VOWEL.fullmatch(word) is not None
    )
    if not uncertain:
        return True
    return _starts_sentence(place, rules) or (next_paragraph and (may_end or word.isupper()))


def _is_letter_of_its_own(place: Place, rules: SentenceRules) -> bool:
    """Whether a single letter is a number, a name, a unit or an ending: annex B, 00 м., 5-й."""
    if place.text[max(place.start, place.mark - 2)] == "-":
        return True
    if rules.before_letter is None:
        return False
    window = place.text[max(place.start, place.mark - _LEFT_WINDOW) : place.mark - 1]
    return rules.before_letter.search(window) is not None


def _starts_sentence(place: Place, rules: SentenceRules) -> bool:
    """Whether the next word is one that has a capital only at the beginning of a sentence."""
    word = _WORD.match(place.text, place.first_at)
    if word is None or word.group().lower() not in rules.starters:
        return False
    return not (len(word.group()) == 1 and place.text.startswith(".", word.end()))
