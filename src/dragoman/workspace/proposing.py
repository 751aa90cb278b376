"""From a draft to a proposal: checked as a whole, filled in, signed together with the party's own words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.errors import NoSuchEntry
from dragoman.glossary.content import blank, filled, problems
from dragoman.glossary.ownwords import own_problems
from dragoman.glossary.problem import refusal
from dragoman.workspace.agreedmodel import EntryView, Signer
from dragoman.workspace.workspace import Workspace


def propose(
    workspace: Workspace,
    signer: Signer,
    glossary: str,
    entry: str,
    draft: Mapping[str, Any],
    *,
    accept: bool = True,
    reservation: Mapping[str, str] | None = None,
) -> str:
    """Propose what a draft holds, and accept it; returns the proposal's hash.

    The party's own definition and note of the draft are given first. Definitions of other parties are named
    as they give them now, where the aim is "parallel" or "contested".

    Args:
        workspace: Where it is proposed.
        signer: Who proposes.
        glossary, entry: For which entry; a new one begins with it.
        draft: `content` as of a proposal, of which fields may be missing: `parties` are those of the
            glossary then, and may be short names. Perhaps `definition` and `note`.
        accept: Whether it is accepted at once. reservation: By language, with the acceptance.

    Raises:
        InputError: the first thing that keeps it from being proposed, with its field; nothing is written.
        NoSuchEntry: there is no such glossary. NoSuchParty
    """
    view = workspace.glossaries.glossary(glossary)
    known = _entry(workspace, glossary, entry)
    content = _named(workspace, {**blank(view.parties, ()), **draft.get("content", {})})
    definition, note = draft.get("definition") or {}, draft.get("note") or {}
    own = {party: one.event for party, one in known.definitions.items()} if known else {}
    if definition:
        own[signer.party] = ""
        _forget(content, signer.party)
    in_force = {one.hash: one.aim for one in known.proposals if one.state == "agreed"} if known else {}
    content = filled(content, definitions=own)
    wrong = [
        *problems(
            content,
            languages=view.languages,
            parties=view.parties,
            own_definitions=own,
            in_force=in_force,
            entry=entry,
        ),
        *own_problems(definition, note, languages=view.languages),
    ]
    if wrong:
        raise refusal(wrong)
    return workspace.glossaries.propose(
        signer,
        glossary,
        entry,
        content,
        accept=accept,
        reservation=reservation,
        definition=definition,
        note=note,
    )


def _entry(workspace: Workspace, glossary: str, entry: str) -> EntryView | None:
    try:
        return workspace.glossaries.entry(glossary, entry)
    except NoSuchEntry:
        return None


def _named(workspace: Workspace, content: dict[str, Any]) -> dict[str, Any]:
    """The content with whole names of parties, as far as it has the shape of one."""

    def whole(name: Any) -> Any:
        return workspace.parties.party(name).id if isinstance(name, str) else name

    if isinstance(content["parties"], list | tuple):
        content["parties"] = list(map(whole, content["parties"]))
    if isinstance(content["definitions"], Mapping):
        content["definitions"] = {whole(party): event for party, event in content["definitions"].items()}
    if isinstance(content["relations"], list | tuple):
        content["relations"] = [
            {**one, **{end: whole(one[end]) for end in ("of", "to") if end in one}}
            if isinstance(one, Mapping)
            else one
            for one in content["relations"]
        ]
    return content


def _forget(content: dict[str, Any], party: str) -> None:
    """Leave out the definition of a party that gives another one with the proposal."""
    if isinstance(content["definitions"], Mapping):
        content["definitions"] = {one: event for one, event in content["definitions"].items() if one != party}
