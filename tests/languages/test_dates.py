from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages.model import Date
from dragoman.languages.quantities.dates import dates

CODES = ("en", "ru", "zh", "de", "xx")


def listed(table: str) -> list[str]:
    """The entries of a table that are parted by bars."""
    return table.split("|")


def brief(text: str, code: str) -> list[tuple[str, int | None, int | None, int | None]]:
    return [(text[date.start : date.end], date.year, date.month, date.day) for date in dates(text, code)]


def day(date: Date) -> tuple[int | None, int | None, int | None]:
    return date.year, date.month, date.day


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "2024年5月16日"),
        ("zh", "2024 年 5 月 16 日"),
        ("zh", "２０２４年５月１６日"),
        ("zh", "二〇二四年五月十六日"),
        ("zh", "2024年5月16号"),
        ("zh", "2024-05-16"),
        ("zh", "2024.5.16"),
        ("ru", "16 мая 2024 г."),
        ("ru", "16 мая 2024 года"),
        ("ru", "16-го мая 2024 года"),
        ("ru", "«16» мая 2024 г."),
        ("ru", "16 МАЯ 2024 ГОДА"),
        ("ru", "16.05.2024"),
        ("ru", "шестнадцатого мая две тысячи двадцать четвёртого года"),
        ("en", "16 May 2024"),
        ("en", "16th May, 2024"),
        ("en", "May 16, 2024"),
        ("en", "MAY 16th, 2024"),
        ("en", "16-May-2024"),
        ("en", "2024-05-16"),
        ("en", "16/05/2024"),
        ("en", "05/16/2024"),
        ("en", "sixteenth day of May, two thousand and twenty-four"),
        ("de", "16.05.2024"),
        ("xx", "2024/05/16"),
    ],
)
def test_one_date_in_every_form(code: str, text: str) -> None:
    padded = f"— {text} —"
    assert brief(padded, code) == [(text, 2024, 5, 16)]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "in May 2024", [("May 2024", 2024, 5, None)]),
        ("en", "on 16 May", [("16 May", None, 5, 16)]),
        ("en", "in September", [("September", None, 9, None)]),
        ("en", "1 Jan. 2014", [("1 Jan. 2014", 2014, 1, 1)]),
        ("en", "5 and 6 May 2014", [("5", 2014, 5, 5), ("6 May 2014", 2014, 5, 6)]),
        ("en", "from 16 to 20 May", [("16", None, 5, 16), ("20 May", None, 5, 20)]),
        ("en", "May 16-20, 2024", [("May 16", 2024, 5, 16), ("20, 2024", 2024, 5, 20)]),
        ("en", "16 May to 3 June 2024", [("16 May", 2024, 5, 16), ("3 June 2024", 2024, 6, 3)]),
        ("en", "1 January-31 December 2014", [("1 January", 2014, 1, 1), ("31 December 2014", 2014, 12, 31)]),
        ("en", "in July and August 2014", [("July", 2014, 7, None), ("August 2014", 2014, 8, None)]),
        ("en", "On 5 May 10 people came", [("5 May", None, 5, 5)]),
        ("en", "from 2011 to 22 May 2014", [("22 May 2014", 2014, 5, 22)]),
        ("en", "nineteen forty-five", []),
        ("en", "the ninth of May nineteen forty-five", [("ninth of May nineteen forty-five", 1945, 5, 9)]),
        ("en", "It may march on; Mayor Marchetti", []),
        ("en", "May I? March 5 km", [("March 5", None, 3, 5)]),
        ("ru", "в мае 2024 года", [("мае 2024 года", 2024, 5, None)]),
        ("ru", "с 16 по 20 мая 2024 года", [("16", 2024, 5, 16), ("20 мая 2024 года", 2024, 5, 20)]),
        ("ru", "16 мая — 3 июня 2024 г.", [("16 мая", 2024, 5, 16), ("3 июня 2024 г.", 2024, 6, 3)]),
        ("ru", "седьмого и восьмого июля", [("седьмого", None, 7, 7), ("восьмого июля", None, 7, 8)]),
        ("ru", "октябрьские события", [("октябрьские", None, 10, None)]),
        ("ru", "на 1 января 2014 года 100 человек", [("1 января 2014 года", 2014, 1, 1)]),
        ("ru", "майор, мартеновский, маяк, июньчик", []),
        ("zh", "2024年5月", [("2024年5月", 2024, 5, None)]),
        ("zh", "5月16日", [("5月16日", None, 5, 16)]),
        ("zh", "9月份", [("9月份", None, 9, None)]),
        ("zh", "5月16日至6月3日", [("5月16日", None, 5, 16), ("6月3日", None, 6, 3)]),
        ("zh", "2024年5月16日和17日", [("2024年5月16日", 2024, 5, 16), ("17日", 2024, 5, 17)]),
        ("zh", "2024年5月16日至6月3日", [("2024年5月16日", 2024, 5, 16), ("6月3日", 2024, 6, 3)]),
        ("zh", "2014年7-8月", [("2014年7", 2014, 7, None), ("8月", 2014, 8, None)]),
        ("zh", "12个月，三个月，每月，月球", []),
        ("zh", "十一月二十一日", [("十一月二十一日", None, 11, 21)]),
    ],
)
def test_parts_and_ranges(
    code: str, text: str, expected: list[tuple[str, int | None, int | None, int | None]]
) -> None:
    assert brief(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "31 February 2024"),
        ("en", "29 February 2023"),
        ("en", "April 31"),
        ("ru", "31 ноября"),
        ("ru", "30.02.2024"),
        ("zh", "2024年2月30日"),
        ("zh", "2024-13-01"),
        ("xx", "1.2.2024.5"),
        ("en", "S/2024/05/16 and https://example.org/2024/05/16/"),
        ("en", "2024, 2014-2015, 5.2, 10/12"),
    ],
)
def test_what_is_no_date(code: str, text: str) -> None:
    assert dates(text, code) == []


