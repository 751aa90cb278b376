from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import pytest

from dragoman.bitext.align import align
from dragoman.bitext.model import Alignment
from dragoman.bitext.taking import Text
from dragoman.errors import (
    BinaryInput,
    DragomanError,
    EmptyInput,
    EncodingError,
    InputError,
    TooLarge,
    UnknownLanguage,
    Unrelated,
    WrongLanguage,
)
from dragoman.languages import normalise
from tests.bitext.material import PAIRS, assert_covers, documents, gold_beads, indexed, units

RU, ZH, EN = (" ".join(documents()["museum-loan"][code]) for code in ("ru", "zh", "en"))
UKRAINIAN = (
    "Музей письма передає Міській галереї Порт-Сева сорок вісім предметів для виставки. Перелік предметів "
    "з описом їхнього стану складає додаток до цього договору. Виставка відкрита з третього вересня до "
    "тридцятого листопада, щопонеділка галерею зачинено. Рукописи гортає лише зберігач, у рукавичках і не "
    "частіше одного разу на місяць. Про будь-яке пошкодження власника повідомляють протягом доби, з доданими "
    "знімками. Після закінчення виставки предмети повертаються не пізніше двадцятого грудня, а ящики "
    "відкривають у присутності обох сторін."
)
Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD")
SAMPLE = ("ru-zh", "ru-en", "en-zh")


def prose(names: Sequence[str], code: str) -> str:
    """Invented documents as one plain text, a paragraph each sentence."""
    return "\n\n".join(unit for name in names for unit in documents()[name][code]) + "\n"


def raised(
    source: Text, target: Text, from_: str = "ru", to: str = "zh", sentences: bool = False
) -> DragomanError:
    with pytest.raises(DragomanError) as caught:
        align(source, target, from_=from_, to=to, sentences=sentences)
    assert caught.value.remedy
    return caught.value


@pytest.mark.parametrize("name", SAMPLE)
@pytest.mark.parametrize("turned", [False, True], ids=["", "turned"])
def test_the_sample_is_aligned_exactly(name: str, turned: bool, samples: Path) -> None:
    codes = name.split("-")
    gold = gold_beads(name)
    if turned:
        codes, gold = codes[::-1], [(right, left) for left, right in gold]
    files = [samples / f"statement.{code}.txt" for code in codes]
    alignment = align(files[0], files[1], from_=codes[0], to=codes[1])
    assert_covers(alignment)
    assert sorted(indexed(alignment.beads)) == sorted(gold)
    assert all(bead.probability > 0.5 for bead in alignment)
    assert alignment.notes == ()


