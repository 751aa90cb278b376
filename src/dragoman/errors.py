"""Every exception that Dragoman raises on purpose.

```
DragomanError                 exit code 1
├── InputError                exit code 2   what was given cannot be used
│   ├── EmptyInput                          nothing to read
│   ├── BinaryInput                         not a text
│   ├── EncodingError                       not readable in any encoding that was tried
│   ├── TooLarge                            over a stated limit
│   ├── WrongLanguage                       the text is in another language than declared
│   └── UnknownLanguage                     no such language code
├── Unrelated                 exit code 3   two texts that have nothing to do with each other
└── MissingExtra              exit code 4   an optional part is not installed
```

A message says what was wrong, where, and what to do next.
"""

from __future__ import annotations


class DragomanError(Exception):
    """The root: catch this to catch everything that Dragoman says on purpose."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} {self.remedy}".rstrip()


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


class WrongLanguage(InputError):
    """The text is in another language than the one declared, or in several."""


class UnknownLanguage(InputError):
    """No such language code."""


class Unrelated(DragomanError):
    """The two texts have nothing to do with each other, so no alignment is given."""

    exit_code = 3


class MissingExtra(DragomanError):
    """An optional part of Dragoman is not installed."""

    exit_code = 4
