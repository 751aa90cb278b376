"""Reasons in pieces, so that a page can set the words of the texts apart from its own."""

from __future__ import annotations

from string import Formatter
from typing import TypeAlias

from dragoman.marking import Reason, Translate

Part: TypeAlias = tuple[str, bool]
"""A stretch of a reason, and whether it is taken from a text."""

# What names a list of terms, and figures that count something, are no words of a text.
_OURS = frozenset({"count", "fewer", "list", "times"})


def parts(reason: Reason, translate: Translate) -> tuple[Part, ...]:
    """What `Reason.said` says, in pieces."""
    found: list[Part] = []
    for before, name, _spec, _conversion in Formatter().parse(translate(reason.template)):
        if before:
            found.append((before, False))
        if name is None:
            continue
        if name in reason.names:
            found.append((translate(reason.names[name]), False))
        else:
            found.append((reason.words[name], name not in _OURS))
    return tuple(found)
