"""Lists of terms as tables."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import BinaryInput, EmptyInput, InputError, TooLarge, UnknownLanguage
from dragoman.terms.lists import read_termbase
from dragoman.terms.termbase import Designation, Entry

WIDE = """entry,ru,zh,zh deprecated,en superseded,note,source
1,карта|схема,地图,图,chart,of land,Atlas
2,лёд,冰,,,,
"""
LONG = """id;язык;термин;статус;примечание
1;ru;карта;;
1;zh;地图;предпочтительный;
1;zh;图;запрещено;слишком широко
"""


def test_a_wide_table_has_a_column_a_language() -> None:
    one, two = read_termbase(WIDE.encode(), "list.csv").entries
    assert one == Entry(
        "1",
        (
            Designation("ru", "карта", "preferred", "of land"),
            Designation("ru", "схема", "admitted", "of land"),
            Designation("zh", "地图", "preferred", "of land"),
            Designation("zh", "图", "deprecated", "of land"),
            Designation("en", "chart", "superseded", "of land"),
        ),
        "Atlas",
    )
    assert two == Entry("2", (Designation("ru", "лёд"), Designation("zh", "冰")), "list.csv")


def test_a_long_table_has_a_line_a_term() -> None:
    [entry] = read_termbase(LONG.encode("utf-8-sig"), "list.csv", standing="agreed").entries
    assert entry == Entry(
        "1",
        (
            Designation("ru", "карта"),
            Designation("zh", "地图"),
            Designation("zh", "图", "deprecated", "слишком широко"),
        ),
        "list.csv",
        "agreed",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    text = "zh,en\n地图是我们的国家用的,map\n工作的时候和人民的发展,work\n"
    [first, _second] = read_termbase(text.encode(encoding)).entries
    assert first.designations[0].text == "地图是我们的国家用的"


@pytest.mark.parametrize(
    "text",
    [
        "ru\tzh\nкарта\t地图\n",
        "ru|zh\nкарта|地图\n",
        "sep=;\nru;zh\nкарта;地图\n",
        "\n\nru,zh\n\nкарта,地图\n,\n",
        "RU, ZH-hans \nкарта,地图",
        'ru,zh\n"карта",地图',
        "No,ru,zh,of whom\n,карта,地图,X",
    ],
)
def test_spreadsheets_write_tables_in_many_ways(text: str) -> None:
    [entry] = read_termbase(text.encode()).entries
    assert [(one.language, one.text) for one in entry.designations] == [("ru", "карта"), ("zh", "地图")]


def test_an_entry_may_have_several_lines() -> None:
    [entry] = read_termbase("entry,ru\nA,карта\nA,схема\nA,карта\n".encode()).entries
    assert [one.text for one in entry.designations] == ["карта", "схема"]


def test_a_file_is_named_in_entries_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text(WIDE, encoding="utf-8")
    assert [entry.source for entry in read_termbase(file).entries] == ["Atlas", "terms.csv"]
    assert read_termbase(file, "Our list").entries[1].source == "Our list"


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("a,b\n1,2\n", InputError, "t.csv: Line 1: the heading names no language; it has a, b."),
        ("\nentry,term\n1,карта\n", InputError, "Line 2: the heading names no language"),
        (
            "ru,zh forbiden\nкарта,图\n",
            InputError,
            "Line 1, column 2: the heading zh forbiden names no status",
        ),
        ("ru,zh\n", EmptyInput, "t.csv: The list has no terms."),
        ("ru,zh\nкарта,地图,x\n", InputError, r"Line 2 has a column 3 \(x\), the heading has 2."),
        ('ru,zh\nлёд,冰\nкарта,"地图\n,\n', InputError, "Line 3, column 2: a quotation mark opens a cell"),
        ('ru,zh\nкарта,"地"图\n', InputError, "Line 2, column 2: a quotation mark opens a cell"),
        ("ru,zh\n—,地图\n", EmptyInput, "Line 2, column 1: A term is empty."),
        (f"ru,zh\nлёд,冰\n{'я' * 301},冰\n", TooLarge, "Line 3, column 1: A term has 301 characters"),
        ("entry,ru\n5,\n", EmptyInput, "Line 2 has no term."),
        ("language,term\nxx,карта\n", UnknownLanguage, "Line 2, column 1: No language has the code 'xx'."),
        ("language,term\nru,\n", EmptyInput, "Line 2, column 2: A term is empty."),
        ("language,term,status\nru,карта,so\n", InputError, "Line 2, column 3: so is no status of a term."),
        (
            "ru,ru deprecated\nкарта,карта\n",
            InputError,
            "Line 2: The entry 2 has карта both as preferred and",
        ),
        ("", EmptyInput, "There is no text in it."),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text: str, error: type[InputError], message: str) -> None:
    with pytest.raises(error, match=message) as raised:
        read_termbase(text.encode(), "t.csv")
    assert type(raised.value) is error
    assert raised.value.message(lambda sentence: sentence) == str(raised.value)


def test_a_spreadsheet_is_no_table_of_text() -> None:
    with pytest.raises(BinaryInput):
        read_termbase(b"PK\x03\x04rest", "t.xlsx")


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="The file cannot be read"):
        read_termbase(tmp_path / "none.csv")


CELLS = st.lists(
    st.tuples(
        *[st.text(st.sampled_from('ab ,;|"\nё'), max_size=8).map(lambda text: "x" + text.replace("|", "|x"))]
        * 2
    ),
    min_size=1,
    max_size=6,
)


@given(CELLS)
def test_what_a_spreadsheet_writes_is_read(rows: list[tuple[str, str]]) -> None:
    written = StringIO()
    csv.writer(written).writerows([("ru", "en"), *rows])
    entries = read_termbase(written.getvalue().encode()).entries
    assert len(entries) == len(rows)
    for entry, row in zip(entries, rows, strict=True):
        for code, cell in zip(("ru", "en"), row, strict=True):
            said = {one.text for one in entry.designations if one.language == code}
            parts = {" ".join(part.split()) for part in cell.split("|")}
            assert said == {part for part in parts if part}
