"""The language versions that somebody gives to be compared: two or three, each in another language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from dragoman.bitext.taking import Taken, Text, take
from dragoman.bitext.told import language_told
from dragoman.errors import EmptyInput, InputError
from dragoman.readers import Reading, read

_FEWEST, _MOST = 2, 3


@dataclass(frozen=True, slots=True)
class Version:
    """A language version, and what messages call it."""

    taken: Taken
    where: str


def versions(texts: Sequence[Text], languages: Sequence[str], *, sentences: bool) -> list[Version]:
    """The versions that texts hold.

    `languages` are codes, one for each text or none at all; `sentences` says that each line is a sentence.

    Raises:
        InputError and its kinds: a text cannot be read or is empty, its language cannot be told or is not the
        one declared, two are in one language, or there are not two or three.
    """
    if languages and len(languages) != len(texts):
        raise InputError(
            "{texts} texts and {languages} languages were given.",
            remedy="Name the language of each text, in their order, or none.",
            texts=len(texts),
            languages=len(languages),
        )
    found = []
    for number, (text, code) in enumerate(zip(texts, languages or [""] * len(texts), strict=True), start=1):
        where = str(text) if isinstance(text, Path) else f"text {number}"
        for given, tag in _given(text, code, where):
            found.append(Version(take(given, tag, where, as_given=sentences), where))
    if not _FEWEST <= len(found) <= _MOST:
        raise InputError(
            "Two or three language versions can be compared, not {count}.",
            remedy="Give two or three texts, or one translation memory of two or three languages.",
            count=len(found),
        )
    for one, other in combinations(found, 2):
        if one.taken.language == other.taken.language:
            raise InputError(
                "Two versions are in the language {language}: {first} and {second}.",
                remedy="Say which languages they are in.",
                language=one.taken.language,
                first=one.where,
                second=other.where,
            )
    return found


def _given(text: Text, code: str, where: str) -> Iterator[tuple[Text, str]]:
    """What a text holds, with the language of each."""
    if code:
        yield text, code
    elif isinstance(text, Path):
        readings = read(text)
        if len(readings) > 1:
            yield from ((reading, reading.language) for reading in readings)
        else:
            yield readings[0], language_told(readings[0], text.name, where)[0]
    else:
        reading = text if isinstance(text, Reading) else _read(text)
        if not reading.text.strip():
            raise EmptyInput(
                "There is no sentence in it.", where=where, remedy="Check that the right text was given."
            )
        yield text, language_told(reading, "", where)[0]


def _read(words: str | Sequence[str]) -> Reading:
    return Reading(words if isinstance(words, str) else "\n".join(words), (), "text", "")
