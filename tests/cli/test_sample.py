from __future__ import annotations

from pathlib import Path

from tests.cli.commands import run


def test_the_sample_is_written_as_it_is(tmp_path: Path, samples: Path) -> None:
    outcome = run("sample", tmp_path / "new" / "folder")
    assert outcome.code == 0
    assert outcome.out == ""
    written = sorted((tmp_path / "new" / "folder").iterdir())
    assert [file.name for file in written] == ["statement.en.txt", "statement.ru.txt", "statement.zh.txt"]
    assert all(file.read_bytes() == (samples / file.name).read_bytes() for file in written)


def test_writing_it_twice_changes_nothing(tmp_path: Path) -> None:
    assert run("sample", folder=tmp_path).code == 0
    assert run("sample", folder=tmp_path).code == 0
    assert len(list(tmp_path.iterdir())) == 3


def test_another_file_of_the_same_name_is_left_alone(tmp_path: Path) -> None:
    mine = tmp_path / "statement.ru.txt"
    mine.write_text("Мой текст.", encoding="utf-8")
    outcome = run("sample", tmp_path)
    assert outcome.code == 2
    assert "statement.ru.txt: There is another file of this name." in outcome.err
    assert mine.read_text(encoding="utf-8") == "Мой текст."
