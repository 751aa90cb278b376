"""Units of measure, of time and of money: what English, Russian and Chinese call them.

In the word tables every entry is the name of a unit and its words: patterns of regular expressions,
in which _ stands for a space. A word of two entries may mean either unit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_MEASURES = """
time: second 1 | minute 60 | hour 3600 | day 86400 | working_day 0 | week 604800 | month 2629746
time: quarter 7889238 | year 31556952
length: millimetre 0.001 | centimetre 0.01 | metre 1 | kilometre 1000 | mile 1609.344 | nautical_mile 1852
length: foot 0.3048 | inch 0.0254 | yard 0.9144
area: square_metre 1 | square_kilometre 1000000 | square_mile 2589988.11 | hectare 10000 | acre 4046.8564
area: square_foot 0.09290304 | mu 666.6667
mass: milligram 0.000001 | gram 0.001 | kilogram 1 | tonne 1000 | short_ton 907.18474
mass: pound_mass 0.45359237 | kilotonne 1000000 | ounce 0.0283495
volume: litre 0.001 | millilitre 0.000001 | cubic_metre 1 | cubic_kilometre 1000000000
volume: cubic_foot 0.0283168 | gallon 0.003785412 | barrel 0.158987295
power: watt 1 | kilowatt 1000 | megawatt 1000000 | gigawatt 1000000000
energy: kilowatt_hour 3600000 | megawatt_hour 3600000000 | joule 1
temperature: celsius 0 | fahrenheit 0
angle: degree 1
frequency: hertz 1 | kilohertz 1000 | megahertz 1000000 | gigahertz 1000000000
data: kilobyte 1000 | megabyte 1000000 | gigabyte 1000000000 | terabyte 1000000000000
share: percentage_point 0 | percent 0 | per_mille 0
money: us_dollar 0 | euro 0 | rouble 0 | yuan 0 | pound 0 | yen 0 | swiss_franc 0 | franc 0 | tenge 0
money: som 0 | sum 0 | somoni 0 | manat 0 | hryvnia 0 | belarusian_rouble 0 | dram 0
money: lari 0 | rupee 0 | rial 0 | dinar 0 | peso 0 | won 0 | baht 0 | rand 0 | lira 0 | tugrik 0
money: krone 0 | shilling 0 | cent 0 | hong_kong_dollar 0 | canadian_dollar 0 | australian_dollar 0
people: household 0 | family 0 | person 0
"""
_ENGLISH = r"""
second seconds? secs? | minute minutes? mins? | hour hours? hrs? | day (?:calendar_|consecutive_)?days?
working_day (?:working|business)_days? | week weeks? work-weeks?
month (?:calendar_)?months? work-months? person-months? | quarter quarters?
year (?:calendar_|fiscal_)?years? (?:years?|yrs?)_old | millimetre millimet(?:re|er)s? mm
centimetre centimet(?:re|er)s? cm | metre met(?:re|er)s? m | kilometre kilomet(?:re|er)s? km kms
mile miles? | nautical_mile nautical_miles? | foot foot feet ft | inch inch inches | yard yards?
square_metre square_met(?:re|er)s? sq\.?_m m2 m²
square_kilometre square_kilomet(?:re|er)s? sq\.?_km km2 km² | square_mile square_miles?
hectare hectares? ha | acre acres? | square_foot square_(?:feet|foot) sq\.?_ft | mu mu
milligram milligram(?:me)?s? mg | gram gram(?:me)?s? g | kilogram kilogram(?:me)?s? kgs? kilos?
tonne (?:metric_)?tons? tonnes? t | short_ton short_tons? | pound_mass lbs?
kilotonne kilotons? kilotonnes? kt | ounce ounces? oz | litre lit(?:re|er)s? l
millilitre millilit(?:re|er)s? ml | cubic_metre cubic_met(?:re|er)s? m3 m³
cubic_kilometre cubic_kilomet(?:re|er)s? km3 km³ | cubic_foot cubic_(?:feet|foot) | gallon gallons?
barrel barrels? bbl | watt watts? w | kilowatt kilowatts? kw | megawatt megawatts? mw
gigawatt gigawatts? gw | kilowatt_hour kilowatt[_-]hours? kwh | megawatt_hour megawatt[_-]hours? mwh
joule joules? | celsius degrees?_(?:celsius|centigrade) °_?c ℃ | fahrenheit degrees?_fahrenheit °_?f
degree degrees? ° | hertz hertz hz | kilohertz kilohertz khz | megahertz megahertz mhz
gigahertz gigahertz ghz | kilobyte kilobytes? kb | megabyte megabytes? mb | gigabyte gigabytes? gb
terabyte terabytes? tb | percentage_point percentage_points? | percent per_?cent % pct
per_mille per_mill?e? ‰ | us_dollar (?:united_states_|u\.?s\.?_|american_)?dollars? usd us\$
euro euros? eur | rouble (?:russian_)?rou?bles? rub rur | yuan yuan rmb renminbi cny
pound pounds?(?:_sterling)? gbp | yen yen jpy | swiss_franc swiss_francs? chf | franc (?:cfa_)?francs? cfaf
tenge tenge kzt | som soms? kgs | sum sums? soums? uzs | somoni somoni tjs | manat manats?
hryvnia hryvni?as? uah | belarusian_rouble belarusian_rou?bles? byn | dram drams? | lari lari
rupee rupees? inr | rial rials? riyals? | dinar dinars? | peso pesos? | won won krw | baht baht thb
rand rand zar | lira liras? | tugrik tugriks? togrogs?
krone (?:danish_|norwegian_|swedish_)?(?:krone|krona|kroner|kronor|crowns?)
shilling shillings? | cent cents?
hong_kong_dollar hong_kong_dollars? hkd | canadian_dollar canadian_dollars? cad
australian_dollar australian_dollars? aud | household households? | family famil(?:y|ies)
person persons? people individuals? inhabitants?
"""
_RUSSIAN = r"""
second секунд\w* сек\.? | minute минут\w* мин\.? | hour час(?:а|у|ом|е|ы|ов|ам|ами|ах)? ч\.? \w*часов\w+
day (?:календарн\w+_)?(?:день|дня|дню|днем|днём|дне|дни|дней|дням|днями|днях)
day сут(?:ки|ок|кам|ками|ках) \w*дневн\w+ \w*суточн\w+
working_day рабоч\w+_(?:день|дня|дню|днем|днём|дне|дни|дней|дням|днями|днях)
week недел\w+ (?!понедельник)\w*недельн\w+
month (?:календарн\w+_)?месяц(?:а|у|ем|е|ы|ев|ам|ами|ах)? мес\. человеко-месяц\w* \w*месячн\w+
quarter квартал\w*
year (?:календарн\w+_)?год(?:а|у|ом|е|ы|ов|ам|ами|ах)? (?:календарн\w+_)?лет(?:ам|ами|ах|а)?
year годичн\w+ годов(?:ой|ая|ого|ом|ые|ых) | year г\. гг\. \w*летн\w+ \w*лети(?:е|я|ю|ем|и)
millimetre миллиметр\w* мм | centimetre сантиметр\w* см | metre метр(?:а|у|ом|е|ы|ов|ам|ами|ах|ов\w+)? м
kilometre километр\w* км | mile мил(?:я|и|ю|ей|ь|ям|ями|ях|ьн\w+) | nautical_mile морск\w+_мил\w+
foot фут\w* | inch дюйм\w* | yard ярд\w* | square_metre (?:кв\.|квадратн\w+)_?(?:м|метр\w*)(?!\w) м2 м²
square_kilometre (?:кв\.|квадратн\w+)_?(?:км|километр\w*) км2 км² | square_mile квадратн\w+_мил\w+
hectare гектар\w* га | acre акр\w* | square_foot (?:кв\.|квадратн\w+)_фут\w* | mu му
milligram миллиграмм\w* мг | gram грамм\w* г(?!\.) | kilogram килограмм\w* кг кило
tonne (?:метрическ\w+_)?тонн\w* т | short_ton коротк\w+_тонн\w* | pound_mass фунт\w*(?!_стерл)
kilotonne килотонн\w* кт | ounce унци\w+ | litre литр\w* л | millilitre миллилитр\w* мл
cubic_metre (?:куб\.|кубическ\w+)_?(?:м|метр\w*)(?!\w) м3 м³ кубометр\w*
cubic_kilometre (?:куб\.|кубическ\w+)_?(?:км|километр\w*) км3 км³ | cubic_foot кубическ\w+_фут\w*
gallon галлон\w* | barrel баррел\w* | watt ватт\w* вт | kilowatt киловатт\w* квт | megawatt мегаватт\w* мвт
gigawatt гигаватт\w* гвт | kilowatt_hour киловатт-час\w* квт[_·-]?ч
megawatt_hour мегаватт-час\w* мвт[_·-]?ч | joule джоул\w+ | celsius градус\w*_(?:по_)?цельси\w+ °_?[cс] ℃
fahrenheit градус\w*_(?:по_)?фаренгейт\w* °_?f | degree градус\w* ° | hertz герц\w* гц
kilohertz килогерц\w* кгц | megahertz мегагерц\w* мгц | gigahertz гигагерц\w* ггц | kilobyte килобайт\w* кб
megabyte мегабайт\w* мб | gigabyte гигабайт\w* гб | terabyte терабайт\w* тб
percentage_point процентн\w+_пункт\w* п\._?п\. | percent процент\w* % | per_mille промилле ‰
us_dollar (?:долл?\.?|доллар\w*)(?:_сша)? | euro евро | rouble руб(?:л\w+|\.)?
yuan юан(?:ь|я|ю|ем|е|и|ей|ям|ями|ях) | pound фунт\w*_стерл\w* | yen иен\w* йен\w*
swiss_franc швейцарск\w+_франк\w* | franc франк\w*(?:_кфа)? | tenge тенге
som сом(?:а|у|ом|е|ы|ов|ам|ами|ах)? | sum сум(?:а|у|ом|е|ы|ов|ам|ами|ах)? | somoni сомони | manat манат\w*
hryvnia гривен гривн\w+ | belarusian_rouble белорусск\w+_рубл\w+ | dram драм(?:а|у|ом|е|ы|ов|ам|ами|ах)?
lari лари | rupee рупи\w+ | rial риал\w* | dinar динар\w* | peso песо | won вон(?:а|ы|у|е)?
baht бат(?:а|у|ов)? | rand рэнд\w* | lira лир(?:а|ы|у|е|ой)? | tugrik тугрик\w* | krone крон\w*
shilling шиллинг\w* | cent цент(?:а|у|ом|е|ы|ов|ам|ами|ах)? | hong_kong_dollar гонконгск\w+_доллар\w*
canadian_dollar канадск\w+_доллар\w* | australian_dollar австралийск\w+_доллар\w*
household домохозяйств\w* домашн\w+_хозяйств\w* | family семе?[йь]\w*
person человек\w* чел\. люд(?:и|ей|ям|ьми|ях) лиц(?:а|о|у|ам|ами|ах)? жител\w+
"""
_CHINESE = r"""
second 秒钟 秒 | minute 分钟 | hour 个小时 小时 个钟头 个工时 工时
day 个昼夜 昼夜 个日历日 日历日 日历天 天 日
working_day 天工作日 个工作日 个营业日 工作日 营业日 个工作天 个工作天数 | week 个星期 星期 周 个周 个礼拜
month 个月 个工作月 工作月 个人月 月 | quarter 个季度 季度 | year 个日历年 周年 个年头 年 岁
millimetre 毫米 | centimetre 厘米 公分 | metre 米 公尺 | kilometre 公里 千米 | mile 英里 哩
nautical_mile 海里 浬 | foot 英尺 呎 | inch 英寸 吋 | yard 码 | square_metre 平方米 平方公尺
square_kilometre 平方公里 平方千米 | square_mile 平方英里 | hectare 公顷 | acre 英亩 | square_foot 平方英尺
mu 亩 | milligram 毫克 | gram 克 | kilogram 公斤 千克 | tonne 公吨 吨 | short_ton 短吨 | pound_mass 磅
kilotonne 千吨 | ounce 盎司 | litre 升 公升 | millilitre 毫升 | cubic_metre 立方米
cubic_kilometre 立方公里 立方千米 | cubic_foot 立方英尺 | gallon 加仑 | barrel 桶 | watt 瓦特 瓦
kilowatt 千瓦 | megawatt 兆瓦 | gigawatt 吉瓦 | kilowatt_hour 千瓦时 千瓦小时 度电
megawatt_hour 兆瓦时 兆瓦小时 | joule 焦耳 | celsius 摄氏度 ℃ °C | fahrenheit 华氏度 °F | degree 度 °
hertz 赫兹 赫 | kilohertz 千赫 | megahertz 兆赫 | gigahertz 吉赫 千兆赫 | kilobyte 千字节 | megabyte 兆字节
gigabyte 千兆字节 吉字节 | terabyte 太字节 | percentage_point 个百分点 百分点 | percent 百分之 %
per_mille ‰ 千分之 | us_dollar 美元 美金 | euro 欧元 | rouble 卢布 | yuan 元人民币 人民币 元 | pound 英镑
yen 日元 日圆 | swiss_franc 瑞士法郎 | franc 非洲法郎 法郎 非郎 | tenge 坚戈 | som 索姆 | sum 苏姆
somoni 索莫尼 | manat 马纳特 | hryvnia 格里夫纳 | belarusian_rouble 白俄罗斯卢布 | dram 德拉姆 | lari 拉里
rupee 卢比 | rial 里亚尔 | dinar 第纳尔 | peso 比索 | won 韩元 | baht 泰铢 | rand 兰特 | lira 里拉
tugrik 图格里克 | krone 克朗 | shilling 先令 | cent 美分 | hong_kong_dollar 港元 港币
canadian_dollar 加元 加拿大元 | australian_dollar 澳元 澳大利亚元 | household 户家庭 户 个家庭 住户
family 个家庭 户家庭 | person 人 名 人口 个人
"""


def _measures() -> Iterator[tuple[str, tuple[str, float]]]:
    for line in _MEASURES.strip().split("\n"):
        dimension, units = line.split(": ")
        for unit in units.split(" | "):
            name, factor = unit.split()
            yield name, (dimension, float(factor))


def _words(lines: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in lines.strip().split("\n"):
        for entry in line.split(" | "):
            name, *words = entry.split()
            found[name] = (*found.get(name, ()), *words)
    return found


MEASURES: Mapping[str, tuple[str, float]] = dict(_measures())
"""What each unit measures, and how many of the base unit it is; 0 where that is not fixed, as for money."""
WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "en": _words(_ENGLISH),
    "ru": _words(_RUSSIAN),
    "zh": _words(_CHINESE),
}
"""The words of each unit, by language."""
_SIGNS = """
us_dollar US$ $US $ USD | euro € EUR EUR€ Euro | pound £ GBP | yuan ¥ ￥ RMB CNY 人民币 | rouble ₽ RUB
tenge ₸ KZT | yen JPY | swiss_franc CHF | rupee ₹ Rs | hong_kong_dollar HK$ | canadian_dollar C$
australian_dollar A$
"""
SIGNS: Mapping[str, str] = {sign: name for name, signs in _words(_SIGNS).items() for sign in signs}
"""What stands before an amount of money."""
