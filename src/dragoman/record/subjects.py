"""What an event is about, so that the events of one thing can be found without the others."""

from __future__ import annotations

from dragoman.record.entries import ENTRY_KINDS
from dragoman.record.events import Event
from dragoman.record.names import is_signed_party
from dragoman.record.rounds import ROUND_KINDS


def subject_of(event: Event) -> str:
    """The subject of an event, "" where it is a document or what a workspace notes for itself."""
    if not is_signed_party(event.party):
        return ""
    body = event.body
    if event.kind in ENTRY_KINDS:
        return of_entry(str(body.get("glossary", "")), str(body.get("entry", "")))
    if event.kind in ROUND_KINDS:
        return of_round(str(body.get("glossary", "")), str(body.get("round", "")))
    return of_glossary(str(body["glossary"])) if "glossary" in body else of_party(event.party)


def of_party(party: str) -> str:
    """The subject of a party's keys and names."""
    return f"party/{party}"


def of_glossary(glossary: str) -> str:
    """The subject of a glossary itself."""
    return f"glossary/{glossary}"


def of_entry(glossary: str, entry: str) -> str:
    """The subject of an entry."""
    return f"entry/{glossary}/{entry}"


def of_round(glossary: str, name: str) -> str:
    """The subject of a round."""
    return f"round/{glossary}/{name}"
