"""The languages of the interface: their place in addresses, and which one a browser asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.interface import Interface, interface

DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Locale:
    """A language of the interface: its code in addresses, its own name for itself, its messages."""

    code: str
    name: str
    words: Interface


LOCALES = {
    code: Locale(code, name, interface(code))
    for code, name in (("en", "English"), ("ru", "Русский"), ("zh", "中文"))
}

ALIASES = {
    "cmn": "zh",
    "zh-cn": "zh",
    "zh-hans": "zh",
    "zh-hant": "zh",
    "zh-hk": "zh",
    "zh-mo": "zh",
    "zh-sg": "zh",
    "zh-tw": "zh",
}
"""What browsers and systems write -> the language of the interface that serves it.

A language that is not here and whose primary subtag is none of ours gives way to the next one that the
visitor lists, and at the end to English: nobody is taken to read a language that he did not name.
"""


def preferred(accept_language: str) -> str:
    """The code of the interface's language that fits an Accept-Language header best (RFC 9110, 12.5.4)."""
    for tag in _by_preference(accept_language):
        # RFC 4647, 3.4: a longer tag is shortened until it is known.
        while tag:
            found = ALIASES.get(tag, tag)
            if found in LOCALES:
                return found
            tag = tag.rpartition("-")[0]
    return DEFAULT


def _by_preference(accept_language: str) -> Iterator[str]:
    """Tags in lower case, the most wanted first; those of equal weight as they stand."""
    weighed = []
    for part in accept_language.split(","):
        tag, _semicolon, weight = part.strip().lower().partition(";")
        try:
            quality = float(weight.strip().removeprefix("q=")) if weight else 1.0
        except ValueError:
            quality = 0.0
        if tag and quality > 0:
            weighed.append((-quality, tag.strip().replace("_", "-")))
    yield from (tag for _quality, tag in sorted(weighed, key=lambda pair: pair[0]))
