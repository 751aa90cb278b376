"""Parties, levels and texts in several languages, as the pages of the agreed glossary show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.glossary.entry import LEVELS, OUTCOMES
from dragoman.marking import _
from dragoman.web.locales import Locale
from dragoman.web.visit import Visit
from dragoman.web.wording import Wording
from dragoman.workspace.agreedmodel import Party, Place

STYLES = 8
"""How many colours and shapes there are to tell parties apart by; more parties share them."""

# Signs that tell levels apart without colour: those of mathematics, which all readers have in common.
_SIGNS: Mapping[str, str] = {
    "proposed": "○",
    "parallel": "∥",
    "equivalent": "≈",
    "joint": "=",
    "instrument": "≡",
    "contested": "≠",
    "deferred": "…",
    "withdrawn": "×",
    "superseded": "→",
}

PLACES: Mapping[Place, str] = {
    "all": _("all parties"),
    "some": _("some parties"),
    "private": _("one party"),
}
"""Whom an entry is among, in words."""

PROPOSAL_STATES: Mapping[str, str] = {
    "open": _("waits for answers"),
    "agreed": _("agreed"),
    "replaced": _("agreed once, replaced since"),
    "ended": _("agreed once, no longer"),
    "withdrawn": _("taken back"),
}
"""How a proposal stands, in words."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A level or outcome: its lasting name, its sign, its title and a sentence that says what it means."""

    name: str
    sign: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and the code of the language that it is in."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Named:
    """A party as a page shows it: its identifier, its name in the language of the interface, and the class of
    its colour and shape."""

    id: str
    name: str
    style: str


class Names:
    """The parties of a workspace by their names in the language of the interface."""

    def __init__(self, visit: Visit, parties: Iterable[Party]) -> None:
        self._wording = Wording(visit.locale)
        # The order in which they were founded: one that joins later changes no other's colour.
        ordered = sorted(parties, key=lambda party: (party.founded, party.id))
        called = {party.id: party_name(visit, party) for party in ordered}
        times = Counter(called.values())
        self._named: dict[str, Named] = {}
        for number, party in enumerate(ordered):
            name = called[party.id]
            # Two that call themselves alike are told apart by their keys.
            shown = name if times[name] == 1 else f"{name} ({party.fingerprint[:4]})"
            self._named[party.id] = Named(party.id, shown, f"of-{number % STYLES + 1}")

    def __call__(self, party: str) -> Named:
        """A party by its identifier; one that is not known here is called by its short name."""
        return self._named.get(party) or Named(party, party.partition("@")[0], "of-0")

    def name(self, party: str) -> str:
        """What a party is called."""
        return self(party).name

    def all(self) -> dict[str, str]:
        """What each party is called, by its identifier."""
        return {party: named.name for party, named in self._named.items()}

    def in_order(self, parties: Iterable[str]) -> list[Named]:
        """Parties in the alphabetical order of the interface."""
        return sorted(map(self, parties), key=lambda named: (self._wording.spelt(named.name), named.id))


def party_name(visit: Visit, party: Party) -> str:
    """What a party is called in the language of the interface; its short name where it has no name at all."""
    found = text_for(party.names, visit.locale)
    return found.text if found else party.name


def badge(level: str, locale: Locale) -> Badge:
    """A level or outcome as pages show it; "" is a draft that nobody else has seen."""
    gettext = locale.words.gettext
    found = {**LEVELS, **OUTCOMES}.get(level)
    if found is None:
        return Badge("draft", "·", gettext("Not proposed yet"), gettext("Nobody has put it forward so far."))
    return Badge(level, _SIGNS[level], gettext(found.title), gettext(found.meaning))


def badges(locale: Locale) -> dict[str, Badge]:
    """Every level and outcome by its name, in rising order, the outcomes behind."""
    return {name: badge(name, locale) for name in (*LEVELS, *OUTCOMES)}


def languages_in_order(codes: Iterable[str], locale: Locale) -> list[str]:
    """Languages with that of the interface first, then by their codes."""
    return sorted(codes, key=lambda code: (code != locale.code, code))


def texts(said: Mapping[str, str], locale: Locale) -> list[Text]:
    """A text in all languages that it is there in, that of the interface first."""
    return [Text(code, said[code]) for code in languages_in_order(said, locale) if said[code]]


def text_for(said: Mapping[str, str], locale: Locale) -> Text | None:
    """A text in the language of the interface, else in the first other one; None for no text."""
    return next(iter(texts(said, locale)), None)


def title_of(said: Mapping[str, str], locale: Locale, otherwise: str) -> Text:
    """A title in the language of the interface; `otherwise`, in none, where there is no title at all."""
    return text_for(said, locale) or Text("", otherwise)


def listed(names: Sequence[str], locale: Locale) -> str:
    """Names as a list in words: "A", "A and B", "A, B and C"."""
    gettext = locale.words.gettext
    if len(names) < 2:
        return "".join(names)
    return gettext("{some} and {last}").format(some=gettext(", ").join(names[:-1]), last=names[-1])
