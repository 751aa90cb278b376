"""An invented text in three languages, of which the English version has a sentence more than the others."""

from __future__ import annotations

EN = (
    "The two ferries cross the lake every morning.\n\n"
    "Each harbour keeps one tug ready for the whole night.\n\n"
    "The harbour masters speak to each other by radio.\n\n"
    "A bell is rung when the fog is thick.\n\n"
    "In winter the ice is measured once a week.\n"
)
RU = (
    "Два парома ходят через озеро каждое утро.\n\n"
    "В каждой гавани всю ночь стоит наготове один буксир.\n\n"
    "В густой туман звонят в колокол.\n\n"
    "Зимой раз в неделю измеряют толщину льда.\n"
)
ZH = (
    "两艘渡轮每天早上横渡湖面。\n\n每个港口整夜都有一艘拖船待命。\n\n"
    "雾大时要敲钟。\n\n冬季每周测量一次冰层厚度。\n"
)
OMITTED = "The harbour masters speak to each other by radio."
