from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

from dragoman.bitext.formats import FORMATS, from_json, render
from dragoman.bitext.formats.tsv import COLUMNS, cell, text_of
from dragoman.bitext.model import Alignment, Bead, Sentence
from dragoman.errors import InputError
from tests.bitext.alignments import alignments, of_texts, texts, treaty

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def units(alignment: Alignment) -> list[ElementTree.Element]:
    """The translation units of its TMX."""
    return ElementTree.fromstring(render(alignment, "tmx").encode()).findall("body/tu")


def rows(alignment: Alignment) -> list[list[str]]:
    """Its table as a program without any idea of quotes reads it."""
    return [line.split("\t") for line in render(alignment, "tsv").removesuffix("\n").split("\n")]


@given(alignments())
def test_every_form_can_be_written_as_utf_8(alignment: Alignment) -> None:
    for form in FORMATS:
        assert render(alignment, form).encode("utf-8") == render(alignment, form).encode("utf-8")


def test_an_unknown_form_is_refused_by_name() -> None:
    with pytest.raises(InputError, match=r"no form 'xml'.*beads, tsv, tmx, json, html"):
        render(treaty(), "xml")


def test_an_empty_alignment_has_every_form() -> None:
    empty = Alignment((), (), (), "ru", "zh", "align.v1")
    assert render(empty, "beads") == ""
    assert rows(empty) == [list(COLUMNS)]
    assert units(empty) == []
    assert from_json(render(empty, "json")) == empty
    assert "<tbody" in render(empty, "html")


# beads


def test_beads_are_written_as_vecalign_does() -> None:
    assert render(treaty(), "beads").splitlines() == [
        "[0]:[0]", "[1, 2]:[1]", "[3]:[2]", "[4]:[]", "[5]:[4]", "[6]:[3]", "[]:[5]",
    ]  # fmt: skip


# tsv


def test_a_row_holds_both_texts_joined_as_their_languages_do_it() -> None:
    assert rows(treaty())[2] == [
        "[1, 2]",
        "[1]",
        "Стороны обмениваются данными. Данные предоставляются <безвозмездно> & полностью.",
        "双方无偿交换完整的数据。",
        "0.4200",
        "false",
    ]
    assert rows(treaty())[6][5] == "true"


@given(alignments())
def test_every_bead_is_one_row_for_every_reader(alignment: Alignment) -> None:
    text = render(alignment, "tsv")
    expected = len(alignment) + 1
    assert len(text.splitlines()) == expected
    assert all(len(row) == len(COLUMNS) for row in rows(alignment))
    # Readers of quoted tables, spreadsheets among them, see the same cells.
    assert list(csv.reader(StringIO(text, newline=""), delimiter="\t")) == rows(alignment)


@given(texts)
def test_no_cell_is_a_formula_and_the_text_comes_back(text: str) -> None:
    made = cell(text)
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    flat = re.sub("\r\n|[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]", " ", text).lstrip(" ")
    flat = re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", flat)
    assert text_of(made) == flat


@pytest.mark.parametrize("text", ["- пункт", "— Да.", "Итого: =2+2", "不可分割", "«да»", "5 + 5"])
def test_ordinary_text_stays_readable(text: str) -> None:
    assert cell(text).strip() == text
    assert cell(text) == text or text.startswith("-")


# tmx


def test_a_unit_has_both_languages_and_the_probability() -> None:
    unit = units(treaty())[1]
    assert [(variant.get(LANG), variant.findtext("seg")) for variant in unit.findall("tuv")] == [
        ("ru", "Стороны обмениваются данными. Данные предоставляются <безвозмездно> & полностью."),
        ("zh-Hans", "双方无偿交换完整的数据。"),
    ]
    assert unit.findtext("prop[@type='x-dragoman-probability']") == "0.4200"


def test_only_beads_with_two_sides_are_units_and_keep_their_numbers() -> None:
    found = units(treaty())
    assert [unit.get("tuid") for unit in found] == ["b1", "b2", "b3", "b5", "b6"]
    assert [unit.findtext("prop[@type='x-dragoman-moved']") for unit in found] == [
        None,
        None,
        None,
        None,
        "true",
    ]


def test_the_header_says_what_made_it() -> None:
    header = ElementTree.fromstring(render(treaty(), "tmx").encode()).find("header")
    assert header is not None
    assert (header.get("srclang"), header.get("segtype"), header.get("adminlang")) == ("ru", "sentence", "en")
    assert header.get("creationtool") == "Dragoman"
    assert header.get("creationdate") is None


@given(alignments())
def test_any_text_gives_well_formed_xml(alignment: Alignment) -> None:
    for unit in units(alignment):
        assert all(variant.findtext("seg") for variant in unit.findall("tuv"))


