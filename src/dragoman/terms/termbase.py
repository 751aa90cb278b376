"""A termbase: entries, each a thing with the words that name it in several languages.

Reference: ISO 30042:2019 (TBX), whose administrative statuses these are: preferred, admitted, deprecated,
superseded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from dragoman.errors import EmptyInput, InputError, TooLarge
from dragoman.languages import language

Status = Literal["preferred", "admitted", "deprecated", "superseded"]
"""Which word to use, which one may be used, which one must not be, and which one was used formerly."""
Standing = Literal["known", "agreed", "given"]
"""Where an entry comes from: found in a collection, agreed between parties, or given in a list."""

IN_USE: frozenset[Status] = frozenset({"preferred", "admitted"})
"""Statuses of words that may stand in a text."""
ANY: frozenset[Status] = frozenset(get_args(Status))
"""All statuses."""

# No term has more characters; beyond it a cell holds a sentence, or a quotation mark is missing.
_LONGEST = 300
_MOST_ENTRIES = 500_000


@dataclass(frozen=True, slots=True)
class Designation:
    """A word or phrase that names something in one language, by the language's code.

    `note` says more of it to the reader: where it is used, or why it is not to be.

    Raises:
        InputError: it is empty or too long, its status is none, or its language is not known.
    """

    language: str
    text: str
    status: Status = "preferred"
    note: str = ""

    def __post_init__(self) -> None:
        if not any(sign.isalnum() for sign in self.text):
            raise EmptyInput("A term is empty.", remedy="Each term needs a word.")
        if len(self.text) > _LONGEST:
            raise TooLarge(
                "A term has {length} characters; {limit} are allowed: {start}…",
                remedy="Check that the list has terms, not sentences.",
                length=len(self.text),
                limit=_LONGEST,
                start=self.text[:30],
            )
        if self.status not in get_args(Status):
            raise InputError(
                "{status} is no status of a term.",
                remedy="There are: {statuses}.",
                status=self.status,
                statuses=", ".join(get_args(Status)),
            )
        # "zh-Hant" is read as zh, whatever the spelling.
        object.__setattr__(self, "language", language(self.language).code)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing, and all that it is called.

    `id` names it within its list, `source` the list or the collection. `probability` says how sure it is that
    its words name one thing: 1 where people said so.

    Raises:
        InputError: it has no designation, the same one with two statuses, or an impossible probability.
    """

    id: str
    designations: tuple[Designation, ...]
    source: str = ""
    standing: Standing = "given"
    probability: float = 1.0

    def __post_init__(self) -> None:
        if not self.designations:
            raise EmptyInput("The entry {id} has no term.", id=self.id)
        if not 0.0 <= self.probability <= 1.0:
            raise InputError("A probability is from 0 to 1, not {given}.", given=self.probability)
        if self.standing not in get_args(Standing):
            raise InputError("{standing} is no standing of an entry.", standing=self.standing)
        statuses: dict[tuple[str, str], Status] = {}
        for one in self.designations:
            said = statuses.setdefault((one.language, one.text), one.status)
            if said != one.status:
                raise InputError(
                    "The entry {id} has {term} both as {one} and as {other}.",
                    remedy="Keep one of the two.",
                    id=self.id,
                    term=one.text,
                    one=said,
                    other=one.status,
                )

    def of(self, language: str, statuses: frozenset[Status] = IN_USE) -> tuple[Designation, ...]:
        """Its designations in a language that have one of these statuses, the preferred ones first."""
        found = [one for one in self.designations if one.language == language and one.status in statuses]
        return tuple(sorted(found, key=lambda one: one.status != "preferred"))


@dataclass(frozen=True)
class Termbase:
    """Entries in their order.

    Raises:
        TooLarge: there are more than half a million.
    """

    entries: tuple[Entry, ...]

    def __post_init__(self) -> None:
        if len(self.entries) > _MOST_ENTRIES:
            raise TooLarge(
                "The list has {count:,} entries; {limit:,} are allowed.",
                count=len(self.entries),
                limit=_MOST_ENTRIES,
            )

    def __len__(self) -> int:
        return len(self.entries)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages that it has designations in, sorted."""
        return tuple(sorted({one.language for entry in self.entries for one in entry.designations}))


def united(termbases: Sequence[Termbase]) -> Termbase:
    """The entries of several termbases as one, in their order."""
    return Termbase(tuple(entry for one in termbases for entry in one.entries))
