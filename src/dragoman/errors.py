"""Every exception that Dragoman raises on purpose.

```
DragomanError                 exit code 1
├── InputError                exit code 2   what was given cannot be used
│   ├── EmptyInput                          nothing to read
│   ├── BinaryInput                         not a text
│   ├── EncodingError                       not readable in any encoding that was tried
│   ├── TooLarge                            over a stated limit
│   ├── ScannedDocument                     pictures of text, no text
│   ├── Protected                           locked with a password
│   ├── Unsafe                              made to do harm to its reader
│   ├── WrongLanguage                       the text is in another language than declared
│   ├── UnknownLanguage                     no such language code
│   ├── NotAWorkspace                       the folder holds no workspace
│   ├── NoSuchDocument                      no document of this name, or several
│   ├── NoSuchTerm                          no term of this name
│   ├── NoSuchParty                         no party of this name, or several
│   ├── NoSuchEntry                         no glossary, entry, proposal or round of this name
│   ├── WrongPassphrase                     the key stays closed
│   ├── NotAllowed                          who asks may not do this
│   │   └── NotSignedIn                     nobody is signed in
│   ├── BadBundle                           the bundle is refused as a whole
│   └── AlreadyThere                        it is there already, and another one is not put beside it
├── Unrelated                 exit code 3   two texts that have nothing to do with each other
├── MissingExtra              exit code 4   an optional part is not installed
├── RecordError               exit code 5   the record is not what it says it is
└── WorkspaceError            exit code 6   the workspace cannot be used as it is
    ├── ReadOnly                            nothing can be written there
    ├── DiskFull                            no room is left
    ├── DamagedDatabase                     the database is not whole
    └── Busy                                another process holds it for too long
```

A message says what was wrong, where, and what to do next. Its sentences are templates (`str.format`), so
that they can be translated before the values are filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping


def said(
    templates: Iterable[str],
    values: Mapping[str, object],
    translate: Callable[[str], str] | None = None,
    *,
    where: str = "",
) -> str:
    """Sentences as one message: each given to `translate`, then filled in; empty ones are left out."""
    parts = [part for part in templates if part]
    sentences = [(translate(part) if translate else part).format(**values) for part in parts]
    return " ".join([f"{where}:", *sentences] if where else sentences)


class DragomanError(Exception):
    """The root: catch this to catch everything that Dragoman says on purpose."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "", **values: object) -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        self.values = values
        super().__init__(what)

    def __str__(self) -> str:
        return self.message()

    def message(self, translate: Callable[[str], str] | None = None) -> str:
        """The whole message, its sentences given to `translate` first."""
        return said((self.what, self.remedy), self.values, translate, where=self.where)


class InputError(DragomanError):
    """What was given cannot be used as it is."""

    exit_code = 2


class EmptyInput(InputError):
    """There is nothing to read."""


class BinaryInput(InputError):
    """The file is not a text."""


class EncodingError(InputError):
    """The bytes are not readable in any encoding that was tried."""


class TooLarge(InputError):
    """The input is over a limit that the message states."""


class ScannedDocument(InputError):
    """The file holds pictures of pages and no text: characters have to be recognised first (OCR)."""


class Protected(InputError):
    """The file is locked with a password."""


class Unsafe(InputError):
    """The file is made so that reading it would fetch other files or fill the memory."""


class WrongLanguage(InputError):
    """The text is in another language than the one declared, or in several."""


class UnknownLanguage(InputError):
    """No such language code."""


class NotAWorkspace(InputError):
    """The folder holds no workspace."""


class NoSuchDocument(InputError):
    """No document has this identifier, or several begin with it."""


class NoSuchTerm(InputError):
    """The collection has no term of this name in the language."""


class NoSuchParty(InputError):
    """No party has this name, or several do."""


class NoSuchEntry(InputError):
    """There is no glossary, entry, proposal or round of this name."""


class WrongPassphrase(InputError):
    """The passphrase does not open the key, or what is stored of the key was altered."""


class NotAllowed(InputError):
    """Who asks may not do this."""


class NotSignedIn(NotAllowed):
    """Nobody is signed in, and this is not for everybody."""


class BadBundle(InputError):
    """The bundle is damaged, forged, from a stranger, or no bundle: nothing of it was taken."""


class AlreadyThere(InputError):
    """It is there already, and another one is not put beside it."""


class Unrelated(DragomanError):
    """The two texts have nothing to do with each other, so no alignment is given."""

    exit_code = 3


class MissingExtra(DragomanError):
    """An optional part of Dragoman is not installed."""

    exit_code = 4


class RecordError(DragomanError):
    """The record is not what it says it is: an event was altered, or is none."""

    exit_code = 5


class WorkspaceError(DragomanError):
    """The workspace cannot be used as it is."""

    exit_code = 6


class ReadOnly(WorkspaceError):
    """Nothing can be written into the workspace."""


class DiskFull(WorkspaceError):
    """No room is left where the workspace lies."""


class DamagedDatabase(WorkspaceError):
    """The workspace's database is not whole."""


class Busy(WorkspaceError):
    """Another process holds the workspace for too long."""
