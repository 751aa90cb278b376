"""Which languages there are.

A module of this package that is named by a code of two or three letters is a language known in
depth; all others are in `generic`.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from dragoman.errors import UnknownLanguage
from dragoman.languages.composed import ComposedLanguage
from dragoman.languages.generic import codes as generic_codes
from dragoman.languages.generic import generic
from dragoman.languages.model import Language

_CODE = re.compile("[a-z]{2,3}")

# Codes that are written for these languages: ISO 639-2 and 639-3, and codes of countries.
_ALIASES = {
    "eng": "en", "rus": "ru", "zho": "zh", "chi": "zh", "cmn": "zh", "cn": "zh", "ara": "ar", "spa": "es",
    "fra": "fr", "fre": "fr", "deu": "de", "ger": "de", "jpn": "ja", "kor": "ko", "ukr": "uk",
    "nb": "no", "nn": "no", "tl": "fil", "iw": "he", "in": "id", "prs": "fa", "pes": "fa",
}  # fmt: skip


def language(code: str) -> Language:
    """The language with a BCP 47 code; script and region are left aside ("zh-Hant", "en_GB").

    Raises:
        UnknownLanguage: there is no such code here; the message names the nearest.
    """
    return composed(code)


@cache
def composed(code: str) -> ComposedLanguage:
    """`language`, with all that is particular to our own ones."""
    primary = re.split("[-_]", code.strip().lower(), maxsplit=1)[0]
    primary = _ALIASES.get(primary, primary)
    if primary in in_depth():
        found: ComposedLanguage = import_module(f"dragoman.languages.{primary}").LANGUAGE
        return found
    other = generic(primary)
    if other is None:
        near = get_close_matches(primary, known(), n=3, cutoff=0.5)
        if near:
            raise UnknownLanguage(
                "No language has the code {code!r}.",
                remedy="Codes that look like it: {near}.",
                code=code,
                near=", ".join(near),
            )
        raise UnknownLanguage(
            "No language has the code {code!r}.",
            remedy="Codes are those of BCP 47, such as ru, zh or en.",
            code=code,
        )
    return other


@cache
def in_depth() -> tuple[str, ...]:
    """Codes of the languages that have a file of their own here, in alphabetical order."""
    here = str(Path(__file__).parent)
    return tuple(sorted(found.name for found in iter_modules([here]) if _CODE.fullmatch(found.name)))


@cache
def known() -> tuple[str, ...]:
    """Codes of all languages, those known in depth first."""
    return (*in_depth(), *(code for code in generic_codes() if code not in in_depth()))
