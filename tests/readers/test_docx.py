from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import BinaryInput, EmptyInput, InputError, Protected, Unsafe
from dragoman.readers import read
from dragoman.readers.docx import CONTENTS_LEFT_OUT, NOTES_AT_THE_END, trace
from tests.readers.words import (
    NAMES,
    body_xml,
    new,
    number,
    numbered,
    numbering,
    one,
    packed,
    run_xml,
    saved,
    texts,
)


def test_headings_paragraphs_and_tables_in_order() -> None:
    document = new()
    document.core_properties.title = "Соглашение о мостах"
    document.core_properties.language = "ru-RU"
    document.add_heading("Соглашение о мостах", 0)
    document.add_heading("Статья 1", 2)
    document.add_paragraph("Мосты открыты для всех.\nНочью — тоже.")
    table = document.add_table(2, 2)
    for cell, words in zip((c for row in table.rows for c in row.cells), "абвг", strict=True):
        cell.text = words
    document.add_paragraph("Конец.")
    reading = one(saved(document), "мосты.docx")
    assert [(part.kind, part.level) for part in reading.parts[:3]] == [
        ("heading", 1), ("heading", 2), ("paragraph", 0),
    ]  # fmt: skip
    assert texts(reading) == [
        "Соглашение о мостах", "Статья 1", "Мосты открыты для всех.\nНочью — тоже.",
        "а", "б", "в", "г", "Конец.",
    ]  # fmt: skip
    assert [(part.row, part.column) for part in reading.parts if part.kind == "cell"] == [
        (1, 1), (1, 2), (2, 1), (2, 2),
    ]  # fmt: skip
    assert (reading.form, reading.method) == ("docx", "docx.v1")
    assert (reading.title, reading.language) == ("Соглашение о мостах", "ru-RU")


def test_outline_levels_make_headings_without_a_style() -> None:
    level = '<w:p><w:pPr><w:outlineLvl w:val="{}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    reading = one(body_xml("".join(level.format(number) for number in (0, 8, 9))))
    assert [(part.kind, part.level) for part in reading.parts] == [
        ("heading", 1), ("heading", 6), ("paragraph", 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "%1.", ["1. ", "2. ", "3. "]),
        ("chineseCounting", "第%1条", ["第一条 ", "第二条 ", "第三条 "]),
        ("russianLower", "%1)", ["а) ", "б) ", "в) "]),
        ("upperRoman", "Article %1.", ["Article I. ", "Article II. ", "Article III. "]),
        ("bullet", "•", ["", "", ""]),
    ],
)
def test_automatic_numbers_are_text(form: str, text: str, expected: list[str]) -> None:
    document = new()
    numbering(document, 70, (form, text))
    for _ in expected:
        numbered(document.add_paragraph("текст"), 70)
    reading = one(saved(document))
    assert texts(reading) == [f"{label}текст" for label in expected]
    assert {(part.kind, part.level) for part in reading.parts} == {("item", 1)}


