from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import BinaryInput, InputError, Protected, TooLarge
from dragoman.readers import FORMS, plain, read, version_in
from tests.readers.pages import Words, pdf
from tests.readers.words import body_xml, one, texts

WORDS = "Стороны обмениваются данными."
FILES = {
    "docx": body_xml(f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>"),
    "pdf": pdf([[Words(WORDS)]]),
    "html": f"<!DOCTYPE html><p>{WORDS}".encode(),
    "tmx": (
        f'<?xml version="1.0"?><tmx><body><tu><tuv xml:lang="ru"><seg>{WORDS}</seg></tuv>'
        '<tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>'
    ).encode(),
}


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("name", ["", "a.txt", "a.pdf", "a.docx", "a.html", "a.tmx", "a"])
def test_bytes_decide_whatever_the_name(form: str, name: str) -> None:
    readings = read(FILES[form], name=name)
    assert readings[0].form == form
    assert texts(readings[0]) == [WORDS]


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.txt", "text"), ("a.md", "markdown"), ("A.MARKDOWN", "markdown"), ("a.htm", "html"), ("", "text")],
)
def test_the_name_decides_where_bytes_do_not(name: str, form: str) -> None:
    assert one(f"# {WORDS}".encode(), name).form == form


def test_plain_text_is_left_as_it_is() -> None:
    (reading,) = read("\ufeff  Мир.\r\n\r\n".encode(), name="a.txt")
    assert (reading.text, reading.parts, reading.method) == ("  Мир.\r\n\r\n", (), "plain.v1")
    assert reading.encoding == "utf-8-sig"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_markup_in_wide_encodings(encoding: str) -> None:
    declared = "utf-16"
    data = FILES["tmx"].decode().replace('"1.0"', f'"1.0" encoding="{declared}"').encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    assert read(data)[0].form == "tmx"
    assert read(FILES["html"].decode().encode("utf-16"))[0].form == "html"


def test_xhtml_and_comments_before_the_root() -> None:
    start = '<?xml version="1.0"?>\n<!-- x -->\n'
    assert one(f'{start}<html xmlns="http://www.w3.org/1999/xhtml"><p>Да.</p></html>'.encode()).form == "html"


@pytest.mark.parametrize(
    ("data", "kind", "remedy"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "DOC", "DOCX"),
        (b"{\\rtf1\\ansi x}", "RTF", "DOCX"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "PNG", "ocrmypdf"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "JPEG", "ocrmypdf"),
        (b"II*\x00" + bytes(20), "TIFF", "ocrmypdf"),
        (b"AT&TFORM" + bytes(20), "DjVu", "ocrmypdf"),
        (b"\x1f\x8b\x08" + bytes(20), "GZIP", "Unpack"),
        (b"Rar!\x1a\x07\x00", "RAR", "Unpack"),
    ],
)
def test_other_forms_are_named_with_what_to_do(data: bytes, kind: str, remedy: str) -> None:
    with pytest.raises(BinaryInput, match=rf"нота\.docx: This file is of the kind {kind}") as caught:
        read(data, name="нота.docx")
    assert remedy in caught.value.remedy
    assert caught.value.exit_code == 2


def test_other_xml_is_named() -> None:
    with pytest.raises(InputError, match=r"<martif>.*TMX and XHTML are read") as caught:
        read(b'<?xml version="1.0"?><martif/>', name="a.xml")
    assert "DOCX" in caught.value.remedy


def test_large_files_are_not_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(plain, "LARGEST_FILE", 20)
    (tmp_path / "a.txt").write_bytes(b"x" * 21)
    for source in (b"x" * 21, tmp_path / "a.txt"):
        with pytest.raises(TooLarge):
            read(source)


def test_messages_name_the_file(tmp_path: Path) -> None:
    path = tmp_path / "нет.docx"
    with pytest.raises(InputError, match=r"нет\.docx"):
        read(path)
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(Protected) as caught:
        read(path)
    assert caught.value.where == str(path)


def test_one_text_is_in_whatever_language_is_asked_for() -> None:
    assert version_in(read(FILES["docx"]), "zh").text == WORDS


def test_every_form_has_what_the_table_says() -> None:
    assert len({form.name for form in FORMS}) == len(FORMS)
    suffixes = [suffix for form in FORMS for suffix in form.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(callable(form.reader()) for form in FORMS)


def test_libraries_are_loaded_when_a_form_needs_them() -> None:
    code = "import sys, dragoman.readers; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded.isdisjoint({"docx", "lxml", "markdown_it", "pdfminer", "pypdf", "trafilatura"})
