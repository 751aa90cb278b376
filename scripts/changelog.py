"""The changelog is written in fragments: one file in `changes/` for each change that a reader notices.

A fragment is named after its subject and its kind, such as `moved-paragraphs.added.md`, and holds one
sentence or two. At a release `python -m scripts.changelog 0.2.0` moves the fragments into CHANGELOG.md under
the version and its day.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from scripts.regions import ROOT

FRAGMENTS = ROOT / "changes"
CHANGELOG = ROOT / "CHANGELOG.md"
KINDS = ("added", "changed", "fixed", "removed")
_END = "<!-- end: unreleased -->"


def fragments(kind: str) -> list[Path]:
    """The fragments of a kind, by name."""
    return sorted(FRAGMENTS.glob(f"*.{kind}.md"))


def unreleased(_page: Path) -> str:
    """All fragments as Markdown, kind by kind."""
    parts = []
    for kind in KINDS:
        lines = [f"- {' '.join(file.read_text(encoding='utf-8').split())}" for file in fragments(kind)]
        if lines:
            parts.append(f"### {kind.capitalize()}\n\n" + "\n".join(lines))
    return "\n\n".join(parts) or "Nothing yet."


def release(version: str) -> None:
    """Move the fragments under a version."""
    head, _, older = CHANGELOG.read_text(encoding="utf-8").partition(_END)
    section = f"## {version} ({datetime.now(tz=UTC).date().isoformat()})\n\n{unreleased(CHANGELOG)}"
    CHANGELOG.write_text(f"{head}{_END}\n\n{section}\n\n{older.strip()}\n", encoding="utf-8")
    for kind in KINDS:
        for file in fragments(kind):
            file.unlink()


if __name__ == "__main__":
    release(sys.argv[1])