def test_the_script_of_chinese_is_told() -> None:
    traditional = of_texts("国际法。", "國際關係與條約。", "zh", "zh")
    assert [variant.get(LANG) for variant in units(traditional)[0].findall("tuv")] == ["zh-Hans", "zh-Hant"]


@pytest.fixture(scope="module")
def validate(shared_data: Path) -> Any:
    """A function that says what the DTD has against a file."""
    etree = pytest.importorskip("lxml.etree", reason="lxml checks the TMX against its DTD")
    with (shared_data / "formats" / "tmx" / "tmx14.dtd").open("rb") as file:
        dtd = etree.DTD(file)

    def complaints(text: str) -> list[str]:
        dtd.validate(etree.fromstring(text.encode()))
        return [str(entry.message) for entry in dtd.error_log.filter_from_errors()]

    return complaints


def test_the_dtd_accepts_it(validate: Any) -> None:
    assert validate(render(treaty(), "tmx")) == []
    # The test can fail.
    assert validate(render(treaty(), "tmx").replace("srclang", "lang")) != []


@given(alignment=alignments())
def test_the_dtd_accepts_any_text(validate: Any, alignment: Alignment) -> None:
    assert validate(render(alignment, "tmx")) == []


# json


@given(alignments())
def test_json_is_read_back_equal(alignment: Alignment) -> None:
    assert from_json(render(alignment, "json")) == alignment


def test_the_schema_is_this() -> None:
    stored = json.loads(render(treaty(), "json"))
    assert list(stored) == ["format", "version", "method", "notes", "source", "target", "beads"]
    assert (stored["format"], stored["version"]) == ("dragoman-alignment", 1)
    assert list(stored["source"]) == ["language", "sentences"]
    assert stored["target"]["sentences"][0] == {
        "text": "第一条", "start": 0, "end": 3, "block": 0, "label": "article 1",
        "kind": "paragraph", "level": 0,
    }  # fmt: skip
    assert stored["beads"][5] == {"source": [6], "target": [3], "probability": 0.9, "moved": True}


def test_alignments_that_were_stored_before_kinds_are_read() -> None:
    stored = json.loads(render(treaty(), "json"))
    for side in ("source", "target"):
        for sentence in stored[side]["sentences"]:
            del sentence["kind"], sentence["level"]
    assert from_json(json.dumps(stored)) == treaty()
    stored["source"]["sentences"][0]["level"] = "1"
    with pytest.raises(InputError, match="'level'"):
        from_json(json.dumps(stored))


def test_one_sentence_and_one_bead_is_one_line() -> None:
    lines = render(treaty(), "json").splitlines()
    assert sum('"text"' in line for line in lines) == 13
    assert sum('"probability"' in line for line in lines) == 7


def test_probabilities_that_are_whole_numbers_are_read() -> None:
    text = render(of_texts("a", "b"), "json").replace("0.9", "1")
    assert from_json(text).beads == (Bead((0,), (0,), 1.0),)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("{", "", 1), "not JSON"),
        (("dragoman-alignment", "other", 1), "dragoman-alignment"),
        (('"version": 1', '"version": 2', 1), "version 2; this Dragoman reads version 1"),
        (('"text": "a"', '"text": 1', 1), "source sentence 0 has no 'text' of type str"),
        (('"start": 0', '"start": true', 1), "source sentence 0 has no 'start' of type int"),
        (('"source": [0]', '"source": [1]', 1), "bead 0 names a sentence that is not there"),
        (('"source": [0]', '"source": [-1]', 1), "bead 0 names a sentence that is not there"),
        (("0.9", "1.1", 1), "bead 0 has a probability outside"),
        (("0.9", "null", 1), "bead 0 has no 'probability'"),
        (('"notes": []', '"notes": [1]', 1), "a note is no text"),
        (('"beads"', '"pearls"', 1), "the alignment has no 'beads'"),
    ],
)
def test_what_is_no_alignment_is_refused(change: tuple[str, str, int], message: str) -> None:
    with pytest.raises(InputError, match=message):
        from_json(render(of_texts("a", "b"), "json").replace(*change))


@pytest.mark.parametrize("text", ["", "[]", "null", "1", '"a"', "[[[["])
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="This is no alignment"):
        from_json(text)


# joining


@pytest.mark.parametrize(
    ("code", "joined"), [("zh", "ab"), ("ja", "ab"), ("ru", "a b"), ("th", "a b"), ("ar", "a b")]
)
def test_sentences_are_joined_as_the_language_does_it(code: str, joined: str) -> None:
    alignment = Alignment(
        (Sentence("a"), Sentence("b")), (), (Bead((0, 1), (), 1.0),), code, "en", "align.v1"
    )
    assert alignment.texts(alignment.beads[0]) == (joined, "")
