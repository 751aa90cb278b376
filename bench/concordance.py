"""How long the concordance takes to answer, and its index to be made, in a large collection.

Sentences are two to four clauses each, drawn anew from the lines of the United Nations development set, in
three languages; 200 of them make a document with a date, a body and a kind, and each pair of languages has
its rows. They are written straight into the tables, by the functions that the jobs use: the words of a clause
are found once, as they are kept once found, so the index is measured without them.

The environment variable DRAGOMAN_BENCH_TRIPLES says how many sentences a language there are: 20,000 unless it
is set, 1,000,000 for the figures of the documentation (ten minutes, 5 GB in the folder for temporary files),
10,000,000 for a very large collection. DRAGOMAN_BENCH_FOLDER keeps the collection for a second run.
"""

from __future__ import annotations

import json
import os
import random
import re
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, insert

from bench.corpora import united_nations
from dragoman.concordance.model import Filters
from dragoman.concordance.streams import Streams, streams
from dragoman.errors import InputError
from dragoman.workspace import Workspace, tables
from dragoman.workspace.changes import touch
from dragoman.workspace.finding import index, settle
from dragoman.workspace.usage import Usage

LANGUAGES = ("en", "ru", "zh")
PAIRS = (("en", "ru"), ("en", "zh"), ("ru", "zh"))
A_DOCUMENT = 200
QUERIES = 200
# Documents that are written in one transaction.
_PORTION = 500
_CLAUSES = 8_000
# Characters of a clause at most, so that three sentences have 407 bytes together, as in the first trials.
_LONGEST = {"en": 75, "ru": 75, "zh": 20}
_SEED = 20_261_122


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, and its words as they were found once."""

    text: str
    made: Streams


def clauses() -> dict[str, list[Clause]]:
    """Short clauses of the development set, by language."""
    units = united_nations().units
    found = {}
    for code in LANGUAGES:
        parts = (part.strip() for line in units[code] for part in re.split(r"(?<=[,;:，；：、。.])\s*", line))
        short = [part for part in parts if 3 < len(part) <= _LONGEST[code]][:_CLAUSES]
        found[code] = [Clause(part, made) for part in short if (made := streams(part, code)).forms]
    return found


def sentence(chosen: list[Clause], code: str) -> Clause:
    """Clauses as one sentence."""
    return Clause(
        ("" if code == "zh" else " ").join(one.text for one in chosen),
        Streams(
            tuple(form for one in chosen for form in one.made.forms),
            tuple(lemma for one in chosen for lemma in one.made.lemmas),
            tuple(length for one in chosen for length in one.made.lengths),
        ),
    )


class Writer:
    """Writes documents into a workspace."""

    def __init__(
        self, connection: Connection, material: dict[str, list[Clause]], chance: random.Random
    ) -> None:
        self._connection = connection
        self._material = material
        self._chance = chance
        self.made: dict[str, dict[int, Streams]] = {code: {} for code in LANGUAGES}
        self.bytes = 0

    def write(self, number: int, first: int, sentences: int) -> None:
        """One document; its sentences have numbers from `first` on."""
        name = f"{number:010d}"
        chance = self._chance
        year = chance.randrange(1995, 2027)
        about = {
            "id": name, "title": f"Document {number}", "kind": f"kind {chance.randrange(6)}",
            "body": f"body {chance.randrange(20)}", "date": f"{year}-{chance.randrange(1, 13):02d}",
            "parties": json.dumps([f"party {chance.randrange(10)}", f"party {10 + chance.randrange(10)}"]),
            "place": "", "source": "", "licence": "", "invented": True, "added": "",
        }  # fmt: skip
        self._insert(tables.document, [about])
        for code in LANGUAGES:
            self._version(name, code, first, sentences)
            first += sentences
        for left, right in PAIRS:
            pair = {"document": name, "left_language": left, "right_language": right}
            originals = {"left_original": f"{name}{left}", "right_original": f"{name}{right}"}
            self._insert(
                tables.alignment, [pair | originals | {"method": "", "notes": "[]", "computed": "[]"}]
            )
            self._insert(
                tables.bead,
                [
                    pair
                    | {"position": at, "left": f"[{at}]", "right": f"[{at}]", "probability": 0.99}
                    | {"moved": False, "correction": "", "left_first": at, "right_first": at}
                    for at in range(sentences)
                ],
            )
        touch(self._connection, [name])

    def _version(self, name: str, code: str, first: int, sentences: int) -> None:
        original = {"original": f"{name}{code}", "language": code}
        version = {
            "document": name,
            "number": 1,
            "name": "",
            "form": "text",
            "size": 0,
            "current": True,
            "added": "",
        }
        self._insert(tables.version, [original | version])
        made = []
        for _ in range(sentences):
            count = self._chance.choice((2, 3, 4))
            made.append(sentence(self._chance.choices(self._material[code], k=count), code))
        rows = [
            original
            | {"id": first + at, "position": at, "start": at * 100, "end": at * 100 + 99, "block": at}
            | {"kind": "paragraph", "level": 0, "label": "", "text": one.text}
            for at, one in enumerate(made)
        ]
        self._insert(tables.sentence, rows)
        self._insert(tables.extent, [original | {"first": first, "sentences": sentences}])
        self.made[code] |= {first + at: one.made for at, one in enumerate(made)}
        self.bytes += sum(len(one.text.encode()) for one in made)

    def _insert(self, table: Any, rows: list[dict[str, Any]]) -> None:
        self._connection.execute(insert(table), rows)


def fill(workspace: Workspace, triples: int, report: Callable[[str], None]) -> tuple[float, int]:
    """Write a collection; returns the CPU seconds of the index, commits too, and the bytes of text."""
    material, chance = clauses(), random.Random(_SEED)
    documents = max(1, triples // A_DOCUMENT)
    indexing, size = 0.0, 0
    for start in range(0, documents, _PORTION):
        with workspace._core.database.writing() as connection:
            writer = Writer(connection, material, chance)
            for number in range(start, min(start + _PORTION, documents)):
                writer.write(number, 1 + number * A_DOCUMENT * len(LANGUAGES), A_DOCUMENT)
            begun = time.process_time()
            for code, made in writer.made.items():
                index(connection, code, made)
        # With the commit, in which the index is written.
        indexing += time.process_time() - begun
        size += writer.bytes
        if start % 1_000 == 0:
            report(f"{start} documents, {indexing:.1f} s")
    begun = time.process_time()
    with workspace._core.database.writing() as connection:
        settle(connection)
    return indexing + time.process_time() - begun, size


def queries() -> dict[str, list[tuple[str, Filters]]]:
    """Queries of each kind, from clauses that the collection holds."""
    material, chance = clauses(), random.Random(_SEED + 1)
    found: dict[str, list[tuple[str, Filters]]] = {}

    def words(code: str, count: int) -> list[str]:
        while True:
            forms = chance.choice(material[code]).made.forms
            plain = [form for form in forms if form.isalpha()]
            if len(plain) >= count:
                at = chance.randrange(len(plain) - count + 1)
                return plain[at : at + count]

    def characters(low: int, high: int) -> str:
        count = chance.randint(low, high)
        while True:
            forms = chance.choice(material["zh"]).made.forms
            if len(forms) >= count:
                at = chance.randrange(len(forms) - count + 1)
                return "".join(forms[at : at + count])

    def sounds() -> str:
        while True:
            lemmas = [one.lstrip("·") for one in chance.choice(material["zh"]).made.lemmas if one[:1] == "·"]
            if len(lemmas) >= 3:
                at = chance.randrange(len(lemmas) - 2)
                return "'".join(lemmas[at : at + 3])

    def chosen() -> Filters:
        return Filters(body=f"body {chance.randrange(20)}", since=str(chance.randrange(1995, 2020)))

    kinds: dict[str, Callable[[], tuple[str, Filters]]] = {
        "zh, 2 characters": lambda: (characters(2, 2), Filters()),
        "zh, 4 to 8 characters": lambda: (characters(4, 8), Filters()),
        "ru, a word": lambda: (words("ru", 1)[0], Filters()),
        "ru, two words": lambda: (" ".join(words("ru", 2)), Filters()),
        "ru, a phrase": lambda: (f'"{" ".join(words("ru", 3))}"', Filters()),
        "en, two words": lambda: (" ".join(words("en", 2)), Filters()),
        "en, a phrase": lambda: (f'"{" ".join(words("en", 3))}"', Filters()),
        "the beginning of a word": lambda: (f"{words('ru', 1)[0][:5]}*", Filters()),
        "NEAR": lambda: (" NEAR/5 ".join(words("ru", 2)), Filters()),
        "OR": lambda: (" OR ".join((*words("ru", 1), *words("ru", 1))), Filters()),
        "NOT": lambda: (f"{words('ru', 1)[0]} NOT {words('ru', 1)[0]}", Filters()),
        "pinyin": lambda: (sounds(), Filters(language="zh")),
        "ru, a word, of one body since a year": lambda: (words("ru", 1)[0], chosen()),
        "everything": lambda: (chance.choice(("*", "и", "的", "the", "в", "of OR the")), Filters()),
    }
    for name, make in kinds.items():
        found[name] = [make() for _ in range(QUERIES)]
    return found


@contextmanager
def collection(triples: int, report: Callable[[str], None]) -> Iterator[tuple[Workspace, float, int]]:
    """A collection of this size, from the folder that keeps it or made now."""
    kept = os.environ.get("DRAGOMAN_BENCH_FOLDER")
    with TemporaryDirectory() as temporary:
        folder = Path(kept or temporary) / "workspace"
        costs = folder.with_name("costs.json")
        if kept and costs.exists():
            indexing, size = json.loads(costs.read_text(encoding="utf-8"))
            with Workspace.open(folder) as workspace:
                yield workspace, indexing, size
            return
        with Workspace.create(folder) as workspace:
            indexing, size = fill(workspace, triples, report)
            costs.write_text(json.dumps([indexing, size]), encoding="utf-8")
            yield workspace, indexing, size


def spread(times: list[float]) -> list[float]:
    """Median and 95th percentile, in milliseconds."""
    times = sorted(times)
    return [round(1000 * statistics.median(times), 1), round(1000 * times[int(0.95 * len(times))], 1)]


def answered(usage: Usage, query: str, filters: Filters, limit: int) -> tuple[int, float, float]:
    """Hits, and seconds on the clock and of the processor; a refusal is an answer too."""
    clock, processor = time.perf_counter(), time.process_time()
    total = 0
    with suppress(InputError):
        total = usage.concordance(query, filters, limit=limit).total
    return total, time.perf_counter() - clock, time.process_time() - processor


def measure(report: Callable[[str], None] = lambda _said: None) -> dict[str, Any]:
    """The table of queries."""
    triples = int(os.environ.get("DRAGOMAN_BENCH_TRIPLES", "20000"))
    rows: list[list[str | float]] = []
    with collection(triples, report) as (workspace, indexing, size):
        usage = workspace.usage
        begun = time.perf_counter()
        usage.concordance("вода")
        first = time.perf_counter() - begun
        for kind, asked in queries().items():
            lines, work, counts, hits = [], [], [], []
            for query, filters in asked:
                total, taken, processor = answered(usage, query, filters, 50)
                lines.append(taken)
                work.append(processor)
                hits.append(total)
                counts.append(answered(usage, query, filters, 0)[1])
            rows.append(
                [kind, int(statistics.median(hits)), *spread(lines), spread(work)[0], *spread(counts)]
            )
            report(str(rows[-1]))
    return {
        "columns": [
            "query",
            "hits, median",
            "50 lines, ms",
            "p95, ms",
            "CPU, ms",
            "counts only, ms",
            "p95 of counts, ms",
        ],
        "rows": rows,
        "data": (
            f"{triples:,} sentences a language ({size / 1e6:.0f} MB of text) drawn from clauses of the UN "
            f"Parallel Corpus v1.0, development set, {united_nations().fingerprint()}; {QUERIES} queries of "
            "each kind"
        ),
        "index": {"CPU s": round(indexing, 1), "first query s": round(first, 2)},
    }
