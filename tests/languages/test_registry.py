from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest

from dragoman.errors import UnknownLanguage
from dragoman.languages import Date, Language, known, language
from dragoman.languages.registry import in_depth


def test_those_known_in_depth_come_first() -> None:
    assert in_depth() == ("en", "ru", "zh")
    assert known()[:3] == in_depth()
    assert len(known()) == len(set(known())) > 80


@pytest.mark.parametrize("code", known())
def test_every_language_does_everything(code: str) -> None:
    found: Language = language(code)
    assert found.code == code
    assert found.name
    assert found.in_depth == (code in in_depth())
    text = "Abc 12."
    assert [span.of(text) for span in found.sentences(text)] == [text]
    assert [block.kind for block in found.blocks(text)] == ["paragraph"]
    assert [word.text for word in found.words(text)] == ["Abc", "12"]
    assert [number.value for number in found.numbers(text)] == [Decimal(12)]
    assert found.dates("no date") == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("ru-RU", "ru"),
        ("zh_CN", "zh"),
        ("zh-Hant-TW", "zh"),
        ("EN", "en"),
        (" ru ", "ru"),
        ("rus", "ru"),
        ("cmn", "zh"),
        ("nb", "no"),
    ],
)
def test_tags_and_other_codes(written: str, code: str) -> None:
    assert language(written).code == code


@pytest.mark.parametrize("code", ["ar", "he", "fa", "ur", "yi", "ps", "ug", "sd"])
def test_right_to_left(code: str) -> None:
    assert language(code).direction == "rtl"


@pytest.mark.parametrize("code", ["ru", "zh", "en", "hi", "kk", "und"])
def test_left_to_right(code: str) -> None:
    assert language(code).direction == "ltr"


@pytest.mark.parametrize("code", ["xx", "", "russian", "e n", "q"])
def test_an_unknown_code_is_refused(code: str) -> None:
    with pytest.raises(UnknownLanguage, match="No language has the code"):
        language(code)


def test_the_message_names_the_nearest_code() -> None:
    with pytest.raises(UnknownLanguage, match=r"Codes that look like it: .*uk"):
        language("ukk")


def test_dates_and_numbers_are_those_of_the_language() -> None:
    assert language("ru").dates("16 мая 2024 года") == [Date(0, 16, 2024, 5, 16)]
    assert language("zh").dates("2024年5月16日") == [Date(0, 10, 2024, 5, 16)]
    assert [number.value for number in language("ru").numbers("9 400")] == [Decimal(9400)]


def test_looking_up_a_language_loads_no_dictionary() -> None:
    program = (
        "import sys; from dragoman.languages import *;"
        "[language(code).sentences('A. B.') for code in ('ru', 'zh', 'en', 'ar')];"
        "detect('и на'); normalise('é');"
        "print(*{'rumorph', 'rjieba', 'simplemma', 'opencc', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
