"""Regions of Markdown files that are made from the code or from measurements.

A region stands between `<!-- made: NAME -->` and `<!-- end: NAME -->`; nobody edits it by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent

_REGION = re.compile(r"<!-- made: (?P<name>[\w.-]+) -->\n(?P<body>.*?)<!-- end: (?P=name) -->", re.DOTALL)


def language_of(file: Path) -> str:
    """The language of a Markdown file by its name: "ru" for README.ru.md, "en" for README.md."""
    return file.suffixes[0].lstrip(".") if len(file.suffixes) == 2 else "en"


def pages() -> list[Path]:
    """Every Markdown file that readers see."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]


def remade(file: Path, make: Callable[[str, Path], str]) -> str:
    """The text of a file with all its regions made anew by a function of their names and the file."""

    def replace(match: re.Match[str]) -> str:
        name = match["name"]
        body = make(name, file).strip()
        return f"<!-- made: {name} -->\n\n{body}\n\n<!-- end: {name} -->"

    return _REGION.sub(replace, file.read_text(encoding="utf-8"))


def names(file: Path) -> list[str]:
    """The regions of a file, in order."""
    return [match["name"] for match in _REGION.finditer(file.read_text(encoding="utf-8"))]
