"""Dragoman aligns official texts in Russian, Chinese and English, tells how their words are used, and shows
the evidence.

Names are loaded when they are first used, so that `import dragoman` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.bitext.align import align
    from dragoman.bitext.model import Alignment, Bead, Sentence
    from dragoman.concordance.model import Filters
    from dragoman.errors import DragomanError
    from dragoman.workspace import About, File, Workspace
    from dragoman.workspace.threats import Threats
    from dragoman.workspace.usage import Usage

# Where each public name lives.
_HOMES = {
    "About": "dragoman.workspace",
    "Alignment": "dragoman.bitext.model",
    "Bead": "dragoman.bitext.model",
    "DragomanError": "dragoman.errors",
    "File": "dragoman.workspace",
    "Filters": "dragoman.concordance.model",
    "Sentence": "dragoman.bitext.model",
    "Threats": "dragoman.workspace.threats",
    "Usage": "dragoman.workspace.usage",
    "Workspace": "dragoman.workspace",
    "align": "dragoman.bitext.align",
}

__all__ = [
    "About",
    "Alignment",
    "Bead",
    "DragomanError",
    "File",
    "Filters",
    "Sentence",
    "Threats",
    "Usage",
    "Workspace",
    "__version__",
    "align",
]


def __getattr__(name: str) -> object:
    """Load a public name on first use (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
