"""What a reader gives: the text of a file, and its structure where the file has one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PartKind = Literal["heading", "paragraph", "item", "cell", "segment"]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of `Reading.text` that the file itself sets apart.

    `level` is 1 to 6 for a heading, 1 and more for the depth of a list item, else 0. `row` and `column`,
    from 1, place a table's cell. A "segment" is kept whole as one sentence; `key` names what it is a version
    of, so that segments of two languages with one key belong together.
    """

    start: int
    end: int
    kind: PartKind = "paragraph"
    level: int = 0
    row: int = 0
    column: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of a file in one language, as a reader of a stated version understood it.

    `parts` are in the order of the text and do not overlap; what lies between them is white space. They are
    empty where the file has no structure of its own (plain text): blank lines and numbering tell it then.
    `method` is the reader's name and version ("docx.v1"); `language` is what the file itself declares, or "".
    """

    text: str
    parts: tuple[Part, ...]
    form: str
    method: str
    encoding: str = ""
    title: str = ""
    language: str = ""
    notes: tuple[str, ...] = ()
