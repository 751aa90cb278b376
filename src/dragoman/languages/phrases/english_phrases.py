"""English noun phrases by parts of speech that rules tell.

A phrase is a run of adjectives and nouns that ends with a noun, and after it prepositional parts and
one coordinated noun: "peaceful settlement of disputes", "trade and development". Every phrase inside
another one is given as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.languages.model import Phrase, PhraseKind, Word
from dragoman.languages.phrases import english_lists as lists
from dragoman.languages.phrases.english_singular import singular
from dragoman.languages.phrases.english_tags import Tag, is_empty, tags
from dragoman.languages.phrases.finder import LONGEST
from dragoman.languages.words.vocabulary import vocabulary

_PREPOSITIONS = vocabulary("of for on in to against with among between from")
_JOINING = vocabulary("and or")
_ARTICLES = vocabulary("the a an")
_CLOSING = {"“": "”", "‘": "’", "«": "»", '"': '"'}
_MOST_PREPOSITIONS = 2
_MOST_CONJUNCTIONS = 1
_EMPTY_NOUNS = vocabulary(
    "order respect regard view addition accordance case way kind part number lot behalf light"
)

_Ends = dict[int, tuple[int, int]]  # end -> conjunctions and prepositions used up


class EnglishPhrases:
    """Noun phrases and names, and their form in a dictionary."""

    def phrases(self, text: str, words: Sequence[Word]) -> list[Phrase]:
        """Phrases of one sentence; `words` are its words."""
        return _Sentence(text, words).phrases() if words else []

    def canonical(self, text: str, words: Sequence[Word], *, alone: bool) -> str:
        """Without its article; the head in the singular, unless it is a name or one of a pair."""
        origin = words[0].start - text.find(words[0].text) if words else 0
        own = [word for word in words if word.lemma not in _ARTICLES or word is not words[0]]
        if not own:
            return text
        begin = own[0].start - origin
        plain = text[begin:]
        closing = _CLOSING.get(text[max(0, begin - 1) : begin])
        # Marks around a part of it stay: the “Green Bank” initiative.
        opening = text[begin - 1] if closing is not None and closing in plain[:-1] else ""
        head = next((i for i, word in enumerate(own) if word.lemma in _PREPOSITIONS), len(own)) - 1
        if head < 0 or own[head].text[0].isupper() or any(word.lemma in _JOINING for word in own[:head]):
            return opening + plain
        word = own[head]
        first, last = word.start - own[0].start, word.end - own[0].start
        return opening + plain[:first] + singular(word) + plain[last:]


class _Sentence:
    """One sentence while its phrases are found, from its last word to its first."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self._words = words
        self._shouts = text.isupper()
        self._gaps = [" ", *(_gap(text[a.end : b.start]) for a, b in pairwise(words)), "."]
        self._tags: list[Tag] = tags(words, self._gaps)
        self._ends: list[_Ends] = [{} for _ in range(len(words) + 1)]

    def phrases(self) -> list[Phrase]:
        """All phrases, by start and end."""
        for place in range(len(self._words) - 1, -1, -1):
            self._ends[place] = self._from(place)
        lemmas = [word.lemma for word in self._words]
        found = []
        for start, ends in enumerate(self._ends[:-1]):
            if self._tags[start] == "adjective" and is_empty(self._words[start], start):
                continue
            for end in sorted(ends):
                if end - start > LONGEST or self._idle(start, end):
                    continue
                first, last = self._words[start].start, self._words[end - 1].end
                key = " ".join(lemmas[start:end])
                found.append(Phrase(first, last, key, end - start, self._kind(start, end)))
        return found

    def _from(self, place: int) -> _Ends:
        """Where phrases that begin at `place` may end."""
        tag = self._tags[place]
        following = place + 1
        joined = self._gaps[following] == " "
        if tag == "adverb":
            fits = joined and following < len(self._words) and self._tags[following] == "adjective"
            return self._ends[following] if fits else {}
        if tag not in ("noun", "adjective"):
            return {}
        ends: _Ends = {}
        if tag == "noun":
            ends[following] = (0, 0)
        if following >= len(self._words):
            return ends
        if self._gaps[following] == "," and tag == "adjective" and self._tags[following] == "adjective":
            self._add(ends, place, self._listed(following))
        if not joined:
            return ends
        if self._tags[following] in ("noun", "adjective"):
            self._add(ends, place, self._ends[following])
        elif self._tags[following] == "conjunction":
            self._add(ends, place, self._coordinated(place, following + 1), conjunctions=1)
        elif tag == "noun" and self._words[following].lemma in _PREPOSITIONS:
            self._add(ends, place, self._prepositional(following + 1), prepositions=1)
        return ends

    def _listed(self, place: int) -> _Ends:
        """Ends of a list of adjectives that goes on at `place` and holds a conjunction."""
        following = place + 1
        if following < len(self._words) and self._tags[following] == "conjunction":
            return self._ends[place]
        if self._gaps[following] == "," and following < len(self._words):
            return self._ends[place] if self._tags[following] == "adjective" else {}
        return {}

    def _coordinated(self, place: int, after: int) -> _Ends:
        if after >= len(self._words) or self._gaps[after] != " " or self._tags[after] != self._tags[place]:
            return {}
        capitals = self._words[place].text[0].isupper() == self._words[after].text[0].isupper()
        return self._ends[after] if capitals else {}

    def _prepositional(self, after: int) -> _Ends:
        """Ends of the part that the preposition before `after` begins."""
        if after >= len(self._words) or self._gaps[after] != " ":
            return {}
        if self._words[after].lemma in _ARTICLES and self._gaps[after + 1] == " ":
            after += 1
        elif self._words[after - 1].lemma == "to" and self._may_be_verb(after):
            return {}
        return self._ends[after] if after < len(self._words) else {}

    def _may_be_verb(self, place: int) -> bool:
        word = self._words[place]
        noun = word.lemma in lists.AFTER_TO or word.text.lower().endswith(lists.NOUN_ENDINGS)
        return self._tags[place] == "noun" and not noun and word.text[0].islower()

    def _add(
        self, ends: _Ends, place: int, more: _Ends, *, conjunctions: int = 0, prepositions: int = 0
    ) -> None:
        for end, (some, others) in more.items():
            total = (some + conjunctions, others + prepositions)
            fits = total[0] <= _MOST_CONJUNCTIONS and total[1] <= _MOST_PREPOSITIONS
            if fits and end - place <= LONGEST:
                ends[end] = min(ends.get(end, total), total)

    def _cuts_name(self, start: int, end: int) -> bool:
        """Whether a run of capitals is cut: "Shanghai Cooperation", "Nations agencies"."""
        if self._capitals(end - 1, end):
            return True
        if not self._capitals(start - 1, start):
            return False
        last = start
        while last < end - 1 and self._capitals(last, last + 1):
            last += 1
        return last < end - 1

    def _capitals(self, one: int, two: int) -> bool:
        """Whether two neighbours, nothing but a space between them, both have a capital."""
        if one < 0 or two >= len(self._words) or self._gaps[two] != " ":
            return False
        tags = self._tags[one], self._tags[two]
        both = self._words[one].text[0].isupper() and self._words[two].text[0].isupper()
        return both and all(tag in ("noun", "adjective") for tag in tags)

    def _idle(self, start: int, end: int) -> bool:
        if self._cuts_name(start, end):
            return True
        lemma = self._words[start].lemma
        return (end - start == 1 and len(lemma) < 2) or (
            self._tags[start] == "noun" and lemma in _EMPTY_NOUNS
        )

    def _kind(self, start: int, end: int) -> PhraseKind:
        capitals = [
            word.text[0].isupper() and not self._shouts
            for word, tag in zip(self._words[start:end], self._tags[start:end], strict=True)
            if tag in ("noun", "adjective", "adverb")
        ]
        text = self._words[start].text
        if end - start == 1:
            short = len(text) > 1 and text.isupper() and not self._shouts
            return "name" if short or (capitals == [True] and start > 0) else "word"
        return "name" if all(capitals) and len(capitals) > 1 else "phrase"


def _gap(between: str) -> str:
    if between in (" ", ", "):
        return between.rstrip() or " "
    return {"": " ", ",": ","}.get(between.strip(), ".") if between else "."
