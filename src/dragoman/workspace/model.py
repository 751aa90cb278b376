"""What the workspace gives and takes: documents, versions, parallel pages, jobs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dragoman.bitext.model import Sentence
from dragoman.errors import said

State = Literal["ready", "working", "failed"]
JobState = Literal["waiting", "running", "done", "failed"]


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a document besides its text; "" and () where it is not known.

    `body` is the body that issued it, `parties` whose document it is, `date` an ISO date of any precision
    ("2024", "2024-05", "2024-05-16"). `invented` says that it was written for a demonstration.
    """

    title: str = ""
    kind: str = ""
    body: str = ""
    parties: tuple[str, ...] = ()
    date: str = ""
    place: str = ""
    source: str = ""
    licence: str = ""
    invented: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file to add: a path, or bytes with a name.

    Without a language it is taken from the name ("statement.ru.docx"), else from what the file declares, else
    from its words.
    """

    source: Path | bytes
    name: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding files.

    `languages` says of each language how it was told ("given", "name", "file", "text"). `already` names
    the files that were in the workspace before, byte for byte. `job` is "" where nothing is left to do.
    """

    document: str
    job: str
    languages: Mapping[str, str]
    already: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """A document in one language: the original by its hash, and how it was read.

    `title` is what the text calls itself. `size` is in bytes; `earlier` are the versions that this one took
    the place of, the latest first. `method`, `encoding` and the counts are empty until it has been read.
    """

    language: str
    original: str
    name: str
    form: str
    media_type: str
    size: int
    added: str
    title: str = ""
    method: str = ""
    encoding: str = ""
    characters: int = 0
    sentences: int = 0
    notes: tuple[str, ...] = ()
    earlier: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a job failed: a message that can still be translated."""

    what: str
    where: str
    remedy: str
    values: Mapping[str, object]
    exit_code: int = 1

    def message(self, translate: Callable[[str], str] | None = None) -> str:
        """The whole message, its sentences given to `translate` first."""
        return said((self.what, self.remedy), self.values, translate, where=self.where)

    def __str__(self) -> str:
        return self.message()


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its language versions, by language."""

    id: str
    about: About
    versions: tuple[Version, ...]
    added: str
    state: State = "ready"
    problem: Problem | None = None

    def title_in(self, language: str) -> str:
        """What the version in a language calls itself, else what the document is called."""
        own = next((version.title for version in self.versions if version.language == language), "")
        return own or self.about.title

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of its languages, in alphabetical order."""
        return tuple(version.language for version in self.versions)


@dataclass(frozen=True, slots=True)
class Cell:
    """The sentences of a row in one language; none where that version says nothing here."""

    language: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class ParallelRow:
    """Sentences that belong together, a cell a language.

    `anchor` comes from the content: language and offset of the first sentence. `probability` is that the row
    is exactly right (1.0 where there is one language only); `corrected` holds hashes of the events that
    corrected it. `opens` says that a paragraph begins here.
    """

    anchor: str
    number: int
    cells: tuple[Cell, ...]
    probability: float
    moved: bool
    corrected: tuple[str, ...]
    kind: str
    level: int
    label: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part of a document begins: row, page, label ("article 5"), and its heading by language."""

    anchor: str
    page: int
    label: str
    headings: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parallel:
    """A page of a document's versions side by side; pages count from 1, `total` rows in all."""

    document: Document
    languages: tuple[str, ...]
    rows: tuple[ParallelRow, ...]
    page: int
    pages: int
    total: int
    contents: tuple[Place, ...]
    methods: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An original file: where it came from, and under which licence it may be used."""

    original: str
    name: str
    size: int
    media_type: str
    document: str
    title: str
    language: str
    source: str
    licence: str
    invented: bool
    added: str
    current: bool


@dataclass(frozen=True, slots=True)
class Job:
    """Work in the background: `done` of `total` steps, the present one in words; times are UTC."""

    id: str
    kind: str
    document: str
    state: JobState
    done: int
    total: int
    step: str
    problem: Problem | None
    created: str
    changed: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What an examination found: a template with its values, what to do, and whether data are in danger."""

    what: str
    remedy: str
    values: Mapping[str, object]
    grave: bool

    def message(self, translate: Callable[[str], str] | None = None) -> str:
        """The finding and its remedy, each given to `translate` first."""
        return said((self.what, self.remedy), self.values, translate)
