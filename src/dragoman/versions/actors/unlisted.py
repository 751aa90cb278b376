"""Names of persons and places that no table has, as writing gives them away, and which sound alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simplemma import is_known

from dragoman.languages.model import Word
from dragoman.languages.simplified import simplified
from dragoman.languages.words.vocabulary import vocabulary
from dragoman.versions.actors.hearing import alike, heard_in, weight
from dragoman.versions.actors.lexicon import Known
from dragoman.versions.side import Side

# Characters that write foreign names, as practice has it (世界人名翻译大辞典, 2nd edition, 2007).
_SOUNDED = (
    "阿埃艾爱安昂敖奥巴白拜班邦包鲍保贝本比彼毕边别宾波伯博布蔡仓查柴昌彻茨楚川茨春达大戴代丹当道德登邓狄迪蒂帝丁"
    "定东栋杜顿多朵厄恩尔法凡范方菲费芬丰冯弗佛福富盖甘冈高哥戈格葛根贡古瓜圭郭果哈海汉翰豪赫黑亨洪胡华怀霍基吉济加"
    "佳贾简杰金津京久居卡凯坎康考柯科可克肯孔库夸宽奎坤昆拉腊莱赖兰郎朗劳勒雷蕾黎里理利莉丽列林琳留隆龙卢鲁路伦罗洛"
    "吕马玛麦迈曼芒毛梅门蒙弥米密敏明摩莫默姆木穆拿娜纳乃奈南瑙内嫩尼年涅宁纽农努女诺欧帕派潘庞佩彭皮匹平珀泼普齐奇"
    "契恰钱强乔切钦琴青琼丘曲让热仁日荣茹儒瑞若撒萨塞赛三桑森沙莎山尚绍舍申生圣盛施石什史士舒朔思斯丝松苏素索塔台太泰"
    "坦汤唐陶特腾提铁廷汀通图土托脱瓦万旺威韦维伟魏温文翁沃乌武伍西希锡席夏香谢辛欣兴休许逊雅亚延扬杨耶叶伊依易因英雍"
    "永尤于约云泽扎詹张章哲珍真芝治朱兹宗祖佐"
)
_RUN = re.compile(rf"[{_SOUNDED}]+(?:[·•・][{_SOUNDED}]+)*")
_NAMING_TAGS = ("nr", "nrt", "nrfg", "ns")
_TITLES = vocabulary(
    "mr mrs ms dr president ambassador minister general professor sir judge colonel lord prince king"
)
_LEAST = 2.0
"""Weight of a name's consonants below which its sound tells nothing."""
_SOUNDS_ALIKE = 0.65
"""Of 151 to 189 names in the United Nations' development set (UNPC v1.0), 56 to 76 % sound so in the other
version of their line, 1 to 7 % in another line."""
_ORDINARY = 0.7
"""By how much a word of the dictionary counts less: it is capitalised for other reasons as a rule."""


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A name in no table.

    `likest` tells how alike the part of the other side sounds that is most like it, from 0 to 1.
    """

    start: int
    end: int
    text: str
    likest: float

    @property
    def heard(self) -> bool:
        """Whether the other side has a name that sounds like it."""
        return self.likest >= _SOUNDS_ALIKE


def unlisted(side: Side, known: Sequence[Known], other: Side) -> list[Unlisted]:
    """The names of a side outside of all tables, with how they sound in the other side."""
    spans = _in_chinese(side, known) if side.language == "zh" else _in_letters(side, known)
    found = []
    for start, end in spans:
        text = side.text[start:end]
        if weight(text) >= _LEAST:
            found.append(Unlisted(start, end, text, _likest(text, other)))
    return found


def _likest(name: str, other: Side) -> float:
    if other.language == "zh":
        runs = _RUN.findall(simplified(other.text))
        persons = [word.text for word in other.words if word.features.endswith(_NAMING_TAGS)]
        return max((heard_in(name, run) for run in (*runs, *persons)), default=0.0)
    words = [word for word in other.words if word.text[0].isupper()]
    if "\u4e00" <= name[0] <= "\u9fff":
        sounded = (word for word in words if weight(word.text) >= _LEAST)
        return max((heard_in(word.text, name) * _told(word, other) for word in sounded), default=0.0)
    return max((alike(name, word.text) * _told(word, other) for word in words), default=0.0)


def _told(word: Word, side: Side) -> float:
    if side.language == "ru":
        return 1.0 if _is_named_in_russian(word) else _ORDINARY
    return 1.0 if _is_named_in_english(word, None) else _ORDINARY


def _in_letters(side: Side, known: Sequence[Known]) -> Iterator[tuple[int, int]]:
    if side.text.isupper():
        return
    starts = set(side.starts)
    for at, word in enumerate(side.words):
        if not word.text[0].isupper() or not word.text[1:].islower() or not word.text.isalpha():
            continue
        before = side.words[at - 1] if at else None
        opens = before is None or word.start in starts or _opens(side.text[before.end : word.start], before)
        named = _is_named_in_russian(word) if side.language == "ru" else _is_named_in_english(word, before)
        if named and not opens and not _inside(word.start, word.end, known):
            yield word.start, word.end


def _opens(between: str, before: Word) -> bool:
    """Whether a word after this gap may have its capital only because it opens something."""
    gap = between.strip()
    return gap not in ("", ",", "-") and not (gap == "." and before.lemma in _TITLES)


def _is_named_in_russian(word: Word) -> bool:
    return "NameType=" in word.features and "NameType=Pat" not in word.features


def _is_named_in_english(word: Word, before: Word | None) -> bool:
    titled = before is not None and before.lemma in _TITLES and before.text[0].isupper()
    return titled or not (is_known(word.text.lower(), lang="en") or is_known(word.text, lang="en"))


def _in_chinese(side: Side, known: Sequence[Known]) -> Iterator[tuple[int, int]]:
    named = [word for word in side.words if word.features.endswith(_NAMING_TAGS) and len(word.text) > 1]
    starts = {word.start for word in named}
    text = simplified(side.text)
    covered = 0
    for match in _RUN.finditer(text):
        start, end = match.span()
        long = end - start > 2 and any(start <= at < end for at in starts)
        if long and not _inside(start, end, known):
            yield start, end
            covered = end
    for word in named:
        persons = word.features.endswith(("nr", "nrfg")) and len(word.text) == 3
        sounded = _RUN.fullmatch(simplified(word.text))
        if persons and not sounded and word.start >= covered and not _inside(word.start, word.end, known):
            yield word.start, word.end


def _inside(start: int, end: int, known: Sequence[Known]) -> bool:
    return any(one.start < end and one.end > start for one in known)
