from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from argon2 import PasswordHasher
from sqlalchemy import delete, text

from dragoman.access import passwords
from dragoman.access.limits import ACCOUNT, CLIENT
from dragoman.access.tokens import IDLE, LIFE
from dragoman.errors import AlreadyThere, InputError, NoSuchParty, NotAllowed
from dragoman.workspace import Workspace, tables
from dragoman.workspace.people import People
from tests.people import LAKE, PASSWORD, STEPPE, Clock, cheap_passwords, with_parties
from tests.postgres import Server

OTHER = "clouds over the steppe"


@pytest.fixture(autouse=True)
def cheap() -> Iterator[None]:
    with cheap_passwords():
        yield


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A workspace in either database, for all tests."""
    folder = tmp_path_factory.mktemp("people") / "workspace"
    if request.param == "sqlite":
        with Workspace.create(folder) as it:
            yield it
        return
    server: Server = request.getfixturevalue("postgres")
    with server.database() as address, Workspace.create(folder, database=address) as it:
        yield it


@pytest.fixture
def workspace(empty: Workspace) -> Workspace:
    """A workspace with two parties and nobody in it."""
    with empty._core.database.writing() as connection:
        for table in (
            tables.account, tables.membership, tables.session, tables.invitation, tables.attempt,
            tables.setting, tables.party,
        ):  # fmt: skip
            connection.execute(delete(table))
    with_parties(empty, LAKE, STEPPE)
    return empty


@pytest.fixture
def people(workspace: Workspace, clock: Clock) -> People:
    """The people of a workspace with one account, an administrator's."""
    people = People(workspace._core, clock)
    people.add("olga", "Olga R.", password=PASSWORD, administrator=True)
    return people


def test_a_workspace_is_open_until_the_first_account(workspace: Workspace) -> None:
    people = workspace.people
    assert people.open
    assert people.list() == ()
    with pytest.raises(InputError, match="administrator"):
        people.add("boris", password=PASSWORD)
    with pytest.raises(InputError, match="administrator"):
        people.invite("boris")
    assert people.open
    made = people.add(" Olga ", administrator=True)
    assert (made.name, made.shown, made.administrator, made.waiting) == ("olga", "olga", True, True)
    assert not people.open


@pytest.mark.parametrize("name", ["", "-olga", "o" * 41, "ol ga", "Ольга", "a/b", "olga\n\n.", "%"])
def test_a_name_that_cannot_be_typed_is_refused(people: People, name: str) -> None:
    with pytest.raises(InputError, match="cannot be the name"):
        people.add(name, password=PASSWORD)


@pytest.mark.parametrize("shown", ["x" * 81, "a\u202eb", "a\x07"])
def test_what_others_see_is_one_short_line(people: People, shown: str) -> None:
    with pytest.raises(InputError, match="cannot be a name to show"):
        people.add("boris", shown, password=PASSWORD)


@pytest.mark.parametrize("shown", ["Olga R.", "olga", "OLGA  r."])
def test_nobody_is_called_like_somebody_else(people: People, shown: str) -> None:
    with pytest.raises(AlreadyThere):
        people.add("boris", shown, password=PASSWORD)
    with pytest.raises(AlreadyThere):
        people.add("olga", password=PASSWORD)


def test_signing_in_and_out(people: People) -> None:
    token = people.sign_in(" OLGA ", PASSWORD, client="192.0.2.7")
    person = people.session(token)
    assert person is not None
    assert (person.name, person.shown, person.administrator) == ("olga", "Olga R.", True)
    [held] = people.sessions("olga", present=token)
    assert (held.client, held.present) == ("192.0.2.7", True)
    people.sign_out(token)
    assert people.session(token) is None
    assert people.sessions("olga") == ()
    people.sign_out(token)
    people.sign_out("")


def test_each_session_has_a_token_of_its_own(people: People) -> None:
    first, second = people.sign_in("olga", PASSWORD), people.sign_in("olga", PASSWORD)
    assert first != second
    people.sign_out(first)
    assert people.session(second) is not None


@pytest.mark.parametrize("token", ["", "nonsense", "x" * 500, "ключ", "'; DROP TABLE session; --"])
def test_what_is_no_token_is_nobody(people: People, token: str) -> None:
    assert people.session(token) is None


def test_neither_passwords_nor_tokens_lie_in_the_database(people: People, workspace: Workspace) -> None:
    session, invitation = people.sign_in("olga", PASSWORD), people.invite("boris")
    with workspace._core.database.reading() as connection:
        stored = " ".join(
            str(tuple(row))
            for table in ("account", "session", "invitation", "attempt")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        )
    assert "olga" in stored
    for secret in (session, invitation, PASSWORD):
        assert secret not in stored


