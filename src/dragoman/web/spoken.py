"""Which of the workspace's languages a page is about."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.web.tongues import tongue
from dragoman.web.visit import Visit


def language_for(visit: Visit, languages: Sequence[str], named: str, text: str = "") -> str:
    """The language that the address names; else that of a text, the interface's, the first; "" for none."""
    if named:
        return named
    guesses = (tongue(text) if text else "", visit.locale.code)
    return next((code for code in guesses if code in languages), languages[0] if languages else "")