def test_levels_count_under_each_other_and_lists_on_and_anew() -> None:
    document = new()
    numbering(document, 70, ("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
    number(document, 71, 70)
    number(document, 72, 70, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    for name, level in ((70, 0), (70, 1), (70, 1), (70, 2), (70, 0), (70, 1), (71, 0), (72, 0), (72, 0)):
        numbered(document.add_paragraph("x"), name, level)
    reading = one(saved(document))
    assert texts(reading) == [
        "1. x", "1.1 x", "1.2 x", "(a) x", "2. x", "2.1 x", "3. x", "1. x", "2. x",
    ]  # fmt: skip
    assert [part.level for part in reading.parts] == [1, 2, 2, 3, 1, 2, 1, 1, 1]


def test_numbers_that_come_with_a_style() -> None:
    document = new()
    numbering(document, 70, ("decimal", "Статья %1."))
    style = document.styles.add_style("Article", 1)
    style.element.get_or_add_pPr().append(parse_xml(f'<w:numPr {NAMES}><w:numId w:val="70"/></w:numPr>'))
    document.add_paragraph("Мир.", style="Article")
    off = document.add_paragraph("Без номера.", style="Article")
    numbered(off, 0)
    document.add_paragraph("Труд.", style="Article")
    assert texts(one(saved(document))) == ["Статья 1. Мир.", "Без номера.", "Статья 2. Труд."]


def test_tracked_changes_are_read_as_accepted() -> None:
    document = new()
    paragraph = document.add_paragraph("Мост ")
    run_xml(
        paragraph,
        '<w:del w:id="1"><w:r><w:delText>закрыт</w:delText></w:r></w:del>'
        '<w:moveFrom w:id="2"><w:r><w:t>сегодня</w:t></w:r></w:moveFrom>'
        '<w:ins w:id="3"><w:r><w:t>открыт</w:t></w:r></w:ins>',
    )
    joined = document.add_paragraph("Две ")
    joined._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {NAMES}><w:del w:id="4"/></w:rPr>'))
    document.add_paragraph("строки.")
    assert texts(one(saved(document))) == ["Мост открыт", "Две строки."]


def test_hyperlinks_content_controls_and_fields_keep_their_text() -> None:
    xml = (
        "<w:p><w:hyperlink><w:r><w:t>ссылка</w:t></w:r></w:hyperlink>"
        "<w:r><w:t xml:space='preserve'> и </w:t></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t>поле</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r></w:p>'
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>блок</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert texts(one(body_xml(xml))) == ["ссылка и поле7", "блок"]


def test_what_is_not_shown_is_not_read() -> None:
    document = new()
    document.sections[0].header.paragraphs[0].text = "Колонтитул"
    document.sections[0].footer.paragraphs[0].text = "Стр. 1"
    hidden = document.add_paragraph("Видно. ").add_run("Скрыто.")
    hidden.font.hidden = True
    contents = document.add_paragraph("Глава 1 ...... 3")
    contents.style = document.styles.add_style("toc 1", 1)
    reading = one(saved(document))
    assert texts(reading) == ["Видно."]
    assert reading.notes == (CONTENTS_LEFT_OUT,)


def test_merged_cells_are_read_once_and_nested_tables_in_place() -> None:
    document = new()
    table = document.add_table(3, 3)
    for number_, cell in enumerate(c for row in table.rows for c in row.cells):
        cell.text = f"c{number_}"
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(1, 1).add_table(1, 2).cell(0, 1).text = "inner"
    reading = one(saved(document))
    assert texts(reading) == ["c0", "c1", "c2", "c3", "c6", "c4", "inner", "c5", "c7", "c8"]
    assert [(p.row, p.column) for p in reading.parts if reading.text[p.start : p.end] in {"c2", "c8"}] == [
        (1, 3), (3, 3),
    ]  # fmt: skip


def test_a_table_of_one_cell_is_a_frame() -> None:
    document = new()
    document.add_table(1, 1).cell(0, 0).text = "В рамке."
    assert one(saved(document)).parts[0].kind == "paragraph"


def test_text_boxes_are_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>в рамке</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    xml = (
        f"<w:p><w:r><w:t>до</w:t></w:r><w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(one(body_xml(xml))) == ["до", "в рамке"]


def test_notes_stand_at_the_end() -> None:
    types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    data = packed(
        {
            "word/document.xml": (
                f"<w:document {NAMES}><w:body><w:p><w:r><w:t>Мир</w:t></w:r>"
                '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
                "<w:p><w:r><w:t>Труд.</w:t></w:r></w:p></w:body></w:document>"
            ).encode(),
            "word/footnotes.xml": (
                f"<w:footnotes {NAMES}>"
                '<w:footnote w:id="1"><w:p><w:r><w:t>чужая</w:t></w:r></w:p></w:footnote>'
                '<w:footnote w:id="2"><w:p><w:r><w:t>Сноска.</w:t></w:r></w:p></w:footnote></w:footnotes>'
            ).encode(),
            "word/_rels/document.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="a" Type="{types}/footnotes" Target="footnotes.xml"/>'
                f'<Relationship Id="b" Type="{types}/image" Target="NULL"/></Relationships>'
            ).encode(),
        }
    )
    reading = one(data)
    assert texts(reading) == ["Мир.", "Труд.", "Сноска."]
    assert reading.notes == (NOTES_AT_THE_END,)


def test_pieces_of_the_file_and_its_reading_differ_in_white_space_alone() -> None:
    document = new()
    numbering(document, 70, ("decimal", "Статья %1."))
    numbered(document.add_paragraph(" Мир  и\tтруд "), 70)
    joined = document.add_paragraph("Две ")
    joined._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {NAMES}><w:del w:id="4"/></w:rPr>'))
    paragraph = document.add_paragraph("строки")
    box = "<w:txbxContent><w:p><w:r><w:t>в рамке</w:t></w:r></w:p></w:txbxContent>"
    run_xml(paragraph, f"<w:r>{box}<w:noBreakHyphen/><w:t>то</w:t></w:r>")
    document.add_table(1, 2).cell(0, 1).text = "ячейка"
    found = trace(saved(document), "a.docx")
    assert (found.reading,) == read(saved(document), name="a.docx")
    pieces = "".join(piece.text for piece in found.pieces)
    assert "".join(pieces.split()) == "".join(found.reading.text.split())
    counted = [piece.text for piece in found.pieces if piece.element is None and piece.text]
    assert counted == ["Статья 1. "]
    assert all(
        (piece.element.text or "") == piece.text
        for piece in found.pieces
        if piece.element is not None and str(piece.element.tag).endswith("}t")
    )


WORDS = st.text("абвгд条章ab1 .-«»", min_size=1, max_size=20).filter(str.strip)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["h", "p", "i", "t"]), WORDS), min_size=1, max_size=12))
def test_every_word_comes_once_and_in_order(pieces: list[tuple[str, str]]) -> None:
    document = new()
    numbering(document, 70, ("bullet", "•"))
    for kind, words in pieces:
        if kind == "h":
            document.add_heading(words, 3)
        elif kind == "t":
            table = document.add_table(1, 2)
            table.cell(0, 0).text = table.cell(0, 1).text = words
        else:
            paragraph = document.add_paragraph(words)
            if kind == "i":
                numbered(paragraph, 70)
    expected = [word for kind, words in pieces for word in [words, *([words] if kind == "t" else [])]]
    assert texts(one(saved(document))) == [" ".join(words.split()) for words in expected]


