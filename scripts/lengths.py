"""Says which modules and functions have grown too long; ends with 1 when there are any."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

MODULE_LINES = 500
FUNCTION_LINES = 60


def complaints(path: Path) -> Iterator[str]:
    """What is too long in one file, one sentence each."""
    text = path.read_text(encoding="utf-8")
    count = text.count("\n")
    if count > MODULE_LINES:
        yield f"{path}: {count} lines, more than {MODULE_LINES}: look for the second noun in it."
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{path}:{node.lineno}: {node.name} has {length} lines, more than {FUNCTION_LINES}."


def main() -> int:
    """Look at every Python file of the project."""
    files = sorted(p for room in ("src", "tests", "scripts", "bench") for p in Path(room).rglob("*.py"))
    found = [line for path in files for line in complaints(path)]
    print("\n".join(found) or f"Lengths: {len(files)} files, none too long.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
