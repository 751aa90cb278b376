"""Sentence encoders: what the aligner asks of one, and where to get one.

An encoder turns texts of several languages into vectors whose cosine says how alike they are in content.
Others than the default plug in: a distribution names something that makes one, called without arguments, in
the entry-point group `dragoman.encoders`; who wants it gives the name of that entry.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from dragoman.bitext.usem3.model import Usem3
from dragoman.errors import InputError

DEFAULT = "usem3"
GROUP = "dragoman.encoders"


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into vectors; that of a text does not depend on the texts beside it, but for rounding."""

    @property
    def name(self) -> str:
        """The name under which it is asked for, and which results give as what made them."""

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it was trained on, as BCP 47 primary subtags ("ru")."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of texts, shape (n, dimension), each of length 1."""


_BUILT_IN: Mapping[str, Callable[[], Encoder]] = {Usem3.name: Usem3}


def encoder(name: str = DEFAULT) -> Encoder:
    """The encoder of a name, the same object at each call; `InputError` if there is none that works."""
    return _made(name)


def encoders() -> list[str]:
    """The names that `encoder` takes, sorted."""
    return sorted({*_BUILT_IN, *entry_points(group=GROUP).names})


@cache
def _made(name: str) -> Encoder:
    make = _BUILT_IN.get(name)
    if make is None:
        entries = entry_points(group=GROUP, name=name)
        if not entries:
            names = ", ".join(encoders())
            raise InputError(
                "There is no sentence encoder of this name.", where=name, remedy=f"There are: {names}."
            )
        make = entries[name].load()
    made = make()
    if not isinstance(made, Encoder):
        raise InputError(
            "What this name stands for is not a sentence encoder.",
            where=name,
            remedy="It has to offer name, dimension, languages and encode.",
        )
    return made
