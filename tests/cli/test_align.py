from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from dragoman.bitext.formats import FORMATS
from dragoman.cli import align
from tests.cli.commands import Outcome, run

PAIRS = [("ru", "zh"), ("ru", "en"), ("en", "zh")]


def aligned(samples: Path, *options: str | Path, source: str = "ru", target: str = "zh") -> Outcome:
    """Align two languages of the bundled sample."""
    files = (samples / f"statement.{source}.txt", samples / f"statement.{target}.txt")
    return run("align", *files, "--from", source, "--to", target, *options)


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_the_sample_is_aligned_as_a_person_does_it(
    source: str, target: str, samples: Path, statement: Path
) -> None:
    outcome = aligned(samples, source=source, target=target)
    assert outcome.code == 0
    assert outcome.out == (statement / f"{source}-{target}.beads").read_text(encoding="utf-8")


def test_lines_that_are_given_are_kept(statement: Path) -> None:
    files = (statement / "ru.lines", statement / "zh.lines")
    outcome = run("align", *files, "--from", "ru", "--to", "zh", "--sentences")
    assert outcome.out == (statement / "ru-zh.beads").read_text(encoding="utf-8")


def test_the_command_line_offers_every_form() -> None:
    assert set(align.FORMATS) == set(FORMATS)


@pytest.mark.parametrize("form", align.FORMATS)
def test_a_file_holds_what_standard_output_would(form: str, samples: Path, tmp_path: Path) -> None:
    file = tmp_path / "result"
    written = aligned(samples, "--format", form, "--output", file)
    assert written.out == ""
    assert f"Written: {file}" in written.err
    assert re.search(r"27 beads, 1 without a counterpart\.", written.err)
    assert file.read_text(encoding="utf-8") == aligned(samples, "--format", form).out


def test_json_is_short_for_its_form(samples: Path) -> None:
    short = aligned(samples, "--json").out
    assert json.loads(short)
    assert short == aligned(samples, "--format", "json").out


def test_one_text_may_come_from_standard_input(samples: Path, statement: Path) -> None:
    text = (samples / "statement.ru.txt").read_bytes()
    outcome = run("align", "-", samples / "statement.zh.txt", "--from", "ru", "--to", "zh", stdin=text)
    assert outcome.out == (statement / "ru-zh.beads").read_text(encoding="utf-8")


def test_both_texts_cannot() -> None:
    outcome = run("align", "-", "-", "--from", "ru", "--to", "zh", stdin=b"text")
    assert outcome.code == 2
    assert "Only one of the two texts" in outcome.err


def test_standard_input_is_read_in_any_usual_encoding(samples: Path, statement: Path) -> None:
    text = (samples / "statement.ru.txt").read_text(encoding="utf-8").encode("cp1251", errors="replace")
    outcome = run("align", "-", samples / "statement.zh.txt", "--from", "ru", "--to", "zh", stdin=text)
    assert outcome.out == (statement / "ru-zh.beads").read_text(encoding="utf-8")


def test_standard_input_must_be_a_text(samples: Path) -> None:
    files = ("-", samples / "statement.zh.txt")
    outcome = run("align", *files, "--from", "ru", "--to", "zh", stdin=b"\x00\x01\x02 no text")
    assert outcome.code == 2
    assert outcome.err == "Error: -: This is not a text: it holds zero bytes. Give a plain text file.\n"
    assert outcome.out == ""


def test_a_file_that_is_not_there(samples: Path, tmp_path: Path) -> None:
    outcome = run("align", tmp_path / "none.txt", samples / "statement.zh.txt", "--from", "ru", "--to", "zh")
    assert outcome.code == 2
    assert "none.txt' does not exist." in outcome.err


def test_a_language_that_is_not_given(samples: Path) -> None:
    outcome = run("align", samples / "statement.ru.txt", samples / "statement.zh.txt", "--from", "ru")
    assert outcome.code == 2
    assert "'--to'" in outcome.err


def test_an_unknown_language(samples: Path) -> None:
    outcome = run(
        "align", samples / "statement.ru.txt", samples / "statement.zh.txt", "--from", "ru", "--to", "qq7"
    )
    assert outcome.code == 2
    assert "qq7" in outcome.err
    assert outcome.err.count("\n") == 1


def test_an_empty_file_is_an_error_of_its_own(samples: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    outcome = run("align", empty, samples / "statement.zh.txt", "--from", "ru", "--to", "zh")
    assert outcome.code == 2
    assert "empty.txt" in outcome.err
    assert outcome.out == ""


def test_a_mistake_leaves_no_file(samples: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    file = tmp_path / "result"
    files = (empty, samples / "statement.zh.txt")
    assert run("align", *files, "--from", "ru", "--to", "zh", "--output", file).code == 2
    assert not file.exists()


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("ru", "ru"), ("zh", "zh-Hans")])
def test_the_page_is_in_the_language_of_the_interface(language: str, tag: str, samples: Path) -> None:
    files = (samples / "statement.ru.txt", samples / "statement.zh.txt")
    outcome = run("align", *files, "--from", "ru", "--to", "zh", "--format", "html", language=language)
    assert f'<html lang="{tag}"' in outcome.out
