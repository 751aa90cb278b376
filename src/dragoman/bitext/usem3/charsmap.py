"""The normal form of a text that is cut into pieces: SentencePiece's `nmt_nfkc` and its rules for spaces.

The rules lie in the model as a *precompiled character map*: a double-array trie (Aoe 1989) from UTF-8 keys to
replacements, of which the longest that fits applies. Nearly all keys are single characters, so a text is
mapped with `str.translate`; only stretches with a character that continues a longer key, such as a combining
accent, walk the trie.
"""

from __future__ import annotations

import re
import struct
import zlib
from functools import lru_cache

# The symbol that stands for a space in the normal form (U+2581).
SPACE = "▁"

# CRC-32 of the character map that the class of continuing characters below was made from.
_CHECKSUM = 0x027B5244
# Every character that stands second or later in some key of that map, and a few between them: combining
# marks, vowel signs that compose, the vowels and finals of conjoining and half-width Korean letters.
_CONTINUING = (
    "\u0300-\u0345\u0653-\u0655\u093c\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e"
    "\u0d57\u0dca\u0dcf\u0ddf\u102e\u1161-\u11c2\u1b35\u3099\u309a\u3133-\u3163\uff9e-\uffdc"
    "\U000110ba\U00011127\U0001133e\U00011357\U000114b0-\U000114bd\U000115af"
)
_COMPOSED = re.compile(f"(.[{_CONTINUING}]+)", re.DOTALL)
_SPACES = re.compile("  +")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STRETCHES = 4096

# A unit of the double array: the label in the low byte, with a bit that marks values, which have no label; a
# bit that says that a value hangs below; the rest is the offset to its children.
_LABEL = 0x800000FF
_HAS_VALUE = 0x100
_VALUE = 0x7FFFFFFF


def known(charsmap: bytes) -> bool:
    """Whether this is the character map that the module was made for."""
    return zlib.crc32(charsmap) == _CHECKSUM


class CharacterMap(dict[int, str]):
    """Replacements by code point, each looked up in the trie when its character is first met.

    An unpaired surrogate, which no UTF-8 text holds, counts as U+FFFD, which the map makes a space.
    """

    def __init__(self, charsmap: bytes) -> None:
        super().__init__()
        (size,) = struct.unpack_from("<I", charsmap)
        self._units = struct.unpack_from(f"<{size // 4}I", charsmap, 4)
        self._replacements = charsmap[4 + size :]
        self._composed = lru_cache(_STRETCHES)(self._walked)

    def __missing__(self, codepoint: int) -> str:
        self[codepoint] = found = self._walked(chr(codepoint))
        return found

    def normal(self, text: str) -> str:
        """The text mapped, runs of spaces made one, each word opened by `SPACE`; "" if nothing is left."""
        parts = _COMPOSED.split(text)
        mapped = parts[0].translate(self)
        if len(parts) > 1:
            parts[0::2] = [part.translate(self) for part in parts[0::2]]
            parts[1::2] = [self._composed(part) for part in parts[1::2]]
            mapped = "".join(parts)
        words = _SPACES.sub(" ", mapped).strip(" ")
        return SPACE + words.replace(" ", SPACE) if words else ""

    def _walked(self, text: str) -> str:
        """The text mapped key by key, the longest first; a character that begins no key stays."""
        raw = _SURROGATE.sub("\ufffd", text).encode()
        mapped = bytearray()
        position = 0
        while position < len(raw):
            end, value = self._longest(raw, position)
            if end > position:
                mapped += self._replacements[value : self._replacements.index(b"\0", value)]
            else:
                end = position + 1
                while end < len(raw) and raw[end] & 0xC0 == 0x80:  # the further bytes of one character
                    end += 1
                mapped += raw[position:end]
            position = end
        return mapped.decode()

    def _longest(self, raw: bytes, start: int) -> tuple[int, int]:
        """Where the longest key at `start` ends and where its replacement stands; (start, 0) without one."""
        units = self._units
        found = start, 0
        node = _children(units[0])
        for position in range(start, len(raw)):
            node ^= raw[position]
            unit = units[node]
            if unit & _LABEL != raw[position]:
                break
            node ^= _children(unit)
            if unit & _HAS_VALUE:
                found = position + 1, units[node] & _VALUE
        return found


def _children(unit: int) -> int:
    """The offset from a unit to its children."""
    return (unit >> 10) << ((unit & 0x200) >> 6)
