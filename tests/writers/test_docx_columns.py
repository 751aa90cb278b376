from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.run import Run
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError, TooLarge, UnknownLanguage
from dragoman.readers import read
from dragoman.writers import docx_markup
from dragoman.writers.docx_columns import Cell, Noted, side_by_side
from dragoman.writers.docx_sheet import WIDTH
from tests.readers.words import one
from tests.writers.marks import Seen, parts, seen

WHEN = "2026-11-22T12:30:00+03:00"
HEADS = (("ru", "русский"), ("zh", "中文"))
TITLE = "Соглашение & <о мостах>"


def made(*rows: tuple[Cell, Cell], comments: dict[int, tuple[str, ...]] | None = None) -> bytes:
    """A document of two columns; that the same comes out twice is checked."""
    data = side_by_side(TITLE, HEADS, rows, comments or {}, when=WHEN, preface=["О чём."], language="ru")
    again = side_by_side(TITLE, HEADS, rows, comments or {}, when=WHEN, preface=["О чём."], language="ru")
    assert data == again
    return data


def opened(data: bytes) -> WordDocument:
    return Document(BytesIO(data))


def cell(data: bytes, row: int, column: int) -> list[Run]:
    """The runs of a cell that hold words; the head is row 0, the numbers are column 0."""
    (paragraph,) = opened(data).tables[0].cell(row, column).paragraphs
    return [run for run in paragraph.runs if run.text]


def fills(runs: list[Run]) -> list[tuple[str, bool]]:
    """The words of runs, and whether they are coloured."""
    return [(run.text, run._r.find(f"{qn('w:rPr')}/{qn('w:shd')}") is not None) for run in runs]


RU = Cell("Мосты открыты для всех.", "ru")
ZH = Cell("桥梁向所有人“开放”。", "zh")


def test_title_preface_heads_numbers_and_texts() -> None:
    data = made((RU, ZH), (Cell("Статья 2", "ru", heading=2), Cell("", "zh")))
    reading = one(data)
    assert reading.title == TITLE
    assert reading.text.split("\n\n") == [
        TITLE, "О чём.", "русский", "中文", "1", RU.text, ZH.text, "2", "Статья 2",
    ]  # fmt: skip
    assert [(part.row, part.column) for part in reading.parts if part.kind == "cell"] == [
        (1, 2), (1, 3), (2, 1), (2, 2), (2, 3), (3, 1), (3, 2),
    ]  # fmt: skip


def test_the_sheet_lies_on_its_side_and_the_heads_come_again() -> None:
    document = opened(made((RU, ZH)))
    (section,) = document.sections
    millimetre = 36_000
    assert section.page_width == pytest.approx(297 * millimetre, rel=0.001)
    assert section.page_height == pytest.approx(210 * millimetre, rel=0.001)
    (table,) = document.tables
    rows = [row._tr for row in table.rows]
    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True, False]
    assert not list(rows[1].iter(qn("w:cantSplit")))
    assert "PAGE" in section.footer._element.xml


