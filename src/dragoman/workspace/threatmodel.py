"""What the workspace tells of threats: quotations, decisions on them, and states side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.bitext.model import Sentence
from dragoman.threats import Dimension, Mention, Strength

Decision = Literal["open", "confirmed", "rejected"]

JOINT = "*"
"""Asked for as a party: the documents of several parties together."""
NOBODY = "-"
"""Asked for as a party: the documents of which nobody said whose they are."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which mentions are wanted; "" asks for all.

    `party` is one that documents name as their only party, in full or in one of its languages, or `JOINT` or
    `NOBODY`. `since` and `until` are ISO dates of any precision, both included; documents without a date
    answer only where neither is given. `state` is "open", "confirmed", "rejected", or "counted" for those
    that the figures count.
    """

    party: str = ""
    dimension: str = ""
    topic: str = ""
    since: str = ""
    until: str = ""
    state: str = ""
    strength: str = ""
    language: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody decided of words of an original, by the event of the record that says so.

    `first` and `last` count characters of the original's text. `found` says whether the present method still
    finds these words under this topic.
    """

    event: str
    mention: str
    document: str
    language: str
    original: str
    first: int
    last: int
    words: str
    topic: str
    confirmed: bool
    reason: str
    party: str
    author: str
    time: str
    found: bool = True


@dataclass(frozen=True, slots=True)
class Quotation:
    """A mention with the sentence that it stands in and the document that says it.

    `counted` says whether the figures count it: a person confirmed it, or it is undecided, the lexicon
    knows what is named, and the text itself says so.
    """

    id: str
    document: str
    title: str
    date: str
    body: str
    kind: str
    parties: tuple[str, ...]
    source: str
    invented: bool
    language: str
    anchor: str
    sentence: Sentence
    mention: Mention
    strength: Strength
    dimension: Dimension
    decision: Decision
    counted: bool
    judgement: Judgement | None

    @property
    def words(self) -> str:
        """What is named, as the text has it."""
        return self.sentence.text[self.mention.start : self.mention.end]


@dataclass(frozen=True, slots=True)
class Quotations:
    """Some of the quotations that answer, the newest first; `total` of all, from so many documents."""

    total: int
    documents: int
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """How often documents name a topic.

    `documents` of them do, of `of` that could; `share` with its 95 % interval (Wilson 1927). `passages` are
    mentions, of a document in several languages those of the language that has most. `first` and `last` are
    the dates of the earliest and the latest document that does, "" where none has a date.
    """

    documents: int
    of: int
    passages: int
    first: str
    last: str
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic: a figure for each party, in their order, and one for their joint documents.

    `named_by` counts the parties that name it in documents of their own.
    """

    topic: str
    dimension: Dimension
    figures: tuple[Figure, ...]
    joint: Figure
    named_by: int


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Topics by parties, in the order of the dimensions; only topics that somebody names.

    `documents` counts each party's own documents, `joint` those of several, `nobody` those of which nobody
    said whose they are: these stand in no column. `open` counts mentions that wait for a person, as the
    lexicon does not know what they name.
    """

    parties: tuple[str, ...]
    documents: tuple[int, ...]
    joint: int
    nobody: int
    open: int
    rows: tuple[TopicRow, ...]
