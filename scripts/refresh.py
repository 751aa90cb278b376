"""Makes anew what the documentation takes from the code: reference pages, tables, and executed samples."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from scripts import changelog, console, permits, reference, regions, tables

MAKERS: Mapping[str, Callable[[Path], str]] = {
    "commands": reference.commands,
    "public-names": reference.public_names,
    "errors": reference.error_table,
    "settings": reference.settings,
    "languages": reference.languages,
    "event-kinds": reference.event_kinds,
    "permissions": permits.permissions,
    "roles": permits.roles,
    "routes": permits.routes,
    "unreleased": changelog.unreleased,
}


def made(name: str, page: Path) -> str:
    """The body of a region: from the code, or else the measurement of that name."""
    if name in MAKERS:
        return MAKERS[name](page)
    return tables.measured(name.removeprefix("bench."), page)


def refreshed(page: Path) -> str:
    """A page as it should be now."""
    text = regions.remade(page, made)
    with tempfile.TemporaryDirectory() as folder:
        return console.Page(Path(folder)).executed(text)


def main() -> None:
    """Rewrite the pages that are out of date, and name them."""
    for page in regions.pages():
        text = refreshed(page)
        if text != page.read_text(encoding="utf-8"):
            page.write_text(text, encoding="utf-8")
            print(f"Refreshed: {page.relative_to(regions.ROOT)}")


if __name__ == "__main__":
    main()
