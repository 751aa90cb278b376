"""Glossaries with their entries and rounds, as the events of their parties make them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from dragoman.marking import _
from dragoman.record.entries import ENTRY_KINDS, EntryState
from dragoman.record.events import Event
from dragoman.record.fault import Fault, fault_of
from dragoman.record.kinds import kind_fault
from dragoman.record.refusal import CannotApply
from dragoman.record.rounds import ROUND_KINDS, RoundState, opened

_GLOSSARY_KINDS = frozenset(("glossary.founded", "glossary.extended"))
MEANINGS = _GLOSSARY_KINDS | ENTRY_KINDS | ROUND_KINDS
"""The kinds of events that are about glossaries."""


@dataclass(slots=True)
class GlossaryState:
    """A glossary; `parties` and `languages` only grow."""

    id: str
    titles: Mapping[str, str]
    founder: str
    founded: str
    parties: frozenset[str]
    languages: frozenset[str]
    entries: dict[str, EntryState] = field(default_factory=dict)
    rounds: dict[str, RoundState] = field(default_factory=dict)


class Glossaries(dict[str, GlossaryState]):
    """Glossaries by identifier, as events in a given order make them.

    It knows nothing of chains: whoever gives events answers for their order and signatures. All events of a
    glossary itself and of one of its entries, or of one of its rounds, in their order and without those of
    others, make that entry or round.
    """

    def apply(self, event: Event) -> Fault | None:
        """Take in one more event; a fault says why it cannot be, and then nothing has changed."""
        unfit = kind_fault(event.kind, event.body)
        if unfit:
            return fault_of(event, unfit[0], **unfit[1])
        try:
            self._apply(event)
        except CannotApply as refusal:
            return fault_of(event, refusal.what, **refusal.values)
        return None

    def _apply(self, event: Event) -> None:
        if event.kind == "glossary.founded":
            self._found(event)
            return
        name = str(event.body["glossary"])
        glossary = self.get(name)
        if glossary is None:
            raise CannotApply(_("There is no glossary {glossary}."), glossary=name)
        if event.party not in glossary.parties:
            raise CannotApply(
                _("{party} is no party of the glossary {glossary}."), party=event.party, glossary=name
            )
        if event.kind in ENTRY_KINDS:
            _entry(glossary, event)
        elif event.kind in ROUND_KINDS:
            _round(glossary, event)
        else:
            body: Mapping[str, Any] = event.body
            glossary.parties |= frozenset(body["parties"])
            glossary.languages |= frozenset(body["languages"])

    def _found(self, event: Event) -> None:
        body: Mapping[str, Any] = event.body
        if body["glossary"] in self:
            raise CannotApply(_("There is a glossary {glossary} already."), glossary=body["glossary"])
        if event.party not in body["parties"]:
            raise CannotApply(_("A party founds only a glossary of its own."))
        self[body["glossary"]] = GlossaryState(
            body["glossary"], body["titles"], event.party, event.time,
            frozenset(body["parties"]), frozenset(body["languages"]),
        )  # fmt: skip


def _entry(glossary: GlossaryState, event: Event) -> None:
    name = str(event.body["entry"])
    entry = glossary.entries.get(name) or EntryState(name, glossary.id)
    entry.apply(event, glossary.parties, glossary.languages)
    # Only now: an entry of which nothing could be said is none.
    glossary.entries[name] = entry


def _round(glossary: GlossaryState, event: Event) -> None:
    name = str(event.body["round"])
    if event.kind == "round.opened":
        if name in glossary.rounds:
            raise CannotApply(_("There is a round {round} already."), round=name)
        made = opened(event)
        strangers = set(made.parties) - glossary.parties
        if strangers:
            raise CannotApply(_("{party} is no party of the glossary."), party=min(strangers))
        glossary.rounds[name] = made
        return
    found = glossary.rounds.get(name)
    if found is None:
        raise CannotApply(_("There is no round {round}."), round=name)
    found.apply(event)
