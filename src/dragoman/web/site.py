"""One workspace as a site: where it lies, its templates, which names it answers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from jinja2 import Environment

from dragoman.web.templates import environments
from dragoman.workspace import Workspace


class Site:
    """What all pages share. `hosts` are further host names under which the site may be asked for.

    The workspace stays open between requests, which threads share: its database keeps what it has compiled.
    """

    def __init__(self, folder: Path, hosts: Sequence[str] = ()) -> None:
        self.folder = folder
        self.hosts = tuple(hosts)
        self.environments: Mapping[str, Environment] = environments()
        self._lock = Lock()
        self._open: Workspace | None = None
        self._seen: Mapping[str, tuple[int, int]] = {}

    @contextmanager
    def workspace(self) -> Iterator[Workspace]:
        """The workspace, for one request.

        Raises:
            NotAWorkspace: there is none any more. WorkspaceError
        """
        with self._lock:
            seen = self._files()
            if self._open is None or seen != self._seen:
                # Another database may have been put in its place, as when it is restored from a copy.
                self._close()
                self._open = Workspace.open(self.folder)
                self._seen = self._files()
            workspace = self._open
        yield workspace

    def close(self) -> None:
        """Let go of the workspace."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def _files(self) -> Mapping[str, tuple[int, int]]:
        """Which files the workspace is made of, as the system numbers them."""
        found = {}
        for file in (self.folder / "dragoman.toml", self.folder / "dragoman.db"):
            try:
                state = file.stat()
            except OSError:
                continue
            found[file.name] = (state.st_dev, state.st_ino)
        return found
