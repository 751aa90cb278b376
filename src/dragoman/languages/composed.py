"""A language put together from tables: what each file of a language fills in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from typing import Any

from dragoman.languages.folding import fold
from dragoman.languages.model import Block, Date, Direction, Number, Phrase, Span, Word
from dragoman.languages.phrases.finder import PhraseFinder
from dragoman.languages.quantities.dates import dates
from dragoman.languages.quantities.numbers import numbers
from dragoman.languages.structure.blocks import split_blocks
from dragoman.languages.structure.labels import LabelReader, StructureWords
from dragoman.languages.structure.sentence_rules import SentenceRules
from dragoman.languages.structure.sentences import split_sentences
from dragoman.languages.words.tagger import Tagger

PLAIN_WORDS = "dragoman.languages.words.plain_words:PlainWords"
NO_PHRASES = "dragoman.languages.phrases.no_phrases:NoPhrases"


@dataclass(frozen=True)
class ComposedLanguage:
    """A `Language` (see `model`) made of tables and of libraries loaded at first use."""

    code: str
    name: str
    direction: Direction = "ltr"
    in_depth: bool = True
    sentence_rules: SentenceRules = field(default_factory=SentenceRules)
    structure: StructureWords = field(default_factory=StructureWords)
    folding: Callable[[str], str] = fold
    script: str = ""
    """Where the function is that gives one script to a language with several, as "module:function"."""
    tagger: str = PLAIN_WORDS
    """Where its `Tagger` is, as "module:class"; not imported before words are asked for."""
    phrase_finder: str = NO_PHRASES
    """Where its `PhraseFinder` is, as "module:class"; not imported before phrases are asked for."""
    function_words: frozenset[str] = frozenset()
    """The commonest words, in small letters; `detect` knows the language by them."""

    def sentences(self, text: str) -> list[Span]:
        """Sentences of one paragraph, in order, without surrounding white space."""
        return split_sentences(text, self.sentence_rules)

    def blocks(self, text: str) -> list[Block]:
        """Paragraphs, headings, articles and list items of a plain text, in order."""
        return split_blocks(text, self._labels)

    def words(self, text: str) -> list[Word]:
        """Words with lemmas; white space and punctuation are left out.

        The first call loads a dictionary, which takes some tenths of a second.
        """
        found: list[Word] = []
        for sentence in self.sentences(text):
            found.extend(self._tagger.words(text, sentence.start, sentence.end))
        return found

    def phrases(self, text: str, words: Sequence[Word]) -> list[Phrase]:
        """Noun phrases and names of one sentence, those inside others too, by start and end.

        `words` are `words(text)`. A phrase has eight words at most; none are found in a language
        that is not known in depth.
        """
        return self._phrase_finder.phrases(text, words)

    def canonical(self, text: str, words: Sequence[Word] = ()) -> str:
        """The dictionary form of a phrase as running text has it; its number is kept.

        `words` are those of the phrase as its sentence gives them: they tell case and number
        where the form alone does not («организации»). Without them the phrase is read by itself.
        """
        trimmed = text.strip()
        alone = not words
        read = self._tagger.words(trimmed, 0, len(trimmed)) if alone else words
        return self._phrase_finder.canonical(trimmed, read, alone=alone)

    def fold(self, text: str) -> str:
        """The text as search and comparison see it: same meaning, one spelling."""
        return self.folding(self._in_one_script(text))

    def numbers(self, text: str) -> list[Number]:
        """Numbers in digits or words; those inside a date are left out."""
        return numbers(text, self.code)

    def dates(self, text: str) -> list[Date]:
        """Calendar dates."""
        return dates(text, self.code)

    @cached_property
    def _labels(self) -> LabelReader:
        return LabelReader(self.structure)

    @cached_property
    def _tagger(self) -> Tagger:
        tagger: Tagger = _named(self.tagger)()
        return tagger

    @cached_property
    def _phrase_finder(self) -> PhraseFinder:
        finder: PhraseFinder = _named(self.phrase_finder)()
        return finder

    @cached_property
    def _in_one_script(self) -> Callable[[str], str]:
        if not self.script:
            return str
        function: Callable[[str], str] = _named(self.script)
        return function


def _named(place: str) -> Any:
    """What stands at "module:name", imported now."""
    module, _, name = place.partition(":")
    return getattr(import_module(module), name)
