"""A process beside the pages that does the workspace's waiting jobs: `python -m dragoman.web.worker FOLDER`.

It ends when its input does, that is when the process that started it ends, however that came about. A job
that fails is marked so in the workspace; a process that dies is started again, and the job goes on where it
was.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

from dragoman.errors import DragomanError
from dragoman.workspace import Workspace

POLLING = 0.5
"""Seconds between two looks for waiting jobs."""

# Matrix libraries read these when NumPy loads; pages need the other cores.
_ONE_THREAD = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
# Without -P it would find modules in the folder that it happens to be started in.
_PROGRAM = ("-P", "-m", "dragoman.web.worker")
# Seconds that a process gets to end by itself, and before one that died is started again.
_PATIENCE = 5.0
_PAUSE = 1.0
_LOG = logging.getLogger(__name__)


class Worker:
    """Keeps one such process alive from `start` to `stop`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stopping = Event()
        self._keeper = Thread(target=self._keep, name="worker's keeper", daemon=True)
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the process, and watch it."""
        self._keeper.start()

    def stop(self) -> None:
        """End the process; what it was doing is taken up again the next time."""
        self._stopping.set()
        self._keeper.join()

    @property
    def process(self) -> int | None:
        """The number of the process, None where none runs."""
        return self._process.pid if self._process is not None and self._process.poll() is None else None

    def _keep(self) -> None:
        while not self._stopping.is_set():
            self._process = self._started()
            while self._process.poll() is None and not self._stopping.wait(POLLING):
                pass
            self._end(self._process)
            if self._stopping.is_set():
                return
            _LOG.error("The worker ended with exit code %s; it is started again.", self._process.returncode)
            self._stopping.wait(_PAUSE)

    def _started(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, *_PROGRAM, os.fspath(self._folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            # It shall find the modules that this process finds.
            env={**os.environ, **_ONE_THREAD, "PYTHONPATH": os.pathsep.join(sys.path)},
            # A group of its own: Ctrl-C is for us, and we end it.
            process_group=0 if os.name == "posix" else None,
        )

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def work(folder: Path, stopping: Event) -> None:
    """Do the waiting jobs of a workspace, and those that come, until told to stop."""
    said = ""
    while not stopping.is_set():
        try:
            with Workspace.open(folder) as workspace:
                while not stopping.wait(POLLING):
                    if workspace.jobs(active=True):
                        workspace.work()
        except DragomanError as error:
            # A full disk or a busy database: the job is still waiting, and so does this process.
            if str(error) != said:
                said = str(error)
                _LOG.error("%s", said)
            stopping.wait(_PAUSE)
        except Exception:
            # The workspace has marked the job as failed; the others are not to wait for it.
            _LOG.exception("A job ended with an error in Dragoman itself.")


def main() -> None:
    """Work until standard input ends; a job in the middle is left where it is, and goes on the next time."""
    logging.basicConfig(format="%(message)s")
    stopping = Event()

    def listen() -> None:
        sys.stdin.buffer.read()
        stopping.set()
        # A job may take minutes; whoever started us has ended, so nobody waits for it.
        if not idle.wait(POLLING):
            os._exit(0)

    idle = Event()
    Thread(target=listen, daemon=True).start()
    work(Path(sys.argv[1]), stopping)
    idle.set()


if __name__ == "__main__":
    main()
