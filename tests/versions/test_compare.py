"""From texts to findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from dragoman.bitext.encoder import encoder
from dragoman.errors import EmptyInput, InputError, Unrelated, WrongLanguage
from dragoman.marking import Reason
from dragoman.terms.lists import read_termbase
from dragoman.versions import compare as comparing
from dragoman.versions.compare import LINE, clues, compare, findings
from dragoman.versions.model import KINDS, Clue, Comparison, Kind
from dragoman.versions.side import Passage, Setting
from tests.versions.harbours import EN, OMITTED, RU, ZH
from tests.versions.material import layout, one_to_one


def kinds(found: Comparison) -> list[str]:
    return [one.kind for one in found.at(LINE)]


def test_what_is_left_out_is_found_with_its_place_in_the_given_text() -> None:
    found = compare(RU, EN)
    assert found.languages == ("ru", "en")
    (one,) = found.at(LINE)
    assert (one.kind, one.alone, found.words(one)) == ("omitted", "", ((), (OMITTED,)))
    (place,) = one.places[1]
    assert EN[place.first : place.last] == OMITTED


def test_a_text_against_itself_in_another_language_code_has_no_findings() -> None:
    same = [line for line in EN.split("\n") if line]
    assert findings(layout((("en", same), ("de", same)), [one_to_one(len(same))]), ()) == ()


def test_of_three_versions_the_one_that_differs_is_named() -> None:
    (one,) = compare(RU, EN, ZH).at(LINE)
    assert (one.kind, one.alone) == ("omitted", "en")


def test_sentences_left_out_one_after_the_other_are_one_finding() -> None:
    found = compare(RU.replace("В густой туман звонят в колокол.\n\n", ""), EN)
    (one,) = [each for each in found.at(LINE) if each.kind == "omitted"]
    assert len(one.places[1]) == 2


def test_files_tell_their_languages_and_notes_of_readers_are_passed_on(tmp_path: Path) -> None:
    one, other = tmp_path / "harbours.ru.txt", tmp_path / "harbours.html"
    one.write_text(RU, encoding="utf-8")
    body = "".join(f"<p>{line}</p>" for line in EN.split("\n\n"))
    other.write_text(f"<html><body><nav>Home</nav><main>{body}</main></body></html>", encoding="utf-8")
    found = compare(one, other)
    assert found.languages == ("ru", "en")
    assert kinds(found) == ["omitted"]


def test_a_translation_memory_holds_all_versions(tmp_path: Path) -> None:
    memory = tmp_path / "harbours.tmx"
    units = "".join(
        f'<tu><tuv xml:lang="ru"><seg>{ru}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu>'
        for ru, en in zip(RU.strip().split("\n\n"), EN.replace(OMITTED, "").split(), strict=False)
    )
    memory.write_text(
        f'<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        f'adminlang="en" srclang="ru" datatype="plaintext"/><body>{units}</body></tmx>',
        encoding="utf-8",
    )
    assert compare(memory).languages == ("ru", "en")


@pytest.mark.parametrize(
    ("texts", "languages", "kind", "message"),
    [
        ((RU,), (), InputError, "Two or three language versions can be compared, not 1."),
        ((RU, EN, ZH, RU), (), InputError, "not 4"),
        ((RU, EN), ("ru",), InputError, "2 texts and 1 languages were given."),
        ((EN, EN), (), InputError, "Two versions are in the language en: text 1 and text 2."),
        ((RU, " \n"), (), EmptyInput, "text 2: There is no sentence in it."),
        ((RU, ""), ("ru", "en"), EmptyInput, "text 2: There is no sentence in it."),
        ((RU, "12 34"), (), WrongLanguage, "text 2: The language of this text cannot be told."),
        ((RU * 3, EN * 3), ("ru", "zh"), WrongLanguage, "text 2: The text is declared zh but looks like en"),
    ],
)
def test_what_cannot_be_compared_is_said(
    texts: Sequence[str], languages: Sequence[str], kind: type[InputError], message: str
) -> None:
    with pytest.raises(kind) as caught:
        compare(*texts, languages=languages)
    assert message in str(caught.value)


def test_versions_of_different_documents_are_named(tmp_path: Path) -> None:
    one, other = tmp_path / "harbours.ru.txt", tmp_path / "kitchen.en.txt"
    one.write_text(RU * 3, encoding="utf-8")
    other.write_text(
        "Peel the onions and cut them into thin rings.\n\nFry them in butter until they are golden.\n\n"
        "Add the stock, the wine and a bay leaf.\n\nLet the soup simmer for half an hour.\n\n"
        "Toast the bread and rub it with garlic.\n\nGrate the cheese over the bowls.\n\n" * 2,
        encoding="utf-8",
    )
    with pytest.raises(Unrelated) as caught:
        compare(one, other)
    assert "harbours.ru.txt" in str(caught.value)
    assert "kitchen.en.txt" in str(caught.value)


def test_words_that_were_agreed_are_looked_for() -> None:
    termbase = read_termbase("ru,en,en deprecated\nбуксир,tugboat,tug\n".encode())
    found = [one for one in compare(RU, EN, termbase=termbase).at(LINE) if one.kind == "rendering"]
    assert found
    assert "tug" in compare(RU, EN, termbase=termbase).words(found[0])[1]
    assert "rendering" not in kinds(compare(RU, EN))


def _marks(kind: Kind, word: str, other: str) -> comparing.Detector:
    """A detector that takes a word of one side for a difference where the other lacks its counterpart."""

    def detect(passages: Sequence[Passage], _setting: Setting) -> Iterator[Clue]:
        for number, passage in enumerate(passages):
            left, right = passage.left.text, passage.right.text
            for text, against, turned in ((left, right, False), (right, left, True)):
                if word in text and other not in against and word not in against:
                    span = ((text.index(word), text.index(word) + len(word)),)
                    one, two = ((), span) if turned else (span, ())
                    yield Clue(kind, number, one, two, Reason("It is {left}.", {"left": word}), {"sure": 1.0})

    return detect


def test_what_two_pairs_tell_of_one_place_is_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "DETECTORS", (_marks("number", "42", "forty-two"),))
    made = layout(
        (
            ("en", ["There are 42 boats.", "Nothing."]),
            ("ru", ["Есть лодки.", "Ничего."]),
            ("zh", ["有船。", "无。"]),
        ),
        [one_to_one(2)] * 3,
    )
    (one,) = findings(made, clues(made, encoder()))
    assert (one.row, one.kind, one.alone) == (0, "number", "en")
    assert [len(places) for places in one.places] == [1, 0, 0]


def test_of_two_kinds_at_one_place_the_more_probable_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        comparing, "DETECTORS", (_marks("name", "Ararat", "Арарат"), _marks("subject", "Ararat", "Арарат"))
    )
    made = layout((("en", ["It is near Ararat."]), ("ru", ["Это рядом с Эльбрусом."])), [one_to_one(1)])
    assert len(findings(made, clues(made, encoder()))) == 1


def test_findings_are_in_the_order_of_the_text_and_have_kinds_that_pages_know() -> None:
    found = compare(RU.replace("Два парома", "Пять паромов").replace("один буксир", "три буксира"), EN)
    assert [one.row for one in found.findings] == sorted(one.row for one in found.findings)
    assert all(one.kind in KINDS for one in found.findings)
    assert found == compare(
        RU.replace("Два парома", "Пять паромов").replace("один буксир", "три буксира"), EN
    )