@pytest.mark.parametrize(
    ("name", "password"), [("olga", "wrong"), ("nobody", PASSWORD), ("", ""), ("olga", "")]
)
def test_what_is_wrong_is_not_told_apart(people: People, name: str, password: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        people.sign_in(name, password)
    assert refused.value.what == "The name or the password is not right."


def test_a_session_ends_without_use(people: People, clock: Clock) -> None:
    token = people.sign_in("olga", PASSWORD)
    for _each in range(4):
        clock.goes(IDLE - 1)
        assert people.session(token) is not None
    clock.goes(IDLE)
    assert people.session(token) is None


def test_a_session_ends_after_half_a_day_however_much_it_is_used(people: People, clock: Clock) -> None:
    token = people.sign_in("olga", PASSWORD)
    used = 0.0
    while used + 600 < LIFE:
        clock.goes(600)
        used += 600
        assert people.session(token) is not None
    clock.goes(600)
    assert people.session(token) is None


def test_a_clock_set_back_ends_sessions_and_does_not_revive_them(people: People, clock: Clock) -> None:
    token = people.sign_in("olga", PASSWORD)
    clock.goes(-3600)
    assert people.session(token) is None
    clock.goes(3600 + LIFE)
    assert people.session(token) is None


def test_too_many_guesses_have_to_wait(people: People, clock: Clock) -> None:
    for _guess in range(ACCOUNT.attempts):
        with pytest.raises(NotAllowed, match="not right"):
            people.sign_in("olga", "a guess")
        clock.goes(1)
    with pytest.raises(NotAllowed, match="15 min"):
        people.sign_in("olga", PASSWORD)
    clock.goes(ACCOUNT.seconds - ACCOUNT.attempts)
    assert people.sign_in("olga", PASSWORD)


def test_a_right_password_forgets_the_wrong_ones(people: People) -> None:
    for _round in range(3):
        for _guess in range(ACCOUNT.attempts - 1):
            with pytest.raises(NotAllowed, match="not right"):
                people.sign_in("olga", "a guess")
        assert people.sign_in("olga", PASSWORD)


def test_one_address_cannot_try_many_names(people: People) -> None:
    for number in range(CLIENT.attempts):
        with pytest.raises(NotAllowed, match="not right"):
            people.sign_in(f"name{number}", "a guess", client="192.0.2.7")
    with pytest.raises(NotAllowed, match="too many"):
        people.sign_in("olga", PASSWORD, client="192.0.2.7")
    assert people.sign_in("olga", PASSWORD, client="192.0.2.8")


def test_signing_in_oneself_buys_no_more_guesses(people: People) -> None:
    people.add("eve", password=OTHER)
    for guess in range(CLIENT.attempts):
        with pytest.raises(NotAllowed, match="not right"):
            people.sign_in(f"name{guess}", "a guess", client="192.0.2.7")
        if guess < CLIENT.attempts - 1:
            people.sign_in("eve", OTHER, client="192.0.2.7")
    with pytest.raises(NotAllowed, match="too many"):
        people.sign_in("eve", OTHER, client="192.0.2.7")


def test_a_clock_set_back_does_not_open_the_gate_nor_shut_it_for_ever(people: People, clock: Clock) -> None:
    for _guess in range(ACCOUNT.attempts):
        with pytest.raises(NotAllowed):
            people.sign_in("olga", "a guess")
    clock.goes(-365 * 86_400)
    with pytest.raises(NotAllowed, match="too many"):
        people.sign_in("olga", PASSWORD)
    clock.goes(ACCOUNT.seconds - 1)
    with pytest.raises(NotAllowed, match="too many"):
        people.sign_in("olga", PASSWORD)
    clock.goes(2)
    assert people.sign_in("olga", PASSWORD)


def test_many_guesses_at_once_do_not_slip_through(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def is_right(stored: str, password: str) -> bool:
        looked.append(password)
        return False

    monkeypatch.setattr(passwords, "is_right", is_right)

    def guess(number: int) -> None:
        with pytest.raises(NotAllowed):
            people.sign_in("olga", f"guess {number}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(guess, range(40)))
    assert len(looked) == ACCOUNT.attempts


def test_a_password_is_stored_anew_when_settings_grow(
    people: People, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept() -> str:
        with workspace._core.database.reading() as connection:
            return str(connection.scalar(text("SELECT password FROM account")))

    before = kept()
    people.sign_in("olga", PASSWORD)
    assert kept() == before
    stronger = PasswordHasher(time_cost=2, memory_cost=128, parallelism=1)
    monkeypatch.setattr(passwords, "_HASHER", stronger)
    people.sign_in("olga", PASSWORD)
    assert kept() != before
    assert not stronger.check_needs_rehash(kept())
    people.sign_in("olga", PASSWORD)


def test_another_password_ends_all_sessions(people: People) -> None:
    here, elsewhere = people.sign_in("olga", PASSWORD), people.sign_in("olga", PASSWORD)
    with pytest.raises(NotAllowed, match="present password"):
        people.change_password(here, "a guess", OTHER)
    with pytest.raises(InputError, match="too short"):
        people.change_password(here, PASSWORD, "short")
    assert people.session(elsewhere) is not None
    fresh = people.change_password(here, PASSWORD, OTHER)
    assert fresh not in (here, elsewhere)
    assert people.session(fresh) is not None
    assert people.session(here) is people.session(elsewhere) is None
    with pytest.raises(NotAllowed):
        people.sign_in("olga", PASSWORD)
    with pytest.raises(NotAllowed, match="over"):
        people.change_password(here, OTHER, PASSWORD)
    people.set_password("olga", PASSWORD)
    assert people.session(fresh) is None
    assert people.sign_in("olga", PASSWORD)


def test_a_disabled_account_is_dead_at_once(people: People) -> None:
    people.add("boris", password=OTHER)
    token = people.sign_in("boris", OTHER)
    people.disable("boris")
    assert people.session(token) is None
    with pytest.raises(NotAllowed, match="not right"):
        people.sign_in("boris", OTHER)
    people.enable("boris")
    assert people.session(token) is None
    assert people.sign_in("boris", OTHER)


def test_the_last_administrator_stays(people: People) -> None:
    for refused in (people.disable, people.dismiss, people.reset):
        with pytest.raises(NotAllowed, match="last administrator"):
            refused("olga")
    people.add("boris", administrator=True)
    with pytest.raises(NotAllowed, match="last administrator"):
        people.disable("olga")
    people.set_password("boris", OTHER)
    people.disable("olga")
    with pytest.raises(NotAllowed, match="last administrator"):
        people.dismiss("boris")


def test_two_administrators_cannot_disable_each_other(people: People) -> None:
    people.add("boris", password=OTHER, administrator=True)

    def disable(name: str) -> bool:
        try:
            people.disable(name)
        except NotAllowed:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(disable, ["olga", "boris"]))
    assert sorted(done) == [False, True]


def test_roles_are_for_parties(people: People) -> None:
    people.add("boris", password=OTHER)
    people.grant("boris", "lake", "observer")
    people.grant("boris", LAKE, "drafter")
    people.grant("boris", STEPPE, "expert")
    assert people.person("boris").roles == {LAKE: "drafter", STEPPE: "expert"}
    people.take("boris", "lake")
    assert people.person("boris").roles == {STEPPE: "expert"}
    with pytest.raises(InputError, match="no role"):
        people.take("boris", "lake")
    with pytest.raises(InputError, match="no role called"):
        people.grant("boris", "lake", "administrator")
    with pytest.raises(NoSuchParty):
        people.grant("boris", "mountain", "chair")
    with pytest.raises(InputError, match="no account"):
        people.grant("nobody", "lake", "chair")
    assert people.parties() == (LAKE, STEPPE)


def test_a_name_that_several_parties_have_is_not_enough(people: People, workspace: Workspace) -> None:
    other = "lake@" + "2c" * 16
    with_parties(workspace, other)
    people.add("boris", password=OTHER)
    with pytest.raises(NoSuchParty, match="Several"):
        people.grant("boris", "lake", "chair")
    people.grant("boris", other, "chair")
    assert people.person("boris").roles == {other: "chair"}


def test_an_invitation_makes_an_account_once(people: People) -> None:
    token = people.invite("boris", "lake", "chair", inviter="olga")
    found = people.invitation(token)
    assert (found.name, found.party, found.role, found.inviter) == ("boris", LAKE, "chair", "olga")
    session = people.accept_invitation(token, "Boris", OTHER)
    person = people.session(session)
    assert person is not None
    assert (person.shown, person.roles, person.administrator) == ("Boris", {LAKE: "chair"}, False)
    with pytest.raises(NotAllowed, match="does not hold"):
        people.accept_invitation(token, "Eve", PASSWORD)
    with pytest.raises(NotAllowed, match="does not hold"):
        people.invitation(token)
    assert people.sign_in("boris", OTHER)
    assert [held.state for held in people.invitations()] == ["used"]


def test_a_bad_password_does_not_use_an_invitation_up(people: People) -> None:
    token = people.invite("boris")
    for shown, password in (("Boris", "short"), ("Olga R.", OTHER), ("Boris", "boris boris")):
        with pytest.raises(InputError):
            people.accept_invitation(token, shown, password)
    assert [person.name for person in people.list()] == ["olga"]
    people.accept_invitation(token, "", OTHER)
    assert people.person("boris").shown == "boris"


def test_an_invitation_holds_for_a_while(people: People, clock: Clock) -> None:
    token = people.invite("boris", hours=2)
    clock.goes(2 * 3600 - 1)
    assert people.invitation(token).state == "open"
    clock.goes(1)
    with pytest.raises(NotAllowed, match="does not hold"):
        people.accept_invitation(token, "Boris", OTHER)
    clock.goes(-3 * 3600)
    with pytest.raises(NotAllowed, match="does not hold"):
        people.accept_invitation(token, "Boris", OTHER)
    for hours in (0, -1, 721):
        with pytest.raises(InputError, match="hours"):
            people.invite("carl", hours=hours)


def test_an_invitation_can_be_taken_back(people: People) -> None:
    first, second = people.invite("boris"), people.invite("boris")
    with pytest.raises(NotAllowed):
        people.accept_invitation(first, "Boris", OTHER)
    people.revoke_invitation("boris")
    with pytest.raises(NotAllowed):
        people.accept_invitation(second, "Boris", OTHER)
    with pytest.raises(InputError, match="no open invitation"):
        people.revoke_invitation("boris")
    assert [held.state for held in people.invitations()] == ["revoked", "revoked"]


def test_of_two_who_accept_at_once_one_does(people: People) -> None:
    token = people.invite("boris", "lake", "drafter")

    def accept(number: int) -> bool:
        try:
            people.accept_invitation(token, f"Boris {number}", f"{OTHER} {number}")
        except NotAllowed:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(accept, range(4)))
    assert sorted(done) == [False, False, False, True]
    winner = done.index(True)
    assert people.person("boris").shown == f"Boris {winner}"
    assert people.sign_in("boris", f"{OTHER} {winner}")


def test_no_link_opens_an_account_that_was_made_for_somebody_else(people: People) -> None:
    token = people.invite("boris", "lake", "observer")
    people.add("boris", administrator=True)
    with pytest.raises(NotAllowed):
        people.accept_invitation(token, "Eve", OTHER)
    with pytest.raises(AlreadyThere):
        people.invite("boris", "lake", "observer")
    people.invite("carl", "lake", "observer")
    with pytest.raises(AlreadyThere, match="invited"):
        people.invite("carl", "steppe", "observer")


def test_a_forgotten_password_is_chosen_anew(people: People) -> None:
    people.add("boris", "Boris", password=OTHER)
    people.grant("boris", "lake", "expert")
    session = people.sign_in("boris", OTHER)
    token = people.reset("boris", inviter="olga")
    assert people.session(session) is None
    with pytest.raises(NotAllowed):
        people.sign_in("boris", OTHER)
    people.accept_invitation(token, "", PASSWORD)
    person = people.person("boris")
    assert (person.shown, person.roles) == ("Boris", {LAKE: "expert"})
    again = people.reset("boris")
    people.disable("boris")
    with pytest.raises(NotAllowed):
        people.accept_invitation(again, "", PASSWORD)
    with pytest.raises(NotAllowed, match="disabled"):
        people.reset("boris")


def test_guessing_links_has_to_wait_too(people: People) -> None:
    good = people.invite("boris")
    for number in range(CLIENT.attempts):
        with pytest.raises(NotAllowed, match="does not hold"):
            people.invitation(f"guess{number}", client="192.0.2.7")
    with pytest.raises(NotAllowed, match="too many"):
        people.invitation("guess", client="192.0.2.7")
    assert people.invitation(good, client="192.0.2.8").name == "boris"


def test_all_sessions_can_be_ended(people: People) -> None:
    tokens = [people.sign_in("olga", PASSWORD) for _each in range(3)]
    assert people.revoke_all("olga") == 3
    assert people.revoke_all("olga") == 0
    assert all(people.session(token) is None for token in tokens)


def test_reading_can_be_kept_to_members(people: People, workspace: Workspace) -> None:
    assert not people.is_members_only
    people.members_only(True)
    people.members_only(True)
    assert workspace.people.is_members_only
    people.members_only(False)
    assert not people.is_members_only


def test_people_stay_when_everything_is_computed_anew(people: People, workspace: Workspace) -> None:
    token = people.sign_in("olga", PASSWORD)
    workspace.rebuild()
    assert people.session(token) is not None


def test_nothing_of_people_is_in_the_record(people: People, workspace: Workspace) -> None:
    people.sign_in("olga", PASSWORD)
    people.invite("boris", "lake", "chair")
    assert workspace.history() == []
