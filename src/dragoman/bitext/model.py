"""Aligned texts: sentences, beads, an alignment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.languages.spacing import between_sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one side.

    `start` and `end` are offsets into the text as it was given, before normalisation. `block`
    numbers the paragraph it stands in; `label` is the article or item number that opens it. `kind` says what
    it stands in: "heading", "article", "item", "paragraph", "cell" of a table, or "segment" of a translation
    memory; `level` is that of a heading, from 1, or the depth of an item, else 0.
    """

    text: str
    start: int = 0
    end: int = 0
    block: int = 0
    label: str = ""
    kind: str = "paragraph"
    level: int = 0


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that say the same: indices from 0 into either side, one side may be empty.

    `probability` is the calibrated probability that exactly these sentences belong together;
    `moved` says that the bead breaks the common order of both texts.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    probability: float
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two texts, sentence by sentence, and which sentences of them belong together.

    Beads are in the order of the source; a bead without source sentences stands where its
    target sentences stand. Every sentence of either side is in exactly one bead.
    """

    source: tuple[Sentence, ...]
    target: tuple[Sentence, ...]
    beads: tuple[Bead, ...]
    source_language: str
    target_language: str
    method: str
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Bead]:
        return iter(self.beads)

    def __len__(self) -> int:
        return len(self.beads)

    def texts(self, bead: Bead) -> tuple[str, str]:
        """The words of a bead, source and target, joined as each language does it; "" for an empty side."""
        return (
            between_sentences(self.source_language).join(self.source[i].text for i in bead.source),
            between_sentences(self.target_language).join(self.target[j].text for j in bead.target),
        )
