from __future__ import annotations

import re
import time
from contextlib import suppress
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from dragoman.errors import EmptyInput, InputError, Protected, ScannedDocument, TooLarge, Unsafe
from dragoman.readers import pdf as pdf_reader
from dragoman.readers import read
from dragoman.readers.pdf import NOTES_AT_THE_END
from dragoman.readers.pdf_hyphens import Hyphens
from dragoman.readers.pdf_lines import legible
from tests.bitext.material import LANGUAGES, documents
from tests.readers.pages import LEFT, Words, bomb, pdf, typeset
from tests.readers.words import one, texts

# A list in running text would be told apart, which is not what these tests are about.
_OPENS = re.compile(r"\w{1,2}[)）.、]|第|Стат|Art|[(（—]")
HEADS = {"ru": "Сборник договоров", "zh": "条约汇编", "en": "Collected treaties"}
FEET = {"ru": "Стр. {page}", "zh": "第{page}页", "en": "– {page} –"}


def paragraphs(code: str) -> list[str]:
    """Sentences of invented documents, two or three a paragraph."""
    units = [unit for document in documents().values() for unit in document[code]]
    units = [unit for unit in units if not _OPENS.match(unit)]
    space = "" if code == "zh" else " "
    return [space.join(units[start : start + 3]) for start in range(0, len(units), 3)]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("compressed", [False, True], ids=["", "compressed"])
def test_pages_become_the_paragraphs_that_were_set(code: str, compressed: bool) -> None:
    expected = paragraphs(code)
    reading = one(pdf(typeset(expected, head=HEADS[code], foot=FEET[code]), compressed=compressed))
    assert texts(reading) == expected
    assert (reading.form, reading.method, reading.notes) == ("pdf", "pdf.v1", ())


@pytest.mark.parametrize("code", ["ru", "en"])
def test_divided_words_are_whole_again(code: str) -> None:
    expected = paragraphs(code)
    pages = typeset(expected, foot=FEET[code], hyphens=True)
    assert sum(words.text.endswith("-") for page in pages for words in page) > 10
    wrong = [(a, b) for a, b in zip(texts(one(pdf(pages))), expected, strict=True) if a != b]
    assert len(wrong) <= len(expected) // 50, wrong[:3]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("развитие социально-", "экономический рост", "развитие социально-экономический рост"),
        ("в нача-", "ле года", "в начале года"),
        ("какой-", "либо", "какой-либо"),
        ("в 70-", "летие", None),
        ("Санкт-", "Петербург", "Санкт-Петербург"),
        ("the long-", "standing dispute", "the long-standing dispute"),
        ("the agree-", "ment", "the agreement"),
        ("round-the-", "clock", "round-the-clock"),
        ("agree\u00ad", "ment", "agreement"),
        ("Мир —", "это", None),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, expected: str | None) -> None:
    lines = [before, after, "a long-standing issue", "слово-", "слова", "xxx-", "yyy"]
    assert Hyphens(lines).joined(before, after) == expected


def test_where_no_word_is_divided_hyphens_are_words_own() -> None:
    lines = ["a line of words"] * 200
    assert Hyphens(lines).joined("a decision-", "maker") == "a decision-maker"
    assert Hyphens([*lines, "the decisionmaker said"]).joined("a decision-", "maker") == "a decisionmaker"


BODY = "Стороны обмениваются данными об уровне воды и не берут платы."


def test_headings_by_size_and_weight() -> None:
    page = [
        Words("Соглашение о реке,", 110, 60, 16),
        Words("текущей на север", 120, 80, 16),
        Words("Глава первая", 50, 120, 13),
        Words(BODY, 50, 150),
        Words(BODY, 50, 163),
        Words("Предмет соглашения", 50, 190, bold=True),
        Words(BODY, 50, 215),
        Words(BODY, 50, 228),
    ]
    reading = one(pdf([page]))
    assert [(part.kind, part.level) for part in reading.parts] == [
        ("heading", 1), ("heading", 2), ("paragraph", 0), ("heading", 3), ("paragraph", 0),
    ]  # fmt: skip
    assert texts(reading, "heading") == [
        "Соглашение о реке, текущей на север", "Глава первая", "Предмет соглашения",
    ]  # fmt: skip


def test_lists_begin_paragraphs_and_hang_together() -> None:
    page = [
        Words(BODY, 50, 60),
        Words("1) первый пункт, который длится целую строку и дальше идёт;", 50, 73),
        Words("продолжение первого пункта;", 65, 86),
        Words("2) второй пункт;", 50, 99),
        Words("• третий пункт.", 50, 112),
    ]
    reading = one(pdf([page]))
    assert texts(reading)[1:] == [
        "1) первый пункт, который длится целую строку и дальше идёт; продолжение первого пункта;",
        "2) второй пункт;",
        "третий пункт.",
    ]
    assert reading.parts[-1].kind == "item"


