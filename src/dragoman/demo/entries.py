"""The entries of the demo's glossary: concepts with their terms, all of which stand in the demo's documents.

Why each ends as it does is told in docs/demo.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.demo.delegations import LAKE, STEPPE
from dragoman.glossary.content import blank, filled

GLOSSARY = "lake-and-steppe"
TITLES = {
    "ru": "Общий словарь Озёрной Республики и Степной Республики",
    "zh": "草原共和国和湖泽共和国共同术语词典",
    "en": "Common Glossary of the Lake Republic and the Steppe Republic",
}
LANGUAGES = ("en", "ru", "zh")
"""Those of its terms."""


@dataclass(frozen=True, slots=True)
class Concept:
    """An entry: its name, its terms as (language, text, status), its subject field and its dimension."""

    id: str
    terms: tuple[tuple[str, str, str], ...]
    subject: str
    dimension: str
    part_of_speech: str = "noun"

    def content(self, aim: str, parties: Sequence[str], **more: Any) -> dict[str, Any]:
        """What a proposal of this aim holds; `more` are further fields of it."""
        terms = [
            {"language": code, "text": text, "status": status, "part_of_speech": self.part_of_speech}
            for code, text, status in self.terms
        ]
        about = {"subject": self.subject, "dimension": self.dimension}
        return filled({**blank(parties, ()), "aim": aim, "terms": terms, **about, **more})


def _concept(name: str, ru: str, zh: str, en: str, subject: str, dimension: str) -> Concept:
    """An entry; "|" parts terms of one language, a status before ":" is that of a term not preferred."""
    terms = []
    for code, words in (("ru", ru), ("zh", zh), ("en", en)):
        for word in filter(None, words.split("|")):
            status, colon, text = word.partition(":")
            terms.append((code, text if colon else word, status if colon else "preferred"))
    return Concept(name, tuple(terms), subject, dimension)


_EMERGENCIES = "Emergencies · Чрезвычайные ситуации · 应急管理"
_TRANSPORT = "Transport · Транспорт · 交通运输"
_ORDER = "Public order · Общественный порядок · 公共秩序"
_SECURITY = "Security · Безопасность · 安全"
_RELATIONS = "Relations between states · Межгосударственные отношения · 国家关系"
_INFORMATION = "Information · Информация · 信息传播"
_LABOUR = "Labour · Труд · 劳动就业"
_WATER = "Water · Вода · 水资源"

PREVENTION_BEFORE = _concept(
    "disaster-prevention", "предупреждение бедствий", "灾害预防", "disaster prevention",
    _EMERGENCIES, "ecological",
)  # fmt: skip
PREVENTION = _concept(
    "disaster-prevention", "предупреждение бедствий", "防灾减灾|superseded:灾害预防", "disaster prevention",
    _EMERGENCIES, "ecological",
)  # fmt: skip
TEAM = _concept("rescue-team", "спасательный отряд", "救援队", "rescue team", _EMERGENCIES, "humanitarian")
CONNECTIVITY = _concept(
    "connectivity", "взаимосвязанность|admitted:сопряжённость", "互联互通", "connectivity",
    _TRANSPORT, "economic",
)  # fmt: skip
CRIME = _concept(
    "cross-border-crime", "трансграничная преступность", "跨境犯罪", "cross-border crime", _ORDER, "legal"
)
SECURITY = _concept(
    "sustainable-security", "устойчивая безопасность|superseded:долговременная безопасность", "可持续安全",
    "sustainable security", _SECURITY, "other",
)  # fmt: skip
NEIGHBOURHOOD = _concept(
    "neighbourhood-of-mutual-support", "соседство взаимной опоры", "相邻相济",
    "neighbourhood of mutual support", _RELATIONS, "legal",
)  # fmt: skip
ARMS = _concept(
    "flow-of-small-arms", "неконтролируемый оборот стрелкового оружия", "轻武器非法流散",
    "unregulated flow of small arms", _SECURITY, "military",
)  # fmt: skip
FALSE_INFORMATION = _concept(
    "spread-of-false-information", "распространение ложных сведений", "虚假信息的传播",
    "spread of false information", _INFORMATION, "technological",
)  # fmt: skip
UNEMPLOYMENT = _concept(
    "unemployment-among-the-young", "безработица среди молодёжи", "青年失业",
    "unemployment among the young", _LABOUR, "social",
)  # fmt: skip
SHORTAGE = _concept("water-shortage", "нехватка воды", "水资源短缺", "water shortage", _WATER, "ecological")
POLLUTION = _concept(
    "pollution-of-the-lakes", "загрязнение озёр", "", "pollution of the lakes", _WATER, "ecological"
)
FIRE = _concept("steppe-fire", "", "草原火灾", "steppe fire", _EMERGENCIES, "ecological")

AGENDA = {
    LAKE: (PREVENTION, CRIME, NEIGHBOURHOOD, ARMS),
    STEPPE: (SECURITY, CONNECTIVITY, TEAM, FALSE_INFORMATION),
}
"""Who puts what on the agenda of the round."""
