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
    "all of these": ("все вместе", "以上合计"),
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
