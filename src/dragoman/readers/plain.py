"""Plain text from bytes, whichever of the usual encodings it is in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BinaryInput, EmptyInput, EncodingError, InputError, TooLarge
from dragoman.readers.reading import Reading

METHOD = "plain.v1"

# A book of 50,000 sentences has some 10 MB; what is far beyond is not one document.
LARGEST_FILE = 64_000_000

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
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "DOCX, ODT, ZIP"),
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x1f\x8b", "GZIP"),
)
# One of these bytes is in every UTF-16 text that has a space, a line end or a Chinese comma or full stop.
_WIDE_SIGNS = re.compile(rb"[\x00\x02\x0c]")
_EVERYWHERE = frozenset(" \n\r\t.,:;。，、：；")
_WITH_LATIN = re.compile("[а-яё]*[a-z][a-zа-яё]*")
# Frequent characters of the text itself, by which guesses are weighed.
_COMMON_CYRILLIC = frozenset("оеаинтсрвлкмдпуяыьгзбчй")
_COMMON_HAN = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严，。、"
    # and the traditional forms of these
    "這爲為個國時來們於對會發動過說產種後學經進電裏裡現實兩體機當點從業應開還義間樣與關線內數麼質氣變條沒結問無軍並題黨員總設長頭資邊級圖統較將組見計別論運農幾區強決幹戰則據處隊給門規熱領東導壓爭濟階術極聯認權證採轉單風帶場車務萬達積議聲報鬥類離華確張馬節話況溫傳許羣廣記觀織裝衆書覆兒須際驗連斷難礦備辦習響約勞團歷構稱準號維劃選標寫親養層卻專狀廠識適屬圓調滿縣參紅細聽該鐵價嚴"
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
                "This file is of the kind {kind}, not a plain text.",
                where=where,
                remedy="Save it as plain text first.",
                kind=kind,
            )
    if b"\x00" in data[:_SAMPLE] and not _form(data):
        raise BinaryInput(
            "This is not a text: it holds zero bytes.", where=where, remedy="Give a plain text file."
        )


def _form(data: bytes) -> str | None:
    """The form of Unicode that the first bytes tell, if they do."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None) or _wide(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: that byte order in which spaces, commas and full stops are found."""
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    if not _WIDE_SIGNS.search(sample):
        return None
    found = []
    for name in ("utf-16-le", "utf-16-be"):
        text = sample.decode(name, errors="replace").replace("\ufffd", "\x00")
        if sum(c.isprintable() or c.isspace() for c in text) > 0.99 * len(text):
            found.append((sum(c in _EVERYWHERE for c in text) / len(text), name))
    share, name = max(found, default=(0.0, ""))
    return name if share > 0.01 else None


def _plausible(text: str, common: frozenset[str]) -> float:
    """Share of a text's other than ASCII characters that are common and in no word with Latin letters."""
    sample = text[:_SAMPLE].lower()
    telling = sum(not c.isascii() for c in sample)
    return sum(c in common for c in _WITH_LATIN.sub("", sample)) / telling if telling else 0.0


def decode(data: bytes, where: str = "") -> PlainText:
    """Read bytes as text: UTF-8, UTF-16 or UTF-32 by their mark or form, then Windows-1251, KOI8-R and
    GB18030.

    `where` names the source in messages.

    Raises:
        EmptyInput, BinaryInput, EncodingError
    """
    _refuse_binary(data, where)
    form = _form(data) or "utf-8"
    try:
        found = PlainText(data.decode(form), form)
    except UnicodeDecodeError as error:
        guess = _guess(data) if form == "utf-8" else None
        if guess is None:
            raise _broken(form, error, where) from error
        found = guess
    if not found.text.strip():
        raise EmptyInput(
            "There is no text in it.", where=where, remedy="Check that the right file was given."
        )
    return found


def _guess(data: bytes) -> PlainText | None:
    """The text in the 8-bit encoding in which it looks most like one, if it does in any."""
    if _mostly_utf8(data):
        return None
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
    likeness, name, text = max(guesses, default=(0.0, "", ""))
    return PlainText(text, name) if likeness >= 0.5 else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether only few bytes stand in the way of UTF-8: then it is damaged, not another encoding."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    good = sum(not c.isascii() and c != "\ufffd" for c in text)
    return good > 10 * text.count("\ufffd")


def _broken(name: str, error: UnicodeDecodeError, where: str) -> InputError:
    return EncodingError(
        "The text cannot be read: byte {byte} does not fit {encoding}, nor does any other usual encoding.",
        where=where,
        remedy="Save the file as UTF-8 and try again.",
        byte=error.start + 1,
        encoding=name.upper(),
    )


def read_text(path: Path) -> PlainText:
    """Read a plain text file of up to 64 MB.

    Raises:
        EmptyInput, BinaryInput, EncodingError, TooLarge, InputError (it cannot be opened)
    """
    return decode(contents(path), str(path))


def read(data: bytes, where: str) -> tuple[Reading, ...]:
    """Read plain text, which has no structure but what its lines and numbers show.

    Raises:
        EmptyInput, BinaryInput, EncodingError
    """
    found = decode(data, where)
    return (Reading(found.text, (), "text", METHOD, found.encoding),)


def contents(path: Path) -> bytes:
    """The bytes of a file of up to 64 MB.

    Raises:
        TooLarge, InputError (it cannot be opened)
    """
    where = str(path)
    try:
        check_size(path.stat().st_size, where)
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            "The file cannot be read: {reason}.",
            where=where,
            remedy="Check its name and permissions.",
            reason=error.strerror,
        ) from error


def check_size(size: int, where: str) -> None:
    """Raise TooLarge where a file has more bytes than one document may have."""
    if size > LARGEST_FILE:
        raise TooLarge(
            "The file has {size:.0f} MB; one document may have {limit:.0f} MB.",
            where=where,
            remedy="Divide it into its documents and align a folder of them.",
            size=size / 1e6,
            limit=LARGEST_FILE / 1e6,
        )
