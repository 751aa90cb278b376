"""One of the processes that align the pairs of a folder: `python -m dragoman.bitext.folder.worker`.

It speaks JSON, one line a message. First it is told the job and answers `{}` when it is ready; then each line
names a pair's files and result, and each answer holds the stamps of the files or a mistake. It ends when its
input does.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any

from dragoman.bitext.align import align
from dragoman.bitext.encoder import encoder
from dragoman.bitext.folder.job import PARTIAL, Job, Mistake
from dragoman.bitext.folder.stamp import stamp
from dragoman.bitext.formats import render


def aligned(job: Job, source: Path, target: Path, output: Path) -> dict[str, Any]:
    """Align one pair and put the result in its place, whole or not at all."""
    # Before they are read: if they change meanwhile, the stamps are out of date and the pair is done again.
    stamps = {"source": astuple(stamp(source)), "target": astuple(stamp(target))}
    alignment = align(
        source, target, from_=job.from_, to=job.to, sentences=job.sentences, encoder=job.encoder
    )
    result = render(alignment, job.form, interface=job.interface).encode("utf-8")
    partial = output.parent / f".{os.getpid()}{PARTIAL}"
    try:
        partial.write_bytes(result)
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)
    return stamps


def answers(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """One answer a line."""
    job = Job(**json.loads(next(lines)))
    try:
        encoder(job.encoder)
    except Exception as error:  # an encoder that plugs in may fail in any way
        yield asdict(Mistake.of(error))
        return
    yield {}
    for line in lines:
        source, target, output = map(Path, json.loads(line))
        try:
            yield aligned(job, source, target, output)
        except Exception as error:  # whatever is wrong with one pair, the others go on
            yield asdict(Mistake.of(error))


def main() -> None:
    """Answer until there is nothing more to do."""
    # What a library prints must not get between the answers.
    answers_go_to = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    # The pipe breaks when whoever asked is gone.
    with suppress(BrokenPipeError), os.fdopen(answers_go_to, "w", encoding="ascii", buffering=1) as channel:
        for answer in answers(iter(sys.stdin)):
            channel.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
