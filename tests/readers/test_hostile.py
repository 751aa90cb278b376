"""Files that were damaged or made to do harm: a text or an error of ours comes of each, and nothing else."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.readers import FORMS, Reading, read
from tests.readers.pages import Words, pdf, typeset
from tests.readers.words import body_xml, check, new, numbered, numbering, packed, saved

WORD_PARTS = ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/_rels/document.xml.rels"]


def word() -> bytes:
    document = new()
    numbering(document, 70, ("decimal", "%1."), ("russianLower", "%2)"))
    document.add_heading("Соглашение", 1)
    for level in (0, 1, 0):
        numbered(document.add_paragraph("Мир."), 70, level)
    document.add_table(2, 2).cell(0, 0).text = "да"
    return saved(document)


FILES = {
    "docx": word(),
    "bare": body_xml("<w:p><w:r><w:t>Мир.</w:t></w:r></w:p>" * 5),
    "pdf": pdf(typeset(["Мир и труд. " * 40] * 4, head="Сборник", foot="{page}")),
    "packed": pdf([[Words("Мир.")]], compressed=True),
    "html": (
        "<!DOCTYPE html><html><meta charset=utf-8><nav><a href=/>Да</a></nav><ol><li>раз"
        "<table><tr><td>а</table></ol><p>Мир и труд всем людям доброй воли.</p></html>"
    ).encode(),
    "md": "# Мир\n\n1. раз\n   - два\n\n| a | b |\n|---|---|\n| в | <b>г</b> |\n".encode(),
    "tmx": (
        '<?xml version="1.0"?><tmx><body><tu><tuv xml:lang="ru"><seg>а<ph>x</ph></seg></tuv>'
        '<tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>'
    ).encode(),
}


def read_or_refused(data: bytes, name: str) -> None:
    refused: InputError | None = None
    readings: tuple[Reading, ...] = ()
    try:
        readings = read(data, name=name)
    except InputError as error:
        refused = error
    assert bool(readings) != bool(refused)
    assert refused is None or (refused.remedy and refused.message())
    for reading in readings:
        assert reading.text.strip()
        if reading.parts:
            check(reading)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_word_documents_whose_xml_was_changed(data: st.DataObject) -> None:
    with ZipFile(BytesIO(FILES["docx"])) as archive:
        parts = {name: archive.read(name) for name in WORD_PARTS}
    name = data.draw(st.sampled_from(WORD_PARTS))
    tokens = re.split(rb"(<[^>]*>|\"[^\"]*\")", parts[name])
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(tokens) - 1))
        tokens[place] = data.draw(st.sampled_from([b"", b'"x"', b'"-1"', b'"99999999999"', *tokens[-60:]]))
    parts[name] = b"".join(tokens)
    read_or_refused(packed(parts), "a.docx")


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_pdf_files_whose_objects_were_changed(data: st.DataObject) -> None:
    tokens = re.split(rb"(\s+|(?<=[\]>/])|(?=[\[<]))", FILES["pdf"])
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, len(tokens) - 1))
        tokens[place] = data.draw(
            st.sampled_from([b"", b"-1", b"99999999", b"null", b"[", b">>", *tokens[:80]])
        )
    read_or_refused(b"".join(tokens), "a.pdf")


@pytest.mark.parametrize("name", FILES)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_files(name: str, data: st.DataObject) -> None:
    made = bytearray(FILES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(made) - 1))
        made[place : place + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=6))
        if not made:
            return
    if data.draw(st.booleans()):
        del made[data.draw(st.integers(0, len(made))) :]
    read_or_refused(bytes(made), f"a.{name}")


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<html>", b"<?xml?>", b"<tmx>", b"# "]),
    st.binary(max_size=400),
    st.sampled_from([suffix for form in FORMS for suffix in form.suffixes]),
)
def test_any_bytes(start: bytes, rest: bytes, suffix: str) -> None:
    read_or_refused(start + rest, f"a{suffix}")


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, data in FILES.items():
        read(data, name=name)
    assert list(tmp_path.iterdir()) == []
