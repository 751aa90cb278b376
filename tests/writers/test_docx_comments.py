from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile, ZipInfo

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError, TooLarge
from dragoman.readers import read
from dragoman.writers import docx_markup
from dragoman.writers.docx_comments import Comment, commented
from tests.readers.words import NAMES, body_xml, new, numbered, numbering, packed, run_xml, saved
from tests.writers.marks import Seen, parts, seen

CHANGED = ("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml")
WHEN = "2026-11-22T09:30:00Z"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def text_of(data: bytes) -> str:
    (reading,) = read(data)
    return reading.text


def at(data: bytes, words: str, said: str = "Почему?") -> Comment:
    """A comment at the first place of some words."""
    start = text_of(data).index(words)
    return Comment(start, start + len(words), (said,))


def copied(data: bytes, *comments: Comment) -> bytes:
    """A copy with comments; what holds of every copy is checked."""
    copy = commented(data, comments, when=WHEN)
    assert commented(data, comments, when=WHEN) == copy
    assert read(copy) == read(data)
    before, after = parts(data), parts(copy)
    assert list(after)[: len(before)] == list(before)
    assert {*after} - {*before} <= {*CHANGED}
    assert all(after[name] == data for name, data in before.items() if name not in CHANGED)
    return copy


def words_at(data: bytes, *wanted: str) -> list[str]:
    """What the comments at some words are about, in a copy."""
    copy = copied(data, *(at(data, words) for words in wanted))
    return [" ".join(each.words.split()) for each in seen(copy).values()]


def test_a_word_in_the_midst_of_a_run_keeps_its_properties() -> None:
    document = new()
    run = document.add_paragraph().add_run("Мосты открыты для всех.")
    run.bold = True
    data = saved(document)
    copy = copied(data, at(data, "открыты", "Или закрыты?"))
    assert seen(copy) == {"0": Seen("открыты", ["Или закрыты?"], "Dragoman")}
    runs = Document(BytesIO(copy)).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs] == [
        ("Мосты ", True), ("открыты", True), ("", None), (" для всех.", True),
    ]  # fmt: skip


