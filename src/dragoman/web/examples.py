"""Queries to begin with, of words that the workspace holds: they show what can be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages.transcription.pinyin import pinyin
from dragoman.terms.model import Term
from dragoman.workspace import Workspace

# Terms of a language that are looked at: the best of them serve.
_LOOKED_AT = 40
# A stem that is long enough to mean something.
_STEM = 6
# Characters from which on a Chinese term is hardly taken for another one in pinyin.
_LONG = 4


@dataclass(frozen=True, slots=True)
class Example:
    """What it shows ("words", "phrase", "beginning", "either", "pinyin"), the query, its language."""

    shows: str
    query: str
    language: str


def examples(workspace: Workspace, languages: Sequence[str]) -> list[Example]:
    """At most one of each kind; none where no terms have been found."""
    found: dict[str, Example] = {}
    for code in languages:
        terms = workspace.usage.terms(code, limit=_LOOKED_AT).terms
        for each in _of(code, terms):
            found.setdefault(each.shows, each)
    return list(found.values())


def _of(code: str, terms: Sequence[Term]) -> list[Example]:
    forms = [term.form for term in terms]
    if code == "zh":
        long = next((form for form in forms if len(form) >= _LONG), "")
        return [Example("pinyin", pinyin(long, "plain").lower(), code)] if long else []
    words = [term.form for term in terms if term.kind == "word" and term.form.isalpha()]
    words = words or [form for form in forms if form.isalpha()]
    phrase = next((form for form in forms if form.count(" ") == 1), "")
    stem = next((word[:_STEM] for word in words if len(word) > _STEM + 1), "")
    found = {
        "words": words[0] if words else "",
        "phrase": f'"{phrase}"' if phrase else "",
        "beginning": f"{stem}*" if stem else "",
        "either": " OR ".join(words[:2]) if len(words) > 1 else "",
    }
    return [Example(shows, query, code) for shows, query in found.items() if query]
