"""Names, subjects and addressees that differ between two versions of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.versions.actors.forms import LANGUAGES
from dragoman.versions.actors.lexicon import lexicon
from dragoman.versions.actors.likeness import Likeness
from dragoman.versions.actors.names import names
from dragoman.versions.actors.quoted import quoted
from dragoman.versions.actors.reading import Read
from dragoman.versions.actors.subjects import subjects
from dragoman.versions.actors.unlisted import unlisted
from dragoman.versions.model import Clue
from dragoman.versions.side import Passage, Setting


def clues(passages: Sequence[Passage], setting: Setting) -> Iterator[Clue]:
    """Clues of the kinds "name" and "subject", in Russian, English and Chinese; none in other languages.

    The document's own habits count, so all of its passages are given at once.
    """
    if not set(setting.languages) <= set(LANGUAGES):
        return
    likeness = Likeness(setting.encoder)
    read = [_read(number, passage) for number, passage in enumerate(passages)]
    yield from names(read)
    yield from quoted(read, likeness)
    yield from subjects(read, likeness)


def _read(number: int, passage: Passage) -> Read:
    left, right = lexicon().find(passage.left), lexicon().find(passage.right)
    return Read(
        number,
        passage,
        left,
        right,
        [one for one in unlisted(passage.left, left, passage.right) if not one.heard],
        [one for one in unlisted(passage.right, right, passage.left) if not one.heard],
    )
