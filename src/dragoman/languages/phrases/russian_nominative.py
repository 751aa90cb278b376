"""Russian phrases in the nominative, by the forms of rumorph's dictionary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import rumorph

from dragoman.languages.model import Word
from dragoman.languages.phrases.russian_links import CONJUNCTIONS
from dragoman.languages.phrases.russian_readings import Reading, agree, reading
from dragoman.languages.words.vocabulary import vocabulary

_AGREEING = 5
"""From five on a noun after a numeral in the nominative is a genitive plural."""
_PREFERRED = vocabulary("валовой")
"""Of two dictionary forms of one adjective the one that official texts use."""
_BODIES = vocabulary(
    """
    организация комиссия конвенция лига содружество декларация ассоциация конференция федерация хартия
    программа группа палата академия служба инициатива республика миссия администрация канцелярия
    коллегия сообщество агентство министерство управление соглашение партнерство объединение движение
    """
)
"""Names begin with them, and their genitive is also a plural."""
_SURNAME = re.compile(r"\A[А-ЯЁ][а-яё-]+(?:[оеё]в|[иы]н)\Z")
"""Surnames that are also, but seldom meant as, the genitive of a plural: «Токаев»."""
_SMALL = {"два": 2, "три": 3, "четыре": 4, "оба": 2}


class Nominative:
    """Sets the head of a phrase, and what agrees with it, in the nominative.

    Number is kept; genitives, prepositional parts, abbreviations and words without a dictionary
    form stay as they are; so do capitals, and ё is written where the phrase writes it.
    """

    def __init__(self) -> None:
        self._analyser = rumorph.Analyzer()
        self._analyses = lru_cache(maxsize=8192)(self._analyser.analyze)

    def of(self, text: str, words: Sequence[Word], *, alone: bool) -> str:
        """The phrase in the nominative; `alone` if the words were read without their sentence."""
        words = self._with_noun(words)
        readings = [reading(word) for word in words]
        head = _head(readings)
        if head is None or (
            len(words) == 1 and _SURNAME.search(words[0].text) and readings[0].number == "Plur"
        ):
            return text
        forms: dict[int, str] = {}
        numeral = next((i for i in range(head) if readings[i].role == "numeral"), None)
        if numeral is not None:
            self._counted(words, readings, numeral, head, forms)
        elif any(readings[place].case not in ("Nom", "") for place in range(head + 1)):
            for place in _agreeing(words, readings, head):
                forms[place] = self._form(words[place], readings[place], _goal(readings, place, head))
        elif alone and head == 0 and len(words) > 1 and self._is_one(words[0], readings[0]):
            forms[0] = self._form(words[0], readings[0], {"Case": "Nom", "Number": "Sing"})
        return _rebuilt(text, words, forms)

    def _with_noun(self, words: Sequence[Word]) -> Sequence[Word]:
        """«прав человека» begins with a noun, though read by itself its first word is an adjective."""
        if not words or reading(words[0]).role != "other":
            return words
        nouns = [one for one in self._analyses(words[0].text) if one.pos == "NOUN"]
        if not nouns:
            return words
        features = "|".join(map("=".join, nouns[0].feats.items()))
        return [replace(words[0], pos="NOUN", features=features, lemma=nouns[0].lemma), *words[1:]]

    def _is_one(self, word: Word, this: Reading) -> bool:
        """Whether a capital stands for the one body of its name: «Комиссии по …» is a genitive."""
        return (
            word.text[0].isupper()
            and this.number == "Plur"
            and word.lemma in _BODIES
            and any(one.feats.get("Number") == "Sing" for one in self._alike(word))
        )

    def _alike(self, word: Word) -> list[rumorph.Analysis]:
        return [one for one in self._analyses(word.text) if one.pos == word.pos]

    def _counted(
        self, words: Sequence[Word], readings: list[Reading], numeral: int, head: int, forms: dict[int, str]
    ) -> None:
        """«трёх сил» becomes «три силы»: after a numeral in the nominative stands no nominative."""
        if readings[numeral].case in ("Nom", "Acc") or not words[numeral].text.isalpha():
            return
        value = _SMALL.get(words[numeral].lemma, _AGREEING)
        gender = readings[head].gender
        goal = {"Case": "Nom", "Gender": gender if value == _SMALL["два"] else ""}
        forms[numeral] = self._form(words[numeral], readings[numeral], goal)
        few = value < _AGREEING
        forms[head] = self._form(words[head], readings[head], _after_numeral(few))
        for place in range(numeral + 1, head):
            if readings[place].role == "modifier":
                case = "Nom" if few and gender == "Fem" else "Gen"
                forms[place] = self._form(words[place], readings[place], {"Case": case, "Number": "Plur"})

    def _form(self, word: Word, this: Reading, goal: dict[str, str]) -> str:
        text = word.text
        if this.abbreviation or (text.isupper() and len(text) > 1):
            return text
        wanted = {name: value for name, value in goal.items() if value}
        first, hyphen, last = text.partition("-")
        if hyphen and this.role == "noun":
            return self._apposed(first, last, word, wanted)
        return self._inflected(text, word, wanted)

    def _apposed(self, first: str, last: str, word: Word, wanted: dict[str, str]) -> str:
        """«государствами-членами»: two nouns, each with endings of its own."""
        case = dict(part.split("=", 1) for part in word.features.split("|")).get("Case", "")
        for analysis in self._analyses(first):
            if analysis.feats.get("Case") == case:
                try:
                    return f"{_like(first, analysis.inflect(**wanted))}-{self._last(last, case, wanted)}"
                except rumorph.FormNotFoundError:
                    break
        return self._inflected(f"{first}-{last}", word, wanted)

    def _last(self, text: str, case: str, wanted: dict[str, str]) -> str:
        for analysis in self._analyses(text):
            if analysis.pos == "NOUN" and analysis.feats.get("Case") == case:
                try:
                    return _like(text, analysis.inflect(**wanted))
                except rumorph.FormNotFoundError:
                    return text
        return text

    def _inflected(self, text: str, word: Word, wanted: dict[str, str]) -> str:
        analysis = self._analysis(word)
        if analysis is None:
            return text
        try:
            return _like(text, analysis.inflect(**wanted))
        except rumorph.FormNotFoundError:
            return text

    def _analysis(self, word: Word) -> rumorph.Analysis | None:
        """The dictionary's reading that the word's tag means."""
        same = self._alike(word)
        wanted = [one for one in same if "|".join(map("=".join, one.feats.items())) == word.features]
        preferred = [one for one in wanted if one.lemma in _PREFERRED]
        return next(iter([*preferred, *wanted, *same]), None)


def _head(readings: list[Reading]) -> int | None:
    """The noun that all hangs on: the first that the first modifier agrees with, else the first."""
    nouns = [i for i, one in enumerate(readings) if one.role == "noun"]
    if not nouns:
        return None
    lead = next((one for one in readings[: nouns[0]] if one.role in ("modifier", "determiner")), None)
    if lead is None:
        return nouns[0]
    return next((i for i in nouns if agree(lead, readings[i])), nouns[0])


def _agreeing(words: Sequence[Word], readings: list[Reading], head: int) -> list[int]:
    """The head, its modifiers before it and after a comma, and nouns coordinated with it."""
    this = readings[head]
    found = [i for i in range(head) if readings[i].role in ("modifier", "determiner")]
    found.append(head)
    nearest = head  # the last noun so far in the head's case
    for place in range(head + 1, len(words)):
        one = readings[place]
        if one.participle and agree(one, this) and _after_comma(words, place):
            found.append(place)
        if one.role == "noun" and one.case == this.case:
            nearest = place if not _coordinated(words, readings, place) or nearest != head else head
            if nearest == head:
                found.extend(i for i in range(place, head, -1) if _part_of(readings, i, place))
    return found


def _part_of(readings: list[Reading], place: int, noun: int) -> bool:
    """Whether the word at `place` is the noun or a modifier directly before it."""
    between = readings[place:noun]
    return all(one.role == "modifier" and agree(one, readings[noun]) for one in between)


def _coordinated(words: Sequence[Word], readings: list[Reading], noun: int) -> bool:
    """Whether a conjunction stands before the noun and its modifiers."""
    place = noun - 1
    while place > 0 and readings[place].role == "modifier":
        place -= 1
    # «латиноамериканских и карибских государств»: two modifiers of one noun, not two nouns.
    return place > 0 and words[place].lemma in CONJUNCTIONS and readings[place - 1].role != "modifier"


def _after_comma(words: Sequence[Word], place: int) -> bool:
    before = place - 1
    if before > 0 and words[before].lemma == "не":
        before -= 1
    gap = words[before + 1].start - words[before].end
    return gap > 1


def _goal(readings: list[Reading], place: int, head: int) -> dict[str, str]:
    """Case, number and gender that a word gets: its own noun's number, nominative."""
    own = next((one for one in readings[place:] if one.role == "noun"), readings[head])
    noun = own if readings[place].role == "modifier" and place < head else readings[head]
    if readings[place].role == "noun":
        return {"Case": "Nom", "Number": readings[place].number}
    if readings[place].number == "Plur":
        return {"Case": "Nom", "Number": "Plur"}
    return {"Case": "Nom", "Number": readings[place].number, "Gender": readings[place].gender or noun.gender}


def _after_numeral(few: bool) -> dict[str, str]:
    return {"Case": "Gen", "Number": "Sing" if few else "Plur"}


def _like(text: str, form: str) -> str:
    """The form with the capitals that the word in the text has, after hyphens too."""
    ours, theirs = text.split("-"), form.split("-")
    if len(ours) != len(theirs):
        return form[:1].upper() + form[1:] if text[:1].isupper() else form
    parts = (
        new[:1].upper() + new[1:] if old[:1].isupper() else new for old, new in zip(ours, theirs, strict=True)
    )
    return "-".join(parts)


def _rebuilt(text: str, words: Sequence[Word], forms: dict[int, str]) -> str:
    origin = words[0].start - text.find(words[0].text)
    keeps = "ё" in text.lower()
    parts = []
    position = 0
    for place, word in enumerate(words):
        form = forms.get(place)
        if form is not None:
            parts.append(text[position : word.start - origin])
            parts.append(form if keeps else form.replace("ё", "е").replace("Ё", "Е"))
            position = word.end - origin
    parts.append(text[position:])
    return "".join(parts)
