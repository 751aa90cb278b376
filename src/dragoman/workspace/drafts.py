"""A party's drafts: what it writes for itself until it proposes it. They stand in no chain and no bundle.

Every question names the party whose drafts are meant, and is answered with that party's alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select

from dragoman.errors import AlreadyThere, EmptyInput, InputError, NoSuchEntry, NoSuchParty
from dragoman.glossary.content import filled, heads
from dragoman.glossary.entry import RESERVED, entry_id, is_slug
from dragoman.glossary.ownwords import own_shape
from dragoman.glossary.problem import Problem, refusal
from dragoman.glossary.shape import shape_problems, text
from dragoman.workspace import tables
from dragoman.workspace.clock import now
from dragoman.workspace.compact import compact
from dragoman.workspace.core import Core
from dragoman.workspace.documents import AnyRow
from dragoman.workspace.draftmodel import DRAFT_STATES, Draft, DraftLine, DraftState, Remark

_d, _r = tables.draft.c, tables.remark.c
_PARTS = ("content", "definition", "note")
_say = text()


class Drafts:
    """Drafts of the parties of a workspace."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def save(
        self,
        party: str,
        glossary: str,
        entry: str,
        content: Mapping[str, Any],
        *,
        author: str = "",
        state: DraftState = "open",
        new: bool = False,
        after: int | None = None,
    ) -> Draft:
        """Keep a revision of a draft; nothing is written where it is just as the last one.

        Args:
            party: Whose draft it is, by its whole identifier.
            glossary: For which glossary.
            entry: The name of the entry.
            content: `content` as of a proposal, which may be incomplete and is filled in (see
                `dragoman.glossary.content.filled`); perhaps `definition` and `note`, the party's own.
            author: Who writes; the workspace's author without one.
            state: How far it is.
            new: It is a new entry: neither the glossary nor the party has one of this name.
            after: The number of the revision that was changed: another one since is not overwritten.

        Raises:
            AlreadyThere: `new`, and there is such an entry; or not the last revision was changed.
            NoSuchEntry, NoSuchParty: there is no such glossary, or the party is not one of its.
            InputError: it has not the shape of a draft, or gives a definition for another party.
        """
        if state not in DRAFT_STATES:
            raise InputError(
                "A draft cannot be {state}.",
                remedy="It may be: {there}.",
                state=state,
                there=", ".join(DRAFT_STATES),
            )
        given = _parts(party, content)
        with self._core.database.writing() as connection:
            _check_place(connection, party, glossary, entry)
            last = _last(connection, party, glossary, entry)
            if new:
                _check_new(connection, party, glossary, entry, given["content"], last)
            if after is not None and after != (last.number if last else 0):
                raise AlreadyThere(
                    "Somebody has saved the draft {entry} since you opened it.",
                    remedy="Open it anew, and put your changes into the present revision.",
                    entry=entry,
                )
            given["content"] = filled(given["content"], before=last.content if last else None)
            _refuse([*shape_problems(given["content"]), *own_shape(given["definition"], given["note"])])
            if last and last.state == state and {part: getattr(last, part) for part in _PARTS} == given:
                return last
            made = Draft(
                party, glossary, entry, last.number + 1 if last else 1, **given, state=state,
                author=author or self._core.place.author, time=now(),
            )  # fmt: skip
            _refuse(list(_say("author", made.author)))
            connection.execute(insert(tables.draft).values(_row(made)))
            return made

    def draft(self, party: str, glossary: str, entry: str) -> Draft:
        """The last revision of a draft that was not dropped.

        Raises:
            NoSuchEntry
        """
        with self._core.database.reading() as connection:
            last = _last(connection, party, glossary, entry)
        if last is None or last.state == "dropped":
            raise _no_draft(entry)
        return last

    def drafts(self, party: str, glossary: str = "") -> tuple[DraftLine, ...]:
        """The drafts of a party that were not dropped, the latest first; of one glossary or all."""
        latest = select(_d.glossary, _d.entry, func.max(_d.number).label("last")).where(_d.party == party)
        if glossary:
            latest = latest.where(_d.glossary == glossary)
        newest = latest.group_by(_d.glossary, _d.entry).subquery()
        said = (
            select(func.count())
            .where(_r.party == _d.party, _r.glossary == _d.glossary, _r.entry == _d.entry)
            .scalar_subquery()
        )
        asked = (
            select(tables.draft, said.label("remarks"))
            .join(
                newest,
                and_(
                    newest.c.glossary == _d.glossary,
                    newest.c.entry == _d.entry,
                    newest.c.last == _d.number,
                ),
            )
            .where(_d.party == party, _d.state != "dropped")
            .order_by(_d.time.desc(), _d.glossary, _d.entry)
        )
        with self._core.database.reading() as connection:
            return tuple(_line(_draft(row), row.remarks) for row in connection.execute(asked))

    def revisions(self, party: str, glossary: str, entry: str) -> tuple[Draft, ...]:
        """All revisions of a draft, the first one first; also of one that was dropped.

        Raises:
            NoSuchEntry
        """
        asked = select(tables.draft).where(_mine(party, glossary, entry)).order_by(_d.number)
        with self._core.database.reading() as connection:
            found = tuple(_draft(row) for row in connection.execute(asked))
        if not found:
            raise _no_draft(entry)
        return found

    def drop(self, party: str, glossary: str, entry: str, *, author: str = "") -> Draft:
        """Give a draft up: it is in no list any more, its revisions are kept.

        Raises:
            NoSuchEntry
        """
        last = self.draft(party, glossary, entry)
        return self.save(
            party, glossary, entry, {part: getattr(last, part) for part in _PARTS},
            author=author, state="dropped", after=last.number,
        )  # fmt: skip

    def remark(self, party: str, glossary: str, entry: str, words: str, *, author: str = "") -> Remark:
        """Say something of a draft to the others of the party.

        Raises:
            NoSuchEntry, EmptyInput
            InputError: it is too long.
        """
        made = Remark(author or self._core.place.author, words.strip(), now())
        if not made.text:
            raise EmptyInput("The remark is empty.", remedy="Write something, or leave it.")
        _refuse([*_say("remark", made.text), *_say("author", made.author)])
        with self._core.database.writing() as connection:
            if _last(connection, party, glossary, entry) is None:
                raise _no_draft(entry)
            row = {"party": party, "glossary": glossary, "entry": entry}
            said = {"author": made.author, "text": made.text, "time": made.time}
            connection.execute(insert(tables.remark).values(**row, **said))
        return made

    def remarks(self, party: str, glossary: str, entry: str) -> tuple[Remark, ...]:
        """What was said of a draft, in its order."""
        mine = and_(_r.party == party, _r.glossary == glossary, _r.entry == entry)
        asked = select(_r.author, _r.text, _r.time).where(mine).order_by(_r.id)
        with self._core.database.reading() as connection:
            return tuple(Remark(*row) for row in connection.execute(asked))


