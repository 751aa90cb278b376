"""What the occurrences of a term share."""

from __future__ import annotations

import re

from dragoman.languages import language as language_of
from dragoman.languages.folding import fold
from dragoman.languages.simplified import simplified

BY_CHARACTER = frozenset({"zh"})
"""Languages whose terms are compared character by character; those of all others by their lemmas."""

LEFT_OUT = frozenset(' "')
"""What no such key holds: with quotation marks (as they are folded) or without, it is one term."""


_QUALIFIER = re.compile(r"(?<=\S)\s*[(（][^()（）]*[)）]\Z")
_ARTICLE = re.compile(r"\A(?:the|an?)\s+(?=\w)", re.IGNORECASE)


def bare(text: str, code: str) -> str:
    """A term of a list as texts have it: without what stands in parentheses after it, "agency (in law)", and
    without an English article before it.
    """
    found = _QUALIFIER.sub("", text.strip())
    return _ARTICLE.sub("", found) if code == "en" else found


def key_of(text: str, code: str) -> str:
    """The key of a term: its simplified characters without spaces and quotation marks, or its lemmas with one
    space between them.
    """
    if code in BY_CHARACTER:
        return "".join(sign for sign in fold(simplified(text)) if sign not in LEFT_OUT)
    return " ".join(word.lemma for word in language_of(code).words(text))
