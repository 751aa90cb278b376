"""What the delegations of the demo say in their round: definitions, reasons, reservations, minutes.

Lake speaks Russian and Steppe Chinese; what either translates itself is in English. What both agree on is in
all three languages.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.demo.delegations import LAKE, STEPPE, Delegation
from dragoman.demo.entries import (
    ARMS,
    CONNECTIVITY,
    CRIME,
    FALSE_INFORMATION,
    NEIGHBOURHOOD,
    PREVENTION,
    SECURITY,
    TEAM,
    Concept,
)

ROUND = "2026-autumn"
TOPICS = {
    "ru": "Устойчивая безопасность на общей реке",
    "zh": "共有河流的可持续安全",
    "en": "Sustainable Security on a Shared River",
}
DATES = ("2026-09-08", "2026-09-10")

PREVENTION_FIRST = {
    "ru": "Меры, которые принимаются заранее, чтобы бедствие не наступило.",
    "zh": "为避免灾害发生而预先采取的措施。",
    "en": "Measures taken in advance so that a disaster does not occur.",
}
PREVENTION_REFUSED = (
    "2026年4月22日的联合声明使用“防灾减灾”一词。灾害并非都能避免，定义还应包括减轻灾害后果的措施。"
)
PREVENTION_AGREED = {
    "ru": (
        "Меры, которые принимаются заранее, чтобы бедствие не наступило, а если оно наступит, то причинило "
        "как можно меньше вреда людям и имуществу."
    ),
    "zh": "为避免灾害发生，或者在灾害发生时尽量减少人员伤亡和财产损失而预先采取的措施。",
    "en": (
        "Measures taken in advance so that a disaster does not occur or, where it does, so that it harms "
        "people and property as little as possible."
    ),
}
PREVENTION_SCOPE = {
    "ru": "В значении раздела 4 Совместного заявления от 22 апреля 2026 года.",
    "zh": "采用2026年4月22日联合声明第四部分的含义。",
    "en": "In the sense of section 4 of the Joint Statement of 22 April 2026.",
}
TEAM_AGREED = {
    "ru": (
        "Группа численностью не более 60 человек во главе со старшим, которую одна Сторона по просьбе другой "
        "направляет на её территорию для помощи при бедствии."
    ),
    "zh": "一方应另一方请求派往其领土协助救灾、人数不超过60人并设有队长的队伍。",
    "en": (
        "A group of no more than 60 people under a leader, which one Party sends to the territory of the "
        "other, at its request, to help in a disaster."
    ),
}
TEAM_SCOPE = {
    "ru": "Для целей Протокола от 17 июня 2026 года.",
    "zh": "适用于2026年6月17日议定书。",
    "en": "For the purposes of the Protocol of 17 June 2026.",
}
CONNECTIVITY_RESERVATION = {
    "ru": (
        "В текстах, которые составляет Озёрная Республика, употребляется только слово «взаимосвязанность»."
    ),
    "en": "Texts drafted by the Lake Republic use the word «взаимосвязанность» alone.",
}
CRIME_USAGE = {
    "ru": (
        "Не передавать словами «международная преступность»: речь о преступлениях, которые переходят границу."
    ),
    "zh": "不译作“国际犯罪”：此处指跨越边界的犯罪。",
    "en": "Not to be rendered as “international crime”: crimes that cross a border are meant.",
}
ARMS_RESERVATIONS = {
    LAKE: {
        "ru": (
            "Озёрная Республика относит сюда всякое оружие, которое не состоит на учёте, в том числе "
            "приобретённое законно."
        ),
        "en": (
            "The Lake Republic includes every weapon that is not on a register, also one acquired lawfully."
        ),
    },
    STEPPE: {
        "zh": "草原共和国仅指违反法律的流散，依法持有的武器不在此列。",
        "en": (
            "The Steppe Republic means only a spread in breach of the law; weapons held lawfully are not "
            "included."
        ),
    },
}
DEFERRED = (
    "No expert in the law of the press took part; a later round will come back to it. · Среди экспертов не "
    "было специалиста по законодательству о печати; к термину вернётся один из следующих раундов. · "
    "本轮没有新闻法专家参加，留待以后的轮次讨论。"
)
MINUTES = {
    "ru": (
        "Рассмотрено восемь терминов, по четыре от каждой стороны. Два определения согласованы, два термина "
        "признаны соответствиями, в двух случаях каждая сторона остаётся при своём определении, один термин "
        "остаётся спорным, один отложен. Итоги раунда ни к чему не обязывают."
    ),
    "zh": (
        "双方各提出四个术语，共审议八个。商定共同定义两个，确认对应术语两个，两个术语由双方各自定义，"
        "一个存有分歧，一个留待以后讨论。本轮结果不构成任何承诺。"
    ),
    "en": (
        "Eight terms were considered, four from each party. Two definitions were agreed and two terms "
        "recognised as equivalent; for two each party keeps its own definition; one is contested and one "
        "deferred. The results of the round commit nobody to anything."
    ),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A party's own definition: in its language, in its own English, with its source and date."""

    party: Delegation
    concept: Concept
    text: str
    english: str
    source: str
    date: str


