"""PDF files with a text layer: running text without heads, feet, page numbers and broken words.

pypdf opens the file, within its limits, and says whether it may be read; pdfminer tells where each character
stands, without which heads and paragraphs cannot be told. Where pdfminer cannot make out a page, pypdf's text
of it serves.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from io import BytesIO

from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from dragoman.errors import EmptyInput, InputError, Protected, ScannedDocument, TooLarge, Unsafe
from dragoman.marking import _
from dragoman.readers.manuscript import Manuscript
from dragoman.readers.pdf_edges import without_edges
from dragoman.readers.pdf_hyphens import Hyphens
from dragoman.readers.pdf_lines import Line, Page, page_of, unknown_share
from dragoman.readers.pdf_paragraphs import blocks_of
from dragoman.readers.pdf_streams import LimitReached, MeasuredDocument, Pages
from dragoman.readers.reading import Reading

# What the libraries find odd in a file is nothing for the screen.
for _name in ("pdfminer", "pypdf"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

METHOD = "pdf.v1"
MOST_PAGES = 2_000

NOTES_AT_THE_END = _("Footnotes stand at the end of the text.")
# Pages of which more characters than this share are unknown are read by the other library.
_ILLEGIBLE = 0.05
# Where neither of them knows more, the text is of no use.
_USELESS = 0.3
_OCR = (
    "Recognise its characters first (OCR), for instance with: "
    "ocrmypdf -l rus+chi_sim+eng scanned.pdf text.pdf"
)
# How many pages a note names.
_NAMED = 12


def read(data: bytes, where: str) -> tuple[Reading, ...]:
    """Read a PDF file of up to 2,000 pages.

    Raises:
        ScannedDocument: there are only pictures of text, or characters whose meaning the file does not tell.
        Protected, Unsafe, TooLarge, EmptyInput, InputError (it is damaged)
    """
    file = _opened(data, where)
    pages = _pages(data, file, where)
    empty = [number for number, page in enumerate(pages, start=1) if not page.lines and page.pictures]
    if not any(page.lines for page in pages):
        raise _without_text(bool(empty), where)
    if unknown_share(line for page in pages for line in page.lines) > _USELESS:
        raise ScannedDocument(
            "Its fonts do not tell which characters they show, so its text cannot be read.",
            where=where,
            remedy=_OCR,
        )
    cleared, notes = without_edges(pages)
    remarks = [_some_scanned(empty)] if empty else []
    if notes:
        remarks.append(NOTES_AT_THE_END)
    manuscript = Manuscript()
    _write(manuscript, cleared if any(page.lines for page in cleared) else pages, notes)
    title, language = _described(file)
    return (manuscript.reading("pdf", METHOD, where, title=title, language=language, notes=tuple(remarks)),)


def _write(manuscript: Manuscript, pages: Sequence[Page], notes: Sequence[Line]) -> None:
    foot = Page(0.0, 0.0, tuple(notes))
    hyphens = Hyphens(line.text for page in (*pages, foot) for line in page.lines)
    for part in (pages, [foot] if notes else []):
        for block in blocks_of(part, hyphens):
            manuscript.add(block.text, block.kind, block.level, row=block.row, column=block.column)


def _opened(data: bytes, where: str) -> PdfReader:
    """The file as pypdf sees it, once it is known that it may be read."""
    try:
        file = PdfReader(BytesIO(data), strict=False)
        locked = file.is_encrypted and not file.decrypt("")
        count = 0 if locked else len(file.pages)
    except (LimitReachedError, MemoryError) as error:
        raise _unsafe(where) from error
    except (PyPdfError, DependencyError, NotImplementedError) as error:
        raise _damaged(where) from error
    except Exception as error:  # a damaged file makes the library fail in any way
        raise _damaged(where) from error
    if locked:
        raise Protected("It is protected with a password.", where=where, remedy="Save it without one first.")
    if count > MOST_PAGES:
        raise TooLarge(
            "The file has {count:,} pages; one document may have {limit:,}.",
            where=where,
            remedy="Divide it into its documents and align a folder of them.",
            count=count,
            limit=MOST_PAGES,
        )
    return file


def _pages(data: bytes, file: PdfReader, where: str) -> list[Page]:
    """All pages, each as the library reads it that reads it better."""
    found: list[Page] = []
    try:
        found.extend(_laid_out(data, len(file.pages)))
    except (LimitReached, LimitReachedError, MemoryError) as error:
        raise _unsafe(where) from error
    except Exception:  # a damaged file makes the library fail in any way: the other one tries the rest
        if not len(file.pages):
            raise _damaged(where) from None
    try:
        for number in range(len(file.pages)):
            if number >= len(found):
                found.append(_plain(file, number))
            elif unknown_share(found[number].lines) > _ILLEGIBLE:
                other = _plain(file, number)
                if unknown_share(other.lines) < unknown_share(found[number].lines):
                    found[number] = other
    except (LimitReachedError, MemoryError) as error:
        raise _unsafe(where) from error
    except Exception as error:  # as above
        raise _damaged(where) from error
    return found


def _laid_out(data: bytes, count: int) -> Iterator[Page]:
    """Pages by pdfminer."""
    document = MeasuredDocument(PDFParser(BytesIO(data)))
    manager = PDFResourceManager()
    device = Pages(manager)
    interpreter = PDFPageInterpreter(manager, device)
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= count:
            return
        interpreter.process_page(page)
        yield page_of(device.get_result(), number)


def _plain(file: PdfReader, number: int) -> Page:
    """A page by pypdf, which gives lines without their places: they stand below each other."""
    page = file.pages[number]
    lines = [" ".join(line.split()) for line in page.extract_text().splitlines()]
    placed = [
        Line(line, number, 0.0, 5.0 * len(line), 12.0 * row, 12.0 * row + 10, 10.0)
        for row, line in enumerate(lines, start=20)
        if line
    ]
    resources = page.get("/Resources")
    drawn = resources.get_object().get("/XObject") if resources is not None else None
    return Page(600.0, 12.0 * (len(lines) + 60), tuple(placed), bool(drawn))


def _described(file: PdfReader) -> tuple[str, str]:
    """What the file says of its title and language; nothing where that cannot be read."""
    with suppress(Exception):  # as above; a title is not worth a failure
        title = file.metadata.title if file.metadata else ""
        return str(title or ""), str(file.root_object.get("/Lang") or "")
    return "", ""


def _without_text(pictures: bool, where: str) -> InputError:
    if pictures:
        return ScannedDocument(
            "It holds pictures of pages and no text: it was scanned.", where=where, remedy=_OCR
        )
    return EmptyInput("There is no text in it.", where=where, remedy="Check that the right file was given.")


def _some_scanned(numbers: Sequence[int]) -> str:
    named = ", ".join(map(str, numbers[:_NAMED])) + (" …" if len(numbers) > _NAMED else "")
    return f"Pages without text, perhaps scanned: {named}. {_OCR}"


def _unsafe(where: str) -> Unsafe:
    return Unsafe(
        "It would expand beyond what a document holds, as files do that are made to fill a memory.",
        where=where,
        remedy="Open it where you trust it, and save its text anew.",
    )


def _damaged(where: str) -> InputError:
    return InputError(
        "The PDF is damaged.",
        where=where,
        remedy="Fetch the file again, or open it with another program and print it into a new PDF.",
    )
