"""Build hook: compiles the message catalogues of the command line (`.po` to `.mo`).

Runs for wheels and for editable installs alike, so a checkout always has its compiled catalogues.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(locale: Path) -> list[Path]:
    """Compile every `<language>/LC_MESSAGES/dragoman.po` below a folder; gives the files written."""
    written: list[Path] = []
    for po in sorted(locale.glob("*/LC_MESSAGES/dragoman.po")):
        with po.open("rb") as source:
            catalogue = read_po(source, locale=po.parent.parent.name, domain="dragoman")
        mo = po.with_suffix(".mo")
        with mo.open("wb") as target:
            write_mo(target, catalogue)
        written.append(mo)
    return written


class CatalogueHook(BuildHookInterface[Any]):
    """Found by hatchling in this file."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are collected."""
        compile_catalogues(Path(self.root) / "src" / "dragoman" / "locale")
