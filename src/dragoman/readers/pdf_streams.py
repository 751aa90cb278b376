"""PDF files for pdfminer, which has no limits of its own: streams are measured before it unpacks them."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import Matrix, Rect
from pypdf.filters import LZWDecode, RunLengthDecode

# A page of text has some kilobytes, a Chinese font up to 20 MB. Pictures are not unpacked at all.
LARGEST_STREAM = 64_000_000
LARGEST_TOTAL = 256_000_000
# Pictures and forms that a page draws; a form may draw others, twice as many at each turn.
MOST_FIGURES = 5_000

# A space begins at this share of a character's size. Browsers leave an eighth between ideographs and figures,
# which is no space; TeX, which writes no spaces at all, leaves a fifth and more between words.
_WORD_MARGIN = 0.16

_DECODERS: dict[str, Callable[[bytes], bytes]] = {
    "LZWDecode": lambda data: LZWDecode.decode(data),
    "LZW": lambda data: LZWDecode.decode(data),
    "RunLengthDecode": lambda data: RunLengthDecode.decode(data),
    "RL": lambda data: RunLengthDecode.decode(data),
}


class LimitReached(Exception):
    """The file would take more room than any document."""


class MeasuredDocument(PDFDocument):
    """A document that gives out no stream before it is known how large it unpacks."""

    def __init__(self, parser: PDFParser) -> None:
        self._measured: set[int] = set()
        self._total = 0
        super().__init__(parser)

    def getobj(self, objid: int) -> object:
        """An object of the file.

        Raises:
            LimitReached
        """
        found = super().getobj(objid)
        if isinstance(found, PDFStream) and found.data is None and objid not in self._measured:
            self._measured.add(objid)
            self._measure(found)
        return found

    def _measure(self, stream: PDFStream) -> None:
        subtype = stream.get("Subtype")
        if isinstance(subtype, PSLiteral) and subtype.name == "Image":
            return
        data = stream.rawdata or b""
        if stream.decipher and stream.objid is not None and stream.genno is not None:
            data = stream.decipher(stream.objid, stream.genno, data, stream.attrs)
        for name, _parameters in stream.get_filters():
            data = _unpacked(data, literal_name(name))
            self._total += len(data)
            if len(data) > LARGEST_STREAM or self._total > LARGEST_TOTAL:
                raise LimitReached


def _unpacked(data: bytes, name: str) -> bytes:
    """One step of unpacking, as far as the limit; data that cannot be unpacked stay as they are."""
    if name in {"FlateDecode", "Fl"}:
        try:
            return zlib.decompressobj().decompress(data, LARGEST_STREAM + 1)
        except zlib.error:
            return data
    decoder = _DECODERS.get(name)
    return decoder(data) if decoder else data


class Pages(PDFPageAggregator):
    """Lays pages out; draws no picture, and no more forms than a page may have."""

    def __init__(self, manager: PDFResourceManager) -> None:
        # Lines are put in order by ourselves.
        super().__init__(
            manager, laparams=LAParams(boxes_flow=None, all_texts=True, word_margin=_WORD_MARGIN)
        )
        self._figures = 0

    def begin_page(self, page: object, ctm: Matrix) -> None:
        """Count anew."""
        self._figures = 0
        super().begin_page(page, ctm)  # type: ignore[arg-type]  # the page is passed on as it came

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        """Count one more.

        Raises:
            LimitReached
        """
        self._figures += 1
        if self._figures > MOST_FIGURES:
            raise LimitReached
        super().begin_figure(name, bbox, matrix)
