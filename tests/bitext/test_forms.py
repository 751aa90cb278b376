"""Whatever form two versions come in, they are aligned as their plain texts are."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

import dragoman
from dragoman.errors import InputError
from tests.bitext.material import gold_beads, indexed
from tests.readers.pages import Words, pdf, typeset
from tests.readers.words import new, numbered, numbering, saved

NUMBER = re.compile(r"(\d+)\. ?")
SITE = '<nav><a href="/">{0}</a><a href="/2">{0} 2</a></nav><main>{1}</main><footer><p>© {0}</p></footer>'


def paragraphs(samples: Path, code: str) -> list[str]:
    return (samples / f"statement.{code}.txt").read_text(encoding="utf-8").strip().split("\n\n")


def as_docx(texts: list[str], code: str) -> bytes:
    """The articles numbered by the word processor, which the file itself does not spell out."""
    document = new()
    numbering(document, 70, ("chineseCounting", "第%1条") if code == "zh" else ("decimal", "%1."))
    for place, words in enumerate(texts):
        found = NUMBER.match(words)
        if place == 1:
            document.add_heading(words, 1)
        elif found:
            numbered(document.add_paragraph(words[found.end() :]), 70)
        else:
            document.add_paragraph(words)
    return saved(document)


def as_pdf(texts: list[str], code: str) -> bytes:
    return pdf(typeset(texts, head=texts[1][:20], foot="– {page} –", hyphens=code != "zh", rows=30))


def as_html(texts: list[str], _code: str) -> bytes:
    body = "".join(
        f"<h1>{words}</h1>" if place == 1 else f"<p>{words}</p>" for place, words in enumerate(texts)
    )
    return f"<!DOCTYPE html><meta charset=utf-8>{SITE.format('Home', body)}".encode()


def as_markdown(texts: list[str], _code: str) -> bytes:
    return "\n\n".join(f"# {words}" if place == 1 else words for place, words in enumerate(texts)).encode()


FORMS = {"docx": as_docx, "pdf": as_pdf, "html": as_html, "md": as_markdown}


@pytest.mark.parametrize("forms", [*combinations(FORMS, 2), ("pdf", "pdf")], ids="-".join)
def test_every_two_forms(forms: tuple[str, str], samples: Path, tmp_path: Path) -> None:
    files = []
    for code, form in zip(("ru", "zh"), forms, strict=True):
        file = tmp_path / f"statement.{code}.{form}"
        file.write_bytes(FORMS[form](paragraphs(samples, code), code))
        files.append(file)
    alignment = dragoman.align(files[0], files[1], from_="ru", to="zh")
    assert indexed(alignment.beads) == gold_beads("ru-zh")


def test_what_a_reader_remarks_is_a_note_of_the_alignment(samples: Path, tmp_path: Path) -> None:
    pages = typeset(paragraphs(samples, "ru"))
    (tmp_path / "a.pdf").write_bytes(pdf([*pages, []], pictures=[len(pages)]))
    alignment = dragoman.align(tmp_path / "a.pdf", samples / "statement.zh.txt", from_="ru", to="zh")
    assert len(alignment.notes) == 1
    assert alignment.notes[0].startswith(f"Pages without text, perhaps scanned: {len(pages) + 1}.")


def test_the_parts_of_a_file_can_be_kept_whole(tmp_path: Path) -> None:
    for code, words in (("ru", ["Мир. Он нужен.", "Труд."]), ("en", ["Peace. It is needed.", "Labour."])):
        (tmp_path / f"{code}.html").write_text("<!DOCTYPE html>" + "".join(f"<p>{w}</p>" for w in words))
    alignment = dragoman.align(
        tmp_path / "ru.html", tmp_path / "en.html", from_="ru", to="en", sentences=True
    )
    assert [sentence.text for sentence in alignment.source] == ["Мир. Он нужен.", "Труд."]


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([[]], pictures=[0]))
    (tmp_path / "b.pdf").write_bytes(pdf([[Words("Peace.")]]))
    with pytest.raises(InputError, match=r"a\.pdf: .*scanned"):
        dragoman.align(tmp_path / "b.pdf", tmp_path / "a.pdf", from_="en", to="ru")
