"""The parties that sign: founding one, its keys, and which others this workspace trusts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from dragoman.errors import AlreadyThere, InputError, NoSuchParty
from dragoman.record.keys import SecretKey, fingerprint
from dragoman.record.names import is_short_name, is_signed_party
from dragoman.record.parties import proof
from dragoman.workspace import keyring, log, tables
from dragoman.workspace.agreed import mark_trusted, say
from dragoman.workspace.agreedmodel import Founded, Key, Party, Signer
from dragoman.workspace.core import Core

_party, _event = tables.party.c, tables.event.c


class Parties:
    """The parties of a workspace. They are named by identifier, or by what stands before its "@" where only
    one has that."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def list(self) -> Sequence[Party]:
        """All parties of which something is known here, by identifier."""
        with self._core.database.reading() as connection:
            rows = connection.execute(select(tables.party).order_by(_party.id)).all()
            return [self._of(connection, row) for row in rows if row.facts != "{}" or row.trusted]

    def party(self, name: str) -> Party:
        """One party.

        Raises:
            NoSuchParty
        """
        with self._core.database.reading() as connection:
            row = connection.execute(
                select(tables.party).where(_party.id == resolved(connection, name))
            ).one()
            return self._of(connection, row)

    def held(self) -> tuple[str, ...]:
        """The parties whose key in force lies in this workspace."""
        return tuple(party.id for party in self.list() if party.held)

    def found(
        self,
        name: str,
        names: Mapping[str, str],
        *,
        passphrase: str,
        chair: str = "",
        author: str = "",
        secret: SecretKey | None = None,
        recovery: SecretKey | None = None,
    ) -> Founded:
        """Found a party with a new key, which is kept here under a passphrase.

        Args:
            name: Short, such as "lake": up to 40 Latin letters, digits and hyphens.
            names: What it is called, by language.
            chair: Who holds the key. author: Who writes this; the workspace's author without one.
            secret, recovery: Keys that are there already.

        Raises:
            InputError: the name is none, or the passphrase is too short. AlreadyThere: a party that is held
                here has this name.
        """
        if not is_short_name(name):
            raise InputError(
                "{name!r} cannot be the short name of a party.",
                remedy="Use Latin letters, digits and hyphens, up to 40, such as lake or RUS.",
                name=name,
            )
        if not names:
            raise InputError("A party needs a name in some language.", where=name)
        if any(party.name == name and party.held for party in self.list()):
            raise AlreadyThere(
                "A party of the name {name} is held here already.",
                remedy="Use it, or choose another name.",
                name=name,
            )
        secret, recovery = secret or SecretKey.new(), recovery or SecretKey.new()
        party = f"{name}@{secret.fingerprint}"
        body = {"names": names, "key": secret.public, "chair": chair, "recovery": recovery.public}
        signer = Signer(party, secret, author or self._core.place.author)
        self._keyed(signer, secret, "party.founded", passphrase, body)
        return Founded(party, secret.fingerprint, recovery.words())

    def rename(self, signer: Signer, names: Mapping[str, str]) -> None:
        """Change what a party is called, by language."""
        self._say(signer, "party.named", {"names": names})

    def trust(self, party: str, reason: str = "", *, author: str = "") -> None:
        """Take what a party signs from now on. Compare its fingerprint by another way first.

        Raises:
            InputError: this is no identifier of a party.
        """
        if not is_signed_party(party):
            raise InputError(
                "{party!r} is no identifier of a party.",
                remedy="Give the whole of it, with the 32 digits behind the @.",
                party=party,
            )
        with self._core.database.writing() as connection:
            self._core.say(connection, author, "party.trusted", {"party": party, "reason": reason})
            mark_trusted(connection, party)
        log.copied(self._core.database, self._core.place.record)

    def unlocked(self, name: str, passphrase: str, *, author: str = "") -> Signer:
        """A party's key, opened with its passphrase.

        Raises:
            NoSuchParty. InputError: its key does not lie here, or none is in force. WrongPassphrase
        """
        party = self.party(name)
        if not party.key:
            raise InputError(
                "No key of {party} is in force.",
                remedy="Its recovery key can name another.",
                party=party.id,
            )
        secret = keyring.opened(self._core.place.folder, party.key, passphrase)
        return Signer(party.id, secret, author or self._core.place.author)

    def rotate(self, signer: Signer, passphrase: str, *, reason: str = "") -> str:
        """Have a party sign with a new key, kept here under a passphrase; returns its fingerprint."""
        return self._changed(signer, "key.rotated", passphrase, {"reason": reason})

    def revoke(self, signer: Signer, reason: str, *, passphrase: str = "") -> str:
        """Take a party's key out of force, with that key or with the recovery key.

        With a passphrase a new key takes its place, whose fingerprint is returned; without one none does.
        Signed with the recovery key it decides which branch of a forked chain holds: the one here.
        """
        if passphrase:
            return self._changed(signer, "key.revoked", passphrase, {"reason": reason})
        self._say(signer, "key.revoked", {"key": "", "proof": "", "reason": reason})
        return ""

    def succeed(self, signer: Signer, chair: str, passphrase: str, *, reason: str = "") -> str:
        """Have another person hold the party's key, with a new one; returns its fingerprint."""
        return self._changed(signer, "chair.succeeded", passphrase, {"chair": chair, "reason": reason})

    def recovering(self, name: str, words: str, *, author: str = "") -> Signer:
        """A party's recovery key, from the words on paper: for `revoke` and `succeed` alone.

        Raises:
            NoSuchParty. InputError: it is not this party's.
        """
        party, secret = self.party(name), SecretKey.from_words(words)
        if secret.public != party.recovery:
            raise InputError("This is not the recovery key of {party}.", party=party.id)
        return Signer(party.id, secret, author or self._core.place.author)

    def _changed(self, signer: Signer, kind: str, passphrase: str, said: Mapping[str, Any]) -> str:
        secret = SecretKey.new()
        body = {**said, "key": secret.public, "proof": proof(signer.party, secret)}
        self._keyed(signer, secret, kind, passphrase, body)
        return secret.fingerprint

    def _keyed(
        self, signer: Signer, secret: SecretKey, kind: str, passphrase: str, body: Mapping[str, Any]
    ) -> None:
        """Keep a key and say that the party has it; where that cannot be said, the key is not kept."""
        folder = self._core.place.folder
        if keyring.has(folder, secret.public):
            raise AlreadyThere("This key lies here already.", remedy="A party needs a key of its own.")
        keyring.keep(folder, secret, signer.party, passphrase)
        try:
            self._say(signer, kind, body)
        except BaseException:
            keyring.forget(folder, secret.public)
            raise

    def _say(self, signer: Signer, kind: str, body: Mapping[str, Any]) -> None:
        with self._core.database.writing() as connection:
            say(self._core, connection, signer, [(kind, body)])
        log.copied(self._core.database, self._core.place.record)

    def _of(self, connection: Connection, row: Row[Any]) -> Party:
        facts = json.loads(row.facts)
        last = connection.execute(
            select(_event.sequence, _event.hash)
            .where(_event.party == row.id)
            .order_by(_event.sequence.desc())
            .limit(1)
        ).first()
        keys = tuple(
            Key(one["key"], fingerprint(one["key"]), one["chair"], one["since"], one["until"], one["reason"])
            for one in facts.get("keys", ())
        )
        in_force = keys[-1].key if keys and not keys[-1].until else ""
        held = keyring.has(self._core.place.folder, in_force)
        return Party(
            id=row.id,
            name=row.name,
            names=facts.get("names", {}),
            chair=keys[-1].chair if keys else "",
            keys=keys,
            recovery=facts.get("recovery", ""),
            trusted=bool(row.trusted) or held,
            held=held,
            forked=row.forked,
            events=last.sequence if last else 0,
            head=last.hash if last else "",
            founded=facts.get("founded", ""),
        )


def resolved(connection: Connection, name: str) -> str:
    """The identifier of a party, given by it, by a beginning of it with the "@", or by its short name.

    Raises:
        NoSuchParty: there is none, or several.
    """
    rows: Sequence[str] = connection.scalars(select(_party.id).order_by(_party.id)).all()
    found = [one for one in rows if one == name or one.partition("@")[0] == name]
    if not found and "@" in name:
        found = [one for one in rows if one.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NoSuchParty(
            "Several parties are called {name}: {parties}.",
            remedy="Give the whole identifier.",
            name=name,
            parties=", ".join(found),
        )
    raise NoSuchParty(
        "There is no party {name}.",
        remedy="There are: {parties}." if rows else "`dragoman parties found` founds one.",
        name=name,
        parties=", ".join(rows),
    )
