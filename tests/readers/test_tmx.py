from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import InputError, Unsafe
from dragoman.readers import Reading, read, version_in
from dragoman.readers.tmx import SEVERAL_VARIANTS
from tests.readers.words import check, texts


def memory(units: str, *, before: str = "", encoding: str = "utf-8") -> bytes:
    return (
        f'<?xml version="1.0" encoding="{encoding}"?>{before}<tmx version="1.4"><header srclang="ru"/>'
        f"<body>{units}</body></tmx>"
    ).encode(encoding)


def unit(key: str, **segments: str) -> str:
    name = f' tuid="{key}"' if key else ""
    return (
        f"<tu{name}>"
        + "".join(
            f'<tuv xml:lang="{code.replace("_", "-")}"><seg>{words}</seg></tuv>'
            for code, words in segments.items()
        )
        + "</tu>"
    )


def by_language(data: bytes) -> dict[str, Reading]:
    readings = read(data)
    for reading in readings:
        check(reading)
        assert (reading.form, reading.method) == ("tmx", "tmx.v1")
        assert {part.kind for part in reading.parts} == {"segment"}
    return {reading.language: reading for reading in readings}


def test_one_reading_a_language_with_the_keys_of_units() -> None:
    found = by_language(memory(unit("u7", ru="Мир.", zh="和平。") + unit("", ru="Труд. Май.", en="Labour.")))
    assert list(found) == ["ru", "zh", "en"]
    assert texts(found["ru"]) == ["Мир.", "Труд. Май."]
    assert [part.key for part in found["ru"].parts] == ["u7", "2"]
    assert [part.key for part in found["en"].parts] == ["2"]


def test_codes_go_with_all_that_is_in_them() -> None:
    words = (
        'на <bpt i="1">&lt;b&gt;<sub>подсказка</sub></bpt>29,3 %<ept i="1">&lt;/b&gt;</ept> &amp; '
        '<ph>{0}</ph>до<it pos="begin">x</it> <hi type="a">190 <hi>млн</hi></hi>'
    )
    found = by_language(memory(unit("1", ru=words, zh="和")))
    assert texts(found["ru"]) == ["на 29,3 % & до 190 млн"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1251"])
def test_encodings(encoding: str) -> None:
    found = by_language(memory(unit("1", ru="Мир.", en="Peace."), encoding=encoding))
    assert texts(found["ru"]) == ["Мир."]


def test_tags_of_languages() -> None:
    tags = by_language(memory(unit("1", RU_ru="а", zh_hans="和")))
    assert list(tags) == ["ru", "zh"]
    both = by_language(memory(unit("1", ru="а", zh_hans="国", ZH_HANT="國")))
    assert list(both) == ["ru", "zh-Hans", "zh-Hant"]
    old = memory('<tu><tuv lang="EN-GB"><seg>a</seg></tuv><tuv lang="ru_RU"><seg>б</seg></tuv></tu>')
    assert list(by_language(old)) == ["en", "ru"]


def test_names_that_come_twice_are_told_apart_and_variants_kept() -> None:
    twice = by_language(memory(unit("1", ru="а", en="a") + unit("1", ru="б", en="b")))
    assert [part.key for part in twice["ru"].parts] == ["1", "1#2"]
    variants = memory(
        '<tu><tuv xml:lang="ru"><seg>а</seg></tuv><tuv xml:lang="ru"><seg>б</seg></tuv>'
        '<tuv xml:lang="en"><seg>a</seg></tuv></tu>'
    )
    reading = by_language(variants)["ru"]
    assert texts(reading) == ["а", "б"]
    assert reading.notes == (SEVERAL_VARIANTS,)


def test_the_version_in_a_language() -> None:
    readings = read(memory(unit("1", ru="а", zh_hans="国", zh_hant="國") + unit("2", ru="б", zh_hant="民")))
    assert version_in(readings, "zh-Hans").language == "zh-Hans"
    assert version_in(readings, "zh").language == "zh-Hant"
    with pytest.raises(InputError, match=r"a\.tmx: There is no text in en in it; there are: ru, zh-Hans"):
        version_in(readings, "en", "a.tmx")


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE tmx [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE tmx [<!ENTITY e SYSTEM "http://localhost/x">]>',
        '<!DOCTYPE tmx [<!ENTITY % p SYSTEM "http://localhost/x">%p;]>',
        '<!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
@pytest.mark.parametrize("used", [True, False])
def test_entities_are_refused(before: str, used: bool) -> None:
    with pytest.raises(Unsafe, match="entities"):
        read(memory(unit("1", ru="&e;" if used and "% p" not in before else "а", en="b"), before=before))


def test_a_bomb_of_entities_in_an_attribute() -> None:
    steps = "".join(f'<!ENTITY e{k} "{f"&e{k - 1};" * 10}">' for k in range(1, 10))
    before = f'<!DOCTYPE tmx [<!ENTITY e0 "aaaaaaaaaa">{steps}]>'
    with pytest.raises(Unsafe):
        read(memory('<tu tuid="&e9;"/>', before=before))


def test_an_outside_document_type_is_not_fetched() -> None:
    data = memory(unit("1", ru="а", en="b"), before='<!DOCTYPE tmx SYSTEM "http://localhost/tmx14.dtd">')
    assert list(by_language(data)) == ["ru", "en"]


@pytest.mark.parametrize(
    ("units", "count"),
    [
        ("", 0),
        (unit("1", ru="а"), 1),
        ("<tu><tuv><seg>а</seg></tuv></tu>", 0),
        (unit("1", ru="а", en=" "), 1),
    ],
)
def test_fewer_than_two_languages(units: str, count: int) -> None:
    with pytest.raises(InputError, match=f"holds {count} languages"):
        read(memory(units))


def test_damaged_xml() -> None:
    with pytest.raises(InputError, match="damaged"):
        read(memory(unit("1", ru="а", en="b"))[:-10])


GOOD = {"no_doctype", "ru_zh_en", "utf16"}
READABLE = {"no_seg", "no_srclang", "unknown_element", "unpaired_bpt"}


def test_the_collection_of_memories(shared_data: Path) -> None:
    for file in sorted((shared_data / "formats" / "tmx").glob("own_*.tmx")):
        kind = file.stem.partition("_")[2].partition("_")[2]
        if kind == "not_wellformed":
            with pytest.raises(InputError, match="damaged"):
                read(file)
            continue
        assert kind in GOOD | READABLE
        found = {reading.language: reading for reading in read(file)}
        assert list(found) == ["ru", "zh", "en"]
        if kind in GOOD:
            assert texts(found["ru"])[1] == "Объём торговли вырос на 29,3 % & достиг 190,27 млрд долл."
            assert len(texts(found["zh"])) == 3


def test_a_large_memory(shared_data: Path) -> None:
    found = {r.language: r for r in read(shared_data / "text" / "tico-19" / "all.ru-zh.tmx")}
    assert {code: len(reading.parts) for code, reading in found.items()} == {"ru": 3071, "zh": 3071}
