"""The history of an entry, of a round and of a party as sentences for readers.

Each kind of event has its sentence; what follows from an event (a level is reached, or lost) is another one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dragoman.glossary.content import heads
from dragoman.glossary.entry import AIMS, LEVELS, OUTCOMES, falls
from dragoman.marking import Reason, _


@dataclass(frozen=True, slots=True)
class Telling:
    """How a story is told: parties by the names that readers know, texts in the first of these languages
    that they have."""

    names: Mapping[str, str] = field(default_factory=dict)
    languages: Sequence[str] = ()

    def party(self, party: str) -> str:
        """What a party is called."""
        return self.names.get(party) or party.partition("@")[0]

    def parties(self, parties: Sequence[str]) -> str:
        """What several parties are called."""
        return ", ".join(map(self.party, parties))

    def text(self, texts: Mapping[str, str]) -> str:
        """A text of several languages in the one that comes first for the reader."""
        for code in self.languages:
            if texts.get(code):
                return texts[code]
        return next((texts[code] for code in sorted(texts) if texts[code]), "")


_Body = Mapping[str, Any]
_Teller = Callable[[str, _Body, Telling], Reason]


def told(kind: str, party: str, body: _Body, telling: Telling) -> Reason:
    """What an event of a chain that is signed says, as a sentence.

    `body` is what the record accepts for the kind. Of a kind that has no sentence yet its name is told.
    """
    teller = _TELLERS.get(kind)
    if teller is None:
        words = {"party": telling.party(party), "kind": kind}
        return Reason(_("{party} wrote an event of the kind {kind}."), words)
    return teller(telling.party(party), body, telling)


def reached(before: str, after: str) -> Reason | None:
    """What follows from an event: the level or outcome that an entry has now, where it is another one.

    Both are a level, an outcome, or "" for an entry that was not there.
    """
    if before == after:
        return None
    now, was = AIMS.get(after), AIMS.get(before)
    if now is not None and was is not None and falls(before, after):
        template = _("It is no longer “{before}”, but “{level}”.")
        return Reason(template, names={"before": was.title, "level": now.title})
    if now is not None:
        template = (
            _("The outcome is now “{level}”.")
            if after in OUTCOMES
            else _("Every party has accepted: the level is now “{level}”.")
        )
        return Reason(template, names={"level": now.title})
    if was is not None:
        return Reason(_("It is no longer “{level}”."), names={"level": was.title})
    return None


def counted(
    entries: int, levels: Mapping[str, int], proposed_by: Mapping[str, int], telling: Telling
) -> tuple[Reason, ...]:
    """How many entries stand where, as sentences: all, those of each level that has any, and by whom."""
    found = [Reason(_("Entries: {count}."), {"count": str(entries)})]
    for name, level in {**LEVELS, **OUTCOMES}.items():
        if levels.get(name):
            found.append(Reason(_("{level}: {count}."), {"count": str(levels[name])}, {"level": level.title}))
    for party in sorted(proposed_by, key=telling.party):
        words = {"party": telling.party(party), "count": str(proposed_by[party])}
        found.append(Reason(_("Proposed by {party}: {count}."), words))
    return tuple(found)


def _simply(template: str, *names: str) -> _Teller:
    """A sentence that takes these fields of the body as they are."""

    def tell(party: str, body: _Body, _telling: Telling) -> Reason:
        return Reason(template, {"party": party, **{name: str(body[name]) for name in names}})

    return tell


def _in_languages(template: str, name: str) -> _Teller:
    """A sentence with a text that the body has in several languages."""

    def tell(party: str, body: _Body, telling: Telling) -> Reason:
        return Reason(template, {"party": party, "text": telling.text(body[name])})

    return tell


def _with_reason(template: str, without: str) -> _Teller:
    """A sentence with a reason, and the one for where none is given."""

    def tell(party: str, body: _Body, _telling: Telling) -> Reason:
        reason = body["reason"].strip()
        return (
            Reason(template, {"party": party, "reason": reason})
            if reason
            else Reason(without, {"party": party})
        )

    return tell


def _proposed(party: str, body: _Body, _telling: Telling) -> Reason:
    content = body["content"]
    terms = " · ".join(heads(content).values())
    words, names = {"party": party, "terms": terms}, {"aim": AIMS[content["aim"]].title}
    if content["aim"] in ("deferred", "withdrawn"):
        return Reason(
            _("{party} proposes “{aim}” for {terms}: {reason}"), {**words, "reason": content["reason"]}, names
        )
    if content["aim"] == "superseded":
        words["successor"] = content["successor"]
        return Reason(_("{party} proposes that {successor} takes the place of {terms}."), words)
    return Reason(_("{party} proposes it as “{aim}”: {terms}."), words, names)


def _accepted(party: str, body: _Body, telling: Telling) -> Reason:
    text = telling.text(body["reservation"])
    if text:
        return Reason(_("{party} accepts, with a reservation: {text}"), {"party": party, "text": text})
    return Reason(_("{party} accepts."), {"party": party})


def _noted(party: str, body: _Body, _telling: Telling) -> Reason:
    if not body["text"].strip():
        return Reason(_("{party} takes its note back."), {"party": party})
    return Reason(_("{party} notes: {text}"), {"party": party, "text": body["text"]})


def _defined(party: str, body: _Body, _telling: Telling) -> Reason:
    words = {"party": party, "text": body["text"], "source": body["source"]}
    if body["source"].strip():
        return Reason(_("{party} gives its own definition: {text} ({source})"), words)
    return Reason(_("{party} gives its own definition: {text}"), words)


def _attested(party: str, body: _Body, _telling: Telling) -> Reason:
    said = body["attestation"]
    words = {"party": party, "title": said["title"], "date": said["date"]}
    if said["date"]:
        return Reason(_("{party} shows it in use: {title}, {date}."), words)
    return Reason(_("{party} shows it in use: {title}."), words)


def _founded_glossary(party: str, body: _Body, telling: Telling) -> Reason:
    words = {
        "party": party,
        "text": telling.text(body["titles"]),
        "parties": telling.parties(body["parties"]),
    }
    return Reason(_("{party} founds the glossary “{text}” for {parties}."), words)


def _extended(party: str, body: _Body, telling: Telling) -> Reason:
    come = ", ".join((*map(telling.party, body["parties"]), *body["languages"]))
    return Reason(_("{party} extends the glossary by {new}."), {"party": party, "new": come})


def _opened(party: str, body: _Body, telling: Telling) -> Reason:
    words = {
        "party": party,
        "text": telling.text(body["topics"]),
        "parties": telling.parties(body["parties"]),
    }
    return Reason(_("{party} opens the round “{text}” for {parties}."), words)


def _closed(party: str, body: _Body, _telling: Telling) -> Reason:
    count = str(len(body["outcomes"]))
    return Reason(
        _("{party} closes the round. Entries with an outcome: {count}."), {"party": party, "count": count}
    )


def _revoked(party: str, body: _Body, _telling: Telling) -> Reason:
    words = {"party": party, "reason": body["reason"]}
    if body["key"]:
        return Reason(_("{party} revokes its key and signs with another one: {reason}"), words)
    return Reason(_("{party} revokes its key and has no other: {reason}"), words)


_TELLERS: Mapping[str, _Teller] = {
    "party.founded": _in_languages(_("{party} founds itself as “{text}”."), "names"),
    "party.named": _in_languages(_("{party} is called “{text}” from now on."), "names"),
    "key.rotated": _with_reason(
        _("{party} signs with another key: {reason}"), _("{party} signs with another key.")
    ),
    "key.revoked": _revoked,
    "chair.succeeded": _simply(_("{chair} chairs {party} from now on."), "chair"),
    "glossary.founded": _founded_glossary,
    "glossary.extended": _extended,
    "definition.given": _defined,
    "note.given": _noted,
    "attestation.given": _attested,
    "attestation.withdrawn": _with_reason(
        _("{party} takes a passage back: {reason}"), _("{party} takes a passage back.")
    ),
    "proposal.made": _proposed,
    "proposal.accepted": _accepted,
    "proposal.refused": _simply(_("{party} does not accept it: {reason}"), "reason"),
    "proposal.withdrawn": _with_reason(
        _("{party} takes its proposal back: {reason}"), _("{party} takes its proposal back.")
    ),
    "acceptance.withdrawn": _simply(_("{party} takes its acceptance back: {reason}"), "reason"),
    "round.opened": _opened,
    "round.joined": _simply(_("{party} joins the round; {chair} chairs."), "chair"),
    "agenda.added": _simply(_("{party} puts {entry} on the agenda."), "entry"),
    "agenda.removed": _simply(_("{party} takes {entry} off the agenda: {reason}"), "entry", "reason"),
    "minutes.proposed": _in_languages(_("{party} proposes minutes: {text}"), "texts"),
    "minutes.accepted": _simply(_("{party} accepts the minutes.")),
    "round.closed": _closed,
}
TOLD = frozenset(_TELLERS)
"""The kinds of events that have a sentence."""
