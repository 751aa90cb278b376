"""Tables of measurements in the language of the page: sizes, quality, speed.

The measurements lie in `bench/results`, one JSON file each, with the day on which they were made.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.regions import ROOT, language_of

RESULTS = ROOT / "bench" / "results"

# English text of a table -> ru, zh. What is not here (names, figures) is the same in every language.
_TRANSLATIONS = {
    "events": ("события", "事件"),
    "events before": ("событий до него", "此前事件数"),
    "signatures alone": ("только подписи", "仅签名"),
    "size, MB": ("объём, МБ", "大小（MB）"),
    "written": ("записано", "写出"),
    "opened": ("открыто", "打开"),
    "taken": ("принято", "收下"),
    "taken once more": ("принято ещё раз", "再次收下"),
    "read": ("прочитано", "读取"),
    "verified": ("проверено", "核验"),
    "folded": ("сведено", "归并"),
    "a new event, median": ("новое событие, медиана", "新事件，中位数"),
    "a new event, slowest": ("новое событие, самое долгое", "新事件，最慢"),
    "entries": ("статьи", "词条"),
    "number": ("число", "数量"),
    "both candidates": ("обе формы — кандидаты", "两者均为候选"),
    "paired": ("в парах", "已配对"),
    "partner first": ("верный партнёр первый", "正确对应居首"),
    "back": ("в обратную сторону", "反向"),
    "both first": ("в обе стороны", "双向居首"),
    "occurrences": ("вхождения", "出现次数"),
    "exact spans": ("точные границы", "边界准确"),
    "none shown": ("ничего не показано", "未显示"),
    "judged": ("что оценено", "评判对象"),
    "partly": ("отчасти", "部分正确"),
    "wrong": ("неверно", "错误"),
    "of these in today's top": ("из них сегодня в начале списка", "其中今日仍在前列"),
    "rank": ("место", "名次"),
    "Russian": ("русский", "俄文"),
    "Chinese": ("китайский", "中文"),
    "lines": ("строки", "行"),
    "probability": ("вероятность", "概率"),
    "rate 0.02": ("частота 0,02", "频率 0.02"),
    "rate 0.1": ("частота 0,1", "频率 0.1"),
    "rate 0.5": ("частота 0,5", "频率 0.5"),
    "rate 2.0": ("частота 2", "频率 2.0"),
    "rate 5.0": ("частота 5", "频率 5.0"),
    "share 0.02": ("доля 0,02", "占比 0.02"),
    "share 0.1": ("доля 0,1", "占比 0.1"),
    "share 0.3": ("доля 0,3", "占比 0.3"),
    "share 0.6": ("доля 0,6", "占比 0.6"),
    "package": ("пакет", "软件包"),
    "version": ("версия", "版本"),
    "released": ("дата выпуска", "发布日期"),
    "licence": ("лицензия", "许可证"),
    "part": ("часть", "部分"),
    "installed size": ("объём после установки", "安装后大小"),
    "for": ("для чего", "用途"),
    "all that `pip install` brings: aligning, the workspace, the pages": (
        "всё, что ставит `pip install`: сопоставление, рабочее пространство, страницы",
        "`pip install` 安装的全部内容：对齐、工作区、网页",
    ),
    "with the driver of PostgreSQL": ("с драйвером PostgreSQL", "含 PostgreSQL 驱动程序"),
    "the tests": ("тесты", "测试"),
    "style, types, import contract": ("стиль, типы, порядок импорта", "代码风格、类型与导入约定"),
    "this documentation": ("документация", "文档"),
    "aligners to compare with": ("программы для сравнения", "用于比较的对齐程序"),
    "building and locking": ("сборка и фиксация версий", "构建与版本锁定"),
    "method": ("метод", "方法"),
    "texts": ("тексты", "文本"),
    "data": ("данные", "数据"),
    "F1 strict": ("F1, строгая", "F1（严格）"),
    "F1 lax": ("F1, нестрогая", "F1（宽松）"),
    "sentences/s": ("предложений/с", "句/秒"),
    "CPU s": ("время ЦП, с", "CPU 时间（秒）"),
    "memory": ("память", "内存"),
    "memory, MB": ("память, МБ", "内存（MB）"),
    "what": ("что", "项目"),
    "largest difference": ("наибольшее расхождение", "最大差异"),
    "Dragoman, BLAS threads free": ("Dragoman, потоки BLAS не ограничены", "Dragoman（不限制 BLAS 线程）"),
    "omissions P / R": ("пропуски: точность / полнота", "遗漏：精确率 / 召回率"),
    "United Nations": ("Организация Объединённых Наций", "联合国"),
    "legal code": ("тексты лицензий", "许可证文本"),
    "New Testament, cut and merged": ("Новый Завет, части соединены и разделены", "新约（切分与合并）"),
    "New Testament, verses": ("Новый Завет, стихи", "新约（逐节）"),
    "stated probability": ("названная вероятность", "给出的概率"),
    "beads": ("пары", "对齐单元"),
    "mean stated": ("названо в среднем", "平均给出概率"),
    "right": ("верно", "正确率"),
    "95 % interval": ("интервал 95 %", "95 % 区间"),
    "sentences in the passage": ("предложений в отрывке", "段落句数"),
    "moved sentences": ("перемещённых предложений", "移动的句子"),
    "query": ("запрос", "查询"),
    "CPU, ms": ("время ЦП, мс", "CPU 时间（毫秒）"),
    "hits, median": ("вхождений, медиана", "命中数（中位数）"),
    "50 lines, ms": ("50 строк, мс", "50 行，毫秒"),
    "p95, ms": ("95-й процентиль, мс", "第 95 百分位，毫秒"),
    "counts only, ms": ("только подсчёт, мс", "仅计数，毫秒"),
    "p95 of counts, ms": ("95-й процентиль подсчёта, мс", "计数第 95 百分位，毫秒"),
    "zh, 2 characters": ("китайский, 2 знака", "中文，2 个字"),
    "zh, 4 to 8 characters": ("китайский, от 4 до 8 знаков", "中文，4 至 8 个字"),
    "ru, a word": ("русский, слово", "俄文，一个词"),
    "ru, two words": ("русский, два слова", "俄文，两个词"),
    "ru, a phrase": ("русский, фраза", "俄文，词组"),
    "en, two words": ("английский, два слова", "英文，两个词"),
    "en, a phrase": ("английский, фраза", "英文，词组"),
    "the beginning of a word": ("начало слова", "词的开头"),
    "pinyin": ("пиньинь", "拼音"),
    "ru, a word, of one body since a year": (
        "русский, слово, один орган с некоторого года",
        "俄文，一个词，某机构某年以来",
    ),
    "everything": ("всё", "全部"),
    "page": ("страница", "页面"),
    "median, ms": ("медиана, мс", "中位数（毫秒）"),
    "95 %, ms": ("95 %, мс", "95 %（毫秒）"),
    "sentences a side": ("предложений в тексте", "每个文本的句数"),
    "s": ("с", "秒"),
    "found": ("найдено", "找到的比例"),
    "run": ("прогон", "运行"),
    "pairs": ("пар", "对数"),
    "seconds": ("секунд", "秒"),
    "pairs/s": ("пар/с", "对/秒"),
    "error": ("ошибка", "误差"),
    "languages": ("языки", "语言"),
    "units": ("единиц", "单元数"),
    "exactly right": ("точно верно", "完全正确"),
    "stated below 0.7": ("названо ниже 0,7", "给出概率低于 0.7"),
    "periods": ("периодов", "期数"),
    "share before": ("доля до", "之前的比例"),
    "change": ("изменение", "变化"),
    "seen": ("замечено", "发现"),
    "seen as more than one": ("как несколько", "误作多次"),
    "periods off, median": ("ошибка, периодов, медиана", "偏差期数（中位数）"),
    "interval holds it": ("интервал верен", "区间包含真值"),
    "interval, periods": ("интервал, периодов", "区间期数"),
    "variance / mean": ("дисперсия / среднее", "方差/均值"),
    "by the counts' own chance": ("по случайности самих чисел", "按计数本身的随机性"),
    "by the periods' order": ("по порядку периодов", "按各期次序"),
    "series of 50 periods": ("ряд из 50 периодов", "50 期的序列"),
    "least similarity": ("наименьшее сходство", "最低相似度"),
    "uses found": ("найдено употреблений", "找到的用例"),
    "of those found, uses": ("из найденного — употребления", "找到者中确为用例"),
    "judged alike": ("оценено так же", "判断一致"),
    "formulation": ("формулировка", "提法"),
    "chosen by": ("чем выбрана", "选取方式"),
    "documents": ("документов", "文档"),
    "verbatim": ("дословно", "原样"),
    "varied": ("с изменениями", "变体"),
    "first": ("впервые", "首次"),
    "last": ("в последний раз", "末次"),
    "changes of the share of documents": ("изменения доли документов", "文档比例的变化"),
    "heat, last ten years": ("накал, последние десять лет", "热度（最近十年）"),
    "heat, last period": ("накал, последний период", "热度（最近一期）"),
    "speakers": ("выступавшие", "发言方"),
    "share": ("доля", "比例"),
    "before": ("до", "之前"),
    "from then on": ("после", "此后"),
    "mentions": ("упоминания", "提及"),
    "named there": ("названо там", "确有提及"),
    "named there, topic right": ("названо там, тема верна", "确有提及且主题正确"),
    "state": ("государство", "国家"),
    "states": ("государств", "国家数"),
    "dimension": ("измерение", "领域"),
    "topic": ("тема", "主题"),
    "topics": ("темы", "主题"),
    "speeches": ("выступлений", "发言数"),
    "most often": ("чаще всего", "最多"),
    "least often": ("реже всего", "最少"),
    "terms": ("термины", "术语"),
    "remarks": ("замечания", "提示"),
    "in 100 lines": ("на 100 строк", "每百行"),
    "reading, s": ("чтение, с", "读取（秒）"),
    "building, s": ("построение, с", "构建（秒）"),
    "finding, s": ("поиск, с", "查找（秒）"),
    "all, s": ("всего, с", "合计（秒）"),
    "exact forms, s": ("точные формы, с", "按原形（秒）"),
    "exact forms": ("точные формы", "按原形"),
    "language": ("язык", "语言"),
    "sentences": ("предложения", "句子"),
    "places": ("места", "出现处"),
    "found right": ("найдено верно", "正确找到"),
    "missed": ("пропущено", "遗漏"),
    "false alarms": ("ложные срабатывания", "误报"),
    "all of these": ("все вместе", "以上合计"),
    "kind": ("вид", "类型"),
    "omitted": ("пропуск", "遗漏"),
    "moved": ("перестановка", "移位"),
    "date": ("дата", "日期"),
    "unit": ("единица измерения", "单位"),
    "name": ("имя или название", "名称"),
    "reference": ("ссылка", "引用"),
    "obligation": ("сила обязательства", "义务强度"),
    "negation": ("отрицание", "否定"),
    "subject": ("субъект или адресат", "主体或对象"),
    "qualification": ("оговорка", "限定语"),
    "rendering": ("не обычный перевод", "非通用译法"),
    "inconsistent": ("разные переводы термина", "术语译法不一"),
    "all kinds": ("все виды", "所有类型"),
    "asked": ("проверено", "检验数"),
    "found, right kind": ("найдено, вид верен", "找到且类型正确"),
    "or a kind next to it": ("или близкий вид", "或相近类型"),
    "or any kind": ("или любой вид", "或任何类型"),
    "marked at the place": ("отмечено на месте", "标记位置正确"),
    "changed language": ("изменённый язык", "被改动的语言"),
    "found in three languages": ("найдено в трёх языках", "三语中找到"),
    "stands alone: right": ("отличающийся язык назван верно", "独异语言判断正确"),
    "stands alone: wrong": ("назван неверно", "判断错误"),
    "not told": ("не назван", "未判断"),
    "findings": ("находки", "发现"),
    "aligning, %": ("сопоставление, %", "对齐，%"),
    "numbers, dates, units, references, %": ("числа, даты, единицы, ссылки, %", "数字、日期、单位、引用，%"),
    "obligation, negation, qualifications, %": (
        "обязательства, отрицание, оговорки, %",
        "义务、否定、限定语，%",
    ),
    "names, subjects, %": ("имена, субъекты, %", "名称、主体，%"),
    "the rest, %": ("остальное, %", "其余，%"),
    "Measured on {date} with Python {python} on {machine}.": (
        "Измерено {date}; Python {python}, {machine}.",
        "测于 {date}；Python {python}，{machine}。",
    ),
    "Data: {data}.": ("Данные: {data}.", "数据：{data}。"),
    "Not measured yet.": ("Ещё не измерено.", "尚未测量。"),
}
_COLUMN = {"ru": 0, "zh": 1}


def said(text: str, language: str) -> str:
    """A text of a table in a language; the text itself where it is the same everywhere."""
    if language not in _COLUMN or text not in _TRANSLATIONS:
        return text
    return _TRANSLATIONS[text][_COLUMN[language]]


def table(columns: Sequence[str], rows: Sequence[Sequence[str | float]], language: str) -> str:
    """A Markdown table; columns of figures stand to the right."""
    figures = [all(isinstance(row[k], int | float) for row in rows) for k in range(len(columns))]
    lines = [
        "| " + " | ".join(said(column, language) for column in columns) + " |",
        "|" + "|".join("---:" if figure else "---" for figure in figures) + "|",
    ]
    lines += ["| " + " | ".join(said(str(cell), language) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def measured(name: str, page: Path) -> str:
    """A table of measurements with its day and its data, in the language of the page.

    A name such as "real_texts.un" is that of one of the tables that a result has besides, in `parts`.
    """
    language = language_of(page)
    name, _, part = name.partition(".")
    file = RESULTS / f"{name}.json"
    if not file.exists():
        return f"*{said('Not measured yet.', language)}*"
    result: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    if part:
        return table(result["parts"][part]["columns"], result["parts"][part]["rows"], language)
    shown = table(result["columns"], result["rows"], language)
    remarks = [said("Measured on {date} with Python {python} on {machine}.", language).format(**result)]
    if result.get("data"):
        remarks.append(said("Data: {data}.", language).format(**result))
    return f"{shown}\n\n{' '.join(remarks)}"