def test_another_library_finds_the_comments() -> None:
    document = new()
    document.add_paragraph("桥梁向所有人开放。")
    data = saved(document)
    start = text_of(data).index("所有人")
    comment = Comment(start, start + 3, ("第一段\n第二行", "Second\tparagraph"), "Мария", "М")
    copy = commented(data, [comment], when=datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
    (found,) = Document(BytesIO(copy)).comments
    assert found.text == "第一段\n第二行\nSecond\tparagraph"
    assert (found.author, found.initials) == ("Мария", "М")
    assert found.timestamp == datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def test_earlier_comments_stay_and_new_ones_stand_beside_them() -> None:
    document = new()
    paragraph = document.add_paragraph("Мосты ")
    old = paragraph.add_run("открыты")
    paragraph.add_run(" для всех.")
    document.add_comment(old, "Старое.", author="Иван", initials="И")
    data = saved(document)
    once = copied(data, at(data, "открыты для", "Новое."))
    twice = copied(once, at(once, "Мосты открыты", "Ещё."))
    assert seen(twice) == {
        "0": Seen("открыты", ["Старое."], "Иван"),
        "1": Seen("открыты для", ["Новое."], "Dragoman"),
        "2": Seen("Мосты открыты", ["Ещё."], "Dragoman"),
    }


def test_tracked_changes_stay_and_what_is_inserted_is_commented_there() -> None:
    document = new()
    paragraph = document.add_paragraph("Мост ")
    run_xml(
        paragraph,
        '<w:del w:id="1"><w:r><w:delText>закрыт</w:delText></w:r></w:del>'
        '<w:moveFrom w:id="2"><w:r><w:t>сегодня</w:t></w:r></w:moveFrom>'
        '<w:ins w:id="3"><w:r><w:t xml:space="preserve">открыт для </w:t></w:r>'
        "<w:r><w:t>всех</w:t></w:r></w:ins>"
        '<w:moveTo w:id="4"><w:r><w:t xml:space="preserve"> сегодня</w:t></w:r></w:moveTo>',
    )
    data = saved(document)
    assert words_at(data, "открыт", "Мост открыт для", "открыт для всех", "всех сегодня", "ост") == [
        "открыт", "Мост открыт для", "открыт для всех", "всех сегодня", "ост",
    ]  # fmt: skip
    xml = parts(copied(data, at(data, "открыт")))["word/document.xml"].decode()
    assert re.search('<w:ins w:id="3"><w:r><w:t[^>]*>открыт</w:t></w:r><w:commentRangeEnd', xml)
    assert '<w:del w:id="1"><w:r><w:delText>закрыт</w:delText></w:r></w:del>' in xml
    # The mark is no part of the insertion, and goes not with it.
    assert re.search('</w:ins><w:r>(<w:rPr>.*?</w:rPr>)?<w:commentReference w:id="0"/></w:r><w:moveTo', xml)


def test_hyperlinks_content_controls_and_fields() -> None:
    data = body_xml(
        "<w:p><w:r><w:t xml:space='preserve'>Смотри </w:t></w:r>"
        "<w:hyperlink w:anchor='a'><w:r><w:t>статью два</w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>"
        "<w:r><w:t>поле тут</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a'/></w:sdtPr><w:sdtContent>"
        "<w:r><w:t>число дней</w:t></w:r></w:sdtContent></w:sdt>"
        "<w:fldSimple w:instr='REF a'><w:r><w:t>семь восемь</w:t></w:r></w:fldSimple>"
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF b</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>девять десять</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    wanted = ["статью", "два", "статью два", "поле", "тут", "семь", "девять", "десять", "Смотри статью"]
    assert words_at(data, *wanted) == wanted
    # Words that come from elsewhere are commented as a whole: Word puts them in anew.
    assert words_at(data, "число") == ["число дней"]
    xml = parts(copied(data, at(data, "девять")))["word/document.xml"].decode()
    end = xml.index('w:fldCharType="end"')
    assert xml.index("<w:commentRangeEnd") < end < xml.index("<w:commentReference")


def test_borders_stand_outside_of_a_hyperlink_that_is_commented_whole() -> None:
    data = body_xml(
        "<w:p><w:r><w:t>а</w:t></w:r><w:hyperlink><w:r><w:t>ссылка</w:t></w:r></w:hyperlink></w:p>"
    )
    xml = parts(copied(data, at(data, "ссылка")))["word/document.xml"].decode()
    assert '<w:commentRangeStart w:id="0"/><w:hyperlink>' in xml
    assert '</w:hyperlink><w:commentRangeEnd w:id="0"/>' in xml


def test_over_paragraphs_and_cells() -> None:
    document = new()
    document.add_paragraph("Первый абзац.")
    document.add_paragraph("Второй абзац.")
    table = document.add_table(2, 2)
    for cell, words in zip((c for row in table.rows for c in row.cells), ["а", "б", "в", "г"], strict=True):
        cell.text = words
    data = saved(document)
    text = text_of(data)
    assert words_at(data, "абзац.\n\nВторой", "абзац.\n\nа\n\nб\n\nв", "б\n\nв\n\nг") == [
        "абзац. Второй", "абзац. а б в", "б в г",
    ]  # fmt: skip
    whole = copied(data, Comment(0, len(text), ("Всё.",)))
    assert seen(whole)["0"].words.split() == text.split()


def test_nested_overlapping_and_equal_ranges_nest_well() -> None:
    document = new()
    document.add_paragraph("один два три четыре")
    data = saved(document)
    wanted = ["два три", "один два", "два", "два три", "три", "один два три четыре"]
    copy = copied(data, *(at(data, words) for words in wanted))
    assert [each.words for each in seen(copy).values()] == wanted
    xml = parts(copy)["word/document.xml"].decode()
    starts = re.findall(r'<w:commentRangeStart w:id="(\d)"/>', xml)
    # Where several begin, the longest comes first.
    assert starts == ["5", "1", "0", "3", "2", "4"]


def marked(data: bytes) -> str:
    """The text of a body with a bar for each mark of a comment, and a sign at the end of each paragraph."""
    (body,) = re.findall("<w:body>.*</w:body>", parts(data)["word/document.xml"].decode())
    return re.sub("<[^>]+>", "", re.sub("<w:commentReference[^>]*>", "|", body.replace("</w:p>", "¶")))


def test_points() -> None:
    document = new()
    document.add_paragraph("один два")
    document.add_paragraph("три")
    data = saved(document)
    text = text_of(data)
    places = (0, 2, 4, 5, text.index("три"), len(text))
    copy = copied(data, *(Comment(place, place, ("Здесь.",)) for place in places))
    assert {each.words for each in seen(copy).values()} == {""}
    assert marked(copy) == "|од|ин|| два¶|три|¶"


def test_marks_come_in_the_order_in_which_comments_end() -> None:
    data = body_xml(
        "<w:p><w:hyperlink><w:r><w:t>один два три</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>"
    )
    places = [(0, 8), (5, 8), (8, 8), (8, 8)]
    xml = parts(copied(data, *(Comment(start, end, ("?",)) for start, end in places)))["word/document.xml"]
    for name in (b"commentRangeEnd", b"commentReference"):
        assert re.findall(name + rb' w:id="(.)"', xml) == [b"1", b"0", b"2", b"3"]


def test_entries_of_the_archive_keep_their_moments_and_rights() -> None:
    held = BytesIO()
    with ZipFile(held, "w") as archive:
        entry = ZipInfo("word/document.xml", (2020, 2, 2, 2, 2, 2))
        entry.external_attr = 0o644 << 16
        archive.writestr(entry, parts(body_xml("<w:p><w:r><w:t>Мир</w:t></w:r></w:p>"))[entry.filename])
        archive.writestr(ZipInfo("word/media/a.png", (1999, 1, 1, 0, 0, 0)), b"a picture")
    copy = commented(held.getvalue(), [Comment(0, 3, ("?",))], when=WHEN)
    with ZipFile(BytesIO(copy)) as archive:
        found = {info.filename: (info.date_time, info.external_attr >> 16) for info in archive.infolist()}
    assert found["word/document.xml"] == ((2020, 2, 2, 2, 2, 2), 0o644)
    assert found["word/media/a.png"][0] == (1999, 1, 1, 0, 0, 0)
    assert found["word/comments.xml"][0] == (2026, 11, 22, 9, 30, 0)


def test_counted_numbers_leave_their_place_to_the_words_after_them() -> None:
    document = new()
    numbering(document, 70, ("decimal", "Статья %1."))
    paragraph = document.add_paragraph("Мир ")
    paragraph.add_run("и труд")
    numbered(paragraph, 70)
    data = saved(document)
    assert text_of(data) == "Статья 1. Мир и труд"
    assert words_at(data, "Статья 1.", "1. Мир и", "ья 1. Ми", "труд") == ["Мир", "Мир и", "Ми", "труд"]
    assert marked(copied(data, Comment(3, 3, ("?",)))) == "|Мир и труд¶"


def with_note(kind: str = "footnote") -> bytes:
    """A document of three paragraphs, the second with a note."""
    return packed(
        {
            "word/document.xml": (
                f"<w:document {NAMES}><w:body><w:p><w:r><w:t>Мир</w:t></w:r></w:p><w:p>"
                f'<w:r><w:t>Труд</w:t><w:{kind}Reference w:id="2"/><w:t>.</w:t></w:r></w:p>'
                "<w:p><w:r><w:t>Май.</w:t></w:r></w:p></w:body></w:document>"
            ).encode(),
            f"word/{kind}s.xml": (
                f'<w:{kind}s {NAMES}><w:{kind} w:id="2"><w:p><w:r><w:t>Сноска о труде.</w:t></w:r></w:p>'
                f"<w:p><w:r><w:t>И ещё.</w:t></w:r></w:p></w:{kind}></w:{kind}s>"
            ).encode(),
            "word/_rels/document.xml.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId1" Type="{RELATIONS}/{kind}s" Target="{kind}s.xml"/></Relationships>'
            ).encode(),
        }
    )


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_words_of_a_note_are_told_at_the_reference_to_it(kind: str) -> None:
    data = with_note(kind)
    assert text_of(data).endswith("Май.\n\nСноска о труде.\n\nИ ещё.")
    copy = copied(data, at(data, "о труде", "Почему?"))
    assert seen(copy) == {"0": Seen("", ["Почему?", "Meant in the note: о труде"], "Dragoman")}
    xml = parts(copy)["word/document.xml"].decode()
    assert (
        f'<w:r><w:t>Труд</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:{kind}Reference w:id="2"/></w:r>'
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>.</w:t></w:r>'
    ) in xml


def test_words_of_body_and_note_together_and_points_in_a_note() -> None:
    data = with_note()
    text = text_of(data)
    copy = commented(
        data,
        [at(data, "Май.\n\nСноска"), Comment(len(text), len(text), ("Точка.",))],
        when=WHEN,
        translate={"Meant in the note: {words}": "В сноске: {words}"}.__getitem__,
    )
    assert [(each.words, each.paragraphs[-1]) for each in seen(copy).values()] == [
        ("Май.", "В сноске: Сноска"), ("", "В сноске: И ещё."),
    ]  # fmt: skip


def test_words_of_a_text_box_are_told_at_the_box() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>в рамке</w:t></w:r></w:p></w:txbxContent>"
    data = body_xml(
        f"<w:p><w:r><w:t>до</w:t><mc:AlternateContent {MC}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:t>после</w:t></w:r></w:p>"
    )
    copy = copied(data, at(data, "рамке"), at(data, "осле\n\nв"))
    assert seen(copy) == {
        "0": Seen("", ["Почему?", "Meant in the text box: рамке"], "Dragoman"),
        "1": Seen("осле", ["Почему?", "Meant in the text box: в"], "Dragoman"),
    }
    xml = parts(copy)["word/document.xml"].decode()
    assert xml.count("<w:txbxContent><w:p><w:r><w:t>в рамке</w:t></w:r></w:p></w:txbxContent>") == 2


def test_formulas_and_readings_above_words_stay_whole() -> None:
    data = body_xml(
        f"<w:p><w:r><w:t>сила</w:t></w:r><m:oMath {MATH}><m:r><m:t>x+y</m:t></m:r></m:oMath>"
        "<w:r><w:ruby><w:rt><w:r><w:t>hàn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>汉字</w:t></w:r></w:rubyBase>"
        "</w:ruby></w:r><w:r><w:t>конец</w:t></w:r></w:p>"
    )
    copy = copied(data, at(data, "+"), at(data, "汉"), at(data, "ла"))
    xml = parts(copy)["word/document.xml"].decode()
    assert '<w:commentRangeStart w:id="0"/><m:oMath' in xml
    assert '</m:oMath><w:commentRangeEnd w:id="0"/>' in xml
    assert '<w:commentRangeStart w:id="1"/><w:r><w:ruby>' in xml
    assert seen(copy)["2"].words == "ла"


def test_signs_that_are_no_letters() -> None:
    data = body_xml(
        "<w:p><w:r><w:t>из</w:t><w:noBreakHyphen/><w:t>за</w:t><w:tab/><w:t>моста</w:t></w:r></w:p>"
    )
    assert words_at(data, "-", "из-", "за", "-за", "за моста") == ["-", "из-", "за", "-за", "за моста"]


def test_right_to_left_runs_keep_their_direction() -> None:
    data = body_xml(
        "<w:p><w:pPr><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t>السلام والعمل</w:t></w:r></w:p>"
    )
    copy = copied(data, at(data, "والعمل"))
    assert seen(copy)["0"].words == "والعمل"
    assert parts(copy)["word/document.xml"].decode().count("<w:rPr><w:rtl/></w:rPr>") == 2


def test_the_strict_form_stays_strict() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = packed(
        {
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
            "word/document.xml": (
                f'<w:document xmlns:w="{strict}"><w:body><w:p><w:r><w:t>Мир и труд</w:t></w:r></w:p></w:body>'
                "</w:document>"
            ).encode(),
        }
    )
    copy = parts(copied(data, at(data, "труд")))
    assert seen(packed(copy))["0"].words == "труд"
    for name in ("word/document.xml", "word/comments.xml"):
        assert strict.encode() in copy[name]
        assert b"openxmlformats.org/wordprocessingml" not in copy[name]
    assert (
        b'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"'
        in (copy["word/_rels/document.xml.rels"])
    )
    assert b'PartName="/word/comments.xml"' in copy["[Content_Types].xml"]


def test_a_document_of_another_name_and_styles_of_another_language() -> None:
    document = new()
    document.add_paragraph("Мир")
    style = document.styles.add_style("a5", 2)
    style.element.find(qn("w:name")).set(qn("w:val"), "annotation reference")
    data = saved(document)
    xml = parts(copied(data, at(data, "Мир")))
    assert b'<w:rStyle w:val="a5"/></w:rPr><w:commentReference' in xml["word/document.xml"]
    held = parts(data)
    moved = packed(
        {
            "_rels/.rels": held["_rels/.rels"].replace(b"word/document.xml", b"text/body.xml"),
            "text/body.xml": held["word/document.xml"],
            "text/comments.xml": b"of something else",
        }
    )
    copy = parts(commented(moved, [at(moved, "Мир")], when=WHEN))
    assert copy["text/comments.xml"] == b"of something else"
    assert "Почему?".encode() in copy["text/comments2.xml"]
    assert b'Target="comments2.xml"' in copy["text/_rels/body.xml.rels"]


def test_what_xml_cannot_hold_is_seen() -> None:
    data = body_xml("<w:p><w:r><w:t>Мир</w:t></w:r></w:p>")
    copy = commented(data, [Comment(0, 3, ("a\x00b\ud800",), author="\x07")], when=WHEN)
    assert seen(copy)["0"] == Seen("Мир", ["a\ufffdb\ufffd"], "\ufffd")


def test_no_comments_no_change() -> None:
    data = body_xml("<w:p><w:r><w:t>Мир</w:t></w:r></w:p>")
    assert commented(data, [], when=WHEN) == data


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 4), (3, 2), (4, 4)])
def test_places_outside_of_the_text(start: int, end: int) -> None:
    data = body_xml("<w:p><w:r><w:t>Мир</w:t></w:r></w:p>")
    with pytest.raises(InputError, match="in a text of 3") as caught:
        commented(data, [Comment(start, end, ("?",))], when=WHEN, where="мир.docx")
    assert str(caught.value).startswith("мир.docx: ")


