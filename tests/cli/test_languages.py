from __future__ import annotations

import json

from dragoman.languages import known
from tests.cli.commands import run


def test_languages_are_listed_those_known_in_depth_first() -> None:
    lines = run("languages").out.splitlines()
    assert [line.split()[0] for line in lines] == list(known())
    assert lines[:3] == ["en   in depth  English", "ru   in depth  русский", "zh   in depth  中文"]
    assert "ar   in general  العربية" in lines


def test_json_says_the_same() -> None:
    rows = json.loads(run("languages", "--json").out)
    assert [row["code"] for row in rows] == list(known())
    assert rows[1] == {"code": "ru", "name": "русский", "direction": "ltr", "in_depth": True}
    assert {row["code"] for row in rows if row["direction"] == "rtl"} >= {"ar", "fa", "he", "ur"}


def test_the_list_is_in_the_language_of_the_person() -> None:
    assert "ru   основательно  русский" in run("languages", language="ru").out
    assert "zh   深入支持  中文" in run("languages", language="zh").out
