"""The two delegations of the demo: who speaks for each republic, and in which language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

PASSPHRASE = "dragoman"
"""What opens the keys of both, so that whoever tries the demo can speak for either."""


@dataclass(frozen=True, slots=True, eq=False)
class Delegation:
    """A party of the demo: its short name, its names, its own language, and who acts for it.

    `author` is the co-chair as it writes the name itself; names of people are else in all three languages.
    """

    name: str
    names: Mapping[str, str]
    language: str
    author: str
    chair: str
    experts: tuple[str, ...]


LAKE = Delegation(
    "lake",
    {"ru": "Озёрная Республика", "zh": "湖泽共和国", "en": "Lake Republic"},
    "ru",
    "Вера Сомова",
    "Vera Somova · Вера Сомова · 薇拉·索莫娃",
    ("Pyotr Kamyshov · Пётр Камышов · 彼得·卡梅绍夫", "Nina Yershova · Нина Ершова · 尼娜·叶尔绍娃"),
)
STEPPE = Delegation(
    "steppe",
    {"ru": "Степная Республика", "zh": "草原共和国", "en": "Steppe Republic"},
    "zh",
    "白云川",
    "Bai Yunchuan · Бай Юньчуань · 白云川",
    ("Gao Yuan · Гао Юань · 高原", "Mu Qingyuan · Му Цинъюань · 牧清源"),
)