def test_properties_and_moments() -> None:
    data = made((RU, ZH))
    properties = opened(data).core_properties
    moment = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    assert (properties.title, properties.created, properties.modified) == (TITLE, moment, moment)
    with ZipFile(BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 11, 22, 9, 30, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_every_part_is_listed_and_referred_to() -> None:
    held = parts(made((RU, ZH)))
    for name in ("styles", "settings", "fontTable", "footer", "comments"):
        assert f'"/word/{name}.xml"'.encode() in held["[Content_Types].xml"]
        assert f'Target="{name}.xml"'.encode() in held["word/_rels/document.xml.rels"]


def test_languages_have_their_faces_and_directions() -> None:
    data = side_by_side(
        "x",
        [("ru", "р"), ("zh-Hant", "中"), ("ar", "ع")],
        [[Cell("Мир", "ru"), Cell("和平", "zh-Hant"), Cell("السلام", "ar")]],
        {},
        when=WHEN,
    )
    russian, chinese, arabic = (cell(data, 1, column)[0]._r.xml for column in (1, 2, 3))
    assert 'w:lang w:val="ru-RU"' in russian
    assert 'w:rFonts w:hint="eastAsia" w:eastAsia="PMingLiU"' in chinese
    assert 'w:lang w:eastAsia="zh-Hant"' in chinese
    assert "<w:rtl/>" in arabic
    assert 'w:lang w:bidi="ar"' in arabic
    paragraphs = [opened(data).tables[0].cell(1, column).paragraphs[0]._p.xml for column in (1, 2, 3)]
    assert ["<w:bidi/>" in xml for xml in paragraphs] == [False, False, True]


def test_places_are_coloured_and_the_first_of_a_number_has_its_comment() -> None:
    notes = (Noted(6, 13, 7), Noted(18, 22, 7))
    data = made(
        (Cell(RU.text, "ru", notes), Cell(ZH.text, "zh", (Noted(3, 6, 7), Noted(3, 3, 9)))),
        comments={7: ("Различие.", "数字"), 9: ("Точка.",)},
    )
    assert fills(cell(data, 1, 1)) == [
        ("Мосты ", False), ("открыты", True), (" для ", False), ("всех", True), (".", False),
    ]  # fmt: skip
    assert fills(cell(data, 1, 2)) == [("桥梁向", False), ("所有人", True), ("“开放”。", False)]
    assert list(seen(data).values()) == [
        Seen("открыты", ["Различие.", "数字"], "Dragoman"),
        Seen("所有人", ["Различие.", "数字"], "Dragoman"),
        Seen("", ["Точка."], "Dragoman"),
    ]
    assert {comment.timestamp for comment in opened(data).comments} == {
        datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    }


def test_an_empty_cell_may_be_commented() -> None:
    data = made((RU, Cell("", "zh", (Noted(0, 0, 1),))), comments={1: ("Здесь нет.",)})
    assert list(seen(data).values()) == [Seen("", ["Здесь нет."], "Dragoman")]
    assert "commentReference" in opened(data).tables[0].cell(1, 2).paragraphs[0]._p.xml


def test_the_column_with_more_text_is_wider_and_none_is_too_narrow() -> None:
    data = made((Cell("а" * 300, "ru"), Cell("字" * 50, "zh")))
    numbers, russian, chinese = (
        int(column.get(qn("w:w"), "0")) for column in opened(data).tables[0]._tbl.tblGrid
    )
    assert russian > chinese >= (WIDTH - numbers) / 2 * 0.5
    assert WIDTH - 3 < numbers + russian + chinese <= WIDTH


def test_no_rows() -> None:
    assert one(made()).text.endswith("русский\n\n中文")


@pytest.mark.parametrize(
    ("cells", "comments", "message"),
    [
        ((RU,), {}, "Row 1 has 1 cells; the table has 2 columns"),
        ((Cell("Мир", "ru", (Noted(0, 4, 1),)), ZH), {1: ("?",)}, "from character 0 to 4: its text has 3"),
        ((Cell("Мир", "ru", (Noted(0, 3, 1),)), ZH), {}, "refers to comment 1, which is missing"),
        ((RU, ZH), {1: ("?",)}, "Comment 1 has no place"),
    ],
)
def test_nothing_is_lost_silently(
    cells: tuple[Cell, ...], comments: dict[int, tuple[str, ...]], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        side_by_side("x", HEADS, [cells], comments, when=WHEN)


def test_what_word_and_dragoman_do_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnknownLanguage):
        made((Cell("x", "qq-nonsense"), ZH))
    monkeypatch.setattr(docx_markup, "MOST_COMMENTS", 0)
    with pytest.raises(TooLarge):
        made((Cell("Мир", "ru", (Noted(0, 3, 1),)), ZH), comments={1: ("?",)})


TEXTS = st.text("абв 字。\n\tא\x00&<", max_size=20)


@st.composite
def cells(draw: st.DrawFn, language: str) -> Cell:
    text = draw(TEXTS)
    place = st.integers(0, len(text))
    notes = draw(st.lists(st.tuples(place, place, st.integers(1, 4)), max_size=4))
    return Cell(
        text, language, tuple(Noted(min(note[:2]), max(note[:2]), note[2]) for note in notes), len(text) % 2
    )


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(cells("ru"), cells("zh")), min_size=1, max_size=3))
def test_texts_places_and_colours_are_those_given(rows: list[tuple[Cell, Cell]]) -> None:
    numbers = {note.number for row in rows for each in row for note in each.notes}
    data = made(*rows, comments={number: (f"{number}",) for number in numbers})
    read(data)
    wanted = []
    for row, pair in enumerate(rows, start=1):
        for column, each in enumerate(pair, start=1):
            text = each.text.replace("\x00", "\ufffd")
            runs = cell(data, row, column)
            assert "".join(run.text for run in runs) == text
            coloured = "".join(("1" if marked else "0") * len(words) for words, marked in fills(runs))
            assert coloured == "".join(
                "1" if any(note.start <= place < note.end for note in each.notes) else "0"
                for place in range(len(text))
            )
            first: dict[int, Noted] = {}
            for note in sorted(each.notes, key=lambda note: (note.start, -note.end)):
                first.setdefault(note.number, note)
            wanted += [(text[note.start : note.end], [f"{note.number}"]) for note in first.values()]
    assert [(each.words, each.paragraphs) for each in seen(data).values()] == wanted
