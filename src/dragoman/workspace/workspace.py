"""The workspace: documents with their versions, aligned; originals, evidence and record in one place."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from secrets import token_hex
from types import TracebackType
from typing import Self

from dragoman.bitext.model import Alignment
from dragoman.errors import AlreadyThere, DragomanError, InputError
from dragoman.record.events import Event
from dragoman.record.fault import Fault
from dragoman.record.names import is_signed_party
from dragoman.workspace import documents as library
from dragoman.workspace import jobs as work
from dragoman.workspace import log, mending, sidebyside
from dragoman.workspace.adding import add
from dragoman.workspace.catalogue import Catalogues
from dragoman.workspace.clock import now
from dragoman.workspace.core import Core
from dragoman.workspace.deriving import KIND, derive
from dragoman.workspace.digests import digests
from dragoman.workspace.drafts import Drafts
from dragoman.workspace.exchange import Exchange
from dragoman.workspace.finding import clear, settle
from dragoman.workspace.glossaries import Glossaries
from dragoman.workspace.incoming import harmless
from dragoman.workspace.model import (
    About,
    Added,
    Document,
    File,
    Job,
    Parallel,
    Source,
)
from dragoman.workspace.opening import opened
from dragoman.workspace.originals import Originals
from dragoman.workspace.parties import Parties
from dragoman.workspace.people import People
from dragoman.workspace.place import Place, found, founded, settled
from dragoman.workspace.projection import project_all
from dragoman.workspace.rounds import Rounds
from dragoman.workspace.schema import bring_up_to_date, check_tables, form_of
from dragoman.workspace.termwork import KIND as TERMS
from dragoman.workspace.termwork import find_terms, want_terms
from dragoman.workspace.texts import Texts
from dragoman.workspace.threats import Threats
from dragoman.workspace.usage import Usage
from dragoman.workspace.versions import Versions

# Seconds between two looks at what another process does.
_PAUSE = 0.2
# Jobs after which the index is put in order.
_MANY = 100

Side = tuple[str, Sequence[tuple[int, int]]]


class Workspace:
    """An open workspace. Cheap to open; one may be shared by threads, and several processes may work on one
    folder.

    Documents are named by their identifier, or by a beginning of it of four characters or more that no
    other shares. What changes the workspace is kept whole or not at all, and raises `ReadOnly`, `DiskFull`,
    `Busy` or `DamagedDatabase` where it cannot be kept.
    """

    def __init__(self, core: Core) -> None:
        self._core = core
        self._texts = Texts()
        self._catalogues = Catalogues()

    @classmethod
    def create(
        cls, folder: Path, *, title: str = "", party: str = "", author: str = "", database: str = ""
    ) -> Workspace:
        """Make a workspace in a folder, which need not exist.

        Args:
            folder: Where it lies.
            title: What people call it; the folder's name without one.
            party: In whose name the record is written, "editors" without one; it stays so for ever.
            author: Who writes, unless another name is given with a change.
            database: Address of a PostgreSQL database, postgresql://user@host/name; SQLite in the folder
                without one.

        Raises:
            AlreadyThere: the folder or the database holds a workspace.
            WorkspaceError
        """
        folder = folder.absolute()
        place = Place(folder, title or harmless(folder.name), party or "editors", author, database)
        for words in (place.title, place.party, place.author):
            if not words.replace("\u00a0", " ").isprintable() or (words and not words.strip()):
                raise InputError("{words!r} cannot be a name.", remedy="Write it in one line.", words=words)
        if is_signed_party(place.party):
            raise InputError(
                "{words!r} is the name of a party that signs: no workspace is kept in it.",
                remedy="Give another name; `dragoman parties found` founds parties that sign.",
                words=place.party,
            )
        founded(place)
        opening = opened(place, new=True)
        try:
            with opening.reading() as connection:
                if database and form_of(connection):
                    raise AlreadyThere(
                        "The database holds a workspace already.",
                        where=opening.where,
                        remedy="Give this workspace a database of its own.",
                    )
            bring_up_to_date(opening)
            settled(place)
        except BaseException:
            opening.close()
            raise
        return cls(Core(place, opening, Originals(place.originals)))

    @classmethod
    def open(cls, folder: Path) -> Workspace:
        """Open the workspace in a folder. One that an older Dragoman made is brought to the present form.

        Raises:
            NotAWorkspace
            WorkspaceError
        """
        place = found(folder.absolute())
        database = opened(place)
        try:
            with database.reading() as connection:
                check_tables(connection, database.where)
            bring_up_to_date(database)
        except BaseException:
            database.close()
            raise
        return cls(Core(place, database, Originals(place.originals)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._core.database.close()

    @property
    def folder(self) -> Path:
        """Where the workspace lies."""
        return self._core.place.folder

    @property
    def title(self) -> str:
        """What people call it."""
        return self._core.place.title

    @property
    def party(self) -> str:
        """In whose name the record is written."""
        return self._core.place.party

    @property
    def author(self) -> str:
        """Who writes, unless another name is given with a change."""
        return self._core.place.author

    # Adding and aligning

    def add(
        self,
        files: Sequence[File],
        about: About | None = None,
        *,
        document: str = "",
        replace: bool = False,
        author: str = "",
    ) -> Added:
        """Add language versions: of a new document, or of one that is there.

        The files are read first: if one cannot be, nothing is stored. Aligning is left to a job, see
        `work`. Files that are here already, byte for byte, are noticed and not stored again.

        Args:
            files: One a language, or a translation memory, which holds several.
            about: What is known of a new document.
            document: The one that the files belong to.
            replace: A text may take the place of the one that the document has in its language; the
                former one is kept.
            author: Who adds them; the workspace's author without one.

        Raises:
            InputError and its kinds: a file cannot be used.
            AlreadyThere: it is in another document, or the document has another text in this
                language.
            NoSuchDocument
            WorkspaceError
        """
        name = self._resolved(document) if document else ""
        return add(self._core, files, about or About(), document=name, replace=replace, author=author)

    def work(self, *, document: str = "", progress: Callable[[Job], None] | None = None) -> int:
        """Do the jobs that wait, and those whose process died, of one document if named; returns how many.

        Then the terms of all documents are found, if that waits and no other document's job does.

        A job that cannot be done is marked as failed with its reason; what fails is not raised.
        """
        name = self._resolved(document) if document else ""
        count = 0
        while self._work_once(name, progress):
            count += 1
        if count >= _MANY:
            with self._core.database.writing() as connection:
                settle(connection)
        return count

    def rebuild(self, document: str = "", *, progress: Callable[[Job], None] | None = None) -> dict[str, str]:
        """Make all that is derived anew, of one document or of all, from originals and record.

        The terms are those of all documents: after one of them they are found anew if no other waits.

        Returns the digest of each derived table, see `digests`.
        """
        with self._core.database.writing() as connection:
            names = project_all(connection, self._core.originals)
            if document:
                names = [library.resolved(connection, document)]
            else:
                clear(connection)
            cause = f"rebuild {now()} {token_hex(8)}"
            asked = {work.enqueue(connection, KIND, name, cause, fresh=True) for name in names}
            terms = want_terms(connection, fresh=not document)
            if not document:
                # Those of one document wait for all others that wait, and are not waited for here.
                asked.add(terms)
        self.work(document=document, progress=progress)
        while not asked.isdisjoint(job.id for job in self.jobs(active=True)):
            # Another process does some of it: the digests are those of the whole.
            time.sleep(_PAUSE)
            self.work(document=document, progress=progress)
        return self.digests()

    def find_terms(self, *, progress: Callable[[Job], None] | None = None) -> None:
        """Find the terms of the whole collection now; jobs that wait are done first.

        They are found in the background whenever documents change; in a large collection, of 200,000
        sentences and more, only when a hundredth of the sentences have come or gone, unless this asks.
        """
        with self._core.database.writing() as connection:
            want_terms(connection, now=True)
        self.work(progress=progress)

    def digests(self) -> dict[str, str]:
        """SHA-256 of the canonical rows of each derived table, by its name; the same after every rebuild."""
        with self._core.database.reading() as connection:
            return digests(connection)

    # Reading

    def documents(self, *, query: str = "") -> list[Document]:
        """Documents, the newest first; those whose description holds all words of a query."""
        with self._core.database.reading() as connection:
            return library.documents(connection, query)

    def languages(self) -> tuple[str, ...]:
        """Codes of the languages of the documents' present versions, sorted."""
        with self._core.database.reading() as connection:
            return tuple(library.languages(connection))

    def document(self, document: str) -> Document:
        """One document.

        Raises:
            NoSuchDocument
        """
        with self._core.database.reading() as connection:
            return library.document(connection, library.resolved(connection, document))

    def parallel(
        self,
        document: str,
        languages: Sequence[str] = (),
        *,
        page: int = 1,
        size: int = sidebyside.LARGEST_PAGE,
    ) -> Parallel:
        """A page of a document, its versions in up to three languages side by side; `size` is up to 1,000
        rows.

        Raises:
            NoSuchDocument
            InputError: no such language or page.
        """
        with self._core.database.reading() as connection:
            name = library.resolved(connection, document)
            return sidebyside.page_of(self._texts.of(connection, name, languages), page, size)

    def alignment(self, document: str, left: str, right: str) -> Alignment:
        """The alignment of two language versions, with its corrections, as `dragoman.align` gives one.

        Raises:
            NoSuchDocument
            InputError: the document has no version in one of the languages.
        """
        with self._core.database.reading() as connection:
            name = library.resolved(connection, document)
            return self._texts.of(connection, name, (left, right)).alignments[0, 1]

    def locate(
        self,
        document: str,
        languages: Sequence[str],
        anchor: str,
        *,
        size: int = sidebyside.LARGEST_PAGE,
    ) -> tuple[int, str]:
        """The page, and the anchor of the row on it, where the sentence of an anchor such as "ru1532" stands.

        Raises:
            NoSuchDocument
            InputError: there is no such sentence.
        """
        with self._core.database.reading() as connection:
            text = self._texts.of(connection, library.resolved(connection, document), languages)
        return sidebyside.place_of(text, anchor, size)

    @property
    def usage(self) -> Usage:
        """How words are used in all documents: the concordance, terms, renderings, formulations."""
        return Usage(self._core, self._catalogues, self._texts)

    def sources(self) -> list[Source]:
        """Every original, with its document, source and licence."""
        with self._core.database.reading() as connection:
            return library.sources(connection)

    def original(self, name: str) -> Path:
        """Where an original lies, by its hash ("sha256:…"); its bytes have been compared with it.

        Raises:
            WorkspaceError: it is missing or was changed.
        """
        self._core.originals.bytes_of(name)
        return self._core.originals.path(name)

    # Correcting

    def describe(self, document: str, field: str, value: object, *, author: str = "") -> str:
        """Correct a field of a document's description; returns the hash of the event that records it.

        Raises:
            NoSuchDocument
            InputError: there is no such field, or it cannot be this.
        """
        return mending.describe(self._core, self._resolved(document), field, value, author)

    def correct(self, document: str, left: Side, right: Side, *, author: str = "") -> str:
        """Record that these sentences of two languages, and only these, belong together.

        Each side is a language and ranges of characters of its text, each from the start of a sentence to
        the end of one; a side without ranges says that the other's sentences have no counterpart. Returns
        the hash of the event.

        Raises:
            NoSuchDocument
            InputError: a range is no whole sentences, or there is no such version.
        """
        return mending.correct(self._core, self._resolved(document), left, right, author)

    def restore(self, document: str, correction: str, *, author: str = "") -> str:
        """Take a correction back, by the hash of its event; returns the hash of the event that does it.

        Raises:
            NoSuchDocument
            InputError: there is no such correction, or it was taken back.
        """
        return mending.restore(self._core, self._resolved(document), correction, author)

    # Threats

    @property
    def threats(self) -> Threats:
        """What each state names as a threat, and what people decided of it."""
        return Threats(self._core)

    # Versions

    @property
    def versions(self) -> Versions:
        """Where the language versions of documents differ, and what people decided of it."""
        return Versions(self._core, self._texts)

    # People

    @property
    def people(self) -> People:
        """Who may sign in, and what each may do."""
        return People(self._core)

    # Parties and what they agree on

    @property
    def parties(self) -> Parties:
        """The parties that sign, and their keys."""
        return Parties(self._core)

    @property
    def glossaries(self) -> Glossaries:
        """The glossaries that parties agree on, entry by entry."""
        return Glossaries(self._core)

    @property
    def rounds(self) -> Rounds:
        """The rounds of talks on glossaries."""
        return Rounds(self._core)

    @property
    def exchange(self) -> Exchange:
        """Bundles: what this copy of the record hands to others, and takes from them."""
        return Exchange(self._core)

    @property
    def drafts(self) -> Drafts:
        """What parties write for themselves until they propose it."""
        return Drafts(self._core)

    # Record and jobs

    def history(self, document: str = "") -> list[Event]:
        """The events of the record in their order, of one document or all."""
        with self._core.database.reading() as connection:
            name = library.resolved(connection, document) if document else ""
            return log.history(connection, name)

    def verify(self) -> list[Fault]:
        """What is wrong with the record; nothing, if the list is empty. Lines are counted from 1."""
        with self._core.database.reading() as connection:
            return log.faults(log.lines(connection), log.aside_lines(connection))

    def jobs(self, *, active: bool = False) -> list[Job]:
        """Jobs, the latest first; `active` ones wait or are at work."""
        with self._core.database.reading() as connection:
            return work.jobs(connection, active=active)

    def job(self, name: str) -> Job:
        """One job.

        Raises:
            InputError: there is none of this name.
        """
        with self._core.database.reading() as connection:
            return work.job(connection, name)

    def _resolved(self, document: str) -> str:
        with self._core.database.reading() as connection:
            return library.resolved(connection, document)

    def _work_once(self, document: str, progress: Callable[[Job], None] | None) -> bool:
        """Do one job; False if there is none."""
        with work.claimed(self._core.database, document, progress) as claim:
            if claim is None:
                return False
            try:
                if claim.job.kind == TERMS:
                    find_terms(claim)
                else:
                    derive(claim, self._core.originals)
            except DragomanError as error:
                claim.fail(error)
            except Exception as error:
                claim.fail(
                    DragomanError(
                        "An error in Dragoman itself: {kind}: {reason}.",
                        remedy="Please report it with the document that caused it.",
                        kind=type(error).__name__,
                        reason=str(error),
                    )
                )
                raise
            else:
                claim.finish()
        return True