# What is no usable document


def test_an_empty_document() -> None:
    with pytest.raises(EmptyInput):
        read(saved(new()))


def bomb(size: int) -> bytes:
    return packed({"word/document.xml": b"<w>" + b" " * size + b"</w>"})


def test_a_part_that_expands_beyond_any_document() -> None:
    with pytest.raises(Unsafe, match="expand"):
        read(bomb(60_000_000), name="a.docx")


def test_a_header_that_lies_about_the_size() -> None:
    data = bomb(60_000_000)
    true = (60_000_007).to_bytes(4, "little")
    assert data.count(true) == 2
    lying = data.replace(true, (1_000).to_bytes(4, "little"))
    with pytest.raises(InputError):
        read(lying, name="a.docx")


def test_parts_that_share_their_bytes() -> None:
    held = BytesIO(packed({f"word/document{k}.xml": bytes(1_000_000) for k in range(3)}))
    with ZipFile(held) as archive:
        places = [info.header_offset for info in archive.infolist()]
    data = held.getvalue()
    for place in places[1:]:
        # In the directory, all parts point to the first one.
        data = data.replace(place.to_bytes(4, "little"), places[0].to_bytes(4, "little"))
    with pytest.raises(InputError):
        read(data, name="a.docx")


def test_a_locked_part() -> None:
    data = bytearray(body_xml("<w:p/>"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(Protected):
        read(bytes(data))


def test_a_document_under_a_password() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(Protected, match=r"тайна\.docx: It is protected"):
        read(data, name="тайна.docx")


@pytest.mark.parametrize("cut", [30, 200, 5_000])
def test_a_broken_archive(cut: int) -> None:
    data = saved(new())
    with pytest.raises(InputError, match="damaged"):
        read(data[:-cut], name="a.docx")


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE w [<!ENTITY a "b">]>',
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE w SYSTEM "http://localhost/w.dtd">',
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
    ],
)
def test_entities_and_document_types_are_refused(declared: str) -> None:
    used = "&a;" if "ENTITY a" in declared else ""
    body = f"<w:body><w:p><w:r><w:t>x{used}</w:t></w:r></w:p></w:body>"
    xml = f"{declared}<w:document {NAMES}>{body}</w:document>"
    with pytest.raises(Unsafe):
        read(packed({"word/document.xml": xml.encode()}))


def test_xml_that_is_cut() -> None:
    with pytest.raises(InputError, match="Its XML is damaged"):
        read(packed({"word/document.xml": f"<w:document {NAMES}><w:body>".encode()}))


@pytest.mark.parametrize(
    ("parts", "kind"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}, "ODT"),
        ({"xl/workbook.xml": b"<a/>", "_rels/.rels": b"<a/>"}, "XLSX"),
        ({"notes.txt": b"text"}, "ZIP"),
    ],
)
def test_other_archives_are_named(parts: dict[str, bytes], kind: str) -> None:
    with pytest.raises(BinaryInput, match=re.escape(kind)) as caught:
        read(packed(parts), name="a.docx")
    assert caught.value.remedy
