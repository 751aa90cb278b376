"""The jump list of a page: where its articles, chapters or numbered paragraphs begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.interface import Interface

# Fewer places than this are found by eye.
_FEWEST = 3
# A heading is short and does not end as a sentence does.
_LONGEST_HEADING = 120
_ENDS = tuple(".。!！?？;；:：,，、؟…")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part begins: the row, the part's label ("article 5") and its heading, None without one.

    The heading is given on both sides, source and target.
    """

    row: int
    label: str
    headings: tuple[Sentence, Sentence] | None

    def words(self, interface: Interface) -> str:
        """The label in the language of the interface: "Article 5"."""
        _ = interface.gettext
        name, _space, number = self.label.partition(" ")
        named = {
            "annex": _("Annex {number}"),
            "article": _("Article {number}"),
            "chapter": _("Chapter {number}"),
            "part": _("Part {number}"),
            "section": _("Section {number}"),
            "title": _("Title {number}"),
        }
        return named[name].format(number=number) if name in named else self.label


def places(alignment: Alignment) -> list[Place]:
    """Articles, chapters and the like; where there are none, paragraphs numbered through the text.

    Empty where there is little to jump to, or where numbers recur and so would not tell where they lead.
    """
    labelled = list(_labelled(alignment))
    named = [place for place in labelled if " " in place.label]
    if len(named) >= _FEWEST:
        return named
    numbered = [place for place in labelled if place.label.isdecimal()]
    numbers = [int(place.label) for place in numbered]
    rising = all(one < other for one, other in pairwise(numbers))
    return numbered if rising and len(numbered) >= _FEWEST else []


def _labelled(alignment: Alignment) -> Iterator[Place]:
    for row, bead in enumerate(alignment):
        sentences = _opening(alignment, bead)
        label = next((sentence.label for sentence in sentences if sentence.label), "")
        if label:
            yield Place(row, label, _headings(alignment, bead))


def _opening(alignment: Alignment, bead: Bead) -> list[Sentence]:
    """The first sentence of each side that has one, the source first."""
    return [side[indices[0]] for side, indices in _sides(alignment, bead) if indices]


def _headings(alignment: Alignment, bead: Bead) -> tuple[Sentence, Sentence] | None:
    if not (len(bead.source) == len(bead.target) == 1):
        return None
    source, target = _opening(alignment, bead)
    short = all(
        len(sentence.text) <= _LONGEST_HEADING and not sentence.text.endswith(_ENDS)
        for sentence in (source, target)
    )
    return (source, target) if short else None


def _sides(alignment: Alignment, bead: Bead) -> tuple[tuple[tuple[Sentence, ...], tuple[int, ...]], ...]:
    return (alignment.source, bead.source), (alignment.target, bead.target)
