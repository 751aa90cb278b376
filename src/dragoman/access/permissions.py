"""Who may do what: one table of permissions, which drives the code, the pages and the documentation.

A person has a role for each party that he belongs to, and may be the administrator of the workspace besides.
What a role permits holds for that party alone; what the administrator may do holds for all of them. Whoever
is not signed in is a visitor, whoever is signed in a member at least.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dragoman.marking import _

VISITOR = "visitor"
MEMBER = "member"
OBSERVER = "observer"
EXPERT = "expert"
DRAFTER = "drafter"
CHAIR = "chair"
ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its name, what it is called, and what it is for."""

    name: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Permission:
    """Something that may be done: its name, what it allows, and the roles that have it.

    `by_party` is whether it concerns what belongs to one party: a role has it for its own party then.
    """

    name: str
    meaning: str
    roles: frozenset[str]
    by_party: bool = False


ROLES: Mapping[str, Role] = MappingProxyType(
    {
        role.name: role
        for role in (
            Role(VISITOR, _("visitor"), _("Nobody is signed in.")),
            Role(MEMBER, _("member"), _("Is signed in, with whatever role or none.")),
            Role(OBSERVER, _("observer"), _("Reads what the party drafts.")),
            Role(EXPERT, _("expert"), _("Reads the party's drafts and remarks on them.")),
            Role(DRAFTER, _("drafter"), _("Writes the party's drafts.")),
            Role(CHAIR, _("chair"), _("Signs for the party, with the passphrase of its key.")),
            Role(
                ADMINISTRATOR,
                _("administrator"),
                _("Looks after the accounts of the workspace; acts for no party."),
            ),
        )
    }
)
"""Every role by its name, from the least to the most that it may do for a party; then the administrator's."""

PARTY_ROLES = (OBSERVER, EXPERT, DRAFTER, CHAIR)
"""The roles that a person can have for a party."""

_WRITERS = frozenset({EXPERT, DRAFTER, CHAIR})
_EVERYBODY = frozenset(ROLES)

PERMISSIONS: Mapping[str, Permission] = MappingProxyType(
    {
        permission.name: permission
        for permission in (
            Permission("anybody", _("Sign in, accept an invitation, read how Dragoman works."), _EVERYBODY),
            Permission(
                "read", _("Read documents, terms, findings and what the parties agreed on."), _EVERYBODY
            ),
            Permission(
                "account",
                _("Change one's own password, end one's own sessions."),
                _EVERYBODY - {VISITOR},
            ),
            Permission(
                "documents.change",
                _("Add, describe and correct documents; decide on findings and threats."),
                _WRITERS | {ADMINISTRATOR},
            ),
            Permission(
                "drafts.read", _("Read the party's own drafts."), _WRITERS | {OBSERVER}, by_party=True
            ),
            Permission("drafts.remark", _("Remark on the party's drafts."), _WRITERS, by_party=True),
            Permission(
                "drafts.write",
                _("Write the party's drafts."),
                frozenset({DRAFTER, CHAIR}),
                by_party=True,
            ),
            Permission(
                "sign",
                _("Propose, accept, refuse and open rounds in the party's name, with its passphrase."),
                frozenset({CHAIR}),
                by_party=True,
            ),
            Permission(
                "exchange.import", _("Take in a bundle from another copy."), frozenset({CHAIR, ADMINISTRATOR})
            ),
            Permission("exchange.export", _("Save a bundle for another copy."), frozenset({CHAIR})),
            Permission(
                "people.invite",
                _("See who belongs to a party, invite people into it, change their roles."),
                frozenset({CHAIR, ADMINISTRATOR}),
                by_party=True,
            ),
            Permission(
                "people.manage",
                _("See all accounts, disable and enable them, set who may read."),
                frozenset({ADMINISTRATOR}),
            ),
        )
    }
)
"""Every permission by its name."""


def may(permission: str, party: str, *, roles: Mapping[str, str], administrator: bool) -> bool:
    """Whether somebody who is signed in may do something.

    Args:
        permission: Its name in `PERMISSIONS`.
        party: For which party; "" asks whether he may do it at all, for any.
        roles: His role by party.
        administrator: Whether he is the administrator.
    """
    allowed = PERMISSIONS[permission].roles
    if not allowed.isdisjoint((MEMBER, ADMINISTRATOR) if administrator else (MEMBER,)):
        return True
    if party and PERMISSIONS[permission].by_party:
        return roles.get(party) in allowed
    return not allowed.isdisjoint(roles.values())


def visitor_may(permission: str, *, members_only: bool) -> bool:
    """Whether a visitor may do something; with `members_only` reading is kept to people with an account."""
    return VISITOR in PERMISSIONS[permission].roles and not (members_only and permission == "read")


def parties_with(permission: str, roles: Mapping[str, str]) -> tuple[str, ...]:
    """The parties, sorted, for which these roles have a permission."""
    allowed = PERMISSIONS[permission].roles
    return tuple(sorted(party for party, role in roles.items() if role in allowed))
