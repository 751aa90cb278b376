"""What a side mentions of the names and roles that are known, and which of them include one another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from dragoman.versions.actors.forms import Forms, forms
from dragoman.versions.actors.organisations import ORGANISATIONS
from dragoman.versions.actors.places import PLACES
from dragoman.versions.actors.roles import PERSONS, ROLES
from dragoman.versions.actors.states import STATES
from dragoman.versions.side import Side

_NO_NAME = "-"
_TREATY = "treaty"
"""What only answers a treaty's name, and acts nowhere."""
_STATE = "state"


@dataclass(frozen=True, slots=True)
class Known:
    """A mention of something known.

    `names` are the names that it may stand for, `parts` those that stand inside one of their forms (the
    United Nations in the Children's Fund's), `roles` the classes of actors that it may be. One that is not
    `firm` is too vague to be missed.
    """

    start: int
    end: int
    text: str
    names: frozenset[str]
    parts: frozenset[str]
    roles: frozenset[str]
    firm: bool

    def meets(self, other: Known) -> bool:
        """Whether the two may be the same name."""
        return bool(self.names & other.names)

    def holds(self, other: Known) -> bool:
        """Whether one of the two is a part of the other's name."""
        return bool(self.names & other.parts or other.names & self.parts)

    def answers(self, other: Known) -> bool:
        """Whether one of the two is a word for the other, which is a name, but of no state: the Council."""
        if bool(self.names) == bool(other.names):
            return False
        return bool(self.roles & other.roles - {_STATE})

    def agrees(self, other: Known) -> bool:
        """Whether the two may be the same actor; two names are so only if they may be the same name."""
        if self.names and other.names:
            return self.meets(other) or self.holds(other)
        return bool(self.roles & other.roles)


class Lexicon:
    """All tables together."""

    def __init__(self) -> None:
        tables = (STATES, PLACES, ORGANISATIONS)
        self._forms = Forms(*tables, ROLES)
        self._roles = {form.entry for form in forms(ROLES)} - {_NO_NAME}
        self._parts: dict[str, set[str]] = defaultdict(set)
        for form in forms(*tables):
            for one in self._forms.inside(form.text.replace("*", "").replace("~", ""), form.language):
                self._parts[form.entry] |= one.firm | (one.entries & {_TREATY})
        for form in forms(STATES):
            self._parts[form.entry] = {_STATE}

    def find(self, side: Side) -> list[Known]:
        """What a side mentions, in order."""
        found = []
        for one in self._forms.find(side):
            names = one.entries - self._roles - {_NO_NAME}
            parts = frozenset[str]().union(*(self._parts.get(name, ()) for name in names))
            roles = (one.entries | parts) & self._roles
            if names or roles:
                text = side.text[one.start : one.end]
                firm = bool(names or one.firm)
                found.append(Known(one.start, one.end, text, names, parts - self._roles, roles, firm))
        return found


def sorts(known: Known) -> frozenset[str]:
    """Of what sort the names are: "state", "city", "region", "water", "organisation"."""
    return frozenset(map(_sort, known.names))


@cache
def _sort(name: str) -> str:
    first = name.partition(" ")[0]
    if first in ("city", "region", "water"):
        return first
    return "state" if name in _states() else "organisation"


def is_of_persons(known: Known) -> bool:
    """Whether it is a group of people rather than an institution."""
    return not known.names and known.roles <= _persons()


@cache
def _persons() -> frozenset[str]:
    return frozenset(form.entry for form in forms(PERSONS))


@cache
def _states() -> frozenset[str]:
    return frozenset(form.entry for form in forms(STATES))


@cache
def lexicon() -> Lexicon:
    """The lexicon, made at the first call: 0.05 s."""
    return Lexicon()
