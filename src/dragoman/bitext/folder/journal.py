"""What has been done in a folder, so that a run that was broken off can go on.

One JSON object a line, added when a pair's result is in its place; the last line about a result counts. A
line that was cut off by a crash is passed over, and its pair done again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path
from types import TracebackType

from dragoman.bitext.folder.stamp import Stamp

NAME = ".dragoman-folder.jsonl"

# The file is written anew when it holds this many lines more than results, and more of them than results.
_SPARE = 1_000


class Journal:
    """The journal of one folder of results; a context manager that keeps its file open for adding."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / NAME
        self._lines: dict[str, bytes] = {}
        count = 0
        for output, line in self._read():
            self._lines[output] = line
            count += 1
        if count > 2 * len(self._lines) + _SPARE:
            self._rewrite()
        self._file = self._path.open("ab", buffering=0)
        self._end_torn_line()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._file.close()

    def has(self, output: str, job: str, source: Path, target: Path) -> bool:
        """Whether a result is there that the same job made from files of the same content."""
        line = self._lines.get(output)
        if line is None or not (self._folder / output).exists():
            return False
        record = json.loads(line)
        if record["job"] != job:
            return False
        stamps = (Stamp(*record["source"]), Stamp(*record["target"]))
        try:
            now = (stamps[0].fits(source), stamps[1].fits(target))
        except OSError:
            # It is for the alignment to say what is wrong with the file.
            return False
        if now[0] is None or now[1] is None:
            return False
        if now != stamps:
            self.add(output, job, now[0], now[1])
        return True

    def add(self, output: str, job: str, source: Stamp, target: Stamp) -> None:
        """Note that a result is in its place."""
        record = {"output": output, "job": job, "source": astuple(source), "target": astuple(target)}
        # One write a line: a process that is killed leaves whole lines, but perhaps the last.
        self._file.write(json.dumps(record).encode("ascii") + b"\n")

    def _read(self) -> Iterator[tuple[str, bytes]]:
        if not self._path.exists():
            return
        with self._path.open("rb") as lines:
            for line in lines:
                try:
                    yield json.loads(line)["output"], line
                except (ValueError, KeyError, TypeError):
                    continue

    def _rewrite(self) -> None:
        partial = self._path.with_suffix(".partial")
        with partial.open("wb") as file:
            file.writelines(self._lines.values())
        partial.replace(self._path)

    def _end_torn_line(self) -> None:
        with self._path.open("rb") as file:
            if file.seek(0, os.SEEK_END) and file.seek(-1, os.SEEK_END) and file.read(1) != b"\n":
                self._file.write(b"\n")
