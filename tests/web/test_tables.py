from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.headers import attachment
from dragoman.web.tables import Table, harmless
from tests.web.browser import Browser

FORMULAS = ["=1+1", "+7 495", "-5", "@SUM(A1)", "\tx", "\r=1", "＝cmd"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_a_formula_is_written_as_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_other_cells_stay_as_they_are() -> None:
    assert [harmless(cell) for cell in ("text", "a=b", "", -5, 0.25, True)] == [
        "text",
        "a=b",
        "",
        "-5",
        "0.25",
        "true",
    ]


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_what_is_written_is_read_back(rows: list[tuple[str, str]]) -> None:
    text = Table("t", ("a", "b"), rows).csv()
    assert text.startswith("\ufeff")
    text.encode("utf-8")
    back = list(csv.reader(StringIO(text[1:], newline="")))
    assert back == [["a", "b"], *([harmless(cell) for cell in row] for row in rows)]


def test_a_title_that_looks_like_a_formula(browser: Browser) -> None:
    table = browser.get("/en/sources.csv").content.decode("utf-8-sig")
    assert "'=note.ru.txt" in table
    names = [source["name"] for source in browser.json("/en/sources.json")["sources"]]
    assert "=note.ru.txt" in names


@given(st.text())
def test_any_name_makes_a_safe_header(name: str) -> None:
    value = attachment(name)
    assert value.isascii()
    assert value.isprintable()
    plain = value.partition('filename="')[2].partition('"')[0]
    assert plain
    assert not set(plain) & set('/\\";%')
    assert plain.strip(".")