@pytest.mark.parametrize("when", ["вчера", "1979-12-31T00:00:00Z", datetime(2108, 1, 1, tzinfo=UTC)])
def test_no_moment(when: datetime | str) -> None:
    data = body_xml("<w:p><w:r><w:t>Мир</w:t></w:r></w:p>")
    with pytest.raises(InputError, match="no date and time"):
        commented(data, [Comment(0, 3, ("?",))], when=when)


def test_more_comments_than_word_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx_markup, "MOST_COMMENTS", 2)
    data = body_xml("<w:p><w:r><w:t>Мир</w:t></w:r></w:p>")
    one = commented(data, [Comment(0, 3, ("?",))], when=WHEN)
    with pytest.raises(TooLarge, match="3 comments; Word opens files with up to 2"):
        commented(one, [Comment(0, 3, ("?",))] * 2, when=WHEN)


PIECES = st.text("абв条 -", min_size=0, max_size=6)
WRAPPED = (
    "{}",
    "{}",
    '<w:ins w:id="7">{}</w:ins>',
    "<w:hyperlink>{}</w:hyperlink>",
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "<w:smartTag><w:smartTagPr/>{}</w:smartTag>",
    '<w:fldSimple w:instr="x">{}</w:fldSimple>',
)
DELETED = '<w:del w:id="8"><w:r><w:delText>нет</w:delText></w:r></w:del>'


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Paragraphs, some in tables, of runs of several pieces in what may hold runs."""

    def run() -> str:
        held = "".join(
            draw(st.sampled_from(["", "", "<w:tab/>", "<w:br/>", "<w:noBreakHyphen/>"]))
            + f'<w:t xml:space="preserve">{draw(PIECES)}</w:t>'
            for _ in range(draw(st.integers(0, 3)))
        )
        return f"<w:r>{draw(st.sampled_from(['', '<w:rPr><w:b/></w:rPr>']))}{held}</w:r>"

    def paragraph() -> str:
        wrapped = "".join(
            draw(st.sampled_from(WRAPPED)).format("".join(run() for _ in range(draw(st.integers(1, 2)))))
            + draw(st.sampled_from(["", "", DELETED]))
            for _ in range(draw(st.integers(1, 3)))
        )
        return f"<w:p><w:pPr><w:jc w:val='both'/></w:pPr>{wrapped}</w:p>"

    def block() -> str:
        if draw(st.booleans()):
            return paragraph()
        cells = "".join(f"<w:tc>{paragraph()}</w:tc>" for _ in range(2))
        return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"

    return "".join(block() for _ in range(draw(st.integers(1, 3)))) + "<w:p><w:r><w:t>конец</w:t></w:r></w:p>"


@settings(deadline=None, max_examples=80)
@given(bodies(), st.data())
def test_words_are_those_asked_for_in_whatever_runs_they_stand(body: str, draws: st.DataObject) -> None:
    data = body_xml(body)
    text = text_of(data)
    place = st.integers(0, len(text))
    ranges = draws.draw(st.lists(st.tuples(place, place).map(lambda ends: tuple(sorted(ends))), max_size=6))
    more = draws.draw(st.lists(st.tuples(place, place).map(lambda ends: tuple(sorted(ends))), max_size=3))
    copy = data
    for some in (ranges, more):
        copy = copied(copy, *(Comment(start, end, (f"{start}",)) for start, end in some))
    wanted = [("".join(text[start:end].split()), [f"{start}"]) for start, end in [*ranges, *more]]
    found = seen(copy) if wanted else {}
    assert [("".join(each.words.split()), each.paragraphs) for each in found.values()] == wanted
