"""Chinese, in simplified and traditional characters."""

from __future__ import annotations

import re

from dragoman.languages.composed import ComposedLanguage
from dragoman.languages.structure.labels import StructureWords
from dragoman.languages.structure.sentence_rules import SentenceRules
from dragoman.languages.words.vocabulary import vocabulary

# “……？”的问题, “……！”等口号, “……。”他说。: what is quoted is only part of the sentence.
_AFTER_QUOTATION = re.compile(
    r"[的等之]|(?<=[！？!?][”’」』\"'])[与與和或及]"
    r"|[^\s。！？，；：、“”「」『』《》]{0,6}(?:说|說|道|问|問|喊|答|写道|寫道)[着著]?[。，！]"
)

LANGUAGE = ComposedLanguage(
    code="zh",
    name="中文",
    sentence_rules=SentenceRules(
        holds=vocabulary("mr mrs ms dr prof st vs v e.g i.e cf"),
        holds_before_number=vocabulary("no nos art vol para p pp sect ch"),
        holds_unless_starter=vocabulary("u.s u.k u.n inc ltd co corp al etc"),
        after_quotation=_AFTER_QUOTATION,
    ),
    structure=StructureWords(
        before={"附件": "annex", "附录": "annex", "附錄": "annex", "附則": "annex"},
        after={
            "条": "article",
            "條": "article",
            "章": "chapter",
            "节": "section",
            "節": "section",
            "编": "part",
            "編": "part",
            "部分": "part",
        },
        opens="第",
        # 第五条规定 …, 第五条第二款 … begin a sentence about article 5.
        running="[的和及与與至或、，,～~—-]|第|规定|規定|所[述指列规規]|[款项項]|中[，的]",
    ),
    script="dragoman.languages.simplified:simplified",
    tagger="dragoman.languages.words.chinese_words:ChineseWords",
    phrase_finder="dragoman.languages.phrases.chinese_phrases:ChinesePhrases",
    function_words=vocabulary("的 和 在 是 了 有 不 为 與 与"),
)
