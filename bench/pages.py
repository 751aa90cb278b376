"""How fast pages come: each alone, and with two readers at once.

A server process shows a workspace with a document of 1,000 rows in Russian and Chinese (lines of the United
Nations development set) and the demo's texts; the answers are fetched over a socket of the same machine.
"""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx2

from bench.corpora import united_nations
from dragoman import demo
from dragoman.workspace import About, File, Workspace

ROWS = 1_000
REPEATS = 30
READERS = 2
SECONDS = 5.0


def fill(folder: Path) -> str:
    """Make the workspace; returns the identifier of the long document."""
    with demo.build(folder) as made:
        units = united_nations().units
        files = [File("\n\n".join(units[code][:ROWS]).encode(), f"x.{code}.txt") for code in ("ru", "zh")]
        name = made.add(files, About(title="UN Parallel Corpus, development set")).document
        made.work()
    return name


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which a process of its own serves a workspace."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "dragoman", "serve", "-w", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                httpx2.get(f"{address}/en/")
                break
            except httpx2.TransportError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


def times(client: httpx2.Client, path: str) -> list[float]:
    """Milliseconds of each of some requests, the first left out."""
    found = []
    for number in range(REPEATS + 1):
        begun = time.perf_counter()
        client.get(path).raise_for_status()
        if number:
            found.append(1000 * (time.perf_counter() - begun))
    return sorted(found)


def together(address: str, paths: list[str]) -> float:
    """Pages a second that some readers get who ask for one page after the other, all at once."""
    end = time.perf_counter() + SECONDS

    def reader(_number: int) -> int:
        with httpx2.Client(base_url=address) as client:
            count = 0
            while time.perf_counter() < end:
                client.get(paths[count % len(paths)]).raise_for_status()
                count += 1
            return count

    begun = time.perf_counter()
    with ThreadPoolExecutor(READERS) as readers:
        total = sum(readers.map(reader, range(READERS)))
    return total / (time.perf_counter() - begun)


def measure() -> dict[str, Any]:
    """The table of times."""
    with TemporaryDirectory() as name:
        folder = Path(name) / "workspace"
        long = fill(folder)
        with Workspace.open(folder) as opened:
            ids = [document.id for document in opened.documents() if document.id != long]
            statement = max(ids, key=lambda name: len(opened.versions.findings(name, line=0.0).findings))
        paths = {
            "the first page": "/ru/",
            "the library": "/ru/documents",
            "a document in three languages": f"/ru/documents/{ids[-1]}",
            "1,000 rows in two languages": f"/ru/documents/{long}",
            "the same as JSON": f"/ru/documents/{long}.json",
            "where versions differ": f"/ru/documents/{statement}/compare",
            "the form for a draft": "/ru/check",
            "a concordance": "/ru/concordance?q=безопасность",
            "words below each other": "/ru/concordance?q=развитие&view=lines",
            "the company of a word": "/ru/concordance/collocates?q=развитие",
            "terms": "/ru/terms",
            "a term": "/ru/terms/устойчивая-безопасность?in=ru",
            "pairs of terms": "/ru/pairs?left=ru&right=zh",
            "formulations": "/ru/formulations",
            "a formulation": "/ru/formulations/устойчивая-безопасность?in=ru",
            "threats": "/ru/threats",
            "quotations": "/ru/threats/quotations",
            "sources": "/ru/sources",
            "methods": "/ru/methods",
        }
        with serving(folder) as address:
            with httpx2.Client(base_url=address) as client:
                found = {what: times(client, path) for what, path in paths.items()}
            rate = together(address, list(paths.values()))
    rows = [
        [what, round(statistics.median(each)), round(each[int(0.95 * len(each))])]
        for what, each in found.items()
    ]
    return {
        "columns": ["page", "median, ms", "95 %, ms"],
        "rows": rows,
        "data": f"{rate:.0f} pages a second with {READERS} readers; UN Parallel Corpus v1.0, the demo",
    }
