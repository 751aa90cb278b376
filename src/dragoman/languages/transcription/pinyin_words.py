"""Readings of Chinese words, as facts: where the general dictionary errs for official texts, and surnames.

Source of the readings: 《现代汉语词典》 (7th edition, 2016). Syllables carry tone numbers, 5 is neutral.
"""

from __future__ import annotations

from collections.abc import Mapping


def _readings(table: str) -> Mapping[str, tuple[str, ...]]:
    return {
        word: tuple(syllables.split())
        for word, syllables in (line.split(" ", 1) for line in table.strip().split("\n"))
    }


PHRASES = _readings("""
朝鲜 chao2 xian3
蒙古 meng3 gu3
大夫 dai4 fu5
上合 shang4 he2
头发 tou2 fa5
知识 zhi1 shi5
商量 shang1 liang5
""")
"""Words, and beginnings of words, with their readings."""

SURNAMES = _readings("""
曾 zeng1
任 ren2
单 shan4
解 xie4
仇 qiu2
华 hua4
查 zha1
朴 piao2
区 ou1
盖 ge3
乐 yue4
燕 yan1
翟 zhai2
缪 miao4
尉迟 yu4 chi2
万俟 mo4 qi2
""")
"""Surnames that are read otherwise than the same characters elsewhere."""

COMMON_SURNAMES = frozenset(
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜"
    "戴夏钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易常武乔贺赖龚文习"
)
"""Single-character surnames that head a personal name; written apart from the given name."""

COMPOUND_SURNAMES = frozenset(
    {"欧阳", "司马", "上官", "诸葛", "司徒", "东方", "夏侯", "皇甫", "公孙", "慕容", "令狐", "端木"}
)
