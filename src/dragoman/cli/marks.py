"""Places of a text on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import click

from dragoman.cli.cells import clean


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with its places in reverse; `spans` are in order, of those that overlap the union is marked."""
    shown, done, parts = clean(text), 0, []
    for start, end in spans:
        begin = max(start, done)
        if begin < end:
            parts += [shown[done:begin], click.style(shown[begin:end], reverse=True)]
            done = end
    return "".join([*parts, shown[done:]])
