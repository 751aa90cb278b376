from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.access.permissions import (
    PARTY_ROLES,
    PERMISSIONS,
    ROLES,
    may,
    parties_with,
    visitor_may,
)

LAKE, STEPPE = "lake@" + "0" * 32, "steppe@" + "1" * 32
names = st.sampled_from(sorted(PERMISSIONS))
memberships = st.dictionaries(st.sampled_from([LAKE, STEPPE]), st.sampled_from(PARTY_ROLES))


def test_only_the_chair_signs_and_the_administrator_acts_for_no_party() -> None:
    assert PERMISSIONS["sign"].roles == {"chair"}
    for name in ("sign", "drafts.read", "drafts.remark", "drafts.write", "exchange.export"):
        assert not may(name, LAKE, roles={}, administrator=True), name
        assert not may(name, "", roles={}, administrator=True), name


def test_a_role_is_for_its_own_party() -> None:
    roles = {LAKE: "chair", STEPPE: "observer"}
    assert may("sign", LAKE, roles=roles, administrator=False)
    assert not may("sign", STEPPE, roles=roles, administrator=False)
    assert may("sign", "", roles=roles, administrator=False)
    assert may("drafts.read", STEPPE, roles=roles, administrator=False)
    assert parties_with("sign", roles) == (LAKE,)
    assert parties_with("drafts.read", roles) == (LAKE, STEPPE)
    assert not may("people.invite", STEPPE, roles=roles, administrator=False)
    assert may("people.invite", STEPPE, roles={}, administrator=True)


def test_a_visitor_reads_unless_reading_is_for_members() -> None:
    assert visitor_may("read", members_only=False)
    assert not visitor_may("read", members_only=True)
    assert visitor_may("anybody", members_only=True)
    assert may("read", "", roles={}, administrator=False)
    assert {name for name in PERMISSIONS if visitor_may(name, members_only=False)} == {"anybody", "read"}


def test_every_permission_is_someone_s_and_names_roles_that_there_are() -> None:
    for permission in PERMISSIONS.values():
        assert permission.roles
        assert permission.roles <= ROLES.keys()
    assert set(PARTY_ROLES) < ROLES.keys()


@settings(deadline=None)
@given(names, memberships, st.booleans(), st.sampled_from([LAKE, STEPPE]))
def test_who_may_for_a_party_may_at_all(
    name: str, roles: dict[str, str], administrator: bool, party: str
) -> None:
    if may(name, party, roles=roles, administrator=administrator):
        assert may(name, "", roles=roles, administrator=administrator)


@settings(deadline=None)
@given(names, memberships, st.booleans())
def test_the_administrator_loses_nothing(name: str, roles: dict[str, str], as_visitor: bool) -> None:
    if may(name, "", roles=roles, administrator=False) or visitor_may(name, members_only=as_visitor):
        assert may(name, "", roles=roles, administrator=True)


@settings(deadline=None)
@given(names, memberships)
def test_the_parties_with_a_permission_are_those_it_holds_for(name: str, roles: dict[str, str]) -> None:
    if PERMISSIONS[name].by_party:
        held = {party for party in (LAKE, STEPPE) if may(name, party, roles=roles, administrator=False)}
        assert set(parties_with(name, roles)) == held


def test_an_unknown_permission_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        may("everything", "", roles={}, administrator=True)
