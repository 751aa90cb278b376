"""Files to text: whichever form a document comes in, its words and its structure.

Reading fetches nothing and writes nothing. `FORMS` is the one table of what is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.errors import InputError
from dragoman.readers.forms import FORMS, Form, form_of
from dragoman.readers.plain import check_size, contents
from dragoman.readers.reading import Part, Reading

__all__ = ["FORMS", "Form", "Part", "Reading", "form_of", "read", "version_in"]


def read(source: Path | bytes, *, name: str = "") -> tuple[Reading, ...]:
    """Read a file of up to 64 MB: one reading, or one a language for a translation memory.

    Its form is told from the bytes first, then from the suffix of its name.

    Args:
        source: the file, or what is in it.
        name: what it is called, for its suffix and for messages; the path if left out.

    Raises:
        InputError: it cannot be used, in one of the ways of `dragoman.errors`: EmptyInput, BinaryInput,
        EncodingError, TooLarge, ScannedDocument, Protected, Unsafe.
    """
    where = name or (str(source) if isinstance(source, Path) else "")
    data = contents(source) if isinstance(source, Path) else source
    check_size(len(data), where)
    return form_of(data, where, where).reader()(data, where)


def version_in(readings: Sequence[Reading], language: str, where: str = "") -> Reading:
    """The reading in a language, given as its BCP 47 code; a file of one text is taken to be in it.

    Raises:
        InputError: a translation memory has no text in it.
    """
    if len(readings) == 1:
        return readings[0]
    primary = language.partition("-")[0].lower()
    found = [reading for reading in readings if reading.language.partition("-")[0] == primary]
    if not found:
        raise InputError(
            "There is no text in {language} in it; there are: {languages}.",
            where=where,
            remedy="Give the code of one of them.",
            language=language,
            languages=", ".join(reading.language for reading in readings),
        )
    exact = [reading for reading in found if reading.language.lower() == language.lower()]
    return max(exact or found, key=lambda reading: len(reading.parts))
