"""Tables of the documentation about who may do what: made from the tables that the code reads."""

from __future__ import annotations

from pathlib import Path

from dragoman.access.permissions import PARTY_ROLES, PERMISSIONS, ROLES
from dragoman.web.app import PAGES
from dragoman.web.permits import permits


def roles(_page: Path) -> str:
    """Every role with what it is for."""
    rows = [f"| {role.title} | {role.meaning} |" for role in ROLES.values()]
    return "| role | what it is for |\n|---|---|\n" + "\n".join(rows)


def permissions(_page: Path) -> str:
    """Every permission with its meaning, by role."""
    head = "| permission | what it allows | " + " | ".join(role.title for role in ROLES.values()) + " |"
    line = "|---|---|" + ":---:|" * len(ROLES)
    rows = []
    for permission in PERMISSIONS.values():
        cells = []
        for name in ROLES:
            # A member with a role for a party may what members may.
            held = not permission.roles.isdisjoint({name, "member"} if name != "visitor" else {name})
            own = permission.by_party and name in PARTY_ROLES
            cells.append(("own party" if own else "yes") if held else "")
        rows.append(f"| `{permission.name}` | {permission.meaning} | {' | '.join(cells)} |")
    return "\n".join([head, line, *rows])


def routes(_page: Path) -> str:
    """Every permission with the addresses that need it."""
    needed: dict[str, list[str]] = {}
    for method, path, permission in permits(page.router for page in PAGES):
        needed.setdefault(permission, []).append(f"{method} `{path.replace(':path', '')}`")
    rows = [f"| `{name}` | {', '.join(needed[name])} |" for name in PERMISSIONS if name in needed]
    return "| permission | addresses |\n|---|---|\n" + "\n".join(rows)
