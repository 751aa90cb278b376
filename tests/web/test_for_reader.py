"""What is said in several languages, for the reader of one."""

from __future__ import annotations

import pytest

from dragoman.web.locales import LOCALES
from dragoman.web.tongues import for_reader
from dragoman.web.wording import Wording
from dragoman.workspace import About, Document, Version


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Lake · Озеро · 湖", "ru", "Озеро"),
        ("Lake · Озеро · 湖", "zh", "湖"),
        ("Lake / Озеро", "zh", "Lake / Озеро"),
        ("Озеро", "en", "Озеро"),
        ("Озеро · Степь", "ru", "Озеро · Степь"),
        ("Lake · 湖 · 泽", "en", "Lake · 湖 · 泽"),
        ("Lake · 湖 · 12", "en", "Lake · 湖 · 12"),
        ("", "en", ""),
    ],
)
def test_one_language_of_several(text: str, code: str, expected: str) -> None:
    assert for_reader(text, code) == expected


def _document(title: str, **titles: str) -> Document:
    versions = tuple(
        Version(
            code, "sha256:" + "0" * 64, "x.txt", "text", "text/plain", 1, "2026-01-01T00:00:00Z", title=own
        )
        for code, own in sorted(titles.items())
    )
    return Document("abcdefghjk", About(title=title), versions, "2026-01-01T00:00:00Z")


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (_document("Lake · Озеро", ru="Полное название", zh="湖"), ["Lake", "Озеро", "Lake · Озеро"]),
        (_document("О реке", ru="О реке и озере", en="On the river"), ["О реке"] * 3),
        (_document("О реке", ru="О реке", en="On the river"), ["On the river", "О реке", "О реке"]),
        (_document("О реке", ru=""), ["О реке", "О реке", "О реке"]),
        (_document("", ru="О реке"), ["", "О реке", ""]),
    ],
)
def test_the_title_that_a_reader_knows(document: Document, expected: list[str]) -> None:
    assert [Wording(LOCALES[code]).heading(document) for code in ("en", "ru", "zh")] == expected


def test_usual_kinds_are_translated_and_others_kept() -> None:
    russian = Wording(LOCALES["ru"])
    assert russian.kind_name("Joint Statement") != "Joint Statement"
    assert russian.kind_name("Aide-mémoire") == "Aide-mémoire"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", ["Lake · Озеро · 湖", "River · Река · 河", "Steppe · Степь · 草原"]),
        ("ru", ["Lake · Озеро · 湖", "River · Река · 河", "Steppe · Степь · 草原"]),
        ("zh", ["Steppe · Степь · 草原", "River · Река · 河", "Lake · Озеро · 湖"]),
    ],
)
def test_parties_stand_in_the_order_of_the_readers_alphabet(code: str, expected: list[str]) -> None:
    parties = ["River · Река · 河", "Steppe · Степь · 草原", "Lake · Озеро · 湖"]
    assert Wording(LOCALES[code]).in_order(parties) == expected
