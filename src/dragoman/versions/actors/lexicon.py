"""What a side mentions of the names and roles that are known, and which of them include one another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.languages.simplified import simplified
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
_WORLD = "UN"
_ONE_SIDE, _PARTY = "方", "party"
"""俄方 is the Russian side."""
_SPELLED_OUT = 6
"""Characters from which a Chinese name is no short form."""
_BY_CHARACTER = {
    "中": "CHN", "俄": "RUS", "美": "USA", "日": "JPN", "韩": "KOR", "印": "IND", "法": "FRA", "德": "DEU",
    "英": "GBR", "朝": "PRK", "蒙": "MNG", "哈": "KAZ", "越": "VNM", "巴": "PAK",
}  # fmt: skip
_SIDE_BY_SIDE = re.compile(
    rf"[{''.join(_BY_CHARACTER)}]{{2,3}}(?=两国|双方|三国|三方|关系|双边|友好|边境|边界|合作|联合|战略|全面|经贸|贸易|元首|领导人"
    r"|首脑|总理|外长|政府|建交|条约|人文|睦邻|企业|人民|文化|之间|间)"
)


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


def _common(roles: Sequence[set[str]]) -> set[str]:
    """The classes on which all languages that tell one agree, else all: a Совет may be a board as well."""
    told = [one for one in roles if one]
    return (set.intersection(*told) or set.union(*told)) if told else set()


def _is_spelled_out(text: str) -> bool:
    return " " in text or len(text) >= _SPELLED_OUT


class Lexicon:
    """All tables together."""

    def __init__(self) -> None:
        tables = (STATES, PLACES, ORGANISATIONS)
        self._forms = Forms(*tables, ROLES)
        self._roles = {form.entry for form in forms(ROLES)} - {_NO_NAME}
        self._parts: dict[str, set[str]] = defaultdict(set)
        said: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for form in forms(PLACES, ORGANISATIONS):  # a state is no part of another: 印度尼西亚 has no 印度
            for one in self._forms.inside(form.text.replace("*", "").replace("~", ""), form.language):
                self._parts[form.entry] |= one.entries - self._roles
                said[form.entry][form.language] |= (one.firm | (one.entries & {_TREATY})) & self._roles
        self._roles_of = {entry: _common(list(told.values())) for entry, told in said.items()}
        self._roles_of |= {form.entry: {_STATE} for form in forms(STATES)}

    def find(self, side: Side) -> list[Known]:
        """What a side mentions, in order."""
        found = []
        for one in self._forms.find(side):
            names = one.entries - self._roles - {_NO_NAME}
            roles = (one.entries & self._roles).union(*(self._roles_of.get(name, ()) for name in names))
            if names or roles:
                text = side.text[one.start : one.end]
                if text.endswith(_ONE_SIDE) and not names:
                    roles |= {_PARTY}
                parts = frozenset[str]().union(*(self._parts.get(name, ()) for name in names))
                if not _is_spelled_out(text):  # ПРООН is not meant where only 联合国 is said
                    parts -= {_WORLD}
                firm = bool(names or one.firm)
                found.append(Known(one.start, one.end, text, names, parts, roles, firm))
        if side.language == "zh":
            found += _side_by_side(side, found)
        return sorted(found, key=lambda one: one.start)


def _side_by_side(side: Side, found: Sequence[Known]) -> Iterator[Known]:
    """States by one character each: 中俄关系."""
    starts = {word.start for word in side.words}
    taken = {place for one in found for place in range(one.start, one.end)}
    for match in _SIDE_BY_SIDE.finditer(simplified(side.text)):
        places = set(range(*match.span()))
        if match.start() in starts and len(set(match[0])) == len(match[0]) and not places & taken:
            for at in sorted(places):
                name = frozenset((_BY_CHARACTER[simplified(side.text[at])],))
                yield Known(at, at + 1, side.text[at], name, frozenset(), frozenset((_STATE,)), firm=True)


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
    """The lexicon, made at the first call: 0.1 s."""
    return Lexicon()
