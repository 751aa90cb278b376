"""How long it takes to write, check and take a bundle of 10,000 signed events of 1,000 entries.

The peer is the checking of the same signatures alone, in the same run.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.record import events
from dragoman.record.exchange import opened
from dragoman.record.keys import SecretKey
from dragoman.record.sorting import signature_faults, sort_out
from dragoman.workspace import Workspace, log
from dragoman.workspace.agreed import project_agreed
from dragoman.workspace.agreedmodel import Signer

ENTRIES = 1_000


def _timed(work: Callable[[], Any]) -> tuple[float, float, Any]:
    clock, processor = time.perf_counter(), time.process_time()
    found = work()
    return time.perf_counter() - clock, time.process_time() - processor, found


def measure() -> dict[str, Any]:
    """Seconds of each step."""
    made = list(events(ENTRIES))
    key = SecretKey(b"north".ljust(32, b"."))
    signer = Signer(f"north@{key.fingerprint}", key)
    with (
        TemporaryDirectory() as folder,
        Workspace.create(Path(folder) / "sender") as sender,
        Workspace.create(Path(folder) / "reader") as reader,
    ):
        with sender._core.database.writing() as connection:
            log.stored(connection, made)
            project_agreed(connection)
        for party in {event.party for event in made}:
            reader.parties.trust(party)
        peer = _timed(lambda: signature_faults(sort_out(made)))
        writing = _timed(lambda: sender.exchange.export(signer))
        data = writing[2].data
        checking = _timed(lambda: opened(data))
        taking = _timed(lambda: reader.exchange.take(data))
        again = _timed(lambda: reader.exchange.take(data))
        if reader.glossaries.digest() != sender.glossaries.digest():
            raise AssertionError("The copies of the benchmark do not say the same.")
    steps = (
        ("signatures alone", peer),
        ("written", writing),
        ("opened", checking),
        ("taken", taking),
        ("taken once more", again),
    )
    return {
        "columns": ["what", "events", "size, MB", "s", "CPU s"],
        "rows": [
            [what, len(made), round(len(data) / 1e6, 1), round(clock, 2), round(processor, 2)]
            for what, (clock, processor, _found) in steps
        ],
    }