MEANINGS = (
    Meaning(
        LAKE,
        SECURITY,
        "Способность государства жить без страха и нужды.",
        "The ability of a state to live without fear and want.",
        "Доклад правительства Озёрной Республики об устойчивой безопасности, 20 ноября 2024 года",
        "2024-11-20",
    ),
    Meaning(
        STEPPE,
        SECURITY,
        "发展与安宁之间的长久平衡。",
        "A lasting balance between development and tranquillity.",
        "2024年11月13日草原共和国政府可持续安全报告",
        "2024-11-13",
    ),
    Meaning(
        LAKE,
        NEIGHBOURHOOD,
        "Отношения соседних государств, при которых каждое в трудную минуту может опереться на другое и само "
        "служит ему опорой.",
        "Relations between neighbouring states in which each can lean on the other at a difficult moment, "
        "and is a support to it in turn.",
        "Дано для этого словаря",
        "2026-09-08",
    ),
    Meaning(
        STEPPE,
        NEIGHBOURHOOD,
        "相邻国家互通有无、彼此成就，使每个家庭都能从邻国的发展中受益的关系。",
        "Relations in which neighbouring states supply what the other lacks and help each other succeed, so "
        "that every family gains by the neighbour’s development.",
        "为本词典撰写",
        "2026-09-08",
    ),
    Meaning(
        LAKE,
        ARMS,
        "Передача, хранение и перевозка стрелкового оружия, которое не состоит на государственном учёте.",
        "The transfer, keeping and carriage of small arms that are on no state register.",
        "Дано для этого словаря",
        "2026-09-09",
    ),
    Meaning(
        STEPPE,
        ARMS,
        "违反本国法律转让、持有或者运输轻武器的行为。",
        "Transferring, holding or carrying light weapons in breach of the law of the state concerned.",
        "为本词典撰写",
        "2026-09-09",
    ),
)
"""Definitions that belong to one party; of sustainable security, as its government's report has it."""

NOTES = (
    (
        LAKE,
        SECURITY,
        "Озёрная Республика до 2018 года говорила по-русски «долговременная безопасность», понятие то же.",
    ),
    (STEPPE, SECURITY, "草原共和国外交部以往俄文文件中的“долговременная безопасность”与此同义。"),
)
"""Notes that belong to one party."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence of the demo's documents that a party cites.

    `document` is how the names of its texts begin; `opening` how the sentence begins, in `language`.
    """

    party: Delegation
    concept: Concept
    document: str
    opening: str


CITATIONS = (
    Citation(LAKE, PREVENTION, "communique-2024", "Стороны провели проверку средств предупреждения бедствий"),
    Citation(STEPPE, PREVENTION, "statement-2023", "双方互派了防灾减灾专家组"),
    Citation(LAKE, TEAM, "protocol", "Отряд насчитывает не более 60 человек"),
    Citation(STEPPE, TEAM, "statement", "救援队可免签从任何地点越境"),
    Citation(LAKE, CONNECTIVITY, "communique-2024", "Взаимосвязанность двух экономик"),
    Citation(STEPPE, CONNECTIVITY, "statement-2023", "双方今后将着力推进河运与铁路的互联互通"),
    Citation(LAKE, CRIME, "lake-2024", "Трансграничная преступность остаётся угрозой"),
    Citation(STEPPE, CRIME, "steppe-2024", "跨境犯罪威胁边境贸易的信誉"),
    Citation(LAKE, SECURITY, "lake-2024", "Правительство понимает устойчивую безопасность"),
    Citation(STEPPE, SECURITY, "steppe-2024", "政府认为，可持续安全"),
    Citation(LAKE, NEIGHBOURHOOD, "lake-2021", "Соседство взаимной опоры проверяется"),
    Citation(STEPPE, NEIGHBOURHOOD, "steppe-2021", "相邻相济，贵在"),
    Citation(LAKE, ARMS, "lake-2018", "Неконтролируемый оборот стрелкового оружия"),
    Citation(STEPPE, ARMS, "steppe-2015", "轻武器非法流散"),
    Citation(LAKE, FALSE_INFORMATION, "lake-2024", "Распространение ложных сведений"),
    Citation(STEPPE, FALSE_INFORMATION, "steppe-2024", "虚假信息的传播"),
)
"""For each entry of the agenda, one sentence that Lake cites and one that Steppe cites."""
