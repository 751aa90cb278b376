"""How the command line shows entries, proposals, histories, and what waits."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from gettext import gettext as _
from gettext import ngettext
from typing import Any

from dragoman.cli.cells import clean
from dragoman.cli.interface_language import interface_language
from dragoman.glossary.changes import changes
from dragoman.glossary.entry import AIMS, DIMENSIONS, LEVELS, RELATIONS, STATUSES
from dragoman.glossary.story import Telling, reached, told
from dragoman.workspace import Workspace
from dragoman.workspace.agreedmodel import Counts, EntryLine, EntryView, Given, ProposalView, Step, Wait

_DIGITS = 8
# Below the words of a step, beside its time.
_ASIDE = " " * 18
_STATES = {
    "open": lambda: _("open"),
    "agreed": lambda: _("agreed"),
    "replaced": lambda: _("replaced"),
    "ended": lambda: _("ended"),
    "withdrawn": lambda: _("taken back"),
}


def reader(workspace: Workspace) -> Telling:
    """How parties are called, and which language comes first, for who reads the terminal."""
    first = interface_language(os.environ).partition("_")[0]
    order = (first, *(code for code in ("en", "ru", "zh") if code != first))
    told_of = Telling(languages=order)
    return Telling({it.id: told_of.text(it.names) for it in workspace.parties.list()}, order)


def short(party: str) -> str:
    """What stands before the "@"."""
    return party.partition("@")[0]


def digits(name: str) -> str:
    """As much of a hash as names a proposal."""
    return name.removeprefix("sha256:")[:_DIGITS]


def title(level: str) -> str:
    """The name of a level or outcome; "–" for none."""
    names = {**LEVELS, **AIMS}
    return _(names[level].title) if level in names else "–"


def leveled(counts: Counts) -> str:
    """How many entries stand where, in a line."""
    return ", ".join(
        f"{title(level)}: {counts.levels[level]}" for level in {**LEVELS, **AIMS} if counts.levels.get(level)
    )


def remarks(line: EntryLine) -> str:
    """What a reader must know of an entry besides its level."""
    said = []
    if line.place == "some":
        said.append(_("among {parties}").format(parties=", ".join(map(short, line.parties))))
    if line.reservations:
        count = ngettext("{count} reservation", "{count} reservations", line.reservations)
        said.append(count.format(count=line.reservations))
    if line.conflict:
        said.append(_("several agreements beside each other"))
    if line.waits:
        said.append(_("waits for {parties}").format(parties=", ".join(map(short, line.waits))))
    return ", ".join(said)


def entry_text(entry: EntryView, telling: Telling) -> str:
    """An entry, a line a fact."""
    lines = [f"{entry.id}: {title(entry.line.level)}"]
    extra = remarks(entry.line)
    lines += [f"  {extra}"] if extra else []
    shown = next(
        (one for one in entry.proposals if one.hash == entry.holding), (entry.proposals or (None,))[-1]
    )
    if shown is not None:
        lines += _content(shown.content, telling)
    for party, given in sorted(entry.definitions.items()):
        late = party in entry.unacknowledged
        said = _("Definition of {party}, given after the agreement:") if late else _("Definition of {party}:")
        lines.append(said.format(party=telling.party(party)))
        lines += _given(given)
    for note in entry.notes:
        lines.append(_("Note of {party}: {text}").format(party=telling.party(note.party), text=note.text))
    if shown is not None and entry.holding:
        lines += _reservations(shown, telling)
    for cited in entry.attestations:
        words = " ".join(word for quotation in cited.quotations[:1] for word in quotation.words)
        shown_by = _("Shown by {party}: {date} {words}")
        lines.append(shown_by.format(party=telling.party(cited.party), date=cited.date, words=words))
    lines.append(_("Proposals:"))
    for one in entry.proposals:
        by = ", ".join(map(telling.party, one.proposers)) or "–"
        lines.append(f"  {digits(one.hash)}  {title(one.aim)}  {_STATES[one.state]()}  {by}")
    return "".join(f"{clean(line)}\n" for line in lines)


def proposal_text(proposal: ProposalView, before: ProposalView | None, telling: Telling) -> str:
    """A proposal, who said what to it, and what is another than in the one before."""
    lines = [f"{proposal.entry}: {title(proposal.aim)} ({_STATES[proposal.state]()})", proposal.hash]
    lines.append(_("For {parties}").format(parties=telling.parties(proposal.parties)))
    lines += _content(proposal.content, telling)
    for one in proposal.acceptances:
        lines.append(
            _("{party} accepts ({author}, {date})").format(
                party=telling.party(one.party), author=one.author, date=one.time[:10]
            )
        )
    lines += _reservations(proposal, telling)
    for it in proposal.refusals:
        lines.append(
            _("{party} does not accept it: {reason}").format(party=telling.party(it.party), reason=it.reason)
        )
    if proposal.missing and proposal.state == "open":
        lines.append(_("Missing: {parties}").format(parties=telling.parties(proposal.missing)))
    if before is not None:
        lines.append(_("Changed from {proposal}:").format(proposal=digits(before.hash)))
        for change in changes(before.content, proposal.content):
            what = f"{change.field} {change.of}".strip()
            lines.append(f"  {what}: {change.before or '–'} → {change.after or '–'}")
    return "".join(f"{clean(line)}\n" for line in lines)


def steps_text(steps: Sequence[Step], telling: Telling) -> str:
    """A history, a sentence a step, and one for each level that was reached or lost."""
    lines = []
    level = ""
    for step in steps:
        lines.append(
            f"{step.time[:16].replace('T', ' ')}  {told(step.kind, step.party, step.body, telling).said(_)}"
        )
        if step.refused:
            why = step.refused.message(_)
            lines.append(_ASIDE + _("This counts for nothing: {reason}").format(reason=why))
        follows = reached(level, step.level)
        level = step.level
        lines += [_ASIDE + follows.said(_)] if follows else []
    return "".join(f"{clean(line)}\n" for line in lines)


def wait_text(wait: Wait, telling: Telling) -> str:
    """What waits for a party, in a line."""
    who = telling.party(wait.party)
    terms = " · ".join(wait.heads.values())
    where = f"{wait.glossary}/{wait.entry or wait.round}"
    if wait.wanted == "answer":
        by = telling.parties(wait.proposers)
        said = _("answer {proposal} by {party}: {aim}").format(
            proposal=digits(wait.proposal), party=by, aim=title(wait.aim)
        )
    else:
        said = {
            "definition": lambda: _("give its own definition"),
            "join": lambda: _("join the round"),
            "minutes": lambda: _("accept the minutes"),
            "closing": lambda: _("close the round"),
        }[wait.wanted]()
    return f"{who}  {where}  {said}  {terms}"


def _content(content: Mapping[str, Any], telling: Telling) -> Iterator[str]:
    """Terms and what is said of them."""
    for term in content["terms"]:
        said = [term["text"], *term["transliterations"].values()]
        status = STATUSES[term["status"]]
        remark = "" if status.name == "preferred" else f" ({_(status.title)})"
        yield f"  {term['language']}  {' · '.join(said)}{remark}"
    if content["subject"] or content["dimension"]:
        dimension = DIMENSIONS.get(content["dimension"], "")
        parts = (content["subject"], _(dimension) if dimension else "")
        yield _("Field: {field}").format(field=", ".join(filter(None, parts)))
    for name, label in (
        ("definition", _("Definition:")),
        ("scope", _("Scope note:")),
        ("usage", _("Usage advice:")),
    ):
        if content[name]:
            yield label
            yield from (f"  {code}  {text}" for code, text in sorted(content[name].items()))
    for one in content["relations"]:
        meaning = RELATIONS[one["relation"]].meaning
        yield _(meaning).format(of=telling.party(one["of"]), to=telling.party(one["to"]))
    if content["instrument"]:
        fixed = content["instrument"]
        yield _("Instrument: {title}, {date}").format(title=fixed["title"], date=fixed["date"])
    if content["reason"]:
        said = content["reason"]
        yield _("Reason: {reason}").format(reason=said)
    if content["successor"]:
        taker = content["successor"]
        yield _("Taken over by: {entry}").format(entry=taker)


def _given(given: Given) -> Iterator[str]:
    yield f"  {given.language}  {given.text}"
    for code, text in sorted(given.translations.items()):
        yield f"  {code}  " + _("{text} (its own translation)").format(text=text)
    source = ", ".join(filter(None, (given.source, given.date)))
    if source:
        yield f"  {source}"


def _reservations(proposal: ProposalView, telling: Telling) -> Iterator[str]:
    for one in proposal.acceptances:
        if one.reservation:
            yield _("Reservation of {party}:").format(party=telling.party(one.party))
            yield from (f"  {code}  {text}" for code, text in sorted(one.reservation.items()))
