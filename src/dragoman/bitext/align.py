"""The door of the aligner: texts, files or lists of sentences in, an alignment out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.bitext.declared import check_language
from dragoman.bitext.document import parts_as_given, sentences_as_given, sentences_of
from dragoman.bitext.encoder import encoder as encoder_named
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.given import given_alignment, is_given
from dragoman.bitext.model import Alignment, Sentence
from dragoman.errors import EmptyInput, TooLarge
from dragoman.languages import Language, language
from dragoman.readers import Reading, read, version_in

Text = str | Path | Reading | Sequence[str]

# What no sentence has; beyond it something is wrong with the text or its line ends.
_LONGEST_SENTENCE = 20_000


def align(
    source: Text, target: Text, *, from_: str, to: str, sentences: bool = False, encoder: str = "usem3"
) -> Alignment:
    """Align two versions of one text, sentence by sentence.

    Args:
        source, target: The text itself (str), a file (Path) of any form of `dragoman.readers.FORMS`, what
            `dragoman.readers.read` gave for one, or its sentences (a list of str, kept as they are). Of a
            translation memory, the segments in the language; two that name their segments alike are aligned
            by these names.
        from_, to: Their languages, as BCP 47 codes ("ru", "zh", "en" …).
        sentences: A str or file holds one sentence a line, and the lines are kept; of a file with structure,
            its paragraphs, items and cells.
        encoder: Name of a sentence encoder.

    Raises:
        UnknownLanguage, EmptyInput, BinaryInput, EncodingError, TooLarge, ScannedDocument, Protected, Unsafe
        WrongLanguage: a text is in another language than declared, or in several.
        Unrelated: the texts have nothing to do with each other.

    >>> import dragoman
    >>> alignment = dragoman.align("Мир. Он нужен всем.", "和平。人人都需要和平。", from_="ru", to="zh")
    >>> [(bead.source, bead.target) for bead in alignment]
    [((0,), (0,)), ((1,), (1,))]
    """
    languages = (language(from_), language(to))
    encoding = encoder_named(encoder)
    sides = [
        _side(text, speech, tag, name, as_given=sentences)
        for text, speech, tag, name in zip(
            (source, target), languages, (from_, to), ("source", "target"), strict=True
        )
    ]
    (left, one), (right, other) = sides
    codes = (languages[0].code, languages[1].code)
    if left is not None and right is not None and is_given(left, right):
        alignment = given_alignment(left, right, *codes, one, other)
    else:
        alignment = align_sentences(one, other, *codes, encoding)
    remarks = [note for reading in (left, right) if reading is not None for note in reading.notes]
    return replace(alignment, notes=(*alignment.notes, *dict.fromkeys(remarks))) if remarks else alignment


def _side(
    text: Text, speech: Language, tag: str, name: str, *, as_given: bool
) -> tuple[Reading | None, tuple[Sentence, ...]]:
    """What a file was read as, and the sentences of a side; `name` stands for one that is not a file."""
    where = str(text) if isinstance(text, Path) else name
    reading = version_in(read(text), tag, where) if isinstance(text, Path) else text
    if isinstance(reading, Reading):
        return reading, _checked(_of_reading(reading, speech, where, as_given=as_given), where)
    if isinstance(reading, str):
        found = _of_text(reading, speech, where, as_given=as_given)
    else:
        check_language("\n".join(reading), speech, where)
        found = sentences_as_given(reading)
    return None, _checked(found, where)


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
    """The sentences of a side, if they are ones.

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
