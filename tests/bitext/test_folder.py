from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman.bitext.folder import FolderResult, align_folder, run, workers
from dragoman.bitext.folder.job import Job, Mistake
from dragoman.bitext.folder.journal import NAME, Journal
from dragoman.bitext.folder.pairs import Pair, pairs_of
from dragoman.bitext.folder.stamp import stamp
from dragoman.bitext.folder.workers import Task, Workers
from dragoman.bitext.formats import from_json, render
from dragoman.errors import DragomanError, EmptyInput, InputError, UnknownLanguage
from tests.bitext.folders import QUICK_WORKER, write_pairs


def aligned(folder: Path, *, jobs: int = 1, form: str = "beads", sentences: bool = True) -> FolderResult:
    """Align the folders `ru` and `zh` within a folder into `out`."""
    return align_folder(
        folder / "ru",
        folder / "zh",
        folder / "out",
        from_="ru",
        to="zh",
        sentences=sentences,
        form=form,
        jobs=jobs,
    )


def results(folder: Path) -> list[str]:
    """The names of what is in the folder of results, without what begins with a dot."""
    return sorted(file.name for file in (folder / "out").iterdir() if not file.name.startswith("."))


def errors(folder: Path) -> list[list[str]]:
    """The list of errors, without its heading."""
    lines = (folder / "out" / run.ERRORS).read_text(encoding="utf-8").splitlines()
    assert lines[0].split("\t") == ["file", "error", "message"]
    return [line.split("\t") for line in lines[1:]]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that align nothing but answer at once."""
    monkeypatch.setattr(workers, "_PROGRAM", ("-c", QUICK_WORKER))


# which files are pairs


def touch(folder: Path, *names: str) -> Path:
    """A folder of empty files."""
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).touch()
    return folder


def test_files_of_one_name_are_a_pair(tmp_path: Path) -> None:
    source = touch(tmp_path / "a", "2.txt", "1.txt", "Договор №3.txt", "only.md", ".hidden")
    target = touch(tmp_path / "b", "1.txt", "2.txt", "Договор №3.txt", "other.txt")
    (source / "folder").mkdir()
    assert pairs_of(source, target, "ru", "zh") == [
        Pair("1.txt", "1.txt", "1"),
        Pair("2.txt", "2.txt", "2"),
        Pair("only.md", None, "only.md"),
        Pair(None, "other.txt", "other"),
        Pair("Договор №3.txt", "Договор №3.txt", "Договор №3"),
    ]


def test_in_one_folder_the_language_stands_in_the_name(tmp_path: Path) -> None:
    folder = touch(
        tmp_path / "a", "n.ru.txt", "n.zh.txt", "n.en.txt", "m.ru", "m.zh", "x.ru.md", "x.zh.txt", "read me"
    )
    assert pairs_of(folder, folder, "ru", "zh") == [
        Pair("m.ru", "m.zh", "m"),
        Pair("n.ru.txt", "n.zh.txt", "n"),
        Pair("x.ru.md", "x.zh.txt", "x"),
    ]


def test_one_folder_cannot_hold_one_language_twice(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="in one language"):
        pairs_of(touch(tmp_path / "a", "n.ru.txt"), tmp_path / "a", "ru", "ru")


def test_names_in_both_encodings_of_accents_are_equal(tmp_path: Path) -> None:
    composed, decomposed = "й.txt", "и\u0306.txt"
    source, target = touch(tmp_path / "a", composed), touch(tmp_path / "b", decomposed)
    assert pairs_of(source, target, "ru", "zh") == [Pair(composed, decomposed, "й")]
    # Where a folder has both, neither is lost.
    touch(source, decomposed)
    touch(target, composed)
    assert {(pair.source, pair.target) for pair in pairs_of(source, target, "ru", "zh")} == {
        (composed, composed),
        (decomposed, decomposed),
    }


def test_no_two_pairs_have_one_result(tmp_path: Path) -> None:
    folder = touch(tmp_path / "a", "n", "n.txt", "n.md", ".txt")
    assert [pair.output for pair in pairs_of(folder, touch(tmp_path / "b"), "ru", "zh")] == [
        "n",
        "n.md",
        "n.txt",
    ]


def test_folders_without_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EmptyInput, match="no file to align"):
        pairs_of(touch(tmp_path / "a"), touch(tmp_path / "b"), "ru", "zh")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="none: The folder cannot be read: No such file"):
        pairs_of(touch(tmp_path / "a"), tmp_path / "none", "ru", "zh")


# what has been done


@pytest.fixture
def done(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A journal's folder with one result that is done, and the files it was made of."""
    source, target, out = tmp_path / "s", tmp_path / "t", touch(tmp_path / "out", "r.tsv")
    source.write_text("one", encoding="utf-8")
    target.write_text("two", encoding="utf-8")
    with Journal(out) as journal:
        journal.add("r.tsv", "job", stamp(source), stamp(target))
    return out, source, target


