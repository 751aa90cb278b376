"""How Chinese, simplified and traditional, writes numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from dragoman.languages.quantities.numerals import (
    Characters,
    DateForms,
    Marks,
    Numerals,
    Phrase,
    Rule,
    listed,
)

_DIGITS = {
    **{character: value for value, character in enumerate("零一二三四五六七八九")},
    **{"〇": 0, "○": 0, "两": 2, "兩": 2},
}
_UNITS = {"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
# Forms for cheques and treaties; most are everyday words too (大陆, 队伍), so they count only together.
_FORMAL = dict(zip("壹贰貳叁叄肆伍陆陸柒捌玖拾佰仟", "一二二三三四五六六七八九十百千", strict=True))

# Words whose numerals count nothing, or nothing that another language would write as a number: idioms,
# places, and compounds such as 两性 (gender), 两年期 (biennium), 三方 (tripartite), 百年 (a century).
# Patterns, parted by white space. None holds where a numeral or 第 stands directly before it.
_IDIOMS = """
一带一路 一帶一路 一一 独一无二 接二连三 再三 不三不四 朝三暮四 乱七八糟 凋零 飘零
二(?=[手元胎审線线])(?!审议) 二维(?!持) 二人转 二恶英 二噁英
[两兩](?=[性者极極侧側旁难難用边邊院级級制端可立样樣栖棲]) 两手(?!段) 两面(?=[派性人]) [两兩]年[期度] 两年一次
三(?=[角亚亞峡峽思元农農边邊级級番]) 三明治 三文鱼 三维(?!持) 三审(?!议) 三合一 三八妇女 三军(?!事)
三方(?![面案]) 三位一体 三年[期度] 三三两两 三心二意 三令五申 三言两语
四(?=[川处處肢海]) 四周(?!年) 四面(?![旗]) 四下 四分五裂 四通八达 四平 四年[期度]
五金 五角大楼 五角大樓 五官(?!员) 五花八门 五颜六色 五湖 五四运动 五台 五谷
六盘水 六亲 七上八下 七嘴八舌 八达 八卦 八方 九龙 九江 九华 九寨 九牛 九霄
十(?=[足字堰进進恶惡]) 十分(?!之) 十全十美
百(?=[姓货貨科色合慕忙家般叶葉花年]) 百分[点點比率制]
千千万万 千[万萬](?=[不别別]) 千(?=[禧年方岛島里钧差丝变篇]) 千百
万(?=[象隆维国岁物能众般无有全幸县]) 万一(?![千百万]) 万分(?!之) 万千(?![瓦克米]) 万事(?!件)
[萬](?=[象隆維國歲物能眾般無有全幸縣])
亿万 億萬 零(?=[售件部星碎和散食钱售])
"""
_CHEMICAL = "(?:氧|氯|溴|氟|聚|甲|乙|丙|丁|苯|硫|硝|胺|氢|碘|酸|氨|磷|水合|烯|环|嗪|氮)"
_COUNTING = "一二三四五六七八九十"
_NUMERALS = "零一二三四五六七八九十百千万亿两兩萬億"
_BETWEEN = "[-–—−~～至到、，,和及与]"


def _idioms() -> Mapping[str, tuple[tuple[int, re.Pattern[str]], ...]]:
    """Idioms by their first numeral, each with the place of that numeral in it."""
    rules: dict[str, dict[int, list[str]]] = {}
    for pattern in listed(_IDIOMS):
        heads = pattern[1 : pattern.index("]")] if pattern.startswith("[") else ""
        place = 0 if heads else next(i for i, char in enumerate(pattern) if char in _NUMERALS)
        for numeral in heads or pattern[place]:
            rules.setdefault(numeral, {}).setdefault(place, []).append(pattern)
    for numeral in _COUNTING:
        rules.setdefault(numeral, {}).setdefault(0, []).extend(
            (
                numeral + _CHEMICAL,
                # Days of the week; list labels, which other languages write as letters; 之二 for "bis".
                f"(?:(?<=星期)|(?<=礼拜)|(?<=周)|(?<!分之)(?<=之)){numeral}(?!分)",
                f"(?<=[(（]){numeral}[{_COUNTING}]{{0,2}}(?=[)）])",
            )
        )
    return {
        numeral: tuple((place, re.compile("|".join(patterns))) for place, patterns in by_place.items())
        for numeral, by_place in rules.items()
    }


def _dates() -> DateForms:
    month_value = r"(?:1[0-2]|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九])"
    day_value = (
        r"(?:[12]\d|3[01]|0?[1-9](?!\d)|三十一?|二?十[一二三四五六七八九]?|廿[一-九]?|[一二三四五六七八九])"
    )
    months = {character: number for number, character in enumerate(_COUNTING, start=1)}
    return DateForms(
        cues=("月",),
        # "7-8月" names two months, the first one without its 月.
        capitals=True,
        month=re.compile(
            rf"(?P<month>{month_value})(?:\s?月(?![球亮氏])份?|(?=\s?{_BETWEEN}\s?{month_value}\s?月))"
        ),
        months={**months, "十一": 11, "十二": 12},
        before=re.compile(r"(?P<year>[12]\d{3}|[一二][〇零○一二三四五六七八九]{3})\s?年\s?$"),
        days_after=re.compile(
            rf"\s?(?P<days>{day_value}(?:\s?[日号號]?\s?(?:{_BETWEEN}{{1,2}}|以及)\s?{day_value}"
            rf"(?=\s?[日号號]|\s?{_BETWEEN}\s?\d))*)\s?[日号號](?![本元圆圓])"
        ),
        year_after=None,
        link=re.compile(rf"\s?(?:{_BETWEEN}{{1,2}}|以及|或)\s?"),
        year_first=True,
    )


def _times() -> tuple[Rule, ...]:
    hour = r"(?:[01]?\d|2[0-4]|[一二两兩三四五六七八九]|二?十[一二三四五六七八九]?)"
    minute = r"(?:[0-5]?\d|[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九])"
    late = r"(?:(?P<late>下午|晚上|晚间|傍晚)|上午|凌晨|早上|清晨|中午)"
    mark = "[时時点點]"
    halves = ("上午", "下午", "晚上", "晚间", "傍晚", "凌晨", "早上", "清晨", "中午")
    return (
        Rule(
            halves,
            re.compile(
                rf"{late}(?P<hour0>{hour})\s?{mark}(?:(?P<minute0>{minute})分)?[至到–—-]"
                rf"(?P<hour>{hour})\s?{mark}(?:(?P<minute>{minute})分)?"
            ),
        ),
        Rule(
            halves,
            re.compile(rf"{late}\s?(?P<hour>{hour})\s?{mark}(?:(?P<minute>{minute})\s?分|(?P<half>半))?"),
        ),
        Rule(
            ("时", "時", "点", "點"),
            re.compile(rf"(?P<hour>{hour})\s?{mark}(?:(?P<minute>{minute})\s?分(?![之钟])|(?P<half>半))"),
        ),
        Rule(("小时", "小時"), re.compile(r"(?P<hour>\d{1,3})\s?个?小[时時](?P<minute>[0-5]?\d)\s?分")),
    )


def _characters() -> Characters:
    return Characters(
        digits=_DIGITS,
        units=_UNITS,
        myriads=_MYRIADS,
        formal=_FORMAL,
        ordinal="第",
        point="点點",
        share="分之",
        mixed="又",
        one=re.compile(
            r"(?:附件|附录|附表|附文|附錄|(?<![试企意力])[图圖]|(?<![发代列外])表|部分|办法|方案|选项)\s?$"
        ),
        one_not=re.compile("[些个種种名次份项項致定般样樣起直切下律旦道体體层層邊边方共半]"),
        per=re.compile(r"每\s?$"),
        vague=re.compile(r"(?:[数數几幾]以?|好几|成|上)$"),
        vague_after="几幾",
        more="多余餘",
        half_after=re.compile(r"(?:个|個|年|天|倍|小时|月)半"),
        century=re.compile(r"\s?世[纪紀]"),
        unit_prefix=re.compile(r"千(?=[克米瓦兆伏卡赫帕焦字])|兆(?=[瓦赫字焦帕伏欧比头])"),
        idioms=_idioms(),
    )


@cache
def chinese() -> Numerals:
    """The table of Chinese."""
    return Numerals(
        marks=Marks(".", groups=","),
        after=re.compile(r"(?P<percent>\s?%|\s?个?百分点)"),
        minus=("零下", "负", "負"),
        to=re.compile(rf"\s?(?:{_BETWEEN}|或|--|——)\s?"),
        roman_before=re.compile(r"(?:附件|附录|第|部分|[卷图表章节编条款]|[ivx]+[、至和及])\s?$"),
        decade=Rule(
            ("年代",),
            re.compile(
                r"(?P<century>[12]?\d|[一二]?十[一二三四五六七八九]?)\s?世[纪紀]\s?"
                r"(?P<decade>\d0|[二三四五六七八九]十)\s?年代"
            ),
        ),
        times=_times(),
        phrases=(
            Phrase(
                Rule(("首",), re.compile("首(?=[次届屆位個个批任名轮輪例份部家款剂条先年期])")),
                Decimal(1),
                "ordinal",
            ),
            Phrase(Rule(("上半",), re.compile("上半(?=[年叶葉])")), Decimal(1), "ordinal"),
            Phrase(Rule(("下半",), re.compile("下半(?=[年叶葉])")), Decimal(2), "ordinal"),
            Phrase(Rule(("其次，",), re.compile("其次(?=，)")), Decimal(2), "ordinal"),
        ),
        characters=_characters(),
        dates=_dates(),
    )
