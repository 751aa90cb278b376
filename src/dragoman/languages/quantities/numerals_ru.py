"""How Russian writes numbers and dates."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from dragoman.languages.quantities.numerals import (
    DateForms,
    Marks,
    Numeral,
    Numerals,
    Phrase,
    Rule,
    Words,
    listed,
)

# Every line: a value and all forms of the cardinal and collective numeral, ё as е.
_CARDINALS = """
0 ноль ноля нолю нолем ноле нуль нуля нулю нулем нуле
1 один одна одно одни одного одной одному одну одним одними одних одном одною
2 два две двух двум двумя двое двоих двоим двоими дважды оба обе обоих обеих обоим обеим обоими обеими
3 три трех трем тремя трое троих троим троими трижды
4 четыре четырех четырем четырьмя четверо четверых четверым четверыми
5 пять пяти пятью пятеро пятерых
6 шесть шести шестью шестеро шестерых
7 семь семи семью семеро семерых
8 восемь восьми восемью восьмью
9 девять девяти девятью
10 десять десяти десятью
11 одиннадцать одиннадцати одиннадцатью
12 двенадцать двенадцати двенадцатью
13 тринадцать тринадцати тринадцатью
14 четырнадцать четырнадцати четырнадцатью
15 пятнадцать пятнадцати пятнадцатью
16 шестнадцать шестнадцати шестнадцатью
17 семнадцать семнадцати семнадцатью
18 восемнадцать восемнадцати восемнадцатью
19 девятнадцать девятнадцати девятнадцатью
20 двадцать двадцати двадцатью
30 тридцать тридцати тридцатью
40 сорок сорока
50 пятьдесят пятидесяти пятьюдесятью
60 шестьдесят шестидесяти шестьюдесятью
70 семьдесят семидесяти семьюдесятью
80 восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью
90 девяносто девяноста
100 сто ста
200 двести двухсот двумстам двумястами двухстах
300 триста трехсот тремстам тремястами трехстах
400 четыреста четырехсот четыремстам четырьмястами четырехстах
500 пятьсот пятисот пятистам пятьюстами пятистах
600 шестьсот шестисот шестистам шестьюстами шестистах
700 семьсот семисот семистам семьюстами семистах
800 восемьсот восьмисот восьмистам восьмьюстами восемьюстами восьмистах
900 девятьсот девятисот девятистам девятьюстами девятистах
"""
# «семью» is the accusative of «семья» (family) far more often than the instrumental of 7.
_NEVER_ALONE = frozenset({"семью"})
_ORDINAL_STEMS = """
1 перв 2 втор 4 четверт 5 пят 6 шест 7 седьм 8 восьм 9 девят 10 десят 11 одиннадцат 12 двенадцат
13 тринадцат 14 четырнадцат 15 пятнадцат 16 шестнадцат 17 семнадцат 18 восемнадцат 19 девятнадцат
20 двадцат 30 тридцат 40 сороков 50 пятидесят 60 шестидесят 70 семидесят 80 восьмидесят 90 девяност
100 сот 200 двухсот 300 трехсот 400 четырехсот 500 пятисот 600 шестисот 700 семисот 800 восьмисот
900 девятисот 2000 двухтысячн 3000 трехтысячн 5000 пятитысячн 10000 десятитысячн
"""
_SCALE_ORDINAL_STEMS = {"тысячн": 10**3, "миллионн": 10**6, "миллиардн": 10**9}
_ADJECTIVE = listed("ый ой ий ого ому ым ом ая ую ою ое ые ых ыми")
_AFTER_K = ("ие", "их", "им", "ими")
_THIRD = listed(
    "третий третья третье третьего третьей третьему третьим третьем третью третьи третьих третьими"
)
# As denominators: одна пятая, одной пятой; две пятых, двум пятым, две пятые.
_ONE_PART = ("ая", "ой", "ую", "ья", "ей", "ью")
_MANY_PARTS = ("ых", "ым", "ые", "ыми", "их", "им", "ими")
# The first forms count alone (a thousand), the second ones only after a number (many thousands).
_SCALES = {
    10: (
        "десятилетие десятилетия десятилетию десятилетием десятилетии",
        "десятилетий десятилетиям десятилетиями десятилетиях",
    ),
    10**3: ("тысяча тысячу тысяче тысячей тысячью", "тысячи тысяч тысячам тысячами тысячах тыс"),
    10**6: (
        "миллион миллиону миллионом миллионе",
        "миллиона миллионы миллионов миллионам миллионами миллионах млн",
    ),
    10**9: (
        "миллиард миллиарду миллиардом миллиарде",
        "миллиарда миллиарды миллиардов миллиардам миллиардами миллиардах млрд",
    ),
    10**12: (
        "триллион триллиону триллионом триллионе",
        "триллиона триллионы триллионов триллионам триллионами триллионах трлн",
    ),
}
_PARTS = {
    3: ("треть", "трети третей третям третями третях"),
    4: ("четверть четвертью", "четверти четвертей четвертям четвертями четвертях"),
}
_ONE_AND_A_HALF = ("полтора", "полторы", "полутора")
_HALVES = {"полмиллиона": 500_000, "полмиллиарда": 500_000_000, "полтысячи": 500, "полутысячи": 500}
_COMPOUND_PARTS = """
2 двух 3 трех 4 четырех 5 пяти 6 шести 7 семи 8 восьми 9 девяти 10 десяти 11 одиннадцати 12 двенадцати
13 тринадцати 14 четырнадцати 15 пятнадцати 16 шестнадцати 17 семнадцати 18 восемнадцати 19 девятнадцати
20 двадцати 30 тридцати 40 сорока 50 пятидесяти 60 шестидесяти 70 семидесяти 80 восьмидесяти 90 девяносто
100 сто 200 двухсот 300 трехсот 400 четырехсот 500 пятисот
"""
_COMPOUND_ENDS = listed(
    "летн летие летия летию летием летии дневн суточн недельн месячн часов минутн процентн кратн "
    "этажн тонн километров метров балльн страничн томн значн"
)
_COMPOUND_SCALES = {"тысячн": 10**3, "миллионн": 10**6, "миллиардн": 10**9}
# Stems of the month names, with the endings of the noun; the adjective adds "ск" to the second stem.
_MONTH_STEMS = (
    "январ январь|феврал февраль|март мартов|апрел апрель|ма май|июн июнь|июл июль|август августов|"
    "сентябр сентябрь|октябр октябрь|ноябр ноябрь|декабр декабрь"
)
_SOFT_MONTH = listed("ь я е ю ем")
_HARD_MONTH = ["", "а", "е", "у", "ом"]
_MAY = listed("й я е ю ем")
_SHORT_MONTHS = "янв фев|февр мар апр май июн июл авг сен|сент окт ноя|нояб дек"
_DASH = "[-–—−]"


def _pairs(text: str) -> list[tuple[int, str]]:
    """ "1 перв 2 втор" as [(1, "перв"), (2, "втор")]."""
    tokens = text.split()
    return [(int(value), word) for value, word in zip(tokens[::2], tokens[1::2], strict=True)]


def _ordinals() -> dict[str, Numeral]:
    words: dict[str, Numeral] = {}

    def add(form: str, value: int, times: bool) -> None:
        part = "one" if form.endswith(_ONE_PART) else "many" if form.endswith(_MANY_PARTS) else ""
        words[form] = Numeral(
            Decimal(value),
            "times" if times else "add",
            ordinal=True,
            part="" if value < 3 else "one" if part == "one" else "many" if part else "",
        )

    for value, stem in _pairs(_ORDINAL_STEMS):
        for ending in _ADJECTIVE:
            add(stem + ending, value, times=False)
    for form in _THIRD:
        add(form, 3, times=False)
    for stem, value in _SCALE_ORDINAL_STEMS.items():
        for ending in _ADJECTIVE:
            add(stem + ending, value, times=True)
    return words


def _vocabulary() -> dict[str, Numeral]:
    words = _ordinals()
    words["впервые"] = Numeral(Decimal(1), ordinal=True)
    for line in _CARDINALS.split("\n"):
        value, *forms = line.split() or ["0"]
        for form in forms:
            # «Один» is as often a pronoun ("alone", "a certain") as a number: it counts in company only.
            alone = value not in ("0", "1") and form not in _NEVER_ALONE
            words[form] = Numeral(Decimal(value), alone=alone)
    for scale, (singular, plural) in _SCALES.items():
        for form in singular.split():
            words[form] = Numeral(Decimal(scale), "times")
        for form in plural.split():
            words[form] = Numeral(Decimal(scale), "times", alone=False)
    for parts, (singular, plural) in _PARTS.items():
        for form in singular.split():
            words[form] = Numeral(Decimal(parts), "part", part="one")
        for form in plural.split():
            words[form] = Numeral(Decimal(parts), "part", alone=False, part="many")
    for form in _ONE_AND_A_HALF:
        words[form] = Numeral(Decimal("1.5"))
    for form, value_of in _HALVES.items():
        words[form] = Numeral(Decimal(value_of))
    for form in ("половиной", "половиною"):
        words[form] = Numeral(Decimal("0.5"), "half", alone=False)
    for form in ("целая", "целой", "целую", "целых", "целым"):
        words[form] = Numeral(Decimal(0), "whole", alone=False)
    return words


def _months() -> dict[str, int]:
    months: dict[str, int] = {}
    for number, stems in enumerate(_MONTH_STEMS.split("|"), start=1):
        noun, adjective = stems.split()
        endings = _MAY if noun == "ма" else _HARD_MONTH if noun in ("март", "август") else _SOFT_MONTH
        months.update({noun + ending: number for ending in endings})
        months.update({f"{adjective}ск{ending}": number for ending in (*_ADJECTIVE, *_AFTER_K)})
    for number, forms in enumerate(_SHORT_MONTHS.split(), start=1):
        months.update(dict.fromkeys(forms.split("|"), number))
    return months


def _dates() -> DateForms:
    months = _months()
    stems = [stems.split()[0] for stems in _MONTH_STEMS.split("|")]
    month = "|".join(stem if stem != "ма" else "ма[йяею]" for stem in stems)
    short = sorted(
        (form for forms in _SHORT_MONTHS.split() for form in forms.split("|")), key=len, reverse=True
    )
    day = r"[«\"„]?\d{1,2}(?!\d)[»\"“]?(?:-?(?:го|е|й|му|м)\b)?"
    return DateForms(
        cues=(*(stem[:3] for stem in stems if stem != "ма"), "май", "мая", "мае", "маю"),
        capitals=False,
        month=re.compile(rf"(?P<month>(?:{month})[а-я]*|(?:{'|'.join(short)})\b)\.?(?:\sмесяца)?"),
        months=months,
        before=re.compile(rf"(?P<days>{day}(?:\s?(?:{_DASH}{{1,2}}|,|и|или|по|до)\s?{day})*)\s$"),
        days_after=None,
        year_after=re.compile(r",?\s(?P<year>[12]\d{3})(?!\d|,\d)(?:\s?(?:год(?:ах|ов|ом|у|а|ы)?\b|гг?\.))?"),
        link=re.compile(rf"\s?(?:{_DASH}{{1,2}}|,|,?\s(?:и|или|по|до))\s?(?:с\s|в\s)?"),
        year_first=False,
        shy_months=frozenset(short) - {"май"},
        day_word=re.compile(r"\s"),
        year_word=re.compile(r",?\s"),
        year_close=re.compile(r"\s(?:года|году|год|г\.)"),
    )


def _words() -> Words:
    ends = "|".join(_COMPOUND_ENDS)
    parts = {word: Decimal(value) for value, word in _pairs(_COMPOUND_PARTS)}
    numerals = "|".join(sorted(parts, key=len, reverse=True))
    return Words(
        letters=re.compile("[а-я]+"),
        vocabulary=_vocabulary(),
        withs=frozenset({"и", "с"}),
        idioms=Rule(
            ("перв", "в секунду", "ие десятилетия"),
            re.compile(
                r"в\sпервую\sочередь\b|на\sперв(?:ый|ом)\s(?:план|взгляд|мест)\w*|из\sпервых\sрук\b|"
                r"первым\sделом\b|в\sсекунду\b|десятилетия(?<=ие\sдесятилетия)\b"
            ),
        ),
        # «Столетие», a century, is a word of its own.
        compound=re.compile(
            rf"(?!столет)(?P<parts>(?:{numerals})+)(?:{ends}|(?P<scale>{'|'.join(_COMPOUND_SCALES)}))"
        ),
        compound_parts=parts,
        compound_scales={stem: Decimal(scale) for stem, scale in _COMPOUND_SCALES.items()},
    )


@cache
def russian() -> Numerals:
    """The table of Russian."""
    more = "|".join(rf"(?<=\b{word}\s)" for word in listed("более менее больше меньше свыше около порядка"))
    heads = listed(
        "статья статьи статье статью статей статьям статьях част приложени раздел глав том книг таблиц групп "
        "категори уров этап фаз добавлени класс список списк мировой мировая перечн перечень тип "
        "рисунок диаграмм"
    )
    return Numerals(
        marks=Marks(",", groups=""),
        after=re.compile(
            r"(?P<percent>\s?%|[\s-]процент(?:а|ов|ы|у|ам|ом|ами|е|ах|н\w+(?:\sпункт\w*)?)?\b|\sп\.\s?п\.)|"
            r"(?P<century>\s(?:век(?:а|у|е|ом|ов|ах|ами)?\b|вв?\.|столети))|"
            r"[-‑–](?:(?P<plain>х|ти|ми|мя|ю|т[иь])|(?P<ordinal>ый|ий|й|ая|я|ое|ье|е|ого|его|го|ому|ему|му|ым|им|"
            r"м|ом|ой|ую|ые))(?![^\W\d_])"
        ),
        minus=("минус ", "минус\u00a0"),
        to=re.compile(rf"\s?{_DASH}{{1,2}}\s?|\s(?:до|или)\s"),
        roman_before=re.compile(
            rf"(?:\b(?:{'|'.join(heads)})\w*\s|\bст\.\s|\b[ivxх]+(?:,?\s(?:и|или|до)\s|,\s|{_DASH}))$"
        ),
        roman_century=re.compile(r"\s(?:век|вв?\.|столет)"),
        decade=Rule(
            ("0-е", "0-х", "0-м"),
            re.compile(
                r"(?P<decade>\d0)-(?:е|х|ми|м)\s+год\w+\s+(?P<century>[xхiv]+|\d\d(?:-го)?)\s+(?:век|в\.|столет)\w*"
            ),
        ),
        times=(
            Rule(
                (" ч.", " час"),
                re.compile(
                    r"(?P<hour>\d{1,3})\s?(?:ч\.|час(?:ов|ам|ами|а|\.)?)\s(?P<minute>[0-5]?\d)\s?"
                    r"(?:мин(?:ут(?:ы|ам|а)?\b|\.)|м\.)"
                ),
            ),
        ),
        phrases=tuple(
            Phrase(Rule((word,), re.compile(f"(?:{more}){word}\\b")), Decimal(scale))
            for word, scale in (("тысячи", 10**3), ("миллиона", 10**6), ("миллиарда", 10**9))
        ),
        words=_words(),
        dates=_dates(),
    )