def test_what_is_noted_is_done_in_the_next_run(done: tuple[Path, Path, Path]) -> None:
    out, source, target = done
    with Journal(out) as journal:
        assert journal.has("r.tsv", "job", source, target)
        assert not journal.has("r.tsv", "another job", source, target)
        assert not journal.has("other.tsv", "job", source, target)
        (out / "r.tsv").unlink()
        assert not journal.has("r.tsv", "job", source, target)


def test_a_changed_file_is_not_done_though_its_size_is_the_same(done: tuple[Path, Path, Path]) -> None:
    out, source, target = done
    target.write_text("owt", encoding="utf-8")
    with Journal(out) as journal:
        assert not journal.has("r.tsv", "job", source, target)


def test_a_file_that_was_only_touched_is_done_and_noted_anew(done: tuple[Path, Path, Path]) -> None:
    out, source, target = done
    os.utime(target, ns=(1, 1))
    with Journal(out) as journal:
        assert journal.has("r.tsv", "job", source, target)
    lines = (out / NAME).read_text(encoding="ascii").splitlines()
    assert [json.loads(line)["target"][1] for line in lines][1:] == [1]


def test_a_file_that_is_gone_is_not_done(done: tuple[Path, Path, Path]) -> None:
    out, source, target = done
    target.unlink()
    with Journal(out) as journal:
        assert not journal.has("r.tsv", "job", source, target)


@pytest.mark.parametrize("torn", [b'{"output": "x', b"null\n", b"\xff\xfe\n", b"{}"])
def test_a_torn_line_harms_no_other(torn: bytes, done: tuple[Path, Path, Path]) -> None:
    out, source, target = done
    with (out / NAME).open("ab") as file:
        file.write(torn)
    with Journal(out) as journal:
        assert journal.has("r.tsv", "job", source, target)
        journal.add("s.tsv", "job", stamp(source), stamp(target))
    touch(out, "s.tsv")
    with Journal(out) as journal:
        assert journal.has("s.tsv", "job", source, target)


def test_a_journal_that_repeats_itself_is_written_anew(done: tuple[Path, Path, Path]) -> None:
    out, source, target = done
    line = (out / NAME).read_bytes()
    (out / NAME).write_bytes(line * 2_000)
    with Journal(out) as journal:
        assert journal.has("r.tsv", "job", source, target)
    assert (out / NAME).read_bytes() == line


# processes


def tasks(folder: Path, *texts: str) -> list[Task]:
    """One task for each text."""
    made = []
    for number, text in enumerate(texts):
        file = folder / f"{number}"
        file.write_text(text, encoding="utf-8")
        made.append(Task(file, file, folder / f"{number}.out"))
    return made


def job() -> Job:
    return Job("ru", "zh", True, "beads", "usem3", "en")


def test_a_process_that_dies_costs_its_own_pair_alone(quick: None, tmp_path: Path) -> None:
    todo = tasks(tmp_path, *["good"] * 5, "die", *["good"] * 5, "fail", "good", "die")
    with Workers(job(), 2) as pool:
        outcomes = {task.source.name: outcome for task, outcome in pool.outcomes(todo)}
    mistakes = {name: outcome for name, outcome in outcomes.items() if isinstance(outcome, Mistake)}
    assert len(outcomes) == len(todo)
    assert {name: mistake.kind for name, mistake in mistakes.items()} == {
        "5": "WorkerDied", "11": "Failed", "13": "WorkerDied",
    }  # fmt: skip
    assert "signal 9" in mistakes["5"].message


