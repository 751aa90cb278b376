"""A text that is put together part by part, each part knowing its place in it."""

from __future__ import annotations

import re

from dragoman.errors import EmptyInput
from dragoman.readers.reading import Part, PartKind, Reading

# A blank line, so that no two parts are ever taken for one paragraph.
_BETWEEN_PARTS = "\n\n"

_LINE_END = re.compile(r"\s*[\n\x0b\x0c\x85\u2028\u2029]\s*")
_SPACES = re.compile(r"[ \t\r]+")
# Ideographs, kana and full-width signs, between which no space is set; and signs that are as wide in Chinese.
_WIDE = "\u2e80-\u312f\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003ffff"
_ALSO_WIDE = "“”‘’…—·"
_WIDE_AT_END = re.compile(f"[{_WIDE}][{_ALSO_WIDE}]*$")
_WIDE_AT_START = re.compile(f"[{_ALSO_WIDE}]*[{_WIDE}]")


def solid(text: str, breaks: str) -> str:
    """Text in which broken lines of ideographs are joined; `breaks` are the characters at which lines end.

    Between other characters the line ends stay as they are: there they stand for a space.
    """
    signs = re.escape(breaks)
    one = rf"(?<=[{_WIDE}{_ALSO_WIDE}])[ \t]*[{signs}][\s{signs}]*(?=[{_WIDE}])"
    other = rf"(?<=[{_WIDE}])[ \t]*[{signs}][\s{signs}]*(?=[{_ALSO_WIDE}])"
    return re.sub(f"{one}|{other}", "", text)


def between_lines(before: str, after: str) -> str:
    """What joins two lines of one paragraph: nothing beside an ideograph, else a space."""
    return "" if _WIDE_AT_END.search(before[-8:]) or _WIDE_AT_START.match(after[:8]) else " "


def tidy(text: str) -> str:
    """Text with single spaces and single line ends, none of them at its edges."""
    return _SPACES.sub(" ", _LINE_END.sub("\n", text)).strip()


class Manuscript:
    """Gathers parts in the order of the document; what holds no word is passed over."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._parts: list[Part] = []
        self._end = 0

    @property
    def characters(self) -> int:
        """How long the text is so far."""
        return self._end

    def add(
        self,
        text: str,
        kind: PartKind = "paragraph",
        level: int = 0,
        *,
        row: int = 0,
        column: int = 0,
        key: str = "",
    ) -> None:
        """Add one part; see `Part` for its kind and the numbers."""
        words = tidy(text)
        if not words:
            return
        start = self._end + len(_BETWEEN_PARTS) if self._parts else 0
        self._end = start + len(words)
        self._pieces.append(words)
        self._parts.append(Part(start, self._end, kind, level, row, column, key))

    def reading(
        self,
        form: str,
        method: str,
        where: str,
        *,
        encoding: str = "",
        title: str = "",
        language: str = "",
        notes: tuple[str, ...] = (),
    ) -> Reading:
        """What was gathered; `where` names the source in messages.

        Raises:
            EmptyInput: there is not one word.
        """
        if not self._parts:
            raise EmptyInput(
                "There is no text in it.", where=where, remedy="Check that the right file was given."
            )
        return Reading(
            _BETWEEN_PARTS.join(self._pieces),
            tuple(self._parts),
            form,
            method,
            encoding,
            " ".join(title.split()),
            language,
            notes,
        )
