"""Russian noun phrases by the grammar of their words.

A phrase is a noun with the modifiers that agree with it before it, and after it what it governs:
genitives, a prepositional part, names, one coordinated noun, a participle after a comma. Every phrase
inside another one is given as well. The tags are those of the sentence in context, without which
case is right in 80 words of 100 instead of 98 (UD Russian-PUD).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from dragoman.languages.model import Phrase, PhraseKind, Word
from dragoman.languages.phrases import russian_links as links
from dragoman.languages.phrases.finder import LONGEST
from dragoman.languages.phrases.quoted import quoted
from dragoman.languages.phrases.russian_nominative import Nominative
from dragoman.languages.phrases.russian_readings import Reading, agree, reading

_MOST_PREPOSITIONS = 2
_MOST_CONJUNCTIONS = 1
_COMPLEMENTS = frozenset({"Acc", "Ins", "Dat", "Gen"})
_SUBSTANTIVE = frozenset({"Gen", "Dat", "Loc"})


class _Cost(NamedTuple):
    """What a tail has used up of what a phrase may have."""

    conjunctions: int = 0
    prepositions: int = 0


_Ends = dict[int, _Cost]


class RussianPhrases:
    """Noun phrases and names, and their nominative."""

    def __init__(self) -> None:
        self._nominative = Nominative()

    def phrases(self, text: str, words: Sequence[Word]) -> list[Phrase]:
        """Phrases of one sentence; `words` are its words."""
        return _Sentence(text, words).phrases() if words else []

    def canonical(self, text: str, words: Sequence[Word], *, alone: bool) -> str:
        """The phrase in the nominative, its number kept."""
        return self._nominative.of(text, words, alone=alone)


class _Sentence:
    """One sentence while its phrases are found, from its last word to its first."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self._text = text
        self._words = words
        self._readings = [reading(word) for word in words]
        self._gaps = [" ", *(_gap(text, a.end, b.start) for a, b in pairwise(words)), "."]
        self._shouts = text.isupper()
        size = len(words)
        self._heads = [-1] * (size + 1)
        self._listed = [False] * (size + 1)
        self._ends: list[_Ends] = [{}] * (size + 1)

    def phrases(self) -> list[Phrase]:
        """All phrases, by start and end."""
        for place in range(len(self._words) - 1, -1, -1):
            self._heads[place] = self._head(place)
            if self._heads[place] == place:
                self._ends[place] = self._tails(place)
        found = {(one.start, one.end): one for one in self._runs()}
        found |= {(one.start, one.end): one for one in self._in_quotes()}
        return [found[place] for place in sorted(found)]

    def _runs(self) -> Iterator[Phrase]:
        """Phrases without quotation marks inside."""
        lemmas = [word.lemma for word in self._words]
        letters = next((i for i, word in enumerate(self._words) if word.text[0].isalpha()), 0)
        for start, head in enumerate(self._heads[:-1]):
            if head < 0 or self._idle(start):
                continue
            for end in self._ends[head]:
                if end - start > LONGEST or (end - start == 1 and lemmas[start] in links.EMPTY_NOUNS):
                    continue
                first, last = self._words[start].start, self._words[end - 1].end
                kind = self._kind(start, end, start <= letters)
                yield Phrase(first, last, " ".join(lemmas[start:end]), end - start, kind)

    def _in_quotes(self) -> Iterator[Phrase]:
        """Names in quotation marks, alone and with the noun before them: «инициатива «…»»."""
        for one in quoted(self._text, self._words):
            yield self._name(one.first, one.last, one.end)
            noun = one.first - 1
            if noun < 0 or self._heads[noun] != noun or not self._opens(noun):
                continue
            for start in range(noun, max(noun - LONGEST, -1), -1):
                if self._heads[start] != noun:
                    break
                if one.last - start <= LONGEST and not self._idle(start):
                    yield self._name(start, one.last, one.closed)

    def _name(self, start: int, last: int, end: int) -> Phrase:
        words = self._words[start:last]
        return Phrase(words[0].start, end, " ".join(word.lemma for word in words), len(words), "name")

    def _opens(self, noun: int) -> bool:
        """Whether a quotation mark directly follows a noun."""
        between = self._text[self._words[noun].end : self._words[noun + 1].start]
        return between in (" «", " “", ' "', " <<")

    def _head(self, place: int) -> int:
        """The noun that a phrase beginning at `place` has as its head; -1 if none can begin there."""
        this = self._readings[place]
        if this.role == "noun":
            return place if self._is_noun(self._words[place]) else -1
        following = place + 1
        if this.role == "adverb":
            lemma = self._words[place].lemma
            fits = lemma.endswith(("о", "нне")) or lemma in links.ADVERBS
            if fits and self._gaps[following] == " " and self._modifier(following):
                return self._heads[following]
            return -1
        if this.role != "modifier" or not self._words[place].text[0].isalpha():
            return -1
        gap = self._gaps[following]
        head = self._heads[following]
        if gap == " " and head >= 0 and agree(this, self._readings[head]):
            return head
        if gap == " " and self._joins(following):
            after = following + 1
            if self._gaps[after] == " " and self._modifier(after) and self._shares(this, self._heads[after]):
                self._listed[place] = True
                return self._heads[after]
        if gap == "," and self._listed[following] and self._shares(this, head):
            self._listed[place] = True
            return head
        return place if self._stands_for_noun(place) else -1

    def _stands_for_noun(self, place: int) -> bool:
        """Whether an adjective is used as a noun: «права учащихся», «помощь пострадавшим»."""
        this, following = self._readings[place], place + 1
        if this.number != "Plur" or this.case not in _SUBSTANTIVE or place == 0 or self._gaps[place] != " ":
            return False
        if self._readings[place - 1].role not in ("noun", "preposition"):
            return False
        if self._words[place].lemma in links.EMPTY_MODIFIERS:
            return False
        if following == len(self._words):
            return True
        taken = self._heads[following] >= 0 or self._readings[following].role != "other"
        return self._gaps[following] != " " or not taken

    def _tails(self, noun: int) -> _Ends:
        """Where a phrase may end whose head, or the noun of whose last part, stands at `noun`."""
        ends: _Ends = {noun + 1: _Cost()}
        following = noun + 1
        gap = self._gaps[following]
        if gap == ",":
            self._add(ends, noun, self._clause(noun, following))
            return ends
        if gap != " " or following >= len(self._words):
            return ends
        if self._heads[following] >= 0:
            if self._governs(noun, self._readings[self._heads[following]], following):
                self._add(ends, noun, self._ends[self._heads[following]])
        elif self._joins(following):
            after = following + 1
            if self._gaps[after] == " " and self._coordinates(noun, after):
                self._add(ends, noun, self._ends[self._heads[after]], conjunctions=1)
        elif self._readings[following].role == "preposition":
            self._add(ends, noun, self._prepositional(following), prepositions=1)
        if self._adverbial(noun):
            return {}
        if self._link(noun):
            del ends[noun + 1]
        return ends

    def _prepositional(self, place: int) -> _Ends:
        """Ends of the part that the preposition at `place` begins."""
        lemma = self._preposition(place)
        cases = links.PREPOSITIONS.get(lemma)
        head = self._heads[place + 1]
        if cases is None or self._gaps[place + 1] != " " or head < 0:
            return {}
        case = self._readings[head].case
        return self._ends[head] if not case or case in cases else {}

    def _clause(self, noun: int, place: int) -> _Ends:
        """Ends of a clause after a comma: «лица, ищущие убежище», «зоны, свободные от ядерного оружия»."""
        if place < len(self._words) and self._words[place].lemma == "не":
            place += 1
            if self._gaps[place] != " ":
                return {}
        if place + 1 >= len(self._words) or self._gaps[place + 1] != " ":
            return {}
        participle, head = self._readings[place], self._readings[noun]
        if participle.role != "modifier" or not agree(participle, head):
            return {}
        after = place + 1
        if self._readings[after].role == "preposition":
            ends = self._prepositional(after)
        elif (
            participle.participle
            and self._heads[after] >= 0
            and self._readings[self._heads[after]].case in _COMPLEMENTS
        ):
            ends = self._ends[self._heads[after]]
        else:
            return {}
        return {end: cost for end, cost in ends.items() if self._gaps[end] != " "}

    def _add(
        self, ends: _Ends, noun: int, more: _Ends, *, conjunctions: int = 0, prepositions: int = 0
    ) -> None:
        for end, cost in more.items():
            total = _Cost(cost.conjunctions + conjunctions, cost.prepositions + prepositions)
            if (
                end - noun <= LONGEST
                and total.conjunctions <= _MOST_CONJUNCTIONS
                and total.prepositions <= _MOST_PREPOSITIONS
            ):
                ends[end] = min(ends.get(end, total), total)

    def _governs(self, noun: int, tail: Reading, place: int) -> bool:
        """Whether the noun takes what begins at `place` without a preposition."""
        this = self._readings[noun]
        if tail.proper or tail.abbreviation:
            return tail.abbreviation or self._heads[place] == place or tail.case == "Gen"
        if this.proper and not this.abbreviation and self._words[noun].text[0].isupper():
            return False
        lemma = self._words[noun].lemma
        if tail.case == "Gen":
            return True
        if tail.case == "Dat":
            return lemma in links.TAKES_DATIVE or lemma.endswith(links.DEVERBAL)
        return tail.case == "Ins" and (lemma in links.TAKES_INSTRUMENTAL or lemma.endswith(links.DEVERBAL))

    def _coordinates(self, noun: int, place: int) -> bool:
        """Whether «и» before `place` joins two nouns of one term: both bare, or both with modifiers."""
        other = self._heads[place]
        if other < 0:
            return False
        one, two = self._readings[noun], self._readings[other]
        if one.case != two.case or one.proper != two.proper:
            return False
        if one.proper:
            return True  # «Босния и Герцеговина»
        modified = noun > 0 and self._gaps[noun] == " " and self._readings[noun - 1].role == "modifier"
        if other == place:
            return True
        return modified and not self._words[place].text[0].isupper()

    def _shares(self, modifier: Reading, head: int) -> bool:
        """Whether a modifier in a list fits a noun: of two sessions, each may stand in the singular."""
        if head < 0:
            return False
        noun = self._readings[head]
        return agree(modifier, noun) or (modifier.case == noun.case and noun.number == "Plur")

    def _joins(self, place: int) -> bool:
        return place < len(self._words) and self._words[place].lemma in links.CONJUNCTIONS

    def _modifier(self, place: int) -> bool:
        return self._readings[place].role == "modifier" if place < len(self._words) else False

    def _is_noun(self, word: Word) -> bool:
        return len(word.text) > 1 and any(map(str.isalpha, word.text))

    def _preposition(self, place: int) -> str:
        lemma = self._words[place].lemma
        return links.SPELLINGS.get(lemma, lemma)

    def _introduced(self, noun: int, table: dict[str, frozenset[str]]) -> bool:
        if noun == 0 or self._gaps[noun] != " " or self._readings[noun - 1].role != "preposition":
            return False
        return self._words[noun].lemma in table.get(self._preposition(noun - 1), ())

    def _link(self, noun: int) -> bool:
        return self._introduced(noun, links.LINKS)

    def _adverbial(self, noun: int) -> bool:
        return self._introduced(noun, links.ADVERBIAL)

    def _idle(self, start: int) -> bool:
        """Whether no term begins here, though a longer phrase may run through."""
        lemma = self._words[start].lemma
        if self._readings[start].role == "noun":
            return self._link(start) and lemma not in links.HEADS_OF_LINKS
        return lemma in links.EMPTY_MODIFIERS

    def _kind(self, start: int, end: int, first: bool) -> PhraseKind:
        words, this = self._words, self._readings[start]
        capital = words[start].text[0].isupper() and (this.abbreviation or not self._shouts)
        if end - start == 1:
            named = this.abbreviation or (this.proper and (not first or "NameType" in words[start].features))
            return "name" if capital and named else "word"
        if capital and not first:
            return "name"
        # At the beginning of a sentence the first capital tells nothing, a second one does.
        inner = (i for i in range(start + 1, end) if words[i].text[0].isupper())
        return "name" if capital and any(not self._readings[i].proper for i in inner) else "phrase"


def _gap(text: str, start: int, end: int) -> str:
    """What stands between two words: " ", "," or "." for anything else."""
    between = text[start:end]
    if between == " ":
        return " "
    return {"": " ", ",": ","}.get(between.strip(), ".") if between else "."