def test_few_tasks_are_taken_ahead(quick: None, tmp_path: Path) -> None:
    todo = tasks(tmp_path, *["good"] * 40)
    taken = 0

    def count() -> Iterator[Task]:
        nonlocal taken
        for task in todo:
            taken += 1
            yield task

    with Workers(job(), 2) as pool:
        for finished, _ in enumerate(pool.outcomes(count()), start=1):
            assert taken - finished <= 4
    assert taken == 40


def test_leaving_by_an_error_does_not_wait(quick: None, tmp_path: Path) -> None:
    todo = tasks(tmp_path, "good", *["slow"] * 30)

    def interrupted() -> None:
        with Workers(job(), 2) as pool:
            next(pool.outcomes(todo))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not (tmp_path / "5.out").exists()


def test_processes_that_cannot_start_are_one_clear_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(workers, "_PROGRAM", ("-c", "raise SystemExit(7)"))
    with (
        pytest.raises(DragomanError, match="ended with exit code 7 before it began"),
        Workers(job(), 2) as pool,
    ):
        list(pool.outcomes(tasks(tmp_path, "a", "b", "c")))


def test_a_process_takes_one_core(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    code = QUICK_WORKER.replace(
        "    output.write_text(text", '    output.write_text(os.environ["OPENBLAS_NUM_THREADS"]'
    )
    monkeypatch.setattr(workers, "_PROGRAM", ("-c", code))
    [task] = tasks(tmp_path, "good")
    with Workers(job(), 1) as pool:
        list(pool.outcomes([task]))
    assert task.output.read_text(encoding="utf-8") == "1"


# whole folders, with processes that stand in


def test_what_is_done_is_kept_and_what_is_left_is_done(quick: None, tmp_path: Path) -> None:
    source, _ = write_pairs(tmp_path, [f"{k}.txt" for k in range(6)])
    assert aligned(tmp_path) == FolderResult(6, aligned=6)
    assert aligned(tmp_path) == FolderResult(6, kept=6)
    (source / "3.txt").write_text("changed", encoding="utf-8")
    (tmp_path / "out" / "1.beads").unlink()
    assert aligned(tmp_path) == FolderResult(6, aligned=2, kept=4)
    assert (tmp_path / "out" / "3.beads").read_text(encoding="utf-8") == "changed"
    # Another way to align is other work; both results may stand side by side.
    assert aligned(tmp_path, form="json") == FolderResult(6, aligned=6)
    assert aligned(tmp_path, sentences=False) == FolderResult(6, aligned=6)


def test_pairs_that_fail_are_listed_and_tried_again(quick: None, tmp_path: Path) -> None:
    source, _ = write_pairs(tmp_path, ["1.txt", "2.txt", "3.txt", "4.txt"])
    (source / "2.txt").write_text("fail", encoding="utf-8")
    (source / "3.txt").write_text("die", encoding="utf-8")
    (source / "alone\t.txt").touch()
    listed = tmp_path / "out" / run.ERRORS
    assert aligned(tmp_path) == FolderResult(5, aligned=2, failed=3, errors=listed)
    found = {name: (kind, message) for name, kind, message in errors(tmp_path)}
    assert found["2.txt"] == ("Failed", "It says so.")
    assert found["3.txt"][0] == "WorkerDied"
    assert found["alone .txt"] == ("Unpaired", f"It has no partner in {tmp_path / 'zh'}.")
    (source / "alone\t.txt").unlink()
    for name in ("2.txt", "3.txt"):
        (source / name).write_text("good", encoding="utf-8")
    assert aligned(tmp_path) == FolderResult(4, aligned=2, kept=2)
    assert not listed.exists()


def test_no_result_takes_the_place_of_the_list_of_errors(quick: None, tmp_path: Path) -> None:
    write_pairs(tmp_path, ["errors.txt", "1.txt"])
    assert aligned(tmp_path, form="tsv").failed == 1
    assert errors(tmp_path) == [["errors.txt", "Reserved", "errors.tsv is not free: rename this pair."]]
    assert aligned(tmp_path, form="json").failed == 0


def test_progress_is_told_after_each_pair(quick: None, tmp_path: Path) -> None:
    source, target = write_pairs(tmp_path, ["1.txt", "2.txt", "3.txt"])
    (source / "2.txt").write_text("fail", encoding="utf-8")
    told: list[FolderResult] = []
    last = align_folder(source, target, tmp_path / "out", from_="ru", to="zh", jobs=1, progress=told.append)
    assert [it.aligned + it.failed for it in told] == [1, 2, 3]
    assert told[-1] == last


def test_half_written_results_of_a_killed_run_are_cleared_away(quick: None, tmp_path: Path) -> None:
    write_pairs(tmp_path, ["1.txt"])
    touch(tmp_path / "out", ".4711.partial")
    aligned(tmp_path)
    assert not (tmp_path / "out" / ".4711.partial").exists()


def test_results_cannot_lie_among_the_texts(tmp_path: Path) -> None:
    source, target = write_pairs(tmp_path, ["1.txt"])
    with pytest.raises(InputError, match="among the texts"):
        align_folder(source, target, target, from_="ru", to="zh")


def test_a_file_where_results_should_go_is_a_clear_error(tmp_path: Path) -> None:
    source, target = write_pairs(tmp_path, ["1.txt"])
    with pytest.raises(InputError, match="Results cannot be written here"):
        align_folder(source, target, source / "1.txt", from_="ru", to="zh")


def test_what_is_asked_for_is_looked_at_before_any_work(tmp_path: Path) -> None:
    source, target = write_pairs(tmp_path, ["1.txt"])
    out = tmp_path / "out"
    with pytest.raises(UnknownLanguage):
        align_folder(source, target, out, from_="ru", to="qq7")
    with pytest.raises(InputError, match="no form 'xml'"):
        align_folder(source, target, out, from_="ru", to="zh", form="xml")
    with pytest.raises(InputError, match="no sentence encoder"):
        align_folder(source, target, out, from_="ru", to="zh", encoder="none")
    assert not out.exists()


# whole folders, in earnest


def test_three_hundred_pairs_with_a_bad_one_among_them(tmp_path: Path) -> None:
    names = [f"{k:03}.txt" for k in range(297)]
    source, target = write_pairs(
        tmp_path, [*names, "Соглашение о реке.txt", "关于河流的协定.txt", "broken.txt"]
    )
    (target / "broken.txt").write_bytes(b"\x00\x01\x02")
    result = aligned(tmp_path, jobs=2, form="json")
    assert (result.total, result.aligned, result.failed) == (300, 299, 1)
    [[name, kind, message]] = errors(tmp_path)
    assert (name, kind) == ("broken.txt", "BinaryInput")
    assert str(target / "broken.txt") in message
    for name in ("000", "Соглашение о реке", "关于河流的协定"):
        written = from_json((tmp_path / "out" / f"{name}.json").read_text(encoding="utf-8"))
        files = (source / f"{name}.txt", target / f"{name}.txt")
        alignment = dragoman.align(*files, from_="ru", to="zh", sentences=True)
        assert (written.source, written.target) == (alignment.source, alignment.target)
        assert render(written, "tsv") == render(alignment, "tsv")
    assert len(results(tmp_path)) == 300
    assert not list((tmp_path / "out").glob("*.partial"))


def test_files_of_two_forms_are_a_pair(tmp_path: Path) -> None:
    touch(tmp_path / "d", "a.ru.docx", "a.zh.pdf", "b.ru.txt", "b.ru.md", "b.zh.txt", "b.zh.pdf")
    folder = touch(tmp_path / "d", "c.ru.docx", "c.ru.md", "c.zh.pdf")
    found = [(pair.source, pair.target, pair.output) for pair in pairs_of(folder, folder, "ru", "zh")]
    assert found == [
        ("a.ru.docx", "a.zh.pdf", "a"),
        ("b.ru.md", "b.zh.pdf", "b"),
        ("b.ru.txt", "b.zh.txt", "b.txt"),
        ("c.ru.docx", None, "c.docx"),
        ("c.ru.md", None, "c.md"),
        (None, "c.zh.pdf", "c.pdf"),
    ]
