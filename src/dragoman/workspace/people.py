"""People who may sign in: their accounts, roles, sessions and invitations.

All of it lies in the workspace's own database, never in the record, and never leaves the workspace.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import delete, insert

from dragoman.access import passwords
from dragoman.access.tokens import INVITATION_HOURS
from dragoman.errors import AlreadyThere, InputError, NotAllowed
from dragoman.workspace import accounts, attempts, invitations, sessions, tables
from dragoman.workspace.clock import seconds
from dragoman.workspace.core import Core
from dragoman.workspace.parties import resolved
from dragoman.workspace.peoplemodel import Invitation, Person, Session

_MEMBERS_ONLY = "members-only"


class People:
    """The people of a workspace.

    A workspace without accounts is `open`: whoever reaches it may do everything. Names of accounts are in
    lower case; a party is named by its identifier or its short name. What changes something raises
    `WorkspaceError` where it cannot be kept, and `InputError` where there is no account of a name.
    """

    def __init__(self, core: Core, clock: Callable[[], float] | None = None) -> None:
        self._core = core
        self._clock = clock or seconds

    # Accounts

    @property
    def open(self) -> bool:
        """Whether there are no accounts at all."""
        with self._core.database.reading() as connection:
            return not accounts.exist(connection)

    def list(self) -> tuple[Person, ...]:
        """Everybody with an account, sorted by name."""
        with self._core.database.reading() as connection:
            return tuple(accounts.people(connection))

    def person(self, name: str) -> Person:
        """One person.

        Raises:
            InputError: there is no account of this name.
        """
        with self._core.database.reading() as connection:
            return accounts.people(connection, accounts.required(connection, name).name)[0]

    def add(self, name: str, shown: str = "", *, password: str = "", administrator: bool = False) -> Person:
        """Make an account. The first one is an administrator's: the workspace is open no more.

        Args:
            name: What is typed to sign in.
            shown: What others see; the name without it.
            password: Its password; without one nobody can sign in before he accepts an invitation.
            administrator: Whether it looks after the accounts.

        Raises:
            AlreadyThere: there is one of this name, or somebody is called so.
            InputError: the name or the password cannot be used, or the first one is no administrator.
        """
        name = accounts.proper(name)
        kept = passwords.hashed(password, name=name) if password else ""
        with self._core.database.writing() as connection:
            if not administrator and not accounts.exist(connection):
                raise _first()
            accounts.make(connection, name, shown, kept, administrator=administrator, now=self._clock())
            # A link that was sent for this name before must not open what was made for somebody now.
            invitations.revoke(connection, name)
            return accounts.people(connection, name)[0]

    def disable(self, name: str) -> None:
        """Let nobody sign in to an account; its sessions end at once.

        Raises:
            NotAllowed: it is the last administrator.
        """
        with self._core.database.writing() as connection:
            row = accounts.required(connection, name)
            if row.administrator:
                accounts.keep_an_administrator(connection, row.name)
            accounts.change(connection, row.name, disabled=True)
            sessions.end_all(connection, row.name)
            invitations.revoke(connection, row.name)

    def enable(self, name: str) -> None:
        """Let somebody sign in again; failed attempts are forgotten."""
        with self._core.database.writing() as connection:
            row = accounts.required(connection, name)
            accounts.change(connection, row.name, disabled=False)
            attempts.forget(connection, [], account=row.name)

    def appoint(self, name: str) -> None:
        """Make somebody an administrator."""
        with self._core.database.writing() as connection:
            accounts.change(connection, accounts.required(connection, name).name, administrator=True)

    def dismiss(self, name: str) -> None:
        """Make an administrator an administrator no more.

        Raises:
            NotAllowed: it is the last one.
        """
        with self._core.database.writing() as connection:
            row = accounts.required(connection, name)
            if row.administrator:
                accounts.keep_an_administrator(connection, row.name)
            accounts.change(connection, row.name, administrator=False)

    # Roles

    def parties(self) -> tuple[str, ...]:
        """The identifiers of the parties for which somebody can have a role, sorted."""
        with self._core.database.reading() as connection:
            return tuple(accounts.parties(connection))

    def grant(self, name: str, party: str, role: str) -> None:
        """Give somebody a role for a party, in the place of the one that he had.

        Raises:
            NoSuchParty
            InputError: there is no such account or role.
        """
        with self._core.database.writing() as connection:
            who = accounts.required(connection, name).name
            accounts.grant(
                connection, who, resolved(connection, party), accounts.role_of(role), self._clock()
            )

    def take(self, name: str, party: str) -> None:
        """Take somebody's role for a party away.

        Raises:
            InputError: he has none.
        """
        with self._core.database.writing() as connection:
            who = accounts.required(connection, name).name
            # A party that is known no more may still stand in a role.
            if not (
                accounts.take(connection, who, party)
                or accounts.take(connection, who, resolved(connection, party))
            ):
                raise InputError("{name} has no role for this party.", where=party, name=who)

    # Invitations

    def invite(
        self,
        name: str,
        party: str = "",
        role: str = "",
        *,
        inviter: str = "",
        hours: float = INVITATION_HOURS,
    ) -> str:
        """Invite somebody to an account, and to a role for a party; returns the token of the link.

        The token is stored nowhere. An earlier invitation of the same name holds no more.

        Args:
            name: The name that the account is to have.
            party: The party; "" for an account without a role.
            role: The role for it.
            inviter: The name of who invites.
            hours: For how long the link holds.

        Raises:
            AlreadyThere: there is an account of this name, or somebody is invited for another party.
            NoSuchParty
            InputError: there is no such role, or the name or the time cannot be used.
        """
        name, now = accounts.proper(name), self._clock()
        with self._core.database.writing() as connection:
            if not accounts.exist(connection):
                raise _first()
            accounts.must_be_free(connection, name)
            wanted = Invitation(
                name=name,
                party=resolved(connection, party) if party else "",
                role=accounts.role_of(role) if party else "",
                inviter=inviter,
            )
            if any(
                held.name == name and held.state == "open" and held.party != wanted.party
                for held in invitations.listed(connection, now)
            ):
                raise AlreadyThere(
                    "Somebody is invited under this name already.",
                    where=name,
                    remedy="Take another name, or let the administrator take that invitation back.",
                )
            return invitations.issue(connection, wanted, now, hours)

    def reset(self, name: str, *, inviter: str = "", hours: float = INVITATION_HOURS) -> str:
        """Take the password of an account away, if it has one, and end its sessions; returns the token of a
        link under which its owner chooses another one.

        Raises:
            NotAllowed: it is the last administrator who can sign in, or the account is disabled.
        """
        with self._core.database.writing() as connection:
            row = accounts.required(connection, name)
            if row.disabled:
                raise NotAllowed("The account is disabled.", where=row.name, remedy="Enable it first.")
            if row.administrator and row.password:
                accounts.keep_an_administrator(connection, row.name)
            accounts.change(connection, row.name, password="")
            sessions.end_all(connection, row.name)
            wanted = Invitation(name=row.name, party="", role="", inviter=inviter)
            return invitations.issue(connection, wanted, self._clock(), hours)

    def invitation(self, token: str, *, client: str = "") -> Invitation:
        """The open invitation of a token.

        Raises:
            NotAllowed: there is none; or too many attempts came from the client.
        """
        now = self._clock()
        with self._core.database.reading() as connection:
            found = invitations.found(connection, token, now)
        if found is None:
            attempts.begin(self._core.database, now, client=client)
        if found is None or found.state != "open":
            raise _no_invitation()
        return found

    def accept_invitation(self, token: str, shown: str, password: str, *, client: str = "") -> str:
        """Make the account that a link invites to, or give it its password; returns the token of a session.

        Of several who accept at once, one does.

        Raises:
            NotAllowed: the link does not hold, or was used.
            AlreadyThere: somebody is called so.
            InputError: the password or what is to be shown cannot be used.
        """
        name = self.invitation(token, client=client).name
        kept = passwords.hashed(password, name=name)
        with self._core.database.writing() as connection:
            now = self._clock()
            found = invitations.found(connection, token, now)
            row = accounts.stored(connection, name)
            if found is None or found.state != "open" or (row is not None and (row.password or row.disabled)):
                raise _no_invitation()
            if row is None:
                accounts.make(connection, name, shown, kept, administrator=False, now=now)
            else:
                called = accounts.called(connection, name, shown or row.shown)
                accounts.change(connection, name, shown=called, password=kept)
            if found.party:
                accounts.grant(connection, name, found.party, found.role, now)
            invitations.use(connection, token, now)
            attempts.forget(connection, [], account=name)
            return sessions.start(connection, name, now, client)

    def invitations(self) -> tuple[Invitation, ...]:
        """All invitations, the latest first."""
        with self._core.database.reading() as connection:
            return tuple(invitations.listed(connection, self._clock()))

    def revoke_invitation(self, name: str) -> None:
        """Take the open invitation of a name back.

        Raises:
            InputError: there is none.
        """
        with self._core.database.writing() as connection:
            if not invitations.revoke(connection, name.strip().lower()):
                raise InputError("There is no open invitation of this name.", where=name)

    # Sessions

    def sign_in(self, name: str, password: str, *, client: str = "") -> str:
        """Begin a session; returns its token, a new one each time.

        Args:
            name: The account's name.
            password: Its password.
            client: The address that the attempt comes from.

        Raises:
            NotAllowed: the name or the password is wrong, the account is disabled, or there were too many
                failed attempts: then it says how long to wait.
        """
        name = name.strip().lower()
        return self._begin(name, password, client, "")

    def change_password(self, token: str, present: str, new: str, *, client: str = "") -> str:
        """Let the owner of a session choose another password; all his sessions end.

        Returns the token of a new session.

        Raises:
            NotAllowed: the session holds no more, the present password is wrong, or there were too many
                failed attempts.
            InputError: the new password cannot be used.
        """
        person = self.session(token)
        if person is None:
            raise NotAllowed("The session is over.", remedy="Sign in again.")
        return self._begin(person.name, present, client, passwords.hashed(new, name=person.name))

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password; its sessions end.

        Raises:
            InputError: the password cannot be used.
        """
        name = self.person(name).name
        kept = passwords.hashed(password, name=name)
        with self._core.database.writing() as connection:
            accounts.change(connection, name, password=kept)
            sessions.end_all(connection, name)
            invitations.revoke(connection, name)
            attempts.forget(connection, [], account=name)

    def session(self, token: str) -> Person | None:
        """Who is signed in with a token; None if nobody is, or the session is over."""
        if not token:
            return None
        now = self._clock()
        with self._core.database.reading() as connection:
            name, again = sessions.owner(connection, token, now)
            found = accounts.people(connection, name) if name else []
        if not found or found[0].disabled:
            return None
        if again and not self._core.database.read_only:
            with self._core.database.writing() as connection:
                sessions.use(connection, token, now)
        return found[0]

    def sessions(self, name: str, *, present: str = "") -> tuple[Session, ...]:
        """The sessions of somebody that hold, the latest first.

        `present` is the token of the one that asks.
        """
        with self._core.database.reading() as connection:
            who = accounts.required(connection, name).name
            return tuple(sessions.listed(connection, who, self._clock(), present))

    def sign_out(self, token: str) -> None:
        """End a session, if there is one."""
        with self._core.database.writing() as connection:
            sessions.end(connection, token)

    def revoke_all(self, name: str) -> int:
        """End all sessions of somebody; returns how many there were."""
        with self._core.database.writing() as connection:
            return sessions.end_all(connection, accounts.required(connection, name).name)

    # Who may read

    @property
    def is_members_only(self) -> bool:
        """Whether only people with an account may read; of no effect in an open workspace."""
        with self._core.database.reading() as connection:
            return accounts.setting(connection, _MEMBERS_ONLY) == "on"

    def members_only(self, on: bool) -> None:
        """Keep reading to people with an account, or let everybody read who reaches the pages."""
        with self._core.database.writing() as connection:
            connection.execute(delete(tables.setting).where(tables.setting.c.name == _MEMBERS_ONLY))
            if on:
                connection.execute(insert(tables.setting).values(name=_MEMBERS_ONLY, value="on"))

    def _begin(self, name: str, password: str, client: str, changed: str) -> str:
        """Begin a session if the password is right; with another password from now on if one is given."""
        database, now = self._core.database, self._clock()
        noted = attempts.begin(database, now, account=name, client=client)
        with database.reading() as connection:
            row = accounts.stored(connection, name)
        if not passwords.is_right(row.password if row is not None else "", password):
            raise _not_present() if changed else _wrong()
        anew = changed or (
            passwords.rehashed(password) if row is not None and passwords.is_outdated(row.password) else ""
        )
        with database.writing() as connection:
            present = accounts.stored(connection, name)
            if present is None or row is None or present.disabled or present.password != row.password:
                raise _wrong()
            attempts.forget(connection, noted, account=name)
            if changed:
                sessions.end_all(connection, name)
            if anew:
                accounts.change(connection, name, password=anew)
            return sessions.start(connection, name, now, client)


def _first() -> InputError:
    return InputError(
        "The first account is an administrator's.",
        remedy="Make that one first: `dragoman people add NAME --administrator`.",
    )


def _wrong() -> NotAllowed:
    return NotAllowed(
        "The name or the password is not right.",
        remedy="Mind capital letters and the keyboard's language; who invited you can let you choose another "
        "password.",
    )


def _not_present() -> NotAllowed:
    return NotAllowed("The present password is not right.", remedy="Nothing was changed.")


def _no_invitation() -> NotAllowed:
    return NotAllowed(
        "This invitation does not hold.",
        remedy="It may have been used or be too old: ask who sent it for another one.",
    )
