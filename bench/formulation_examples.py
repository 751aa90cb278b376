"""Passages judged by hand, before the rule was tuned: is the phrase used, verbatim or varied, or not at all.

Invented, or such as any text of the kind has.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Verdict = Literal["verbatim", "varied", "not"]


class Example(NamedTuple):
    """A passage in a language, and what a reader says of the phrase in it."""

    language: str
    phrase: str
    passage: str
    verdict: Verdict


_ROWS = """
zh|人类命运共同体|推动构建人类命运共同体。|verbatim
zh|人类命运共同体|共建人類命運共同體|verbatim
zh|人类命运共同体|人类“命运共同体”理念|verbatim
zh|人类命运共同体|增强命运共同体意识|varied
zh|人类命运共同体|打造地区命运共同体|varied
zh|人类命运共同体|人类共同命运的问题|not
zh|人类命运共同体|欧洲经济共同体成员国|not
zh|构建人类命运共同体|推动构建人类命运共同体|verbatim
zh|构建人类命运共同体|人类命运共同体的倡议|varied
zh|构建人类命运共同体|构建周边命运共同体|varied
zh|和平共处|坚持和平共处五项原则|verbatim
zh|和平共处|和平友好共处|varied
zh|和平共处|共处和平|varied
zh|和平共处|和平相处|varied
zh|和平共处|和平解决争端|not
zh|和平共处|共同处理和平问题|not
zh|改革开放|坚持改革开放|verbatim
zh|改革开放|改革和开放|varied
zh|改革开放|改革、开放|varied
zh|改革开放|开放改革|varied
zh|改革开放|推进改革创新|not
zh|改革开放|改革方案公开放在网上|not
zh|一带一路|共建“一带一路”倡议|verbatim
zh|一带一路|“一带”和“一路”|varied
zh|一带一路|一路走来带头|not
zh|四个全面|“四个全面”战略布局|verbatim
zh|四个全面|以下四个方面|not
zh|四个全面|全面落实四个文件|not
zh|科学发展观|落实科学发展观|verbatim
zh|科学发展观|坚持科学发展|varied
zh|科学发展观|科学的发展观|varied
zh|科学发展观|新的发展观念|not
zh|高质量发展|推动高质量发展|verbatim
zh|高质量发展|质量发展规划|varied
zh|高质量发展|高质量的发展|varied
zh|高质量发展|高速增长|not
zh|高质量发展|提高质量，发展农业|not
zh|互利共赢|互利共赢的合作|verbatim
zh|互利共赢|互利合作共赢|varied
zh|互利共赢|共赢互利|varied
zh|互利共赢|互利贸易|not
en|community with a shared future|They build communities with a shared future.|verbatim
en|community with a shared future|a community of shared future|varied
en|community with a shared future|a community with a better shared future|varied
en|community with a shared future|the business community shares concerns|not
en|community with a shared future|The community centre has a future.|not
en|peaceful coexistence|the principles of peaceful coexistence|verbatim
en|peaceful coexistence|peaceful and harmonious coexistence|varied
en|peaceful coexistence|the peaceful settlement of disputes|not
en|peaceful coexistence|coexistence of plants|not
en|settlement of disputes by peaceful means|the settlement of disputes by peaceful means|verbatim
en|settlement of disputes by peaceful means|settlement of all their disputes by peaceful means|varied
en|settlement of disputes by peaceful means|resolution of disputes by peaceful means|varied
en|settlement of disputes by peaceful means|human settlements and means of transport|not
en|sustainable development|goals of sustainable development|verbatim
en|sustainable development|sustainable economic development|varied
en|sustainable development|sustainable fishing. Development goes on.|not
ru|многополярный мир|о справедливом многополярном мире|verbatim
ru|многополярный мир|многополярный и справедливый мир|varied
ru|многополярный мир|мир многополярный|varied
ru|многополярный мир|мир во всём мире|not
ru|мирное сосуществование|принципы мирного сосуществования|verbatim
ru|мирное сосуществование|мирного и добрососедского сосуществования|varied
ru|мирное сосуществование|мирное население|not
ru|невмешательство во внутренние дела|о невмешательстве во внутренние дела государств|verbatim
ru|невмешательство во внутренние дела|невмешательство в их внутренние дела|varied
ru|невмешательство во внутренние дела|невмешательства в дела друг друга|varied
ru|невмешательство во внутренние дела|министерство внутренних дел|not
ru|невмешательство во внутренние дела|вопросы внутренних дел и обороны|not
ru|взаимовыгодное сотрудничество|взаимовыгодного сотрудничества|verbatim
ru|взаимовыгодное сотрудничество|взаимовыгодное торговое сотрудничество|varied
ru|взаимовыгодное сотрудничество|взаимовыгодная торговля|not
ru|стратегическое партнёрство|отношения стратегического партнерства|verbatim
ru|стратегическое партнёрство|партнёрства стратегического|varied
ru|стратегическое партнёрство|стратегическое планирование|not
"""

EXAMPLES = [Example(*row.split("|")) for row in _ROWS.split("\n") if row]  # type: ignore[arg-type]  # the fourth field is a verdict, see above