def _parts(party: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Content, definition and note of a draft.

    Raises:
        InputError: there is something else, or the definition is another party's.
    """
    if "content" not in given or set(given) - set(_PARTS):
        raise InputError(
            "A draft has the parts {parts}.",
            where=", ".join(sorted(map(str, set(given) - set(_PARTS)))) or "content",
            remedy="Put what is proposed into content.",
            parts=", ".join(_PARTS),
        )
    found: dict[str, Any] = {part: given.get(part) or {} for part in _PARTS}
    for part in _PARTS:
        if not isinstance(found[part], Mapping):
            raise InputError("{field} does not map names to values.", where=part, field=part)
        found[part] = dict(found[part])
    for part in ("definition", "note"):
        whose = found[part].pop("party", party)
        if whose != party:
            raise InputError(
                "This is given for {other}, and the draft is one of {party}.",
                where=f"{part}.party",
                remedy="Each party gives its own: leave it out, and ask {other} for it.",
                other=whose,
                party=party,
            )
    return found


def _check_place(connection: Connection, party: str, glossary: str, entry: str) -> None:
    """Refuse a draft for what is no glossary of the party, or with a name that no entry may have."""
    facts = connection.scalar(select(tables.glossary.c.facts).where(tables.glossary.c.id == glossary))
    if facts is None:
        raise NoSuchEntry("There is no glossary {glossary}.", where=glossary, glossary=glossary)
    parties = json.loads(facts)["parties"]
    if party not in parties:
        raise NoSuchParty(
            "{party} is no party of the glossary {glossary}.",
            remedy="Its parties are: {there}.",
            party=party,
            glossary=glossary,
            there=", ".join(parties),
        )
    if not is_slug(entry) or entry in RESERVED:
        raise InputError(
            "{name!r} cannot be the name of an entry.",
            where="entry",
            remedy="Use small Latin letters, digits and hyphens, up to 80, such as water-security.",
            name=entry,
        )


def _check_new(
    connection: Connection,
    party: str,
    glossary: str,
    entry: str,
    content: Mapping[str, Any],
    last: Draft | None,
) -> None:
    """Refuse a name that is taken; what could be taken instead is told."""
    e = tables.entry.c
    there = set(connection.scalars(select(e.id).where(e.glossary == glossary)))
    mine = set(connection.scalars(select(_d.entry).where(_d.party == party, _d.glossary == glossary)))
    drafted = last is not None and last.state != "dropped"
    if entry in there or drafted:
        proposed = heads(content) if not shape_problems(content) else {}
        raise AlreadyThere(
            "You have a draft {entry} already." if drafted else "The glossary has an entry {entry} already.",
            where="entry",
            remedy="Continue that one, or choose another name, such as {free}.",
            entry=entry,
            free=entry_id(proposed or {"en": entry}, there | mine),
        )


def _last(connection: Connection, party: str, glossary: str, entry: str) -> Draft | None:
    asked = select(tables.draft).where(_mine(party, glossary, entry)).order_by(_d.number.desc()).limit(1)
    row = connection.execute(asked).first()
    return _draft(row) if row is not None else None


def _mine(party: str, glossary: str, entry: str) -> ColumnElement[bool]:
    return and_(_d.party == party, _d.glossary == glossary, _d.entry == entry)


def _draft(row: AnyRow) -> Draft:
    held = json.loads(row.content)
    return Draft(
        row.party,
        row.glossary,
        row.entry,
        row.number,
        held["content"],
        held["definition"],
        held["note"],
        cast(DraftState, row.state),
        row.author,
        row.time,
    )


def _row(made: Draft) -> dict[str, Any]:
    names = ("party", "glossary", "entry", "number", "state", "author", "time")
    held = {part: getattr(made, part) for part in _PARTS}
    return {**{name: getattr(made, name) for name in names}, "content": compact(held)}


def _line(found: Draft, remarks: int) -> DraftLine:
    return DraftLine(
        found.party, found.glossary, found.entry, found.number, heads(found.content),
        str(found.content["aim"]), found.state, found.author, found.time, remarks,
    )  # fmt: skip


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise refusal(problems)


def _no_draft(entry: str) -> NoSuchEntry:
    return NoSuchEntry(
        "The party has no draft {entry}.",
        where=entry,
        remedy="`dragoman glossary drafts` lists those that it has.",
        entry=entry,
    )
