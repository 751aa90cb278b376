"""What the words of a sentence share with those of a term: their keys, their kinds, their cases."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Literal

from dragoman.languages import Language
from dragoman.languages.model import Word
from dragoman.languages.phrases.english_lists import BOTH
from dragoman.languages.phrases.english_singular import singular
from dragoman.languages.phrases.english_tags import tags
from dragoman.languages.small_words import SMALL_WORDS
from dragoman.languages.words.english_words import without_possessive
from dragoman.languages.words.russian_words import guessed, lemmas

Kind = Literal["noun", "adjective", "verb", "other", ""]
"""What a word is in its sentence; "" where that is not known."""

# ООН, НАТО, US are matched as written; longer ones are like no other word, and are written variously.
_SHORT = 5
# МИД, МИДа, NGOs: capitals and the ending of a case or of the plural.
_ABBREVIATION = re.compile(
    r"(?P<capitals>[A-ZА-ЯЁ0-9.&]*[A-ZА-ЯЁ][A-ZА-ЯЁ0-9.&]*)(?P<ending>[a-zа-яё]{0,3})\Z"
)
_KINDS: dict[str, Kind] = {
    "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "DET": "adjective", "VERB": "verb", "AUX": "verb",
    "X": "", "NUM": "", "PRON": "other", "ADV": "other", "ADP": "other", "CCONJ": "other", "SCONJ": "other",
    "PART": "other", "INTJ": "other",
}  # fmt: skip
_CASE = re.compile(r"Case=(\w+)")
_QUOTES_AND_SPACES = str.maketrans("", "", '" ')
# In a heading in capitals these are no abbreviations, whatever a list has.
_SHOUTED = frozenset({"us", "so", "no"})


class Line:
    """The words of a sentence or of a term, as terms are looked for in it."""

    def __init__(self, speech: Language, text: str, words: Sequence[Word]) -> None:
        """`words` are those of the text."""
        self._speech = speech
        self.text = text
        self.words = words
        self.shouted = is_shouted(text)
        if self.shouted and speech.code == "en" and len(text.lower()) == len(text):
            # The dictionary takes what is in capitals for abbreviations.
            self.words = speech.words(text.lower())

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def forms(self) -> list[str]:
        """The words as they are written, folded."""
        return [self._speech.fold(word.text) for word in self.words]

    @cached_property
    def keys(self) -> list[str]:
        """The dictionary form of each word; of English ones the singular, or the present of a verb in -s."""
        return [key_of_word(word, self._speech) for word in self.words]

    @cached_property
    def kinds(self) -> list[Kind]:
        """What each word is."""
        if self._speech.code == "en":
            return self._english_kinds()
        return [_kind(word) for word in self.words]

    def more_keys(self, place: int) -> tuple[str, ...]:
        """Other dictionary forms that a word may have: of a new word that opens a sentence as names do."""
        return (
            guessed(self.forms[place])
            if self.words[place].pos == "PROPN" and self._speech.code == "ru"
            else ()
        )

    def gap(self, place: int) -> str:
        """What stands between a word and the next, but for spaces and quotation marks."""
        return between(self.text[self.words[place].end : self.words[place + 1].start], self._speech)

    def end(self, place: int) -> int:
        """Where a word ends, without the ending of the English possessive."""
        word = self.words[place]
        if self._speech.code != "en":
            return word.end
        return word.start + len(without_possessive(self.text[word.start : word.end]))

    def case(self, place: int) -> str:
        """The case of a word, "" where it has none or none is known."""
        found = _CASE.search(self.words[place].features)
        return found[1] if found else ""

    def abbreviation(self, place: int) -> str:
        """The capitals of a word that is an abbreviation, "" for any other."""
        word = self.words[place]
        written = self.text[word.start : word.end]
        if self.shouted and (
            written.lower() in _SHOUTED or written.lower() in SMALL_WORDS.get(self._speech.code, ())
        ):
            return ""
        return capitals(written)

    def _english_kinds(self) -> list[Kind]:
        """Verbs, as far as a word that is noun or verb is told to be one there; else not known."""
        gaps = ["", *(" " if not self.gap(place) else "," for place in range(len(self.words) - 1))]
        return [
            "verb" if tag == "verb" and (word.lemma in BOTH or word.text.endswith("ing")) else ""
            for word, tag in zip(self.words, tags(self.words, gaps), strict=True)
        ]


def is_shouted(text: str) -> bool:
    """Whether words are written in capitals, several of them: a heading, or a list of a certain kind."""
    return text.isupper() and sum(word.isalpha() for word in text.split()) > 1


def between(gap: str, speech: Language) -> str:
    """What of the signs between two words has to be the same: all but spaces and quotation marks."""
    return "" if gap == " " else speech.fold(gap).translate(_QUOTES_AND_SPACES)


def capitals(word: str) -> str:
    """The letters of a short abbreviation, without dots, in whatever case it stands; "" for another word."""
    if word.islower():
        return ""
    found = _ABBREVIATION.match(without_possessive(word))
    if not found:
        return ""
    letters = found["capitals"].replace(".", "")
    if not 1 < len(letters) <= _SHORT or (found["ending"] and len(letters) < len(found["ending"])):
        return ""
    return letters


def keys_of_form(form: str, speech: Language) -> tuple[str, ...]:
    """The keys that a word by itself may have: several for a Russian form of several words."""
    if speech.code == "ru":
        return lemmas(form)
    return tuple(key_of_word(word, speech) for word in speech.words(form)[:1])


def key_of_word(word: Word, speech: Language) -> str:
    """What the forms of a word share: its lemma; in English its singular, so that "developing" and
    "developed" stay two words."""
    return _english_key(word, speech) if speech.code == "en" else word.lemma


def is_plural_only(word: str, speech: Language) -> bool:
    """Whether an English word says something else in the plural than in the singular: arms."""
    return any(singular(found) == word != key_of_word(found, speech) for found in speech.words(word)[:1])


def _english_key(word: Word, speech: Language) -> str:
    plain = without_possessive(word.text)
    first, hyphen, last = plain.rpartition("-")
    if hyphen and last.isalpha():
        ending = speech.words(last)[0]
        return f"{speech.fold(first)}-{_english_key(ending, speech)}"
    if len(plain) > _SHORT and plain.isupper():
        [word] = speech.words(plain.lower())
        plain = word.text
    if not plain.endswith(("s", "S", "n", "N", "t", "T", "a", "A")):
        return speech.fold(plain)  # no plural of any kind
    found = speech.fold(singular(replace(word, text=plain)))
    if found == speech.fold(plain) and found in {word.lemma + "s", word.lemma + "es"}:
        return word.lemma  # rights, arms: their dictionary form is the plural, and yet they have a singular
    return found


def _kind(word: Word) -> Kind:
    if word.pos == "VERB" and "VerbForm=Part" in word.features and "Variant=Short" not in word.features:
        return "adjective"
    if word.pos == "ADJ" and "Variant=Short" in word.features:
        return "other"
    return _KINDS.get(word.pos, "")
