"""Drafts against lists of terms, with and without their source."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

import dragoman
from dragoman.bitext.model import Alignment, Bead
from dragoman.bitext.taking import take
from dragoman.errors import EmptyInput, InputError, Unrelated, WrongLanguage
from dragoman.glossary.check import SOURCE_NOT_CHECKED, checked
from dragoman.glossary.model import CHECK_KINDS, Checked, Remark
from dragoman.readers import read
from dragoman.terms.lists import read_termbase
from dragoman.terms.termbase import Designation, Entry, Standing, Termbase

LIST = """entry,ru,zh,zh deprecated,zh superseded,note
council,Совет Озера,湖泊理事会|湖理会,湖泊委员会,大湖会议,
register,водный кадастр,水资源登记册|水域清册,水账,,
flood,паводок,洪水,,,
treaty,соглашение,协定,合同,,
protocol,протокол,议定书,,,
"""
TERMS = read_termbase(LIST.encode(), "terms.csv")


def against(
    source: list[str], draft: list[str], termbase: Termbase = TERMS, languages: tuple[str, str] = ("ru", "zh")
) -> Checked:
    """A draft whose sentences answer those of the source one by one."""
    left, right = (take(lines, code, "x") for lines, code in zip((source, draft), languages, strict=True))
    beads = tuple(Bead((k,), (k,), 1.0) for k in range(len(source)))
    alignment = Alignment(left.sentences, right.sentences, beads, *languages, "test")
    return checked(right, termbase, left, alignment)


def alone(draft: str, termbase: Termbase = TERMS, language: str = "zh") -> Checked:
    """A draft without a source."""
    return dragoman.check(draft, language=language, termbase=termbase)


def told(found: Checked, line: float = 0.5) -> list[tuple[str, int, str]]:
    """Kind, sentence and words of the remarks above a line."""
    return [(one.kind, one.sentence, one.words) for one in found.at(line)]


def test_a_word_that_is_not_to_be_used_is_remarked() -> None:
    [remark] = alone("双方签署了合同。").remarks
    assert (remark.kind, remark.words, remark.wanted) == ("forbidden", "合同", ("协定",))
    assert (remark.start, remark.end, remark.first, remark.last) == (5, 7, 5, 7)
    assert remark.reason.said() == "合同 is not to be used, says terms.csv."
    assert remark.probability == 0.9
    assert remark.entry.id == "treaty"


def test_a_superseded_word_comes_with_what_stands_in_its_place() -> None:
    [remark] = alone("大湖会议于五月开幕。").remarks
    assert (remark.kind, remark.wanted) == ("superseded", ("湖泊理事会", "湖理会"))


def test_words_are_recognised_in_all_their_forms() -> None:
    termbase = read_termbase("ru,ru deprecated\nводный кадастр,учётная книга\n".encode())
    found = alone("Сведения учетных книг хранят в учётной книге, а не в книгах.", termbase, "ru")
    assert [one.words for one in found.remarks] == ["учетных книг", "учётной книге"]


def test_places_are_those_of_the_text_as_it_was_given() -> None:
    text = "第一条\n\n  双方签署了  合同。"
    [remark] = alone(text).remarks
    assert text[remark.first : remark.last] == "合同"


def test_the_source_tells_whether_a_word_means_the_thing() -> None:
    meant = against(["Стороны подписали соглашение."], ["双方签署了合同。"]).remarks
    other = against(["Стороны купили трактор."], ["双方签署了合同。"]).remarks
    assert [one.probability for one in (*meant, *other)] == [0.97, 0.6]
    [remark] = meant
    assert remark.reason.said() == "合同 is not to be used for соглашение, says terms.csv."
    assert remark.source_sentences == (0,)
    assert [(one.sentence, one.start, one.end) for one in remark.source_spans] == [(0, 18, 28)]


def test_a_word_that_is_in_use_for_something_else_is_doubtful() -> None:
    other = Entry("contract", (Designation("zh", "合同"), Designation("ru", "договор поставки")))
    termbase = Termbase((*TERMS.entries, other))
    assert [one.probability for one in alone("双方签署了合同。", termbase).remarks] == [0.4]
    assert told(against(["Подписано соглашение."], ["双方签署了合同。"], termbase)) == [
        ("forbidden", 0, "合同")
    ]
    known = replace(other, standing="known")
    assert told(alone("双方签署了合同。", Termbase((*TERMS.entries, known)))) == [("forbidden", 0, "合同")]


def test_a_term_without_its_equivalent_is_remarked() -> None:
    found = against(
        ["Паводки стали чаще.", "Совет Озера молчит."], ["大水越来越频繁。", "湖泊理事会保持沉默。"]
    )
    [remark] = found.at(0.5)
    assert (remark.kind, remark.sentence, remark.words, remark.wanted) == ("not followed", 0, "", ("洪水",))
    assert (remark.start, remark.end) == (0, 8)
    assert "The source has Паводки; terms.csv has 洪水 for it" in remark.reason.said()


def test_what_stands_instead_is_told_where_it_is_like_the_equivalent() -> None:
    other = Entry("accord", (Designation("zh", "协议"), Designation("ru", "договорённость")))
    found = against(["Подписано соглашение."], ["双方签署了协议。"], Termbase((*TERMS.entries, other)))
    [remark] = found.at(0.5)
    assert (remark.kind, remark.words, remark.start, remark.end) == ("not followed", "协议", 5, 7)
    assert "here stands 协议" in remark.reason.said()


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Совет Озера решил.", "湖理会作出决定。"),
        ("Водный кадастр готов.", "水资源 登记册已完成。"),
        ("Советы и озёра.", "各种建议与湖水。"),
        ("Паводок прошёл.", "特大洪水期已过。"),
    ],
)
def test_an_equivalent_in_any_guise_is_enough(source: str, draft: str) -> None:
    assert told(against([source], [draft])) == []


def test_a_term_may_be_a_pronoun_the_second_time() -> None:
    once = against(["Паводок за паводком приходит."], ["洪水来了又来。"])
    assert told(once) == []
    [remark] = once.remarks
    assert remark.kind == "not followed"
    assert remark.reason.said() == "The source has Паводок 2 times, the draft its equivalent 1 times."


def test_a_part_of_the_equivalent_may_be_a_short_form() -> None:
    found = against(["Водный кадастр готов."], ["登记册已完成。"])
    assert told(found) == []
    assert "only a part stands here" in found.remarks[0].reason.said()


def test_an_adjective_may_stand_for_a_noun() -> None:
    termbase = read_termbase("zh,ru\n和平,мир\n国家,государство\n".encode())
    found = against(["和平解决", "国家机构"], ["Мирное урегулирование", "Книга"], termbase, ("zh", "ru"))
    assert told(found) == [("not followed", 1, "")]


def test_an_equivalent_in_the_next_passage_answers_too() -> None:
    assert told(against(["Паводок был.", "Он прошёл."], ["春天来了。", "洪水过去了。"])) == []


def test_what_documents_usually_have_binds_less() -> None:
    bounds: dict[Standing, tuple[float, float]] = {
        "agreed": (0.6, 1),
        "given": (0.55, 0.6),
        "known": (0, 0.5),
    }
    for standing, (least, most) in bounds.items():
        termbase = Termbase(tuple(replace(one, standing=standing) for one in TERMS.entries))
        [remark] = against(["Паводки стали чаще."], ["大水越来越频繁。"], termbase).remarks
        assert least < remark.probability < most, standing


def test_a_doubtful_alignment_makes_remarks_doubtful() -> None:
    left, right = take(["Паводки стали чаще."], "ru", "x"), take(["大水越来越频繁。"], "zh", "x")
    bead = Bead((0,), (0,), 0.4)
    alignment = Alignment(left.sentences, right.sentences, (bead,), "ru", "zh", "test")
    [remark] = checked(right, TERMS, left, alignment).remarks
    assert remark.probability < 0.3


def test_a_sentence_that_is_left_out_is_no_matter_of_terms() -> None:
    left, right = take(["Паводки.", "Паводки стали чаще."], "ru", "x"), take(["洪水。"], "zh", "x")
    beads = (Bead((0,), (0,), 1.0), Bead((1,), (), 1.0))
    assert (
        checked(
            right, TERMS, left, Alignment(left.sentences, right.sentences, beads, "ru", "zh", "x")
        ).remarks
        == ()
    )


def test_the_rarer_of_two_words_is_inconsistent() -> None:
    found = alone("水资源登记册已公布。水资源登记册会更新。水域清册在此。")
    [remark] = found.remarks
    assert (remark.kind, remark.sentence, remark.words) == ("inconsistent", 2, "水域清册")
    assert remark.wanted == ("水资源登记册",)
    assert (
        remark.reason.said() == "水域清册 stands here; elsewhere the draft has 水资源登记册 for it, 2 times."
    )


def test_of_two_words_used_alike_the_preferred_one_is_wanted() -> None:
    assert told(alone("水域清册在此。水资源登记册已公布。")) == [("inconsistent", 0, "水域清册")]


def test_a_short_form_is_consistent() -> None:
    assert told(alone("湖泊理事会（简称湖理会）开会。湖理会通过决定。"), 0.0) == []
    termbase = read_termbase("ru\nСовет по водам Озера|СВО|Совет по водам\n".encode())
    assert (
        told(alone("Совет по водам Озера (СВО) решил. СВО молчит. Совет по водам ждёт.", termbase, "ru"), 0)
        == []
    )


def test_the_source_tells_whether_two_words_are_one_term() -> None:
    draft = ["水资源登记册已公布。", "水资源登记册会更新。", "水域清册在此。"]
    same = against(["Водный кадастр издан.", "Водный кадастр обновят.", "Водный кадастр здесь."], draft)
    assert [(one.kind, one.probability) for one in same.remarks] == [("inconsistent", 0.85)]
    assert "The source has Водный кадастр in both places" in same.remarks[0].reason.said()
    two = read_termbase("ru,zh\nводный кадастр|опись вод,水资源登记册|水域清册\n".encode())
    apart = against(["Водный кадастр издан.", "Водный кадастр обновят.", "Опись вод здесь."], draft, two)
    assert [one.probability for one in apart.remarks] == [0.2]


def test_uses_are_counted_with_their_places() -> None:
    found = alone("湖泊理事会讨论洪水。湖泊理事会记录洪水。协定。")
    assert [(use.designation.text, use.count) for use in found.used] == [
        ("湖泊理事会", 2),
        ("洪水", 2),
        ("协定", 1),
    ]
    assert [(place.sentence, place.start) for place in found.used[1].places] == [(0, 7), (1, 7)]
    assert {one.text for one in found.used[1].entry.of("ru")} == {"паводок"}


def test_source_and_draft_are_aligned() -> None:
    source = "Совет Озера собрался в мае. Он утвердил водный кадастр. Стороны подписали соглашение."
    draft = "湖泊委员会于五月召开会议。会议批准了水资源登记册。双方签署了合同。"
    found = dragoman.check(draft, language="zh", termbase=TERMS, source=source)
    assert found.source_language == "ru"
    assert found.alignment is not None
    assert told(found) == [("forbidden", 0, "湖泊委员会"), ("forbidden", 2, "合同")]
    assert [one.source_sentences for one in found.remarks] == [(0,), (2,)]


def test_a_list_without_the_language_of_the_source_is_noted() -> None:
    termbase = read_termbase("zh,zh deprecated\n协定,合同\n".encode())
    source = "Совет Озера собрался в мае. Стороны подписали соглашение."
    draft = "湖泊委员会于五月召开会议。双方签署了合同。"
    found = dragoman.check(draft, language="zh", termbase=termbase, source=source, source_language="ru")
    assert found.notes == (SOURCE_NOT_CHECKED,)
    assert told(found) == [("forbidden", 1, "合同")]


def word_file(*paragraphs: str) -> bytes:
    """A DOCX with these paragraphs and a table."""
    document, written = docx.Document(), BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "表格中的合同", "协定"
    document.save(written)
    return written.getvalue()


def test_a_word_document_is_read_with_its_tables() -> None:
    [reading] = read(word_file("双方签署了合同。"), name="draft.docx")
    found = dragoman.check(reading, language="zh", termbase=TERMS)
    assert [reading.text[one.first : one.last] for one in found.remarks] == ["合同", "合同"]
    assert found.sentences[1].kind == "cell"


def test_what_the_reader_notes_is_passed_on() -> None:
    [reading] = read(word_file("双方签署了合同。"), name="draft.docx")
    noted = replace(reading, notes=("Footnotes and endnotes stand at the end of the text.",))
    assert dragoman.check(noted, language="zh", termbase=TERMS).notes == noted.notes


def test_files_and_lines_are_checked(tmp_path: Path) -> None:
    file = tmp_path / "draft.zh.txt"
    file.write_text("双方签署了合同\n协定", encoding="utf-8")
    assert told(dragoman.check(file, language="zh", termbase=TERMS)) == [("forbidden", 0, "合同")]
    lines = dragoman.check(file, language="zh", termbase=TERMS, sentences=True)
    assert [one.text for one in lines.sentences] == ["双方签署了合同", "协定"]


@pytest.mark.parametrize("draft", ["", "   ", "\n\n"])
def test_an_empty_draft_is_refused(draft: str) -> None:
    with pytest.raises(EmptyInput):
        alone(draft)


def test_an_empty_list_is_refused() -> None:
    with pytest.raises(EmptyInput, match="The list has no terms"):
        alone("双方签署了合同。", Termbase(()))


def test_a_list_without_the_language_of_the_draft_is_refused() -> None:
    with pytest.raises(InputError, match="The list has no terms in en; it has ru, zh"):
        alone("The parties signed it.", language="en")


@pytest.mark.parametrize(
    "draft", ["Стороны подписали новое соглашение о дружбе.", "Стороны подписали. " * 30]
)
def test_a_draft_in_another_language_is_refused(draft: str) -> None:
    with pytest.raises(WrongLanguage, match="declared zh but"):
        alone(draft)


def test_a_draft_is_no_source_of_itself() -> None:
    with pytest.raises(InputError, match="Draft and source are both in the language zh"):
        dragoman.check(
            "双方签署了合同。", language="zh", termbase=TERMS, source="协定。", source_language="zh"
        )


def test_a_source_that_is_another_text_is_refused() -> None:
    source = "Сегодня я купил хлеб. Кошка спит."
    draft = (
        "湖泊委员会于五月召开会议。会议批准了水资源登记册。大水越来越频繁。水域清册将予以更新。"
        "双方签署了合同。协定将生效。湖理会将于春季公布水资源登记册。"
    )
    with pytest.raises(Unrelated):
        dragoman.check(draft, language="zh", termbase=TERMS, source=source, source_language="ru")


def test_every_remark_is_of_a_known_kind_and_within_its_sentence() -> None:
    found = against(
        ["Паводки и соглашение.", "Водный кадастр."], ["大湖会议的合同。", "水域清册和水资源登记册。"]
    )
    assert {one.kind for one in found.remarks} <= set(CHECK_KINDS)
    for one in found.remarks:
        text = found.sentences[one.sentence].text
        assert 0 <= one.start < one.end <= len(text)
        assert one.words in ("", text[one.start : one.end])
        assert 0 < one.probability < 1
    assert list(found.remarks) == sorted(found.remarks, key=order)


def order(remark: Remark) -> tuple[int, int, int]:
    """By sentence, place, kind."""
    return remark.sentence, remark.start, list(CHECK_KINDS).index(remark.kind)


def test_half_of_a_name_in_the_source_is_nearly_the_name() -> None:
    [remark] = against(["Кадастр готов."], ["水账已完成。"]).remarks
    assert remark.probability == 0.85
    assert remark.reason.said() == "水账 is not to be used, says terms.csv."
