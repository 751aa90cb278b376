"""What the workspace tells of people: never a password, a token or what is stored of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account.

    `shown` is what others see, `roles` his role by party. `waiting` is whether he has no password yet, so
    that he cannot sign in before he follows an invitation.
    """

    name: str
    shown: str
    administrator: bool
    disabled: bool
    waiting: bool
    created: str
    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Session:
    """A session that holds: since when, when it was last used, and from which address it was begun.

    Times are in UTC; `present` is whether it is the one that asks.
    """

    created: str
    seen: str
    expires: str
    client: str
    present: bool = False


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation of somebody to an account; to a role for a party, unless `party` is "".

    `state` is "open", "used", "expired" or "revoked".
    """

    name: str
    party: str
    role: str
    inviter: str
    created: str = ""
    expires: str = ""
    state: str = ""
