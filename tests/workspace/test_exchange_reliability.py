"""A process that takes a bundle and is killed leaves what was before, or what is after."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext
from pathlib import Path

import pytest

from dragoman.workspace import Workspace, doctor
from tests.record.trading import Delegation
from tests.workspace.copies import GLOSSARY, Copy
from tests.workspace.material import ABOUT, files

KILLS = 12
SEED = 20_261_122
EVENTS = 150


def takes(folder: Path, file: Path) -> None:
    """Take a bundle."""
    with Workspace.open(folder) as opened:
        opened.exchange.take_file(file)


@pytest.fixture(scope="module")
def context() -> ForkServerContext:
    found = get_context("forkserver")
    found.set_forkserver_preload(["tests.workspace.test_exchange_reliability"])
    return found


def _bundle(folder: Path) -> tuple[Path, Path]:
    """The folder of a workspace, and a bundle for it with many events; beside it one with a document."""
    lake, steppe = Copy.made(folder, "lake"), Copy.made(folder, "steppe")
    lake.trusts(steppe)
    steppe.trusts(lake)
    lake.take(steppe.bundle())
    lake.found(steppe)
    document = lake.workspace.add(files("ru", "zh"), ABOUT).document
    version = lake.workspace.document(document).versions[0]
    passage = {
        "language": version.language,
        "original": version.original,
        "ranges": [[0, 4]],
        "words": ["text"],
    }
    said = {"document": document, "title": "", "body": "", "date": "", "source": ""}
    lake.workspace.glossaries.attest(lake.signer, GLOSSARY, "quay", {**said, "passages": [passage]})
    sender = Delegation("lake", founded=False)
    sender.events = [event for event in lake.workspace.history() if event.party == lake.party]
    for number in range(EVENTS):
        sender.note(f"{number}", f"e{number % 15}")
    file = folder / "post.zip"
    # One bundle with the document, another one with many events.
    (folder / "document.zip").write_bytes(lake.bundle())
    file.write_bytes(sender.bundle(sender.events))
    lake.workspace.close()
    steppe.workspace.close()
    return steppe.workspace.folder, file


def _took(
    context: ForkServerContext, target: Callable[[Path, Path], None], folder: Path, file: Path
) -> float:
    started = time.perf_counter()
    process = context.Process(target=target, args=(folder, file))
    process.start()
    process.join()
    assert process.exitcode == 0
    return time.perf_counter() - started


def test_killed_while_a_bundle_is_taken(context: ForkServerContext, tmp_path: Path) -> None:
    """kill -9 at random moments: all of the bundle is there, or nothing of it; then it can be taken."""
    chance = random.Random(SEED)
    folder, many = _bundle(tmp_path)
    caught = 0
    for file in (tmp_path / "document.zip", many):
        trial = tmp_path / "trial"
        durations, after = [], 0
        for _ in range(2):  # the first also starts the server of processes
            shutil.copytree(folder, trial)
            durations.append(_took(context, takes, trial, file))
            with Workspace.open(trial) as opened:
                after = len(opened.history())
            shutil.rmtree(trial)
        with Workspace.open(folder) as opened:
            before = len(opened.history())
        assert after > before
        for _number in range(KILLS // 2):
            shutil.copytree(folder, trial)
            process = context.Process(target=takes, args=(trial, file))
            process.start()
            process.join(chance.uniform(0.0, durations[1]))
            caught += process.is_alive()
            process.kill()
            process.join()
            _check(trial, file, before, after)
            shutil.rmtree(trial)
    assert caught > KILLS // 4, f"Only {caught} of {KILLS} were killed while at work."


def _check(folder: Path, file: Path, before: int, after: int) -> None:
    assert [finding.message() for finding in doctor(folder) if finding.grave] == []
    with Workspace.open(folder) as opened:
        assert opened.verify() == []
        assert len(opened.history()) in (before, after)
        taken = len(opened.history()) == after
        assert any(line.direction == "taken" for line in opened.exchange.log()) == taken
        assert opened.exchange.take_file(file).is_new != taken
        assert len(opened.history()) == after
        assert opened.verify() == []
