"""A round of talks as its board shows it: every entry of the agenda with each party's answer, and counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.glossary.content import heads
from dragoman.languages.spacing import between_sentences
from dragoman.marking import _
from dragoman.web.agreed import Badge, Named, Names, Text, badge, texts
from dragoman.web.locales import Locale
from dragoman.web.wording import Wording
from dragoman.workspace.agreedmodel import AgendaItem, Counts, ProposalView, RoundView

Said = Literal["accepted", "reserved", "refused", "waits", "apart"]

SAID: Mapping[Said, tuple[str, str]] = {
    "accepted": ("✓", _("accepts")),
    "reserved": ("✓*", _("accepts with a reservation")),
    "refused": ("✗", _("refuses")),
    "waits": ("…", _("no answer yet")),
    "apart": ("–", _("not for this party")),
}
"""What a party may have said to a proposal: a sign, and the words for it."""

STATES: Mapping[str, str] = {
    "open": _("under way"),
    "closing": _("closed by some, not by all"),
    "closed": _("closed"),
}
"""How a round stands, in words."""

# In the order in which they are counted up.
_COUNTED: Mapping[str, str] = {
    "instrument": _("{count} fixed in an instrument"),
    "joint": _("{count} joint"),
    "equivalent": _("{count} equivalent"),
    "parallel": _("{count} parallel"),
    "contested": _("{count} contested"),
    "proposed": _("{count} proposed"),
    "deferred": _("{count} deferred"),
    "withdrawn": _("{count} withdrawn"),
    "superseded": _("{count} superseded"),
    "": _("{count} without a proposal"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party said to a proposal: its reservation by language, its reason, who wrote it and when."""

    party: Named
    said: Said
    sign: str
    words: str
    reservation: Sequence[Text] = ()
    reason: str = ""
    author: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the board: an entry with one of its proposals (None where it has none that counts).

    `first` says whether it is the first of its entry, `heads` are the proposal's own terms. `asked` is
    whether the party that the visitor signs for may answer; `definition` is what it says in each language.
    """

    item: AgendaItem
    number: int
    first: bool
    heads: Sequence[Text]
    badge: Badge
    proposal: ProposalView | None
    aim: Badge | None
    definition: Sequence[Text]
    proposers: Sequence[Named]
    cells: Sequence[Cell]
    asked: bool

    @property
    def key(self) -> str:
        """What the fields of its answer are named by: the digits of the proposal's hash, "" without one."""
        return self.proposal.hash.removeprefix("sha256:") if self.proposal else ""


def lines(view: RoundView, names: Names, locale: Locale, mine: str) -> list[Line]:
    """The lines of a round's board in the order of the agenda, for a visitor who signs for `mine` ("" for
    nobody). Of each entry there is what is agreed, then each proposal that waits for answers."""
    parties = names.in_order(view.line.parties)
    found = []
    for number, item in enumerate(view.agenda, 1):
        shown = _shown(item)
        for at, proposal in enumerate(shown or [None]):
            found.append(
                Line(
                    item,
                    number,
                    at == 0,
                    texts(_heads(item, proposal), locale),
                    badge(item.outcome or (item.line.level if item.line else ""), locale),
                    proposal,
                    badge(proposal.aim, locale) if proposal else None,
                    texts(proposal.content["definition"], locale) if proposal else (),
                    names.in_order(proposal.proposers) if proposal else (),
                    [_cell(proposal, party, locale) for party in parties] if proposal else (),
                    proposal is not None
                    and proposal.state == "open"
                    and mine in proposal.missing
                    and view.line.state != "closed",
                )
            )
    return found


def _shown(item: AgendaItem) -> list[ProposalView]:
    agreed = [one for one in item.proposals if one.state == "agreed"]
    return [*agreed, *(one for one in item.proposals if one.state == "open")]


def _heads(item: AgendaItem, proposal: ProposalView | None) -> dict[str, str]:
    """The first term of each language that a proposal has, a preferred one if there is one; those of the
    entry where there is no proposal."""
    if proposal is not None:
        return heads(proposal.content)
    return dict(item.line.heads) if item.line else {}


