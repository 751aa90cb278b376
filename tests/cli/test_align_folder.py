from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from dragoman.bitext.folder import FolderResult
from dragoman.bitext.formats import FORMATS
from dragoman.cli import align_folder
from tests.bitext.folders import write_pairs
from tests.cli.commands import Outcome, run


def aligned(folder: Path, *options: str) -> Outcome:
    """Align the folders `ru` and `zh` within a folder into `out`."""
    places = (folder / "ru", folder / "zh", "--output", folder / "out")
    return run("align-folder", *places, "--from", "ru", "--to", "zh", "--sentences", *options)


def begun(folder: Path) -> subprocess.Popen[bytes]:
    """The same as a process that goes on; gives it when the first results are there."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "dragoman", "align-folder", folder / "ru", folder / "zh"),
            *("-o", folder / "out", "--from", "ru", "--to", "zh", "--sentences", "--jobs", "1"),
        ],
        stderr=subprocess.PIPE,
        env={**os.environ, "DRAGOMAN_LANG": "en"},
    )
    limit = time.monotonic() + 60
    while not list((folder / "out").glob("*.tsv")):
        assert process.poll() is None, "It ended before it had begun."
        assert time.monotonic() < limit, "Nothing came of it for a minute."
        time.sleep(0.01)
    return process


def whole(folder: Path) -> int:
    """How many results there are; each must be whole."""
    files = list((folder / "out").glob("*.tsv"))
    for file in files:
        assert file.read_text(encoding="utf-8").count("\n") == 3
    return len(files)


def test_a_folder_is_aligned_and_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    write_pairs(tmp_path, ["1.txt", "2.txt"])
    first = aligned(tmp_path, "--jobs", "1", "--format", "html")
    assert (first.code, first.out) == (0, "")
    assert first.err == "Pairs aligned: 2; done before: 0; failed: 0.\n"
    assert (tmp_path / "out" / "1.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    second = aligned(tmp_path, "--jobs", "1", "--format", "html")
    assert second.err == "Pairs aligned: 0; done before: 2; failed: 0.\n"


def test_pairs_that_fail_end_in_exit_code_1(tmp_path: Path) -> None:
    source, _ = write_pairs(tmp_path, ["1.txt", "2.txt"])
    (source / "2.txt").write_bytes(b"")
    outcome = aligned(tmp_path, "--jobs", "1")
    assert outcome.code == 1
    assert outcome.err == (
        "Pairs aligned: 1; done before: 0; failed: 1.\n"
        f"What went wrong is in {tmp_path / 'out' / 'errors.tsv'}\n"
    )


def test_a_run_that_was_killed_goes_on(tmp_path: Path) -> None:
    write_pairs(tmp_path, [f"{k:04}.txt" for k in range(80)])
    process = begun(tmp_path)
    process.kill()
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    time.sleep(0.2)  # its worker finishes the pair that it has in hand
    before = whole(tmp_path)
    assert 0 < before < 80
    outcome = aligned(tmp_path, "--jobs", "1")
    assert outcome.code == 0
    # All but those pairs count as done whose results came too late to be noted.
    kept = int(outcome.err.partition("done before: ")[2].partition(";")[0])
    assert before - 2 <= kept <= before
    assert whole(tmp_path) == 80


def test_ctrl_c_stops_at_once_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    write_pairs(tmp_path, [f"{k:04}.txt" for k in range(80)])
    process = begun(tmp_path)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 130
    assert said.decode() == "Stopped. The same command goes on from here.\n"
    assert whole(tmp_path) < 80


def test_results_need_a_folder(tmp_path: Path) -> None:
    write_pairs(tmp_path, ["1.txt"])
    outcome = run("align-folder", tmp_path / "ru", tmp_path / "zh", "--from", "ru", "--to", "zh")
    assert outcome.code == 2
    assert "'--output'" in outcome.err


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    outcome = run(
        "align-folder", tmp_path, tmp_path / "none", "--from", "ru", "--to", "zh", "-o", tmp_path / "out"
    )
    assert outcome.code == 2
    assert "none' does not exist." in outcome.err


def test_every_form_is_offered() -> None:
    [option] = [it for it in align_folder.command.params if it.name == "form"]
    assert isinstance(option.type, click.Choice)
    assert tuple(option.type.choices) == tuple(FORMATS)


def test_the_pace_is_that_of_pairs_aligned_now(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(align_folder, "monotonic", lambda: now)
    pace = align_folder._Pace()
    now = 10.0
    words = pace.words(FolderResult(1_000, aligned=20, kept=500))
    assert words == "520 of 1000 pairs, 2.0 a second, 0:04:00 left"
    assert pace.words(FolderResult(1_000, kept=500)) == "500 of 1000 pairs"


def test_where_there_is_no_terminal_a_line_is_written_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = 0.0
    monkeypatch.setattr(align_folder, "monotonic", lambda: now)
    show = align_folder._lines(align_folder._Pace())
    for now in (1.0, 9.0, 11.0, 12.0, 22.0):
        show(FolderResult(10, kept=int(now)))
    assert capsys.readouterr().err == "11 of 10 pairs\n22 of 10 pairs\n"
