"""Processes that align pairs side by side.

Each is a program of its own that answers over a pipe, and a thread waits for each. A pool of the standard
library would not do: when one of its processes dies it fails all pairs that are under way and does not say
which one it was, and it runs the caller's main module again in every process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from types import TracebackType
from typing import Any

from dragoman.bitext.folder.job import Job, Mistake
from dragoman.bitext.folder.stamp import Stamp
from dragoman.errors import DragomanError, InputError

# One core a process: the threads of matrix libraries only get into each other's way. They read these when
# NumPy loads.
_ONE_THREAD = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
# Without -P it would find modules in the folder that it happens to be started in.
_PROGRAM = ("-P", "-m", "dragoman.bitext.folder.worker")
# Tasks handed out for each process: one that it works on, and one that waits, so that it never does.
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Task:
    """A pair to align: its files, and where the result goes."""

    source: Path
    target: Path
    output: Path


Outcome = tuple[Stamp, Stamp] | Mistake


class Workers:
    """Up to `count` processes doing one job; a context manager that ends them, at once after an error.

    They are started when there is work for them.
    """

    def __init__(self, job: Job, count: int) -> None:
        self._job = job
        self._count = count
        self._threads = ThreadPoolExecutor(count, "pair")
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._alive: set[_Worker] = set()
        self._lock = Lock()
        self._closed = False

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with self._lock:
            self._closed = True
            for worker in self._alive:
                worker.end(at_once=kind is not None)
        self._threads.shutdown(cancel_futures=True)
        for worker in self._alive:
            worker.fate()

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """Each task with the stamps of its files or what went wrong, in the order in which they are finished.

        Only a few tasks are taken ahead of their outcomes, however many there are.

        Raises:
            InputError: the encoder cannot be loaded.
            DragomanError: the processes cannot be started.
        """
        pending: set[Future[tuple[Task, Outcome]]] = set()
        for task in tasks:
            pending.add(self._threads.submit(self._done, task))
            if len(pending) >= _AHEAD * self._count:
                done, pending = wait(pending, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in done)
        while pending:
            done, pending = wait(pending, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in done)

    def _done(self, task: Task) -> tuple[Task, Outcome]:
        worker = self._ready()
        answer = worker.answer([os.fspath(task.source), os.fspath(task.target), os.fspath(task.output)])
        if answer is None:
            with self._lock:
                self._alive.discard(worker)
            return task, Mistake("WorkerDied", f"The process that worked on this pair {worker.fate()}.")
        self._idle.put(worker)
        if "kind" in answer:
            return task, Mistake(**answer)
        return task, (Stamp(*answer["source"]), Stamp(*answer["target"]))

    def _ready(self) -> _Worker:
        """A process that has nothing to do; one that died over nothing is passed over."""
        while True:
            try:
                worker = self._idle.get_nowait()
            except Empty:
                return self._started()
            if worker.alive:
                return worker
            worker.fate()

    def _started(self) -> _Worker:
        with self._lock:
            if self._closed:
                raise DragomanError("The work was broken off.")
            worker = _Worker()
            self._alive.add(worker)
        ready = worker.answer(asdict(self._job))
        if ready is None:
            raise DragomanError(
                "A process that was to align pairs {fate} before it began.",
                remedy="What it wrote above says why; if nothing, there may be too little memory.",
                fate=worker.fate(),
            )
        if "kind" in ready:
            raise InputError(
                "The encoder cannot be loaded: {reason}", where=self._job.encoder, reason=ready["message"]
            )
        return worker


class _Worker:
    """One process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, *_PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # It shall find the modules that this process finds.
            env={**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join(sys.path)},
            encoding="ascii",
            bufsize=1,
            # A group of its own: Ctrl-C is for us, and we end it.
            process_group=0 if os.name == "posix" else None,
        )

    @property
    def alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def answer(self, message: object) -> dict[str, Any] | None:
        """What it says to a message, None if it has died."""
        sent, answered = self._process.stdin, self._process.stdout
        if sent is None or answered is None:
            raise TypeError("A process without pipes.")
        try:
            sent.write(json.dumps(message) + "\n")
            line = answered.readline()
        except BrokenPipeError:
            return None
        # A line that was cut off is no answer.
        answer: dict[str, Any] | None = json.loads(line) if line.endswith("\n") else None
        return answer

    def end(self, *, at_once: bool) -> None:
        """Let it end after what it is doing, or at once."""
        if at_once:
            self._process.kill()
        elif self._process.stdin is not None:
            self._process.stdin.close()

    def fate(self) -> str:
        """How it ended, as the end of a sentence."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):
                    pipe.close()
        code = self._process.wait()
        if code < 0:
            return f"was ended from outside by signal {-code}, perhaps for want of memory"
        return f"ended with exit code {code}"