def test_tables_are_read_row_by_row() -> None:
    rows = [("水文站", "河流", "流量"), ("上游站", "蒂莱纳河", "12.5"), ("下游站", "蒂莱纳河", "48.1")]
    page = [Words("各站流量如下，数据每日公布，供双方使用，不收取任何费用。", 50, 60)]
    page += [
        Words(cell, 50.0 + 110 * column, 100.0 + 20 * row)
        for row, cells in enumerate(rows)
        for column, cell in enumerate(cells)
    ]
    # A cell of two lines.
    page.append(Words("位于河口", 50, 152))
    reading = one(pdf([page]))
    assert texts(reading, "cell") == [
        "水文站", "河流", "流量", "上游站", "蒂莱纳河", "12.5", "下游站位于河口", "蒂莱纳河", "48.1",
    ]  # fmt: skip
    cells = [part for part in reading.parts if part.kind == "cell"]
    assert [(part.row, part.column) for part in cells] == [(r, c) for r in (1, 2, 3) for c in (1, 2, 3)]


def test_notes_at_the_foot_stand_at_the_end() -> None:
    pages = typeset(paragraphs("ru")[:24], rows=30)
    expected = texts(one(pdf(pages)))
    assert len(pages) > 1
    pages[0] += [Words("1 Сноска мелким шрифтом", LEFT, 500, 7), Words("в две строки.", LEFT, 509, 7)]
    reading = one(pdf(pages))
    assert texts(reading) == [*expected, "1 Сноска мелким шрифтом в две строки."]
    assert reading.notes == (NOTES_AT_THE_END,)


def test_raised_figures_that_refer_to_notes_go() -> None:
    page = [Words("Стороны", 50, 60), Words("1", 85.5, 56, 6), Words("согласны.", 92, 60)]
    assert texts(one(pdf([page]))) == ["Стороны согласны."]


def test_what_differs_at_the_edges_is_text() -> None:
    pages = [
        [Words(f"Начало {word} страницы.", LEFT, 40), Words(BODY, LEFT, 70), Words("Конец.", LEFT, 560)]
        for word in ("первой", "второй", "третьей", "четвёртой")
    ]
    text = one(pdf(pages)).text
    assert all(word in text for word in ("первой", "второй", "третьей", "четвёртой"))
    assert "Конец" not in text


def test_radicals_and_ligatures_are_the_characters_they_stand_for() -> None:
    assert legible("⾏政⻓官见⽂件") == "行政长官见文件"
    assert legible("eﬃcient ﬁshing") == "efficient fishing"


# What is no usable document


def test_a_scanned_document() -> None:
    with pytest.raises(ScannedDocument, match=r"скан\.pdf: .*scanned.* ocrmypdf -l rus\+chi_sim"):
        read(pdf([[], []], pictures=[0, 1]), name="скан.pdf")


def test_a_document_of_which_some_pages_are_scanned() -> None:
    page = [Words(BODY)]
    (note,) = one(pdf([page, [], page, []], pictures=[1])).notes
    assert note.startswith("Pages without text, perhaps scanned: 2.")


def test_pages_without_anything() -> None:
    with pytest.raises(EmptyInput):
        read(pdf([[]]))


def protected(user: str, owner: str) -> bytes:
    writer = PdfWriter(PdfReader(BytesIO(pdf([[Words(BODY)]]))))
    writer.encrypt(user, owner, algorithm="RC4-128")
    held = BytesIO()
    writer.write(held)
    return held.getvalue()


def test_a_password_that_is_needed_to_open() -> None:
    with pytest.raises(Protected, match="password"):
        read(protected("ключ", "owner"), name="a.pdf")


def test_a_password_that_only_forbids_to_change() -> None:
    assert one(protected("", "owner")).text == BODY


def test_a_stream_that_expands_beyond_any_document() -> None:
    data = bomb(120)
    assert len(data) < 300_000
    with pytest.raises(Unsafe):
        read(data)


def test_forms_that_draw_each_other() -> None:
    form = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A {} 0 R>>>>/Length 24>>stream\n"
    drawn = b"/A Do /A Do /A Do /A Do \nendstream"
    data = pdf([[Words(BODY)]])
    made, places = data[: data.index(b"xref\n")], {}
    made = made.replace(b"/XObject<</Im 7 0 R>>", b"/XObject<</A 20 0 R>>  ", 1)
    made = made.replace(b"BT /F", b"/A Do BT /F").replace(b"<</Length ", b"<</Length 9999 %")
    for number in range(20, 40):
        places[number] = len(made)
        made += f"{number} 0 obj\n".encode() + form.format(number + 1).encode() + drawn + b"\nendobj\n"
    started = time.monotonic()
    with suppress(InputError):
        read(made + b"trailer<</Root 1 0 R>>\n%%EOF")
    assert time.monotonic() - started < 10


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    assert pdf_reader.MOST_PAGES == 2_000
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 3)
    with pytest.raises(TooLarge, match="4 pages"):
        read(pdf([[Words(BODY)]] * 4))


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", pdf([[Words(BODY)]])[:200]])
def test_a_broken_file(data: bytes) -> None:
    with pytest.raises(InputError, match=r"a\.pdf: ") as caught:
        read(data, name="a.pdf")
    assert caught.value.remedy


def test_fonts_that_do_not_tell_their_characters() -> None:
    data = re.sub(rb"><[0-9a-f]{4}>", b"><e123>", pdf([[Words(BODY)]]))
    with pytest.raises(ScannedDocument, match="fonts"):
        read(data)


def test_fifty_pages_in_five_seconds() -> None:
    pages = typeset(paragraphs("ru") * 12, head=HEADS["ru"], foot=FEET["ru"])[:50]
    assert len(pages) == 50
    data = pdf(pages, compressed=True)
    started = time.process_time()
    read(data)
    assert time.process_time() - started < 5
