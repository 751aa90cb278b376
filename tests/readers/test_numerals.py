from __future__ import annotations

import pytest

from dragoman.languages.structure.counting import in_figures
from dragoman.readers.numerals import written


@pytest.mark.parametrize(
    ("form", "number", "expected"),
    [
        ("decimal", 12, "12"), ("decimalZero", 5, "05"), ("lowerLetter", 26, "z"), ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"), ("lowerRoman", 14, "xiv"), ("upperRoman", 1994, "MCMXCIV"),
        ("russianLower", 7, "ж"), ("russianLower", 10, "к"), ("russianUpper", 30, "АА"),
        ("chineseCounting", 10, "十"), ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCounting", 105, "一百零五"), ("chineseCounting", 1005, "一千零五"),
        ("chineseCounting", 2000, "二千"),
        ("chineseLegalSimplified", 10, "壹拾"), ("ideographDigital", 20, "二〇"),
        ("ideographTraditional", 3, "丙"),
        ("decimalEnclosedCircle", 3, "③"), ("decimalEnclosedCircle", 21, "21"),
        ("decimalFullWidth", 10, "１０"),
        ("bullet", 1, ""), ("none", 1, ""), ("unheardOf", 4, "4"),
        ("lowerLetter", 0, "0"), ("upperRoman", 10**6, "1000000"),
    ],
)  # fmt: skip
def test_numbers_as_word_writes_them(form: str, number: int, expected: str) -> None:
    assert written(number, form) == expected


def test_chinese_numbers_read_back() -> None:
    for number in [*range(1, 300), 999, 1000, 1010, 1234, 9999]:
        assert in_figures(written(number, "chineseCounting")) == str(number)
