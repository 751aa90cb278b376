"""Measures what an installation weighs, part by part, and what each runtime dependency weighs.

Each part is installed into an environment of its own.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

from scripts.record import keep
from scripts.regions import ROOT

# Extra or dependency group -> what it is for; "" is what `pip install` brings.
PARTS = {
    "": "all that `pip install` brings: aligning, the workspace, the pages",
    "postgresql": "with the driver of PostgreSQL",
    "test": "the tests",
    "lint": "style, types, import contract",
    "docs": "this documentation",
    "bench": "aligners to compare with",
    "build": "building and locking",
}
_UV = str(Path(sys.executable).with_name("uv"))


def megabytes(folder: Path) -> float:
    """Size of all files below a folder in MB (10^6 bytes), byte code included."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def installed(group: str, room: Path) -> float:
    """Install what a part needs and weigh it: a group alone, "" and extras with Dragoman's dependencies."""
    extra = group in project()["optional-dependencies"]
    only = ["--no-default-groups", "--extra", group] if extra else ["--only-group", group]
    if not group:
        only = ["--no-default-groups"]
    export = [_UV, "export", "--quiet", "--frozen", *only, "--no-emit-project"]
    locked = subprocess.run(export, cwd=ROOT, capture_output=True, check=True).stdout
    requirements = room / "locked"
    requirements.write_bytes(locked)
    target = room / (group or "dragoman")
    install = [
        _UV,
        "pip",
        "install",
        "--quiet",
        "--link-mode=copy",
        "--target",
        str(target),
        "--compile-bytecode",
    ]
    subprocess.run([*install, "--require-hashes", "--requirement", str(requirements)], cwd=ROOT, check=True)
    if not group or extra:
        subprocess.run([*install, "--no-deps", "."], cwd=ROOT, check=True)
    return megabytes(target)


def project() -> dict[str, Any]:
    """What `pyproject.toml` says of the package."""
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def runtime_dependencies() -> list[str]:
    """Names of the packages that Dragoman itself asks for, as the lock writes them."""
    return [_name(asked) for asked in project()["dependencies"]]


def extra_dependencies() -> list[str]:
    """Names of the packages that its extras ask for."""
    return [_name(asked) for extra in project()["optional-dependencies"].values() for asked in extra]


def _name(asked: str) -> str:
    return as_locked(re.split(r"[^\w.-]", asked, maxsplit=1)[0])


def as_locked(name: str) -> str:
    """A package's name in the one form that counts: "pdfminer.six" is "pdfminer-six"."""
    return re.sub(r"[-_.]+", "-", name).lower()


def released(name: str, version: str) -> str:
    """The day on which a locked version came out."""
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    entry = next(
        package for package in locked if (package["name"], package.get("version")) == (name, version)
    )
    return str((entry.get("sdist") or entry["wheels"][0])["upload-time"])[:10]


def licence(distribution: Distribution) -> str:
    """The licence as the package states it, in a field of its own or among its classifiers."""
    metadata = distribution.metadata
    stated = [metadata[key] for key in ("License-Expression", "License") if key in metadata]
    classified = [
        name.rpartition(" :: ")[2]
        for name in metadata.get_all("Classifier") or []
        if name.startswith("License :: ")
    ]
    return " AND ".join(stated[:1] or classified) or "not stated"


def dependency_rows(folder: Path) -> list[list[str]]:
    """Each runtime dependency below a folder: name, version, day of release, licence, size."""
    found = {as_locked(distribution.name): distribution for distribution in distributions(path=[str(folder)])}
    rows = []
    for name in runtime_dependencies():
        distribution = found[name]
        size = sum(Path(str(file.locate())).stat().st_size for file in distribution.files or []) / 1e6
        version = distribution.version
        rows.append([name, version, released(name, version), licence(distribution), f"{size:.1f} MB"])
    return rows


def main() -> None:
    """Weigh every part and keep the result."""
    rows: list[list[str]] = []
    with tempfile.TemporaryDirectory() as room:
        for group, purpose in PARTS.items():
            rows.append([f"`{group or 'dragoman'}`", f"{installed(group, Path(room)):.0f} MB", purpose])
        dependencies = dependency_rows(Path(room) / "dragoman")
    keep("sizes", {"columns": ["part", "installed size", "for"], "rows": rows})
    columns = ["package", "version", "released", "licence", "installed size"]
    keep("dependencies", {"columns": columns, "rows": dependencies})


if __name__ == "__main__":
    main()
