"""A draft with the terms found in it, and beside it its source with those found there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.bitext.model import Alignment, Bead
from dragoman.bitext.places import Place, placed
from dragoman.bitext.taking import Taken
from dragoman.terms.matching import Matcher
from dragoman.terms.termbase import Designation, Entry, Termbase


@dataclass(frozen=True, slots=True)
class Found:
    """A designation in a sentence of a text: `others` are of entries that have it, too."""

    sentence: int
    start: int
    end: int
    entry: int
    designation: int
    others: tuple[tuple[int, int], ...] = ()


class Text:
    """The sentences of a draft or of a source, and the designations in them."""

    def __init__(self, taken: Taken, termbase: Termbase) -> None:
        self.taken = taken
        self.language = taken.language
        self.sentences = taken.sentences
        self._matcher = Matcher(termbase, taken.language)

    @cached_property
    def found(self) -> Sequence[Sequence[Found]]:
        """The designations of each sentence, in its order."""
        return [list(self._in(number, one.text)) for number, one in enumerate(self.sentences)]

    @cached_property
    def by_entry(self) -> Mapping[int, Sequence[Found]]:
        """The designations of each entry, in the order of the text."""
        entries: dict[int, list[Found]] = {}
        for found in self.found:
            for one in found:
                entries.setdefault(one.entry, []).append(one)
        return entries

    def words(self, found: Found) -> str:
        """The words of a designation as the text has them."""
        return self.sentences[found.sentence].text[found.start : found.end]

    def place(self, number: int, start: int, end: int) -> Place:
        """A stretch of a sentence as a place."""
        return placed(self.taken.text, self.sentences, number, start, end)

    def _in(self, number: int, text: str) -> Iterator[Found]:
        matches = self._matcher.find(text)
        for match in matches:
            others = tuple(
                (other.entry, other.designation)
                for other in matches
                if (other.start, other.end) == (match.start, match.end) and other.entry != match.entry
            )
            yield Found(number, match.start, match.end, match.entry, match.designation, others)


@dataclass(frozen=True, slots=True)
class View:
    """What a draft is checked by. `source` and `alignment` are None where no source was given."""

    termbase: Termbase
    draft: Text
    source: Text | None = None
    alignment: Alignment | None = None

    def entry(self, found: Found) -> Entry:
        """The entry of a designation that was found."""
        return self.termbase.entries[found.entry]

    def designation(self, found: Found) -> Designation:
        """The designation that was found."""
        return self.entry(found).designations[found.designation]

    def beads(self) -> Sequence[Bead]:
        """Which sentences of source and draft belong together."""
        return self.alignment.beads if self.alignment else ()

    def bead_of(self) -> Mapping[int, Bead]:
        """The bead of each sentence of the draft."""
        return {number: bead for bead in self.beads() for number in bead.target}

    def originals(self, entry: int, bead: Bead | None) -> Sequence[Found]:
        """The designations of an entry in the source's sentences of a bead."""
        if bead is None or self.source is None:
            return ()
        return [one for number in bead.source for one in self.source.found[number] if one.entry == entry]
