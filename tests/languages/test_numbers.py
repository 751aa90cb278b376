from __future__ import annotations

import ast
import inspect
import time
from collections import Counter
from decimal import Context, Decimal, Inexact, localcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages.model import Number
from dragoman.languages.quantities import numbers as numbers_module
from dragoman.languages.quantities.dates import dates
from dragoman.languages.quantities.numbers import numbers
from dragoman.languages.quantities.numeral_tables import TABLES, table
from dragoman.languages.quantities.roman import roman

CODES = ("en", "ru", "zh", "de", "xx")


ENDINGS = {"cardinal": "", "ordinal": "th", "percent": "%"}


def listed(table: str) -> list[str]:
    """The entries of a table that are parted by bars."""
    return table.split("|")


def brief(text: str, code: str) -> str:
    """Each number as its stretch of text and its value, with "th" for ordinals and "%" for percentages."""
    return " | ".join(
        f"{text[one.start : one.end]}={one.value.normalize():f}{ENDINGS[one.kind]}"
        for one in numbers(text, code)
    )


def values(text: str, code: str) -> list[Decimal]:
    return [one.value for one in numbers(text, code)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9,400 and 9 400 people", "9,400=9400 | 9 400=9400"),
        ("190.27 billion, 190.27bn", "190.27 billion=190270000000 | 190.27bn=190270000000"),
        ("in the twenty-first century", "twenty-first=21th"),
        ("the XXI century", "XXI=21th"),
        ("two-thirds and three quarters", "two-thirds=0.6666666666666666666666666667 | three quarters=0.75"),
        ("five per cent or 5 %", "five per cent=5% | 5 %=5%"),
        ("the 7364th meeting, the fifth item", "7364th=7364th | fifth=5th"),
        ("15–20 %", "15=15% | 20 %=20%"),
        ("15 to 20 million", "15=15000000 | 20 million=20000000"),
        ("from 22 % in 2009 to 26 %", "22 %=22% | 2009=2009 | 26 %=26%"),
        ("from 12 to 8 per cent", "12=12% | 8 per cent=8%"),
        ("at -5 or minus 7", "-5=-5 | minus 7=-7"),
        ("2015-2020", "2015=2015 | 2020=2020"),
        ("1/2, 2 1/2, 3½", "1/2=0.5 | 2 1/2=2.5 | 3½=3.5"),
        ("two and a half million", "two and a half million=2500000"),
        ("half a million", "half a million=500000"),
        ("a third of the votes", "a third=0.3333333333333333333333333333"),
        ("one hundred and two thousand three hundred", "one hundred and two thousand three hundred=102300"),
        ("one hundred and two hundred", "one hundred=100 | two hundred=200"),
        ("5 million 200 thousand", "5 million 200 thousand=5200000"),
        ("twenty-five point five", "twenty-five point five=25.5"),
        ("between twenty and thirty", "twenty=20 | thirty=30"),
        ("article VI, annex I", "VI=6 | I=1"),
        ("parts I, II and V", "I=1 | II=2 | V=5"),
        ("I. Introduction", "I=1"),
        ("at 3.30 p.m. and at 15:30", "3.30 p.m.=15.5 | 15:30=15.5"),
        ("between 1100 and 1230 hours", "1100=11 | 1230 hours=12.5"),
        ("the 1990s", "1990s=1990"),
        ("the G20 in 2024", "20=20 | 2024=2024"),
        ("both sides", "both=2"),
        ("over the past two decades", "two decades=20"),
        ("para. 5.2", "5.2=5.2"),
        ("Euro1.5 million", "1.5 million=1500000"),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert brief(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9 400 или 9\u00a0400 человек", "9 400=9400 | 9\u00a0400=9400"),
        ("190,27 млрд", "190,27 млрд=190270000000"),
        ("двадцать один", "двадцать один=21"),
        ("в двадцать первом веке", "двадцать первом=21th"),
        ("XXI век, ХХI века, XX в.", "XXI=21th | ХХI=21th | XX=20th"),
        ("одна треть и две пятых", "одна треть=0.3333333333333333333333333333 | две пятых=0.4"),
        ("две целых пять десятых", "две целых пять десятых=2.5"),
        ("два с половиной миллиона", "два с половиной миллиона=2500000"),
        ("полтора миллиона", "полтора миллиона=1500000"),
        ("5 процентов, 15-процентный", "5 процентов=5% | 15-процентный=15%"),
        ("15−20 процентов", "15=15% | 20 процентов=20%"),
        ("15-20 млн долл.", "15=15000000 | 20 млн=20000000"),
        ("2 млн 500 тыс.", "2 млн 500 тыс=2500000"),
        ("5-й, 21-го, 3-х", "5-й=5th | 21-го=21th | 3-х=3"),
        ("1990-х годов", "1990-х=1990"),
        ("в 90-х годах XX века", "90-х годах XX века=1990"),
        (
            "пятидесяти двух, семью восемь, двадцатью семью",
            "пятидесяти двух=52 | восемь=8 | двадцатью семью=27",
        ),
        ("двадцатипятилетие, двухмиллионный", "двадцатипятилетие=25 | двухмиллионный=2000000"),
        ("минус 5, -7", "минус 5=-5 | -7=-7"),
        ("в 15 ч. 30 мин. и в 9 часов 15 минут", "15 ч. 30 мин.=15.5 | 9 часов 15 минут=9.25"),
        ("в 23 час. 15 мин.", "23 час. 15 мин.=23.25"),
        ("статья VI, приложение I", "VI=6 | I=1"),
        ("более тысячи", "тысячи=1000"),
        ("п. 5.2", "5.2=5.2"),
        ("в 2014 и 2015 годах", "2014=2014 | 2015=2015"),
        ("две тысячи двадцать четвёртый", "две тысячи двадцать четвёртый=2024th"),
        ("обе стороны", "обе=2"),
    ],
)
def test_russian(text: str, expected: str) -> None:
    assert brief(text, "ru") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9400、9,400", "9400=9400 | 9,400=9400"),
        ("1902.7亿美元", "1902.7亿=190270000000"),
        ("3万、5千、2.5万亿、十亿", "3万=30000 | 5千=5000 | 2.5万亿=2500000000000 | 十亿=1000000000"),
        ("250 万人，200多万人", "250 万=2500000 | 200多万=2000000"),
        ("3亿5000万，1万2千", "3亿5000万=350000000 | 1万2千=12000"),
        ("二十一世纪，21世纪", "二十一=21th | 21=21th"),
        ("20世纪90年代", "20世纪90年代=1990"),
        (
            "三分之一，二又三分之一",
            "三分之一=0.3333333333333333333333333333 | 二又三分之一=2.333333333333333333333333333",
        ),
        ("百分之五，百分之二十五点五，25.5%", "百分之五=5% | 百分之二十五点五=25.5% | 25.5%=25.5%"),
        ("15至20万", "15=150000 | 20万=200000"),
        ("第五次，第5次，第二十一条", "第五=5th | 第5=5th | 第二十一=21th"),
        (
            "两国、两百、一百五、一百零五、三万五",
            "两=2 | 两百=200 | 一百五=150 | 一百零五=105 | 三万五=35000",
        ),
        ("三四十人，两三年", "三=30 | 四十=40 | 两=2 | 三=3"),
        ("二〇二四年", "二〇二四=2024"),
        ("下午3时30分，三点十分", "下午3时30分=15.5 | 三点十分=3.166666666666666666666666667"),
        ("三年半", "三=3.5"),
        ("２０２４年，３．５％", "２０２４=2024 | ３．５％=3.5%"),
        ("壹佰贰拾万元整", "壹佰贰拾万=1200000"),
        ("附件一，附件三", "一=1 | 三=3"),
        ("一、导言", "一=1"),
        ("零下10度，负5", "零下10=-10 | 负5=-5"),
        ("首次会议，上半年", "首=1th | 上半=1th"),
        ("二十国集团", "二十=20"),
        ("5千克", "5=5"),
        ("一萬二千億", "一萬二千億=1200000000000"),
    ],
)
def test_chinese(text: str, expected: str) -> None:
    assert brief(text, "zh") == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A/RES/70/1 and S/2015/123, E/CN.4/2003/12/Add.1"),
        ("en", "see https://example.org/2024/5 or write to office5@example.org"),
        ("en", "CO2 and m², COVID-19, text¹, section 5.2.1"),
        ("en", "one of them, no one, each one, none"),
        ("en", "dozens and hundreds of thousands, per second, first of all"),
        ("en", "CD, MIX, Mr. V. Smith, I think, annex C"),
        ("en", "both men and women"),
        ("ru", "один из них, одни и те же, семью, столетие"),
        ("ru", "тысячи людей, десятки и сотни, в первую очередь"),
        ("ru", "документ A/RES/70/1, свинец, трибуна, стойка"),
        ("zh", "一带一路、一致、统一、一些、一个、同一、唯一、进一步"),
        ("zh", "几十个、数百万、十几、成千上万、数以百万计"),
        ("zh", "十分重要、百姓、万一、三角、四川、两性平等"),
        ("zh", "星期三、二氧化碳、（二）、千克、大陆、队伍、百分点"),
        ("zh", "A/RES/70/1号决议"),
        ("zh", "三方、两年期、三级、百年未有之大变局"),
        ("xx", "m² A/RES/70/1"),
    ],
)
def test_what_is_no_number(code: str, text: str) -> None:
    assert brief(text, code) == ""


