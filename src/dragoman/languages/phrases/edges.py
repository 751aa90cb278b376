"""What a set formulation neither begins nor ends with: words that belong to what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.languages.words.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Edges:
    """Tokens (lemmas, or characters of Chinese) that do not open, and that do not close, a formulation."""

    first: frozenset[str] = frozenset()
    last: frozenset[str] = frozenset()


EDGES: Mapping[str, Edges] = {
    "ru": Edges(
        first=vocabulary(
            "и или а но да же бы ли то это этот тот который что чтобы как если он она они мы вы я быть его их"
            " также не ни свой весь такой"
        ),
        last=vocabulary(
            "и или а но да же бы ли то это этот тот который что чтобы как если он она они мы вы я быть его их"
            " также не ни в во на с со к ко у о об по из за от до для при без под над между через про перед"
            " свой весь такой один два три"
        ),
    ),
    "en": Edges(
        first=vocabulary(
            "and or but of the a an this that these those which who it its he she they we their our his her"
            " be is are was were as if not also have has had such"
        ),
        last=vocabulary(
            "and or but the a an this that these those which who it its he she they we their our his her be"
            " is are was were as if not also of in on at to for by with from into upon under between have has"
            " had such shall should will would may might can could must"
        ),
    ),
    "zh": Edges(
        first=frozenset("的了和与及或等着地得之们者也都就而但则吗呢吧年月日号届条款项第一二三四五六七八九十"),
        last=frozenset(
            "的了和与及或在为是对将以于由从向被把并而但且使让给第该各这那其很更最还又也就都一不可能"
        ),
    ),
}
