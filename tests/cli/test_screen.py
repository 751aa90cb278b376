from __future__ import annotations

import io
import sys

import pytest

from dragoman.cli import screen


class Terminal(io.StringIO):
    """Where a person looks."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def test_a_person_sees_that_work_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with screen.working("Aligning …"):
        pass
    assert "Aligning …" in terminal.getvalue()


def test_nothing_is_shown_where_no_person_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with screen.working("Aligning …"):
        pass
    assert capsys.readouterr() == ("", "")


def test_results_are_utf_8_whatever_the_system_says(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    screen.deliver("[0]:[0] 双方\n", "-")
    assert capsysbinary.readouterr().out == "[0]:[0] 双方\n".encode()
