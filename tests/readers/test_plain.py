from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import BinaryInput, DragomanError, EmptyInput, EncodingError, InputError, TooLarge
from dragoman.readers import plain
from dragoman.readers.plain import LARGEST_FILE, decode, read_text
from tests.bitext.material import LANGUAGES, documents

RUSSIAN = "Стороны будут ежедневно обмениваться данными об уровне и расходе воды."
CHINESE = "双方将每日交换水位和流量数据。数据应无偿且完整地提供。"
TRADITIONAL = "雙方將每日交換水位和流量數據。數據應無償且完整地提供，並說明來源。"
ENGLISH = "The Parties will exchange data on water levels and flow every day."

UNICODE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
BIG_ENDIAN = {"utf-16-be": b"\xfe\xff", "utf-32-be": b"\x00\x00\xfe\xff"}


def texts(code: str) -> list[str]:
    return ["\n".join(document[code]) + "\n" for document in documents().values()]


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("encoding", UNICODE)
def test_unicode_is_read_with_its_mark_and_without(code: str, encoding: str) -> None:
    for text in texts(code):
        found = decode(text.encode(encoding))
        assert found.text == text
        assert found.encoding == encoding


@pytest.mark.parametrize("encoding", BIG_ENDIAN)
def test_the_mark_of_the_other_byte_order_is_heeded(encoding: str) -> None:
    for code in LANGUAGES:
        assert decode(BIG_ENDIAN[encoding] + texts(code)[0].encode(encoding)).text == texts(code)[0]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_russian_encodings_are_told_apart(encoding: str) -> None:
    for text in texts("ru"):
        data = "".join(c for c in text if c.encode(encoding, "ignore")).encode(encoding)
        found = decode(data)
        assert found.text == data.decode(encoding)
        assert found.encoding == encoding


@pytest.mark.parametrize("change", [str.upper, str.lower, str.title], ids=["upper", "lower", "title"])
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_russian_in_any_case(encoding: str, change: Callable[[str], str]) -> None:
    assert decode(change(RUSSIAN).encode(encoding)).text == change(RUSSIAN)


def test_chinese_in_gb18030() -> None:
    for text in texts("zh"):
        found = decode(text.encode("gb18030"))
        assert (found.text, found.encoding) == (text, "gb18030")


def test_traditional_characters_in_gb18030() -> None:
    for text in (TRADITIONAL, "聯合國大會通過決議，各國代表發言，會議於下午結束。"):
        assert decode(text.encode("gb18030")).text == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", [RUSSIAN, CHINESE, TRADITIONAL, ENGLISH, "Мир.", "Peace.", "和平。\n友谊。\n"]
)
def test_a_few_words_of_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_line_ends_are_left_as_they_are(ending: str, encoding: str) -> None:
    text = ending.join([RUSSIAN, RUSSIAN, ""])
    assert decode(text.encode(encoding)).text == text


def test_decomposed_letters_are_left_as_they_are() -> None:
    text = unicodedata.normalize("NFD", "Йод и ёлка, каждый водой.")
    assert decode(text.encode()).text == text


@settings(deadline=None, max_examples=200)
@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1),
    st.sampled_from(["utf-8", "utf-8-sig"]),
)
def test_any_utf_8_is_read_as_it_is(text: str, encoding: str) -> None:
    if not text.encode(encoding).strip() or text.startswith("\ufeff") or not text.strip():
        return
    if text.encode(encoding).startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        return
    assert decode(text.encode(encoding)).text == text


@settings(deadline=None, max_examples=500)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_an_error_of_ours(data: bytes) -> None:
    assert_text_or_error(data)


@settings(deadline=None, max_examples=100)
@given(st.sampled_from([RUSSIAN, CHINESE, ENGLISH]), st.sampled_from(UNICODE), st.data())
def test_damaged_bytes_give_a_text_or_an_error_of_ours(text: str, encoding: str, data: st.DataObject) -> None:
    whole = bytearray(text.encode(encoding))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place : place + data.draw(st.integers(0, 2))] = data.draw(st.binary(max_size=3))
        if not whole:
            return
    assert_text_or_error(bytes(whole))


def assert_text_or_error(data: bytes) -> None:
    """Reading the bytes gives a text with something in it, or an error that says where and what to do."""
    error = None
    try:
        assert decode(data, "some.txt").text.strip()
    except InputError as caught:
        error = caught
    if error:
        assert (error.where, bool(error.remedy)) == ("some.txt", True)


