"""An entry as its page shows it: what holds, and a column a party."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.errors import InputError
from dragoman.languages.spacing import between_sentences
from dragoman.web.agreed import Badge, Named, Names, Text, badge, texts
from dragoman.web.contents import Content, content
from dragoman.web.locales import Locale
from dragoman.web.visit import Visit
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import (
    Acceptance,
    Attestation,
    EntryView,
    Given,
    GlossaryView,
    Note,
    ProposalView,
    Quotation,
)
from dragoman.workspace.identity import anchor


@dataclass(frozen=True, slots=True)
class Accepted:
    """A party's acceptance, with its reservation in the languages that it is in."""

    party: Named
    it: Acceptance
    reservation: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A party's definition, present or earlier; `acknowledged` by the proposal that holds."""

    it: Given
    text: Text
    translations: tuple[Text, ...]
    acknowledged: bool


@dataclass(frozen=True, slots=True)
class Column:
    """What one party says: its definitions, notes and acceptance. `newer` marks a present definition that the
    others have not acknowledged yet; `signs` is whether the visitor may sign for it."""

    party: Named
    definition: Definition | None
    earlier: tuple[Definition, ...]
    newer: bool
    notes: tuple[tuple[Note, Text], ...]
    accepted: Accepted | None
    signs: bool


@dataclass(frozen=True, slots=True)
class Level:
    """What a set of parties agreed on."""

    badge: Badge
    parties: tuple[Named, ...]
    proposal: ProposalView
    accepted: tuple[Accepted, ...]


@dataclass(frozen=True, slots=True)
class Put:
    """A proposal in the list of an entry's."""

    it: ProposalView
    badge: Badge
    parties: tuple[Named, ...]
    proposers: tuple[Named, ...]
    missing: tuple[Named, ...]
    refused: tuple[tuple[Named, str], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in a language; `address` opens it in the reader, "" where the text is not here."""

    text: Text
    address: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A dated passage that a party cites, with its counterparts."""

    it: Attestation
    party: Named
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry: `content` is that of the proposal that holds (`holds`), else of the latest."""

    it: EntryView
    badge: Badge
    proposal: ProposalView | None
    content: Content | None
    holds: bool
    levels: tuple[Level, ...]
    conflict: tuple[Put, ...]
    columns: tuple[Column, ...]
    proposals: tuple[Put, ...]
    attestations: tuple[Cited, ...]


def shown(visit: Visit, workspace: Workspace, view: EntryView, glossary: GlossaryView, names: Names) -> Shown:
    """An entry with its parties in the alphabetical order of the interface."""
    locale = visit.locale
    by_hash = {one.hash: one for one in view.proposals}
    holding = by_hash.get(view.holding)
    proposal = holding or latest(view)
    puts = {one.hash: _put(one, names, locale) for one in view.proposals}
    return Shown(
        view,
        badge(view.line.level, locale),
        proposal,
        content(proposal.content, names, locale) if proposal else None,
        holding is not None,
        tuple(
            Level(badge(level, locale), tuple(names.in_order(parties)), by_hash[name],
                  _accepted(by_hash[name], names, locale))
            for parties, level, name in view.levels
        ),
        tuple(puts[name] for name in view.conflict),
        tuple(
            _column(visit, view, named, holding, names) for named in names.in_order(glossary.parties)
        ),
        tuple(puts[one.hash] for one in reversed(view.proposals)),
        tuple(_cited(visit, workspace, one, names) for one in view.attestations),
    )  # fmt: skip


def latest(view: EntryView) -> ProposalView | None:
    """The last proposal that was not taken back; None without one."""
    return next((one for one in reversed(view.proposals) if one.state != "withdrawn"), None)


def heads(said: Mapping[str, str], languages: Sequence[str], locale: Locale) -> list[Text]:
    """The first terms of an entry, those in languages of the glossary, that of the interface first."""
    return texts({code: said[code] for code in languages if code in said}, locale)


def _accepted(proposal: ProposalView, names: Names, locale: Locale) -> tuple[Accepted, ...]:
    by_party = {one.party: one for one in proposal.acceptances}
    return tuple(
        Accepted(named, by_party[named.id], tuple(texts(by_party[named.id].reservation, locale)))
        for named in names.in_order(by_party)
    )


def _put(one: ProposalView, names: Names, locale: Locale) -> Put:
    return Put(
        one,
        badge(one.aim, locale),
        tuple(names.in_order(one.parties)),
        tuple(names.in_order(one.proposers)),
        tuple(names.in_order(one.missing)),
        tuple((names(each.party), each.reason) for each in one.refusals),
    )


def _column(
    visit: Visit, view: EntryView, named: Named, holding: ProposalView | None, names: Names
) -> Column:
    locale = visit.locale
    known = holding.content["definitions"].get(named.id, "") if holding else ""
    present = view.definitions.get(named.id)
    accepted = _accepted(holding, names, locale) if holding else ()
    return Column(
        named,
        _definition(present, known, locale) if present else None,
        tuple(_definition(one, known, locale) for one in view.earlier if one.party == named.id),
        named.id in view.unacknowledged,
        tuple((note, Text(note.language, note.text)) for note in view.notes if note.party == named.id),
        next((one for one in accepted if one.party == named), None),
        visit.may("sign", named.id),
    )


def _definition(given: Given, known: str, locale: Locale) -> Definition:
    return Definition(
        given,
        Text(given.language, given.text),
        tuple(texts(given.translations, locale)),
        given.event == known,
    )


def _cited(visit: Visit, workspace: Workspace, one: Attestation, names: Names) -> Cited:
    passages = tuple(
        Passage(
            Text(each.language, between_sentences(each.language).join(each.words)),
            _address(visit, workspace, one, each) if one.here else "",
        )
        for each in one.quotations
    )
    return Cited(one, names(one.party), passages)


def _address(visit: Visit, workspace: Workspace, one: Attestation, quoted: Quotation) -> str:
    """The place in the reader; the document as a whole where its text has another one now."""
    codes = [quoted.language, *(each.language for each in one.quotations if each is not quoted)]
    at = anchor(quoted.language, quoted.ranges[0][0])
    try:
        workspace.locate(one.document, codes[:3], at)
    except InputError:
        at = ""
    return visit.link(f"/documents/{one.document}", {"in": codes[0], "with": codes[1:3], "at": at})
