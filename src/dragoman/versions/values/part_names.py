"""What languages call the parts of documents, and documents that have a number.

A word may mean several kinds of parts: «пункт» is a paragraph of a treaty, an item of an agenda, a point of a
programme. Words of two languages fit where they share a meaning.
"""

from __future__ import annotations

from collections.abc import Mapping

_ENGLISH = """
article article | art. article | § section | §§ section
paragraph paragraph | para. paragraph | para paragraph
subparagraph subparagraph | sub-paragraph subparagraph | section section | sect. section | sec. section
subsection section subparagraph | chapter chapter | part part | annex annex | appendix annex | schedule annex
agenda\\sitem item | item item point | rule rule | regulation regulation | principle principle | goal goal
target target | recommendation recommendation | resolution resolution | decision decision | table table
figure figure | chart figure | box box | volume volume | vol. volume | protocol protocol
clause clause | point point item | title title | question question | guideline guideline | objective goal
programme programme | subprogramme subprogramme | component component | budget\\ssection section
conclusion conclusion | opinion opinion | observation observation | comment comment | option option
map figure | exhibit annex | supplement annex | attachment annex
"""
_RUSSIAN = """
стат(?:ья|ьи|ье|ью|ей|ьям|ьями|ьях) article rule section | ст\\. article | §§? section paragraph
пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)? paragraph item point clause subparagraph section
пп?\\. paragraph item point
подпункт(?:а|у|ом|е|ы|ов|ам|ами|ах)? subparagraph point clause item
абзац(?:а|у|ем|е|ы|ев|ам|ами|ах)? paragraph subparagraph
част(?:ь|и|ью|ей|ям|ями|ях) part paragraph volume | раздел(?:а|у|ом|е|ы|ов|ам|ами|ах)? section chapter part
подраздел(?:а|у|ом|е|ы|ов|ам|ами|ах)? section subparagraph | глав(?:а|ы|е|у|ой|ам|ами|ах)? chapter
приложени(?:е|я|ю|ем|и|й|ям|ями|ях) annex | дополнени(?:е|я|ю|ем|и|й|ям|ями|ях) annex
добавлени(?:е|я|ю|ем|и|й|ям|ями|ях) annex | правил(?:о|а|у|ом|е|ам|ами|ах)? rule regulation
положени(?:е|я|ю|ем|и|й|ям|ями|ях) regulation rule paragraph | принцип(?:а|у|ом|е|ы|ов|ам|ами|ах)? principle
цел(?:ь|и|ью|ей|ям|ями|ях) goal target | задач(?:а|и|е|у|ей|ам|ами|ах)? target goal
рекомендаци(?:я|и|ю|ей|й|ям|ями|ях) recommendation | резолюци(?:я|и|ю|ей|й|ям|ями|ях) resolution
решени(?:е|я|ю|ем|и|й|ям|ями|ях) decision | таблиц(?:а|ы|е|у|ей|ам|ами|ах)? table | табл\\. table
рисун(?:ок|ка|ку|ком|ке|ки|ков|кам|ками|ках) figure | рис\\. figure
диаграмм(?:а|ы|е|у|ой|ам|ами|ах)? figure | график(?:а|у|ом|е)? figure | карт(?:а|ы|е|у|ой) figure
вставк(?:а|и|е|у|ой|ах) box | том(?:а|у|ом|е|ов|ах)? volume | протокол(?:а|у|ом|е|ы|ов|ам|ами|ах)? protocol
параграф(?:а|у|ом|е|ы|ов|ам|ами|ах)? paragraph section clause | титул(?:а|у|ом|е)? title
вопрос(?:а|у|ом|е|ы|ов|ам|ами|ах)? question item | программ(?:а|ы|е|у|ой)? programme
подпрограмм(?:а|ы|е|у|ой|ам|ами|ах)? subprogramme | компонент(?:а|у|ом|е|ы|ов|ам|ами|ах)? component
вывод(?:а|у|ом|е|ы|ов)? conclusion | заключени(?:е|я|ю|ем|и) conclusion opinion | мнени(?:е|я|ю|ем|и) opinion
замечани(?:е|я|ю|ем|и|й|ях) comment observation | вариант(?:а|у|ом|е|ы|ов)? option
"""
_CHINESE_AFTER = """
条 article rule regulation section principle clause
款 paragraph section clause subparagraph | 项 subparagraph item paragraph point clause recommendation
目 subparagraph item
段 paragraph | 分段 subparagraph paragraph | 小项 subparagraph item | 章 chapter | 节 section chapter
编 part volume title | 部分 part section | 卷 volume title | 点 point
号补编 annex | 号决议 resolution | 号决定 decision | 号议定书 protocol | 议定书 protocol
号一般性意见 comment | 号意见 opinion comment | 号建议 recommendation | 号一般性建议 recommendation
分节 section subparagraph
"""
_CHINESE_BEFORE = """
附件 annex | 附录 annex | 附文 annex | 附表 annex table | 表 table | 图 figure
议程项目 item | 项目 item | 规则 rule | 细则 rule regulation | 条例 regulation | 原则 principle
目标 goal target | 具体目标 target goal | 建议 recommendation | 方框 box
次级方案 subprogramme | 方案 programme option
构成部分 component | 结论 conclusion | 备选案文 option | 备选方案 option
"""


def _listed(lines: str) -> Mapping[str, frozenset[str]]:
    entries = (entry.split() for line in lines.strip().split("\n") for entry in line.split(" | "))
    return {word.replace("\\s", " "): frozenset(meanings) for word, *meanings in entries}


ENGLISH = _listed(_ENGLISH)
"""Words before a label, in the singular."""
RUSSIAN = _listed(_RUSSIAN)
"""Patterns of the words before a label, in all cases."""
CHINESE_AFTER = _listed(_CHINESE_AFTER)
"""Words after a label that 第 opens."""
CHINESE_BEFORE = _listed(_CHINESE_BEFORE)
"""Words before a label."""
ENGLISH_PLURALS = {"annex": "annexes", "appendix": "appendices"}
"""Plurals that are not made with an s."""
PART = frozenset({"paragraph", "subparagraph", "item", "point", "clause"})
"""What a number or letter in brackets after a label may be: article 5 (2) (a)."""