def raised(data: bytes) -> DragomanError:
    with pytest.raises(DragomanError) as caught:
        decode(data, "text.txt")
    assert str(caught.value).startswith("text.txt: ")
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe", "\ufeff \n".encode("utf-16-le"), "\u3000\n".encode()],
)
def test_an_empty_file(data: bytes) -> None:
    error = raised(data)
    assert isinstance(error, EmptyInput)
    assert error.what == "There is no text in it."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "DOCX, ODT, ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "DOC"),
        (b"{\\rtf1\\ansi\\ansicpg1251 \\'cc\\'e8\\'f0}", "RTF"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00", "GZIP"),
        (b"GIF89a\x01\x00\x01\x00\x80\x00\x00", "zero bytes"),
        (b"SQLite format 3\x00" + bytes(range(200)), "zero bytes"),
        (b"\x7fELF\x02\x01\x01" + bytes(60), "zero bytes"),
    ],
)
def test_a_binary_file_is_named(data: bytes, kind: str) -> None:
    error = raised(data)
    assert isinstance(error, BinaryInput)
    assert kind in str(error)
    assert "plain text" in error.remedy


RUNNING = {"ru": RUSSIAN * 30, "zh": CHINESE * 30, "en": (ENGLISH + " “Fair” – they said. ") * 30}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "garbage", [b"\xff", b"\xc3\x28", b"\xa0\xa1", b"\xf8\x88\x80\x80\x80", b"\xed\xa0\x80"]
)
def test_garbage_in_the_middle_of_utf_8_is_not_read_as_something_else(code: str, garbage: bytes) -> None:
    data = RUNNING[code].encode()
    place = len(RUNNING[code][: len(RUNNING[code]) // 2].encode())
    error = raised(data[:place] + garbage + data[place:])
    assert isinstance(error, EncodingError)
    assert f"byte {place + 1} does not fit UTF-8" in str(error)
    assert "UTF-8" in error.remedy


@pytest.mark.parametrize("code", LANGUAGES)
def test_garbage_far_into_a_long_file(code: str) -> None:
    data = RUNNING[code].encode() * 40
    assert len(data) > plain._SAMPLE
    assert isinstance(raised(data + b"\xff" + data), EncodingError)


def test_a_file_that_was_cut_inside_a_character() -> None:
    assert isinstance(raised(RUNNING["ru"].encode()[:-2] + b"\xd0"), EncodingError)
    assert isinstance(raised(RUNNING["ru"].encode("utf-16")[:-1]), EncodingError)
    assert isinstance(raised(RUNNING["ru"].encode("utf-16-le")[:-1]), EncodingError)


@pytest.mark.parametrize(
    "data",
    [
        "Les États membres ont adopté la résolution à l’unanimité, après débat.".encode("cp1252"),
        "Die Länder prüfen die Maßnahmen gründlich, über Flüsse und Häfen.".encode("cp1252"),
        "聯合國大會通過決議，各國代表發言，會議於下午結束。".encode("big5"),
        (RUSSIAN + " Далее — Стороны.").encode("cp866", "ignore"),
        bytes(range(128, 256)) * 4,
    ],
    ids=["French", "German", "Big5", "DOS", "every byte"],
)
def test_encodings_that_are_not_known_are_not_guessed(data: bytes) -> None:
    assert isinstance(raised(data), EncodingError)


def test_a_file_is_read_with_its_encoding(tmp_path: Path) -> None:
    file = tmp_path / "текст.txt"
    file.write_bytes(RUSSIAN.encode("koi8-r"))
    found = read_text(file)
    assert (found.text, found.encoding) == (RUSSIAN, "koi8-r")


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as opened:
        opened.truncate(65_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("It was read."))
    with pytest.raises(TooLarge, match=r"large\.txt: The file has 65 MB; one document may have 64 MB\. \w"):
        read_text(file)


def test_a_file_at_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert LARGEST_FILE == 64_000_000
    monkeypatch.setattr(plain, "LARGEST_FILE", 20)
    file = tmp_path / "text.txt"
    file.write_text("x" * 20, encoding="ascii")
    assert len(read_text(file).text) == 20
    file.write_text("x" * 21, encoding="ascii")
    with pytest.raises(TooLarge):
        read_text(file)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(
        InputError, match=r"absent\.txt: The file cannot be read: No such file or directory\. Check"
    ):
        read_text(tmp_path / "absent.txt")
    with pytest.raises(InputError, match="The file cannot be read: Is a directory"):
        read_text(tmp_path)
