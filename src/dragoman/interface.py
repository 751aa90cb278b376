"""The language in which a page speaks to its reader; the texts on it have languages of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from gettext import translation
from importlib.resources import files

# Primary subtag -> folder of the catalogue (English needs none), and the tag that the page gives itself.
_CATALOGUES = {"en": ("en", "en"), "ru": ("ru", "ru"), "zh": ("zh_Hans", "zh-Hans")}


@dataclass(frozen=True, slots=True)
class Interface:
    """A language of the interface: its BCP 47 tag, and its gettext functions."""

    tag: str
    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]


@cache
def interface(code: str) -> Interface:
    """The interface in a language by its BCP 47 code ("zh", "zh-CN", "zh_Hans"); else in English."""
    subtag = code.replace("_", "-").partition("-")[0].lower()
    folder, tag = _CATALOGUES.get(subtag, _CATALOGUES["en"])
    found = translation("dragoman", str(files("dragoman").joinpath("locale")), [folder], fallback=True)
    return Interface(tag, found.gettext, found.ngettext)