def test_a_text_a_file_and_lines_give_the_same(samples: Path, statement: Path) -> None:
    files = [samples / f"statement.{code}.txt" for code in ("ru", "zh")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    from_files = align(files[0], files[1], from_="ru", to="zh")
    assert align(texts[0], files[1], from_="rus", to="zh-Hans") == from_files
    lines = [(statement / f"{code}.lines").read_text(encoding="utf-8") for code in ("ru", "zh")]
    by_line = align(lines[0], lines[1], from_="ru", to="zh", sentences=True)
    by_list = align(lines[0].splitlines(), lines[1].splitlines(), from_="ru", to="zh")
    assert by_line == by_list
    assert indexed(by_line.beads) == indexed(from_files.beads) == gold_beads("ru-zh")


def test_the_words_of_a_bead_are_joined_as_each_language_writes_them(samples: Path) -> None:
    alignment = align(samples / "statement.ru.txt", samples / "statement.zh.txt", from_="ru", to="zh")
    texts = {(bead.source, bead.target): alignment.texts(bead) for bead in alignment}
    russian, _ = texts[(3, 4), (3,)]
    assert russian == f"{alignment.source[3].text} {alignment.source[4].text}"
    _, chinese = texts[(5,), (4, 5)]
    assert chinese == alignment.target[4].text + alignment.target[5].text
    assert texts[(18,), ()][1] == ""


def test_lines_are_kept_with_the_empty_ones() -> None:
    source = "Мир. Он нужен всем.\n\nМузей закрыт по понедельникам.\n"
    target = "和平。人人都需要和平。\n\n\n博物馆每周一闭馆。"
    alignment = align(source, target, from_="ru", to="zh", sentences=True)
    assert_covers(alignment)
    assert [s.text for s in alignment.source] == ["Мир. Он нужен всем.", "", "Музей закрыт по понедельникам."]
    assert [s.text for s in alignment.target] == ["和平。人人都需要和平。", "", "", "博物馆每周一闭馆。"]
    beads = {(left, right) for left, right in indexed(alignment.beads)}
    assert any(0 in left and 0 in right for left, right in beads)
    assert any(2 in left and 3 in right for left, right in beads)


def test_lines_ended_as_elsewhere_are_kept_too() -> None:
    plain = align("Мир.\nЛес и вода.\n", "和平。\n森林和水。\n", from_="ru", to="zh", sentences=True)
    other = align("Мир.\r\nЛес и вода.\r\n", "和平。\r\n森林和水。\r\n", from_="ru", to="zh", sentences=True)
    assert [s.text for s in other.source] == [s.text for s in plain.source] == ["Мир.", "Лес и вода."]
    assert indexed(other.beads) == indexed(plain.beads)
    assert [(s.start, s.end) for s in other.source] == [(0, 4), (6, 17)]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("as_file", [False, True])
def test_offsets_point_into_the_text_as_it_was_given(
    form: Form, ending: str, as_file: bool, tmp_path: Path
) -> None:
    names = ["customs", "fisheries"]
    texts = [unicodedata.normalize(form, prose(names, code)).replace("\n", ending) for code in ("ru", "zh")]
    given: list[Text] = [*texts]
    if as_file:
        for code, text in zip(("ru", "zh"), texts, strict=True):
            (tmp_path / code).write_bytes(text.encode())
        given = [tmp_path / "ru", tmp_path / "zh"]
    alignment = align(given[0], given[1], from_="ru", to="zh")
    for sentences, text in ((alignment.source, texts[0]), (alignment.target, texts[1])):
        for sentence in sentences:
            stretch = text[sentence.start : sentence.end]
            assert " ".join(normalise(stretch).text.split()) == sentence.text
    assert_covers(alignment)


def test_decomposed_letters_change_nothing() -> None:
    names = ["customs", "fisheries"]
    texts = prose(names, "ru"), prose(names, "zh")
    plain = align(texts[0], texts[1], from_="ru", to="zh")
    other = align(unicodedata.normalize("NFD", texts[0]), texts[1], from_="ru", to="zh")
    assert [s.text for s in other.source] == [s.text for s in plain.source]
    assert other.beads == plain.beads


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_files_in_other_encodings(encoding: str, tmp_path: Path) -> None:
    names = ["railway-tariff"]
    (tmp_path / "zh.txt").write_bytes(prose(names, "zh").encode(encoding))
    for russian in ("cp1251", "koi8-r") if encoding == "gb18030" else ("utf-8",):
        (tmp_path / "ru.txt").write_bytes(prose(names, "ru").encode(russian, "ignore"))
        alignment = align(tmp_path / "ru.txt", tmp_path / "zh.txt", from_="ru", to="zh")
        right = sum(left == right != () for left, right in indexed(alignment.beads))
        assert right >= len(alignment.source) - 1


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "ru.txt").write_text("\n \n", encoding="utf-8")
    error = raised(tmp_path / "ru.txt", ZH)
    assert isinstance(error, EmptyInput)
    assert error.where == str(tmp_path / "ru.txt")
    assert "There is no text in it" in str(error)


@pytest.mark.parametrize("nothing", ["", " \n", "\ufeff", [], ["", " "]])
def test_an_empty_text(nothing: Text) -> None:
    for source, target, where in ((nothing, ZH, "source"), (RU, nothing, "target")):
        error = raised(source, target)
        assert isinstance(error, EmptyInput)
        assert error.where == where
        assert "There is no sentence in it" in str(error)


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00", b"GIF89a\x00", b"{\\rtf1 }"])
def test_a_binary_file(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "zh.docx").write_bytes(data)
    error = raised(RU, tmp_path / "zh.docx")
    assert isinstance(error, BinaryInput)
    assert error.where == str(tmp_path / "zh.docx")


def test_broken_encoding(tmp_path: Path) -> None:
    data = RU[:300].encode()
    (tmp_path / "ru.txt").write_bytes(data + b"\xff\xfe" + RU[300:].encode())
    error = raised(tmp_path / "ru.txt", ZH)
    assert isinstance(error, EncodingError)
    assert error.where == str(tmp_path / "ru.txt")
    assert f"byte {len(data) + 1} does not fit UTF-8" in str(error)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    error = raised(RU, tmp_path / "none.txt")
    assert isinstance(error, InputError)
    assert error.where == str(tmp_path / "none.txt")


def test_a_very_large_file(tmp_path: Path) -> None:
    with (tmp_path / "ru.txt").open("wb") as opened:
        opened.truncate(65 * 1024 * 1024)
    error = raised(tmp_path / "ru.txt", ZH)
    assert isinstance(error, TooLarge)
    assert error.where == str(tmp_path / "ru.txt")
    assert "64 MB" in str(error)


@pytest.mark.parametrize(
    ("source", "target", "codes", "where", "looks_like"),
    [
        (RU, ZH, ("zh", "zh"), "source", "ru"),
        (RU, RU, ("ru", "zh"), "target", "ru"),
        (ZH, RU, ("ru", "zh"), "source", "zh"),
        (EN, ZH, ("ru", "zh"), "source", "en"),
        (UKRAINIAN, ZH, ("ru", "zh"), "source", "uk"),
        (RU, EN, ("ru", "zh"), "target", "en"),
    ],
)
def test_a_wrong_language_is_noticed(
    source: str, target: str, codes: tuple[str, str], where: str, looks_like: str
) -> None:
    error = raised(source, target, *codes)
    assert isinstance(error, WrongLanguage)
    assert error.where == where
    declared = codes[0] if where == "source" else codes[1]
    assert f"declared {declared} but looks like {looks_like}" in str(error)
    assert "Check" in error.remedy


