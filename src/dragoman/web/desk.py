"""Where a party's draft of an entry is written: which party's, what is there, what it begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.errors import InputError, NoSuchEntry
from dragoman.glossary.content import blank
from dragoman.marking import _
from dragoman.web.drafting import Parts
from dragoman.web.visit import Visit
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import EntryView, GlossaryView
from dragoman.workspace.draftmodel import Draft, DraftState

STATES: Mapping[DraftState, str] = {
    "open": _("being written"),
    "ready": _("ready for the chair"),
    "proposed": _("proposed"),
    "dropped": _("given up"),
}
"""How far a draft is, in words."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A party's draft of an entry: its last revision (None before the first), and what the glossary has of
    the entry already (None for a new one)."""

    glossary: GlossaryView
    party: str
    entry: str
    draft: Draft | None
    view: EntryView | None

    @property
    def number(self) -> int:
        """The number of the last revision, 0 before the first."""
        return self.draft.number if self.draft else 0


def party_of(visit: Visit, workspace: Workspace, glossary: GlossaryView, named: str) -> str:
    """The party whose draft is meant, for which the visitor may read drafts.

    Raises:
        NotAllowed, NoSuchParty. InputError: several may be meant.
    """
    if named:
        party = workspace.parties.party(named).id
        visit.must("drafts.read", party)
        return party
    mine = sorted(set(visit.parties_with("drafts.read")) & set(glossary.parties))
    if len(mine) != 1:
        raise InputError(
            "It is not said whose draft is meant.", remedy="Choose the party on the page of the drafts."
        )
    return mine[0]


def desk_of(workspace: Workspace, glossary: GlossaryView, party: str, entry: str) -> Desk:
    """The draft of an entry, or the entry that a first draft is made of.

    Raises:
        NoSuchEntry: there is neither.
    """
    try:
        view = workspace.glossaries.entry(glossary.id, entry)
    except NoSuchEntry:
        view = None
    try:
        last = workspace.drafts.draft(party, glossary.id, entry)
    except NoSuchEntry:
        if view is None:
            raise
        last = None
    return Desk(glossary, party, entry, last, view)


def parts_of(desk: Desk, shown: Draft | None) -> Parts:
    """What the form shows: a revision, else what was proposed last, else nothing but the parties."""
    if shown is not None:
        return Parts(shown.content, shown.definition, shown.note)
    return Parts(_begun(desk.glossary, desk.view), {}, {})


def _begun(glossary: GlossaryView, view: EntryView | None) -> dict[str, Any]:
    """The content that a first draft begins with."""
    live = [one for one in view.proposals if one.state != "withdrawn"] if view else []
    held = [one for one in live if view and one.hash == view.holding]
    for one in (*held, *reversed(live)):
        return {**one.content, "definitions": {}, "replaces": [], "reason": ""}
    made: dict[str, Any] = blank(glossary.parties, glossary.languages)
    return made
