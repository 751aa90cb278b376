"""PDF files made by hand: each line of text is placed where a test wants it, in any of the three scripts."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 420.0, 595.0
LEFT, RIGHT = 50.0, 370.0


@dataclass(frozen=True)
class Words:
    """A line of text with its left edge and its base line, in points from the upper left corner."""

    text: str
    left: float = LEFT
    top: float = 60.0
    size: float = 10.0
    bold: bool = False


def width_of(text: str, size: float = 10.0) -> float:
    """How wide a line of text is: ideographs are square, all else half of that."""
    return sum(size if ord(sign) >= 0x2E80 else size / 2 for sign in text)


def pdf(
    pages: Sequence[Iterable[Words]],
    *,
    pictures: Iterable[int] = (),
    compressed: bool = False,
    extra: bytes = b"",
) -> bytes:
    """A file with these pages; `pictures` are the numbers of those, from 0, that show a picture too."""
    laid = [list(page) for page in pages]
    signs = sorted({sign for page in laid for words in page for sign in words.text})
    objects: dict[int, bytes] = {1: b"<</Type/Catalog/Pages 2 0 R>>"}
    objects[3] = _font("Sans", 6)
    objects[4] = _font("Sans-Bold", 8)
    objects[5] = _stream(_to_unicode(signs), compressed=compressed)
    objects[6] = _descendant("Sans", signs)
    objects[8] = _descendant("Sans-Bold", signs)
    picture = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"
    objects[7] = b"<<" + picture + b"/Length 1>>stream\n0\nendstream"
    kids = []
    for number, page in enumerate(laid):
        content = b"".join(map(_shown, page))
        if number in set(pictures):
            content += b"q 400 0 0 500 0 0 cm /Im Do Q\n"
        place = 10 + 2 * number
        kids.append(f"{place} 0 R")
        resources = "/Resources<</Font<</F 3 0 R/B 4 0 R>>/XObject<</Im 7 0 R>>>>"
        objects[place] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]{resources}/Contents {place + 1} 0 R>>"
        ).encode()
        objects[place + 1] = extra or _stream(content, compressed=compressed)
    objects[2] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return _file(objects)


def bomb(megabytes: int) -> bytes:
    """A page whose content unpacks to that many megabytes of nothing."""
    packed = zlib.compress(b" " * (megabytes * 1_000_000), 9)
    head = f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n".encode()
    return pdf([[Words("x")]], extra=head + packed + b"\nendstream")


def typeset(
    paragraphs: Sequence[str],
    *,
    head: str = "",
    foot: str = "",
    indent: float = 20.0,
    rows: int = 36,
    hyphens: bool = False,
) -> list[list[Words]]:
    """Pages of justified text, as word processors set it: `foot` may hold {page}."""
    lines: list[tuple[float, str]] = []
    for paragraph in paragraphs:
        lines += _broken(paragraph, indent, hyphens=hyphens)
    pages = []
    for number, first in enumerate(range(0, len(lines), rows), start=1):
        page = [
            Words(text, left, 70.0 + 13.0 * row)
            for row, (left, text) in enumerate(lines[first : first + rows])
        ]
        if head:
            page.append(Words(head, LEFT, 35.0, 8.0))
        if foot:
            page.append(Words(foot.format(page=number), 200.0, 565.0, 8.0))
        pages.append(page)
    return pages


def _broken(paragraph: str, indent: float, *, hyphens: bool) -> list[tuple[float, str]]:
    """A paragraph in lines, each with its left edge."""
    found: list[tuple[float, str]] = []
    left, line = LEFT + indent, ""
    for unit in _units(paragraph):
        if line and left + width_of(line + unit.rstrip()) > RIGHT:
            word = unit.rstrip()
            half = len(word) // 2
            fits = left + width_of(f"{line}{word[:half]}-") <= RIGHT
            if hyphens and fits and len(word) > 6 and word.isalpha():
                line, unit = f"{line}{word[:half]}-", unit[half:]
            found.append((left, line.rstrip()))
            left, line = LEFT, ""
        line += unit
    return [*found, (left, line.rstrip())]


def _units(paragraph: str) -> list[str]:
    """Between what a line may be broken: words, or single ideographs."""
    if any(ord(sign) >= 0x2E80 for sign in paragraph):
        return list(paragraph)
    return [f"{word} " for word in paragraph.split(" ")]


def _shown(words: Words) -> bytes:
    font = "B" if words.bold else "F"
    coded = words.text.encode("utf-16-be").hex()
    return f"BT /{font} {words.size} Tf {words.left} {HEIGHT - words.top} Td <{coded}> Tj ET\n".encode()


def _font(name: str, descendant: int) -> bytes:
    return (
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode 5 0 R>>"
    ).encode()


def _descendant(name: str, signs: Sequence[str]) -> bytes:
    widths = " ".join(f"{ord(sign)}[{1000 if ord(sign) >= 0x2E80 else 500}]" for sign in signs)
    return (
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo"
        f"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/W[{widths}]"
        f"/FontDescriptor<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[0 -200 1000 800]"
        f"/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>"
    ).encode()


def _to_unicode(signs: Sequence[str]) -> bytes:
    pairs = [f"<{ord(sign):04x}><{ord(sign):04x}>" for sign in signs]
    groups = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    chars = "\n".join(f"{len(group)} beginbfchar\n" + "\n".join(group) + "\nendbfchar" for group in groups)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000><ffff> endcodespacerange\n"
        f"{chars}\nendcmap end end"
    ).encode()


def _stream(content: bytes, *, compressed: bool) -> bytes:
    packed = zlib.compress(content) if compressed else content
    packing = "/Filter/FlateDecode" if compressed else ""
    return f"<</Length {len(packed)}{packing}>>stream\n".encode() + packed + b"\nendstream"


def _file(objects: dict[int, bytes]) -> bytes:
    made = b"%PDF-1.7\n"
    places = {}
    for number in sorted(objects):
        places[number] = len(made)
        made += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    start, size = len(made), max(objects) + 1
    made += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        used = number in places
        made += f"{places.get(number, 0):010} {'00000 n' if used else '65535 f'} \n".encode()
    return made + f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
