"""What each state names as a threat: quotations, states side by side, and what people decide of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from dragoman.errors import InputError
from dragoman.workspace import log, tables
from dragoman.workspace.core import Core
from dragoman.workspace.documents import AnyRow, resolved
from dragoman.workspace.projection import project
from dragoman.workspace.threatlines import judgements, parties, quotations, speakers
from dragoman.workspace.threatmodel import Asked, Judgement, Quotations, SideBySide
from dragoman.workspace.threatsides import side_by_side

_LARGEST_PAGE = 1_000


class Threats:
    """Mentions of threats in a workspace's documents."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def mentions(
        self,
        party: str = "",
        dimension: str = "",
        topic: str = "",
        since: str = "",
        until: str = "",
        state: str = "",
        strength: str = "",
        language: str = "",
        document: str = "",
        *,
        limit: int = 50,
        offset: int = 0,
    ) -> Quotations:
        """Quotations, those of the newest documents first; `limit` is up to 1,000.

        What the arguments may be stands at `dragoman.workspace.threatmodel.Asked`.

        Raises:
            InputError: there is no such dimension, topic, state or strength; a date is none. NoSuchDocument
        """
        with self._core.database.reading() as connection:
            name = resolved(connection, document) if document else ""
            asked = Asked(party, dimension, topic, since, until, state, strength, language, name)
            limit, offset = max(0, min(limit, _LARGEST_PAGE)), max(0, offset)
            return quotations(connection, asked, limit, offset)

    def side_by_side(
        self, parties: Sequence[str] = (), since: str = "", until: str = "", strength: str = ""
    ) -> SideBySide:
        """Topics by parties: those that are named, else all that speak in documents of their own.

        A document of one party speaks for that party; one of several counts as joint.

        Raises:
            InputError: there is no such strength, or a date is none.
        """
        with self._core.database.reading() as connection:
            return side_by_side(connection, parties, Asked(since=since, until=until, strength=strength))

    def parties(self) -> tuple[str, ...]:
        """The parties that speak in documents of their own, as the descriptions name them."""
        with self._core.database.reading() as connection:
            return parties(speakers(connection))

    def judgements(self, *, lost: bool = False) -> tuple[Judgement, ...]:
        """What people decided, the latest first; `lost` ones are of words that are not found any more.

        They are kept: the record says what a person said of these words, whatever a method finds.
        """
        with self._core.database.reading() as connection:
            return tuple(one for one in judgements(connection) if not (lost and one.found))

    def confirm(self, mention: str, *, author: str = "") -> str:
        """Record that these words name a threat of this topic; returns the hash of the event.

        Raises:
            InputError: there is no such mention, or it is confirmed already.
        """
        return self._judge(mention, "threat.confirmed", "", author)

    def reject(self, mention: str, reason: str, *, author: str = "") -> str:
        """Record that these words name no threat of this topic, and why; returns the hash of the event.

        Raises:
            InputError: there is no such mention, no reason is given, or it is rejected for this reason
                already.
        """
        reason = " ".join(reason.split())
        if not reason:
            raise InputError(
                "A rejection needs a reason.", remedy="Say in a few words why this names no threat."
            )
        return self._judge(mention, "threat.rejected", reason, author)

    def reopen(self, mention: str, *, author: str = "") -> str:
        """Take back what was decided of a mention; returns the hash of the event that does it.

        Raises:
            InputError: nothing is decided of it.
        """
        c = tables.judgement.c
        with self._core.database.writing() as connection:
            row = connection.execute(select(tables.judgement).where(c.mention == mention)).first()
            if row is None:
                raise InputError("Nothing is decided of this mention.", where=mention)
            body = {"document": row.document, "judgement": row.event}
            event = self._said(connection, author, "threat.reopened", body)
        log.copied(self._core.database, self._core.place.record)
        return event

    def _judge(self, mention: str, kind: str, reason: str, author: str) -> str:
        with self._core.database.writing() as connection:
            row = _named(connection, mention)
            confirmed = kind == "threat.confirmed"
            if row.event is not None and row.confirmed == confirmed and row.reason == reason:
                raise InputError("This is decided already.", where=mention)
            body = {
                "document": row.document,
                "language": row.language,
                "original": row.original,
                "range": [row.first, row.last],
                "words": row.text[row.start : row.end],
                "topic": row.topic,
            }
            if not confirmed:
                body["reason"] = reason
            event = self._said(connection, author, kind, body)
        log.copied(self._core.database, self._core.place.record)
        return event

    def _said(self, connection: Connection, author: str, kind: str, body: dict[str, object]) -> str:
        event = self._core.say(connection, author, kind, body)
        project(connection, self._core.originals, str(body["document"]))
        return event.hash


def _named(connection: Connection, mention: str) -> AnyRow:
    """A mention with its document, its sentence, and what was decided of it.

    Raises:
        InputError: there is none of this name.
    """
    named, version, sentence, judged = (
        tables.mention.c,
        tables.version.c,
        tables.sentence.c,
        tables.judgement.c,
    )
    row = None
    if mention.isascii() and mention.isalnum():
        row = connection.execute(
            select(
                tables.mention, version.document, sentence.text, judged.event, judged.confirmed, judged.reason
            )
            .join(tables.version, (version.original == named.original) & (version.language == named.language))
            .join(
                tables.sentence,
                (sentence.original == named.original)
                & (sentence.language == named.language)
                & (sentence.position == named.position),
            )
            .outerjoin(tables.judgement, judged.mention == named.id)
            .where(named.id == mention)
            .order_by(version.current.desc())
        ).first()
    if row is None:
        raise InputError(
            "There is no such mention.",
            where=mention,
            remedy="`dragoman threats --quotations` lists those there are with their names.",
        )
    return row