def test_a_wrong_language_is_noticed_in_lines_and_files(tmp_path: Path) -> None:
    assert isinstance(raised(list(documents()["customs"]["en"]), ZH), WrongLanguage)
    (tmp_path / "a.txt").write_text(EN, encoding="utf-8")
    error = raised(tmp_path / "a.txt", ZH, sentences=True)
    assert isinstance(error, WrongLanguage)
    assert error.where == str(tmp_path / "a.txt")


@pytest.mark.parametrize("share", [0.5, 0.6])
def test_mixed_languages_are_noticed(share: float) -> None:
    """A bilingual file: one language after the other, or sentence by sentence in turn."""
    first, second = documents()["museum-loan"]["ru"], documents()["museum-loan"]["en"]
    count = round(share * len(first))
    for mixed in (
        "\n".join([*first[:count], *second[count:]]),
        "\n".join(text for both in zip(first[:count], second[:count], strict=True) for text in both),
    ):
        error = raised(mixed, ZH)
        assert isinstance(error, WrongLanguage)
        assert "mixes languages" in str(error)
        assert " ru" in str(error)
        assert " en" in str(error)


@pytest.mark.parametrize("pair", PAIRS)
def test_the_right_language_is_not_suspected(pair: tuple[str, str]) -> None:
    for document in documents().values():
        align("\n".join(document[pair[0]]), "\n".join(document[pair[1]]), from_=pair[0], to=pair[1])


def test_names_and_figures_are_of_no_language() -> None:
    """A table of names, codes and figures tells no language; it is not taken for a foreign one."""
    rows = [
        f"{name} {k}, ISO {9000 + k}, {1000 * k}"
        for k, name in enumerate(["Kelmora", "Tarsin", "Lumar", "Ostrel"] * 4)
    ]
    alignment = align("\n".join(rows), "\n".join(rows), from_="en", to="ru", sentences=True)
    assert indexed(alignment.beads) == [((k,), (k,)) for k in range(16)]
    states = "Австралия (2017 год), Германия (2016 год), Дания (2017 год), Италия (2015 год).\n" * 4
    assert len(align(states, states, from_="ru", to="ru")) == 4


def test_a_short_quotation_is_allowed() -> None:
    quoting = [
        *documents()["customs"]["ru"],
        "Samples sold at the exhibition are cleared under the general rules.",
    ]
    align("\n".join(quoting), list(documents()["customs"]["zh"]), from_="ru", to="zh")


def test_unrelated_texts(tmp_path: Path) -> None:
    names = sorted(documents())
    source, target = prose(names[:6], "ru"), prose(names[6:], "zh")
    error = raised(source, target)
    assert isinstance(error, Unrelated)
    assert "do not seem to be versions of one document" in str(error)
    assert error.exit_code == 3


@pytest.mark.parametrize("code", ["xx", "russian", ""])
def test_an_unknown_language(code: str) -> None:
    with pytest.raises(UnknownLanguage):
        align(RU, ZH, from_=code, to="zh")


def test_an_unknown_encoder() -> None:
    with pytest.raises(InputError, match=r"^none-such: "):
        align(RU, ZH, from_="ru", to="zh", encoder="none-such")


def test_one_line_of_two_hundred_thousand_characters_without_a_full_stop() -> None:
    endless = "слово " * 33_400
    assert len(endless) > 200_000
    for sentences in (False, True):
        error = raised(endless, ZH, sentences=sentences)
        assert isinstance(error, TooLarge)
        assert error.where == "source"
        assert "Sentence 1 has 200,399 characters; 20,000 are allowed" in str(error)
        assert "full stops" in error.remedy


def running(code: str, order: Sequence[int], joiner: str) -> str:
    """Sentences that stop, one after the other in one line."""
    stops = [k for k in range(149) if all(units(c)[k][-1] in ".。" for c in ("ru", "zh", "en"))]
    return joiner.join(units(code)[stops[k % len(stops)]] for k in order)


def test_one_line_of_two_hundred_thousand_characters_of_running_text() -> None:
    order = [k for seed in range(27) for k in random.Random(seed).sample(range(100), 100)]
    source, target = running("ru", order, " "), running("zh", order, "")
    assert len(source) > 200_000
    assert "\n" not in source + target
    alignment = align(source, target, from_="ru", to="zh")
    assert_covers(alignment)
    assert len(alignment.source) >= 2000
    assert agreement(alignment) > 0.95


def agreement(alignment: Alignment) -> float:
    """Share of the source's characters whose target stands as far into its text, give or take a hundredth."""
    ends = [max(s.end for s in side) for side in (alignment.source, alignment.target)]
    good = total = 0
    for bead in alignment:
        if bead.source and bead.target:
            places = (
                alignment.source[bead.source[0]].start / ends[0],
                alignment.target[bead.target[0]].start / ends[1],
            )
            good += sum(len(alignment.source[i].text) for i in bead.source) * (
                abs(places[0] - places[1]) < 0.01
            )
    total = sum(len(s.text) for s in alignment.source)
    return good / total
