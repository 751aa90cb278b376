"""Where an actor stands in its sentence: as who acts, as who is addressed, or elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Literal

from dragoman.languages.words.vocabulary import vocabulary
from dragoman.versions.side import Side

Position = Literal["subject", "addressee", "elsewhere"]

_ENGLISH_SUBJECT = re.compile(
    r"(?:\s*\([^()]{1,40}\))?,?\s+(?:also |further |hereby |therefore |not )?"
    r"(?:shall|will|may|must|should|can|could|would|has|have|had|is|are|was|were|does|do|did|agree|undertake"
    r"|recall|note|express|reaffirm|intend|confirm|support|welcome|[a-z]+(?:s|ed))\b"
)
_ENGLISH_ADDRESSEE = re.compile(
    r"\b(?:call(?:s|ed|ing)?(?: up)?on|request(?:s|ed|ing)?|urg(?:es?|ed|ing)|invit(?:es?|ed|ing)"
    r"|encourag(?:es?|ed|ing)|ask(?:s|ed|ing)?|appeal(?:s|ed|ing)? to|instruct(?:s|ed|ing)?"
    r"|direct(?:s|ed|ing)?|authori[sz](?:es?|ed|ing)"
    r"|recommend(?:s|ed|ing)? (?:that|to)|remind(?:s|ed|ing)?|thank(?:s|ed|ing)?|commend(?:s|ed|ing)?"
    r"|entrust(?:s|ed|ing)?|requir(?:es?|ed|ing)|oblig(?:es?|ed|ing)|assist(?:s|ed|ing)?|advis(?:es?|ed|ing))"
    r"(?: also| further| again| once more)?(?: upon| on)?(?: \S+){0,3} \Z"
)
_RUSSIAN_ADDRESSING = vocabulary(
    """
    просить предлагать призывать настаивать поощрять поручать рекомендовать уполномочивать напоминать
    приглашать обращаться благодарить воздавать требовать обязывать предложить призвать просьба призыв
    поручить рекомендовать предписывать позволять разрешать
    """
)
_CHINESE_SUBJECT = re.compile(
    r"(?:应|须|可|将|得|不得|必须|要|已|均|也|还|都|能|会|同意|决定|认为|强调|重申|注意|欢迎|表示|指出|有权|承诺|在|又|回顾"
    r"|确认|负责|有|保证|承担)"
)
_CHINESE_ADDRESSEE = re.compile(
    r"(?:请|敦促|促请|呼吁|吁请|邀请|鼓励|要求|授权|责成|建议|提醒|感谢|赞扬|委托|促使|使|让|令)[^，。；：]{0,4}\Z"
)
_ENGLISH_AGENT = re.compile(r"\bby (?:the |its |an? |all |both )?(?:[\w-]+ )?\Z")
_ENGLISH_FIRST = re.compile(
    r"(?:\A|[.;:] )(?:[\w().]+ )?(?:The |the |All |Each |Both |That |Any |Every |Our )?(?:[\w-]+ )?\Z"
)
_CHINESE_AGENT = re.compile(r"(?:由|被|经|受|为)[^，。；：]{0,4}\Z")
_CLAUSE = re.compile(
    r"(?:\A|[，。；：:;“\"(（]|\d[.．、]|[）)])\s*(?:各|本|该|全体|所有|但|如|若|如果|当|因此|同时)?[^，。；：]{0,3}\Z"
)
_NEAR = 4


def position(side: Side, start: int, end: int) -> Position:
    """The position of what stands from one character to another, by what stands around it."""
    if side.language == "ru":
        return _in_russian(side, start, end)
    before, after = side.text[max(0, start - 60) : start], side.text[end : end + 60]
    if side.language == "zh":
        if _CHINESE_ADDRESSEE.search(before):
            return "addressee"
        acts = _CLAUSE.search(before) or _CHINESE_AGENT.search(before) or _CHINESE_SUBJECT.match(after)
        return "subject" if acts else "elsewhere"
    if _ENGLISH_ADDRESSEE.search(before):
        return "addressee"
    acts = _ENGLISH_SUBJECT.match(after) or _ENGLISH_AGENT.search(before) or _ENGLISH_FIRST.search(before)
    return "subject" if acts else "elsewhere"


def _in_russian(side: Side, start: int, end: int) -> Position:
    words = side.words
    at = bisect_right(words, start, key=lambda word: word.end)
    if any(word.lemma in _RUSSIAN_ADDRESSING for word in words[max(0, at - _NEAR) : at]):
        return "addressee"
    last = bisect_left(words, end, key=lambda word: word.start)
    if any("Case=Nom" in word.features for word in words[at:last]):
        return "subject"
    # The one who acts, in a passive: «принято Советом».
    agent = 0 < at < last and words[at - 1].pos not in ("ADP", "CCONJ") and "Case=Ins" in words[at].features
    return "subject" if agent else "elsewhere"