@pytest.mark.parametrize(
    ("value", "en", "ru", "zh"),
    [
        ("9400", "9,400", "9 400", "9 400"),
        ("190270000000", "190.27 billion", "190,27 млрд", "1902.7亿"),
        ("21", "twenty-one", "двадцать один", "二十一"),
        ("21", "the twenty-first century", "двадцать первый век", "二十一世纪"),
        ("21", "the 21st century", "XXI век", "21世纪"),
        ("5", "five per cent", "5 процентов", "百分之五"),
        ("0.25", "one quarter", "одна четверть", "四分之一"),
        ("1000000", "one million", "миллион", "一百万"),
        ("3", "article III", "статья III", "第三条"),
        ("20", "the Group of Twenty", "Группа двадцати", "二十国集团"),
        ("15.5", "3.30 p.m.", "15 ч. 30 мин.", "下午3时30分"),
        ("1990", "the 1990s", "1990-е годы", "1990年代"),
        ("10", "the past decade", "последнее десятилетие", "过去十年"),
        ("1", "for the first time", "впервые", "首次"),
        ("2", "both countries", "обе страны", "两国"),
        ("5", "a five-year plan", "пятилетний план", "五年计划"),
        ("70", "the seventieth session", "семидесятая сессия", "第七十届会议"),
        ("2.5", "two and a half", "два с половиной", "两个半"),
    ],
)
def test_the_same_in_three_languages(value: str, en: str, ru: str, zh: str) -> None:
    assert [values(en, "en"), values(ru, "ru"), values(zh, "zh")] == [[Decimal(value)]] * 3


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("de", "9.400", "9400"),
        ("de", "1.234.567,89", "1234567.89"),
        ("de-AT", "190,27", "190.27"),
        ("fr", "9 400,5", "9400.5"),
        ("ja", "9,400", "9400"),
        ("ja", "9.400", "9.4"),
        ("xx", "9.400", "9400"),
        ("xx", "9,400", "9400"),
        ("xx", "0.400", "0.4"),
        ("xx", "1,5", "1.5"),
        ("xx", "12'345", "12345"),
        ("ar", "٣٤٥", "345"),
        ("ar", "١٬٢٣٤٫٥", "1234.5"),
        ("hi", "५०", "50"),
        ("ru", "1,234", "1.234"),
        ("ru", "1,234,567", "1234567"),
        ("zh-Hant", "3萬", "30000"),
        ("EN", "twenty", "20"),
        ("ru_RU", "двадцать", "20"),
    ],
)
def test_marks_of_other_languages(code: str, text: str, value: str) -> None:
    assert values(text, code) == [Decimal(value)]


