"""Plain text from bytes, whichever of the usual encodings it is in."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BinaryInput, EmptyInput, EncodingError, InputError, TooLarge

# A book of 50,000 sentences has some 10 MB; what is far beyond is not one document.
LARGEST_FILE = 64 * 1024 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How many of the first bytes tell a binary file and an encoding without a mark.
_SAMPLE = 65_536
_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a DOCX, ODT or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
# Frequent characters of the text itself, by which guesses are weighed.
_COMMON_CYRILLIC = frozenset("оеаинтсрвлкмдпуяыьгзбчй ")
_COMMON_HAN = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严，。、"
)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text and the encoding it was in."""

    text: str
    encoding: str


def _refuse_binary(data: bytes, where: str) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryInput(
                f"This is {kind}, not a plain text.", where=where, remedy="Save it as plain text first."
            )
    if (
        not data.startswith(tuple(mark for mark, _ in _MARKS))
        and b"\x00" in data[:_SAMPLE]
        and not _wide(data)
    ):
        raise BinaryInput(
            "This is not a text: it holds zero bytes.", where=where, remedy="Give a plain text file."
        )


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of spaces and line ends is zero."""
    sample = data[:_SAMPLE]
    for name, space in (("utf-16-le", b" \x00"), ("utf-16-be", b"\x00 ")):
        if sample.count(space) > len(sample) / 200:
            try:
                text = sample[: len(sample) // 2 * 2].decode(name)
            except UnicodeDecodeError:
                continue
            if sum(c.isprintable() or c.isspace() for c in text) > 0.99 * len(text):
                return name
    return None


def _plausible(text: str, common: frozenset[str]) -> float:
    """Share of a text's other than ASCII characters, and spaces, that are common ones."""
    telling = [c for c in text[:_SAMPLE].lower() if not c.isascii()]
    return sum(c in common for c in telling) / len(telling) if telling else 0.0


def decode(data: bytes, where: str = "") -> PlainText:
    """Read bytes as text: UTF-8, UTF-16 or UTF-32 by their mark or form, then Windows-1251, KOI8-R and
    GB18030.

    `where` names the source in messages.

    Raises:
        EmptyInput, BinaryInput, EncodingError
    """
    if not data.strip():
        raise EmptyInput(
            "There is no text in it.", where=where, remedy="Check that the right file was given."
        )
    _refuse_binary(data, where)
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return PlainText(data.decode(name), name)
            except UnicodeDecodeError as error:
                raise _broken(name, error, where) from error
    wide = _wide(data)
    if wide:
        return PlainText(data.decode(wide), wide)
    try:
        return PlainText(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        guesses = []
        for name, common in (
            ("cp1251", _COMMON_CYRILLIC),
            ("koi8-r", _COMMON_CYRILLIC),
            ("gb18030", _COMMON_HAN),
        ):
            try:
                text = data.decode(name)
            except UnicodeDecodeError:
                continue
            guesses.append((_plausible(text, common), name, text))
        if not guesses or max(guesses)[0] < 0.5 or _mostly_utf8(data):
            raise _broken("utf-8", error, where) from error
        _, name, text = max(guesses)
        return PlainText(text, name)


def _mostly_utf8(data: bytes) -> bool:
    """Whether only few bytes stand in the way of UTF-8: then it is damaged, not another encoding."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    good = sum(not c.isascii() and c != "\ufffd" for c in text)
    return good > 10 * text.count("\ufffd")


def _broken(name: str, error: UnicodeDecodeError, where: str) -> InputError:
    return EncodingError(
        f"The text cannot be read: byte {error.start + 1} does not fit {name.upper()}, "
        "nor does any other usual encoding.",
        where=where,
        remedy="Save the file as UTF-8 and try again.",
    )


def read_text(path: Path) -> PlainText:
    """Read a plain text file of up to 64 MB.

    Raises:
        EmptyInput, BinaryInput, EncodingError, TooLarge, InputError (it cannot be opened)
    """
    where = str(path)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise TooLarge(
                f"The file has {size / 1e6:.0f} MB; one document may have {LARGEST_FILE / 1e6:.0f} MB.",
                where=where,
                remedy="Divide it into its documents and align a folder of them.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"The file cannot be read: {error.strerror}.",
            where=where,
            remedy="Check its name and permissions.",
        ) from error
    return decode(data, where)