def test_leap_years() -> None:
    for text in ("29 February 2024", "29 February", "29 February 2000"):
        assert len(dates(text, "en")) == 1
    assert dates("29 February 1900", "en") == []


MONTHS_EN = listed("January|February|March|April|May|June|July|August|September|October|November|December")
MONTHS_RU = listed("января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря")
DIGITS = "〇一二三四五六七八九"


def characters(number: int) -> str:
    """A number from 1 to 99 in Chinese characters."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def forms(date: datetime.date) -> list[tuple[str, str]]:
    """A date in every form, with the language."""
    year, month, number = date.year, date.month, date.day
    en, ru = MONTHS_EN[month - 1], MONTHS_RU[month - 1]
    in_characters = "".join(DIGITS[int(digit)] for digit in str(year))
    return [
        ("en", f"{number} {en} {year}"),
        ("en", f"{en} {number}, {year}"),
        ("en", f"{number} {en.upper()} {year}"),
        ("en", date.isoformat()),
        ("ru", f"{number} {ru} {year} г."),
        ("ru", f"{number} {ru} {year} года"),
        ("ru", f"{number:02}.{month:02}.{year}"),
        ("zh", f"{year}年{month}月{number}日"),
        ("zh", f"{year} 年 {month} 月 {number} 日"),
        ("zh", f"{in_characters}年{characters(month)}月{characters(number)}日"),
        ("de", f"{number}.{month}.{year}"),
        ("xx", f"{year}/{month:02}/{number:02}"),
    ]


@given(st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)), st.booleans())
def test_any_date_in_every_form(date: datetime.date, in_sentence: bool) -> None:
    for code, form in forms(date):
        text = f"({form}), " if in_sentence else form
        found = dates(text, code)
        assert [day(one) for one in found] == [(date.year, date.month, date.day)], text
        assert text[found[0].start : found[0].end] == form


LIVELY = "0123456789.,-/年月日号至和 мая5MayJune16一二十〇\u00a0\n"
WORDS = listed(
    "16|May|June|2024|,|and|to|of|the|first|day|5-7|16.05.2024|2024-05-16|мая|июня|по|с|и|г.|"
    "первого|года|2024年|5月|16日|至|和|五月|十六日"
)
texts = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=LIVELY, max_size=30),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
)


@given(texts, st.sampled_from(CODES))
def test_any_text(text: str, code: str) -> None:
    last = 0
    for date in dates(text, code):
        assert last <= date.start < date.end <= len(text)
        last = date.end
        assert date.month is not None
        if date.day is not None:
            # Raises for a day that is not in the calendar.
            datetime.date(date.year or 2000, date.month, date.day)