def _cell(proposal: ProposalView, party: Named, locale: Locale) -> Cell:
    accepted = next((one for one in proposal.acceptances if one.party == party.id), None)
    refused = next((one for one in proposal.refusals if one.party == party.id), None)
    if accepted is not None:
        said: Said = "reserved" if accepted.reservation else "accepted"
        reservation = texts(accepted.reservation, locale)
        return _told(party, said, locale, reservation, "", accepted.author, accepted.time)
    if refused is not None:
        return _told(party, "refused", locale, (), refused.reason, refused.author, refused.time)
    return _told(party, "waits" if party.id in proposal.parties else "apart", locale)


def _told(
    party: Named,
    said: Said,
    locale: Locale,
    reservation: Sequence[Text] = (),
    reason: str = "",
    author: str = "",
    time: str = "",
) -> Cell:
    sign, words = SAID[said]
    return Cell(party, said, sign, locale.words.gettext(words), reservation, reason, author, time)


def answer(view: RoundView, names: Names, locale: Locale) -> str:
    """The first lines of the board: how many entries stand where, who put them forward, who is waited for."""
    if not view.agenda:
        return locale.words.gettext("Nothing is on the agenda yet.")
    parts = [_standing(view, locale), _proposed(view.counts, names, locale)]
    if view.line.state != "closed":
        parts.append(_awaited(view.counts, names, locale))
    return between_sentences(locale.code).join(part for part in parts if part)


def counted(view: RoundView, locale: Locale) -> str:
    """How many entries stand at which level or outcome: "3 joint, 1 contested"."""
    gettext, wording = locale.words.gettext, Wording(locale)
    counts = {**view.counts.levels, "": len(view.agenda) - view.counts.entries}
    return gettext(", ").join(
        gettext(said).format(count=wording.count(number))
        for level, said in _COUNTED.items()
        if (number := counts.get(level, 0))
    )


def _standing(view: RoundView, locale: Locale) -> str:
    ngettext = locale.words.ngettext
    if view.line.state == "closed":
        template = ngettext(
            "The round is closed with {count} entry: {levels}.",
            "The round is closed with {count} entries: {levels}.",
            len(view.agenda),
        )
    else:
        template = ngettext(
            "{count} entry is on the agenda: {levels}.",
            "{count} entries are on the agenda: {levels}.",
            len(view.agenda),
        )
    return template.format(count=len(view.agenda), levels=counted(view, locale))


def _proposed(counts: Counts, names: Names, locale: Locale) -> str:
    found = _by_party(counts.proposed_by, names, locale)
    return locale.words.gettext("Put forward by {parties}.").format(parties=found) if found else ""


def _awaited(counts: Counts, names: Names, locale: Locale) -> str:
    gettext = locale.words.gettext
    found = _by_party(counts.waiting, names, locale)
    if not found:
        return gettext("Nobody is waited for.")
    return gettext("Answers are outstanding from {parties}.").format(parties=found)


def _by_party(counts: Mapping[str, int], names: Names, locale: Locale) -> str:
    """Parties with how many entries each: "Lake Republic (5), Steppe Republic (4)"."""
    gettext, wording = locale.words.gettext, Wording(locale)
    return gettext(", ").join(
        gettext("{party} ({count})").format(party=party.name, count=wording.count(counts[party.id]))
        for party in names.in_order(party for party, number in counts.items() if number)
    )


def rows(view: RoundView, names: Names, locale: Locale) -> Iterator[list[str | int]]:
    """The board as a table: a row for each party's answer to each proposal."""
    for line in lines(view, names, locale, ""):
        for cell in line.cells or (None,):
            yield [
                line.number,
                line.item.entry,
                " / ".join(text.text for text in line.heads),
                line.badge.name,
                line.proposal.hash if line.proposal else "",
                line.proposal.aim if line.proposal else "",
                line.proposal.state if line.proposal else "",
                cell.party.id if cell else "",
                cell.said if cell else "",
                " / ".join(text.text for text in cell.reservation) if cell else "",
                cell.reason if cell else "",
                cell.time if cell else "",
            ]


COLUMNS = (
    "number", "entry", "terms", "level", "proposal", "aim", "state", "party", "answer", "reservation",
    "reason", "time",
)  # fmt: skip
"""The columns of `rows`."""
