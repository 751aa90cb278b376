"""A text as somebody gives it: a file, what one was read as, words, or sentences; and its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.bitext.declared import check_language
from dragoman.bitext.document import parts_as_given, sentences_as_given, sentences_of
from dragoman.bitext.model import Sentence
from dragoman.errors import EmptyInput, TooLarge
from dragoman.languages import Language, language
from dragoman.readers import Reading, read, version_in

Text = str | Path | Reading | Sequence[str]

# What no sentence has; beyond it something is wrong with the text or its line ends.
_LONGEST_SENTENCE = 20_000


@dataclass(frozen=True, slots=True)
class Taken:
    """A text in one language, in sentences; `text` is what their offsets are of, as it was given.

    `reading` is what a file was read as, None where words or sentences were given.
    """

    language: str
    text: str
    sentences: tuple[Sentence, ...]
    reading: Reading | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """What the reader has to say of the file."""
        return self.reading.notes if self.reading is not None else ()


def take(given: Text, tag: str, name: str, *, as_given: bool = False) -> Taken:
    """A text in sentences.

    Args:
        given: A file of any form of `dragoman.readers.FORMS`, what it was read as, words, or sentences, which
            are kept as they are.
        tag: Its language, as a code of BCP 47.
        name: What messages call a text that is no file.
        as_given: Words or a file hold one sentence a line; of a file with structure, each paragraph, item and
            cell is one.

    Raises:
        InputError and its kinds: it cannot be read, is in another language, or has no sentence.
    """
    speech = language(tag)
    where = str(given) if isinstance(given, Path) else name
    reading = version_in(read(given), tag, where) if isinstance(given, Path) else given
    if isinstance(reading, Reading):
        found = _of_reading(reading, speech, where, as_given=as_given)
        return Taken(speech.code, reading.text, _checked(found, where), reading)
    if isinstance(reading, str):
        found = _of_text(reading, speech, where, as_given=as_given)
        return Taken(speech.code, reading, _checked(found, where))
    lines = "\n".join(reading)
    check_language(lines, speech, where)
    return Taken(speech.code, lines, _checked(sentences_as_given(reading), where))


def _of_reading(reading: Reading, speech: Language, where: str, *, as_given: bool) -> tuple[Sentence, ...]:
    if not reading.parts:
        return _of_text(reading.text, speech, where, as_given=as_given)
    check_language(reading.text, speech, where)
    return parts_as_given(reading) if as_given else sentences_of(reading.text, speech, reading.parts)


def _of_text(text: str, speech: Language, where: str, *, as_given: bool) -> tuple[Sentence, ...]:
    check_language(text, speech, where)
    if as_given:
        return sentences_as_given(text.removesuffix("\n").split("\n"))
    return sentences_of(text, speech)


def _checked(found: tuple[Sentence, ...], where: str) -> tuple[Sentence, ...]:
    """The sentences of a text, if they are ones.

    Raises:
        EmptyInput, TooLarge
    """
    if not any(sentence.text for sentence in found):
        raise EmptyInput(
            "There is no sentence in it.", where=where, remedy="Check that the right text was given."
        )
    for number, sentence in enumerate(found, start=1):
        if len(sentence.text) > _LONGEST_SENTENCE:
            raise TooLarge(
                "Sentence {number} has {length:,} characters; {limit:,} are allowed.",
                where=where,
                remedy="Check that the text has full stops or line ends, and was not read as one line.",
                number=number,
                length=len(sentence.text),
                limit=_LONGEST_SENTENCE,
            )
    return found
