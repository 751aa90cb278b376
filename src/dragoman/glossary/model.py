"""What the check of a draft says: remarks, uses of terms, and what was checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.bitext.model import Alignment, Sentence
from dragoman.bitext.places import Place
from dragoman.marking import Reason, _
from dragoman.terms.termbase import Designation, Entry

CheckKind = Literal["forbidden", "superseded", "not followed", "inconsistent"]

CHECK_KINDS: Mapping[CheckKind, str] = {
    "forbidden": _("not to be used"),
    "superseded": _("superseded"),
    "not followed": _("not followed"),
    "inconsistent": _("said in several ways"),
}
"""The kinds of remarks, in the order in which pages tell of them."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A place of a draft where it does not keep to a termbase.

    Attributes:
        kind: What is wrong. sentence: The number of the draft's sentence, from 0.
        start, end: From which to which character of the sentence; all of it where it cannot be told which
            words stand for the term.
        first, last: The same place in characters of the draft as it was given.
        words: The words there; "" where it cannot be told which they are.
        entry: The entry that is not kept to. wanted: What could stand there, the preferred first.
        reason: Why, in words. note: What the termbase says of the word that should not be used.
        probability: How probable it is that the place should be changed, 0 to 1.
        source_sentences: The numbers of the source's sentences that answer the draft's sentence.
        source_spans: Where in them the term stands.
    """

    kind: CheckKind
    sentence: int
    start: int
    end: int
    first: int
    last: int
    words: str
    entry: Entry
    wanted: tuple[str, ...]
    reason: Reason
    probability: float
    note: str = ""
    source_sentences: tuple[int, ...] = ()
    source_spans: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """A designation that the draft uses: how often, and where. Its entry has the words of other languages."""

    entry: Entry
    designation: Designation
    count: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft, and what there is to remark in it.

    `source_language` is "" and `source` empty where none was given. `remarks` are in the order of the draft,
    those below a line of probability among them, see `at`; `used` the designations in the order of their
    first use. `alignment` is that of source and draft.
    """

    language: str
    sentences: tuple[Sentence, ...]
    source_language: str
    source: tuple[Sentence, ...]
    remarks: tuple[Remark, ...]
    used: tuple[Use, ...]
    alignment: Alignment | None
    method: str
    notes: tuple[str, ...] = ()

    def at(self, line: float) -> tuple[Remark, ...]:
        """The remarks whose probability is not below a line, from 0 to 1."""
        return tuple(one for one in self.remarks if one.probability >= line)
