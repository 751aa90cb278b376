"""Names of parties: which of them sign."""

from __future__ import annotations

import re

_SIGNED_PARTY = re.compile(r"([A-Za-z0-9][A-Za-z0-9-]{0,39})@([0-9a-f]{32})")
_SHORT = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")


def is_signed_party(name: object) -> bool:
    """Whether a party of this name signs its events: "name@" and the fingerprint of its founding key."""
    return isinstance(name, str) and _SIGNED_PARTY.fullmatch(name) is not None


def is_short_name(name: str) -> bool:
    """Whether it may stand before the "@"."""
    return _SHORT.fullmatch(name) is not None


def short_name(party: str) -> str:
    """What stands before the "@"."""
    return party.partition("@")[0]


def founding_fingerprint(party: str) -> str:
    """What stands behind the "@"."""
    return party.partition("@")[2]
