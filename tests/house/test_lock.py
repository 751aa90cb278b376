from __future__ import annotations

import re
import tomllib

from scripts.sizes import runtime_dependencies
from tests.conftest import ROOT


def test_the_lock_records_no_address() -> None:
    assert "://" not in (ROOT / "uv.lock").read_text(encoding="utf-8")


def test_every_locked_package_has_hashes() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    for package in lock["package"]:
        if package["name"] != "dragoman":
            files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
            assert files
            assert all(file["hash"].startswith("sha256:") for file in files), package["name"]


def test_every_dependency_is_locked() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    assert set(runtime_dependencies()) <= {package["name"] for package in lock["package"]}


def test_runtime_dependencies_are_not_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        assert re.fullmatch(r"[\w.-]+>=[\d.]+(?:,<[\d.]+)?", requirement), requirement