def russian(number: int, *, feminine: bool = False) -> str:
    """A number below 10^12 in Russian words, in the nominative."""
    hundreds = listed("|сто|двести|триста|четыреста|пятьсот|шестьсот|семьсот|восемьсот|девятьсот")
    tens = listed("||двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто")
    small = listed(
        "|один|два|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать|тринадцать|"
        "четырнадцать|пятнадцать|шестнадцать|семнадцать|восемнадцать|девятнадцать"
    )
    for scale, one, few, many, gender in (
        (10**9, "миллиард", "миллиарда", "миллиардов", False),
        (10**6, "миллион", "миллиона", "миллионов", False),
        (10**3, "тысяча", "тысячи", "тысяч", True),
    ):
        if number >= scale:
            count, rest = divmod(number, scale)
            ending = (
                many
                if count % 100 in range(11, 15)
                else {1: one, 2: few, 3: few, 4: few}.get(count % 10, many)
            )
            return f"{russian(count, feminine=gender)} {ending} {russian(rest, feminine=feminine)}".strip()
    words = [hundreds[number // 100]]
    number %= 100
    if number >= 20:
        words.append(tens[number // 10])
        number %= 10
    word = small[number]
    words.append({"один": "одна", "два": "две"}.get(word, word) if feminine else word)
    return " ".join(word for word in words if word)


def english(number: int, joint: str) -> str:
    """A number below 10^12 in English words, with "and" or a space after hundreds."""
    tens = listed("||twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety")
    small = listed(
        "|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
        "sixteen|seventeen|eighteen|nineteen"
    )
    for scale, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred")):
        if number >= scale:
            count, rest = divmod(number, scale)
            between = joint if scale == 100 or rest < 100 else " "
            return f"{english(count, joint)} {name}{between if rest else ''}{english(rest, joint)}"
    if number >= 20:
        return tens[number // 10] + ("-" + small[number % 10] if number % 10 else "")
    return small[number]


def chinese(number: int) -> str:
    """A number below 10^12 in Chinese characters."""
    if number >= 10**8 or number >= 10**4:
        scale, name = (10**8, "亿") if number >= 10**8 else (10**4, "万")
        count, rest = divmod(number, scale)
        zero = "零" if rest and rest < scale // 10 else ""
        return chinese(count) + name + zero + (chinese(rest) if rest else "")
    digits, word, pending = "零一二三四五六七八九", "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            word += ("零" if pending and word else "") + digits[digit] + name
            pending = False
        else:
            pending = True
    return word


@given(st.integers(2, 10**12 - 1))
def test_any_number_in_words(number: int) -> None:
    expected = [Decimal(number)]
    assert values(f"Всего {russian(number)}.", "ru") == expected
    assert values(f"There are {english(number, ' and ')} of these.", "en") == expected
    assert values(f"There are {english(number, ' ')} of these.", "en") == expected
    assert values(f"共有{chinese(number)}名", "zh") == expected
    assert values(f"第{chinese(number)}次", "zh") == expected


@given(st.integers(0, 10**15), st.sampled_from([" ", "\u00a0", "\u2009", "\u202f"]), st.sampled_from(CODES))
def test_any_grouping_by_spaces(number: int, gap: str, code: str) -> None:
    assert values(f"( {number:,} )".replace(",", gap), code) == [number]
    assert values(f"({number})", code) == [number]


@given(st.integers(1000, 10**15), st.integers(0, 999))
def test_any_grouping_by_marks(number: int, decimals: int) -> None:
    expected = [Decimal(f"{number}.{decimals}")]
    english_form = f"{number:,}.{decimals}"
    assert values(english_form, "en") == values(english_form, "zh") == values(english_form, "xx") == expected
    german_form = english_form.translate(str.maketrans(",.", ".,"))
    assert values(german_form, "de") == expected
    assert values(f"{number:,}".replace(",", " ") + f",{decimals}", "ru") == expected


@given(st.integers(1, 9999), st.sampled_from([("bn", "млрд", "亿", 10**9), ("million", "млн", "万", 10**6)]))
def test_any_magnitude(hundredths: int, scale: tuple[str, str, str, int]) -> None:
    en, ru, zh, factor = scale
    value = Decimal(hundredths) / 100
    expected = [value * factor]
    in_chinese = value * factor / (10**8 if zh == "亿" else 10**4)
    assert values(f"{value} {en}", "en") == expected
    assert values(f"{value} {ru}".replace(".", ","), "ru") == expected
    assert values(f"{in_chinese:f}{zh}", "zh") == expected


@given(st.integers(1, 3999))
def test_any_roman_numeral(number: int) -> None:
    letters, rest = "", number
    for value, letter in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        letters += letter * (rest // value)
        rest %= value
    assert roman(letters) == number
    if set("IVX") & set(letters):
        assert values(f"chapter {letters} of the book", "en") == [number]


# Texts in which something is likely to happen.
LIVELY = (
    "0123456789٣५１²½.,:/-–−%'’ \u00a0\n\0()IVXLCDM第一二三十百千万亿两零点分之又半多余首年月日时下午"
    "个几数每负壹贰拾佰廿〇"
)
WORDS = listed(
    "one|two|three|first|second|third|half|twenty|hundred|thousand|million|and|a|point|per|cent|of|"
    "minus|May|16|2024|two-thirds|один|две|тысячи|миллион|с|половиной|и|пятый|пятых|треть|целых|"
    "мая|в|5-й|века|XXI|двадцатипятилетний|15:30|p.m.|ч.|мин.|1/2|190,27|A/RES/70/1|COVID-19|"
    "百分之|三分之一|二〇二四年五月"
)
texts = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=LIVELY, max_size=30),
    st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
)


@given(texts, st.sampled_from(CODES))
def test_any_text(text: str, code: str) -> None:
    found = numbers(text, code)
    last = 0
    for one in found:
        assert last <= one.start < one.end <= len(text)
        assert one.value.is_finite()
        last = one.end
    in_dates = [(date.start, date.end) for date in dates(text, code)]
    assert not [one for one in found for start, end in in_dates if one.start < end and start < one.end]


@given(texts, st.sampled_from(CODES))
def test_the_callers_arithmetic_changes_nothing(text: str, code: str) -> None:
    expected = numbers(text, code)
    with localcontext(Context(prec=2, traps=[Inexact])):
        assert numbers(text, code) == expected


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 ", "1.", "一", "百", "第", "(", "one ", "I ", "5 May ", "both ", "1/", "a."]
)
def test_time_grows_with_length_only(piece: str, code: str) -> None:
    text = piece * (40_000 // len(piece))
    began = time.process_time()
    numbers(text, code)
    assert time.process_time() - began < 3


def test_digits_without_end_are_no_number() -> None:
    assert numbers("7" * 5000, "en") == []
    assert numbers("7" * 40, "en") == [Number(0, 40, Decimal("7" * 40))]


def test_every_table_is_built_once_and_found_by_its_tag() -> None:
    for code, build in TABLES.items():
        assert table(code) is table(f"{code}-XX") is build()


def test_numbers_need_the_standard_library_only() -> None:
    package = Path(inspect.getfile(numbers_module)).parents[2]
    waiting, seen = ["dragoman.languages.quantities.numbers"], set[str]()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        file = package.joinpath(*name.split(".")[1:]).with_suffix(".py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for module in modules:
                own = module.startswith("dragoman.languages.")
                assert own or module.split(".")[0] in {
                    "__future__", "collections", "dataclasses", "decimal", "functools", "re", "typing",
                }, module  # fmt: skip
                if own and module not in seen:
                    waiting.append(module)
    assert len(seen) > 5


# Share of line pairs with the same values on both sides, of those with a number or a date on either side,
# on the 4,000 lines of the UN Parallel Corpus v1.0 development set (measured .9355, .9239, .9000). What is
# left is mostly in the texts: there are 181 lines on which two languages agree against the third, and a
# reader found the reading at fault in 27 of them. The number that opens a paragraph is left out, because
# the corpus keeps it on one side only in some hundred lines.
FLOORS = {("en", "ru"): 0.93, ("en", "zh"): 0.92, ("ru", "zh"): 0.895}


def multiset(text: str, code: str) -> Counter[object]:
    found: Counter[object] = Counter(values(text, code))
    found.update((date.year, date.month, date.day) for date in dates(text, code))
    return found


def without_label(line: str) -> str:
    """The line without the number or letter of its paragraph."""
    head, _, rest = line.partition(" ")
    is_label = head.rstrip(".)、") != head and 0 < len(head.strip("().、")) <= 3
    return rest if is_label else line


def test_agreement_between_languages(shared_data: Path) -> None:
    folder = shared_data / "text" / "un-parallel-dev"
    if not folder.is_dir():
        pytest.skip(f"No UN development set at {folder}.")
    found = {}
    for code in ("en", "ru", "zh"):
        lines = (folder / f"UNv1.0.devset.{code}").read_text(encoding="utf-8").split("\n")[:4000]
        found[code] = [multiset(without_label(line), code) for line in lines]
    for (one, other), floor in FLOORS.items():
        pairs = [(a, b) for a, b in zip(found[one], found[other], strict=True) if a or b]
        share = sum(a == b for a, b in pairs) / len(pairs)
        assert share >= floor, f"{one}-{other}: {share:.4f} of {len(pairs)} pairs"
