"""What one language says in a passage, with its words, numbers and dates; two of them side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.bitext.encoder import Encoder
from dragoman.bitext.model import Sentence
from dragoman.languages import Language, language
from dragoman.languages.lately import words_of
from dragoman.languages.model import Date, Number, Word
from dragoman.languages.spacing import between_sentences


class Side:
    """The sentences of a row in one language; what is told of them is found once, when it is first asked for.

    `text` is the sentences joined as the language does it; all offsets are in it.
    """

    def __init__(self, code: str, sentences: Sequence[Sentence], numbers: Sequence[int] = ()) -> None:
        """`numbers` are those of the sentences in their version; 0, 1 … without them."""
        self.language = code
        self.speech: Language = language(code)
        self.sentences = tuple(sentences)
        self.numbers_of = tuple(numbers) or tuple(range(len(sentences)))
        self._apart = between_sentences(code)
        self.text = self._apart.join(one.text for one in sentences)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each sentence starts in the text."""
        starts, at = [], 0
        for one in self.sentences:
            starts.append(at)
            at += len(one.text) + len(self._apart)
        return tuple(starts)

    def stretch(self, number: int, start: int, end: int) -> tuple[int, int]:
        """Where characters of a sentence, by its number in the version, stand in the text."""
        first = self.starts[self.numbers_of.index(number)]
        return first + start, first + end

    @cached_property
    def words(self) -> list[Word]:
        """Words with lemmas, sentence by sentence."""
        return [
            Word(word.start + at, word.end + at, word.text, word.lemma, word.pos, word.features)
            for one, at in zip(self.sentences, self.starts, strict=True)
            for word in words_of(self.language, one.text)
        ]

    @cached_property
    def numbers(self) -> list[Number]:
        """Numbers, but for those of dates."""
        return self.speech.numbers(self.text)

    @cached_property
    def dates(self) -> list[Date]:
        """Calendar dates."""
        return self.speech.dates(self.text)


@dataclass(frozen=True, slots=True)
class Passage:
    """What two versions say at one place. Both sides have words.

    `probability` says how probable it is that exactly these sentences belong together.
    """

    left: Side
    right: Side
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Setting:
    """What the detectors work with: the languages of both sides; an encoder, None where none knows both."""

    languages: tuple[str, str]
    encoder: Encoder | None
