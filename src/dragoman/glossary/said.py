"""What remarks of all kinds say of an entry."""

from __future__ import annotations

from dataclasses import replace

from dragoman.marking import Reason, _
from dragoman.terms.termbase import Entry

_LIST = _("the list")


def wanted(entry: Entry, language: str) -> tuple[str, ...]:
    """The words that could stand in a text, the preferred first."""
    return tuple(one.text for one in entry.of(language))


def source_of(entry: Entry, reason: Reason) -> Reason:
    """A reason with the name of the list that an entry comes from, as {list}."""
    if entry.source:
        return replace(reason, words={**reason.words, "list": entry.source})
    return replace(reason, names={**reason.names, "list": _LIST})
