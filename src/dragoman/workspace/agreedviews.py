"""From what the record says of an entry or a round to what readers are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from dragoman.glossary.content import heads
from dragoman.record import agreement
from dragoman.record.content import LEVELS
from dragoman.record.entries import DefinitionState, EntryState, ProposalState
from dragoman.record.glossaries import GlossaryState
from dragoman.record.rounds import RoundState
from dragoman.workspace.agreedmodel import (
    Acceptance,
    Attestation,
    Counts,
    EntryLine,
    EntryView,
    Given,
    Minutes,
    Note,
    Place,
    ProposalView,
    Quotation,
    Refusal,
    RoundLine,
    Wait,
    Wanted,
)


def entry_line(entry: EntryState, glossary: GlossaryState) -> EntryLine:
    """The entry in a list."""
    everybody = tuple(sorted(glossary.parties))
    holding = _holding(entry, everybody)
    shown = holding[0] if holding else _latest(entry)
    level = agreement.level(entry, everybody)[0]
    if holding:
        level = str(holding[0].content["aim"])
    parties = shown.parties if shown else everybody
    place: Place = "all" if set(parties) == set(everybody) else "some"
    open_ = agreement.awaited(entry)
    return EntryLine(
        id=entry.id,
        heads=_heads(shown),
        level=level or LEVELS[0],
        place=place,
        parties=parties,
        dimension=str(shown.content["dimension"]) if shown else "",
        subject=str(shown.content["subject"]) if shown else "",
        waits=tuple(sorted({party for _proposal, waiting in open_ for party in waiting})),
        open=sum(agreement.standing(entry, one) == "open" for one in entry.proposals.values()),
        reservations=sum(bool(one.reservation) for one in holding[0].acceptances.values()) if holding else 0,
        conflict=_conflict(holding) != (),
        changed=entry.changed,
        proposers=tuple(
            sorted({*entry.definitions, *(it for one in entry.proposals.values() for it in one.made)})
        ),
    )


def _proposers(entry: EntryState) -> Iterator[str]:
    for one in entry.proposals.values():
        yield from one.made


def _holding(entry: EntryState, everybody: Sequence[str]) -> list[ProposalState]:
    """The agreed proposals; first what all parties of the glossary agreed on, if they did, though some of
    them have agreed on more."""
    among_all = agreement.level(entry, everybody)[1]
    return sorted(agreement.agreed(entry), key=lambda one: one.hash != among_all)


def _latest(entry: EntryState) -> ProposalState | None:
    """The last proposal that was not taken back, else the last."""
    proposals = list(entry.proposals.values())
    live = [one for one in proposals if one.withdrawal is None]
    some = live or proposals
    return some[-1] if some else None


def _conflict(holding: Sequence[ProposalState]) -> tuple[str, ...]:
    """Agreed proposals that hold beside the first for the same parties, or for some of them."""
    return tuple(one.hash for one in holding[1:] if set(one.parties) == set(holding[0].parties))


def _heads(proposal: ProposalState | None) -> dict[str, str]:
    return heads(proposal.content) if proposal is not None else {}


def entry_waits(entry: EntryState, glossary: GlossaryState) -> Iterator[Wait]:
    """What waits for which party in an entry."""
    for proposal, waiting in agreement.awaited(entry):
        for party in waiting:
            yield Wait(
                party, glossary.id, "answer", entry.id, proposal.hash, "", proposal.time, _heads(proposal),
                str(proposal.content["aim"]), tuple(proposal.made),
            )  # fmt: skip
    if entry.definitions and not agreement.agreed(entry):
        since = min(given[0].said.time for given in entry.definitions.values())
        for party in sorted(glossary.parties - entry.definitions.keys()):
            yield Wait(
                party, glossary.id, "definition", entry.id, "", "", since, _heads(_latest(entry)), "",
                tuple(entry.definitions),
            )  # fmt: skip


def round_line(found: RoundState) -> RoundLine:
    """The round in a list."""
    state = "closed" if found.is_closed else "closing" if found.closings else "open"
    return RoundLine(
        found.id, dict(found.topics), found.start, found.end, found.parties, state, len(found.agenda)
    )


def round_waits(found: RoundState) -> Iterator[Wait]:
    """What waits for which party in a round."""
    minutes = list(found.minutes.values())[-1:]
    for party in found.parties:
        if party not in found.chairs and not found.is_closed:
            yield _round_wait(found, party, "join", (found.opener,))
        for one in minutes:
            if party not in one.accepted:
                yield _round_wait(found, party, "minutes", (one.party,), one.time)
        if found.closings and party not in found.closings:
            yield _round_wait(found, party, "closing", tuple(found.closings))


def _round_wait(
    found: RoundState, party: str, wanted: Wanted, proposers: tuple[str, ...], since: str = ""
) -> Wait:
    topics = dict(found.topics)
    return Wait(party, found.glossary, wanted, "", "", found.id, since, topics, "", proposers)


def entry_view(
    entry: EntryState, glossary: GlossaryState, here: Collection[str], rounds: Mapping[str, Sequence[str]]
) -> EntryView:
    """The entry with all that is said of it.

    Args:
        here: Identifiers of documents that the workspace has.
        rounds: The rounds whose agenda has an entry, by the entry.
    """
    holding = _holding(entry, sorted(glossary.parties))
    shown = holding[0] if holding else None
    present = {party: _given(given[-1]) for party, given in sorted(entry.definitions.items())}
    acknowledged = shown.content["definitions"] if shown else {}
    return EntryView(
        id=entry.id,
        glossary=glossary.id,
        line=entry_line(entry, glossary),
        holding=shown.hash if shown else "",
        conflict=_conflict(holding),
        levels=tuple(agreement.levels(entry)),
        proposals=tuple(
            proposal_view(entry, one, glossary.id, rounds.get(entry.id, ()))
            for one in entry.proposals.values()
        ),
        definitions=present,
        earlier=tuple(_given(one) for given in entry.definitions.values() for one in reversed(given[:-1])),
        unacknowledged=tuple(party for party, event in acknowledged.items() if present[party].event != event),
        notes=tuple(
            Note(one.said.event, one.said.party, one.said.time, one.language, one.text)
            for one in entry.notes.values()
        ),
        attestations=tuple(_attestations(entry, here)),
    )


def _given(one: DefinitionState) -> Given:
    said = one.said
    return Given(
        said.event, said.party, said.author, said.time, one.language, one.text, one.source, one.date,
        dict(one.translations),
    )  # fmt: skip


def _attestations(entry: EntryState, here: Collection[str]) -> Iterator[Attestation]:
    for one in sorted(entry.attestations.values(), key=lambda one: (one.body["date"], one.said.event)):
        body = one.body
        yield Attestation(
            one.said.event, one.said.party, body["document"], body["title"], body["body"], body["date"],
            body["source"],
            tuple(
                Quotation(
                    passage["language"],
                    passage["original"],
                    tuple((start, end) for start, end in passage["ranges"]),
                    tuple(passage["words"]),
                )
                for passage in body["passages"]
            ),
            body["document"] in here,
        )  # fmt: skip


def proposal_view(
    entry: EntryState, one: ProposalState, glossary: str, rounds: Sequence[str]
) -> ProposalView:
    """A proposal with what was said to it."""
    before = [other.hash for other in entry.proposals.values() if other.number < one.number]
    return ProposalView(
        hash=one.hash,
        entry=entry.id,
        glossary=glossary,
        number=one.number,
        last=before[-1] if before else "",
        aim=str(one.content["aim"]),
        parties=one.parties,
        content=one.content,
        proposers=tuple(one.made),
        time=one.time,
        state=agreement.standing(entry, one),
        acceptances=tuple(
            Acceptance(it.said.event, it.said.party, it.said.author, it.said.time, dict(it.reservation))
            for it in one.acceptances.values()
        ),
        refusals=tuple(
            Refusal(it.event, it.party, it.author, it.time, it.text) for it in one.refusals.values()
        ),
        missing=one.missing,
        withdrawal=one.withdrawal.text if one.withdrawal else "",
        rounds=tuple(rounds),
    )


def minutes_of(found: RoundState) -> tuple[Minutes, ...]:
    """The minutes of a round, those proposed first before."""
    return tuple(
        Minutes(
            one.event, one.party, one.time, dict(one.texts), tuple(one.accepted),
            set(one.accepted) == set(found.parties),
        )
        for one in found.minutes.values()
    )  # fmt: skip


def counted(lines: Iterable[EntryLine], proposers: Iterable[str]) -> Counts:
    """How many of these entries stand where; `proposers` put them forward, one for each entry and party."""
    some = list(lines)
    return Counts(
        entries=len(some),
        levels=dict(Counter(line.level for line in some)),
        proposed_by=dict(Counter(proposers)),
        waiting=dict(Counter(party for line in some for party in line.waits)),
    )
