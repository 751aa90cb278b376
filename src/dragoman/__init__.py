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
    from dragoman.glossary.check import check
    from dragoman.glossary.model import Checked
    from dragoman.terms.termbase import Designation, Entry, Termbase
    from dragoman.versions.compare import compare
    from dragoman.versions.model import Comparison, Finding
    from dragoman.workspace import About, File, Workspace
    from dragoman.workspace.agreedmodel import Answer, Signer
    from dragoman.workspace.drafts import Drafts
    from dragoman.workspace.exchange import Exchange
    from dragoman.workspace.glossaries import Glossaries
    from dragoman.workspace.parties import Parties
    from dragoman.workspace.people import People
    from dragoman.workspace.rounds import Rounds
    from dragoman.workspace.threats import Threats
    from dragoman.workspace.usage import Usage
    from dragoman.workspace.versions import Versions

# Where each public name lives.
_HOMES = {
    "About": "dragoman.workspace",
    "Alignment": "dragoman.bitext.model",
    "Answer": "dragoman.workspace.agreedmodel",
    "Bead": "dragoman.bitext.model",
    "Checked": "dragoman.glossary.model",
    "Comparison": "dragoman.versions.model",
    "Designation": "dragoman.terms.termbase",
    "Drafts": "dragoman.workspace.drafts",
    "DragomanError": "dragoman.errors",
    "Entry": "dragoman.terms.termbase",
    "Exchange": "dragoman.workspace.exchange",
    "File": "dragoman.workspace",
    "Filters": "dragoman.concordance.model",
    "Finding": "dragoman.versions.model",
    "Glossaries": "dragoman.workspace.glossaries",
    "Parties": "dragoman.workspace.parties",
    "People": "dragoman.workspace.people",
    "Rounds": "dragoman.workspace.rounds",
    "Sentence": "dragoman.bitext.model",
    "Signer": "dragoman.workspace.agreedmodel",
    "Termbase": "dragoman.terms.termbase",
    "Threats": "dragoman.workspace.threats",
    "Usage": "dragoman.workspace.usage",
    "Versions": "dragoman.workspace.versions",
    "Workspace": "dragoman.workspace",
    "align": "dragoman.bitext.align",
    "check": "dragoman.glossary.check",
    "compare": "dragoman.versions.compare",
}

__all__ = [
    "About",
    "Alignment",
    "Answer",
    "Bead",
    "Checked",
    "Comparison",
    "Designation",
    "Drafts",
    "DragomanError",
    "Entry",
    "Exchange",
    "File",
    "Filters",
    "Finding",
    "Glossaries",
    "Parties",
    "People",
    "Rounds",
    "Sentence",
    "Signer",
    "Termbase",
    "Threats",
    "Usage",
    "Versions",
    "Workspace",
    "__version__",
    "align",
    "check",
    "compare",
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
