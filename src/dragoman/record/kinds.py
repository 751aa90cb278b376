"""Every kind of event, what it means, and what its body must hold.

The table is append-only: a kind keeps its name, its meaning and its fields for ever, as records that hold it
are never rewritten. What needs other fields is another kind.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.marking import _
from dragoman.record.agreed_kinds import AGREED_KINDS
from dragoman.record.canonical import JSON
from dragoman.record.document_kinds import DOCUMENT_KINDS
from dragoman.record.kind import Kind
from dragoman.record.party_kinds import PARTY_KINDS

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (*DOCUMENT_KINDS, *PARTY_KINDS, *AGREED_KINDS)}
"""The kinds by their names."""


def kind_fault(kind: str, body: Mapping[str, JSON]) -> tuple[str, dict[str, object]] | None:
    """What is wrong with an event's kind or body, as a template and its values; None if nothing is."""
    if kind not in KINDS:
        return _("There is no kind of event {kind!r}; a newer Dragoman may know it."), {"kind": kind}
    return KINDS[kind].fault(body)
