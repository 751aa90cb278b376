"""What the workspace tells of differences between language versions, and of what people decided of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.bitext.model import Sentence
from dragoman.marking import Reason
from dragoman.versions.model import Kind

State = Literal["open", "accepted", "dismissed"]
STATES: tuple[State, ...] = ("open", "accepted", "dismissed")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a version of a document, by its original: ranges of characters of its text, and what stands
    there; () where the version has nothing."""

    language: str
    original: str
    ranges: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided of a finding, by the event of the record that says so.

    `accepted` says that the versions differ there in substance; else `reason` says why they do not.
    `found` is whether the present method still makes the finding of the document's present versions.
    """

    event: str
    finding: str
    document: str
    kind: Kind
    passages: tuple[Passage, ...]
    accepted: bool
    reason: str
    party: str
    author: str
    time: str
    found: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """What a version says at a finding: its sentences with their anchors, and in each what is marked."""

    language: str
    sentences: tuple[Sentence, ...]
    anchors: tuple[str, ...]
    spans: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are marked."""
        return tuple(
            one.text[start:end]
            for one, spans in zip(self.sentences, self.spans, strict=True)
            for start, end in spans
        )


@dataclass(frozen=True, slots=True)
class DocumentFinding:
    """A finding in a document: `told` by version; `anchor` of the row it is in; `decision` None while open.

    The other fields are those of `dragoman.versions.model.Finding`.
    """

    id: str
    document: str
    kind: Kind
    probability: float
    reason: Reason
    alone: str
    row: int
    anchor: str
    told: tuple[Told, ...]
    decision: Decision | None

    @property
    def state(self) -> State:
        """What people decided."""
        if self.decision is None:
            return "open"
        return "accepted" if self.decision.accepted else "dismissed"


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings of a document that answer, in the order of its rows.

    `languages` are those compared; `left_out` those of a document with more than three that were not.
    `rows` counts the rows side by side. `below` counts findings less probable than the line, `counts` those
    at the line by state. `ready` is False while the comparison of the present versions waits to be made.
    `terms` is False while the terms of all documents, which tell of renderings, wait to be found.
    """

    document: str
    languages: tuple[str, ...]
    left_out: tuple[str, ...]
    findings: tuple[DocumentFinding, ...]
    total: int
    rows: int
    below: int
    counts: tuple[tuple[State, int], ...]
    line: float
    method: str
    ready: bool
    terms: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """Where a finding stands: by language the characters of the version's text at which its places begin."""

    id: str
    kind: Kind
    probability: float
    places: Mapping[str, tuple[int, ...]]
