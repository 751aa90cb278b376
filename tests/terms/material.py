"""A small invented collection in Russian and Chinese, aligned sentence by sentence."""

from __future__ import annotations

from dragoman.languages import language
from dragoman.terms.texts import Text, Units, analysis

LINES = (
    (
        "Приозёрная комиссия по чистой воде (ПКЧВ) собралась в мае.",
        "湖区洁水委员会（简称洁水委）五月举行会议。",
    ),
    ("Стороны обсудили чистую воду и рыболовство.", "双方讨论了洁净水和渔业。"),
    ("Чистая вода нужна каждому городу.", "每座城市都需要洁净水。"),
    ("Рыболовство растёт, но чистой воды мало.", "渔业在增长，但洁净水不多。"),
    ("Приозёрная комиссия по чистой воде предложила новый план.", "湖区洁水委员会提出了新计划。"),
    ("Новый план поддержали города.", "各城市支持新计划。"),
    ("Города просят о чистой воде.", "各城市要求洁净水。"),
    ("Рыболовству помогает новый план.", "新计划帮助渔业。"),
    ("На взаимной основе работает ПКЧВ.", "洁水委在互惠基础上工作。"),
    ("Комиссия действует на взаимной основе.", "委员会在互惠基础上行动。"),
    ("Помощь на взаимной основе нужна рыболовству.", "渔业需要互惠基础上的援助。"),
    ("Торговля на взаимной основе выгодна.", "互惠基础上的贸易有利。"),
    ("Планы городов различны.", "各城市的计划不同。"),
    ("Рыболовство имеет свои планы.", "渔业有自己的计划。"),
)


def text(code: str, lines: tuple[str, ...], document: str, date: str, body: str) -> Text:
    """A version of a document, analysed."""
    speech = language(code)
    found = analysis(lines, [speech.words(line) for line in lines], code)
    return Text(f"{document}.{code}", document, code, date, body, lines, found.words, found.phrases)


def texts() -> tuple[Text, ...]:
    """Two documents, each in Russian and Chinese."""
    half = len(LINES) // 2
    parts = (
        ("one", "2019-05", "Lake ministry", LINES[:half]),
        ("two", "2021", "Steppe ministry", LINES[half:]),
    )
    return tuple(
        text(code, tuple(line[side] for line in lines), document, date, body)
        for document, date, body, lines in parts
        for side, code in enumerate(("ru", "zh"))
    )


def units() -> tuple[Units, ...]:
    """Line by line."""
    half = len(LINES) // 2
    beads = tuple(((at,), (at,)) for at in range(half))
    return (Units(0, 1, beads), Units(2, 3, beads))
