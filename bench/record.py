"""How long it takes to verify, fold and continue a record of 100,000 signed events of 10,000 entries.

Two parties agree on 10,000 terms: each entry has ten events, among them two definitions, a proposal that is
refused, one that is accepted by both. The peer is the checking of the same signatures alone, in the same run.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from dragoman.record.chain import read, verify
from dragoman.record.content import proposal_hash
from dragoman.record.events import Event
from dragoman.record.fold import fold
from dragoman.record.keys import SecretKey
from dragoman.record.sorting import signature_faults, sort_out
from dragoman.workspace import Workspace, log
from dragoman.workspace.agreed import project_agreed
from dragoman.workspace.agreedmodel import Signer

ENTRIES = 10_000
GLOSSARY = "bench"
NEW = 50
_TIME = "2026-11-22T05:40:25Z"


class _Party:
    """A party that writes its chain, having seen the last event of the other."""

    def __init__(self, name: str) -> None:
        self.key = SecretKey(name.encode().ljust(32, b"."))
        self.id = f"{name}@{self.key.fingerprint}"
        self.last: Event | None = None

    def says(self, kind: str, body: Mapping[str, Any], other: Event | None) -> Event:
        event = Event(
            party=self.id,
            author="A. Author",
            sequence=self.last.sequence + 1 if self.last else 1,
            previous=self.last.hash if self.last else "",
            heads={other.party: other.hash} if other else {},
            time=_TIME,
            kind=kind,
            body=body,
        ).signed(self.key)
        self.last = event
        return event


def _content(parties: list[str], number: int, scope: str) -> dict[str, Any]:
    terms = (("ru", "устойчивая безопасность"), ("zh", "可持续安全"), ("en", "sustainable security"))
    return {
        "aim": "equivalent",
        "parties": parties,
        "terms": [
            {
                "language": code,
                "text": f"{text} {number}",
                "status": "preferred",
                "part_of_speech": "noun",
                "transliterations": {"pinyin": "kě chíxù ānquán"} if code == "zh" else {},
                "source": "",
                "note": "",
            }
            for code, text in terms
        ],
        "subject": "security",
        "dimension": "",
        "scope": {"en": scope},
        "usage": {},
        "definition": {},
        "definitions": {},
        "relations": [],
        "instrument": {},
        "replaces": [],
        "successor": "",
        "reason": "",
    }


def events(entries: int) -> Iterator[Event]:
    """The events of two parties who agree on so many entries, as they are stored."""
    north, south = _Party("north"), _Party("south")
    for party, other in ((north, None), (south, north)):
        body = {"names": {"en": party.id[:5]}, "key": party.key.public, "chair": "", "recovery": ""}
        yield party.says("party.founded", body, other.last if other else None)
    parties = sorted((north.id, south.id))
    titles = {"en": "Benchmark"}
    body = {"glossary": GLOSSARY, "titles": titles, "languages": ["en", "ru", "zh"], "parties": parties}
    yield north.says("glossary.founded", body, south.last)
    for number in range(entries):
        yield from _entry(north, south, parties, number)


def _entry(north: _Party, south: _Party, parties: list[str], number: int) -> Iterator[Event]:
    where = {"glossary": GLOSSARY, "entry": f"entry-{number}"}
    definition = {"language": "en", "source": "", "date": "", "translations": {}}
    for party, other in ((north, south), (south, north)):
        text = f"What lasts without harm to those who come later, as item {number} says."
        yield party.says("definition.given", {**where, **definition, "text": text}, other.last)
    yield north.says("note.given", {**where, "language": "en", "text": "Used since 2014."}, south.last)
    for scope, accepted in (("of rivers", False), ("of rivers and lakes", True)):
        content = _content(parties, number, scope)
        name = proposal_hash(GLOSSARY, where["entry"], content)
        yield north.says("proposal.made", {**where, "content": content}, south.last)
        said = {**where, "proposal": name}
        yield north.says("proposal.accepted", {**said, "reservation": {}}, south.last)
        if accepted:
            yield south.says("proposal.accepted", {**said, "reservation": {}}, north.last)
        else:
            yield south.says("proposal.refused", {**said, "reason": "Lakes are missing."}, north.last)
            yield north.says("proposal.withdrawn", {**said, "reason": "See the next."}, south.last)


def _timed(work: Callable[[], Any]) -> tuple[float, float, Any]:
    clock, processor = time.perf_counter(), time.process_time()
    found = work()
    return time.perf_counter() - clock, time.process_time() - processor, found


def _continued(made: list[Event]) -> list[float]:
    """Seconds for each of some new events in a workspace that holds these, each opened anew."""
    key = SecretKey(b"north".ljust(32, b"."))
    signer = Signer(f"north@{key.fingerprint}", key)
    seconds = []
    with TemporaryDirectory() as folder:
        with Workspace.create(Path(folder) / "w") as workspace:
            with workspace._core.database.writing() as connection:
                log.stored(connection, made)
                project_agreed(connection)
            log.copied(workspace._core.database, workspace._core.place.record)
        for number in range(NEW):
            with Workspace.open(Path(folder) / "w") as workspace:
                start = time.perf_counter()
                workspace.glossaries.note(signer, GLOSSARY, f"entry-{number * 7}", "ru", "Примечание.")
                seconds.append(time.perf_counter() - start)
    return sorted(seconds)


def measure() -> dict[str, Any]:
    """Seconds of each step."""
    made = list(events(ENTRIES))
    lines = [event.to_json() for event in made]
    peer = _timed(lambda: signature_faults(sort_out(made)))
    reading = _timed(lambda: read(lines))
    verifying = _timed(lambda: verify(reading[2][0]))
    folding = _timed(lambda: fold(made))
    if reading[2][1] or verifying[2] or peer[2] or folding[2].refused:
        raise AssertionError("The record of the benchmark is not whole.")
    seconds = _continued(made)
    rows = [
        [what, len(made), round(clock, 2), round(processor, 2)]
        for what, (clock, processor, _found) in (
            ("signatures alone", peer),
            ("read", reading),
            ("verified", verifying),
            ("folded", folding),
        )
    ]
    new = ("a new event, median", seconds[NEW // 2]), ("a new event, slowest", seconds[-1])
    return {
        "columns": ["what", "events", "s", "CPU s"],
        "rows": rows,
        "parts": {
            "new": {
                "columns": ["what", "events before", "s"],
                "rows": [[what, len(made), round(second, 3)] for what, second in new],
            }
        },
    }
