"""What a comparison of language versions finds: clues, and the findings that are made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.bitext.model import Sentence
from dragoman.bitext.parallel import Row
from dragoman.bitext.places import Place
from dragoman.marking import Reason, _

Kind = Literal[
    "omitted", "moved", "number", "date", "unit", "name", "reference", "rendering", "inconsistent",
    "obligation", "negation", "subject", "qualification",
]  # fmt: skip

KINDS: Mapping[Kind, str] = {
    "omitted": _("left out"),
    "moved": _("stands elsewhere"),
    "number": _("another number"),
    "date": _("another date"),
    "unit": _("another unit"),
    "name": _("another name"),
    "reference": _("another reference"),
    "obligation": _("another strength of obligation"),
    "negation": _("negation"),
    "subject": _("another subject or addressee"),
    "qualification": _("a qualification dropped or added"),
    "rendering": _("not the usual rendering"),
    "inconsistent": _("one term, several renderings"),
}
"""The kinds of findings, in the order in which pages tell of them."""

Stretch = tuple[int, int]
"""From which to which character of a text."""


@dataclass(frozen=True, slots=True)
class Clue:
    """Something in a passage that may be a difference.

    `passage` is its number among those given. `left` and `right` are where, in the texts of the two sides;
    () where a side has nothing of the kind. `features` tell, by name, how probable it is that the
    difference is one of substance: indicators, or numbers of about -3 to 3; one that is missing is 0.
    """

    kind: Kind
    passage: int
    left: tuple[Stretch, ...]
    right: tuple[Stretch, ...]
    reason: Reason
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where language versions do not seem to say the same.

    `row` is the number of the row, from 0, of the versions side by side. `places` are by version, in their
    order, () where a version has nothing of the kind. `alone` is the language that differs from two others
    which agree, "" where that cannot be told. `probability` says how probable it is that the difference
    is one of substance.
    """

    kind: Kind
    row: int
    places: tuple[tuple[Place, ...], ...]
    reason: Reason
    probability: float
    alone: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two or three language versions of one document, side by side, and where they differ.

    `sides` are the versions' sentences, in the order of `languages`. `findings` are in the order of the rows;
    those below a line of probability are among them, see `at`.
    """

    languages: tuple[str, ...]
    sides: tuple[tuple[Sentence, ...], ...]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    method: str
    notes: tuple[str, ...] = ()

    def at(self, line: float) -> tuple[Finding, ...]:
        """The findings whose probability is not below a line, from 0 to 1."""
        return tuple(one for one in self.findings if one.probability >= line)

    def words(self, finding: Finding) -> tuple[tuple[str, ...], ...]:
        """The words at the places of a finding, by version."""
        return tuple(
            tuple(_words(side, place) for place in places)
            for side, places in zip(self.sides, finding.places, strict=True)
        )


def _words(side: Sequence[Sentence], place: Place) -> str:
    return side[place.sentence].text[place.start : place.end]
